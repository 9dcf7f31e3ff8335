//! The words of a text as the index holds them, and what a person types as a question to the index.
//!
//! FTS5's own tokenizer folds case and Latin accents. Here comes what it does not know: letters and digits part, so that
//! `TD104` finds `TD 104R1`; Chinese, Japanese and Korean have no spaces, so each ideograph is a word; Arabic marks of
//! vowels, the stretching sign and the forms of alef do not count.

use std::borrow::Cow;

/// The text with the cuts that make its words.
pub fn indexed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() && !has_mixed_word(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut before = Class::Other;
    // What is copied as it is, at once.
    let mut from = 0;
    let mut at = 0;
    while let Some(byte) = text.as_bytes().get(at) {
        if let Some(class) = OF_ASCII[usize::from(*byte)] {
            if class.parts_from(before) {
                copy(&text[from..at], &mut out, text);
                out.push(' ');
                from = at;
            }
            before = class;
            at += 1;
            continue;
        }
        let character = text[at..].chars().next().unwrap_or_default();
        let next = at + character.len_utf8();
        let class = Class::of(character);
        let is_cut = class.parts_from(before);
        let counts = folded(character);
        if is_cut || counts != Some(character) {
            copy(&text[from..at], &mut out, text);
            from = if counts == Some(character) { at } else { next };
            out.extend(is_cut.then_some(' ').filter(|_| counts.is_some()));
            out.extend(counts.filter(|&counts| counts != character));
        }
        before = if counts.is_some() { class } else { before };
        at = next;
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    copy(&text[from..], &mut out, text);
    Cow::Owned(out)
}

/// Adds a piece of a text, with room for the rest of it.
fn copy(piece: &str, out: &mut String, text: &str) {
    if out.capacity() == 0 {
        out.reserve(text.len() + text.len() / 4);
    }
    out.push_str(piece);
}

/// Whether a letter and a digit stand side by side: all pairs are looked at, which takes less than to stop early.
fn has_mixed_word(text: &[u8]) -> bool {
    let pairs = text.iter().zip(text.iter().skip(1));
    let is_mixed = |(one, other): (&u8, &u8)| {
        (one.is_ascii_digit() & other.is_ascii_alphabetic())
            | (one.is_ascii_alphabetic() & other.is_ascii_digit())
    };
    pairs.fold(false, |has, pair| has | is_mixed(pair))
}

/// Kinds of characters that end a word of another kind.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Ideograph,
    Other,
}

/// Of an ASCII character that counts, as most do.
static OF_ASCII: [Option<Class>; 256] = {
    let mut classes = [None; 256];
    let mut byte = 1;
    while byte < 128 {
        classes[byte] = Some(match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            _ => Class::Other,
        });
        byte += 1;
    }
    classes
};

impl Class {
    /// Of another character than those of [`OF_ASCII`].
    fn of(character: char) -> Self {
        match character {
            '\0' => Self::Other,
            _ if character.is_numeric() => Self::Digit,
            '\u{2e80}'..='\u{30ff}'
            | '\u{3400}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7af}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}' => Self::Ideograph,
            _ if character.is_alphabetic() => Self::Letter,
            _ => Self::Other,
        }
    }

    fn parts_from(self, before: Self) -> bool {
        self != Self::Other && before != Self::Other && (self != before || self == Self::Ideograph)
    }
}

/// The character as it counts in a word; none where it does not.
const fn folded(character: char) -> Option<char> {
    match character {
        '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' | '\u{ad}' | '\0' => None,
        '\u{622}' | '\u{623}' | '\u{625}' | '\u{671}' => Some('\u{627}'),
        _ => Some(character),
    }
}

/// What a person asks for: all of these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Words and phrases, as typed.
    pub terms: Vec<Term>,
}

/// A word or a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// As typed, without quotation marks and asterisk.
    pub text: String,
    /// Whether a longer word counts too: `standard*`.
    pub prefix: bool,
}

impl Question {
    /// Reads what a person typed. Nothing in it can be wrong: what is no quotation mark or asterisk at the end of a
    /// word stands for itself.
    pub fn read(typed: &str) -> Self {
        let (mut terms, mut rest) = (Vec::new(), typed.trim_start());
        while !rest.is_empty() {
            let (text, after) = match rest.strip_prefix(is_quotation_mark) {
                Some(quoted) => quoted.split_once(is_quotation_mark).unwrap_or((quoted, "")),
                None => rest.split_once(char::is_whitespace).unwrap_or((rest, "")),
            };
            let (after, starred) = match after.strip_prefix('*') {
                Some(after) => (after, true),
                None => (after, text.ends_with('*')),
            };
            let text = text.trim_end_matches('*');
            if text.chars().any(char::is_alphanumeric) {
                terms.push(Term { text: text.to_owned(), prefix: starred });
            }
            rest = after.trim_start();
        }
        Self { terms }
    }

    /// The question in the language of FTS5: strings alone, so that no word is an operator.
    pub fn expression(&self) -> String {
        let terms = self.terms.iter().map(|term| {
            let words: String = indexed(&term.text).replace('"', " ");
            format!("\"{words}\"{}", if term.prefix { "*" } else { "" })
        });
        terms.collect::<Vec<_>>().join(" AND ")
    }
}

fn is_quotation_mark(character: char) -> bool {
    matches!(character, '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_digits_part_and_ideographs_stand_alone() {
        assert_eq!(indexed("TD104R1 was noted"), "TD 104 R 1 was noted");
        assert_eq!(indexed("The meeting"), "The meeting");
        let long = "A long text about the year 2027 and its second meeting";
        assert_eq!(indexed(&format!("{long}s7")), format!("{long}s 7"));
        assert_eq!(indexed(&format!("9{long}")), format!("9 {long}"));
        for length in 0..70 {
            let plain = "x".repeat(length);
            assert_eq!(indexed(&format!("{plain}a1")), format!("{plain}a 1"));
            assert_eq!(indexed(&format!("{plain} 1")), format!("{plain} 1"));
        }
        assert_eq!(indexed("soft\u{ad}ly TD\u{ad}7\u{ad}8 é9"), "softly TD 78 é 9");
        assert_eq!(indexed("第3次会议 ITU"), "第 3 次 会 议 ITU");
        assert_eq!(indexed("الأَعْضَاءُ"), "الاعضاء");
        assert_eq!(indexed("заседание № 5"), "заседание № 5");
    }

    #[test]
    fn whatever_is_typed_is_a_question() {
        let expression = |typed: &str| Question::read(typed).expression();
        assert_eq!(expression("open NOT near"), r#""open" AND "NOT" AND "near""#);
        assert_eq!(expression("“work programme” stand*"), r#""work programme" AND "stand"*"#);
        assert_eq!(expression("\"unclosed TD104"), r#""unclosed TD 104""#);
        assert_eq!(expression("a\"b (c) ^d {e}: -f"), r#""a b" AND "(c)" AND "^d" AND "{e}:" AND "-f""#);
        assert_eq!(expression(" & * \" "), "");
    }
}
