//! Items: the numbered headings, rows and paragraphs of the body, each with the text that belongs to it; and the
//! business that has no number, of which decisions, actions and meetings are told all the same.

use meeting_model::{Item, ItemDocument, ItemKind, Outcome};

use crate::found::{Reading, in_parentheses};
use crate::lists::item_rows::{RowParts, Treated, is_letter};
use crate::lists::item_tables::{goes_on, is_item_table, tells_outcomes};
use crate::lists::item_titles::{self, Told};
use crate::lists::labelled::{self, Part};
use crate::lists::{documents, logical, treatment};
use crate::outline::{Block, Cell, Grid, Line, Spot, bare_number, is_number, split_number};
use crate::values::sources;

/// A line of an item's text, and where it was met.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Passage<'d> {
    pub line: &'d Line,
    /// Whether it stands in the cell that tells the treatment.
    pub is_treatment: bool,
    /// Whether that cell tells what is asked of the meeting.
    pub is_proposal: bool,
}

/// An item with the passages that belong to it.
#[derive(Debug, Clone)]
pub(crate) struct Business<'d> {
    /// The item; without a number of its own it has that of its section, under which decisions are told.
    pub item: Item,
    pub passages: Vec<Passage<'d>>,
    /// Whether it is an item of the contract: a numbered one.
    pub is_numbered: bool,
    /// Whether it has a cell for document numbers.
    has_document_cell: bool,
}

impl<'d> Business<'d> {
    pub(crate) fn has_document_cell(&self) -> bool {
        self.has_document_cell
    }

    /// Takes the lines of a row's treatment.
    fn treat(&mut self, parts: &RowParts<'d>) {
        for &Treated { cell, is_proposal } in &parts.treatment {
            let passages = cell.lines.iter().map(|line| Passage { line, is_treatment: true, is_proposal });
            self.passages.extend(passages);
        }
    }

    /// A numbered paragraph of an agenda says on its one line what is asked.
    pub(crate) fn is_agenda_line(&self) -> bool {
        self.item.kind == ItemKind::Paragraph
    }

    /// How many different documents it treats.
    pub(crate) fn distinct_documents(&self) -> usize {
        let mut numbers: Vec<_> = self.item.documents.iter().map(|document| &document.number).collect();
        numbers.sort();
        numbers.dedup();
        numbers.len()
    }
}

/// Reads the items. The text before the first of them is not theirs.
pub(crate) fn read<'d>(reading: &Reading<'d>) -> Vec<Business<'d>> {
    let mut walk = Walk {
        reading: *reading,
        items: Vec::new(),
        section: None,
        lists: documents::lists(reading),
        heads: None,
    };
    for (at, block) in reading.outline.blocks.iter().enumerate() {
        let spot = block.spot();
        if reading.outline.in_annex(spot) {
            continue;
        }
        match block {
            Block::Line(line) if reading.outline.is_heading(at) => walk.heading(line),
            Block::Line(line) => walk.line(line),
            Block::Table(grid) => walk.table(grid),
        }
    }
    let mut items = walk.items;
    for item in &mut items {
        settle(item, reading);
    }
    items
}

struct Walk<'d> {
    reading: Reading<'d>,
    items: Vec<Business<'d>>,
    /// Number of the numbered heading above.
    section: Option<String>,
    /// The tables that list documents: their rows are no items.
    lists: Vec<documents::List<'d>>,
    /// The last item table with heads, under which a table without heads may go on.
    heads: Option<&'d Grid>,
}

impl<'d> Walk<'d> {
    fn heading(&mut self, line: &'d Line) {
        let outline = self.reading.outline;
        let Some(heading) = outline.heading(line.spot) else { return };
        let above = outline.headings_over(line.spot).skip(1).find_map(|heading| heading.number.clone());
        let Some(number) = heading.number.clone() else {
            // Below the first number, text under a heading without one goes on with the item above.
            if !self.items.iter().any(|item| item.is_numbered) {
                self.unnumbered(ItemKind::Heading, Some(heading.title.clone()), line.spot);
            }
            self.section = above;
            return;
        };
        self.section = Some(number.clone());
        self.open(ItemKind::Heading, number, above, Some(heading.title.clone()), line.spot);
    }

    fn open(
        &mut self,
        kind: ItemKind,
        number: String,
        section: Option<String>,
        title: Option<String>,
        spot: Spot,
    ) -> &mut Business<'d> {
        let at = self.reading.outline.location(spot);
        let item = Item { number: Some(number), kind, section, title, at, ..Item::default() };
        self.push(item, true)
    }

    /// Opens business without a number of its own.
    fn unnumbered(&mut self, kind: ItemKind, title: Option<String>, spot: Spot) -> &mut Business<'d> {
        let at = self.reading.outline.location(spot);
        let item = Item { number: self.section.clone(), kind, title, at, ..Item::default() };
        self.push(item, false)
    }

    fn push(&mut self, item: Item, is_numbered: bool) -> &mut Business<'d> {
        self.items.push(Business { item, passages: Vec::new(), is_numbered, has_document_cell: false });
        let last = self.items.len() - 1;
        &mut self.items[last]
    }

    fn line(&mut self, line: &'d Line) {
        if line.is_empty() || line.is_contents() {
            return;
        }
        if self.labelled(line) {
            return;
        }
        if let Some((number, section)) = self.paragraph_number(line) {
            self.section = Some(section.clone());
            self.open(ItemKind::Paragraph, number, Some(section), None, line.spot);
        } else if let Some((number, title)) = self.bare_heading(line) {
            self.section = Some(number.clone());
            self.open(ItemKind::Heading, number, None, Some(title), line.spot);
            return;
        }
        self.add(line, false);
    }

    fn add(&mut self, line: &'d Line, is_treatment: bool) {
        if let Some(item) = self.items.last_mut().filter(|_| !line.is_empty()) {
            let is_treatment =
                is_treatment || (item.item.kind == ItemKind::Heading && item.has_document_cell);
            item.passages.push(Passage { line, is_treatment, is_proposal: false });
        }
    }

    /// A line right below a numbered heading that says what a row has in a cell: such an item is a row told in
    /// paragraphs, and what follows is its treatment.
    fn labelled(&mut self, line: &'d Line) -> bool {
        let words = self.reading.words;
        let is_open = |item: &&mut Business<'d>| {
            item.item.kind == ItemKind::Heading && item.is_numbered && item.passages.is_empty()
        };
        let Some(item) = self.items.last_mut().filter(is_open) else { return false };
        match labelled::part(line, &self.reading) {
            Some(Part::Sources(text)) => item.item.sources = sources::split(text, words),
            Some(Part::Documents(text)) => item.item.documents.extend(documents_of(text, &self.reading)),
            None => return false,
        }
        item.has_document_cell = true;
        true
    }

    /// The number of a numbered paragraph and of its section: it continues the number of the section, or follows
    /// that of a section beside it.
    fn paragraph_number(&self, line: &Line) -> Option<(String, String)> {
        let number = match &line.label {
            Some(label) if !line.is_bullet => bare_number(label),
            Some(_) => return None,
            None => split_number(&line.text)?.0.to_owned(),
        };
        let (first, _) = number.split_once('.')?;
        let section = self.section.as_deref()?;
        let belongs =
            number.strip_prefix(section).is_some_and(|rest| rest.starts_with('.')) || first == section;
        if belongs {
            return is_number(&number).then(|| (number, section.to_owned()));
        }
        let above = follows_beside(&number, section).filter(|_| self.tells_rows())?.to_owned();
        Some((number, above))
    }

    /// Whether the last heading tells a row: only then may a paragraph stand beside it.
    fn tells_rows(&self) -> bool {
        self.items.last().is_some_and(|item| item.item.kind == ItemKind::Heading && item.has_document_cell)
    }

    /// In a document whose headings are only bold, or only numbered, lines: `3. Title`.
    fn bare_heading(&self, line: &Line) -> Option<(String, String)> {
        const LONGEST_TITLE: usize = 120;
        if self.reading.outline.headings.iter().any(|heading| heading.number.is_some()) {
            return None;
        }
        let (number, title) = match &line.label {
            // An automatic number is that of a list, unless the line is set as a title.
            Some(label) if !line.is_bullet && line.is_bold => (bare_number(label), line.text.as_str()),
            Some(_) => return None,
            None => split_number(&line.text).map(|(number, title)| (number.to_owned(), title))?,
        };
        let is_title = title.len() <= LONGEST_TITLE && !title.ends_with(['.', ';', ',']);
        (is_number(&number) && is_title && (line.is_bold || self.follows(&number)))
            .then(|| (number, title.to_owned()))
    }

    /// Whether a top-level number is the next one after the last.
    fn follows(&self, number: &str) -> bool {
        let last = self.section.as_deref().map_or(Some(0), |section| section.parse::<u32>().ok());
        number.parse().ok().zip(last).is_some_and(|(next, last): (u32, u32)| next == last + 1 || next == last)
    }

    /// The rows of an item table, of its continuation under the same heads, or of those nested in a layout table.
    fn table(&mut self, grid: &'d Grid) {
        if self.lists.iter().any(|list| std::ptr::eq(list.grid, grid)) {
            self.listed(grid);
            return;
        }
        let before = self.heads.filter(|head| goes_on(grid, &head.heads, head.columns, &self.reading));
        if before.is_none() && !is_item_table(grid, &self.reading) {
            for nested in grid.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.tables) {
                self.table(nested);
            }
            return;
        }
        let head = before.unwrap_or(grid);
        self.heads = Some(head).filter(|head| head.heads.header_rows > 0);
        let head_rows = &head.rows[..head.heads.header_rows.min(head.rows.len())];
        let mut above: Option<String> = None;
        for row in grid.rows.iter().skip(grid.heads.header_rows) {
            if head_rows.iter().any(|head| logical::says_the_same(head, row)) {
                continue;
            }
            let Some(parts) = RowParts::read(row, &head.heads, &self.reading) else { continue };
            match parts.number.clone() {
                Some(number) if is_letter(&number) => self.row(number, above.clone(), &parts),
                Some(number) => {
                    self.row(number.clone(), section_of_row(&number), &parts);
                    above = Some(number);
                }
                // A row without a number goes on with the item above.
                None => self.more(&parts),
            }
        }
    }

    /// The rows of a document list that tells what became of each document.
    fn listed(&mut self, grid: &'d Grid) {
        if !tells_outcomes(&grid.heads) {
            return;
        }
        for row in grid.rows.iter().skip(grid.heads.header_rows) {
            let Some(parts) = RowParts::read(row, &grid.heads, &self.reading) else { continue };
            if let Some(cell) = parts.documents {
                let documents = documents(cell, &self.reading);
                let business = self.unnumbered(ItemKind::Row, None, parts.spot);
                business.has_document_cell = true;
                business.item.documents = documents;
                business.treat(&parts);
            }
        }
    }

    fn row(&mut self, number: String, section: Option<String>, parts: &RowParts<'d>) {
        let reading = self.reading;
        let title_text = parts.title_words();
        let told = match parts.sources {
            Some(cell) => Told {
                sources: sources::split(&super::cell_words(cell), reading.words),
                title: title_text,
                documents: Vec::new(),
            },
            None => item_titles::read(&title_text, &reading),
        };
        let title = Some(told.title).filter(|title| !title.is_empty());
        let item = self.open(ItemKind::Row, number, section, title, parts.spot);
        item.item.sources = told.sources;
        if parts.documents.is_none() {
            item.item.documents = told.documents;
        }
        item.has_document_cell = parts.documents.is_some();
        item.item.documents.extend(parts.documents.into_iter().flat_map(|cell| documents(cell, &reading)));
        item.treat(parts);
    }

    fn more(&mut self, parts: &RowParts<'d>) {
        let reading = self.reading;
        if let Some(item) = self.items.last_mut().filter(|item| item.has_document_cell) {
            for document in parts.documents.into_iter().flat_map(|cell| documents(cell, &reading)) {
                if !item.item.documents.contains(&document) {
                    item.item.documents.push(document);
                }
            }
        }
        for cell in parts.title.into_iter().chain(parts.treatment.iter().map(|treated| treated.cell)) {
            for line in &cell.lines {
                self.add(line, true);
            }
        }
    }
}

/// A row of the top level (`4 | Future meetings`) belongs to no section, whatever heading is above.
fn section_of_row(number: &str) -> Option<String> {
    number.rsplit_once('.').map(|(above, _)| above.to_owned())
}

/// The number of the section above, where `2.2` follows `2.1`.
fn follows_beside<'n>(number: &'n str, section: &str) -> Option<&'n str> {
    let (above, last) = number.rsplit_once('.')?;
    let (beside, before) = section.rsplit_once('.')?;
    let follows = last.parse::<u32>().ok()? == before.parse::<u32>().ok()? + 1;
    (above == beside && follows).then_some(above)
}

/// The document numbers of a cell.
fn documents(cell: &Cell, reading: &Reading<'_>) -> Vec<ItemDocument> {
    cell.lines.iter().flat_map(|line| documents_of(&line.text, reading)).collect()
}

fn documents_of(text: &str, reading: &Reading<'_>) -> Vec<ItemDocument> {
    let introduced = |at: usize| Some(!in_parentheses(text, at));
    let numbers = reading.listed(text).into_iter();
    numbers
        .map(|found| ItemDocument {
            introduced: introduced(found.range.start),
            number: found.number,
            part: found.part,
        })
        .collect()
}

/// Fills what follows from an item's own words: its text, documents, proposed treatment and outcomes.
fn settle(business: &mut Business<'_>, reading: &Reading<'_>) {
    let lines: Vec<&str> = business.passages.iter().map(|passage| passage.line.text.as_str()).collect();
    let text = lines.join("\n");
    let item = &mut business.item;
    if !business.has_document_cell {
        let title = item.title.clone().unwrap_or_default();
        let before = item.documents.iter();
        let mut seen: Vec<_> = before.map(|known| (known.number.clone(), known.part.clone())).collect();
        for found in reading.numbers(&title).into_iter().chain(reading.numbers(&text)) {
            if !seen.contains(&(found.number.clone(), found.part.clone())) {
                seen.push((found.number.clone(), found.part.clone()));
                item.documents.push(ItemDocument {
                    number: found.number,
                    part: found.part,
                    introduced: None,
                });
            }
        }
    }
    let found = treatment::read(business, reading);
    let item = &mut business.item;
    item.proposed = found.proposed;
    item.outcomes = found.outcomes;
    item.presented_by = found.presented_by;
    if item.outcomes.contains(&Outcome::NotPresented) {
        for document in &mut item.documents {
            document.introduced = document.introduced.map(|_| false);
        }
    }
    item.text = Some(text).filter(|text| !text.is_empty());
}
