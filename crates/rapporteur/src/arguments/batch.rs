//! The arguments of `batch`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use meeting_model::Severity;

const EXAMPLES: &str = "\
Examples:
  rapporteur batch SG20-2026-03 -o out
      the meeting's model, registers, database and page in the folder out; open out/index.html
  jq -r '.findings[] | [.code, .message] | @tsv' out/meeting.json
      what does not agree in the folder; `rapporteur explain CODE` says more
  rapporteur batch SG20-2026-03 -o out --only json,csv --fail-on error
      some of the results; exit status 1 where something is wrong
  rapporteur batch SG20-2026-03 -o out --store meetings
      the meeting goes into a database of many, too
  rapporteur search out \"work programme\"
      which paragraphs of all documents have these words

Run it again after a change: what did not change is not read again. A run that was stopped goes on where it was.
Every result is written aside and then put in its place: a reader never sees half of it.";

/// The arguments of `batch`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct BatchArguments {
    /// The meeting's folder: Word files, archives of them, the index XML, and whatever else lies there
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,

    /// Write the results into this folder, which is made where it is missing
    #[arg(long, short, value_name = "OUT")]
    pub output: PathBuf,

    /// Write these results alone; others that lie in OUT stay as they are
    #[arg(long, value_enum, value_delimiter = ',', value_name = "FORMAT,…")]
    pub only: Vec<Part>,

    /// Read so many files at once [default: one per core]
    #[arg(long, short, value_name = "COUNT")]
    pub jobs: Option<NonZeroUsize>,

    /// Go on where a file cannot be read; this is the default
    #[arg(long, overrides_with = "fail_fast")]
    pub keep_going: bool,

    /// Stop at the first file that cannot be read, and write nothing
    #[arg(long, overrides_with = "keep_going")]
    pub fail_fast: bool,

    /// End with exit status 1 where a finding is at least this grave
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub fail_on: Option<Level>,

    /// Convert legacy Word files (.doc) with LibreOffice, where it is installed
    #[arg(long)]
    pub convert_doc: bool,

    /// The program that converts: LibreOffice, or one that takes the same options
    #[arg(long, value_name = "PROGRAM", default_value = "soffice", requires = "convert_doc")]
    pub converter: PathBuf,

    /// Stop the converter after so many seconds for one file
    #[arg(long, value_name = "SECONDS", default_value_t = 60, requires = "convert_doc",
        value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub convert_timeout: u64,

    /// Add the meeting to the database of many meetings in this folder, in place of what it had of it before
    #[arg(long, value_name = "DIR")]
    pub store: Option<PathBuf>,

    /// Stay, and run again whenever something in FOLDER changes
    #[arg(long)]
    pub watch: bool,
}

/// A result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Part {
    /// The meeting's model: meeting.json
    Json,
    /// Every document as one line: documents.jsonl
    Jsonl,
    /// The registers: documents.csv, items.csv, decisions.csv, actions.csv, meetings.csv, findings.csv
    Csv,
    /// The registers in one workbook: meeting.xlsx
    Xlsx,
    /// The database for `rapporteur search` and SQL: meeting.sqlite
    Sqlite,
    /// A page to look at: index.html
    Html,
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Level {
    /// Anything
    Info,
    /// Warnings and errors
    Warning,
    /// Errors
    Error,
}

impl From<Level> for Severity {
    fn from(level: Level) -> Self {
        match level {
            Level::Info => Self::Info,
            Level::Warning => Self::Warning,
            Level::Error => Self::Error,
        }
    }
}

impl BatchArguments {
    /// The results that are asked for, each once.
    pub fn parts(&self) -> Vec<Part> {
        let mut parts = self.only.clone();
        if parts.is_empty() {
            parts = Part::value_variants().to_vec();
        }
        parts.sort_unstable();
        parts.dedup();
        parts
    }
}
