//! A line that tells how far a long run is, for a person at a terminal and for nobody else.

use std::io::{self, IsTerminal as _};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Fewer files are done before a person has read the line.
const MANY: usize = 10;

/// The progress of a run; it goes when it is dropped.
pub struct Progress(Option<ProgressBar>);

impl Progress {
    /// Over so many files. Where the data itself goes to a terminal, it shows the progress well enough.
    pub fn over(files: usize, data_to_terminal: bool) -> Self {
        let wanted = files >= MANY && !data_to_terminal && io::stderr().is_terminal();
        Self(wanted.then(|| bar(files)))
    }

    /// Now at this file.
    pub fn at(&self, name: &str) {
        if let Some(bar) = &self.0 {
            bar.set_message(name.to_owned());
            bar.inc(1);
        }
    }

    /// Clears the line while something else is written to the terminal.
    pub fn aside(&self, write: impl FnOnce()) {
        match &self.0 {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
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
    ProgressStyle::with_template("{pos}/{len} {wide_msg}").unwrap_or_else(|_| ProgressStyle::default_bar())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_is_sound() {
        assert!(ProgressStyle::with_template("{pos}/{len} {wide_msg}").is_ok());
        let _ = style();
    }

    #[test]
    fn few_files_and_data_on_a_terminal_show_none() {
        assert!(Progress::over(1, false).0.is_none());
        assert!(Progress::over(100, true).0.is_none());
    }
}
