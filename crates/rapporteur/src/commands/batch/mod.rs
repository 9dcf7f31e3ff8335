//! `rapporteur batch`: a meeting's folder in, the meeting's model out.

mod closing;
mod convert;
mod outputs;
mod run;
mod tasks;
mod watch;

use std::path::{Path, PathBuf};

use meeting_folder::workspace;

use crate::Status;
use crate::arguments::BatchArguments;
use crate::messages::{self, Message};

use watch::Watch;

/// Reads the folder and writes what it comes to: once, or whenever it changes.
pub fn run(arguments: &BatchArguments) -> Status {
    if takes_files_with_it(arguments) {
        messages::tell(&Message::no_folder_of_its_own(&messages::shown(&arguments.output)));
        return Status::WrongUsage;
    }
    if !arguments.watch {
        return once(arguments);
    }
    // Watched from before the first run: a change during it is not lost.
    let mut status = make_folders(arguments).map_or_else(told, |()| Status::Done);
    if status != Status::Done {
        return status;
    }
    match Watch::new(&arguments.folder, &excluded(arguments)) {
        Ok(watch) => loop {
            status = once(arguments);
            messages::note("waiting for a change; stop with Ctrl-C");
            if !watch.wait() {
                return status;
            }
        },
        Err(error) => {
            messages::tell(&Message::unwatched(&messages::shown(&arguments.folder), &error));
            Status::NothingDone
        }
    }
}

fn once(arguments: &BatchArguments) -> Status {
    run::once(arguments).unwrap_or_else(told)
}

/// The folders that results go to are there before anything else is done: they are no part of the meeting.
fn make_folders(arguments: &BatchArguments) -> Result<(), Message> {
    for folder in result_folders(arguments) {
        std::fs::create_dir_all(folder)
            .map_err(|error| Message::unwritten(&messages::shown(folder), &error))?;
    }
    Ok(())
}

fn result_folders(arguments: &BatchArguments) -> impl Iterator<Item = &PathBuf> {
    [Some(&arguments.output), arguments.store.as_ref()].into_iter().flatten()
}

/// What is no part of the meeting wherever it lies: the results, and the database of many meetings.
fn excluded(arguments: &BatchArguments) -> Vec<PathBuf> {
    let store = arguments.store.as_deref().map(absolute).into_iter();
    let databases = store.flat_map(|folder| run::STORES.map(|name| folder.join(name)));
    [absolute(&arguments.output)].into_iter().chain(databases).collect()
}

/// Whether OUT, which is left out of the meeting, would take files with it that no run has written.
fn takes_files_with_it(arguments: &BatchArguments) -> bool {
    let (out, meeting) = (absolute(&arguments.output), absolute(&arguments.folder));
    let has_files = || out.read_dir().is_ok_and(|mut entries| entries.next().is_some());
    out == meeting || (out.starts_with(meeting) && !workspace::is_one(&out) && has_files())
}

fn absolute(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

fn told(message: Message) -> Status {
    messages::tell(&message);
    Status::NothingDone
}
