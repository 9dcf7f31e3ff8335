//! `--watch`: run again when the folder changes.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// A change is over when nothing more comes for this long: copying a folder is one change.
const QUIET: Duration = Duration::from_millis(400);

/// Changes in a folder, but not where the results go.
pub struct Watch {
    /// Events come while it lives.
    _watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
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
        watcher.watch(&folder.canonicalize()?, RecursiveMode::Recursive)?;
        let excluded = excluded.iter().filter_map(|path| path.canonicalize().ok()).collect();
        Ok(Self { _watcher: watcher, events, excluded })
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
        loop {
            match self.events.recv_timeout(QUIET) {
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
    }

    fn matters(&self, event: &notify::Result<Event>) -> bool {
        // What went wrong may have hidden a change.
        let Ok(event) = event else { return true };
        let inside = |path: &PathBuf| self.excluded.iter().any(|excluded| path.starts_with(excluded));
        !matches!(event.kind, EventKind::Access(_))
            && (event.paths.is_empty() || !event.paths.iter().all(inside))
    }
}
