//! Which documents have the same text under different numbers: a fingerprint of the body.

use meeting_model::{Block, Document, Section};
use sha2::{Digest, Sha256};

/// Fewer words than these say nothing: "See the next page" is no common text.
const FEWEST_WORDS: usize = 12;

/// The fingerprint of the words below the cover; none, where there are hardly any.
///
/// The first table is the cover where the document has one, and states the number, which differs.
pub(super) fn fingerprint(document: &Document) -> Option<String> {
    let mut words = Words { hash: Sha256::new(), count: 0 };
    let covered = document.header.number.is_some() || document.header.title.is_some();
    for (at, section) in document.sections.iter().enumerate() {
        words.section(section, covered && at == 0);
    }
    (words.count >= FEWEST_WORDS)
        .then(|| words.hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

struct Words {
    hash: Sha256,
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
        for word in text.split_whitespace() {
            self.hash.update(word.as_bytes());
            self.hash.update(b" ");
            self.count += 1;
        }
    }
}
