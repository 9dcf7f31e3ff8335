//! One file per command.

pub mod batch;
pub mod explain;
pub mod parse;
pub mod schema;
