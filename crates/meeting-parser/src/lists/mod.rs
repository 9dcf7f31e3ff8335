//! The lists of the model, one reader each.

pub(crate) mod action_plan;
pub(crate) mod actions;
pub(crate) mod allocations;
pub(crate) mod decisions;
pub(crate) mod documents;
pub(crate) mod groups;
pub(crate) mod item_rows;
pub(crate) mod item_tables;
mod item_titles;
pub(crate) mod items;
mod labelled;
pub(crate) mod listing;
pub(crate) mod logical;
pub(crate) mod marks;
pub(crate) mod meetings;
pub(crate) mod name_list;
pub(crate) mod officers;
pub(crate) mod outgoing_liaisons;
pub(crate) mod people;
pub(crate) mod questions;
pub(crate) mod references;
pub(crate) mod terms;
pub(crate) mod texts;
pub(crate) mod treatment;
pub(crate) mod unheaded;
pub(crate) mod work_items;

use std::borrow::Cow;

use crate::outline::Cell;

/// The words of a cell as one line.
pub(crate) fn cell_words(cell: &Cell) -> Cow<'_, str> {
    cell.joined(" ")
}
