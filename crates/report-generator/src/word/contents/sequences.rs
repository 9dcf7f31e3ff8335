//! Numbers of sequences (ECMA-376 part 1, 17.16.5.56), as far as tables of contents ask for them.

use super::switches::words;

/// A number of a sequence that stands in a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sequence {
    /// In lower case.
    pub name: String,
    /// Where the paragraph's text goes on after it.
    pub end: usize,
    step: Step,
}

/// What happens to the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Next,
    Same,
    Reset(u32),
    /// What we do not follow: a restart at headings, a reference, numbers that are not written in digits.
    Unknown,
}

impl Sequence {
    /// Reads the instruction of a field after which a text goes on at `end`.
    pub(super) fn read(instruction: &str, end: usize) -> Option<Self> {
        let words = words(instruction);
        let name = words.get(1)?.to_lowercase();
        let mut step = Step::Next;
        let mut words = words[2..].iter().map(String::as_str);
        while let Some(word) = words.next() {
            step = match word.to_ascii_lowercase().as_str() {
                "\\c" => Step::Same,
                "\\r" => words.next().and_then(|next| next.parse().ok()).map_or(Step::Unknown, Step::Reset),
                "\\n" | "\\h" => step,
                "\\*" if words.next().is_some_and(is_plain) => step,
                _ => Step::Unknown,
            };
            if step == Step::Unknown {
                break;
            }
        }
        Some(Self { name, end, step })
    }

    /// The number after this one; `None` where we cannot tell.
    pub(super) fn after(&self, number: Option<u32>) -> Option<u32> {
        match self.step {
            Step::Next => number.and_then(|number| number.checked_add(1)),
            Step::Same => number,
            Step::Reset(number) => Some(number),
            Step::Unknown => None,
        }
    }
}

/// Whether a format leaves the number in digits.
fn is_plain(format: &str) -> bool {
    ["arabic", "mergeformat"].iter().any(|plain| format.eq_ignore_ascii_case(plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sequence_counts_as_its_fields_say() {
        let cases = [
            ("SEQ Figure", Some(8)),
            (" seq Figure \\* ARABIC \\* MERGEFORMAT ", Some(8)),
            ("SEQ Figure \\n \\h", Some(8)),
            ("SEQ Figure \\c", Some(7)),
            ("SEQ Figure \\r 3", Some(3)),
            ("SEQ Figure \\r x", None),
            ("SEQ Figure \\* ROMAN", None),
            ("SEQ Figure \\s 1", None),
            ("SEQ Figure other_place", None),
        ];
        for (instruction, expected) in cases {
            let sequence = Sequence::read(instruction, 0).unwrap();
            assert_eq!(
                (sequence.name.as_str(), sequence.after(Some(7))),
                ("figure", expected),
                "{instruction}"
            );
        }
        assert_eq!(Sequence::read("SEQ", 0), None);
        assert_eq!(Sequence::read("SEQ x \\s 1", 0).unwrap().after(Some(1)), None);
        assert_eq!(Sequence::read("SEQ x", 0).unwrap().after(None), None);
    }
}
