//! The Word templates that are built into the program; `templates/` holds the files, a person edits them in Word.

use crate::word::Template;

/// Declares the templates by the names of their files.
macro_rules! templates {
    ($($name:literal),+ $(,)?) => {
        const ALL: &[Template<'static>] = &[$(Template {
            name: $name,
            bytes: include_bytes!(concat!("../../../templates/", $name, ".docx")),
        }),+];
    };
}

templates!(
    "report-rows",
    "report-prose",
    "question-report",
    "wp-report",
    "agenda",
    "liaison-statement",
    "action-summary",
    "decision-list",
    "document-register",
    "meeting-list",
);

/// All of them.
pub fn list() -> impl Iterator<Item = &'static Template<'static>> {
    ALL.iter()
}

/// The template of this name.
pub fn builtin(name: &str) -> Option<&'static Template<'static>> {
    list().find(|template| template.name == name)
}
