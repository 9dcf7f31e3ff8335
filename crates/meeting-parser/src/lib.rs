//! Recognises and extracts: from the bytes of an ITU meeting document to the typed model.
//!
//! [`parse`] reads a Word file with `word-document`, lays it out as lines, tables and sections (`outline`), reads
//! the cover and then one list after the other. Every rule asks the vocabulary for words: no language stands in code.

mod classify;
mod clauses;
mod columns;
mod cover;
mod found;
mod group_codes;
mod group_names;
mod lists;
mod numbers;
mod outline;
mod ranges;
mod remarks;
mod sentences;
mod setting;
mod values;
mod vocabulary;

#[cfg(test)]
mod tests;

use meeting_model::{Document, FileInfo, Item, Kind};
use sha2::{Digest, Sha256};

pub use word_document::{Limits, ReadError};

use cover::Cover;
use found::Reading;
use outline::Outline;
use setting::Setting;
use vocabulary::Vocabulary;

/// Reads a Word file of an ITU meeting. `name` is the file's name, which may carry the document's number.
///
/// # Errors
/// Only where the file cannot be read as Word at all; what is unclear in it becomes a diagnostic.
pub fn parse(bytes: &[u8], name: &str, limits: &Limits) -> Result<Document, ReadError> {
    let mut document = parse_hashed(bytes, "", name, limits)?;
    document.file.sha256 = sha256(bytes);
    Ok(document)
}

/// The same for a caller who has hashed the bytes already.
///
/// # Errors
/// As [`parse`] does.
pub fn parse_hashed(bytes: &[u8], sha256: &str, name: &str, limits: &Limits) -> Result<Document, ReadError> {
    let word = word_document::read(bytes, limits)?;
    let words = Vocabulary::get();
    let mut outline = Outline::read(&word, words);
    let cover = cover::read(&outline, words);
    let setting = Setting::of(&cover.header, words);
    let reading = Reading { outline: &outline, words, setting: &setting, grammar: numbers::grammar() };
    let unheaded = lists::unheaded::columns(cover.blocks, &reading);
    lists::unheaded::set(&mut outline, unheaded);
    let reading = Reading { outline: &outline, words, setting: &setting, grammar: numbers::grammar() };
    let mut document = read_lists(cover, &reading);
    document.sections = outline::sections(&word, &outline);
    document.file = FileInfo { name: name.to_owned(), size: bytes.len() as u64, sha256: sha256.to_owned() };
    document.diagnostics = remarks::read(&word, &document, &reading);
    vocabulary::forget();
    Ok(document)
}

/// The single sources in a text that names them as a list: `Zhonglan (China), Lumen Baltica (Estonia)`.
pub fn sources(text: &str) -> Vec<String> {
    values::sources::split(text, Vocabulary::get())
}

/// The SHA-256 of bytes as the data has it: two lower-case digits for each byte.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes as two lower-case digits each.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// A numbered part of a text that came to the meeting: what it tells happened before.
fn untreated(item: Item) -> Item {
    Item { outcomes: Vec::new(), presented_by: None, ..item }
}

fn read_lists(cover: Cover, reading: &Reading<'_>) -> Document {
    let business = lists::items::read(reading);
    let decisions = lists::decisions::read(&business, reading);
    let numbered = business.iter().filter(|business| business.is_numbered);
    let mut items: Vec<_> = numbered.map(|business| business.item.clone()).collect();
    let evidence = classify::Evidence {
        header: &cover.header,
        liaison: cover.liaison.as_ref(),
        items: &items,
        decisions: &decisions,
    };
    let (kind, kind_reasons) = classify::classify(&evidence, reading);
    if matches!(kind, Kind::Contribution | Kind::LiaisonStatement) {
        for item in &mut items {
            item.outcomes.clear();
            item.presented_by = None;
        }
    }
    // Only reports tell what was decided; in other documents such words are requests, plans or proposals.
    let decisions = match kind {
        Kind::MeetingReport | Kind::AssemblyReport => decisions,
        Kind::Other => decisions.into_iter().filter(lists::decisions::is_of_a_meeting).collect(),
        _ => Vec::new(),
    };
    let items = if matches!(kind, Kind::Contribution | Kind::LiaisonStatement) {
        items.into_iter().map(untreated).collect()
    } else {
        items
    };
    let actions = lists::actions::read(&cover, kind, &business, reading);
    let meetings = lists::meetings::read(kind, &business, &actions, reading);
    Document {
        kind,
        kind_reasons,
        documents: lists::documents::read(reading),
        people: lists::people::read(&business, reading),
        terms_of_reference: lists::terms::read(reading),
        references: lists::references::read(reading),
        texts: lists::texts::read(reading),
        questions: lists::questions::read(reading),
        groups: lists::groups::read(reading),
        work_items: lists::work_items::read(reading),
        outgoing_liaisons: lists::outgoing_liaisons::read(reading),
        allocations: lists::allocations::read(reading),
        action_plan: lists::action_plan::read(reading),
        items,
        decisions,
        actions,
        meetings,
        liaison: cover.liaison,
        header: cover.header,
        ..Document::default()
    }
}
