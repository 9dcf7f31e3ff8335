//! What a group works on: texts, Questions, work items, terms of reference.

use meeting_model::{Document, OutgoingLiaison, Question, TermsOfReference, Text, WorkItem};

use super::inline::{joined, lines, list, name, optional};
use super::layout::{Page, Table};

/// Writes every list that the document has.
pub fn write(page: &mut Page, document: &Document) {
    texts(page, &document.texts);
    questions(page, &document.questions);
    work_items(page, &document.work_items);
    outgoing_liaisons(page, &document.outgoing_liaisons);
    terms_of_reference(page, &document.terms_of_reference);
}

fn texts(page: &mut Page, texts: &[Text]) {
    const HEADS: [&str; 8] = ["Text", "Kind", "Event", "Status", "Revision", "Process", "Date", "Title"];
    let table = Table::of(HEADS, texts, |row| {
        [
            lines(&row.designation),
            name(&row.kind),
            row.event.as_ref().map(name).unwrap_or_default(),
            optional(row.status.as_ref()),
            optional(row.revision.as_ref()),
            optional(row.process.as_ref()),
            optional(row.date.as_ref()),
            optional(row.title.as_ref()),
        ]
    });
    page.table_under("Texts", &table);
}

fn questions(page: &mut Page, questions: &[Question]) {
    const HEADS: [&str; 4] = ["Question", "Title", "Status", "Found in"];
    let table = Table::of(HEADS, questions, |question| {
        [
            lines(&question.number),
            optional(question.title.as_ref()),
            optional(question.status.as_ref()),
            optional(question.found_in.as_ref()),
        ]
    });
    page.table_under("Questions", &table);
}

fn work_items(page: &mut Page, work_items: &[WorkItem]) {
    const HEADS: [&str; 8] =
        ["Work item", "Question", "Status", "Title", "Editors", "Process", "Target", "Documents"];
    let table = Table::of(HEADS, work_items, |item| {
        [
            lines(&item.designation),
            optional(item.question.as_ref()),
            optional(item.status.as_ref()),
            optional(item.title.as_ref()),
            list(&item.editors),
            optional(item.process.as_ref()),
            optional(item.target_date.as_ref()),
            list(&item.documents),
        ]
    });
    page.table_under("Work items", &table);
}

fn outgoing_liaisons(page: &mut Page, liaisons: &[OutgoingLiaison]) {
    const HEADS: [&str; 8] = [
        "Document",
        "Title",
        "From",
        "For action to",
        "For comment to",
        "For information to",
        "Deadline",
        "In reply to",
    ];
    let table = Table::of(HEADS, liaisons, |liaison| {
        let from = list(&liaison.questions);
        [
            optional(liaison.document.as_ref()),
            optional(liaison.title.as_ref()),
            if from.is_empty() { optional(liaison.source.as_ref()) } else { from },
            list(&liaison.for_action),
            list(&liaison.for_comment),
            list(&liaison.for_information),
            optional(liaison.deadline.as_ref()),
            optional(liaison.reply_to.as_ref()),
        ]
    });
    page.table_under("Outgoing liaison statements", &table);
}

fn terms_of_reference(page: &mut Page, all: &[TermsOfReference]) {
    if all.is_empty() {
        return;
    }
    page.heading(2, "Terms of reference");
    for terms in all {
        let words = joined([optional(terms.group.as_ref()), optional(terms.title.as_ref())], ": ");
        if !words.is_empty() {
            page.heading(3, &words);
        }
        page.points(terms.items.iter().map(|item| lines(item)));
    }
}
