//! What Word's corrections while one types do to an expression, undone.

/// The inner of a tag, with what stands in strings left as typed.
pub(super) fn clean(inner: &str) -> String {
    let mut out = String::with_capacity(inner.len());
    let mut open: Option<Quote> = None;
    let mut escaped = false;
    for character in inner.chars() {
        match open {
            Some(_) if escaped => {
                escaped = false;
                out.push(character);
            }
            Some(quote) if quote_of(character) == Some(quote) => {
                open = None;
                out.push(quote.plain());
            }
            Some(_) => {
                escaped = character == '\\';
                out.push(character);
            }
            None => match quote_of(character) {
                Some(quote) => {
                    open = Some(quote);
                    out.push(quote.plain());
                }
                None => push_code(&mut out, character),
            },
        }
    }
    out
}

/// A character outside strings.
fn push_code(out: &mut String, character: char) {
    match character {
        // Zero-width marks, soft hyphen, byte order mark, marks of direction.
        '\u{200b}'..='\u{200f}' | '\u{ad}' | '\u{feff}' | '\u{2060}' | '\u{202a}'..='\u{202e}' => {}
        '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
        '≤' => out.push_str("<="),
        '≥' => out.push_str(">="),
        '≠' => out.push_str("!="),
        '×' => out.push('*'),
        '…' => out.push_str("..."),
        other if other.is_whitespace() || other.is_control() => out.push(' '),
        other => out.push(other),
    }
}

/// Quotation marks that stand for the same straight one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quote {
    Single,
    Double,
}

impl Quote {
    fn plain(self) -> char {
        match self {
            Self::Single => '\'',
            Self::Double => '"',
        }
    }
}

/// What a character is among quotation marks.
pub(super) fn quote_of(character: char) -> Option<Quote> {
    match character {
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '″' => Some(Quote::Double),
        '\'' | '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' => Some(Quote::Single),
        _ => None,
    }
}
