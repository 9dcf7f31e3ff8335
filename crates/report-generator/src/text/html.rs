//! Text in HTML: what would be taken for markup is escaped, in texts and in attributes.

use crate::target::Target;

/// Text, safe between tags and within quoted attributes. Characters that HTML does not have become spaces.
pub fn text(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len() + raw.len() / 8);
    for character in raw.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(character),
            _ if character.is_control() => out.push(' '),
            _ => out.push(character),
        }
    }
    out
}

/// The address of a link, where following it runs nothing: of the web, of mail, or of a file beside the page.
pub fn address(url: &str) -> Option<&str> {
    match Target::of(url)? {
        Target::Url(url) | Target::File(url) => Some(url),
    }
}

/// Text behind a link, or the text alone where the address is none to follow.
pub fn link(raw: &str, url: Option<&str>) -> String {
    match url.and_then(address) {
        Some(url) => format!("<a href=\"{}\">{}</a>", text(url), text(raw)),
        None => text(raw),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped_in_texts_and_attributes() {
        assert_eq!(text("<a href='x\">R&D\u{7}\n"), "&lt;a href=&#39;x&quot;&gt;R&amp;D \n");
        assert_eq!(
            link("T&D", Some("https://a.org/?a&b\"")),
            "<a href=\"https://a.org/?a&amp;b&quot;\">T&amp;D</a>"
        );
        assert_eq!(link("TD1", Some(" JavaScript:alert(1)")), "TD1");
    }
}
