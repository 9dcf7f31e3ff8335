//! What happens to a text: event, revision and process, from the nearest words that tell.

use meeting_model::{Process, Revision, TextEvent};

use super::designation::Named;
use crate::clauses;
use crate::found::Reading;
use crate::lists::listing::ListRow;
use crate::vocabulary::{Column, DecisionVerb, Heading as About, Marker, Outcome, Vocabulary};

/// What a title over a table says that happens to its texts.
pub(super) fn event_of(about: About) -> Option<TextEvent> {
    match about {
        About::TextsApproved => Some(TextEvent::Approved),
        About::TextsUnderApproval
        | About::TextsForApproval
        | About::TextsForDetermination
        | About::TextsForConsent
        | About::TextsForAgreement => Some(TextEvent::UnderApproval),
        About::TextsDeleted => Some(TextEvent::Deleted),
        About::TextsSubmitted => Some(TextEvent::Submitted),
        _ => None,
    }
}

/// The event: from the row itself, else from what stands over it, else from the dates that the table gives.
pub(super) fn event(row: &ListRow<'_, '_>, over: &[About], reading: &Reading<'_>) -> Option<TextEvent> {
    let status = row.text(Column::Status, reading);
    let action = row.text_of(&[Column::Action, Column::Outcome], reading);
    let deleted = status.iter().chain(&action).any(|text| is_deleted(text, reading.words));
    let given = row.text(Column::Outcome, reading).is_some_and(|text| is_approved(&text, reading.words));
    let by_action = || action.as_deref().and_then(|text| by_action(text, reading.words));
    let by_title = || over.iter().find_map(|&about| event_of(about));
    if deleted {
        return Some(TextEvent::Deleted);
    }
    if given {
        return Some(TextEvent::Approved);
    }
    let by_status = || status.as_deref().and_then(|text| by_status(text, reading.words));
    by_action().or_else(by_status).or_else(by_title).or_else(|| by_columns(row, status.as_deref(), reading))
}

/// Whether a status says that the text is no longer in force.
pub(crate) fn is_deleted(text: &str, words: &Vocabulary) -> bool {
    words.decisions.has(text, DecisionVerb::Deleted) || words.outcomes.has(text, Outcome::Withdrawn)
}

/// Whether a column of outcomes says that approval was given.
fn is_approved(text: &str, words: &Vocabulary) -> bool {
    let deeds = clauses::deeds(text, &words.decisions, words);
    deeds.iter().any(|deed| matches!(deed.verb, DecisionVerb::Approved | DecisionVerb::Adopted))
}

/// A status that says no more than that consent or determination is due.
fn by_status(text: &str, words: &Vocabulary) -> Option<TextEvent> {
    let is_due = matches!(words.markers.get(text), Some(Marker::Consent | Marker::Determination));
    is_due.then_some(TextEvent::UnderApproval)
}

/// Consent, determination and approval that are asked for have not been given.
fn by_action(text: &str, words: &Vocabulary) -> Option<TextEvent> {
    let asks = [Marker::Consent, Marker::Determination, Marker::Approval];
    asks.iter().any(|&ask| words.markers.has(text, ask)).then_some(TextEvent::UnderApproval)
}

/// A table of Supplements or papers has no word for it in its title: a status with a date tells that they were
/// approved.
fn by_columns(row: &ListRow<'_, '_>, status: Option<&str>, reading: &Reading<'_>) -> Option<TextEvent> {
    if row.text(Column::WithdrawalDate, reading).is_some() {
        Some(TextEvent::Deleted)
    } else if row.text(Column::ApprovalDate, reading).is_some()
        || (status.is_some() && row.text(Column::Date, reading).is_some())
    {
        Some(TextEvent::Approved)
    } else if row.text(Column::ConsentDate, reading).is_some() {
        Some(TextEvent::UnderApproval)
    } else {
        None
    }
}

/// New or revised: in the cell of the designation, in a status that says no more, or by the ending of a provisional
/// name (`X.1631rev`, `X.abc-rev`).
pub(super) fn revision(
    printed: &str,
    named: &Named,
    row: &ListRow<'_, '_>,
    reading: &Reading<'_>,
) -> Option<Revision> {
    let words = reading.words;
    let beside = named.notes.iter().map(String::as_str).chain([named.before.as_str()]);
    let by_cell = beside.into_iter().find_map(|text| marked(text, words));
    let by_status = || row.text(Column::Status, reading).and_then(|text| whole(&text, words));
    // `Supplement, revised`
    let by_category = || row.text(Column::Category, reading).and_then(|text| marked(&text, words));
    let by_name = || has_revised_name(printed, &named.designation).then_some(Revision::Rev);
    by_cell.or_else(by_status).or_else(by_category).or_else(by_name)
}

fn marked(text: &str, words: &Vocabulary) -> Option<Revision> {
    if words.markers.has(text, Marker::New) {
        Some(Revision::New)
    } else if words.markers.has(text, Marker::Revised) {
        Some(Revision::Rev)
    } else {
        None
    }
}

fn whole(text: &str, words: &Vocabulary) -> Option<Revision> {
    if words.markers.is(text, Marker::New) {
        Some(Revision::New)
    } else if words.markers.is(text, Marker::Revised) {
        Some(Revision::Rev)
    } else {
        None
    }
}

fn has_revised_name(printed: &str, designation: &str) -> bool {
    designation.ends_with("rev") || designation.ends_with("-Rev") || printed.trim_end().ends_with("-rev")
}

/// The process of approval: as the row prints it; else by the step that is taken, since only a text under TAP is
/// determined (Resolution 1, clause 9) and only one under AAP gets consent (Recommendation A.8).
pub(crate) fn process(row: &ListRow<'_, '_>, over: &[About], reading: &Reading<'_>) -> Option<Process> {
    let words = reading.words;
    let printed = [Column::Process, Column::Action, Column::ConsentDate, Column::Status];
    let in_row = printed
        .into_iter()
        .filter_map(|column| row.text(column, reading))
        .find_map(|text| by_words(&text, words));
    in_row.or_else(|| over_table(row, over, reading))
}

fn over_table(row: &ListRow<'_, '_>, over: &[About], reading: &Reading<'_>) -> Option<Process> {
    // A table with a column for the process says there what it is of each text.
    if row.listing().heads.has(Column::Process) {
        return None;
    }
    let first = over.iter().find(|&&about| super::is_about_texts(about))?;
    match first {
        About::TextsForDetermination => Some(Process::Tap),
        About::TextsForConsent => Some(Process::Aap),
        About::TextsForApproval | About::TextsApproved | About::TextsUnderApproval => {
            let headings =
                reading.outline.headings_over(row.listing().grid.spot).map(|heading| heading.title.as_str());
            let titles = row.listing().titles.iter().map(|line| line.text.as_str());
            titles.chain(headings).find_map(|text| by_name(text, reading.words))
        }
        _ => None,
    }
}

fn by_words(text: &str, words: &Vocabulary) -> Option<Process> {
    by_name(text, words).or_else(|| {
        if words.markers.has(text, Marker::Determination) {
            Some(Process::Tap)
        } else if words.markers.has(text, Marker::Consent) {
            Some(Process::Aap)
        } else {
            None
        }
    })
}

/// The process that a text names; one that names both tells of neither.
fn by_name(text: &str, words: &Vocabulary) -> Option<Process> {
    match (words.markers.has(text, Marker::Tap), words.markers.has(text, Marker::Aap)) {
        (true, false) => Some(Process::Tap),
        (false, true) => Some(Process::Aap),
        _ => None,
    }
}
