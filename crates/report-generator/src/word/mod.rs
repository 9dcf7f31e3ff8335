//! Word templates: ordinary .docx files with tags in their text, filled with data.

pub(crate) mod fragments;
pub(crate) mod text;
