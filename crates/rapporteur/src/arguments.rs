//! The command line: what can be asked for, and the help about it.

mod batch;
mod draft;
mod explain;
mod render;
mod search;
mod summary;
mod template;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub use batch::{BatchArguments, Part};
pub use draft::DraftArguments;
pub use explain::{Data, ExplainArguments, SchemaArguments};
pub use render::RenderArguments;
pub use search::SearchArguments;
pub use summary::{SummaryArguments, SummaryFormat, WhatToList};
pub use template::{
    CheckArguments, CheckFormat, ShowArguments, TemplateArguments, TemplateCommand, TemplateData,
    TemplateSchemaArguments,
};

const EXIT_STATUS: &str = "\
Exit status:
  0  done
  1  done, with findings at least as grave as --fail-on asks
  2  wrong usage
  3  some inputs could not be read; the others were done
  4  nothing could be done

Data goes to standard output, messages to standard error.
`rapporteur COMMAND --help` shows the options of a command, with examples.";

const PARSE_EXAMPLES: &str = "\
Examples:
  rapporteur parse report.docx
      the report as JSON
  rapporteur parse report.docx --format markdown -o report.md
      the same for people to read
  rapporteur parse *.docx --format jsonl | jq -r '.actions[] | [.assignee, .text] | @tsv'
      who must do what, over many documents
  curl -s https://example.org/report.docx | rapporteur parse -
      a file from standard input

A file that cannot be read gets one line on standard error; the others are still done.";

/// Turns the Word files of ITU meetings into data, and data into reports
///
/// Agendas, reports, contributions, liaison statements and action lists become JSON with document numbers,
/// items, decisions, actions, meetings and people, each with its place in the Word file.
#[derive(Debug, Parser)]
#[command(version, after_help = EXIT_STATUS)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read Word files and print what is in them as data
    Parse(ParseArguments),
    /// Make the draft of a meeting's report from its agenda
    Draft(DraftArguments),
    /// Fill a template with data
    Render(RenderArguments),
    /// Read a meeting's folder and write the meeting's model
    Batch(BatchArguments),
    /// Find paragraphs by their words, or the actions that are open, in what `batch` wrote
    Search(SearchArguments),
    /// Summarise documents: actions, decisions, documents or meetings, each once
    Summary(SummaryArguments),
    /// Work on templates: list, show, check them, say what they use
    Template(TemplateArguments),
    /// Print the JSON Schema of what `parse` or `batch` gives
    Schema(SchemaArguments),
    /// Say what a finding means and what to do about it
    Explain(ExplainArguments),
}

/// The arguments of `parse`.
#[derive(Debug, Args)]
#[command(after_help = PARSE_EXAMPLES)]
pub struct ParseArguments {
    /// Word files (.docx, .docm, .dotx, .dotm); `-` reads standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// How to print the data
    #[arg(long, short, value_enum, default_value_t = Format::Json)]
    pub format: Format,

    /// Write to this file, replaced only when all is done; `-` is standard output
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// Accept Word files that inflate to this many MiB, at whatever ratio [default: 256]
    ///
    /// A Word file is a zip archive: a few kilobytes may inflate to gigabytes. Raise the limit only for a
    /// file that you trust.
    #[arg(long, value_name = "MIB", value_parser = clap::value_parser!(u64).range(1..=1 << 20))]
    pub max_inflated: Option<u64>,
}

/// A form of the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One object, or an array of them where several files are given
    Json,
    /// One object per line, each written as soon as its file is read
    Jsonl,
    /// One YAML document per file
    Yaml,
    /// A page for people to read
    Markdown,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_definition_is_sound() {
        Arguments::command().debug_assert();
    }
}
