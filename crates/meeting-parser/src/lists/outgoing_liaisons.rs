//! Outgoing liaison statements: rows of the tables by which Questions and Working Parties propose or send them.
//!
//! The addressees stand in a column for each purpose (`For action to`, `For information to`), or in one column with
//! the purpose beside it (`To`, `For`).

#[cfg(test)]
mod tests;

use meeting_model::{DocumentNumber, OutgoingLiaison};

use crate::cover;
use crate::found::Reading;
use crate::lists::listing::{self, ListRow, Listing};
use crate::lists::{name_list, questions};
use crate::outline::Line;
use crate::values::date;
use crate::vocabulary::{Column, Heading as About, Marker};

/// The columns of addressees, by purpose.
const ADDRESSEES: [Column; 3] = [Column::ForAction, Column::ForComment, Column::ForInformation];

/// Reads the rows of all tables of outgoing liaison statements.
pub(crate) fn read(reading: &Reading<'_>) -> Vec<OutgoingLiaison> {
    let mut liaisons: Vec<OutgoingLiaison> = Vec::new();
    for listing in listing::all(reading).iter().filter(|listing| is_list(listing, reading)) {
        for liaison in listing.rows().iter().filter_map(|row| liaison(row, reading)) {
            // A Working Party's report gives the rows of its Questions again.
            let is_same =
                |known: &OutgoingLiaison| known.document == liaison.document && known.title == liaison.title;
            if !liaisons.iter().any(is_same) {
                liaisons.push(liaison);
            }
        }
    }
    liaisons
}

/// Whether a table lists statements with those to whom they go, and not those that came in.
fn is_list(listing: &Listing<'_>, reading: &Reading<'_>) -> bool {
    let heads = &listing.heads;
    let has_text = heads.has_any(&[Column::Title, Column::Subject, Column::Document]);
    let abouts = listing.abouts(reading);
    let way = abouts.iter().find(|about| matches!(about, About::IncomingLiaisons | About::OutgoingLiaisons));
    let is_liaison = way.is_some() || abouts.contains(&About::Liaisons);
    let is_addressed = heads.has_any(&ADDRESSEES) || (heads.has(Column::Recipient) && is_liaison);
    has_text
        && is_addressed
        && !counts(listing)
        && way != Some(&About::IncomingLiaisons)
        && !heads.has(Column::AgendaItem)
}

/// Whether numbers stand where addressees would: a summary that counts the texts for action and the statements sent.
fn counts(listing: &Listing<'_>) -> bool {
    let rows = listing.rows();
    let cells = rows.iter().flat_map(|row| ADDRESSEES.iter().filter_map(|&role| row.cell(role)));
    let texts: Vec<&str> = cells.flat_map(|cell| cell.lines.iter().flat_map(Line::pieces)).collect();
    let has = |sign: fn(char) -> bool| texts.iter().any(|text| text.contains(sign));
    has(char::is_numeric) && !has(char::is_alphabetic)
}

fn liaison(row: &ListRow<'_, '_>, reading: &Reading<'_>) -> Option<OutgoingLiaison> {
    let words = reading.words;
    let title = row.text_of(&[Column::Title, Column::Subject], reading);
    let document = document(row, reading);
    let purposes = purpose_column(row.listing(), reading);
    let names = |role| {
        let cell = row.cell(role).filter(|cell| Some(cell.column) != purposes);
        cell.map(|cell| names(&cell.lines, reading)).unwrap_or_default()
    };
    let mut liaison = OutgoingLiaison {
        questions: senders(row, reading),
        source: row.text(Column::Source, reading),
        for_action: names(Column::ForAction),
        for_comment: names(Column::ForComment),
        for_information: names(Column::ForInformation),
        deadline: row
            .text_of(&[Column::Deadline, Column::DueDate], reading)
            .and_then(|text| date::first(&text, words))
            .map(|(_, end)| end),
        reply_to: title.as_deref().and_then(cover::replied_to),
        at: reading.outline.location(row.number_spot(row.first_cell()?)),
        document,
        title,
    };
    if let Some(cell) = row.cell(Column::Recipient) {
        let purpose = purposes
            .and_then(|column| row.text_at(column, reading))
            .or_else(|| row.text_of(&[Column::Purpose, Column::TermsOfReference], reading))
            .unwrap_or_default();
        addressees(&mut liaison, &purpose, reading).extend(self::names(&cell.lines, reading));
    }
    (liaison.title.is_some() || liaison.document.is_some()).then_some(liaison)
}

/// A column beside that of the addressees whose head names several purposes: `For action/comment/info`. Its cells say
/// which of them it is.
fn purpose_column(listing: &Listing<'_>, reading: &Reading<'_>) -> Option<usize> {
    let heads = &listing.heads;
    let markers = &reading.words.markers;
    let purposes = [Marker::Action, Marker::Comment, Marker::Information];
    let names_several = |column: &usize| {
        let head = heads.head(*column);
        purposes.iter().filter(|&&purpose| markers.has(head, purpose)).count() > 1
    };
    heads.of(Column::Recipient)?;
    ADDRESSEES.iter().flat_map(|&role| heads.all(role)).find(names_several)
}

/// The list of addressees that a purpose fills; without a known one they are asked to act.
fn addressees<'l>(
    liaison: &'l mut OutgoingLiaison,
    purpose: &str,
    reading: &Reading<'_>,
) -> &'l mut Vec<String> {
    let markers = &reading.words.markers;
    if markers.has(purpose, Marker::Information) && !markers.has(purpose, Marker::Action) {
        &mut liaison.for_information
    } else if markers.has(purpose, Marker::Comment) && !markers.has(purpose, Marker::Action) {
        &mut liaison.for_comment
    } else {
        &mut liaison.for_action
    }
}

/// The document of the row: in its own column, else anywhere but in the title, which may cite what is answered.
fn document(row: &ListRow<'_, '_>, reading: &Reading<'_>) -> Option<DocumentNumber> {
    let own = [Column::Document, Column::Reference, Column::FinalText, Column::Report];
    let first = |text: String| reading.distinct_numbers(&text).into_iter().next();
    own.iter().find_map(|&role| row.text(role, reading).and_then(first))
}

/// The Questions that send it: `8/17, 10/17`.
fn senders(row: &ListRow<'_, '_>, reading: &Reading<'_>) -> Vec<String> {
    let own = row.text(Column::Question, reading).or_else(|| {
        let words = row.section_words()?;
        reading.words.things.leading(&words).map(|_| words)
    });
    let text = own.unwrap_or_default();
    let parts = text.split([',', ';', '،', '、', '\n', ' ']).map(str::trim);
    let numbers =
        parts.filter(|part| part.contains(char::is_numeric)).map(|part| questions::number(part, reading));
    numbers.filter(|number| number.contains('/')).collect()
}

/// The bodies that a cell names, one or several on a line.
fn names(lines: &[Line], reading: &Reading<'_>) -> Vec<String> {
    let text: Vec<&str> = lines.iter().flat_map(Line::pieces).collect();
    let text = text.join("\n");
    let names = name_list::split(&text, reading.words);
    names.into_iter().filter(|name| name.contains(char::is_alphanumeric)).collect()
}
