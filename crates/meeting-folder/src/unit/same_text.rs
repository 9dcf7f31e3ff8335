//! Which documents have the same text under different numbers: a fingerprint of the body.

use meeting_model::{Block, Document, Section};

/// Bytes of the words of most documents.
const USUAL: usize = 16 << 10;

/// Fewer words than these say nothing: "See the next page" is no common text.
const FEWEST_WORDS: usize = 12;

/// The fingerprint of the words below the cover; none, where there are hardly any.
///
/// The first table is the cover where the document has one, and states the number, which differs.
pub(super) fn fingerprint(document: &Document) -> Option<String> {
    let mut words = Words { text: String::with_capacity(USUAL), count: 0 };
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
        // Most texts are ASCII, whose white space is found faster, with a space between words and none elsewhere.
        if text.is_ascii() && is_spaced(text.as_bytes()) {
            self.text.push_str(text);
            self.text.push(' ');
            self.count += 1 + text.bytes().filter(|byte| *byte == b' ').count();
        } else if text.is_ascii() {
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

/// Whether a text is words with one space between each two.
fn is_spaced(text: &[u8]) -> bool {
    let ends_in_words = |end: Option<&u8>| end.is_some_and(|byte| !byte.is_ascii_whitespace());
    // All is looked at, which takes less than to stop early.
    let others = text.iter().filter(|byte| matches!(byte, 9..=13)).count();
    let wide = text.iter().zip(text.iter().skip(1)).filter(|pair| *pair == (&b' ', &b' ')).count();
    ends_in_words(text.first()) && ends_in_words(text.last()) && others + wide == 0
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
            assert_eq!((words.text, words.count), (spaced, expected.len()), "{text:?}");
        }
    }
}
