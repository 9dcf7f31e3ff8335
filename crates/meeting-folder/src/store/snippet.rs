//! A few words of a paragraph around those that were looked for.

use std::ops::Range;

use serde::Serialize;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::words::{Question, Term, indexed};

/// Words of a snippet.
const WIDTH: usize = 28;
/// Of these, words before the first that was looked for.
const BEFORE: usize = 6;

/// A piece of a paragraph, and where in it the words stand that were looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Snippet {
    /// The piece; `…` where the paragraph goes on.
    pub text: String,
    /// First and last byte (exclusive) of each match within `text`.
    pub matches: Vec<Range<usize>>,
}

/// A word of the text as the index sees it.
struct Word {
    range: Range<usize>,
    folded: String,
}

/// The piece of the text that shows the most of the question.
pub(super) fn snippet(text: &str, question: &Question) -> Snippet {
    let words = words(text);
    let wanted: Vec<(Vec<String>, bool)> = question.terms.iter().map(wanted).collect();
    let mut matched = vec![false; words.len()];
    for (phrase, prefix) in &wanted {
        for at in 0..words.len().saturating_sub(phrase.len().saturating_sub(1)) {
            if matches(&words[at..], phrase, *prefix) {
                matched[at..at + phrase.len()].fill(true);
            }
        }
    }
    let start = best_start(&matched);
    cut(text, &words, &matched, start..words.len().min(start + WIDTH))
}

fn wanted(term: &Term) -> (Vec<String>, bool) {
    (words(&term.text).into_iter().map(|word| word.folded).collect(), term.prefix)
}

fn matches(words: &[Word], phrase: &[String], prefix: bool) -> bool {
    let last = phrase.len().saturating_sub(1);
    !phrase.is_empty()
        && words.len() > last
        && phrase.iter().zip(words).enumerate().all(|(at, (wanted, word))| {
            word.folded == *wanted || (prefix && at == last && word.folded.starts_with(wanted.as_str()))
        })
}

/// Where the window with the most matches begins.
fn best_start(matched: &[bool]) -> usize {
    let in_window = |start: usize| matched[start..].iter().take(WIDTH - BEFORE).filter(|&&is| is).count();
    let best =
        (0..matched.len()).filter(|&at| matched[at]).max_by_key(|&at| (in_window(at), std::cmp::Reverse(at)));
    let last = matched.len().saturating_sub(WIDTH);
    best.map_or(0, |at| at.saturating_sub(BEFORE)).min(last)
}

fn cut(text: &str, words: &[Word], matched: &[bool], window: Range<usize>) -> Snippet {
    let begin = if window.start == 0 { 0 } else { words[window.start].range.start };
    let end = if window.end >= words.len() { text.len() } else { words[window.end - 1].range.end };
    let head = if begin > 0 { "… " } else { "" };
    let tail = if end < text.len() { " …" } else { "" };
    let marked = window.filter(|&at| matched[at]).map(|at| {
        let range = &words[at].range;
        range.start - begin + head.len()..range.end - begin + head.len()
    });
    Snippet { matches: joined(marked), text: format!("{head}{}{tail}", text[begin..end].trim_end()) }
}

/// Matches side by side (`TD` and `104` of `TD104`) are one.
fn joined(matches: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for range in matches {
        match out.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => out.push(range),
        }
    }
    out
}

/// The words of a text, cut and folded as the index does it.
fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        let counts = character.is_alphanumeric() || (open && is_mark(character));
        if !counts {
            open = false;
            continue;
        }
        match words.last_mut().filter(|_| open) {
            Some(word) if !parted(&text[word.range.start..end]) => {
                word.range.end = end;
                word.folded.extend(folded(character));
            }
            _ => words.push(Word { range: at..end, folded: folded(character).collect() }),
        }
        open = true;
    }
    words
}

/// Whether the index sees two words in this one.
fn parted(text: &str) -> bool {
    indexed(text).contains(' ')
}

fn is_mark(character: char) -> bool {
    is_combining_mark(character) || matches!(character, '\u{640}' | '\u{ad}')
}

fn folded(character: char) -> impl Iterator<Item = char> {
    std::iter::once(character).nfd().filter(|part| !is_mark(*part)).flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The snippet with its matches in brackets.
    fn shown(text: &str, question: &str) -> String {
        let snippet = snippet(text, &Question::read(question));
        let mut out = snippet.text.clone();
        for range in snippet.matches.iter().rev() {
            out.insert(range.end, ']');
            out.insert(range.start, '[');
        }
        out
    }

    #[test]
    fn words_phrases_and_beginnings_are_marked() {
        assert_eq!(
            shown("The Meeting took note of TD 104R1.", "meeting TD104"),
            "The [Meeting] took note of [TD] [104]R1."
        );
        assert_eq!(shown("note of TD104 note", "\"note of\""), "[note] [of] TD104 note");
        assert_eq!(shown("Standards and stands", "stand*"), "[Standards] and [stands]");
        assert_eq!(shown("Réunion élargie", "reunion"), "[Réunion] élargie");
        assert_eq!(shown("第三次会议记录", "会议"), "第三次[会议]记录");
        assert_eq!(shown("nothing here", "absent"), "nothing here");
    }

    #[test]
    fn a_long_paragraph_is_cut_around_the_words() {
        let text = format!("{}needle in the hay {}", "hay ".repeat(100), "hay ".repeat(100));
        let shown = shown(&text, "needle");
        assert!(shown.starts_with("… hay hay hay hay hay hay [needle] in the hay"), "{shown}");
        assert!(shown.ends_with("hay …") && shown.len() < 200, "{shown}");
    }
}
