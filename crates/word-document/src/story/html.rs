//! The text of an HTML page, as its paragraphs: enough for the pages that programs embed in Word files.

use std::iter;

use quick_xml::escape::resolve_html5_entity;

/// Elements whose content is not shown.
const UNSEEN: &[&str] = &["head", "script", "style", "template", "title"];

/// Elements that stand in a line of text; any other begins a new paragraph.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd",
    "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var",
];

/// The visible paragraphs of a page. `\n` is a line break, `\t` stands between the cells of a table row.
pub(super) fn paragraphs(page: &str) -> Vec<String> {
    let mut found = Page::default();
    let mut rest = page;
    while let Some((text, after)) = rest.split_once('<') {
        found.text(text);
        rest = if let Some(comment) = after.strip_prefix("!--") {
            comment.split_once("-->").map_or("", |(_, after)| after)
        } else if after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            let (tag, after) = split_tag(after);
            found.tag(tag, after)
        } else {
            found.text("<");
            after
        };
    }
    found.text(rest);
    found.end();
    found.paragraphs
}

/// Cuts behind the bracket that ends a tag; one in quotes does not.
fn split_tag(text: &str) -> (&str, &str) {
    let mut quote = None;
    for (at, character) in text.char_indices() {
        match (quote, character) {
            (None, '>') => return (&text[..at], &text[at + 1..]),
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            _ => {}
        }
    }
    (text, "")
}

#[derive(Default)]
struct Page {
    paragraphs: Vec<String>,
    line: String,
}

impl Page {
    /// What a tag does to the text; gives what is to be read behind it.
    fn tag<'t>(&mut self, tag: &str, after: &'t str) -> &'t str {
        let name = tag.trim_start_matches('/');
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let name = name.to_ascii_lowercase();
        match &*name {
            "br" => self.line.push('\n'),
            "td" | "th" if tag.starts_with('/') => self.line.push('\t'),
            "td" | "th" | "" => {}
            name if UNSEEN.contains(&name) && !tag.starts_with('/') => return behind(name, after),
            name if INLINE.contains(&name) => {}
            _ => self.end(),
        }
        after
    }

    /// White space in a page is one space, and none at the start of a line.
    fn text(&mut self, text: &str) {
        for character in characters(text) {
            if !matches!(character, ' ' | '\n' | '\t' | '\r') {
                self.line.push(character);
            } else if !self.line.is_empty() && !self.line.ends_with([' ', '\n', '\t']) {
                self.line.push(' ');
            }
        }
    }

    fn end(&mut self) {
        let line = std::mem::take(&mut self.line);
        let line = line.trim_matches([' ', '\n', '\t']);
        if !line.is_empty() {
            self.paragraphs.push(line.to_owned());
        }
    }
}

/// What follows the end tag of an element whose content is not shown.
fn behind<'t>(name: &str, text: &'t str) -> &'t str {
    let mut ends = memchr::memmem::find_iter(text.as_bytes(), b"</").filter(|at| {
        text.get(at + 2..at + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name))
    });
    ends.next().map_or("", |at| split_tag(&text[at + 2..]).1)
}

/// The characters of a text, references expanded; an unknown one stands as it is written.
fn characters(text: &str) -> impl Iterator<Item = char> {
    const LONGEST_NAME: usize = 32;
    let mut rest = text;
    let mut expanded = "".chars();
    let mut single = None;
    iter::from_fn(move || {
        if let Some(character) = expanded.next().or_else(|| single.take()) {
            return Some(character);
        }
        let mut characters = rest.chars();
        let first = characters.next()?;
        let end = rest.bytes().take(LONGEST_NAME).position(|byte| byte == b';').filter(|_| first == '&');
        if let Some(name) = end.map(|end| &rest[1..end]) {
            single = numbered(name);
            expanded = resolve_html5_entity(name).unwrap_or_default().chars();
            if let Some(character) = expanded.next().or_else(|| single.take()) {
                rest = &rest[name.len() + 2..];
                return Some(character);
            }
        }
        rest = characters.as_str();
        Some(first)
    })
}

/// The character of a reference by number: `#233`, `#xE9`.
fn numbered(name: &str) -> Option<char> {
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    code.ok().and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_its_visible_paragraphs() {
        let cases: &[(&str, &[&str])] = &[
            ("<p>One <b>bold</b>\n word<p>Two", &["One bold word", "Two"]),
            ("<head><title>No</title></head><BODY>Yes</BODY>", &["Yes"]),
            ("a<!-- <p>no</p> -->b<script>if (1 < 2) '</p>'</SCRIPT >c", &["abc"]),
            ("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", &["1\t2", "3"]),
            ("x<br/>y &amp; &eacute;&#233;&#xE9; &nope; & 1 < 2", &["x\ny & ééé &nope; & 1 < 2"]),
            ("<p title='a > b'>c</p>", &["c"]),
            ("<p", &[]),
            ("<script>x", &[]),
            ("é&é;", &["é&é;"]),
        ];
        for (page, expected) in cases {
            assert_eq!(paragraphs(page), *expected, "{page}");
        }
    }
}
