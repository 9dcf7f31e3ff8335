//! Document lists: tables whose columns are a document's number and title.

mod content;
mod layout;
mod series;

use std::borrow::Cow;

use meeting_model::{FoundNumber, ListedDocument};

use crate::found::{Reading, in_parentheses, url as url_of};
use crate::lists::{cell_words, logical};
use crate::outline::{Block, Cell, Grid, GridRow, Line, bare_number};
use crate::values::sources;
use crate::vocabulary::{Category, DocumentType, Key, Marker, Vocabulary, normalise};
use layout::Layout;
use series::Series;

/// A table that lists documents.
pub(crate) struct List<'d> {
    pub grid: &'d Grid,
    layout: Layout,
    /// The table with the heads: itself, or an earlier one.
    head: &'d Grid,
}

/// Reads all document lists, in the order of the file.
pub(crate) fn read(reading: &Reading<'_>) -> Vec<ListedDocument> {
    lists(reading).iter().flat_map(|list| list.documents(reading)).collect()
}

/// The tables that list documents, nested ones too. A table without heads goes on with the list before it where its
/// columns hold the same.
pub(crate) fn lists<'d>(reading: &Reading<'d>) -> Vec<List<'d>> {
    let mut found: Vec<List<'d>> = Vec::new();
    let mut caption: Option<&Line> = None;
    for block in &reading.outline.blocks {
        match block {
            Block::Line(line) if line.is_empty() => {}
            Block::Line(line) => caption = Some(line),
            Block::Table(grid) => add(grid, caption, &mut found, reading),
        }
    }
    found
}

fn add<'d>(grid: &'d Grid, caption: Option<&Line>, found: &mut Vec<List<'d>>, reading: &Reading<'d>) {
    let over = caption.and_then(|line| Series::of_caption(&line.text, reading));
    let before =
        found.last().filter(|before| before.head.columns == grid.columns && grid.heads.header_rows == 0);
    let going_on = before.and_then(|before| {
        let layout =
            Layout { series: over.clone().or_else(|| before.layout.series.clone()), ..before.layout };
        layout.fits(grid, reading).then_some((layout, before.head))
    });
    let own = || Layout::read(grid, over.as_ref(), reading).map(|layout| (layout, grid));
    if let Some((layout, head)) = going_on.or_else(own) {
        found.push(List { grid, layout, head });
        return;
    }
    for cell in grid.rows.iter().flat_map(|row| &row.cells) {
        for nested in &cell.tables {
            add(nested, caption, found, reading);
        }
    }
}

/// The rows below the heads; an empty row or a head that is repeated further down is none of them.
fn rows<'d>(grid: &'d Grid, head: &'d Grid) -> impl Iterator<Item = &'d GridRow> {
    let heads = &head.rows[..head.heads.header_rows.min(head.rows.len())];
    let is_head = |row: &GridRow| heads.iter().any(|head| logical::says_the_same(head, row));
    grid.rows.iter().skip(grid.heads.header_rows).filter(move |row| !row.is_empty() && !is_head(row))
}

impl List<'_> {
    fn documents(&self, reading: &Reading<'_>) -> Vec<ListedDocument> {
        let mut section: Option<&Cell> = None;
        let mut documents = Vec::new();
        for row in rows(self.grid, self.head) {
            let found = self.numbers(row, section, reading);
            if found.is_empty() {
                section = section_cell(row, self.grid).or(section);
            }
            documents.extend(
                found.into_iter().map(|(line, found)| self.document(row, line, found, section, reading)),
            );
        }
        documents
    }

    /// The documents that a row lists, each in its latest revision, with the lines of their numbers.
    fn numbers<'r>(
        &self,
        row: &'r GridRow,
        section: Option<&Cell>,
        reading: &Reading<'_>,
    ) -> Vec<(&'r Line, FoundNumber)> {
        let Some(cell) = row.cell(self.layout.number) else { return Vec::new() };
        let of_section = section.and_then(|cell| Series::of_caption(&cell_words(cell), reading));
        let series = of_section.or_else(|| self.layout.series.clone());
        let mut listed: Vec<(&Line, FoundNumber)> = Vec::new();
        for line in cell.lines.iter().filter(|line| !line.is_empty()) {
            let mut found = reading.listed(&line.text);
            if let Some(series) = series.as_ref().filter(|_| found.is_empty()) {
                found = series.numbers(&line.text, reading);
            }
            // What stands in parentheses after a number only explains it.
            let is_aside = |found: &FoundNumber| in_parentheses(&line.text, found.range.start);
            let first_is_aside = found.first().is_some_and(&is_aside);
            for found in found {
                let base = found.number.without_revision();
                match listed.iter().position(|(_, known)| known.number.without_revision() == base) {
                    Some(at) if listed[at].1.number.revision < found.number.revision => {
                        listed[at] = (line, found);
                    }
                    None if listed.is_empty() || is_aside(&found) == first_is_aside => {
                        listed.push((line, found));
                    }
                    _ => {}
                }
            }
        }
        listed
    }

    fn document(
        &self,
        row: &GridRow,
        line: &Line,
        found: FoundNumber,
        section: Option<&Cell>,
        reading: &Reading<'_>,
    ) -> ListedDocument {
        let cell = |column: Option<usize>| column.and_then(|column| row.cell(column));
        let canonical = found.number.to_string();
        let title = cell(self.layout.title).map(cell_words);
        let is_reserved = |text: &str| reading.words.markers.has(text, Marker::Reserved);
        let reserved = title.as_deref().is_some_and(|title| {
            reading.words.markers.leading(title).is_some_and(|hit| hit.key == Marker::Reserved)
        }) || is_reserved(&line.text);
        let source = cell(self.layout.source).map(cell_words).filter(|source| !reading.is_nothing(source));
        let own = cell(self.layout.category).map(|cell| category(&cell_words(cell), reading.words));
        let over = || section.and_then(|cell| section_category(&cell_words(cell), reading));
        ListedDocument {
            position: cell(self.layout.position).and_then(position),
            category: own.filter(|category| !category.is_empty()).or_else(over),
            printed: Some(found.printed.clone()).filter(|printed| *printed != canonical),
            introduced: Some(!in_parentheses(&line.text, found.range.start)),
            sources: source.map(|source| sources::split(&source, reading.words)).unwrap_or_default(),
            title: title.filter(|title| !title.is_empty()).map(Cow::into_owned),
            reserved,
            url: url_of(line, &found),
            at: reading.outline.location(line.spot),
            number: Some(found.number),
        }
    }
}

/// The words of a row that divides the list: its only filled cell, wide or the first of the row.
fn section_cell<'r>(row: &'r GridRow, grid: &Grid) -> Option<&'r Cell> {
    let mut filled = row.cells.iter().filter(|cell| !cell.is_empty());
    let only = filled.next().filter(|_| filled.next().is_none());
    logical::section(row, grid).or_else(|| only.filter(|cell| cell.column == 0))
}

fn position(cell: &Cell) -> Option<u32> {
    let line = cell.lines.first()?;
    let number = line.label.as_deref().filter(|_| line.is_empty()).unwrap_or(&line.text);
    bare_number(number).parse().ok()
}

/// Categories that typists spell in several ways are one: the words before a parenthesis, in lower case. The usual ones
/// have one name in all languages.
fn category(text: &str, words: &Vocabulary) -> String {
    const MISSPELT: f64 = 0.8;
    let word = normalise(text.split('(').next().unwrap_or(text));
    let is_near = |usual: &Category| strsim::normalized_damerau_levenshtein(usual.name(), &word) >= MISSPELT;
    let usual = words.categories.get(&word).or_else(|| Category::ALL.iter().copied().find(is_near));
    usual.map_or(word, |usual| usual.name().to_owned())
}

/// The category that a row over others gives: one of the usual ones, in any language, else none.
fn section_category(text: &str, reading: &Reading<'_>) -> Option<String> {
    let hit = reading.words.document_types.leading(text);
    let usual = match hit?.key {
        DocumentType::Contribution => Category::Contribution,
        DocumentType::LiaisonStatement => Category::Liaison,
        DocumentType::Report => Category::Report,
        DocumentType::InformationDocument => Category::Information,
        _ => return None,
    };
    Some(usual.name().to_owned())
}
