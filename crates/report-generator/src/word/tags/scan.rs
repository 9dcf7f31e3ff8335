//! Finds tags in the text of a paragraph.

use super::clean::{Quote, quote_of};

/// How a tag opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opening {
    Output,
    Statement,
    Comment,
}

impl Opening {
    fn at(rest: &str) -> Option<Self> {
        match rest.as_bytes() {
            [b'{', b'{', ..] => Some(Self::Output),
            [b'{', b'%', ..] => Some(Self::Statement),
            [b'{', b'#', ..] => Some(Self::Comment),
            _ => None,
        }
    }

    fn closing(self) -> &'static str {
        match self {
            Self::Output => "}}",
            Self::Statement => "%}",
            Self::Comment => "#}",
        }
    }
}

/// A tag in a text, by bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    pub start: usize,
    pub end: usize,
    pub opening: Opening,
}

/// Braces that make no tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Odd {
    pub start: usize,
    pub end: usize,
    pub why: String,
    /// Whether the text was surely meant to be a tag, so that nothing can be filled in.
    pub fatal: bool,
}

/// What a text holds.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    pub tags: Vec<Found>,
    pub odd: Vec<Odd>,
}

/// Finds all tags. `raw` tells whether the text stands between `raw` and `endraw`, before and after.
pub(crate) fn scan(text: &str, raw: &mut bool) -> Scan {
    let mut out = Scan::default();
    let mut at = 0;
    while let Some(found) = text[at..].find(['{', '}', '%', '#']) {
        let start = at + found;
        let rest = &text[start..];
        at = match Opening::at(rest) {
            Some(Opening::Statement) if *raw => end_of_raw(text, start, raw, &mut out),
            _ if *raw => start + 1,
            Some(opening) => tag(text, start, opening, raw, &mut out),
            None => start + stray(rest, start, &mut out),
        };
    }
    out
}

/// Within `raw` only its end is a tag.
fn end_of_raw(text: &str, start: usize, raw: &mut bool, out: &mut Scan) -> usize {
    match text[start..].find("%}") {
        Some(length) if keyword(&text[start + 2..start + length]) == "endraw" => {
            *raw = false;
            let end = start + length + 2;
            out.tags.push(Found { start, end, opening: Opening::Comment });
            end
        }
        _ => start + 2,
    }
}

/// A tag that opens at `start`; the result is where the search goes on.
fn tag(text: &str, start: usize, opening: Opening, raw: &mut bool, out: &mut Scan) -> usize {
    let inner = &text[start + 2..];
    let ended = if opening == Opening::Comment {
        inner.find("#}").map(|length| length + 2).ok_or(Missing::End(inner.len()))
    } else {
        minding_quotes(inner, opening)
    };
    match ended {
        Ok(length) => {
            let end = start + 2 + length;
            let opening = match opening {
                Opening::Statement if keyword(&text[start + 2..end - 2]) == "raw" => {
                    *raw = true;
                    Opening::Comment
                }
                other => other,
            };
            out.tags.push(Found { start, end, opening });
            end
        }
        Err(missing) => {
            let (length, why) = missing.explained(opening);
            let end = start + 2 + length;
            out.odd.push(Odd { start, end, why, fatal: true });
            end
        }
    }
}

/// Why a tag has no end, and after how many bytes one stops looking.
enum Missing {
    End(usize),
    OneBrace(usize),
    Another(usize, &'static str),
}

impl Missing {
    fn explained(self, opening: Opening) -> (usize, String) {
        let closing = opening.closing();
        match self {
            Self::End(length) => (length, format!("the tag is not closed by {closing} in its paragraph")),
            Self::OneBrace(length) => {
                (length, format!("the tag is closed by one brace only, not by {closing}"))
            }
            Self::Another(length, found) => {
                (length, format!("the tag is closed by {found}, not by {closing}"))
            }
        }
    }
}

/// Bytes of an inner. Braces within strings do not close it, unless what looks like a string reaches into the next
/// tag: then its mark is an apostrophe.
fn minding_quotes(inner: &str, opening: Opening) -> Result<usize, Missing> {
    let loose = length(inner, opening, false);
    match (length(inner, opening, true), loose) {
        (Ok(strict), Ok(loose)) if loose < strict => {
            let more = &inner[loose..strict];
            Ok(if more.contains("{{") || more.contains("{%") { loose } else { strict })
        }
        (Ok(strict), _) => Ok(strict),
        (Err(_), loose) => loose,
    }
}

/// Bytes of an inner with its closing braces. Braces within strings and maps do not count, where `strict`.
fn length(inner: &str, opening: Opening, strict: bool) -> Result<usize, Missing> {
    let mut quote: Option<Quote> = None;
    let (mut depth, mut escaped) = (0_usize, false);
    for (at, character) in inner.char_indices() {
        if let Some(open) = quote {
            match character {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                _ if quote_of(character) == Some(open) => quote = None,
                _ => {}
            }
            continue;
        }
        let rest = &inner[at..];
        match character {
            _ if strict && quote_of(character).is_some() => quote = quote_of(character),
            '{' if rest.starts_with("{%")
                || (rest.starts_with("{{") && depth == 0)
                || rest.starts_with("{#") =>
            {
                return Err(Missing::End(at));
            }
            '}' if depth > 0 => depth -= 1,
            '{' => depth += 1,
            _ if rest.starts_with(opening.closing()) => return Ok(at + 2),
            '%' | '#' if rest[1..].starts_with('}') && depth == 0 => {
                let found = if character == '%' { "%}" } else { "#}" };
                return Err(Missing::Another(at + 2, found));
            }
            '}' if rest.starts_with("}}") => return Err(Missing::Another(at + 2, "}}")),
            '}' => return Err(Missing::OneBrace(at + 1)),
            _ => {}
        }
    }
    Err(Missing::End(inner.len()))
}

/// Closing braces that close nothing, and braces that a space has parted. Returns how many bytes were looked at.
fn stray(rest: &str, start: usize, out: &mut Scan) -> usize {
    const APART: [&str; 6] = ["{ {", "{ %", "% }", "{\u{a0}{", "{\u{a0}%", "%\u{a0}}"];
    if let Some(sign) = APART.iter().find(|sign| rest.starts_with(**sign)) {
        let why = "a space stands between the two signs of a tag's brace".to_owned();
        out.odd.push(Odd { start, end: start + sign.len(), why, fatal: false });
        return sign.len();
    }
    match ["}}", "%}", "#}"].iter().find(|sign| rest.starts_with(**sign)) {
        Some(sign) => {
            let why = format!("{sign} closes no tag");
            out.odd.push(Odd { start, end: start + 2, why, fatal: false });
            2
        }
        None => 1,
    }
}

/// The first word of a statement, in lower case.
fn keyword(inner: &str) -> String {
    let inner = inner.trim_start_matches(|c: char| c.is_whitespace() || c == '-' || c == '+');
    inner.chars().take_while(char::is_ascii_alphabetic).collect::<String>().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(text: &str) -> Vec<&str> {
        scan(text, &mut false).tags.iter().map(|found| &text[found.start..found.end]).collect()
    }

    fn odd(text: &str) -> Vec<String> {
        scan(text, &mut false).odd.into_iter().map(|odd| odd.why).collect()
    }

    #[test]
    fn tags_end_where_their_braces_do() {
        assert_eq!(tags("a {{ b }} c {% if d %}{# e #}"), ["{{ b }}", "{% if d %}", "{# e #}"]);
        assert_eq!(tags("{{ \"}}\" }}x{{ '%}' }}"), ["{{ \"}}\" }}", "{{ '%}' }}"]);
        assert_eq!(tags("{{ {'a': {'b': 1}} }}"), ["{{ {'a': {'b': 1}} }}"]);
        assert_eq!(tags("{% raw %}{{ x }}{% if %}{% endraw %}{{ y }}").len(), 3);
        assert_eq!(tags("{{ x’s }} and {{ y’s }}").len(), 2);
    }

    #[test]
    fn odd_braces_are_told() {
        assert_eq!(odd("{{ a and {{ b }}"), ["the tag is not closed by }} in its paragraph"]);
        assert_eq!(odd("{{ a }"), ["the tag is closed by one brace only, not by }}"]);
        assert_eq!(odd("{{ a %} b"), ["the tag is closed by %}, not by }}"]);
        assert_eq!(odd("{% if a }} b"), ["the tag is closed by }}, not by %}"]);
        assert_eq!(odd("{ { a }}").len(), 2);
        assert_eq!(odd("50 % {a} #1"), [""; 0]);
    }

    #[test]
    fn raw_reaches_over_paragraphs() {
        let mut raw = false;
        assert_eq!(scan("{% raw %} {{ x }}", &mut raw).tags.len(), 1);
        assert!(raw);
        assert_eq!(scan("{{ a }} {% Endraw %} {{ b }}", &mut raw).tags.len(), 2);
        assert!(!raw);
    }
}
