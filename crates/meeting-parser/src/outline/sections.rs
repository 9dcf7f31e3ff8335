//! The outline as the contract's sections: the whole text, nothing left out.

use meeting_model as model;
use word_document::{Block as WordBlock, Cell, Paragraph, Place, Story, Table, WordDocument};

use super::lines::fold;
use super::{Block, Cell as OutlineCell, Line, Outline, Spot};

/// The sections of the body, then one for each text outside it, titled by its part.
pub(crate) fn sections(document: &WordDocument, outline: &Outline) -> Vec<model::Section> {
    let mut builder = Builder { outline, stack: vec![model::Section::default()], done: Vec::new() };
    let mut next_heading = 0;
    for (at, block) in document.body.iter().enumerate() {
        match outline.headings.get(next_heading) {
            Some(heading) if heading.block == at => {
                builder.open(next_heading, at);
                next_heading += 1;
            }
            _ => builder.add(block, &outline.blocks[at]),
        }
    }
    let mut sections = builder.finish();
    sections.extend(document.notes.stories().filter_map(|found| story(found, outline)));
    sections
}

struct Builder<'o> {
    outline: &'o Outline,
    /// Open sections, the outermost first.
    stack: Vec<model::Section>,
    done: Vec<model::Section>,
}

impl Builder<'_> {
    fn open(&mut self, heading: usize, block: usize) {
        let found = &self.outline.headings[heading];
        while self.stack.last().is_some_and(|open| open.level >= found.level || open.level == 0) {
            self.close();
        }
        self.stack.push(model::Section {
            number: found.printed.as_deref().map(without_stop),
            title: Some(found.title.clone()),
            level: found.level,
            at: self.outline.location(self.outline.blocks[block].spot()),
            ..model::Section::default()
        });
    }

    fn close(&mut self) {
        let Some(section) = self.stack.pop() else { return };
        let is_empty = section.level == 0 && section.blocks.is_empty();
        match self.stack.last_mut() {
            Some(parent) => parent.sections.push(section),
            None if is_empty => {}
            None => self.done.push(section),
        }
    }

    fn add(&mut self, block: &WordBlock, read: &Block) {
        if let Some(block) = body_block(block, read, self.outline)
            && let Some(section) = self.stack.last_mut()
        {
            if section.level == 0 && section.blocks.is_empty() {
                section.at = block.at().clone();
            }
            section.blocks.push(block);
        }
    }

    fn finish(mut self) -> Vec<model::Section> {
        while !self.stack.is_empty() {
            self.close();
        }
        self.done
    }
}

/// A number as displayed, but for the signs that close it.
fn without_stop(printed: &str) -> String {
    super::bare_number(printed)
}

/// A block of the body, which the outline has read before.
fn body_block(block: &WordBlock, read: &Block, outline: &Outline) -> Option<model::Block> {
    match (block, read) {
        (_, Block::Line(line)) => {
            if line.is_empty() && line.label.is_none() {
                return None;
            }
            let at = outline.location(line.spot);
            Some(model::Block::Paragraph(model::Paragraph {
                text: line.text.clone(),
                label: line.label.clone(),
                at,
            }))
        }
        (WordBlock::Table(table), Block::Table(grid)) => {
            let read = |row: usize, cell: usize| grid.rows[row].cells.get(cell);
            Some(model::Block::Table(model_table(table, read, outline.location(grid.spot))))
        }
        (WordBlock::Paragraph(_), Block::Table(grid)) => model_block(block, grid.spot, outline),
    }
}

/// A block of the contract; an empty paragraph is none.
fn model_block(block: &WordBlock, spot: Spot, outline: &Outline) -> Option<model::Block> {
    match block {
        WordBlock::Paragraph(paragraph) => {
            let text = fold(&paragraph.text);
            let label = paragraph.label.as_ref().map(|label| label.text.trim().to_owned());
            if text.is_empty() && label.is_none() {
                return None;
            }
            let at = outline.location(spot);
            Some(model::Block::Paragraph(model::Paragraph { text, label, at }))
        }
        WordBlock::Table(table) => {
            Some(model::Block::Table(model_table(table, |_, _| None, outline.location(spot))))
        }
    }
}

/// `read` gives the cells that are seen as the outline has read them, by row and place in it, where it has.
fn model_table<'o>(
    table: &Table,
    read: impl Fn(usize, usize) -> Option<&'o OutlineCell>,
    at: model::Location,
) -> model::Table {
    let mut rows = Vec::with_capacity(table.rows.len());
    let mut spans = Vec::new();
    for (number, row) in table.rows.iter().enumerate() {
        let mut cells = vec![None; table.columns as usize];
        for (place, cell) in row.cells.iter().filter(|cell| !cell.is_covered()).enumerate() {
            if let Some(slot) = cells.get_mut(cell.column as usize) {
                let read = read(number, place).filter(|read| read.tables.is_empty());
                *slot = Some(read.map_or_else(|| cell_text(cell), text_of_lines));
            }
            if (cell.row_span, cell.column_span) != (1, 1) {
                spans.push(model::Span {
                    row: number,
                    column: cell.column as usize,
                    row_span: cell.row_span as usize,
                    column_span: cell.column_span as usize,
                });
            }
        }
        rows.push(cells);
    }
    model::Table { rows, spans, at }
}

/// The lines of a cell without tables, as [`cell_text`] gives them.
fn text_of_lines(cell: &OutlineCell) -> String {
    let labelled = |line: &Line| match &line.label {
        Some(label) => format!("{label} {}", line.text).trim().to_owned(),
        None => line.text.clone(),
    };
    if let [line] = cell.lines.as_slice() {
        return labelled(line);
    }
    let lines = cell.lines.iter().map(labelled).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// Paragraphs joined by a line feed, labels rendered; a nested table's text stands row by row.
fn cell_text(cell: &Cell) -> String {
    let mut lines = Vec::new();
    for block in &cell.blocks {
        match block {
            WordBlock::Paragraph(paragraph) => lines.extend(labelled(paragraph)),
            WordBlock::Table(table) => lines.extend(table.rows.iter().map(|row| {
                let cells = row.cells.iter().filter(|cell| !cell.is_covered()).map(cell_text);
                fold(&cells.collect::<Vec<_>>().join(" "))
            })),
        }
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

fn labelled(paragraph: &Paragraph) -> Option<String> {
    let text = fold(&paragraph.text);
    match &paragraph.label {
        Some(label) => Some(format!("{} {text}", label.text.trim()).trim().to_owned()),
        None => Some(text).filter(|text| !text.is_empty()),
    }
}

/// A text box, note, header, footer or comment as a section of its own.
fn story(story: &Story, outline: &Outline) -> Option<model::Section> {
    let at = |index: u32, para_id: Option<word_document::ParaId>| model::Location {
        part: String::from(&*story.part),
        ..outline.location(Spot { place: Place { block: index, cell: None }, para_id, heading: None })
    };
    let mut section = model::Section { title: Some(String::from(&*story.part)), ..model::Section::default() };
    for block in &story.blocks {
        let (index, para_id) = match block {
            WordBlock::Paragraph(paragraph) => (paragraph.index, paragraph.para_id),
            WordBlock::Table(table) => (table.index, None),
        };
        let spot = Spot::default();
        let found = model_block(block, spot, outline).map(|block| match block {
            model::Block::Paragraph(paragraph) => {
                model::Block::Paragraph(model::Paragraph { at: at(index, para_id), ..paragraph })
            }
            model::Block::Table(table) => model::Block::Table(model::Table { at: at(index, None), ..table }),
        });
        section.blocks.extend(found);
    }
    section.at = section.blocks.first().map(|block| block.at().clone())?;
    Some(section)
}
