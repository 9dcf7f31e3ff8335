//! Points considered for a plan: a row for each, with the sessions it came from and what is proposed.

use meeting_model::Consideration;

use super::proposed;
use crate::found::Reading;
use crate::lists::logical::{self, Table};
use crate::lists::marks;
use crate::lists::name_list;
use crate::outline::{Cell, GridRow};
use crate::vocabulary::Column;

/// The columns of such a table.
struct Layout {
    number: Option<usize>,
    point: usize,
    /// Columns of sessions that are marked, with their names; or one column that names them.
    sessions: Vec<(usize, String)>,
    proposed: Option<usize>,
    entities: Option<usize>,
    document: Option<usize>,
    comments: Option<usize>,
}

/// Reads the tables whose columns are a point and what is to follow from it.
pub(super) fn read(tables: &[Table<'_>], reading: &Reading<'_>) -> Vec<Consideration> {
    let mut found = Vec::new();
    for table in tables {
        if let Some(layout) = Layout::of(table, reading) {
            for (at, row) in table.rows() {
                layout.add(&mut found, at, row, table, reading);
            }
        }
    }
    found
}

impl Layout {
    fn of(table: &Table<'_>, reading: &Reading<'_>) -> Option<Self> {
        if !table.has_heads() {
            return None;
        }
        let sessions = table.under(&[Column::Session], reading.words);
        let layout = Self {
            number: table.column(&[Column::Position, Column::AgendaItem]),
            point: table.column(&[Column::Point, Column::Subject, Column::Item, Column::Title])?,
            sessions: sessions.into_iter().map(|column| (column, table.name(column).to_owned())).collect(),
            proposed: table.column(&[Column::ProposedActions, Column::Action]),
            entities: table.column(&[Column::TargetEntities]),
            document: table.column(&[Column::TargetDocument]),
            comments: table.column(&[Column::Comments, Column::Notes]),
        };
        let has = [layout.proposed.is_some(), layout.entities.is_some(), layout.document.is_some()];
        let known = has.iter().filter(|known| **known).count() + usize::from(!layout.sessions.is_empty());
        // Sessions and actions alone are those of a timetable; the targets tell.
        let has_target = layout.entities.is_some() || layout.document.is_some();
        let is_point = table.has(&[Column::Point]);
        ((is_point && known >= 2) || (has_target && known >= 3)).then_some(layout)
    }

    fn add(
        &self,
        found: &mut Vec<Consideration>,
        at: usize,
        row: &GridRow,
        table: &Table<'_>,
        reading: &Reading<'_>,
    ) {
        if logical::section(row, table.grid).is_some() {
            return;
        }
        let number = self.number.and_then(|column| row.cell(column));
        let point = row.cell(self.point).and_then(logical::text);
        let printed = number.and_then(number_of);
        let consideration = self.read(at, table, reading);
        if point.is_none() && printed.is_none() {
            return continue_last(found.last_mut(), consideration);
        }
        let cell = number.filter(|cell| !cell.is_empty()).or(row.cells.first());
        found.push(Consideration {
            number: printed,
            point: point.unwrap_or_default(),
            at: cell.map(|cell| reading.outline.location(logical::spot(cell))).unwrap_or_default(),
            ..consideration
        });
    }

    /// What a row says beside its number and point.
    fn read(&self, at: usize, table: &Table<'_>, reading: &Reading<'_>) -> Consideration {
        let cell = |column: Option<usize>| table.cell(at, column?);
        let proposed =
            cell(self.proposed).map(|cell| proposed::points(&cell.lines).collect()).unwrap_or_default();
        let entities = cell(self.entities).and_then(logical::text);
        Consideration {
            sessions: self.sessions(at, table, reading),
            proposed_actions: proposed,
            target_entities: entities.map(|text| name_list::split(&text, reading.words)).unwrap_or_default(),
            target_document: cell(self.document).and_then(logical::text),
            comments: cell(self.comments).and_then(logical::text),
            ..Consideration::default()
        }
    }

    fn sessions(&self, at: usize, table: &Table<'_>, reading: &Reading<'_>) -> Vec<String> {
        if let [(column, _)] = self.sessions.as_slice() {
            let text = table.cell(at, *column).and_then(logical::text);
            return text.map(|text| name_list::split(&text, reading.words)).unwrap_or_default();
        }
        let is_marked =
            |column: usize| table.cell(at, column).is_some_and(|cell| marks::is_marked(cell, reading));
        self.sessions.iter().filter(|(column, _)| is_marked(*column)).map(|(_, name)| name.clone()).collect()
    }
}

/// The number as printed, or as Word numbers the row.
fn number_of(cell: &Cell) -> Option<String> {
    let line = cell.lines.first()?;
    let text = line.label.as_deref().filter(|_| line.is_empty()).unwrap_or(&line.text);
    let number = text.trim().trim_end_matches(['.', ')', ':']).to_owned();
    (!number.is_empty()).then_some(number)
}

/// A row without number and point says more of the point above it.
fn continue_last(last: Option<&mut Consideration>, more: Consideration) {
    let Some(last) = last else { return };
    let join = |into: &mut Vec<String>, from: Vec<String>| {
        let new: Vec<String> = from.into_iter().filter(|text| !into.contains(text)).collect();
        into.extend(new);
    };
    join(&mut last.sessions, more.sessions);
    join(&mut last.proposed_actions, more.proposed_actions);
    join(&mut last.target_entities, more.target_entities);
    append(&mut last.target_document, more.target_document);
    append(&mut last.comments, more.comments);
}

fn append(into: &mut Option<String>, from: Option<String>) {
    match (into.as_mut(), from) {
        (Some(text), Some(more)) if !text.contains(&more) => *text = format!("{text}\n{more}"),
        (None, more) => *into = more,
        _ => {}
    }
}
