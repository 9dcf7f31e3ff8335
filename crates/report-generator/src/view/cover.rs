//! The cover table.

use meeting_model::{Contact, Sector};
use schemars::JsonSchema;
use serde::Serialize;

use super::items::Business;
use super::{label, shown, text};
use crate::draft::Place;

/// The cover table of the document.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct CoverView {
    /// The document's number; a mark where it is still to be given.
    pub number: String,
    /// The name of the union.
    pub union: String,
    /// The sector's code: `ITU-T`.
    pub sector: String,
    /// The sector's name.
    pub sector_name: String,
    /// The group the document is addressed to.
    pub group: String,
    /// The study period: `2025-2028`.
    pub study_period: String,
    /// The language of the original: `English`.
    pub original: String,
    /// Questions: `Q11/17, Q12/17`, or that there are none.
    pub questions: String,
    /// The place of the meeting.
    pub place: String,
    /// The days of the meeting.
    pub dates: String,
    /// The first day of the meeting as `YYYY-MM-DD`.
    pub start_date: String,
    /// The last day of the meeting as `YYYY-MM-DD`.
    pub end_date: String,
    /// Place and days: `Geneva, 26-30 May 2025`.
    pub place_and_dates: String,
    /// The kind of document as printed: `TD`.
    pub document_type: String,
    /// Who submits the document.
    pub source: String,
    /// The title.
    pub title: String,
    /// What the document is for.
    pub purpose: String,
    /// Keywords in one text: `agenda; documents`.
    pub keywords: String,
    /// The abstract.
    pub r#abstract: String,
    /// The words after the label that asks for an action.
    pub action_required: String,
    /// The contacts.
    pub contacts: Vec<ContactView>,
}

/// A person to ask about the document.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct ContactView {
    /// Name.
    pub name: String,
    /// Role.
    pub role: String,
    /// Organization.
    pub organization: String,
    /// Country.
    pub country: String,
    /// Both: `Lagoon Telecom, Nigeria`.
    pub affiliation: String,
    /// Telephone number.
    pub phone: String,
    /// E-mail address.
    pub email: String,
}

/// The liaison rows of the cover table; all empty where the document is no liaison statement.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct LiaisonView {
    /// Whether there are any.
    pub present: bool,
    /// `incoming` or `outgoing`.
    pub direction: String,
    /// The direction in the words of the language.
    pub direction_label: String,
    /// Groups asked to act, in one text.
    pub for_action: String,
    /// Groups asked to comment.
    pub for_comment: String,
    /// Groups informed.
    pub for_information: String,
    /// Who approved it, and when.
    pub approval: String,
    /// The day by which an answer is wanted.
    pub deadline: String,
    /// The liaison statement that this one answers.
    pub reply_to: String,
    /// Its link.
    pub reply_to_url: String,
}

pub(super) fn of(business: &Business<'_>) -> CoverView {
    let header = &business.document.header;
    let labels = business.labels;
    let place = text(header.place.as_ref());
    let dates = labels.period(header.start_date, header.end_date);
    let sector = header.sector.unwrap_or(Sector::Standardization);
    CoverView {
        number: marked(business, shown(header.number.as_ref()), &Place::Number),
        union: labels.cover.union.clone(),
        sector: sector.to_string(),
        sector_name: label(&labels.sectors, Some(&sector)),
        group: text(header.group.as_ref()),
        study_period: text(header.study_period.as_ref()),
        original: label(&labels.languages, header.language.as_ref()),
        questions: match header.questions.as_slice() {
            [] => labels.words.not_applicable.clone(),
            questions => questions.join(", "),
        },
        place_and_dates: marked(business, labels.place_and_dates(&place, &dates), &Place::Dates),
        place,
        dates,
        start_date: shown(header.start_date.as_ref()),
        end_date: shown(header.end_date.or(header.start_date).as_ref()),
        document_type: text(header.document_type.as_ref()),
        source: marked(business, text(header.source.as_ref()), &Place::Source),
        title: text(header.title.as_ref()),
        purpose: text(header.purpose.as_ref()),
        keywords: header.keywords.join(&labels.words.list_separator),
        r#abstract: text(header.r#abstract.as_ref()),
        action_required: text(header.action_required.as_ref()),
        contacts: header.contacts.iter().map(|one| contact(business, one)).collect(),
    }
}

/// The value, or a visible mark where it is still to be given.
pub(super) fn marked(business: &Business<'_>, value: String, place: &Place) -> String {
    let todo = business.todo.iter().find(|todo| value.is_empty() && todo.place == *place);
    let words = &business.labels.words;
    todo.map_or(value, |todo| format!("{}{}{}", words.todo, words.colon, todo.what))
}

fn contact(business: &Business<'_>, contact: &Contact) -> ContactView {
    let parts = [contact.organization.as_deref(), contact.country.as_deref()];
    ContactView {
        name: text(contact.name.as_ref()),
        role: text(contact.role.as_ref()),
        organization: text(contact.organization.as_ref()),
        country: text(contact.country.as_ref()),
        affiliation: parts.into_iter().flatten().collect::<Vec<_>>().join(&business.labels.words.comma),
        phone: from_left(business, text(contact.phone.as_ref())),
        email: text(contact.email.as_ref()),
    }
}

/// Digits that are read from the left in a text that is read from the right: groups of digits with spaces between them
/// would change places there (Unicode annex 9) but for the mark before them.
fn from_left(business: &Business<'_>, digits: String) -> String {
    const MARK: char = '\u{200e}';
    let turns =
        business.labels.direction == "rtl" && digits.starts_with(|first: char| !first.is_alphabetic());
    if turns { format!("{MARK}{digits}") } else { digits }
}

pub(super) fn liaison(business: &Business<'_>) -> LiaisonView {
    let Some(liaison) = &business.document.liaison else { return LiaisonView::default() };
    let labels = business.labels;
    let join = |groups: &[String]| groups.join(&labels.words.list_separator);
    LiaisonView {
        present: true,
        direction: shown(liaison.direction.as_ref()),
        direction_label: label(&labels.directions, liaison.direction.as_ref()),
        for_action: join(&liaison.for_action),
        for_comment: join(&liaison.for_comment),
        for_information: join(&liaison.for_information),
        approval: text(liaison.approval.as_ref()),
        deadline: labels.period(liaison.deadline, None),
        reply_to: shown(liaison.reply_to.as_ref()),
        reply_to_url: liaison.reply_to.as_ref().map(|number| business.links.url(number)).unwrap_or_default(),
    }
}
