//! Short texts to typed values: dates, times, persons, sources, outcomes.
//!
//! Every reader takes the words to recognise from the [`Vocabulary`](crate::vocabulary::Vocabulary), is total (any
//! text gives a result, never a panic) and linear. Ranges are bytes of the text that was given.

pub mod contact;
pub mod date;
mod date_symbols;
pub mod organization;
pub mod person;
pub mod proposed;
pub mod relative;
pub mod sources;
mod split;
pub mod term;
pub mod time;
pub mod verbs;
