//! Text as the vocabulary compares it: cut into words, and folded. The build script folds the vocabulary's words so.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfd_quick, is_nfkc_quick};

use super::hash::{self, Hash, PIECE};

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

/// A word, number or mark where it stands in a text, as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut<'t> {
    /// As printed.
    pub printed: &'t str,
    /// First byte.
    pub start: usize,
    /// What it is.
    pub kind: Kind,
    /// White space stands before it (true for the first one).
    pub spaced: bool,
    /// The same in small letters, where all of it is ASCII.
    pub small: Option<Small>,
}

/// What a word of ASCII characters is found by, in small letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Small {
    /// Of all of it.
    pub hash: Hash,
    /// Its first piece.
    pub head: u64,
}

impl<'t> Cut<'t> {
    /// The folded text: lower case, compatibility forms resolved, digits in ASCII.
    pub fn folded(&self) -> Cow<'t, str> {
        folded(self.printed, self.kind)
    }
}

/// The words, numbers and marks of a text, cut one after the other.
#[derive(Debug, Clone)]
pub struct Cuts<'t> {
    text: &'t str,
    at: usize,
    spaced: bool,
}

/// Cuts a text.
pub fn cuts(text: &str) -> Cuts<'_> {
    Cuts { text, at: 0, spaced: true }
}

/// What a byte begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Word,
    Number,
    Mark,
    /// A character beyond ASCII.
    Other,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Mark; 256];
    let mut at = 0;
    while at < 256 {
        match at as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => classes[at] = Class::Word,
            b'0'..=b'9' => classes[at] = Class::Number,
            b' ' | 9..=13 => classes[at] = Class::Space,
            128.. => classes[at] = Class::Other,
            _ => {}
        }
        at += 1;
    }
    classes
};

impl<'t> Iterator for Cuts<'t> {
    type Item = Cut<'t>;

    fn next(&mut self) -> Option<Cut<'t>> {
        loop {
            let &first = self.text.as_bytes().get(self.at)?;
            let cut = match CLASSES[usize::from(first)] {
                Class::Space => {
                    (self.at, self.spaced) = (self.at + 1, true);
                    continue;
                }
                Class::Word => Some(self.ascii(Kind::Word, letters)),
                Class::Number => Some(self.ascii(Kind::Number, digits)),
                Class::Mark => Some(self.mark()),
                Class::Other => self.other(),
            };
            if cut.is_some() {
                return cut;
            }
        }
    }
}

impl<'t> Cuts<'t> {
    /// A word or number that begins with an ASCII character: most have no other, and are hashed on the way. `run` counts
    /// the bytes at the beginning of a piece that belong to it.
    #[inline]
    fn ascii(&mut self, kind: Kind, run: impl Fn(u64) -> usize) -> Cut<'t> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let next = |at: usize| {
            let piece = hash::piece(&bytes[at..]);
            let length = run(piece);
            // The bit by which small letters differ from capitals is set in digits.
            ((piece | each(0x20)) & hash::first(length), length)
        };
        let (head, mut length) = next(start);
        let mut hash = Hash::default().with(head);
        self.at += length;
        while length == PIECE {
            let piece;
            (piece, length) = next(self.at);
            if length > 0 {
                hash = hash.with(piece);
                self.at += length;
            }
        }
        let end = self.at;
        if bytes.get(end).is_some_and(|byte| !byte.is_ascii()) {
            self.at = end_of_run(self.text, end, kind);
        }
        let is_ascii = self.at == end;
        self.cut(start, kind, is_ascii.then_some(Small { hash, head }))
    }

    /// A mark of ASCII.
    #[inline]
    fn mark(&mut self) -> Cut<'t> {
        let start = self.at;
        self.at += 1;
        let head = u64::from(self.text.as_bytes()[start]);
        let hash = Hash::default().with(head);
        self.cut(start, Kind::Mark, Some(Small { hash, head }))
    }

    /// What begins with another character; nothing where that is white space or has no shape.
    fn other(&mut self) -> Option<Cut<'t>> {
        let start = self.at;
        let first = self.text[start..].chars().next()?;
        self.at += first.len_utf8();
        if first.is_whitespace() || is_invisible(first) {
            self.spaced |= first.is_whitespace();
            return None;
        }
        let kind = kind_of(first);
        if kind != Kind::Mark && !is_ideograph(first) {
            self.at = end_of_run(self.text, self.at, kind);
        }
        Some(self.cut(start, kind, None))
    }

    fn cut(&mut self, start: usize, kind: Kind, small: Option<Small>) -> Cut<'t> {
        let spaced = std::mem::take(&mut self.spaced);
        Cut { printed: &self.text[start..self.at], start, kind, spaced, small }
    }
}

/// A byte in all places of a piece.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; PIECE])
}

/// How many bytes of ASCII at the beginning of a piece lie between two.
#[inline]
const fn run(piece: u64, from: u8, to: u8) -> usize {
    const HIGHEST: u64 = each(0x80);
    // The highest bit of each byte tells, whatever the others come to.
    let low = piece & !HIGHEST;
    let is_inside = (low + each(0x80 - from)) & !(low + each(0x7F - to)) & !piece;
    (!is_inside & HIGHEST).trailing_zeros() as usize / 8
}

/// How many letters of ASCII stand at the beginning of a piece.
#[inline]
fn letters(piece: u64) -> usize {
    run(piece | each(0x20), b'a', b'z')
}

/// How many digits of ASCII do.
#[inline]
fn digits(piece: u64) -> usize {
    run(piece, b'0', b'9')
}

/// Where a word or number ends that goes on at a place.
fn end_of_run(text: &str, mut at: usize, kind: Kind) -> usize {
    for next in text[at..].chars() {
        if !continues(kind, next) {
            break;
        }
        at += next.len_utf8();
    }
    at
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

/// Whether a text has a digit, as every date and time of day has.
pub fn has_digit(text: &str) -> bool {
    // All bytes are looked at, which takes less than to stop early.
    let has_ascii = text.bytes().fold(false, |has, byte| has | byte.is_ascii_digit());
    has_ascii || (!text.is_ascii() && text.chars().any(|c| digit(c).is_some()))
}

/// Scripts that write words without spaces: there every character is a token.
pub fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Characters without a shape: soft hyphens, direction marks, joiners.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Folds a word, number or mark.
pub fn folded(text: &str, kind: Kind) -> Cow<'_, str> {
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

/// Whether two texts are the same once they are normalised.
pub fn is_same(one: &str, other: &str) -> bool {
    // What begins with other letters needs no folding.
    let first = |text: &str| text.chars().find(|c| c.is_alphanumeric()).filter(char::is_ascii);
    let differ = first(one).zip(first(other)).is_some_and(|(one, other)| !one.eq_ignore_ascii_case(&other));
    !differ && normalise(one) == normalise(other)
}

/// Marks at the ends of a label that are not part of it.
pub fn is_edge(c: char) -> bool {
    matches!(c, ':' | '.' | ',' | ';' | '-' | '\u{060C}' | '\u{061B}' | '\u{3002}' | '\u{3001}' | '*' | '_')
}

/// Whether all of a token are marks that are not part of a label where they stand at its ends.
pub fn is_all_edge(folded: &str) -> bool {
    folded.chars().all(is_edge)
}

/// The words of a label without the plural that is printed in parentheses: `document ( s )`. `is` tells a word,
/// `is_short` one that may be an ending.
pub fn without_plurals<T: Copy>(
    words: &[T],
    is: impl Fn(&T, char) -> bool,
    is_short: impl Fn(&T) -> bool,
) -> Vec<T> {
    let mut kept = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let is_plural = at > 0
            && is(&words[at], '(')
            && words.get(at + 1).is_some_and(&is_short)
            && words.get(at + 2).is_some_and(|word| is(word, ')'));
        if !is_plural {
            kept.push(words[at]);
        }
        at += if is_plural { 3 } else { 1 };
    }
    kept
}

/// The longest ending of a plural in parentheses, in bytes.
pub const LONGEST_PLURAL: usize = 3;

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

/// The name of a country as names are compared.
pub fn country_name(name: &str) -> String {
    let name = without_accents(&normalise(name));
    if name.contains(['.', ',']) { name.replace(['.', ','], "").replace("  ", " ") } else { name }
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
    fn texts_that_differ_in_form_are_the_same() {
        for (one, other, same) in [
            ("Document No.", "DOCUMENT  NO", true),
            ("ＴＩＴＬＥ", "title:", true),
            ("(Title)", "title", false),
            ("Title", "Source", false),
            ("—", "", true),
        ] {
            assert_eq!(is_same(one, other), same, "{one:?} {other:?}");
        }
    }

    #[test]
    fn runs_of_letters_and_digits_end_where_the_bytes_say() {
        for byte in 0..=u8::MAX {
            for place in 0..PIECE {
                let mut bytes = *b"azAZmMqQ";
                bytes[place] = byte;
                let is_letter = byte.is_ascii_alphabetic();
                assert_eq!(letters(hash::piece(&bytes)), if is_letter { PIECE } else { place }, "{byte}");
                let mut bytes = *b"01234589";
                bytes[place] = byte;
                let is_digit = byte.is_ascii_digit();
                assert_eq!(digits(hash::piece(&bytes)), if is_digit { PIECE } else { place }, "{byte}");
            }
        }
    }

    #[test]
    fn words_of_any_length_are_cut_and_hashed_whole() {
        for length in 1..30 {
            let word: String = ('a'..='z').cycle().take(length).collect();
            for after in ["", " ", "1", ".", " and more words", "é", "\u{ad}x"] {
                let text = format!("{}{after}", word.to_uppercase());
                let cut = cuts(&text).next().unwrap();
                let continued = matches!(after, "é" | "\u{ad}x");
                let printed = if continued { &text } else { &text[..length] };
                assert_eq!(cut.printed, printed);
                let expected = Small { hash: Hash::of(&word), head: hash::piece(word.as_bytes()) };
                assert_eq!(cut.small, (!continued).then_some(expected), "{text}");
            }
        }
    }

    #[test]
    fn cuts_words_numbers_and_marks() {
        let cut = |text| cuts(text).map(|cut| cut.folded().into_owned()).collect::<Vec<_>>();
        assert_eq!(cut("12th of May"), ["12", "th", "of", "may"]);
        assert_eq!(cut("2026年1月26日"), ["2026", "年", "1", "月", "26", "日"]);
        assert_eq!(cut("٢٦–٣٠"), ["26", "-", "30"]);
        assert_eq!(cut("l’essai"), ["l", "'", "essai"]);
        assert_eq!(cuts("a b").map(|cut| (cut.start, cut.printed)).collect::<Vec<_>>(), [(0, "a"), (2, "b")]);
    }
}
