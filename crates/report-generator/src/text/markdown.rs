//! Text in Markdown: what would be taken for markup, or for HTML, is escaped.

/// Text on one line, safe wherever it stands: in a paragraph, a heading or a table's cell.
pub fn text(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len() + raw.len() / 8);
    let mut before = None;
    for (at, character) in raw.char_indices() {
        let rest = &raw[at + character.len_utf8()..];
        match character {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' if starts_entity(rest) => out.push_str("&amp;"),
            _ if character.is_control() => out.push(' '),
            _ => {
                if is_special(character, before, rest) || (at == 0 && opens_block(character, rest)) {
                    out.push('\\');
                }
                out.push(character);
            }
        }
        before = Some(character);
    }
    escape_ordinal(out)
}

/// Text whose lines stay apart, on one line of Markdown: within a cell of a table.
pub fn lines(raw: &str) -> String {
    raw.split('\n').map(text).collect::<Vec<_>>().join("<br>")
}

/// Text behind a link, where the address is one that a browser may follow.
pub fn link(raw: &str, url: Option<&str>) -> String {
    match url.filter(|url| url.starts_with("https://") || url.starts_with("http://")) {
        Some(url) => format!("[{}](<{}>)", text(raw), address(url)),
        None => text(raw),
    }
}

/// The address with the characters coded that would end it.
pub(crate) fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for character in url.chars() {
        match character {
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '|' => out.push_str("%7C"),
            '\\' => out.push_str("%5C"),
            _ if character.is_control() || character.is_whitespace() => out.push_str("%20"),
            _ => out.push(character),
        }
    }
    out
}

/// Whether the character is markup here. An underscore within a word is none, and file names read better so.
fn is_special(character: char, before: Option<char>, rest: &str) -> bool {
    match character {
        '\\' | '`' | '*' | '[' | ']' | '|' | '~' | '$' => true,
        '_' => {
            let in_word = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
            !(in_word(before) && in_word(rest.chars().next()))
        }
        _ => false,
    }
}

/// Whether the character would open a heading, a list or a rule at the start of a line.
fn opens_block(character: char, rest: &str) -> bool {
    match character {
        '#' | '=' => true,
        '-' | '+' => rest.is_empty() || rest.starts_with([' ', '-']),
        _ => false,
    }
}

fn starts_entity(rest: &str) -> bool {
    let name = rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '#')).next().unwrap_or_default();
    !name.is_empty() && rest[name.len()..].starts_with(';')
}

/// `1. ` and `1) ` would become an item of a list that is numbered anew.
fn escape_ordinal(mut text: String) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mut after = text[digits..].chars();
    if digits > 0 && matches!(after.next(), Some('.' | ')')) && matches!(after.next(), None | Some(' ')) {
        text.insert(digits, '\\');
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::*;

    #[test]
    fn markup_is_escaped_and_ordinary_text_is_not() {
        for (raw, escaped) in [
            ("a | b", r"a \| b"),
            ("*must* `x` [y] $z$ ~~w~~", r"\*must\* \`x\` \[y\] \$z\$ \~\~w\~\~"),
            ("<script>", "&lt;script&gt;"),
            ("R&D, AT&T &copy; &#60;", "R&D, AT&T &amp;copy; &amp;#60;"),
            ("jane_doe_x _is_", r"jane_doe_x \_is\_"),
            ("# no heading", r"\# no heading"),
            ("- no list", r"\- no list"),
            ("-5 dB", "-5 dB"),
            ("1. First", r"1\. First"),
            ("2.1 Second", "2.1 Second"),
            ("bell\u{7}", "bell "),
        ] {
            assert_eq!(text(raw), escaped);
        }
    }

    #[test]
    fn lines_stay_apart_in_a_cell() {
        assert_eq!(lines("one\n# two"), r"one<br>\# two");
    }

    #[test]
    fn only_web_addresses_are_linked() {
        assert_eq!(link("TD1", Some("https://itu.int/a b|c>")), "[TD1](<https://itu.int/a%20b%7Cc%3E>)");
        assert_eq!(link("TD1", Some("javascript:alert(1)")), "TD1");
        assert_eq!(link("TD1", None), "TD1");
    }

    /// What a reader sees in a cell of a table, lines joined by line feeds.
    fn seen(markdown: &str) -> String {
        let table = format!("| head |\n| --- |\n| x{markdown}x |\n");
        let mut cells = Vec::new();
        for event in Parser::new_ext(&table, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Text(text) => cells.push(text.to_string()),
                Event::InlineHtml(tag) if &*tag == "<br>" => cells.push("\n".to_owned()),
                Event::Start(_) | Event::End(_) => {}
                other => panic!("{other:?} in {table}"),
            }
        }
        cells.concat().strip_prefix("head").unwrap().to_owned()
    }

    proptest! {
        #[test]
        fn a_cell_shows_the_text_and_nothing_else(raw in "([a-c ]|[-*_`|<>\\[\\]#&;~$!\\\\().:\"'=+0-9/]|\n){0,24}") {
            let inner = raw.split('\n').map(str::trim).collect::<Vec<_>>().join("\n");
            prop_assert_eq!(seen(&lines(&inner)), format!("x{inner}x"));
        }

        #[test]
        fn a_paragraph_shows_the_text_and_nothing_else(raw in "[-*_`|<>#&;~!().:=+0-9a-c]{1,12}") {
            let markdown = text(&raw);
            let mut shown = String::new();
            for event in Parser::new_ext(&markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
                match event {
                    Event::Text(text) => shown.push_str(&text),
                    Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                    other => prop_assert!(false, "{other:?} in {markdown}"),
                }
            }
            prop_assert_eq!(shown, raw);
        }
    }
}
