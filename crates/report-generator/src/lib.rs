//! Reports from data: templates filled with the model, as Word, Markdown, HTML, CSV, XLSX and iCalendar.
//!
//! It reads no Word text: a template is a package whose parts are filled in place.

pub mod calendar;
pub mod draft;
pub mod labels;
pub mod minutes;
pub mod normalise;
pub mod page;
pub mod register;
mod rich;
mod schema;
pub mod summary;
mod target;
pub mod templates;
pub mod text;
pub mod view;
pub mod word;

pub use labels::{LabelError, Labels};
pub use view::View;
