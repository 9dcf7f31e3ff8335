//! Addresses of links: Word refuses a file in which one is not of the form of a URI.

/// An address without what a URI cannot hold (RFC 3986, 2).
pub(crate) fn cleaned(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    let address = address.trim();
    for (at, character) in address.char_indices() {
        match character {
            ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => push_percent(&mut out, character),
            '%' if !is_escape(&address[at..]) => out.push_str("%25"),
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    // Brackets stand around addresses of the sixth version alone.
    if out.contains("://[") { out } else { out.replace('[', "%5B").replace(']', "%5D") }
}

fn push_percent(out: &mut String, character: char) {
    out.push_str(&format!("%{:02X}", u32::from(character)));
}

fn is_escape(rest: &str) -> bool {
    rest.len() >= 3 && rest.as_bytes()[1..3].iter().all(u8::is_ascii_hexdigit)
}

/// A target with its tags as they were typed: Word writes `{{ url }}` as `%7B%7B%20url%20%7D%7D`.
pub(crate) fn typed(target: &str) -> String {
    let target = replace_braces(target);
    if !target.contains("{{") && !target.contains("{%") {
        return target;
    }
    // What stands in a tag was escaped by Word; what stands around it was so by the author.
    let mut out = String::with_capacity(target.len());
    let mut rest = target.as_str();
    while let Some(start) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        let end = rest[start..].find("}}").into_iter().chain(rest[start..].find("%}")).min();
        let end = end.map_or(rest.len(), |end| start + end + 2);
        out.push_str(&rest[..start]);
        out.push_str(&percent_decoded(&rest[start..end]));
        rest = &rest[end..];
    }
    out + rest
}

fn replace_braces(target: &str) -> String {
    target
        .replace("%7B", "{")
        .replace("%7b", "{")
        .replace("%7D", "}")
        .replace("%7d", "}")
        .replace("{%25", "{%")
        .replace("%25}", "%}")
}

fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = text.get(at + 1..at + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        if let Some(code) = code.filter(|_| bytes[at] == b'%') {
            out.push(code);
            at += 3;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_uri() {
        assert_eq!(
            cleaned(" https://example.org/a b?c={d}|e%20f%zz "),
            "https://example.org/a%20b?c=%7Bd%7D%7Ce%20f%25zz"
        );
        assert_eq!(cleaned("https://[::1]/x"), "https://[::1]/x");
    }

    #[test]
    fn tags_come_back_from_their_escaped_form() {
        assert_eq!(typed("https://x.org/%7B%7B%20item.url%20%7D%7D%20a"), "https://x.org/{{ item.url }}%20a");
        assert_eq!(typed("https://x.org/%7B%25%20if%20a%20%25%7Db"), "https://x.org/{% if a %}b");
        assert_eq!(typed("https://x.org/a%20b"), "https://x.org/a%20b");
    }
}
