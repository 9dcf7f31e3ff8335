//! Officers in the cells and lines of tables of groups and Questions.

use meeting_model::{Month, Officer};

use crate::found::Reading;
use crate::lists::listing::ListRow;
use crate::outline::{Cell, Line};
use crate::values::organization;
use crate::values::person::{self, Person};
use crate::values::term::YearMonth;
use crate::vocabulary::{Column, Key, Role};

/// Columns that hold persons, and the office that those have whose cell names none.
pub(crate) const OFFICES: [(Column, Role); 4] = [
    (Column::Chair, Role::Chair),
    (Column::ViceChair, Role::ViceChair),
    (Column::Rapporteur, Role::Rapporteur),
    (Column::AssociateRapporteur, Role::AssociateRapporteur),
];

/// A person with an office.
#[derive(Debug, Clone)]
pub(crate) struct InOffice {
    pub person: Person,
    pub office: Role,
}

/// The persons in office that a row names, column by column.
pub(crate) fn of_row(row: &ListRow<'_, '_>, reading: &Reading<'_>) -> Vec<InOffice> {
    let mut officers = Vec::new();
    for (column, office) in OFFICES {
        for at in row.listing().heads.all(column) {
            officers.extend(row.row.cell(at).map(|cell| of_cell(cell, office, reading)).unwrap_or_default());
        }
    }
    affiliate(&mut officers, row, reading);
    officers
}

/// Gives the persons the organizations and countries that stand in columns of their own: the only person of the row,
/// or each the line beside it.
fn affiliate(officers: &mut [InOffice], row: &ListRow<'_, '_>, reading: &Reading<'_>) {
    let lines = |role| {
        let cell = row.cell(role).filter(|cell| !reading.is_nothing(&cell.text()));
        let lines = cell.map(|cell| cell.lines.iter().map(|line| line.text.clone()).collect::<Vec<_>>());
        // What stands on several lines about one person is one text.
        lines.filter(|lines| lines.len() == officers.len() || officers.len() == 1)
    };
    let (organizations, countries) = (lines(Column::Organization), lines(Column::Country));
    let of = |lines: &Option<Vec<String>>, at: usize, alone: bool| {
        lines.as_ref().map(|lines| if alone { lines.join(", ") } else { lines[at].clone() })
    };
    let alone = officers.len() == 1;
    for (at, officer) in officers.iter_mut().enumerate() {
        let affiliation = &mut officer.person.affiliation;
        if affiliation.printed().is_some() {
            continue;
        }
        let country = of(&countries, at, alone);
        let beside =
            of(&organizations, at, alone).map(|text| organization::affiliation(&text, reading.words));
        if let Some(beside) = beside {
            affiliation.organization = beside.organization;
            affiliation.country = beside.country;
        }
        affiliation.country = country.or(affiliation.country.take());
    }
}

/// The persons of a cell. A label in it (`Vice-chair:`) goes before the words over the column.
fn of_cell(cell: &Cell, office: Role, reading: &Reading<'_>) -> Vec<InOffice> {
    let text = persons_text(cell);
    if reading.is_nothing(&text) {
        return Vec::new();
    }
    let people = person::list(&text, reading.words).into_iter();
    // An office may be named as vacant.
    let people = people.filter(|person| !reading.is_nothing(&person.name));
    people.map(|person| InOffice { office: person.office.unwrap_or(office), person }).collect()
}

/// The lines of a cell without addresses; a line that opens with a bracket belongs to the name above it.
pub(crate) fn persons_text(cell: &Cell) -> String {
    let mut text = String::new();
    let pieces = cell.lines.iter().flat_map(Line::pieces);
    for piece in pieces.filter(|piece| !piece.contains('@')) {
        if !text.is_empty() {
            text.push(if piece.starts_with(['(', '（', '[']) { ' ' } else { '\n' });
        }
        text.push_str(piece);
    }
    text
}

/// The contract's word for an office: `associate rapporteur`, `vice-chair`, `co-rapporteur`.
pub(crate) fn title(office: Role) -> String {
    let name = office.name();
    match office {
        Role::ViceChair | Role::CoChair | Role::CoRapporteur | Role::CoEditor => name.replace('_', "-"),
        _ => name.replace('_', " "),
    }
}

impl InOffice {
    pub(crate) fn officer(self) -> Officer {
        let affiliation = &self.person.affiliation;
        Officer {
            role: Some(title(self.office)),
            affiliation: affiliation.printed(),
            from: affiliation.term.from.and_then(month),
            until: affiliation.term.until.and_then(month),
            name: self.person.name,
        }
    }
}

/// A month of the model.
pub(crate) fn month(found: YearMonth) -> Option<Month> {
    Month::new(found.year.unsigned_abs(), found.month.unsigned_abs())
}
