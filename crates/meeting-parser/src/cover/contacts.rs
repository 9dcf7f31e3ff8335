//! Contacts of the cover: name, role and affiliation in one cell, telephone and addresses in the next.

use meeting_model::Contact;

use super::fields::{Field, Text};
use crate::values::contact;
use crate::vocabulary::Vocabulary;

/// Adds the contact of a row. A row without a name completes the one above.
pub(super) fn add(contacts: &mut Vec<Contact>, field: &Field<'_>, words: &Vocabulary) {
    let lines = |cell: &Vec<Text<'_>>| cell.iter().flat_map(Text::pieces).collect::<Vec<_>>().join("\n");
    let mut cells = field.cells.iter().map(lines);
    let who = cells.next().unwrap_or_default();
    let beside = cells.collect::<Vec<_>>().join("\n");
    let Some(found) = contact::contact(&who, &beside, words) else { return };
    let found = Contact {
        name: found.name,
        role: found.role,
        organization: found.organization,
        country: found.country,
        phone: found.phone,
        email: found.email,
    };
    match contacts.last_mut() {
        Some(last) if found.name.is_none() => {
            last.phone = last.phone.take().or(found.phone);
            last.email = last.email.take().or(found.email);
        }
        _ => contacts.push(found),
    }
}
