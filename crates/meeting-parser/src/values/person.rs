//! Persons: named in prose with a title (*Mr A B (Organization, Country), Rapporteur*), or listed
//! (*A (X, Y), B (Z)*; *Chair: A (X) (from 01/2024); Vice-chair: B (Y)*).

mod prose;
#[cfg(test)]
mod tests;

use std::ops::Range;

pub use prose::find;

use super::organization::{Affiliation, affiliation, is_country};
use super::split::{clean, closing, outside, top_level};
use super::term::{self, Term};
use crate::vocabulary::text::tokens;
use crate::vocabulary::{Grammar, PersonWord, Role, Vocabulary};

/// More words than this are no name.
const LONGEST_NAME: usize = 7;

/// A person as a text names one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The bytes of the name and what stands in parentheses after it.
    pub range: Range<usize>,
    /// The name without title (*Mr*).
    pub name: String,
    /// Organization, country and term of office.
    pub affiliation: Affiliation,
    /// The words that name the office, with its body: *Rapporteur of SG5*, *Vice-chairs*.
    pub role: Option<String>,
    /// The office that these words name.
    pub office: Option<Role>,
}

/// The persons of a cell or line that lists them. A label before a colon (*Chairs:*) is the office of those after it.
pub fn list(text: &str, words: &Vocabulary) -> Vec<Person> {
    let mut people = Vec::new();
    let mut label: Option<(String, Role)> = None;
    for chunk in outside(text, |c| matches!(c, ';' | '\n' | '；' | '؛')) {
        let (found, rest) = take_label(text, chunk, words);
        label = found.or(label);
        for found in members(text, &rest, words) {
            people.extend(member(text, found, label.as_ref(), words));
        }
    }
    people
}

/// An office before a colon, and what follows it.
fn take_label(text: &str, chunk: Range<usize>, words: &Vocabulary) -> (Option<(String, Role)>, Range<usize>) {
    let colon = top_level(&text[chunk.clone()]).into_iter().find(|&(_, c)| matches!(c, ':' | '：'));
    let Some((at, mark)) = colon.filter(|&(at, _)| at <= 80) else { return (None, chunk) };
    let label = &text[chunk.start..chunk.start + at];
    let office = words.roles.get(label).or_else(|| words.roles.find(label).last().map(|hit| hit.key));
    match office {
        Some(office) => (Some((clean(label), office)), chunk.start + at + mark.len_utf8()..chunk.end),
        None => (None, chunk),
    }
}

/// A member of a list: where the name stands, and what stands beside it outside parentheses.
struct Member {
    name: Range<usize>,
    /// Organization and country.
    affiliated: Option<Range<usize>>,
    /// The office after name and parentheses: *A B (X, Y), Vice-chair*.
    office: Option<Range<usize>>,
}

impl Member {
    const fn of(name: Range<usize>) -> Self {
        Self { name, affiliated: None, office: None }
    }
}

fn members(text: &str, chunk: &Range<usize>, words: &Vocabulary) -> Vec<Member> {
    let part = &text[chunk.clone()];
    let shift = |range: Range<usize>| chunk.start + range.start..chunk.start + range.end;
    let cut: Vec<Range<usize>> =
        outside(part, |c| matches!(c, ',' | '，' | '、' | '،')).into_iter().map(shift).collect();
    let bracketed = part.contains(['(', '（']);
    let affiliated = cut.iter().skip(1).any(|range| is_country(text[range.clone()].trim(), words));
    if !bracketed
        && cut.len() > 1
        && (affiliated || !cut.iter().all(|range| looks_like_name(&text[range.clone()], words)))
    {
        return vec![Member { affiliated: Some(cut[1].start..chunk.end), ..Member::of(cut[0].clone()) }];
    }
    let mut members: Vec<Member> = Vec::new();
    for range in cut {
        let said = text[range.clone()].trim();
        match members.last_mut() {
            Some(member)
                if member.affiliated.is_none() && !is_bracketed(text, member) && is_country(said, words) =>
            {
                member.affiliated = Some(range);
            }
            Some(member) if words.roles.get(said).is_some() => member.office = Some(range),
            _ => members
                .extend(at_and(text, range, words).into_iter().map(|range| by_dash(text, range, words))),
        }
    }
    members
}

fn is_bracketed(text: &str, member: &Member) -> bool {
    text[member.name.clone()].contains(['(', '（'])
}

/// Takes an office off that follows after a dash: *A B (X, Y) – Chair*.
fn by_dash(text: &str, range: Range<usize>, words: &Vocabulary) -> Member {
    let part = &text[range.clone()];
    let cut = [" – ", " — ", " - "].iter().find_map(|dash| part.rfind(dash).map(|at| (at, at + dash.len())));
    let office = cut.filter(|&(_, after)| words.roles.get(&part[after..]).is_some());
    match office {
        Some((at, after)) => Member {
            office: Some(range.start + after..range.end),
            ..Member::of(range.start..range.start + at)
        },
        None => Member::of(range),
    }
}

/// Cuts at "and" outside parentheses.
fn at_and(text: &str, range: Range<usize>, words: &Vocabulary) -> Vec<Range<usize>> {
    let part = &text[range.clone()];
    let tokens = tokens(part);
    let pairs = closing(part);
    let mut cuts = Vec::new();
    let mut start = range.start;
    let mut pair = 0;
    for (at, token) in tokens.iter().enumerate() {
        while pairs.get(pair).is_some_and(|&(_, end)| end <= token.start) {
            pair += 1;
        }
        let inside = pairs.get(pair).is_some_and(|&(open, _)| open <= token.start);
        if inside || !token.spaced {
            continue;
        }
        if let Some(hit) = words.grammar.at_key(&tokens, at, Grammar::And) {
            cuts.push(start..range.start + hit.range.start);
            start = range.start + hit.range.end;
        }
    }
    cuts.push(start.min(range.end)..range.end);
    cuts
}

fn member(text: &str, found: Member, label: Option<&(String, Role)>, words: &Vocabulary) -> Option<Person> {
    let Member { name: range, affiliated, office } = found;
    let part = &text[range.clone()];
    let (name_end, mut affiliation) = trailing(part, words);
    let name = name(&part[..name_end], words)?;
    let end = affiliated.as_ref().map_or(range.end, |range| range.end);
    if let Some(after) = affiliated {
        let Affiliation { term, role, .. } = affiliation;
        affiliation = self::affiliation(&text[after], words);
        affiliation.term = if affiliation.term == Term::default() { term } else { affiliation.term };
        affiliation.role = affiliation.role.or(role);
    }
    let lead = part.len() - part.trim_start().len();
    let after = office.map(|office| clean(&text[office]));
    let after = after.and_then(|role| Some((words.roles.get(&role)?, role)));
    let (office, own) = after.map_or((None, None), |(office, role)| (Some(office), Some(role)));
    let of_label = label.map(|(role, _)| singular(role, words));
    let role = own.or(of_label).or_else(|| affiliation.role.clone());
    let office = office.or_else(|| label.map(|&(_, office)| office));
    Some(Person { range: range.start + lead..end, name, affiliation, role, office })
}

/// What stands in parentheses at the end of a text, and where the text before it ends.
fn trailing(part: &str, words: &Vocabulary) -> (usize, Affiliation) {
    let mut end = part.trim_end().trim_end_matches(['.', ',']).trim_end().len();
    let mut term = None;
    let mut affiliation = Affiliation::default();
    for (open, close) in closing(part).into_iter().rev() {
        if part[close..].len() > part.len() - end && !part[close..end].trim().is_empty() {
            break;
        }
        if close > end {
            break;
        }
        let inside = inner(&part[open..close]);
        let stated = term::term(inside, words).filter(|_| !inside.contains(','));
        end = part[..open].trim_end().len();
        if stated.is_none() {
            affiliation = self::affiliation(inside, words);
            break;
        }
        term = stated;
    }
    affiliation.term = term.unwrap_or(affiliation.term);
    (end, affiliation)
}

/// A text in brackets without them.
fn inner(bracketed: &str) -> &str {
    let mut chars = bracketed.chars();
    chars.next();
    chars.next_back();
    chars.as_str()
}

/// A name without title: at most a few words in capitals (or of a script without them), no figures.
pub fn name(text: &str, words: &Vocabulary) -> Option<String> {
    let text = without_honorific(text, words);
    let name = clean(text).trim_end_matches([':', '.']).trim().to_owned();
    looks_like_name(&name, words).then_some(name)
}

/// Takes titles off: *Mr*, *Prof. Dr*, *先生* after the name.
fn without_honorific<'a>(text: &'a str, words: &Vocabulary) -> &'a str {
    let tokens = tokens(text);
    let mut at = 0;
    while let Some(hit) = words.persons.at_key(&tokens, at, PersonWord::Honorific) {
        at = hit.tokens.end;
        at += usize::from(tokens.get(at).is_some_and(|t| t.is('.')));
    }
    let start = tokens.get(at).map_or(text.len(), |t| t.start);
    let last = tokens.iter().rposition(|t| t.is_ideograph);
    let hit = last.into_iter().flat_map(|last| last.saturating_sub(1)..=last).find_map(|from| {
        let hit = words.persons.at_key(&tokens, from, PersonWord::Honorific)?;
        (hit.tokens.end == tokens.len() && from > at).then_some(hit)
    });
    text[start..hit.map_or(text.len(), |hit| hit.range.start)].trim()
}

/// The office of one of several persons: *Vice-chairs* → *Vice-chair*, where the vocabulary knows the singular.
pub fn singular(role: &str, words: &Vocabulary) -> String {
    let Some(hit) = words.roles.find(role).into_iter().next() else { return role.to_owned() };
    let printed = &role[hit.range.clone()];
    let one = printed
        .char_indices()
        .rev()
        .take(MOST_PLURAL)
        .map(|(at, _)| printed.split_at(at))
        .find(|(stem, end)| words.persons.is(end, PersonWord::Plural) && words.roles.is(stem, hit.key));
    one.map_or_else(
        || role.to_owned(),
        |(stem, _)| format!("{}{stem}{}", &role[..hit.range.start], &role[hit.range.end..]),
    )
}

/// A plural ending has at most so many letters.
const MOST_PLURAL: usize = 2;

fn looks_like_name(text: &str, words: &Vocabulary) -> bool {
    let text = without_honorific(text.trim(), words);
    let parts: Vec<&str> = text.split_whitespace().collect();
    let first = parts.first().and_then(|part| part.chars().find(|c| c.is_alphabetic()));
    let small = |part: &str| words.persons.is(part, PersonWord::NameParticle);
    let capital = |part: &str| {
        let first = part.trim_start_matches(['(', '"', '\'', '“', '‘']).chars().next();
        first.is_some_and(|c| c.is_alphabetic() && !c.is_lowercase()) || small(part)
    };
    first.is_some_and(|c| !c.is_lowercase() || small(parts[0]))
        && parts.len() <= LONGEST_NAME
        && text.len() <= 120
        && !text.contains(|c: char| c.is_numeric() || matches!(c, '@' | '/' | ':'))
        && parts.iter().all(|part| capital(part))
        && !is_country(text, words)
}
