//! Text as XML.

use std::borrow::Cow;

/// Whether XML 1.0 allows the character (2.2) and it is none that we mark places with.
pub(crate) fn is_allowed(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => true,
        '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}' => false,
        other => other >= ' ',
    }
}

/// Text with what XML reserves escaped, for content and for attributes; control characters are dropped.
pub(crate) fn xml_text(text: &str) -> Cow<'_, str> {
    let plain = |c: char| !matches!(c, '&' | '<' | '>' | '"') && is_allowed(c);
    if text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        push_escaped(&mut out, character);
    }
    Cow::Owned(out)
}

/// One character of [`xml_text`].
pub(crate) fn push_escaped(out: &mut String, character: char) {
    match character {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        other if is_allowed(other) => out.push(other),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_reserves_is_escaped_and_what_it_forbids_is_dropped() {
        assert_eq!(xml_text("a < b & \"c\""), "a &lt; b &amp; &quot;c&quot;");
        assert_eq!(xml_text("a\u{0}\u{b}\u{1b}b\u{fffe}\u{fdd0}"), "ab");
        assert!(matches!(xml_text("كلام"), Cow::Borrowed(_)));
    }
}
