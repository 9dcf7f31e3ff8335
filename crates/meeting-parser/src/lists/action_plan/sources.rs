//! Documents that a plan was made from: number, title, and the meeting to which they were submitted.

use meeting_model::ActionPlanSource;

use crate::found::Reading;
use crate::lists::logical::{self, Table};
use crate::outline::{Block, Cell, GridRow};
use crate::values::date;
use crate::vocabulary::{Column, Heading as About};

/// Lines over a table that may say what it holds.
const LINES_OVER: usize = 3;

/// Reads the tables of documents by meeting. `is_plan`: the document holds elements of a plan.
pub(super) fn read(tables: &[Table<'_>], is_plan: bool, reading: &Reading<'_>) -> Vec<ActionPlanSource> {
    let mut found = Vec::new();
    for table in tables {
        let is_list = table.has(&[Column::Title, Column::Subject]) && table.has(&[Column::Meeting]);
        if is_list && (is_plan || is_of_plan(table, reading)) && !table.has(&[Column::Place, Column::Action])
        {
            let Some(number) = logical::number_column(table, reading) else { continue };
            found.extend(table.rows().filter_map(|(at, row)| source(at, row, number, table, reading)));
        }
    }
    found
}

/// Whether the heading or a line right above a table speaks of an action plan.
fn is_of_plan(table: &Table<'_>, reading: &Reading<'_>) -> bool {
    let outline = reading.outline;
    let at = outline.blocks.iter().position(|block| block.spot() == table.grid.spot).unwrap_or_default();
    let over = outline.blocks[..at].iter().rev().take(LINES_OVER).filter_map(|block| match block {
        Block::Line(line) => Some(line.text.as_str()),
        Block::Table(_) => None,
    });
    let heading = outline.heading(table.grid.spot).map(|heading| heading.title.as_str());
    heading.into_iter().chain(over).any(|text| reading.words.headings.has(text, About::ActionPlan))
}

fn source(
    at: usize,
    row: &GridRow,
    number: usize,
    table: &Table<'_>,
    reading: &Reading<'_>,
) -> Option<ActionPlanSource> {
    let cell = |roles: &[Column]| table.column(roles).and_then(|column| table.cell(at, column));
    let number_cell = row.cell(number)?;
    let line = number_cell.lines.iter().find(|line| !line.is_empty());
    let found = line.and_then(|line| reading.first_number(&line.text));
    let title =
        cell(&[Column::Title, Column::Subject]).map(logical::one_line).filter(|title| !title.is_empty())?;
    if found.is_none() && logical::section(row, table.grid).is_some() {
        return None;
    }
    let (meeting, in_meeting) = meeting(cell(&[Column::Meeting]), reading);
    let days =
        cell(&[Column::Date, Column::PlaceDate]).and_then(|cell| days(&logical::one_line(cell), reading));
    let days = days.or(in_meeting);
    let canonical = found.as_ref().map(|found| found.number.to_string());
    Some(ActionPlanSource {
        printed: found
            .as_ref()
            .map(|found| found.printed.clone())
            .filter(|printed| Some(printed) != canonical.as_ref()),
        number: found.map(|found| found.number),
        title: Some(title),
        meeting,
        date: days.map(|(first, _)| first),
        end_date: days.filter(|(first, last)| first != last).map(|(_, last)| last),
        at: reading.outline.location(line.map_or(number_cell.spot, |line| line.spot)),
    })
}

type Days = (jiff::civil::Date, jiff::civil::Date);

/// The meeting as printed, without the date that may follow it.
fn meeting(cell: Option<&Cell>, reading: &Reading<'_>) -> (Option<String>, Option<Days>) {
    let Some(text) = cell.map(logical::one_line).filter(|text| !reading.is_nothing(text)) else {
        return (None, None);
    };
    let found = days(&text, reading);
    let first = date::find(&text, reading.words).into_iter().next().filter(|_| found.is_some());
    let name = first.map_or(text.as_str(), |dates| &text[..dates.range.start]);
    // The place in the bracket that holds the date goes with it.
    let open = name.rfind(['(', '（']).filter(|&at| !name[at..].contains([')', '）']));
    let name = &name[..open.unwrap_or(name.len())];
    let name = name.trim_end_matches([' ', ',', ';', ':', '–', '-', '，']);
    (Some(name.to_owned()).filter(|name| !name.is_empty()), found)
}

fn days(text: &str, reading: &Reading<'_>) -> Option<Days> {
    let found = date::find(text, reading.words).into_iter().next()?;
    found.dates().or_else(|| found.resolve(reading.setting.near()?))
}
