//! What was probably meant.

/// Names less alike than this are no suggestion.
const ALIKE: f64 = 0.6;

/// The name that is most like a word, if one is like enough.
pub(crate) fn nearest<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let word = word.to_lowercase();
    let mut best: Option<((usize, usize), &str)> = None;
    for name in names {
        let lower = name.to_lowercase();
        if strsim::normalized_damerau_levenshtein(&word, &lower) < ALIKE {
            continue;
        }
        // Of names that are as near, one of the same length: letters are rather swapped than forgotten.
        let distance = (strsim::damerau_levenshtein(&word, &lower), word.len().abs_diff(lower.len()));
        if best.is_none_or(|(known, _)| distance < known) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_alike_is_suggested() {
        assert_eq!(nearest("plaze", ["date", "place", "plates"]), Some("place"));
        assert_eq!(nearest("Titel", ["title"]), Some("title"));
        assert_eq!(nearest("fro", ["from", "for"]), Some("for"));
        assert_eq!(nearest("xyz", ["title", "place"]), None);
    }
}
