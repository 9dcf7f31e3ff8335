//! The arguments of `search`.

use std::path::PathBuf;

use clap::Args;

const EXAMPLES: &str = "\
Examples:
  rapporteur search out \"rented sensors\"
      paragraphs, headings and table cells that have both words, the best first
  rapporteur search out '\"work programme\" standard*'
      a phrase, and any word that begins so
  rapporteur search meetings --open
      the actions that no meeting in the store has closed
  rapporteur search meetings --open gateway
      those of them that are about a word

Capitals and accents do not count. TD104 finds TD 104 and TD104R1, too.";

/// The arguments of `search`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct SearchArguments {
    /// What `batch` wrote to with -o or --store, or a database in it
    #[arg(value_name = "OUT")]
    pub database: PathBuf,

    /// The words to look for: all of them must be there
    #[arg(required_unless_present = "open", value_name = "WORDS")]
    pub words: Vec<String>,

    /// Show the actions that are open after the last meeting instead of paragraphs
    #[arg(long)]
    pub open: bool,

    /// Print JSON
    #[arg(long)]
    pub json: bool,

    /// Show at most so many
    #[arg(long, short, value_name = "COUNT", default_value_t = 20)]
    pub limit: usize,
}
