//! Liaison statements, and which documents of the meeting answer which.

use std::borrow::Cow;

use meeting_model::{Direction, Document, DocumentNumber, Kind, Liaison, LiaisonEntry, number};

use super::register::{Entry, Register};

/// The liaison statements of the folder.
pub(super) fn entries(register: &Register<'_>) -> Vec<LiaisonEntry> {
    let answers = answers(register);
    let entry = |(at, entry): (usize, &Entry<'_>)| {
        let (edition, document) = (entry.in_force()?, entry.document()?);
        let liaison = liaison(document)?;
        let answered = answers.iter().filter(|(_, to)| *to == at);
        Some(LiaisonEntry {
            number: Some(entry.number().clone()),
            direction: liaison.direction,
            from: document.header.source.as_deref().map(meeting_parser::sources).unwrap_or_default(),
            to: receivers(&liaison, document.header.title.as_deref()),
            title: document.header.title.clone(),
            deadline: liaison.deadline,
            reply_to: liaison.reply_to.as_ref().map(|number| register.meant(number, edition)),
            answered_by: answered.map(|(by, _)| register.entries[*by].number().clone()).collect(),
        })
    };
    register.entries.iter().enumerate().filter_map(entry).collect()
}

/// What a liaison statement states on its cover; where the cover has no rows for it, what its title tells: `LS/i/r on … (reply
/// to SG20-LS44)` in every language.
fn liaison(document: &Document) -> Option<Cow<'_, Liaison>> {
    if let Some(liaison) = &document.liaison {
        return Some(Cow::Borrowed(liaison));
    }
    let title = document.header.title.as_deref().filter(|_| document.kind == Kind::LiaisonStatement)?;
    let mark = title.split_whitespace().next().unwrap_or_default();
    let mut parts = mark.split('/').skip(1);
    let direction = match parts.next() {
        Some("i") => Some(Direction::Incoming),
        Some("o") => Some(Direction::Outgoing),
        _ => None,
    };
    let answers = parts.next() == Some("r");
    let numbers = number::find(title).into_iter().map(|found| found.number);
    let reply_to = numbers.into_iter().find(|number| answers && number.series == "LS");
    Some(Cow::Owned(Liaison { direction, reply_to, ..Liaison::default() }))
}

/// Those to whom the cover's rows address it; without such rows those that the title of an outgoing one names at its end:
/// `LS/o on … [to ITU-T SG2, ISO]`.
fn receivers(liaison: &Liaison, title: Option<&str>) -> Vec<String> {
    let mut receivers: Vec<String> = Vec::new();
    for name in liaison.for_action.iter().chain(&liaison.for_comment).chain(&liaison.for_information) {
        if !receivers.contains(name) {
            receivers.push(name.clone());
        }
    }
    if receivers.is_empty() && liaison.direction == Some(Direction::Outgoing) {
        return title.map(named_at_the_end).unwrap_or_default();
    }
    receivers
}

/// The bodies in brackets at the end of a title, behind the preposition that every language has there.
fn named_at_the_end(title: &str) -> Vec<String> {
    let bracket = title.trim_end().strip_suffix(']').and_then(|title| title.rsplit_once('['));
    let words = bracket.and_then(|(_, inside)| inside.trim().split_once(char::is_whitespace));
    words.map(|(_, bodies)| meeting_parser::sources(bodies)).unwrap_or_default()
}

/// Which documents answer which: pairs of places in the register.
///
/// A liaison statement names what it answers by its number in the series of the sender, while the folder has it as a
/// document of this meeting: that is an incoming one which states that number itself.
pub(super) fn answers(register: &Register<'_>) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (at, _) in register.entries.iter().enumerate() {
        let Some(target) = reply_to(register, at) else { continue };
        let direct = register.resolve(&target);
        let found = if direct.is_empty() { carriers(register, at, &target) } else { direct };
        pairs.extend(found.into_iter().filter(|to| *to != at).map(|to| (at, to)));
    }
    pairs
}

/// The number that a document answers, with the group.
pub(super) fn reply_to(register: &Register<'_>, at: usize) -> Option<DocumentNumber> {
    let entry = &register.entries[at];
    let liaison = liaison(entry.document()?)?;
    Some(register.meant(liaison.reply_to.as_ref()?, entry.in_force()?))
}

/// Incoming liaison statements that state a number of another group's, and do not answer it themselves.
fn carriers(register: &Register<'_>, by: usize, target: &DocumentNumber) -> Vec<usize> {
    if target.group == register.group {
        return Vec::new();
    }
    let carries = |at: &usize| {
        let entry = &register.entries[*at];
        let Some(document) = entry.document() else { return false };
        let incoming = liaison(document).is_some_and(|own| own.direction == Some(Direction::Incoming));
        *at != by
            && incoming
            && reply_to(register, *at).is_none_or(|own| own != *target)
            && document
                .references
                .iter()
                .any(|reference| reference.number.group.is_some() && reference.number == *target)
    };
    (0..register.entries.len()).filter(carries).collect()
}
