//! One file per command.

pub mod parse;
pub mod schema;
