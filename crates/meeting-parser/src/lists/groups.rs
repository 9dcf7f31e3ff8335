//! Groups: working parties, Rapporteur Groups, Focus Groups, JCAs, with their officers.
//!
//! They stand in tables (reports to the Assembly: organization, other groups, Rapporteur Groups) or as a list of
//! officers under a line that names the group.

mod lines;
mod names;

use meeting_model::{Group, GroupKind};

use crate::found::Reading;
use crate::group_names;
use crate::lists::listing::{self, ListRow, Listing};
use crate::lists::officers::{self, OFFICES};
use crate::outline::Cell;
use crate::vocabulary::{Column, Heading as About, Vocabulary};

/// Reads the groups, each once.
pub(crate) fn read(reading: &Reading<'_>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for listing in listing::all(reading).iter().filter(|listing| is_list(listing)) {
        for row in listing.rows() {
            add_row(&mut groups, &row, reading);
        }
    }
    for group in lines::read(reading) {
        add(&mut groups, group);
    }
    groups
}

/// Columns that a list of groups does not have.
const OTHERWISE: [Column; 14] = [
    Column::Source,
    Column::Document,
    Column::Recommendation,
    Column::Supplement,
    Column::Date,
    Column::PlaceDate,
    Column::DueDate,
    Column::Action,
    Column::ForAction,
    Column::Editor,
    Column::Treatment,
    Column::Time,
    Column::Session,
    Column::Place,
];

/// A table with groups and their officers. One that has Questions instead of groups and Rapporteurs instead of chairs
/// lists Questions, which are no groups.
fn is_list(listing: &Listing<'_>) -> bool {
    let heads = &listing.heads;
    let has_chairs = heads.has_any(&[Column::Chair, Column::ViceChair]);
    let has_rapporteurs = heads.has_any(&[Column::Rapporteur, Column::AssociateRapporteur]);
    let is_of_questions = heads.has(Column::Question) && !has_chairs && !heads.has(Column::Group);
    // The acronym of a group is called like that of a work item; work items have no chairs.
    let is_of_work = heads.has(Column::WorkItem) && !has_chairs;
    key_column(listing).is_some()
        && (has_chairs || has_rapporteurs)
        && !is_of_work
        && !is_of_questions
        && !heads.has_any(&OTHERWISE)
}

/// The column that says which group: its designation, the working party, or its title.
fn key_column(listing: &Listing<'_>) -> Option<usize> {
    let roles =
        [Column::Group, Column::WorkItem, Column::Groups, Column::WorkingParty, Column::Title, Column::Name];
    listing.heads.of_any(&roles)
}

/// Reads a row: a group, or more officers of the one above.
fn add_row(groups: &mut Vec<Group>, row: &ListRow<'_, '_>, reading: &Reading<'_>) {
    let Some(column) = key_column(row.listing()) else { return };
    let officers = officers::of_row(row, reading).into_iter().map(officers::InOffice::officer);
    if row.goes_on(column) {
        if let Some(group) = groups.last_mut() {
            group.officers.extend(officers);
        }
        return;
    }
    let Some(cell) = row.row.cell(column) else { return };
    let Some(printed) = row.text_at(column, reading) else { return };
    let named = names::read(&printed, title(row, column, reading), row, reading);
    if !is_group(&named, row, reading) {
        return;
    }
    let parent = names::parent(&named, row, column, groups, reading);
    add(
        groups,
        Group {
            kind: named.kind,
            parent,
            subgroups: subgroups(row, column),
            officers: officers.collect(),
            at: reading.outline.location(cell.lines.first().map_or(cell.spot, |line| line.spot)),
            acronym: named.acronym,
            name: named.name.or_else(|| scope(row, column, reading)),
        },
    );
}

/// A row that has only a title is one of a group where its words, or those over the table, say so.
fn is_group(named: &names::Named, row: &ListRow<'_, '_>, reading: &Reading<'_>) -> bool {
    let listing = row.listing();
    let is_over =
        || listing.abouts(reading).iter().any(|about| matches!(about, About::Groups | About::Structure));
    listing.heads.has_any(&[Column::Group, Column::Groups, Column::WorkingParty])
        || named.kind != GroupKind::Other
        || is_over()
}

/// The title of a group whose designation stands in another column.
fn title(row: &ListRow<'_, '_>, key: usize, reading: &Reading<'_>) -> Option<String> {
    let columns = [Column::Title, Column::Name, Column::Subject];
    let column = row.listing().heads.of_any(&columns).filter(|&column| column != key)?;
    row.text_at(column, reading)
}

/// What a group is for, where nothing else names it.
fn scope(row: &ListRow<'_, '_>, key: usize, reading: &Reading<'_>) -> Option<String> {
    let column = row.listing().heads.of(Column::TermsOfReference).filter(|&column| column != key)?;
    row.text_at(column, reading)
}

/// Groups that work in this one, by their codes.
fn subgroups(row: &ListRow<'_, '_>, key: usize) -> Vec<String> {
    let column = row.listing().heads.of(Column::Groups).filter(|&column| column != key);
    let text = column.and_then(|column| row.row.cell(column)).map(Cell::text).unwrap_or_default();
    let codes = group_names::find(&text).map(|(_, code)| group_names::compact(code));
    codes.filter(|code| !code.starts_with('Q')).collect()
}

/// Adds a group, or what is new of one that is known.
fn add(groups: &mut Vec<Group>, group: Group) {
    let is_same = |known: &Group| match (&known.acronym, &group.acronym) {
        (Some(known), Some(new)) => known == new,
        _ => known.name.is_some() && known.name == group.name,
    };
    let Some(known) = groups.iter_mut().find(|known| is_same(known)) else {
        groups.push(group);
        return;
    };
    known.name = known.name.take().or(group.name);
    known.parent = known.parent.take().or(group.parent);
    known.subgroups =
        if known.subgroups.is_empty() { group.subgroups } else { std::mem::take(&mut known.subgroups) };
    if known.kind == GroupKind::Other {
        known.kind = group.kind;
    }
    for officer in group.officers {
        let is_known =
            known.officers.iter().any(|other| other.name == officer.name && other.role == officer.role);
        if !is_known {
            known.officers.push(officer);
        }
    }
}

/// Whether a code is one of the groups that are listed with officers.
pub(crate) fn is_kind_of_group(code: &str, words: &Vocabulary) -> bool {
    names::by_code(code, words).is_some()
}

/// Whether a code is that of a Rapporteur Group, in whose chair is a Rapporteur.
pub(crate) fn is_rapporteur_group(code: &str, words: &Vocabulary) -> bool {
    names::by_code(code, words) == Some(GroupKind::RapporteurGroup)
}

/// Whether a table with officers is one of groups (and its officers are therefore no people of a Question).
pub(crate) fn is_group_list(listing: &Listing<'_>) -> bool {
    is_list(listing) && listing.heads.has_any(&OFFICES.map(|(column, _)| column))
}

#[cfg(test)]
mod tests;
