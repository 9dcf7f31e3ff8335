//! The arguments of `batch`.

use std::path::PathBuf;

use clap::Args;

const EXAMPLES: &str = "\
Examples:
  rapporteur batch SG20-2026-03 -o out
      the meeting's model in out/meeting.json
  jq -r '.findings[] | [.code, .message] | @tsv' out/meeting.json
      what does not agree in the folder; `rapporteur explain CODE` says more";

/// The arguments of `batch`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct BatchArguments {
    /// The meeting's folder: Word files, archives of them, the index XML, and whatever else lies there
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,

    /// Write the results into this folder, which is made where it is missing
    #[arg(long, short, value_name = "OUT")]
    pub output: PathBuf,
}
