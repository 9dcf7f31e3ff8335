//! Ids and names of what comes several times.

use std::collections::{BTreeMap, BTreeSet};

use super::super::fragments::Fragments;

/// Word takes no longer name of a bookmark.
const LONGEST_NAME: usize = 40;

/// Drawings of ours are counted from here, far above those of templates.
const FIRST_DRAWING: u32 = 1_000_000;

/// A stretch of text that comes several times, which of its turns, and an id in the template.
type Key = (usize, u32, String);

/// Ids that were given, over all parts of a package.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    turns: BTreeMap<usize, u32>,
    open: Vec<(usize, u32)>,
    bookmarks: BTreeMap<Key, u32>,
    used_bookmarks: BTreeSet<u32>,
    notes: BTreeMap<(char, Key), u32>,
    /// The last id of each kind of notes, and those given.
    last_note: BTreeMap<char, u32>,
    used_notes: BTreeSet<(char, u32)>,
    drawings: u32,
}

impl Ids {
    /// The template's own notes have ids up to `last`.
    pub(crate) fn notes_up_to(&mut self, kind: char, last: u32) {
        let known = self.last_note.entry(kind).or_default();
        *known = last.max(*known);
    }

    pub(super) fn enter(&mut self, scope: &str) {
        let Ok(scope) = scope.parse() else { return };
        // A `continue` leaves a turn without its end.
        self.leave_scope(scope);
        let turn = self.turns.entry(scope).or_default();
        *turn += 1;
        self.open.push((scope, *turn));
    }

    pub(super) fn leave(&mut self, scope: &str) {
        if let Ok(scope) = scope.parse() {
            self.leave_scope(scope);
        }
    }

    fn leave_scope(&mut self, scope: usize) {
        if let Some(at) = self.open.iter().rposition(|(open, _)| *open == scope) {
            self.open.truncate(at);
        }
    }

    /// A key from `scope:id`, with the turn in which the scope is.
    fn key(&self, payload: &str) -> Key {
        let (scope, id) = payload.split_once(':').unwrap_or(("0", payload));
        let scope = scope.parse().unwrap_or_default();
        let turn = self.open.iter().rev().find(|(open, _)| *open == scope).map_or(0, |(_, turn)| *turn);
        (scope, turn, id.to_owned())
    }

    /// The id of a bookmark: its own for the first, a new one for those that follow.
    pub(super) fn bookmark(&mut self, payload: &str, fragments: &mut Fragments) -> u32 {
        let key = self.key(payload);
        if let Some(&id) = self.bookmarks.get(&key) {
            return id;
        }
        let own = key.2.parse().ok().filter(|id| !self.used_bookmarks.contains(id));
        let id = own.unwrap_or_else(|| fragments.bookmark_id());
        self.used_bookmarks.insert(id);
        self.bookmarks.insert(key, id);
        id
    }

    /// The name of a bookmark in the turn that is being written.
    pub(super) fn bookmark_name(&self, payload: &str) -> String {
        let (_, turn, name) = self.key(payload);
        if turn <= 1 {
            return name;
        }
        let number = format!("_{turn}");
        let kept: String = name.chars().take(LONGEST_NAME - number.len()).collect();
        kept + &number
    }

    /// The id of a note or comment.
    pub(super) fn note(&mut self, kind: char, payload: &str) -> u32 {
        let key = (kind, self.key(payload));
        // The range of a comment comes before its reference, a note's reference comes once a turn.
        if let Some(&id) = self.notes.get(&key).filter(|_| kind == 'c') {
            return id;
        }
        let own = key.1.2.parse().ok().filter(|id| !self.used_notes.contains(&(kind, *id)));
        let id = own.unwrap_or_else(|| {
            let last = self.last_note.entry(kind).or_default();
            *last += 1;
            *last
        });
        self.used_notes.insert((kind, id));
        self.notes.insert(key, id);
        id
    }

    pub(super) fn drawing(&mut self) -> u32 {
        self.drawings += 1;
        FIRST_DRAWING + self.drawings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_turn_has_ids_and_names_of_its_own() {
        let (mut ids, mut fragments) = (Ids::default(), Fragments::default());
        fragments.bookmarks_up_to(9);
        let mut seen = Vec::new();
        for _ in 0..3 {
            ids.enter("4");
            seen.push((ids.bookmark("4:7", &mut fragments), ids.bookmark_name("4:_Ref1")));
            assert_eq!(ids.bookmark("4:7", &mut fragments), seen.last().unwrap().0);
            ids.leave("4");
        }
        let expected = [(7, "_Ref1"), (10, "_Ref1_2"), (11, "_Ref1_3")];
        assert_eq!(seen, expected.map(|(id, name)| (id, name.to_owned())));
    }
}
