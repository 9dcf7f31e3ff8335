//! Rows of an item table: which cell is the number, the title, the documents, the treatment.

use crate::columns::Columns;
use crate::found::Reading;
use crate::outline::{Cell, GridRow, Spot, bare_number, is_number, is_roman};
use crate::vocabulary::Column;
use crate::vocabulary::text::is_ideograph;

/// Columns that tell what became of an item, or is to become of it.
pub(super) const TREATMENT: [Column; 9] = [
    Column::Treatment,
    Column::Outcome,
    Column::Discussion,
    Column::Notes,
    Column::Comments,
    Column::Proposal,
    Column::ProposedActions,
    Column::Action,
    Column::Status,
];

/// Columns that tell what is asked of the meeting.
const PROPOSALS: [Column; 2] = [Column::Proposal, Column::ProposedActions];

/// A cell that tells the treatment of an item.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Treated<'d> {
    pub cell: &'d Cell,
    /// Whether its column tells what is asked, and not what was done.
    pub is_proposal: bool,
}

/// The cells of a row by what they hold.
#[derive(Debug)]
pub(crate) struct RowParts<'d> {
    pub number: Option<String>,
    pub title: Option<&'d Cell>,
    /// The first line of the title, where the number stands before it in the same cell.
    cut: Option<&'d str>,
    pub sources: Option<&'d Cell>,
    pub documents: Option<&'d Cell>,
    pub treatment: Vec<Treated<'d>>,
    /// The place of the number.
    pub spot: Spot,
}

/// The number of a row and its cell.
pub(super) struct Numbered<'d> {
    cell: &'d Cell,
    pub number: String,
    /// The title that stands in the same cell.
    title: Option<&'d str>,
}

/// The number of a row: alone in a cell, among the first two of the row, or before the title in one cell.
pub(super) fn number_cell<'d>(
    row: &'d GridRow,
    heads: &Columns,
    reading: &Reading<'_>,
) -> Option<Numbered<'d>> {
    let alone = |cell: &'d Cell| cell_number(cell).map(|number| Numbered { cell, number, title: None });
    let of_heads =
        || heads.of_any(&[Column::AgendaItem, Column::Position]).and_then(|column| row.cell(column));
    let is_other = |cell: &&Cell| {
        let other = [Column::Document, Column::Reference, Column::Session, Column::Time, Column::Question];
        other.into_iter().any(|role| heads.all(role).any(|column| column == cell.column))
    };
    let by_heads = || {
        let named = heads.of_any(&[Column::AgendaItem, Column::Position, Column::Item])?;
        let cell = row.cell(named)?;
        let number = bare_number(&cell.text());
        is_roman(&number).then_some(Numbered { cell, number, title: None })
    };
    of_heads()
        .and_then(alone)
        .or_else(|| row.cells.iter().take(2).filter(|cell| !is_other(cell)).find_map(alone))
        .or_else(by_heads)
        .or_else(|| with_title(row, heads, reading))
}

/// A number before the title in one cell: in the column of the titles, or in the first cell (of steps, `2.1`, where
/// no head says what it is).
fn with_title<'d>(row: &'d GridRow, heads: &Columns, reading: &Reading<'_>) -> Option<Numbered<'d>> {
    let names = [Column::AgendaItem, Column::Item, Column::Title, Column::Subject];
    let titles = heads.of_any(&names).and_then(|column| row.cell(column));
    let has_heads = heads.header_rows > 0 || titles.is_some();
    let cell = titles.or_else(|| row.cells.first().filter(|_| !has_heads))?;
    let line = cell.lines.first()?;
    let (number, title) = match &line.label {
        Some(label) if !line.is_bullet && !line.is_empty() => (bare_number(label), line.text.as_str()),
        Some(_) => return None,
        None => crate::outline::numbered(&line.text, reading.words)
            .map(|(_, number, title)| (number.to_owned(), title))
            .or_else(|| lettered(&line.text).filter(|_| has_heads))?,
    };
    let is_known = is_number(&number) || (has_heads && (is_roman(&number) || is_letter(&number)));
    (is_known && (has_heads || number.contains('.'))).then_some(Numbered { cell, number, title: Some(title) })
}

/// `a) Title`
fn lettered(text: &str) -> Option<(String, &str)> {
    let (printed, title) = text.split_once(char::is_whitespace)?;
    Some((letter(printed)?.to_owned(), title.trim_start()))
}

/// Whether a word is a section number, or one that was put in between: `2a`, `3.1bis`.
fn is_row_number(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let put_in = &word[digits.len()..];
    is_number(word) || (is_number(digits) && (put_in.len() == 1 || ["bis", "ter"].contains(&put_in)))
}

/// A cell that holds a section number, or the letter of a point, and nothing else.
pub(super) fn cell_number(cell: &Cell) -> Option<String> {
    let line = cell.lines.first().filter(|_| cell.lines.len() == 1)?;
    let printed = match (&line.label, line.is_empty()) {
        (Some(label), true) if !line.is_bullet => label,
        (None, false) => &line.text,
        _ => return None,
    };
    let number = bare_number(printed);
    if is_row_number(&number) { Some(number) } else { letter(printed).map(str::to_owned) }
}

/// The letter of a point that a row tells: `a)`, `(b)`, `c.`. Alone it is no number.
fn letter(printed: &str) -> Option<&str> {
    let printed = printed.trim();
    let letter = printed.strip_suffix([')', '.', '）'])?.trim_start_matches(['(', '（']);
    is_letter(letter).then_some(letter)
}

/// Whether the number of a row is the letter of a point below the number of another.
pub(super) fn is_letter(number: &str) -> bool {
    let mut letters = number.chars();
    let is_small = |letter: char| letter.is_alphabetic() && !letter.is_uppercase() && !is_ideograph(letter);
    letters.next().is_some_and(is_small) && letters.next().is_none()
}

impl<'d> RowParts<'d> {
    /// The cells of a row under these heads. `None` for an empty row.
    pub(crate) fn read(row: &'d GridRow, heads: &Columns, reading: &Reading<'_>) -> Option<Self> {
        if row.is_empty() {
            return None;
        }
        let numbered = number_cell(row, heads, reading);
        let spot = numbered.as_ref().map_or(row.cells.first()?.spot, |found| {
            found.cell.lines.first().map_or(found.cell.spot, |line| line.spot)
        });
        let number_column = numbered.as_ref().map(|found| found.cell.column);
        let mut parts = Self {
            number: None,
            title: None,
            cut: None,
            sources: None,
            documents: None,
            treatment: Vec::new(),
            spot,
        };
        let cells = row.cells.iter().filter(|cell| Some(cell.column) != number_column);
        if let Some(found) = numbered {
            parts.cut = found.title;
            parts.title = found.title.map(|_| found.cell);
            parts.number = Some(found.number);
        }
        if heads.known() > 0 {
            parts.by_heads(cells, heads, number_column);
        } else {
            parts.by_content(cells.filter(|cell| number_column.is_none_or(|at| cell.column > at)), reading);
        }
        Some(parts)
    }

    /// The words of the title, without the number before them.
    pub(crate) fn title_words(&self) -> String {
        let lines = self.title.iter().flat_map(|cell| &cell.lines).enumerate();
        let words = lines.map(|(at, line)| match self.cut {
            Some(title) if at == 0 => title,
            _ => line.text.as_str(),
        });
        words.collect::<Vec<_>>().join(" ")
    }

    fn by_heads(&mut self, cells: impl Iterator<Item = &'d Cell>, heads: &Columns, number: Option<usize>) {
        let names = [Column::Title, Column::Subject, Column::Item, Column::AgendaItem];
        // `Item` may head the numbers or the titles.
        let title = names.iter().flat_map(|&role| heads.all(role)).find(|&column| Some(column) != number);
        let document = heads.of_any(&[Column::Document, Column::Reference]);
        for cell in cells {
            let takes = |column: Option<usize>| {
                column.is_some_and(|column| (cell.column..cell.column + cell.columns).contains(&column))
            };
            let has = |roles: &[Column]| roles.iter().any(|&role| heads.all(role).any(|at| takes(Some(at))));
            if takes(title) && self.title.is_none() {
                self.title = Some(cell);
            } else if takes(heads.of(Column::Source)) {
                self.sources = Some(cell);
            } else if takes(document) {
                self.documents = Some(cell);
            } else if has(&TREATMENT) {
                self.treatment.push(Treated { cell, is_proposal: has(&PROPOSALS) });
            }
        }
    }

    /// Without heads: the title comes after the number, then a cell of document numbers, then the treatment.
    fn by_content(&mut self, cells: impl Iterator<Item = &'d Cell>, reading: &Reading<'_>) {
        let cells: Vec<&Cell> = cells.collect();
        for (at, &cell) in cells.iter().enumerate() {
            let is_last = at + 1 == cells.len();
            if self.title.is_none() {
                self.title = Some(cell);
            } else if self.documents.is_none()
                && self.treatment.is_empty()
                && cell.columns == 1
                && (is_numbers(cell, reading) || (!is_last && is_aside(cell)))
            {
                self.documents = Some(cell);
            } else {
                self.treatment.push(Treated { cell, is_proposal: false });
            }
        }
    }
}

/// Whether a cell holds document numbers and little else.
fn is_numbers(cell: &Cell, reading: &Reading<'_>) -> bool {
    const LONGEST: usize = 80;
    let text = cell.text();
    let found = reading.numbers(&text);
    let printed: usize = found.iter().map(|found| found.range.len()).sum();
    // A number at the beginning, with a remark after it, such as `(Output of the group)`.
    let begins = found.first().is_some_and(|found| found.range.start <= 1) && text.len() <= LONGEST;
    begins || (printed > 0 && printed * 3 >= text.chars().filter(|c| !c.is_whitespace()).count())
}

/// Whether the words of a cell between title and treatment are a note in place of a number: nothing, or all in
/// parentheses, such as `(Annex B)`.
fn is_aside(cell: &Cell) -> bool {
    let text = cell.text();
    text.is_empty() || (text.starts_with('(') && text.ends_with(')')) || text.chars().count() <= 30
}
