//! Proposed actions of an element: `IW-09 – do this`, under lines such as `For AP1.2`.

use std::sync::LazyLock;

use meeting_model::ProposedAction;
use regex::Regex;

use crate::lists::logical::without_bullet;
use crate::outline::Line;
use crate::vocabulary::text::digit;

/// The identifier of an action and the mark after it: letters and a number, perhaps the letter or numeral of a point.
static ID: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(\p{Lu}[\p{L}\p{N}]*(?:[-.]\p{Lu}+)*[-. ]?\d+(?:\.\d+)*(?:[a-z]{1,4}\)?)?)(?:\s*[:：–—]\s*|\s*-\s+|\s+)")
        .expect("well formed")
});

/// Words before the identifier in a line that says to what the next actions apply.
const LONGEST_SCOPE: usize = 3;

/// Adds the actions of some lines; `ids` are the identifiers of the element.
pub(super) fn add(actions: &mut Vec<ProposedAction>, lines: &[&Line], ids: &[String]) {
    let mut scope: Option<String> = None;
    for line in lines {
        let text = without_bullet(&line.text);
        if let Some(id) = scope_of(text, ids) {
            scope = Some(id.to_owned());
        } else if text.contains(char::is_alphanumeric) {
            actions.push(action(line, text, scope.as_deref(), ids));
        }
    }
}

/// The entries of a paragraph: each piece between line breaks where bullets, enumerators or identifiers begin those
/// after the first, else the paragraph.
pub(super) fn entries(line: Line) -> Vec<Line> {
    let begins = |text: &String| {
        without_bullet(text).len() < text.len() || after_enumerator(text).is_some() || has_identifier(text)
    };
    if line.pieces.len() < 2 || !line.pieces[1..].iter().all(begins) {
        return vec![line];
    }
    let mut label = line.label.clone();
    let entry = |piece: &String| Line {
        text: piece.clone(),
        pieces: Vec::new(),
        label: label.take(),
        ..line.clone()
    };
    line.pieces.iter().map(entry).collect()
}

fn has_identifier(text: &str) -> bool {
    ID.captures(text).is_some_and(|found| has_mark(text, &text[found[0].len()..]))
}

/// A line that says to which of the element's identifiers the actions below it apply.
fn scope_of<'i>(text: &str, ids: &'i [String]) -> Option<&'i str> {
    let text = text.trim_end_matches([':', '：', '.', ' ']);
    let id = named(text, ids).filter(|id| text.ends_with(*id))?;
    (text.split_whitespace().count() <= LONGEST_SCOPE).then_some(id)
}

/// The identifier of the element that a text names; the longest, since one may be the beginning of another.
fn named<'i>(text: &str, ids: &'i [String]) -> Option<&'i str> {
    let named = ids.iter().filter(|id| {
        text.match_indices(id.as_str()).any(|(at, _)| {
            let after = &text[at + id.len()..];
            !after.starts_with(char::is_alphanumeric)
                && !after.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        })
    });
    named.max_by_key(|id| id.len()).map(String::as_str)
}

fn action(line: &Line, text: &str, scope: Option<&str>, ids: &[String]) -> ProposedAction {
    let label = line.label.as_deref().filter(|_| !line.is_bullet);
    let label = label.map(|label| label.trim_end_matches([':', '.', ' ']));
    let by_label = label
        .filter(|label| label.contains(char::is_uppercase) && label.contains(|c: char| c.is_ascii_digit()));
    let applies_to = |id: Option<&str>| id.or(scope).map(str::to_owned);
    if let Some(id) = by_label {
        return ProposedAction {
            id: Some(id.to_owned()),
            applies_to: applies_to(None),
            text: text.to_owned(),
        };
    }
    let may_have = text.starts_with(char::is_uppercase) && text.contains(char::is_numeric);
    let own = may_have.then(|| ID.captures(text)).flatten();
    let own = own.map(|found| (found[1].to_owned(), &text[found[0].len()..]));
    let (id, rest) = match own {
        Some((id, rest)) => (Some(id), rest),
        None => (None, text),
    };
    match own_scope(rest, ids).filter(|_| id.is_some()) {
        Some((scope, rest)) => {
            ProposedAction { id, applies_to: applies_to(Some(scope)), text: rest.to_owned() }
        }
        // Without a mark after it, what looks like an identifier may be the first word of the text.
        None if !has_mark(text, rest) => {
            ProposedAction { id: None, applies_to: applies_to(None), text: text.to_owned() }
        }
        None => ProposedAction { id, applies_to: applies_to(None), text: rest.to_owned() },
    }
}

/// Whether a mark stands before the rest of a text.
fn has_mark(text: &str, rest: &str) -> bool {
    text[..text.len() - rest.len()].trim_end().ends_with([':', '：', '–', '—', '-'])
}

/// To what an action applies, where it is said between its identifier and its text: `for AP1.2 – do this`.
fn own_scope<'i, 't>(text: &'t str, ids: &'i [String]) -> Option<(&'i str, &'t str)> {
    let dashes = [" - ", " – ", " — ", ": ", "："];
    let (at, dash) = dashes.iter().filter_map(|dash| Some((text.find(dash)?, dash))).min()?;
    let scope = scope_of(&text[..at], ids)?;
    Some((scope, text[at + dash.len()..].trim_start()))
}

/// The points of a cell, each paragraph one; enumerators and bullets are left out.
pub(super) fn points(lines: &[Line]) -> impl Iterator<Item = String> {
    let texts = lines.iter().map(|line| without_bullet(&line.text));
    let bare = texts.map(|text| after_enumerator(text).unwrap_or(text));
    bare.filter(|text| text.contains(char::is_alphanumeric)).map(str::to_owned)
}

/// The text after an enumerator that was typed: `a)`, `ii)`, `3.`.
fn after_enumerator(text: &str) -> Option<&str> {
    let text = text.strip_prefix('(').unwrap_or(text);
    let (sign, rest) = text.split_at(text.find([')', '.'])?);
    let mut signs = sign.chars();
    let length = sign.chars().count();
    let is_sign = (length <= 4 && signs.all(|mark| mark.is_ascii_lowercase()))
        || (length == 1 && sign.starts_with(|mark: char| mark.is_ascii_uppercase()))
        || (length <= 2 && sign.chars().all(|mark| digit(mark).is_some()));
    let rest = &rest[1..];
    (is_sign && length > 0 && rest.starts_with(char::is_whitespace)).then(|| rest.trim_start())
}
