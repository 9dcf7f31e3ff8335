//! The arguments of `template`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

const EXAMPLES: &str = "\
Examples:
  rapporteur template list
      the templates that are built in
  rapporteur template show report-rows -o my-report.docx
      what one is for and what it uses; a copy to be edited in Word
  rapporteur template check my-report.docx --annotate marked.docx
      all that is wrong with a template, and a copy with a comment at each place
  rapporteur template schema my-report.docx
      the data that a template uses, as JSON Schema

A template is named by its built-in name or is a file: Word (.docx) or text (.md.j2, .html.j2, .txt.j2). What it
includes is looked for in its own folder.";

/// The arguments of `template`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct TemplateArguments {
    /// What to do.
    #[command(subcommand)]
    pub command: TemplateCommand,
}

/// What can be done with templates.
#[derive(Debug, Subcommand)]
pub enum TemplateCommand {
    /// List the templates that are built in
    List,
    /// Say what a built-in template is for and what it uses, or write it to a file to be edited
    Show(ShowArguments),
    /// Find all that is wrong with templates, each with its place
    Check(CheckArguments),
    /// Print the data that a template uses as JSON Schema
    Schema(TemplateSchemaArguments),
}

/// The arguments of `template show`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  rapporteur template show report-rows -o my-report.docx")]
pub struct ShowArguments {
    /// The template's name
    #[arg(value_name = "NAME")]
    pub name: String,

    /// Write the template to this file; `-` is standard output
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// The arguments of `template check`.
#[derive(Debug, Args)]
#[command(after_help = "\
Exit status: 0 nothing is wrong; 1 something is; 3 some templates could not be read; 4 none could.
With --format json an error has template, kind, part, paragraph, table, row, cell, line, quoted, tag, message and
suggestion; what does not apply is null.")]
pub struct CheckArguments {
    /// Templates: built-in names or files
    #[arg(required = true, value_name = "TEMPLATE")]
    pub templates: Vec<String>,

    /// Write a copy of the Word template with a comment at each error
    #[arg(long, value_name = "OUT.docx")]
    pub annotate: Option<PathBuf>,

    /// Which data the templates are for [default: report; summary for the built-in text templates]
    #[arg(long, value_enum)]
    pub data: Option<TemplateData>,

    /// How to print the errors
    #[arg(long, short, value_enum, default_value_t = CheckFormat::Text)]
    pub format: CheckFormat,
}

/// The arguments of `template schema`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  rapporteur template schema my-report.docx")]
pub struct TemplateSchemaArguments {
    /// A built-in name or a file
    #[arg(value_name = "TEMPLATE")]
    pub template: String,

    /// Which data the template is for [default: report; summary for the built-in text templates]
    #[arg(long, value_enum)]
    pub data: Option<TemplateData>,
}

/// The data that a template is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TemplateData {
    /// That of `draft` and `render`
    Report,
    /// That of `summary`
    Summary,
}

/// A form of errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// A line for each
    Text,
    /// An array of objects
    Json,
}
