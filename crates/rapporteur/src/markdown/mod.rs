//! A document as a Markdown page for people: what was found, not how the Word file looked.
//!
//! Labels are the contract's own names in English, as in the JSON. A report in the language of the meeting is
//! made from a template, not here.

mod business;
mod cover;
mod inline;
mod layout;
mod lists;
mod outline;
mod plan;
mod remarks;
mod work;

#[cfg(test)]
mod tests;

use layout::Page;
use meeting_model::Document;

/// The page of a document. Lists that it does not have are left out.
pub fn page(document: &Document) -> String {
    let mut page = Page::default();
    cover::write(&mut page, document);
    business::actions(&mut page, &document.actions);
    business::decisions(&mut page, &document.decisions);
    business::items(&mut page, &document.items);
    if document.items.is_empty() {
        // A contribution has no items of business: its text is what a person came for.
        outline::write(&mut page, &document.sections);
    }
    lists::write(&mut page, document);
    work::write(&mut page, document);
    if let Some(action_plan) = &document.action_plan {
        plan::write(&mut page, action_plan);
    }
    remarks::write(&mut page, &document.diagnostics);
    page.finish()
}
