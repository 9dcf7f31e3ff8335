//! The arguments of `summary`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::civil::Date;
use meeting_model::Language;

const EXAMPLES: &str = "\
Examples:
  rapporteur summary reports/*.docx -o actions.html
      who must do what, as a page for a browser or a printer
  rapporteur summary reports/*.docx -o actions.docx
      the same in Word
  rapporteur summary reports/*.docx --on 2026-03-01 -o actions.xlsx
      the same as a workbook; what was due before 1 March is overdue
  rapporteur summary out/meeting.json --what decisions --language fr -o decisions.md
      the decisions of a whole meeting, from `rapporteur batch`, with French headings
  rapporteur summary reports/*.docx -o meetings.ics
      meetings, deadlines and open actions for a calendar
  rapporteur parse *.docx --format jsonl | rapporteur summary - --what documents -o - --format csv
      data from another command, and to the next

An action that is stated again, by the number of a list or with the same words in another document, appears once
with all its places. In CSV a text that a spreadsheet would take for a formula begins with an apostrophe.";

/// The arguments of `summary`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct SummaryArguments {
    /// Word files, or data of `parse` (JSON, JSON lines, YAML) or `batch` (meeting.json); `-` reads standard input
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,

    /// What to list [default: actions; in a calendar all that has a day]
    #[arg(long, value_enum)]
    pub what: Option<WhatToList>,

    /// The language of headings and dates: en, fr, es, ar, zh, ru
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    pub language: Language,

    /// The day on which actions are found overdue and meetings ahead [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<Date>,

    /// A template of one's own: Word (.docx) or text (.md.j2, .html.j2, .txt.j2)
    #[arg(long, short, value_name = "TEMPLATE")]
    pub template: Option<String>,

    /// The form, where the name of the output does not tell it
    #[arg(long, short, value_enum)]
    pub format: Option<SummaryFormat>,

    /// Write to this file; its ending tells the form; `-` is standard output
    #[arg(long, short, value_name = "OUT")]
    pub output: PathBuf,
}

/// What a summary lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum WhatToList {
    /// By who must act
    Actions,
    /// By the document that states them
    Decisions,
    /// By number
    Documents,
    /// By day
    Meetings,
}

/// A form of a summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SummaryFormat {
    /// Word
    Docx,
    /// Markdown
    Md,
    /// A page that stands by itself
    Html,
    /// A table as text
    Csv,
    /// A workbook
    Xlsx,
    /// A calendar
    Ics,
    /// Data
    Json,
}
