//! Text as the vocabulary compares it: tokens with folded words, and the folding of a whole string.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfd_quick, is_nfkc_quick};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A run of letters; a Han character is a word of its own.
    Word,
    /// A run of decimal digits of any of the scripts in use.
    Number,
    /// Any other visible character.
    Mark,
}

/// A token of a text, with its place in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'t> {
    /// The folded text: lower case, compatibility forms resolved, digits in ASCII.
    pub text: Cow<'t, str>,
    /// First byte.
    pub start: usize,
    /// Byte after the last one.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
    /// White space stands before it (true for the first token).
    pub spaced: bool,
}

impl Token<'_> {
    /// The value of a number; `u32::MAX` for one of more than nine digits, `None` for words and marks.
    pub fn value(&self) -> Option<u32> {
        (self.kind == Kind::Number).then(|| self.text.parse().unwrap_or(u32::MAX))
    }

    /// Is it this mark?
    pub fn is(&self, mark: char) -> bool {
        self.kind == Kind::Mark && self.text.chars().eq([mark])
    }
}

/// The tokens of a text, in one pass.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(text.len() / 5 + 1);
    let mut chars = text.char_indices().peekable();
    let mut spaced = true;
    while let Some((start, first)) = chars.next() {
        if first.is_whitespace() || is_invisible(first) {
            spaced |= first.is_whitespace();
            continue;
        }
        let kind = kind_of(first);
        let mut end = start + first.len_utf8();
        while kind != Kind::Mark && !is_ideograph(first) {
            let Some(&(at, next)) = chars.peek() else { break };
            if !continues(kind, next) {
                break;
            }
            end = at + next.len_utf8();
            chars.next();
        }
        tokens.push(Token { text: folded(&text[start..end], kind), start, end, kind, spaced });
        spaced = false;
    }
    tokens
}

fn kind_of(c: char) -> Kind {
    if digit(c).is_some() {
        Kind::Number
    } else if c.is_alphabetic() {
        Kind::Word
    } else {
        Kind::Mark
    }
}

fn continues(kind: Kind, next: char) -> bool {
    match kind {
        Kind::Number => digit(next).is_some(),
        Kind::Word => {
            (next.is_alphabetic() && !is_ideograph(next)) || is_combining_mark(next) || is_invisible(next)
        }
        Kind::Mark => false,
    }
}

/// The value of a decimal digit: ASCII, Arabic-Indic, Eastern Arabic-Indic or full width.
pub fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{0660}'..='\u{0669}' => '\u{0660}',
        '\u{06F0}'..='\u{06F9}' => '\u{06F0}',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(zero))
}

/// Scripts that write words without spaces: there every character is a token.
pub fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Characters without a shape: soft hyphens, direction marks, joiners.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

fn folded(text: &str, kind: Kind) -> Cow<'_, str> {
    if text.is_ascii() {
        let capitals = text.bytes().any(|b| b.is_ascii_uppercase());
        return if capitals { Cow::Owned(text.to_ascii_lowercase()) } else { Cow::Borrowed(text) };
    }
    if kind == Kind::Number {
        return Cow::Owned(text.chars().filter_map(digit).filter_map(|d| char::from_digit(d, 10)).collect());
    }
    Cow::Owned(fold(text))
}

/// Folds case, compatibility forms, dashes, quotes, and what Arabic and Russian print at will (vowel signs,
/// the forms of alef, the dots of yo).
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if is_nfkc_quick(text.chars()) == IsNormalized::Yes {
        fold_chars(text.chars(), &mut folded);
    } else {
        fold_chars(text.nfkc(), &mut folded);
    }
    folded
}

fn fold_chars(chars: impl Iterator<Item = char>, folded: &mut String) {
    for c in chars.filter(|&c| !is_invisible(c)) {
        match c {
            '\u{064B}'..='\u{0652}' | '\u{0670}' | '\u{0640}' => {}
            '\u{0622}' | '\u{0623}' | '\u{0625}' | '\u{0671}' => folded.push('\u{0627}'),
            '\u{0649}' => folded.push('\u{064A}'),
            '\u{0401}' | '\u{0451}' => folded.push('\u{0435}'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => folded.push('-'),
            '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{0060}' | '\u{00B4}' => folded.push('\''),
            '\u{201C}' | '\u{201D}' | '\u{00AB}' | '\u{00BB}' => folded.push('"'),
            _ => folded.extend(c.to_lowercase()),
        }
    }
}

/// Folds a string for comparison: case, compatibility forms, runs of white space, dashes and quotes; stops,
/// colons and commas at its ends are dropped.
pub fn normalise(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    for word in fold(text).split_whitespace() {
        if !normal.is_empty() {
            normal.push(' ');
        }
        normal.push_str(word);
    }
    normal.trim_matches(|c: char| c == ' ' || is_edge(c)).to_owned()
}

/// Marks at the ends of a label that are not part of it.
pub fn is_edge(c: char) -> bool {
    matches!(c, ':' | '.' | ',' | ';' | '-' | '\u{060C}' | '\u{061B}' | '\u{3002}' | '\u{3001}' | '*' | '_')
}

/// Nothing would be left out by [`without_accents`].
pub fn has_no_accents(text: &str) -> bool {
    text.is_ascii() || is_nfd_quick(text.chars()) == IsNormalized::Yes && !text.chars().any(is_combining_mark)
}

/// Without accents: capital letters are often printed without them.
pub fn without_accents(folded: &str) -> String {
    if has_no_accents(folded) {
        return folded.to_owned();
    }
    folded.nfd().filter(|&c| !is_combining_mark(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_forms_and_edges() {
        for (text, normal) in [
            (" Question(s)\u{a0}: ", "question(s)"),
            ("E\u{2011}mail :", "e-mail"),
            ("TITRE\u{a0}:", "titre"),
            ("N\u{ba}.", "no"),
            ("Ответственный\u{200e}:", "ответственный"),
            ("—", ""),
            ("来源：", "来源"),
            ("", ""),
        ] {
            assert_eq!(normalise(text), normal, "{text:?}");
        }
    }

    #[test]
    fn cuts_words_numbers_and_marks() {
        let cut = |text| tokens(text).into_iter().map(|t| t.text.into_owned()).collect::<Vec<_>>();
        assert_eq!(cut("12th of May"), ["12", "th", "of", "may"]);
        assert_eq!(cut("2026年1月26日"), ["2026", "年", "1", "月", "26", "日"]);
        assert_eq!(cut("٢٦–٣٠"), ["26", "-", "30"]);
        assert_eq!(cut("l’essai"), ["l", "'", "essai"]);
        assert_eq!(tokens("a b").iter().map(|t| (t.start, t.end)).collect::<Vec<_>>(), [(0, 1), (2, 3)]);
    }

    #[test]
    fn numbers_have_values() {
        assert_eq!(tokens("٢٠٢٦")[0].value(), Some(2026));
        assert_eq!(tokens("99999999999999")[0].value(), Some(u32::MAX));
        assert_eq!(tokens("x")[0].value(), None);
    }
}
