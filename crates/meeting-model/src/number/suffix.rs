//! What may follow a number, one thing after the other: `Rev.1`, `/GEN`, `-Att 2`, `/D.3`; and the rest of a list.

use super::NumberWords;
use super::codes::{Words, digits, is_hyphen, is_space, skip};
use super::head::MOST_DIGITS;

/// Digits of revisions, attachments and study groups.
const FEW_DIGITS: usize = 2;

/// One thing that follows a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Suffix<'t> {
    Revision(&'t str),
    Subgroup(&'t str),
    /// A part of the document.
    Part(&'t str),
    /// The word of an attachment and its number.
    Attached(&'t str, &'t str),
    /// The code of an attachment and its number.
    Code(&'t str, &'t str),
    /// A language or a date, which are no part of the number.
    Silent,
}

/// The words by which suffixes and lists are read.
#[derive(Clone, Debug)]
pub(super) struct Suffixes {
    revision: Words,
    attachment: Words,
    between: Words,
}

/// A suffix, and what stands after it.
type Read<'t> = Option<(Suffix<'t>, &'t str)>;

impl Suffixes {
    pub(super) fn new(words: &NumberWords) -> Self {
        Self {
            revision: Words::new(words.revision.iter().map(String::as_str)),
            attachment: Words::new(words.attachment.iter().map(|(word, _)| word.as_str())),
            between: Words::new(words.between.iter().map(String::as_str)),
        }
    }

    /// The suffix with which a text begins, and what stands after it.
    pub(super) fn read<'t>(&'t self, text: &'t str) -> Read<'t> {
        let first = text.chars().next()?;
        match first {
            'R' | '(' | '/' => {}
            _ if is_space(first) || is_hyphen(first) => {}
            _ => return self.revised(text),
        }
        self.revised_in(text)
            .or_else(|| self.revised(text))
            .or_else(|| subgroup_in(text))
            .or_else(|| part(text))
            .or_else(|| subgroup_after_slash(text))
            .or_else(|| subgroup_after_hyphen(text))
            .or_else(|| code(text))
            .or_else(|| self.attached(text))
            .or_else(|| language(text))
            .or_else(|| date(text))
    }

    /// ` (Rev.1)`
    fn revised_in<'t>(&self, text: &'t str) -> Read<'t> {
        let (revision, rest) = self.revision(skip(text, is_space).strip_prefix('(')?)?;
        Some((Suffix::Revision(revision), rest.strip_prefix(')')?))
    }

    /// ` Rev.1`, `R1`, `-R1`
    fn revised<'t>(&self, text: &'t str) -> Read<'t> {
        let (revision, rest) = self.revision(skip(text, is_mark))?;
        Some((Suffix::Revision(revision), rest))
    }

    /// The number of a revision after its word or code.
    fn revision<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let by_word = self.revision.before(text, |_, rest| counted(rest));
        by_word.or_else(|| digits(text.strip_prefix('R')?, FEW_DIGITS))
    }

    /// ` Att.1`, `-(Add 2)`
    fn attached<'t>(&'t self, text: &'t str) -> Read<'t> {
        let rest = skip(text.strip_prefix(is_mark)?, |mark| mark == '(');
        self.attachment.before(rest, |word, rest| {
            let (count, rest) = counted(rest)?;
            Some((Suffix::Attached(word, count), skip(rest, |mark| mark == ')')))
        })
    }

    /// From one number of a list to the next: `, 13`, ` and 15`, `-17`. The link, and the digits after it.
    pub(super) fn next<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let rest = text.trim_start_matches(is_space);
        let number = |rest: &'t str| digits(rest, MOST_DIGITS);
        let after_word = |rest: &'t str| {
            self.between
                .before(rest, |_, rest| number(rest.strip_prefix(is_space)?.trim_start_matches(is_space)))
        };
        let (number, after) = if let Some(rest) = rest.strip_prefix([',', ';']) {
            let rest = rest.trim_start_matches(is_space);
            after_word(rest).or_else(|| number(rest))
        } else if let Some(rest) = rest.strip_prefix(is_hyphen) {
            number(rest.trim_start_matches(is_space))
        } else {
            after_word(rest)
        }?;
        Some((&text[..text.len() - after.len() - number.len()], number))
    }

    /// Whether a text begins with a word between the numbers of a list.
    pub(super) fn is_between(&self, text: &str) -> bool {
        self.between.before(text, |_, rest| rest.starts_with(is_space).then_some(())).is_some()
    }
}

fn is_mark(mark: char) -> bool {
    is_space(mark) || is_hyphen(mark)
}

/// A number after a word, its stop and its space.
fn counted(text: &str) -> Option<(&str, &str)> {
    digits(skip(skip(text, |mark| mark == '.'), is_space), FEW_DIGITS)
}

/// ` (WP2)`, and `(PLEN/13)`: of the plenary of Study Group 13.
fn subgroup_in(text: &str) -> Read<'_> {
    let inside = skip(text, is_space).strip_prefix('(')?;
    let closed = |rest: &str| {
        let of_group = rest.strip_prefix('/').and_then(|rest| digits(rest, FEW_DIGITS)).map(|(_, rest)| rest);
        of_group.and_then(|rest| rest.strip_prefix(')')).or_else(|| rest.strip_prefix(')')).map(str::len)
    };
    subgroups(inside).flatten().find_map(|rest| {
        let after = &text[text.len() - closed(rest)?..];
        Some((Suffix::Subgroup(&inside[..inside.len() - after.len() - 1]), after))
    })
}

/// `/D.3`
fn part(text: &str) -> Read<'_> {
    let printed = text.strip_prefix('/')?;
    let rest = printed.strip_prefix(|mark: char| mark.is_ascii_uppercase())?.strip_prefix('.')?;
    let (_, mut rest) = digits(rest, usize::MAX)?;
    while let Some((_, after)) = rest.strip_prefix('.').and_then(|rest| digits(rest, usize::MAX)) {
        rest = after;
    }
    Some((Suffix::Part(&printed[..printed.len() - rest.len()]), rest))
}

/// `/GEN`, ` / 2`, `/JCA1`
fn subgroup_after_slash(text: &str) -> Read<'_> {
    let printed = skip(skip(text, is_space).strip_prefix('/')?, is_space);
    let number = || digits(printed, 1).map(|(_, rest)| rest);
    let rest = subgroups(printed).flatten().next().or_else(number).or_else(|| after_name(printed))?;
    Some((Suffix::Subgroup(&printed[..printed.len() - rest.len()]), rest))
}

/// `-GEN`
fn subgroup_after_hyphen(text: &str) -> Read<'_> {
    let printed = text.strip_prefix(is_hyphen)?;
    let by_name = ["GEN", "PLEN"].iter().find_map(|name| printed.strip_prefix(name));
    let rest = by_name.or_else(|| Some(digits(printed.strip_prefix("WP")?, 1)?.1))?;
    Some((Suffix::Subgroup(&printed[..printed.len() - rest.len()]), rest))
}

/// `-Att1`
fn code(text: &str) -> Read<'_> {
    let printed = text.strip_prefix(is_hyphen)?;
    let rest = ["Att", "Add", "Corr", "Ann"].iter().find_map(|code| printed.strip_prefix(code))?;
    let (count, after) = digits(rest, FEW_DIGITS)?;
    Some((Suffix::Code(&printed[..printed.len() - rest.len()], count), after))
}

/// `-E`
fn language(text: &str) -> Read<'_> {
    let rest = text.strip_prefix(is_hyphen)?.strip_prefix(['E', 'F', 'S', 'A', 'C', 'R'])?;
    Some((Suffix::Silent, rest))
}

/// `(2024-01)`
fn date(text: &str) -> Read<'_> {
    let exactly = |text, count| digits(text, count).filter(|(digits, _)| digits.len() == count);
    let (_, rest) = exactly(skip(text, is_space).strip_prefix('(')?, 4)?;
    let (_, rest) = exactly(rest.strip_prefix(is_hyphen)?, 2)?;
    Some((Suffix::Silent, rest.strip_prefix(')')?))
}

/// What stands after each subgroup with which a text may begin: `WP1`, `WP 1/17`, `GEN`, `P`.
fn subgroups(text: &str) -> impl Iterator<Item = Option<&str>> {
    let party = |text: &'_ str| -> Option<usize> {
        let (_, rest) = digits(skip(text.strip_prefix("WP")?, is_space), FEW_DIGITS)?;
        let of_group = rest.strip_prefix('/').and_then(|rest| digits(rest, FEW_DIGITS));
        Some(of_group.map_or(rest, |(_, rest)| rest).len())
    };
    let by_name = ["GEN", "PLEN", "G", "P"].into_iter().map(move |name| text.strip_prefix(name));
    std::iter::once(party(text).map(|left| &text[text.len() - left..])).chain(by_name)
}

/// What stands after a name in capitals: `JCA1`.
fn after_name(text: &str) -> Option<&str> {
    const MOST: usize = 6;
    let capitals = text.bytes().take(MOST).take_while(u8::is_ascii_uppercase).count();
    let rest = (capitals >= 2).then(|| &text[capitals..])?;
    Some(digits(rest, FEW_DIGITS).map_or(rest, |(_, rest)| rest))
}
