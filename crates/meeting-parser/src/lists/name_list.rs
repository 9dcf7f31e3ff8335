//! Lists of bodies in a cell: `WP1/5, WP2/5 and TSB`.

use crate::values::sources;
use crate::vocabulary::text::tokens;
use crate::vocabulary::{Grammar, Marker, Vocabulary};

/// The names of a list, as printed: cut at marks, at words for *and* before a capital, at spaced strokes.
pub(crate) fn split(text: &str, words: &Vocabulary) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for part in sources::split(text, words) {
        for name in at_and(&part, words) {
            let name = name.trim_matches([' ', ',', ';', '+', '&', '.']);
            let is_name = !name.is_empty() && !words.markers.is(name, Marker::Nothing);
            if is_name && !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
    }
    names
}

fn at_and<'t>(text: &'t str, words: &Vocabulary) -> Vec<&'t str> {
    let tokens = tokens(text);
    let mut parts = Vec::new();
    let (mut from, mut depth) = (0, 0_usize);
    for (at, token) in tokens.iter().enumerate() {
        depth = match () {
            () if token.is('(') => depth + 1,
            () if token.is(')') => depth.saturating_sub(1),
            () => depth,
        };
        let is_and = at > 0
            && depth == 0
            && token.spaced
            && (token.is('/') || token.is('+') || words.grammar.at_key(&tokens, at, Grammar::And).is_some());
        let next = tokens.get(at + 1).filter(|next| next.spaced).map(|next| next.start);
        if let Some(next) = next.filter(|&next| is_and && !text[next..].starts_with(char::is_lowercase)) {
            parts.push(&text[from..token.start]);
            from = next;
        }
    }
    parts.push(&text[from..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_bodies() {
        let split = |text| split(text, Vocabulary::get());
        assert_eq!(split("WP1/5, WP2/5 and TSB"), ["WP1/5", "WP2/5", "TSB"]);
        assert_eq!(split("Rapporteur, RG-DT; WP3/5"), ["Rapporteur, RG-DT", "WP3/5"]);
        assert_eq!(split("Q3/5 / Q9/5\nPLEN"), ["Q3/5", "Q9/5", "PLEN"]);
        assert_eq!(split("WP1/5 + WP2/5 & WP3/5"), ["WP1/5", "WP2/5", "WP3/5"]);
        assert_eq!(split("Chair and vice-chairs"), ["Chair and vice-chairs"]);
        assert_eq!(split("1, 3, R"), ["1", "3", "R"]);
        assert_eq!(split("N/A"), [""; 0]);
    }
}
