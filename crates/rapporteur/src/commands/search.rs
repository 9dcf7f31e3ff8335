//! `rapporteur search`: paragraphs by their words, and the actions that are open.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use meeting_folder::store::{self, Hit, OpenAction, Snippet, StoreError};

use crate::Status;
use crate::arguments::SearchArguments;
use crate::messages::{self, Message, escaped};
use crate::output::Output;

/// What the databases of `batch` are called in the folders that it writes to.
pub const DATABASES: [&str; 2] = ["meeting.sqlite", "meetings.sqlite"];

/// Asks the database and prints what it has.
pub fn run(arguments: &SearchArguments) -> Status {
    let path = database(&arguments.database);
    let answer = if arguments.open { open(&path, arguments) } else { found(&path, arguments) };
    match answer {
        Ok(text) => print(&text),
        Err(error) => {
            messages::tell(&Message::no_answer(&messages::shown(&arguments.database), &error));
            if matches!(error, StoreError::NoWords) { Status::WrongUsage } else { Status::NothingDone }
        }
    }
}

fn database(path: &Path) -> PathBuf {
    let inside = DATABASES.map(|name| path.join(name));
    inside.into_iter().find(|path| path.is_file()).unwrap_or_else(|| path.to_owned())
}

fn found(path: &Path, arguments: &SearchArguments) -> Result<String, StoreError> {
    let hits = store::search(path, &arguments.words.join(" "), arguments.limit)?;
    Ok(if arguments.json { json(&hits) } else { hits.iter().map(hit).collect() })
}

fn open(path: &Path, arguments: &SearchArguments) -> Result<String, StoreError> {
    let mut actions = store::open_actions(path)?;
    let words: Vec<String> = arguments.words.iter().map(|word| word.to_lowercase()).collect();
    let fits = |text: &str| words.iter().all(|word| text.contains(word.as_str()));
    actions.retain(|action| {
        fits(&format!("{} {}", action.assignee.as_deref().unwrap_or_default(), action.text).to_lowercase())
    });
    actions.truncate(arguments.limit);
    Ok(if arguments.json { json(&actions) } else { actions.iter().map(action).collect() })
}

fn json<T: serde::Serialize>(values: &[T]) -> String {
    // Texts, numbers and lists of these can always be written.
    serde_json::to_string_pretty(values).map(|text| text + "\n").unwrap_or_default()
}

/// Two lines: where it stands, and the words.
fn hit(hit: &Hit) -> String {
    let number = hit.number.clone().unwrap_or_else(|| hit.file.clone());
    let places = [hit.heading.clone(), hit.number.as_ref().map(|_| hit.file.clone())];
    let places: Vec<String> = places.into_iter().flatten().map(|text| escaped(&text)).collect();
    format!("{}  {}\n    {}\n", escaped(&number), places.join("  "), marked(&hit.snippet))
}

/// The snippet with its matches in brackets, on one line.
fn marked(snippet: &Snippet) -> String {
    let mut out = String::new();
    let mut at = 0;
    for range in &snippet.matches {
        let (before, word) = (&snippet.text[at..range.start], &snippet.text[range.clone()]);
        // Writing to a String cannot fail.
        let _ = write!(out, "{}[{}]", flat(before), flat(word));
        at = range.end;
    }
    out + &flat(&snippet.text[at..])
}

fn flat(text: &str) -> String {
    escaped(&text.replace('\n', " "))
}

fn action(action: &OpenAction) -> String {
    let head = [action.id.as_ref(), action.assignee.as_ref(), action.due.as_ref()];
    let head: Vec<String> = head.into_iter().flatten().map(|text| escaped(text)).collect();
    let meetings: Vec<String> = action.meetings.iter().map(|sighting| escaped(&sighting.meeting)).collect();
    format!("{}\n    {}\n    {}\n", head.join("  "), flat(&action.text), meetings.join(", "))
}

fn print(text: &str) -> Status {
    let mut output = Output::standard();
    let written: io::Result<()> = output.write_all(text.as_bytes()).and_then(|()| output.finish());
    match written {
        Err(error) if !messages::reader_has_gone(&error) => {
            messages::tell(&Message::unwritten("standard output", &error));
            Status::NothingDone
        }
        _ => Status::Done,
    }
}
