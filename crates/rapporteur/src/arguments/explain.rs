//! The arguments of `explain` and `schema`.

use clap::{Args, ValueEnum};

/// The arguments of `explain`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  rapporteur explain cited-but-absent\n  rapporteur explain")]
pub struct ExplainArguments {
    /// The code of a finding; without it all codes are listed
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
}

/// The arguments of `schema`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  rapporteur schema > document.schema.json\n  rapporteur schema --of meeting"
)]
pub struct SchemaArguments {
    /// Which data to describe
    #[arg(long, value_enum, default_value_t = Data::Document)]
    pub of: Data,
}

/// A form of data that has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Data {
    /// What `parse` gives
    Document,
    /// What `batch` gives: meeting.json
    Meeting,
}
