//! Words, counted.

use std::collections::HashMap;

use meeting_model::{Block as ModelBlock, Section};
use word_document::{Block, Paragraph, Table};

/// How often each word occurs: runs of letters and digits.
#[derive(Default)]
pub struct Words(HashMap<String, i64>);

impl Words {
    fn add(&mut self, text: &str) {
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            *self.0.entry(word.to_owned()).or_default() += 1;
        }
    }

    fn add_paragraph(&mut self, paragraph: &Paragraph) {
        self.add(&paragraph.text);
    }

    fn add_table(&mut self, table: &Table) {
        let cells = table.rows.iter().flat_map(|row| &row.cells).filter(|cell| !cell.is_covered());
        cells.for_each(|cell| self.add_blocks(&cell.blocks));
    }

    /// What a reader of the blocks sees.
    pub fn add_blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.add_paragraph(paragraph),
                Block::Table(table) => self.add_table(table),
            }
        }
    }

    /// What the model says.
    pub fn add_sections(&mut self, sections: &[Section]) {
        for section in sections {
            self.add(section.number.as_deref().unwrap_or_default());
            self.add(section.title.as_deref().unwrap_or_default());
            for block in &section.blocks {
                match block {
                    ModelBlock::Paragraph(paragraph) => self.add(&paragraph.text),
                    ModelBlock::Table(table) => {
                        table.rows.iter().flatten().flatten().for_each(|cell| self.add(cell));
                    }
                }
            }
            self.add_sections(&section.sections);
        }
    }

    /// The words that these have more often than others.
    pub fn without(&self, others: &Self) -> Vec<String> {
        let lost = self.0.iter().filter(|(word, count)| others.0.get(*word).is_none_or(|has| has < *count));
        lost.map(|(word, _)| word.clone()).collect()
    }
}
