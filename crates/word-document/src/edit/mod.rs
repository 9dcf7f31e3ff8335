//! Changes to a Word file that leave all else in it as it is.

mod comments;
mod parts;

pub use comments::{Comment, add_comments};
