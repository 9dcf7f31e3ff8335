//! What was probably meant.

/// Names less alike than this are no suggestion.
const ALIKE: f64 = 0.6;

/// The name that is most like a word, if one is like enough.
pub(crate) fn nearest<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let word = word.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for name in names {
        let alike = strsim::normalized_damerau_levenshtein(&word, &name.to_lowercase());
        if alike >= ALIKE && best.is_none_or(|(known, _)| alike > known) {
            best = Some((alike, name));
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
        assert_eq!(nearest("xyz", ["title", "place"]), None);
    }
}
