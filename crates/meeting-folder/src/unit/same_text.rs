//! Which documents have the same text under different numbers: a fingerprint of the body.

use meeting_model::{Block, Document, Section};
use sha2::{Digest, Sha256};

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
    (words.count >= FEWEST_WORDS).then(|| meeting_parser::hex(&words.hash.finalize()))
}

/// The words of a text, each with a space behind it.
#[derive(Default)]
struct Words {
    hash: Sha256,
    /// How many they are; no more are counted than have to be there.
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
        // Most texts are ASCII, whose white space is found faster, with a space between words and none elsewhere.
        if text.is_ascii() && is_spaced(text.as_bytes()) {
            self.hash.update(text);
            self.hash.update(b" ");
            if self.count < FEWEST_WORDS {
                self.count += text.split(' ').count();
            }
        } else if text.is_ascii() {
            self.words(text.split_ascii_whitespace());
        } else {
            self.words(text.split_whitespace());
        }
    }

    fn words<'t>(&mut self, words: impl Iterator<Item = &'t str>) {
        for word in words {
            self.hash.update(word);
            self.hash.update(b" ");
            self.count += 1;
        }
    }
}

/// Whether a text is words with one space between each two.
fn is_spaced(text: &[u8]) -> bool {
    let ends_in_words = |end: Option<&u8>| end.is_some_and(|byte| !byte.is_ascii_whitespace());
    let is_odd = |(one, other): (&u8, &u8)| {
        (*one == b' ' && *other == b' ') | (one.wrapping_sub(b'\t') <= b'\r' - b'\t')
    };
    // All pairs are looked at, which takes less than to stop early.
    let has_odd = text.iter().zip(text.iter().skip(1)).fold(false, |has, pair| has | is_odd(pair));
    ends_in_words(text.first()) && ends_in_words(text.last()) && !has_odd
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_those_between_white_space() {
        for text in [
            "",
            " ",
            "a",
            "The plan was noted",
            "a  b",
            " a b",
            "a b ",
            "a\tb",
            "a\u{b}b c",
            "é\u{a0}b c",
            "a\n b",
        ] {
            let mut words = Words::default();
            words.text(text);
            let expected: Vec<&str> = if text.is_ascii() {
                text.split_ascii_whitespace().collect()
            } else {
                text.split_whitespace().collect()
            };
            let spaced: String = expected.iter().map(|word| format!("{word} ")).collect();
            assert_eq!(words.hash.finalize(), Sha256::digest(spaced), "{text:?}");
            assert_eq!(words.count, expected.len(), "{text:?}");
        }
    }
}
