//! Which documents have the same text under different numbers: a fingerprint of the body.

use meeting_model::{Block, Document, Section};

/// Fewer words than these say nothing: "See the next page" is no common text.
const FEWEST_WORDS: usize = 12;

/// The fingerprint of the words below the cover; none, where there are hardly any.
///
/// The first table is the cover where the document has one, and states the number, which differs.
pub(super) fn fingerprint(document: &Document) -> Option<String> {
    let mut words = Words::default();
    let covered = document.header.number.is_some() || document.header.title.is_some();
    for (at, section) in document.sections.iter().enumerate() {
        words.section(section, covered && at == 0);
    }
    (words.count >= FEWEST_WORDS).then(|| meeting_parser::sha256(words.text.as_bytes()))
}

/// The words of a text, each with a space behind it.
#[derive(Default)]
struct Words {
    text: String,
    count: usize,
}

impl Words {
    fn section(&mut self, section: &Section, covered: bool) {
        self.text(section.title.as_deref().unwrap_or_default());
        for block in &section.blocks {
            match block {
                Block::Paragraph(paragraph) => self.text(&paragraph.text),
                Block::Table(_) if covered => {}
                Block::Table(table) => {
                    table.rows.iter().flatten().flatten().for_each(|cell| self.text(cell));
                }
            }
        }
        section.sections.iter().for_each(|section| self.section(section, false));
    }

    fn text(&mut self, text: &str) {
        // Most texts are ASCII, whose white space is found faster.
        if text.is_ascii() {
            self.words(text.split_ascii_whitespace());
        } else {
            self.words(text.split_whitespace());
        }
    }

    fn words<'t>(&mut self, words: impl Iterator<Item = &'t str>) {
        for word in words {
            self.text.push_str(word);
            self.text.push(' ');
            self.count += 1;
        }
    }
}
