//! The arguments of `draft`.

use std::path::PathBuf;

use clap::Args;
use meeting_model::{DocumentNumber, Language};

const EXAMPLES: &str = "\
Examples:
  rapporteur draft agenda.docx -o report.docx
      a report with everything the agenda says, and TODO where the meeting is still to speak
  rapporteur draft agenda.docx --minutes minutes.md -o report.docx
      the same with what was typed during the meeting: one heading per item number, below it the outcome,
      text, and lines that begin with Action: or Decision:
  rapporteur draft agenda.docx --data known.yaml --number TSAG-TD232 -o report.docx
      the same with what is known besides, and a number of its own
  rapporteur draft agenda.docx --minutes minutes.md -o report.json
      the draft as data, to be changed and given to `rapporteur render`

minutes.md:
  # 2.1 Numbering of revisions
  Presented by: the Editor
  Outcome: reviewed and agreed
  The draft was read clause by clause.
  Decision: It was agreed to merge clauses 4 and 5.
  Action: WP2 to request TSAG to approve TD631R2 by 30 October 2026

What is left to be done by hand is listed on standard error.";

/// The arguments of `draft`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct DraftArguments {
    /// The agenda, a Word file; `-` reads standard input
    #[arg(value_name = "AGENDA")]
    pub agenda: PathBuf,

    /// What is known besides: a Document, or a part of one, as JSON or YAML; may be given several times
    #[arg(long, value_name = "FILE")]
    pub data: Vec<PathBuf>,

    /// What was typed during the meeting, as Markdown
    #[arg(long, value_name = "FILE")]
    pub minutes: Option<PathBuf>,

    /// A built-in template by its name, or a Word file
    #[arg(long, short, value_name = "TEMPLATE", default_value = "report-rows")]
    pub template: String,

    /// The report's own number [default: the one that the agenda's document list reserves for the report]
    #[arg(long, value_name = "NUMBER")]
    pub number: Option<DocumentNumber>,

    /// The language of the report: en, fr, es, ar, zh, ru [default: that of the agenda]
    #[arg(long, value_name = "LANGUAGE")]
    pub language: Option<Language>,

    /// Write to this file (.docx, or .json for the data); `-` is standard output
    #[arg(long, short, value_name = "FILE")]
    pub output: PathBuf,
}
