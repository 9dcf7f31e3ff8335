//! `rapporteur batch`: a meeting's folder in, the meeting's model out.

mod closing;
mod convert;
mod outputs;
mod run;
mod watch;

use std::path::PathBuf;

use crate::Status;
use crate::arguments::BatchArguments;
use crate::messages::{self, Message};

use watch::Watch;

/// Reads the folder and writes what it comes to: once, or whenever it changes.
pub fn run(arguments: &BatchArguments) -> Status {
    if !arguments.watch {
        return once(arguments);
    }
    let excluded: Vec<PathBuf> = excluded(arguments);
    // Watched from before the first run: a change during it is not lost.
    let mut status = make_folders(arguments).map_or_else(told, |()| Status::Done);
    if status != Status::Done {
        return status;
    }
    match Watch::new(&arguments.folder, &excluded) {
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
    for folder in excluded(arguments) {
        std::fs::create_dir_all(&folder)
            .map_err(|error| Message::unwritten(&messages::shown(&folder), &error))?;
    }
    Ok(())
}

/// What is no part of the meeting wherever it lies.
fn excluded(arguments: &BatchArguments) -> Vec<PathBuf> {
    [Some(&arguments.output), arguments.store.as_ref()].into_iter().flatten().cloned().collect()
}

fn told(message: Message) -> Status {
    messages::tell(&message);
    Status::NothingDone
}
