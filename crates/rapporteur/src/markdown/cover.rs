//! The cover: title, number, source, meeting, contacts, and the liaison rows.

use meeting_model::{Contact, Document, Header, Liaison};

use super::inline::{joined, lines, list, name, optional, text};
use super::layout::Page;

/// Writes the title and what the cover states.
pub fn write(page: &mut Page, document: &Document) {
    let header = &document.header;
    let title = header.title.as_deref().unwrap_or(&document.file.name);
    page.heading(1, &if title.is_empty() { name(&document.kind) } else { text(&title.replace('\n', " ")) });
    page.points(fields(document, header).into_iter().map(|(label, value)| field(label, &value)));
    if !header.contacts.is_empty() {
        page.paragraph("**Contacts:**");
        page.points(header.contacts.iter().map(contact));
    }
    if let Some(summary) = &header.r#abstract {
        page.paragraph(&field("Abstract", &lines(summary)));
    }
    if let Some(liaison) = &document.liaison {
        page.heading(2, "Liaison");
        page.points(liaison_fields(liaison).into_iter().map(|(label, value)| field(label, &value)));
    }
}

fn fields(document: &Document, header: &Header) -> [(&'static str, String); 12] {
    [
        ("Number", optional(header.number.as_ref())),
        ("Kind", name(&document.kind)),
        ("Source", optional(header.source.as_ref())),
        ("Group", optional(header.group.as_ref())),
        ("Meeting", meeting(header)),
        ("Questions", list(&header.questions)),
        ("Study period", optional(header.study_period.as_ref())),
        ("Language", optional(header.language.as_ref())),
        ("Purpose", optional(header.purpose.as_ref())),
        ("Keywords", list(&header.keywords)),
        ("Action required", optional(header.action_required.as_ref())),
        ("File", text(&document.file.name)),
    ]
}

fn liaison_fields(liaison: &Liaison) -> [(&'static str, String); 7] {
    [
        ("Direction", optional(liaison.direction.as_ref())),
        ("For action", list(&liaison.for_action)),
        ("For comment", list(&liaison.for_comment)),
        ("For information", list(&liaison.for_information)),
        ("Approval", optional(liaison.approval.as_ref())),
        ("Deadline", optional(liaison.deadline.as_ref())),
        ("In reply to", optional(liaison.reply_to.as_ref())),
    ]
}

/// A labelled value; nothing where there is none.
fn field(label: &str, value: &str) -> String {
    if value.is_empty() { String::new() } else { format!("**{label}:** {value}") }
}

/// Place and dates.
fn meeting(header: &Header) -> String {
    let days = super::lists::days(header.start_date, header.end_date);
    joined([optional(header.place.as_ref()), days], ", ")
}

fn contact(contact: &Contact) -> String {
    [&contact.name, &contact.role, &contact.organization, &contact.country, &contact.phone, &contact.email]
        .into_iter()
        .flatten()
        .map(|part| lines(part))
        .collect::<Vec<_>>()
        .join(", ")
}
