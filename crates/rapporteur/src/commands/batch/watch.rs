//! `--watch`: run again when the folder changes.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use meeting_folder::workspace::is_one;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// A change is over when nothing more comes for this long: copying a folder is one change.
const QUIET: Duration = Duration::from_millis(400);

/// Changes in a folder, but not where the results go.
pub struct Watch {
    /// Events come while it lives.
    _watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    folder: PathBuf,
    excluded: Vec<PathBuf>,
}

impl Watch {
    /// Watches a folder from now on.
    pub fn new(folder: &Path, excluded: &[PathBuf]) -> notify::Result<Self> {
        let (sender, events) = channel();
        let mut watcher = notify::recommended_watcher(move |event| {
            // Nobody listens once the program ends.
            let _ = sender.send(event);
        })?;
        let folder = folder.canonicalize()?;
        watcher.watch(&folder, RecursiveMode::Recursive)?;
        Ok(Self { _watcher: watcher, events, folder, excluded: excluded.to_vec() })
    }

    /// Waits for the next change and for its end; false where there will be none.
    pub fn wait(&self) -> bool {
        loop {
            match self.events.recv() {
                Ok(event) if self.matters(&event) => break,
                Ok(_) => {}
                Err(_) => return false,
            }
        }
        let mut last = Instant::now();
        loop {
            // Somebody who reads in the folder all the time changes nothing.
            match self.events.recv_timeout(QUIET.saturating_sub(last.elapsed())) {
                Ok(event) if self.matters(&event) => last = Instant::now(),
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
    }

    fn matters(&self, event: &notify::Result<Event>) -> bool {
        // What went wrong may have hidden a change.
        let Ok(event) = event else { return true };
        !matches!(event.kind, EventKind::Access(_))
            && (event.paths.is_empty() || !event.paths.iter().all(|path| self.is_result(path)))
    }

    /// Whether this run or another writes its results there.
    fn is_result(&self, path: &Path) -> bool {
        let mut folders = path.ancestors().skip(1).take_while(|folder| *folder != self.folder);
        self.excluded.iter().any(|excluded| path.starts_with(excluded)) || folders.any(is_one)
    }
}
