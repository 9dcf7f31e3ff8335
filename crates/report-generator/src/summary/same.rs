//! When two statements are one.

use meeting_model::DocumentNumber;

/// The letters and digits of a text in lower case, words separated by one space: what makes two texts the same.
pub(super) fn folded(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Whether both say the same, or one of them says nothing.
pub(super) fn agree(one: Option<&str>, other: Option<&str>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => folded(one) == folded(other),
        _ => true,
    }
}

/// Whether some document can be the same, or one side names none.
pub(super) fn share(one: &[DocumentNumber], other: &[DocumentNumber]) -> bool {
    one.is_empty()
        || other.is_empty()
        || one.iter().any(|ours| other.iter().any(|theirs| ours.matches(theirs)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_space_and_marks_make_no_difference() {
        assert_eq!(folded("To  send “TD 12”, to SG90."), folded("to send TD 12 to SG90"));
        assert_ne!(folded("send TD12"), folded("send TD13"));
        assert!(agree(Some("TSB "), Some("tsb")) && agree(None, Some("TSB")) && !agree(Some("a"), Some("b")));
    }

    #[test]
    fn documents_are_shared_where_one_matches() {
        let numbers =
            |all: &[&str]| -> Vec<DocumentNumber> { all.iter().map(|one| one.parse().unwrap()).collect() };
        assert!(share(&numbers(&["TSAG-TD1"]), &numbers(&["C2", "TD1"])));
        assert!(share(&[], &numbers(&["TD1"])));
        assert!(!share(&numbers(&["TD1R1"]), &numbers(&["TD1"])));
    }
}
