//! Characters and references that no XML 1.0 may have (2.2, 4.1), whoever wrote them.

use std::borrow::Cow;

/// Whether XML 1.0 allows the character.
pub(super) fn is_allowed(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        other => other >= ' ',
    }
}

/// The XML without forbidden characters and references to them, and with every `&` that begins no reference escaped.
pub(super) fn clean(xml: &str) -> Cow<'_, str> {
    let suspect = |character: char| character == '&' || !is_allowed(character);
    let Some(first) = xml.find(suspect) else { return Cow::Borrowed(xml) };
    let mut out = String::with_capacity(xml.len() + 16);
    out.push_str(&xml[..first]);
    let mut rest = &xml[first..];
    while let Some(character) = rest.chars().next() {
        if character == '&' {
            rest = push_reference(&mut out, rest);
        } else {
            if is_allowed(character) {
                out.push(character);
            }
            rest = &rest[character.len_utf8()..];
        }
    }
    Cow::Owned(out)
}

/// Writes the reference at the start of `rest`, or an escaped `&`. Returns what follows.
fn push_reference<'a>(out: &mut String, rest: &'a str) -> &'a str {
    let name = rest[1..].find(';').map(|end| &rest[1..=end]).unwrap_or_default();
    let length = name.len() + 2;
    match meaning(name) {
        Some(true) => out.push_str(&rest[..length]),
        Some(false) => {}
        None => {
            out.push_str("&amp;");
            return &rest[1..];
        }
    }
    &rest[length..]
}

/// Whether a reference of that name gives an allowed character; `None` for what is no reference.
fn meaning(name: &str) -> Option<bool> {
    if matches!(name, "amp" | "lt" | "gt" | "quot" | "apos") {
        return Some(true);
    }
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix('x') {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    Some(char::from_u32(code).is_some_and(is_allowed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_allowed_stays_as_it_is() {
        assert!(matches!(clean("<a>é\t\u{1f600}</a>"), Cow::Borrowed(_)));
        assert_eq!(clean("<a>&amp; &#233; &#xE9;</a>"), "<a>&amp; &#233; &#xE9;</a>");
    }

    #[test]
    fn what_is_forbidden_goes() {
        assert_eq!(clean("a\u{0}b\u{b}c\u{ffff}"), "abc");
        assert_eq!(clean("a&#1;b&#x1F;c&#xD800;d"), "abcd");
    }

    #[test]
    fn a_bare_ampersand_is_escaped() {
        assert_eq!(clean("R&D & co; &nbsp; &"), "R&amp;D &amp; co; &amp;nbsp; &amp;");
    }
}
