//! Sentences of a paragraph. A stop ends a sentence, but not one after an abbreviation or an initial, within a
//! number or a name (`A.7`, `X.509`), or before a word in small letters; a line break always does, a semicolon never.

use std::ops::Range;
use std::rc::Rc;

use memchr::memchr2_iter;

use crate::outline::Line;
use crate::vocabulary::text::{self, digit, is_ideograph};
use crate::vocabulary::{Grammar, PersonWord, Vocabulary};

/// The sentences of a line of the document: a break that its writer made within the paragraph ends one too.
pub(crate) fn of_line(line: &Line, words: &Vocabulary) -> Vec<Range<usize>> {
    if line.pieces.is_empty() {
        return sentences(&line.text, words).to_vec();
    }
    let within = |part: Range<usize>| {
        let shift = part.start;
        let found = sentences(&line.text[part], words);
        found.iter().map(|range| range.start + shift..range.end + shift).collect::<Vec<_>>()
    };
    statements(line, words).into_iter().flat_map(within).collect()
}

/// The parts of a line between its breaks. A break after a small word, or before one in small letters, only shapes
/// the line.
pub(crate) fn statements(line: &Line, words: &Vocabulary) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    if line.pieces.is_empty() {
        parts.push(0..line.text.len());
        return parts;
    }
    let mut at = 0;
    for piece in line.pieces() {
        let Some(found) = line.text.get(at..).and_then(|rest| rest.find(piece)) else {
            return std::iter::once(0..line.text.len()).collect();
        };
        let range = at + found..at + found + piece.len();
        at = range.end;
        match parts
            .last_mut()
            .filter(|last| !parts_statements(&line.text[last.start..last.end], piece, words))
        {
            Some(last) => last.end = range.end,
            None => parts.push(range),
        }
    }
    parts
}

/// Whether a break between two pieces of a line parts two statements.
fn parts_statements(before: &str, after: &str, words: &Vocabulary) -> bool {
    let last = before.rsplit(' ').next().unwrap_or_default();
    let is_small = [Grammar::Connective, Grammar::Article, Grammar::By, Grammar::And, Grammar::Passive]
        .iter()
        .any(|&key| words.grammar.is(last, key));
    let goes_on = before.ends_with(',') || is_small;
    let begins = after.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    begins && !goes_on
}

/// The sentences of a text as ranges of its bytes, without the white space around them; none is empty.
pub fn sentences(text: &str, words: &Vocabulary) -> Rc<[Range<usize>]> {
    text::parts(text, |text| cut(text, words))
}

fn cut(text: &str, words: &Vocabulary) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(found) = text.as_bytes()[at..].iter().position(|byte| BEGINS_MARK[usize::from(*byte)]) {
        at += found;
        let Some(mark) = text[at..].chars().next() else { break };
        let end = match mark {
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}' => Some(at),
            '.' | '…' | '!' | '?' | '。' | '！' | '？' | '؟' | '｡' => ending(text, at, mark, words),
            _ => None,
        };
        at += mark.len_utf8();
        if let Some(end) = end {
            push(&mut sentences, text, start..end);
            start = end;
            at = at.max(end);
        }
    }
    push(&mut sentences, text, start..text.len());
    sentences
}

/// The words before the first colon of a text, and what follows it.
pub(crate) fn split_label(text: &str) -> Option<(&str, &str)> {
    // Looked for by the first bytes of both colons: most texts have none.
    memchr2_iter(b':', b'\xef', text.as_bytes()).find_map(|at| {
        let (label, rest) = text.split_at(at);
        rest.strip_prefix([':', '：']).map(|rest| (label, rest))
    })
}

/// Whether a byte is the first of a mark that may end a sentence.
const BEGINS_MARK: [bool; 256] = {
    let mut begins = [false; 256];
    let first = [b'.', b'!', b'?', b'\n', b'\r', 0x0B, 0x0C, 0xD8, 0xE2, 0xE3, 0xEF];
    let mut at = 0;
    while at < first.len() {
        begins[first[at] as usize] = true;
        at += 1;
    }
    begins
};

fn push(sentences: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let part = &text[range.clone()];
    let lead = part.len() - part.trim_start().len();
    let trimmed = part.trim();
    if !trimmed.is_empty() {
        sentences.push(range.start + lead..range.start + lead + trimmed.len());
    }
}

/// The place after a mark that ends a sentence, with the marks and closing quotes that belong to it.
fn ending(text: &str, at: usize, mark: char, words: &Vocabulary) -> Option<usize> {
    let after_mark = at + mark.len_utf8();
    let rest = text[after_mark..].trim_start_matches(|c| is_closing(c) || is_final(c));
    let next = text.len() - rest.len();
    if matches!(mark, '。' | '！' | '？' | '｡') {
        return Some(next);
    }
    if rest.starts_with(|c: char| !c.is_whitespace() && !is_ideograph(c)) {
        return None;
    }
    let first = rest.chars().find(|c| !matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}'));
    let Some(first) = first.filter(|&c| c != '\n') else { return Some(next) };
    if first.is_lowercase() || matches!(first, ',' | ';' | ':' | ')' | ']') {
        return None;
    }
    // A stop before a closing quote or bracket, and any other mark, ends the sentence before a capital.
    let alone = mark == '.' && next == after_mark;
    (!alone || !is_abbreviation(&text[..at], first, words)).then_some(next)
}

/// Does the stop after a text belong to an abbreviation, an initial or an ordinal number at the start of a line?
/// `first` is what follows the stop.
fn is_abbreviation(before: &str, first: char, words: &Vocabulary) -> bool {
    let is_part = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '-' | '\'' | '’');
    let length = before.chars().rev().take(LONGEST).take_while(is_part).map(char::len_utf8).sum::<usize>();
    let (before, printed) = before.split_at(before.len() - length);
    let mut letters = printed.chars();
    let Some(initial) = letters.next() else { return false };
    if letters.next().is_none() && initial.is_uppercase() {
        // "M. Ba", "T. Hill" are initials; "in annex B. The" is not.
        return !follows_label(before) || is_title_after_small_word(before, printed, words);
    }
    if printed.chars().all(|c| digit(c).is_some()) {
        return starts_line(before) && printed.chars().count() <= 3;
    }
    let initials = printed.len() > 1
        && printed.split('.').all(|part| part.chars().count() == 1 && part.starts_with(char::is_uppercase));
    // "No. 3", but not "He said no. They left".
    let denies = words.grammar.is(printed, Grammar::Negation) && digit(first).is_none();
    initials || (words.is_abbreviation(printed) && !denies)
}

/// Longer words are no abbreviations.
const LONGEST: usize = 12;

/// `présidée par M. Ba`: a title of one letter after a small word is no label, as it is in `annex D.`
fn is_title_after_small_word(before: &str, printed: &str, words: &Vocabulary) -> bool {
    let before = before.split_whitespace().next_back();
    words.persons.is(printed, PersonWord::Honorific)
        && before.is_some_and(|before| words.grammar.get(before).is_some())
}

/// A single letter after a word is a label: "Annex B", "Table A".
fn follows_label(before: &str) -> bool {
    let word = before.chars().rev().skip_while(|c| c.is_whitespace());
    let word: Vec<char> = word.take_while(|c| c.is_alphabetic()).take(LONGEST).collect();
    let small = word.iter().filter(|c| c.is_lowercase()).count();
    // A word of four letters and more before it, which is no name with an initial, cannot be told from one; a
    // label is known by the two spaces' distance alone, so that only words in small letters count.
    !word.is_empty() && small == word.len()
}

fn starts_line(before: &str) -> bool {
    before.chars().rev().take_while(|&c| c != '\n').take(LONGEST).all(char::is_whitespace)
}

fn is_closing(c: char) -> bool {
    matches!(c, ')' | ']' | '"' | '\'' | '”' | '’' | '»' | '）' | '」' | '』' | '】')
}

fn is_final(c: char) -> bool {
    matches!(c, '.' | '…' | '!' | '?' | '。' | '！' | '？' | '؟')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_in_six_languages() {
        for (text, expected) in [
            ("One. Two! Three? Four", &["One.", "Two!", "Three?", "Four"][..]),
            ("Mr. Hill met Dr. Roux. They agreed.", &["Mr. Hill met Dr. Roux.", "They agreed."]),
            (
                "See Rec. ITU-T A.7 and X.509. It is short.",
                &["See Rec. ITU-T A.7 and X.509.", "It is short."],
            ),
            ("TD 5 Rev.1 (No. 3), e.g. Annex B. The end.", &["TD 5 Rev.1 (No. 3), e.g. Annex B. The end."]),
            ("It is in annex B. The end.", &["It is in annex B.", "The end."]),
            ("T. R. Hill spoke. He left.", &["T. R. Hill spoke.", "He left."]),
            ("Noted.\nPresented at the plenary.", &["Noted.", "Presented at the plenary."]),
            ("Noted\n\nPresented", &["Noted", "Presented"]),
            ("a; b; c. D", &["a; b; c.", "D"]),
            ("At 9.30 a.m. the chair spoke. All left.", &["At 9.30 a.m. the chair spoke.", "All left."]),
            ("He said “no.” They left.", &["He said “no.”", "They left."]),
            ("(See TD5.) Then … nothing. Wait… What?", &["(See TD5.)", "Then … nothing.", "Wait…", "What?"]),
            ("2. Opening of the meeting", &["2. Opening of the meeting"]),
            ("It ended in 2025. The next one follows.", &["It ended in 2025.", "The next one follows."]),
            ("M. Ba et Mme. Roux, p. ex., sont là. Fin.", &["M. Ba et Mme. Roux, p. ex., sont là.", "Fin."]),
            ("El Sr. Gil habló. Fin.", &["El Sr. Gil habló.", "Fin."]),
            ("В 2025 г. Собрание утвердило его. Конец.", &["В 2025 г. Собрание утвердило его.", "Конец."]),
            ("会议批准了报告。会议注意到它。", &["会议批准了报告。", "会议注意到它。"]),
            ("هل وافق؟ نعم. انتهى.", &["هل وافق؟", "نعم.", "انتهى."]),
            ("Acme, Inc. presented it. Fine.", &["Acme, Inc. presented it.", "Fine."]),
            (
                "https://www.example.org/a.b?c=1 works. Yes.",
                &["https://www.example.org/a.b?c=1 works.", "Yes."],
            ),
            ("", &[]),
            (" \n ", &[]),
            ("...", &["..."]),
        ] {
            let found: Vec<&str> =
                sentences(text, Vocabulary::get()).iter().map(|range| &text[range.clone()]).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn labels_stand_before_the_first_colon() {
        for (text, expected) in [
            ("Action: to do: now", Some(("Action", " to do: now"))),
            ("行动：报告", Some(("行动", "报告"))),
            ("ﬁ：x", Some(("ﬁ", "x"))),
            (":", Some(("", ""))),
            ("No label", None),
            ("", None),
        ] {
            assert_eq!(split_label(text), expected, "{text:?}");
        }
    }

    #[test]
    fn hostile_texts_are_cut_in_time() {
        for text in [".", ". ", "a.", "A. ", "é. ", "…", "\n", "\u{202f}.", ")", "。", "1. ", "x"] {
            let text = text.repeat(10_000);
            let found = sentences(&text, Vocabulary::get());
            assert!(found.iter().all(|range| text.get(range.clone()).is_some()));
        }
    }
}
