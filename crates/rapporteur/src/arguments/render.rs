//! The arguments of `render`.

use std::path::PathBuf;

use clap::Args;
use meeting_model::Language;

const EXAMPLES: &str = "\
Examples:
  rapporteur render report.json --template report-prose -o report.docx
      data that `parse` or `draft` gave, as a report in prose
  rapporteur parse old.docx | jq '.header.title = \"New\"' | rapporteur render - -t my-template.docx -o new.docx
      a changed document in a template of one's own
  rapporteur render out/meeting.json --template action-summary -o actions.docx
      the actions of a whole meeting, from `rapporteur batch`
  rapporteur render report.json --template my-list.md.j2 -o list.md
      a text template: its name tells what it makes";

/// The arguments of `render`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct RenderArguments {
    /// A Document or a MeetingRecord as JSON or YAML; `-` reads standard input
    #[arg(value_name = "DATA")]
    pub data: PathBuf,

    /// A built-in template by its name, or a file: Word (.docx) or text (.md.j2, .html.j2, .txt.j2)
    #[arg(long, short, value_name = "TEMPLATE")]
    pub template: String,

    /// The language of labels and dates: en, fr, es, ar, zh, ru [default: that of the document]
    #[arg(long, value_name = "LANGUAGE")]
    pub language: Option<Language>,

    /// Write to this file; `-` is standard output
    #[arg(long, short, value_name = "FILE")]
    pub output: PathBuf,
}
