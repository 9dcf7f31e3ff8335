//! A line that tells how far a long run is, for a person at a terminal and for nobody else.

use std::io::{self, IsTerminal as _};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::messages;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Fewer files are done before a person has read the line.
const MANY: usize = 10;

/// A log without a terminal hears of runs over so many files.
const LONG: usize = 200;

/// How far it is, how long it will take, and at which file.
const TEMPLATE: &str = "{bar:24} {pos}/{len} {eta} {wide_msg}";

/// The progress of a run; it goes when it is dropped.
pub struct Progress {
    bar: Option<ProgressBar>,
    /// Where there is no terminal but somebody may read on: every tenth of so many files.
    lines: Option<usize>,
    done: AtomicUsize,
}

impl Progress {
    /// Over so many files. Where the data itself goes to a terminal, it shows the progress well enough.
    pub fn over(files: usize, data_to_terminal: bool) -> Self {
        let wanted = files >= MANY && !data_to_terminal && io::stderr().is_terminal();
        Self { bar: wanted.then(|| bar(files)), lines: None, done: AtomicUsize::new(0) }
    }

    /// The same; without a terminal, ten plain lines for a long run.
    pub fn with_lines(files: usize) -> Self {
        let plain = files >= LONG && !io::stderr().is_terminal();
        let mut progress = Self::over(files, false);
        progress.lines = plain.then_some(files);
        progress
    }

    /// Now at this file.
    pub fn at(&self, name: &str) {
        if let Some(bar) = &self.bar {
            bar.set_message(messages::escaped(name));
            bar.inc(1);
        }
        let Some(files) = self.lines else { return };
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if done * 10 / files > (done - 1) * 10 / files {
            messages::note(&format!("{done} of {files} files"));
        }
    }

    /// Clears the line while something else is written to the terminal.
    pub fn aside(&self, write: impl FnOnce()) {
        match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn bar(files: usize) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::stderr());
    // The template is a constant that a test renders.
    bar.with_style(style())
}

fn style() -> ProgressStyle {
    ProgressStyle::with_template(TEMPLATE).unwrap_or_else(|_| ProgressStyle::default_bar())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_is_sound() {
        assert!(ProgressStyle::with_template(TEMPLATE).is_ok());
        let _ = style();
    }

    #[test]
    fn few_files_and_data_on_a_terminal_show_none() {
        assert!(Progress::over(1, false).bar.is_none());
        assert!(Progress::over(100, true).bar.is_none());
    }
}
