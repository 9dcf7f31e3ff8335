//! One file per command.

pub mod batch;
pub mod draft;
pub mod explain;
pub mod parse;
pub mod render;
pub mod schema;
pub mod search;
pub mod summary;
pub mod template;
