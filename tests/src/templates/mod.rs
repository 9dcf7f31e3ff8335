//! The built-in Word templates: their source, which a person can review, and the files that it gives.
//!
//! `cargo run -p rapporteur-tests --bin build-templates` writes them to `templates/`. They are ordinary Word files: who wants
//! another report copies one and edits it in Word.

mod blocks;
mod business;
mod cover;
mod emblem;
mod finish;
mod lists;
mod reports;
mod styles;
mod work;

use std::path::PathBuf;

use blocks::Block;

use crate::root;

/// The folder of the templates.
pub fn folder() -> PathBuf {
    root().join("templates")
}

/// All templates by file name.
pub fn built() -> Vec<(String, Vec<u8>)> {
    let all: [(&str, Vec<Block>); 10] = [
        ("report-rows", reports::report_rows()),
        ("report-prose", reports::report_prose()),
        ("question-report", reports::question_report()),
        ("wp-report", reports::working_party_report()),
        ("agenda", reports::agenda()),
        ("liaison-statement", reports::liaison_statement()),
        ("action-summary", lists::action_summary()),
        ("decision-list", lists::decision_list()),
        ("document-register", lists::document_register()),
        ("meeting-list", lists::meeting_list()),
    ];
    all.into_iter().map(|(name, blocks)| (format!("{name}.docx"), finish::template(blocks))).collect()
}
