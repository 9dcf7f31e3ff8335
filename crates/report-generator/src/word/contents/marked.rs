//! Entries that a text marks for tables of contents by TC fields (ECMA-376 part 1, 17.16.5.67).

use super::switches::words;

/// A marked entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marked {
    pub text: String,
    /// Of which table, in lower case.
    pub table: String,
    pub level: usize,
    /// Whether its page is told.
    pub has_page: bool,
}

/// The table of entries that name none.
pub(super) const USUAL_TABLE: &str = "c";

impl Marked {
    /// Reads the instruction of a field.
    pub(super) fn read(instruction: &str) -> Option<Self> {
        let words = words(instruction);
        let text = words.get(1)?.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut out = Self { text, table: USUAL_TABLE.to_owned(), level: 1, has_page: true };
        let mut words = words[2..].iter().map(String::as_str);
        while let Some(word) = words.next() {
            match word.to_ascii_lowercase().as_str() {
                "\\f" => out.table = words.next()?.to_lowercase(),
                "\\l" => out.level = words.next()?.parse().ok().filter(|level| (1..=9).contains(level))?,
                "\\n" => out.has_page = false,
                _ => {}
            }
        }
        (!out.text.is_empty()).then_some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_says_its_table_and_level() {
        let entry = |text: &str, table: &str, level, has_page| {
            Some(Marked { text: text.to_owned(), table: table.to_owned(), level, has_page })
        };
        assert_eq!(Marked::read(" TC \"Two  words\" "), entry("Two words", "c", 1, true));
        assert_eq!(Marked::read("tc \"A\" \\f M \\l \"3\" \\n"), entry("A", "m", 3, false));
        for wrong in ["TC", "TC \"\"", "TC \"A\" \\l x", "TC \"A\" \\l 0", "TC \"A\" \\f"] {
            assert_eq!(Marked::read(wrong), None, "{wrong}");
        }
    }
}
