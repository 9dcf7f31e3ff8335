//! Cutting lists: at marks that stand outside parentheses.

use std::ops::Range;

/// The parts of a text between marks for which `is_mark` holds, outside parentheses and brackets. A bracket that
/// never closes does not hold the rest of the text together.
pub(super) fn outside(text: &str, is_mark: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, c) in top_level(text) {
        if is_mark(c) {
            parts.push(start..at);
            start = at + c.len_utf8();
        }
    }
    parts.push(start..text.len());
    parts
}

/// The characters of a text that stand outside parentheses and brackets, with their places.
pub(super) fn top_level(text: &str) -> Vec<(usize, char)> {
    let closes = closing(text);
    let mut outside = Vec::new();
    let mut until = 0;
    for (at, c) in text.char_indices() {
        if at < until {
            continue;
        }
        match closes.binary_search_by_key(&at, |&(open, _)| open) {
            Ok(found) => until = closes[found].1,
            Err(_) => outside.push((at, c)),
        }
    }
    outside
}

/// The outermost pairs of brackets: the place of the opening one, and the place after the closing one.
pub(super) fn closing(text: &str) -> Vec<(usize, usize)> {
    let mut open: Vec<usize> = Vec::new();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    // The first bytes of what opens.
    if !text.bytes().any(|byte| matches!(byte, b'(' | b'[' | 0xEF)) {
        return pairs;
    }
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' | '（' => open.push(at),
            ')' | ']' | '）' => {
                let Some(start) = open.pop() else { continue };
                while pairs.last().is_some_and(|&(inner, _)| inner > start) {
                    pairs.pop();
                }
                pairs.push((start, at + c.len_utf8()));
            }
            _ => {}
        }
    }
    pairs
}

/// A text with its white space folded and without the marks of a list at its ends.
pub(super) fn clean(text: &str) -> String {
    let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
    folded
        .trim_matches(|c: char| {
            c == ' ' || matches!(c, ',' | ';' | '、' | '；' | '，' | '،' | '•' | '–' | '—')
        })
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_hold_together() {
        let cut = |text| outside(text, |c| c == ',').into_iter().map(|part| &text[part]).collect::<Vec<_>>();
        assert_eq!(cut("A (x, y), B [p, (q, r)], C"), ["A (x, y)", " B [p, (q, r)]", " C"]);
        assert_eq!(cut("A (x, y, z"), ["A (x", " y", " z"]);
        assert_eq!(cut("A) x, y"), ["A) x", " y"]);
        assert_eq!(cut(""), [""]);
        assert_eq!(cut("((a, b), c"), ["((a, b)", " c"]);
        for text in ["(", "(a)", ")(", "[("] {
            assert_eq!(outside(&text.repeat(10_000), |c| c == ',').len(), 1);
        }
    }
}
