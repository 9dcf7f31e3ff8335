//! Action tables: a row for each action, with who, by when and how it stands.

#[cfg(test)]
mod tests;

use meeting_model::{Action, Confidence, Origin, Status};

use super::{identifier, parties};
use crate::found::Reading;
use crate::lists::logical::{self, Table, numbered, without_bullet};
use crate::outline::{Cell, GridRow, Line, bare_number, is_number};
use crate::values::date;
use crate::vocabulary::{Column, Grammar, Heading as About, Marker};

/// Who is to act.
const WHO: [Column; 3] = [Column::Responsible, Column::AllocatedTo, Column::TargetEntities];

/// Columns that name somebody, in tables whose other columns are those of actions.
const WHO_ELSE: [Column; 3] = [Column::Group, Column::Organization, Column::Name];

/// By when.
const WHEN: [Column; 2] = [Column::DueDate, Column::Deadline];

/// What the action is, where no column says *action* under a heading that does.
const WHAT_ELSE: [Column; 5] =
    [Column::Subject, Column::Item, Column::Title, Column::Point, Column::Discussion];

/// Columns that an action list does not have.
const OTHERWISE: [Column; 11] = [
    Column::Place,
    Column::PlaceDate,
    Column::Point,
    Column::TargetDocument,
    Column::Treatment,
    Column::WorkItem,
    Column::Recommendation,
    Column::Category,
    Column::ForAction,
    Column::Rapporteur,
    Column::Source,
];

/// Reads the tables whose columns are actions and those who must act.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Action> {
    let mut actions = Vec::new();
    for table in logical::tables(reading.outline) {
        if let Some(columns) = Columns::of(&table, reading) {
            columns.read(&table, &mut actions, reading);
        }
    }
    actions
}

/// The columns of an action table.
struct Columns {
    id: Option<usize>,
    action: usize,
    who: Option<usize>,
    when: Option<usize>,
    status: Option<usize>,
    item: Option<usize>,
    documents: Option<usize>,
}

impl Columns {
    fn of(table: &Table<'_>, reading: &Reading<'_>) -> Option<Self> {
        if !table.has_heads() || table.has(&OTHERWISE) {
            return None;
        }
        // Who, by when and how it stands: together they are those of actions, whatever their text is called.
        let is_told = table.has(&[Column::Responsible]) && table.has(&WHEN) && table.has(&[Column::Status]);
        let is_list = is_told || is_under_actions(table, reading);
        let action = table.column(&[Column::Action]);
        let action = action.or_else(|| text_column(table, reading).filter(|_| is_list))?;
        let when = table.column(&WHEN).or_else(|| table.column(&[Column::Date]));
        let who = table.column(&WHO).or_else(|| table.column(&WHO_ELSE));
        let status = table.column(&[Column::Status]);
        let is_certain = table.has(&[Column::Responsible, Column::DueDate]);
        let known = [when, who, status].iter().flatten().count();
        // A table of documents may say what is to be done with each; there the documents are the matter.
        let is_of_documents = table.has(&[Column::Document]) && table.has(&[Column::Title, Column::Subject]);
        let is_matter = is_list || !is_of_documents;
        (is_matter && known >= 1 && (is_certain || is_list || known >= 2)).then(|| Self {
            id: id_column(table, action, reading),
            action,
            who: who.filter(|&column| column != action),
            when,
            status,
            item: table.column(&[Column::AgendaItem, Column::Item]).filter(|&column| column != action),
            documents: table.column(&[Column::Document, Column::Reference]),
        })
    }

    /// Reads the rows; one that spans the table tells what the rows below it have in common.
    fn read(&self, table: &Table<'_>, actions: &mut Vec<Action>, reading: &Reading<'_>) {
        let mut state = state_of_heading(table, reading);
        for (at, row) in table.rows() {
            match logical::section(row, table.grid) {
                Some(section) => {
                    state = state_of(&logical::one_line(section), reading).unwrap_or(state);
                }
                None => actions.extend(self.action(at, row, state, table, reading)),
            }
        }
    }

    fn action(
        &self,
        at: usize,
        row: &GridRow,
        state: Status,
        table: &Table<'_>,
        reading: &Reading<'_>,
    ) -> Option<Action> {
        let cell = |column: Option<usize>| table.cell(at, column?);
        let words = |column: Option<usize>| cell(column).map(logical::one_line);
        let said = |column: Option<usize>| words(column).filter(|text| !is_nothing(text, reading));
        let action = row.cell(self.action)?;
        let (text, sub_items) = text_and_points(action)?;
        let in_cell = self.id.and_then(|column| row.cell(column)).and_then(id);
        let has_cell = in_cell.is_some();
        let (in_text, text) = leading_id(&text).filter(|_| !has_cell).unwrap_or((None, text));
        let parties = parties::read(&text, reading);
        // A dash in the place of a name says that it is nobody's.
        let is_open = words(self.who).is_none_or(|text| text.is_empty());
        let mut documents = reading.distinct_numbers(&action.text());
        let cited = said(self.documents).map(|text| reading.distinct_numbers(&text)).unwrap_or_default();
        documents.extend(cited.into_iter().filter(|number| !documents.contains(number)).collect::<Vec<_>>());
        let due = said(self.when).and_then(|text| day(&text, reading));
        let number = words(self.item).map(|text| bare_number(&text)).filter(|number| is_number(number));
        let heading = || reading.outline.heading(table.grid.spot)?.number.clone();
        let place = self.place(row, has_cell).filter(|_| in_text.is_none()).unwrap_or(action);
        Some(Action {
            id: in_cell.or(in_text),
            assignee: cell(self.who).and_then(logical::text).or(parties.assignee.filter(|_| is_open)),
            requested_of: parties.requested_of,
            documents,
            due: due.or_else(|| parties::due(&text, reading)),
            status: said(self.status).and_then(|text| state_of(&text, reading)).unwrap_or(state),
            item: number.or_else(heading),
            text,
            sub_items,
            origin: Origin::List,
            rule: "action-table".to_owned(),
            confidence: Confidence::High,
            at: reading.outline.location(logical::spot(place)),
            ..Action::default()
        })
    }

    /// The cell that holds the identifier; without one, the first of the row.
    fn place<'d>(&self, row: &'d GridRow, has_id: bool) -> Option<&'d Cell> {
        let cell = self.id.filter(|_| has_id).and_then(|column| row.cell(column));
        cell.or_else(|| row.cells.iter().find(|cell| !cell.is_empty()))
    }
}

/// Under a heading that speaks of actions, the column with the most words among those that say nothing else.
fn text_column(table: &Table<'_>, reading: &Reading<'_>) -> Option<usize> {
    let may_be = |column: &usize| {
        let role = table.role(*column, reading.words);
        role.is_none_or(|role| WHAT_ELSE.contains(&role)) && !table.name(*column).is_empty()
    };
    let words = |column: usize| {
        let cells = table.rows().filter_map(|(_, row)| row.cell(column)).filter(|cell| cell.columns == 1);
        cells.map(|cell| cell.text().len()).sum::<usize>()
    };
    (0..table.grid.columns).filter(may_be).max_by_key(|&column| words(column))
}

/// Whether the heading over a table, or the title in its first row, speaks of actions.
fn is_under_actions(table: &Table<'_>, reading: &Reading<'_>) -> bool {
    let abouts = reading.outline.headings_over(table.grid.spot).filter_map(|heading| heading.about);
    let is_actions = |about| matches!(about, About::Actions | About::OpenActions | About::ClosedActions);
    abouts.into_iter().any(is_actions)
}

/// The column of identifiers: by its head, else the first one where its cells hold nothing but identifiers.
fn id_column(table: &Table<'_>, action: usize, reading: &Reading<'_>) -> Option<usize> {
    // The document that an action comes from does not identify it.
    let is_id = |cell: &&Cell| cell.columns == 1 && reading.numbers(&cell.text()).is_empty();
    let holds_ids = |column: usize| {
        column != action && table.rows().any(|(_, row)| row.cell(column).filter(is_id).and_then(id).is_some())
    };
    let roles = [Column::Position, Column::AgendaItem, Column::Item, Column::Reference];
    let by_head = roles.iter().filter_map(|&role| table.column(&[role])).find(|&column| holds_ids(column));
    by_head.or_else(|| Some(0).filter(|&column| table.name(column).is_empty() && holds_ids(column)))
}

/// What identifies the action: more than a mere number of the row. Word may write it as the label of the line.
fn id(cell: &Cell) -> Option<String> {
    const LONGEST: usize = 24;
    let line = cell.lines.first().filter(|_| cell.lines.len() == 1)?;
    let text = line.label.as_deref().filter(|_| line.is_empty() && !line.is_bullet).unwrap_or(&line.text);
    let text = text.trim().trim_end_matches([':', '.', ')']);
    let is_id = text.contains(char::is_alphabetic)
        && text.contains(char::is_numeric)
        && text.split_whitespace().count() <= 2
        && text.chars().count() <= LONGEST;
    is_id.then(|| text.to_owned())
}

/// An identifier before the text: `A-4: Prepare`.
fn leading_id(text: &str) -> Option<(Option<String>, String)> {
    let (id, rest) = identifier::leading(text)?;
    Some((Some(id.to_owned()), rest.to_owned()))
}

/// The first lines are the text, the points below them its parts. Where all are points, they are the text.
fn text_and_points(cell: &Cell) -> Option<(String, Vec<String>)> {
    let lines: Vec<&Line> = cell.lines.iter().filter(|line| !line.is_empty()).collect();
    let first_point =
        lines.iter().position(|line| is_point(line)).filter(|&at| at > 0).unwrap_or(lines.len());
    let join = |lines: &[&Line]| lines.iter().map(|line| numbered(line)).collect::<Vec<_>>().join("\n");
    let text = match lines.as_slice() {
        [only] => without_bullet(&only.text).to_owned(),
        lines => join(&lines[..first_point]),
    };
    let points = lines[first_point..].iter().filter(|line| is_point(line));
    let points = points.map(|line| without_bullet(&line.text).to_owned()).collect();
    (!text.is_empty()).then_some((text, points))
}

fn is_point(line: &Line) -> bool {
    line.label.is_some() || without_bullet(&line.text).len() < line.text.len()
}

/// Whether a cell says that there is nobody or no day: a word for *none*, or a dash.
fn is_nothing(text: &str, reading: &Reading<'_>) -> bool {
    reading.is_nothing(text) || !text.contains(char::is_alphanumeric)
}

fn day(text: &str, reading: &Reading<'_>) -> Option<jiff::civil::Date> {
    let found = date::find(text, reading.words).into_iter().next()?;
    let near = reading.setting.near();
    near.and_then(|near| found.resolve(near)).or_else(|| found.dates()).map(|(_, end)| end)
}

/// The state that words say: those of a status cell, or those of a row over other rows.
fn state_of(text: &str, reading: &Reading<'_>) -> Option<Status> {
    let words = reading.words;
    let marker = |key| match key {
        Marker::Done => Some(Status::Done),
        Marker::Cancelled => Some(Status::Cancelled),
        Marker::Open => Some(Status::Open),
        _ => None,
    };
    let about = || match words.heading(text) {
        Some(About::ClosedActions) => Some(Status::Done),
        Some(About::OpenActions) => Some(Status::Open),
        _ => None,
    };
    // *Not done* is not *done*.
    let is_negated = words.grammar.find_key(text, Grammar::Negation).is_some();
    let found =
        || words.markers.find(text).into_iter().find_map(|hit| marker(hit.key)).filter(|_| !is_negated);
    words.markers.get(text).and_then(marker).or_else(found).or_else(about)
}

/// The state of all rows under a heading such as *Closed actions*.
fn state_of_heading(table: &Table<'_>, reading: &Reading<'_>) -> Status {
    let over = reading.outline.headings_over(table.grid.spot).filter_map(|heading| heading.about);
    let closed = over.into_iter().find(|about| matches!(about, About::OpenActions | About::ClosedActions));
    if closed == Some(About::ClosedActions) { Status::Done } else { Status::Open }
}
