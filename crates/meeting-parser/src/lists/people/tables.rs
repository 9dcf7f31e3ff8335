//! People of tables: the Rapporteurs of Questions, and rows that give a name with a role.

use meeting_model::{Location, Person};

use crate::found::Reading;
use crate::group_names;
use crate::lists::listing::{self, ListRow, Listing};
use crate::lists::officers::{self, OFFICES, month};
use crate::lists::{groups, questions};
use crate::values::{organization, person};
use crate::vocabulary::Column;

/// Reads the people of all tables. Officers of groups stand with their groups.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Person> {
    let mut people = Vec::new();
    for listing in listing::all(reading) {
        if is_of_questions(&listing) {
            people.extend(of_questions(&listing, reading));
        } else if is_of_persons(&listing) {
            people.extend(listing.rows().iter().flat_map(|row| named(row, reading)));
        }
    }
    people
}

fn is_of_questions(listing: &Listing<'_>) -> bool {
    listing.heads.has(Column::Question)
        && listing.heads.has_any(&OFFICES.map(|(column, _)| column))
        && !listing.heads.has_any(&[Column::Date, Column::PlaceDate, Column::Document, Column::WorkItem])
        && !groups::is_group_list(listing)
}

/// The Rapporteurs of each Question; a row without a Question goes on with the one above.
fn of_questions(listing: &Listing<'_>, reading: &Reading<'_>) -> Vec<Person> {
    let mut people = Vec::new();
    let mut group = None;
    let Some(column) = questions::number_column(listing) else { return people };
    for row in listing.rows() {
        if !row.goes_on(column) {
            group = row.text_at(column, reading).map(|printed| questions::number(&printed, reading));
        }
        let found = officers::of_row(&row, reading);
        people.extend(found.into_iter().map(|officer| Person {
            role: Some(officers::title(officer.office)),
            group: group.clone(),
            ..of(officer.person, place(&row, reading))
        }));
    }
    people
}

fn of(person: person::Person, at: Location) -> Person {
    Person {
        name: person.name,
        organization: person.affiliation.organization,
        country: person.affiliation.country,
        from: person.affiliation.term.from.and_then(month),
        until: person.affiliation.term.until.and_then(month),
        at,
        ..Person::default()
    }
}

fn place(row: &ListRow<'_, '_>, reading: &Reading<'_>) -> Location {
    let cell = row.first_cell();
    let spot =
        cell.map_or(row.listing().grid.spot, |cell| cell.lines.first().map_or(cell.spot, |line| line.spot));
    reading.outline.location(spot)
}

/// A table with a name and a role in each row. A list of participants gives no roles.
fn is_of_persons(listing: &Listing<'_>) -> bool {
    listing.heads.has(Column::Name)
        && listing.heads.has(Column::Role)
        && !listing.heads.has_any(&[Column::Document, Column::WorkItem, Column::Action, Column::Date])
}

fn named(row: &ListRow<'_, '_>, reading: &Reading<'_>) -> Vec<Person> {
    let words = reading.words;
    let Some(printed) = row.text(Column::Name, reading) else { return Vec::new() };
    let Some(role) = row.text(Column::Role, reading) else { return Vec::new() };
    let (role, body) = super::split_role(&role, words);
    let organization = row.text(Column::Organization, reading);
    let country = row.text(Column::Country, reading);
    let own = row.text_of(&[Column::Question, Column::Group, Column::WorkingParty], reading);
    let group = own.map(|text| group_of(&text, row, reading)).or(body);
    let beside = organization
        .as_deref()
        .filter(|_| country.is_none())
        .map(|text| organization::affiliation(text, words));
    let found = person::list(&printed, words).into_iter().map(|found| of(found, place(row, reading)));
    found
        .map(|person| {
            let (affiliated, state) = match &beside {
                Some(beside) => (beside.organization.clone(), beside.country.clone()),
                None => (organization.clone(), country.clone()),
            };
            Person {
                role: Some(role.clone()),
                group: group.clone(),
                organization: affiliated.or(person.organization),
                country: state.or(person.country),
                ..person
            }
        })
        .collect()
}

fn group_of(text: &str, row: &ListRow<'_, '_>, reading: &Reading<'_>) -> String {
    if row.listing().heads.has(Column::Question) {
        return questions::number(text, reading);
    }
    group_names::first(text, reading.words).unwrap_or_else(|| text.to_owned())
}
