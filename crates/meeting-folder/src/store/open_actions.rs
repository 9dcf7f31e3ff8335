//! What is open over meetings: an action that one meeting opened and a later one has, or has not, closed.

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::{Connection, Row};
use serde::Serialize;

use super::{StoreError, open, words};

/// Texts that share at least so many per cent of their words are one action where the identifier is the same too.
const SAME: usize = 50;

/// An action that no meeting has closed so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OpenAction {
    /// Its identifier in the action list, as last stated.
    pub id: Option<String>,
    /// Who must act, as last stated.
    pub assignee: Option<String>,
    /// What is to be done, as last stated.
    pub text: String,
    /// The day by which it is due, as last stated.
    pub due: Option<String>,
    /// The meetings that state it, the first first.
    pub meetings: Vec<Sighting>,
}

/// A meeting that states an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sighting {
    /// The meeting, as the store calls it.
    pub meeting: String,
    /// The documents that state it there.
    pub found_in: Vec<String>,
}

/// An action as one meeting states it.
struct Stated {
    row: i64,
    meeting: String,
    group: Option<String>,
    action: OpenAction,
    is_open: bool,
    words: BTreeSet<String>,
}

/// What is known of one action over the meetings.
struct Thread {
    group: Option<String>,
    words: BTreeSet<String>,
    action: OpenAction,
    is_open: bool,
}

/// The actions of a database, of one meeting or many, that are open after its last meeting.
pub fn open_actions(path: &Path) -> Result<Vec<OpenAction>, StoreError> {
    let connection = open(path)?;
    let mut threads: Vec<Thread> = Vec::new();
    for mut stated in all_stated(&connection)? {
        let found_in = found_in(&connection, stated.row)?;
        stated.action.meetings = vec![Sighting { meeting: stated.meeting.clone(), found_in }];
        match threads.iter_mut().rev().find(|thread| continues(thread, &stated)) {
            Some(thread) => follow(thread, stated),
            None => threads.push(Thread {
                group: stated.group,
                words: stated.words,
                action: stated.action,
                is_open: stated.is_open,
            }),
        }
    }
    Ok(threads.into_iter().filter(|thread| thread.is_open).map(|thread| thread.action).collect())
}

/// Whether a statement is about the action of a thread: the same words, or the same identifier and much the same
/// words, for groups number the actions of each meeting from 1.
fn continues(thread: &Thread, stated: &Stated) -> bool {
    let same_meeting = thread.action.meetings.last().is_some_and(|last| last.meeting == stated.meeting);
    if same_meeting || thread.group != stated.group {
        return false;
    }
    if thread.words == stated.words && !stated.words.is_empty() {
        return true;
    }
    let same_id = thread.action.id.is_some() && thread.action.id == stated.action.id;
    let common = thread.words.intersection(&stated.words).count();
    let all = thread.words.union(&stated.words).count();
    same_id && common > 0 && common * 100 >= all * SAME
}

/// The later meeting has the last word.
fn follow(thread: &mut Thread, stated: Stated) {
    let before = std::mem::take(&mut thread.action.meetings);
    let OpenAction { id, assignee, text, due, meetings } = stated.action;
    thread.action = OpenAction {
        id: id.or(thread.action.id.take()),
        assignee: assignee.or(thread.action.assignee.take()),
        text,
        due: due.or(thread.action.due.take()),
        meetings: before.into_iter().chain(meetings).collect(),
    };
    thread.words = stated.words;
    thread.is_open = stated.is_open;
}

/// All actions, meeting by meeting in the order of time.
fn all_stated(connection: &Connection) -> Result<Vec<Stated>, StoreError> {
    let mut statement = connection.prepare(
        "SELECT actions.id, meetings.key, meetings.meeting_group, actions.label, actions.assignee, actions.text,
                actions.due, actions.status
         FROM actions JOIN meetings ON meetings.id = actions.meeting_id
         ORDER BY meetings.start_date NULLS FIRST, meetings.key, actions.position",
    )?;
    let stated = statement.query_map([], stated)?;
    Ok(stated.collect::<Result<_, _>>()?)
}

fn stated(row: &Row<'_>) -> Result<Stated, rusqlite::Error> {
    let text: String = row.get(5)?;
    Ok(Stated {
        row: row.get(0)?,
        meeting: row.get(1)?,
        group: row.get(2)?,
        words: words_of(&text),
        is_open: row.get::<_, String>(7)? == "open",
        action: OpenAction {
            id: row.get(3)?,
            assignee: row.get(4)?,
            text,
            due: row.get(6)?,
            meetings: Vec::new(),
        },
    })
}

fn words_of(text: &str) -> BTreeSet<String> {
    let text = words::indexed(text).to_lowercase();
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn found_in(connection: &Connection, action: i64) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT number FROM action_documents WHERE action_id = ? AND role = 'found_in' ORDER BY position",
    )?;
    let numbers = statement.query_map([action], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(numbers)
}
