//! The templates that are built into the program; `templates/` holds the files, a person edits the Word files in Word.

use crate::text::{TextForm, TextTemplate};
use crate::word::Template;

/// Declares the Word templates by the names of their files, and what each is for.
macro_rules! templates {
    ($($name:literal: $purpose:literal),+ $(,)?) => {
        const ALL: &[Template<'static>] = &[$(Template {
            name: $name,
            bytes: include_bytes!(concat!("../../../templates/", $name, ".docx")),
        }),+];
        const PURPOSES: &[(&str, &str)] = &[$(($name, $purpose)),+];
    };
}

templates!(
    "report-rows": "the report of a rapporteur group's meeting: items as rows of a table, actions at the front",
    "report-prose": "the report of a rapporteur group's meeting: items as numbered paragraphs",
    "question-report": "the report of a Question: discussions, texts for approval, work programme, next meetings",
    "wp-report": "the report of a working party over its Questions",
    "agenda": "the agenda of a meeting, with the documents of each item",
    "liaison-statement": "a liaison statement with its for-action and for-information rows",
    "action-summary": "actions by who must act, with due days, status and where each comes from",
    "decision-list": "decisions with the documents they are about and where each stands",
    "document-register": "documents with sources and titles",
    "meeting-list": "meetings planned and held",
);

/// The text templates, which only summaries fill.
const TEXTS: &[(TextForm, &str)] = &[
    (TextForm::Markdown, "a summary as Markdown: actions, decisions, documents or meetings"),
    (TextForm::Html, "a summary as a page for a browser or a printer"),
];

/// All Word templates.
pub fn list() -> impl Iterator<Item = &'static Template<'static>> {
    ALL.iter()
}

/// The Word template of this name.
pub fn builtin(name: &str) -> Option<&'static Template<'static>> {
    list().find(|template| template.name == name)
}

/// All text templates.
pub fn texts() -> impl Iterator<Item = TextTemplate<'static>> {
    TEXTS.iter().map(|(form, _)| crate::summary::text_template(*form))
}

/// The text template of this name.
pub fn builtin_text(name: &str) -> Option<TextTemplate<'static>> {
    texts().find(|template| template.name == name)
}

/// What a built-in template is for.
pub fn purpose(name: &str) -> Option<&'static str> {
    let word = PURPOSES.iter().find(|(known, _)| *known == name).map(|(_, purpose)| *purpose);
    let text = || TEXTS.iter().find(|(form, _)| crate::summary::text_template(*form).name == name);
    word.or_else(|| text().map(|(_, purpose)| *purpose))
}
