//! The program as a user meets it: what it prints, where, and how it ends.
//!
//! These tests stand in this crate and not in `tests/`: Cargo builds the program for the integration tests of
//! its own package alone and tells them where it is.

mod bad_input;
mod batch;
mod draft;
mod formats;
mod output;
mod page;
mod readme;
mod search;
mod summary;
mod support;
mod template;
mod usage;
