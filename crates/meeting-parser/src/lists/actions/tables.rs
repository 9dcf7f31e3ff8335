//! Action tables: a row for each action, with who, by when and how it stands.

use meeting_model::{Action, Confidence, Origin, Status};

use super::parties;
use crate::found::Reading;
use crate::lists::cell_words;
use crate::outline::{Cell, Grid, GridRow};
use crate::values::date;
use crate::vocabulary::{Column, Heading as About, Marker};

/// Reads the tables whose columns are actions and those who must act.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Action> {
    let tables = reading.outline.tables().filter(|(_, grid)| is_action_table(grid));
    tables.flat_map(|(_, grid)| rows(grid, reading)).collect()
}

fn is_action_table(grid: &Grid) -> bool {
    let heads = &grid.heads;
    heads.header_rows > 0
        && heads.has(Column::Action)
        && heads.has_any(&[Column::Responsible, Column::DueDate, Column::Deadline])
        && !heads.has(Column::Document)
        || (heads.has(Column::Action) && heads.has(Column::Responsible) && heads.has(Column::Status))
}

fn rows(grid: &Grid, reading: &Reading<'_>) -> Vec<Action> {
    grid.rows.iter().skip(grid.heads.header_rows).filter_map(|row| action(row, grid, reading)).collect()
}

fn action(row: &GridRow, grid: &Grid, reading: &Reading<'_>) -> Option<Action> {
    let cell = |roles: &[Column]| grid.heads.of_any(roles).and_then(|column| row.cell(column));
    let text_of = |roles: &[Column]| cell(roles).map(cell_words).filter(|text| !reading.is_nothing(text));
    let action = cell(&[Column::Action])?;
    let text = Some(cell_words(action)).filter(|text| !text.is_empty())?;
    let id = cell(&[Column::Position, Column::AgendaItem, Column::Item]).and_then(id);
    let due = text_of(&[Column::DueDate, Column::Deadline, Column::Date]);
    let parties = parties::read(&text, reading);
    let spot = action.lines.first().map_or(action.spot, |line| line.spot);
    let heading = reading.outline.heading(grid.spot);
    Some(Action {
        id,
        assignee: text_of(&[Column::Responsible]).or(parties.assignee),
        requested_of: parties.requested_of,
        documents: reading.distinct_numbers(&text),
        due: due.and_then(|due| day(&due, reading)).or_else(|| parties::due(&text, reading)),
        status: status(text_of(&[Column::Status]).as_deref(), grid, reading),
        item: heading.and_then(|heading| heading.number.clone()),
        text,
        origin: Origin::List,
        rule: "action-table".to_owned(),
        confidence: Confidence::High,
        at: reading.outline.location(spot),
        ..Action::default()
    })
}

/// What identifies the action: more than a mere number of the row.
fn id(cell: &Cell) -> Option<String> {
    let text = cell_words(cell);
    let is_id = !text.is_empty() && text.chars().any(char::is_alphabetic) && !text.contains(' ');
    is_id.then_some(text)
}

fn day(text: &str, reading: &Reading<'_>) -> Option<jiff::civil::Date> {
    let found = date::find(text, reading.words).into_iter().next()?;
    let near = reading.setting.near();
    near.and_then(|near| found.resolve(near)).or_else(|| found.dates()).map(|(_, end)| end)
}

/// The state that the row prints; else that of the section it stands in.
fn status(text: Option<&str>, grid: &Grid, reading: &Reading<'_>) -> Status {
    let words = reading.words;
    let printed = text.and_then(|text| words.markers.get(text).or_else(|| {
        let states = words.markers.find(text).into_iter().map(|hit| hit.key);
        states.into_iter().find(|key| matches!(key, Marker::Open | Marker::Done | Marker::Cancelled))
    }));
    let over = || reading.outline.heading(grid.spot).and_then(|heading| heading.about);
    match printed {
        Some(Marker::Done) => Status::Done,
        Some(Marker::Cancelled) => Status::Cancelled,
        Some(Marker::Open) => Status::Open,
        _ if over() == Some(About::ClosedActions) => Status::Done,
        _ => Status::Open,
    }
}
