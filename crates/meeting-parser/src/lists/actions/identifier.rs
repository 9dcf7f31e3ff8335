//! Identifiers that are printed before the text of an action: `RG-WM-1:`, `WP2-1 –`, `AI-SG13-07.`, `A7:`.

use crate::vocabulary::text::digit;

/// Digits at the end of an identifier, and letters before them where nothing parts the two.
const MOST: usize = 4;

/// The identifier with which a text begins, and the text after its mark.
pub(super) fn leading(text: &str) -> Option<(&str, &str)> {
    [after_steps(text), after_letters(text)].into_iter().flatten().find_map(|rest| {
        let id = &text[..text.len() - rest.len()];
        Some((id, after_mark(rest)?))
    })
}

/// Whether a text is an identifier and nothing else.
pub(super) fn is_one(text: &str) -> bool {
    [after_steps(text), after_letters(text)].contains(&Some(""))
}

/// Names in capitals with hyphens or strokes after them, and a number: `RG-WM-1`, `WP2-1a`.
fn after_steps(text: &str) -> Option<&str> {
    let mut rest = after_step(text).filter(|_| text.starts_with(char::is_uppercase))?;
    while let Some(after) = after_step(rest) {
        rest = after;
    }
    let after = number(rest).filter(|_| rest.len() < text.len())?;
    Some(after.strip_prefix(|letter: char| letter.is_ascii_lowercase()).unwrap_or(after))
}

fn after_step(text: &str) -> Option<&str> {
    let name = text.strip_prefix(|first: char| first.is_uppercase() || digit(first).is_some())?;
    name.trim_start_matches(char::is_alphanumeric).strip_prefix(['-', '/'])
}

/// Capitals and a number: `A7`.
fn after_letters(text: &str) -> Option<&str> {
    let rest = up_to(text, char::is_uppercase);
    number(rest).filter(|_| rest.len() < text.len())
}

fn number(text: &str) -> Option<&str> {
    let rest = up_to(text, |mark| digit(mark).is_some());
    (rest.len() < text.len()).then_some(rest)
}

/// The text without the characters of a sort at its beginning, a few at most.
fn up_to(text: &str, is: impl Fn(char) -> bool) -> &str {
    let taken = text.chars().take(MOST).take_while(|&mark| is(mark)).map(char::len_utf8).sum();
    &text[taken..]
}

/// What stands after the mark of an identifier and the space that follows it.
fn after_mark(text: &str) -> Option<&str> {
    let rest = text.trim_start().strip_prefix([':', '：', '.', '–', '—', '-'])?;
    rest.starts_with(char::is_whitespace).then(|| rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::leading;

    #[test]
    fn an_identifier_stands_before_its_mark() {
        for (text, expected) in [
            ("RG-WM-1: to write", Some(("RG-WM-1", "to write"))),
            ("WP2-1a – to write", Some(("WP2-1a", "to write"))),
            ("AI/SG13-07. to write", Some(("AI/SG13-07", "to write"))),
            ("AI-5-01: to write", Some(("AI-5-01", "to write"))),
            ("5-01: to write", None),
            ("A7 : to write", Some(("A7", "to write"))),
            ("ABCDE7: to write", None),
            ("A7:to write", None),
            ("A-B: to write", None),
            ("7: to write", None),
            ("A-12345: to write", None),
            ("", None),
        ] {
            assert_eq!(leading(text), expected, "{text}");
        }
    }
}
