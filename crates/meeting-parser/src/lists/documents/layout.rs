//! Which column of a document list holds what.

use super::series::Series;
use super::{content, rows};
use crate::found::Reading;
use crate::lists::{item_tables, texts};
use crate::outline::{Cell, Grid};
use crate::vocabulary::Column;

/// Columns that a list of documents does not have.
const OTHERWISE: [Column; 15] = [
    Column::WorkItem,
    Column::Recommendation,
    Column::Supplement,
    Column::Process,
    Column::ForAction,
    Column::ForInformation,
    Column::Recipient,
    Column::Editor,
    Column::Place,
    Column::PlaceDate,
    Column::DueDate,
    Column::Responsible,
    Column::AllocatedTo,
    Column::Meeting,
    Column::Rapporteur,
];

/// Columns whose cells may be the numbers of documents, the likeliest first.
const NUMBERS: [Column; 4] = [Column::Document, Column::Reference, Column::Position, Column::AgendaItem];

/// The columns of a document list.
#[derive(Debug, Clone, Default)]
pub(super) struct Layout {
    pub number: usize,
    pub title: Option<usize>,
    pub source: Option<usize>,
    pub category: Option<usize>,
    pub position: Option<usize>,
    /// What bare numbers are.
    pub series: Option<Series>,
}

impl Layout {
    /// The columns of a table that lists documents: by its heads, or without heads by what its cells hold.
    pub(super) fn read(grid: &Grid, over: Option<&Series>, reading: &Reading<'_>) -> Option<Self> {
        if grid.heads.header_rows == 0 {
            return content::layout(grid, over, reading);
        }
        let heads = &grid.heads;
        let unnamed = unnamed_title(grid);
        let is_list = (heads.has_any(&[Column::Title, Column::Subject, Column::Item]) || unnamed.is_some())
            && heads.has_any(&[Column::Source, Column::Category, Column::Title])
            && !heads.has_any(&OTHERWISE)
            && !texts::is_of_texts(grid)
            && !item_tables::is_item_table(grid, reading);
        let (number, series) = number_column(grid, over, reading).filter(|_| is_list)?;
        let other = |role: Column| heads.all(role).find(|&column| column != number);
        Some(Self {
            number,
            title: [Column::Title, Column::Subject, Column::Item].into_iter().find_map(other).or(unnamed),
            source: other(Column::Source),
            category: other(Column::Category),
            position: other(Column::Position),
            series,
        })
    }

    /// Whether the cells of a table without heads are those of such a list.
    pub(super) fn fits(&self, grid: &Grid, reading: &Reading<'_>) -> bool {
        let column = Filled { grid, head: grid, column: self.number };
        let all = column.cells().count();
        let numbers = column.count(|cell| holds(cell, self.series.as_ref(), reading));
        numbers > 0 && numbers * 2 > all
    }
}

/// Beside documents and their sources a column of several words holds the titles, whatever it is called.
fn unnamed_title(grid: &Grid) -> Option<usize> {
    let heads = &grid.heads;
    let is_certain = heads.has(Column::Document) && heads.has(Column::Source);
    let is_open =
        |column: &usize| is_certain && heads.role(*column).is_none() && !heads.head(*column).is_empty();
    let titles = (0..grid.columns).filter(is_open).map(|column| Filled { grid, head: grid, column });
    let longest = titles.max_by_key(content::words)?;
    (content::words(&longest) > longest.cells().count() * content::SHORTEST_TITLE).then_some(longest.column)
}

/// The column of the numbers, and their series where they are bare: of those that the heads allow the one with the
/// most numbers, those of documents before those of liaison statements.
fn number_column(
    grid: &Grid,
    over: Option<&Series>,
    reading: &Reading<'_>,
) -> Option<(usize, Option<Series>)> {
    let heads = &grid.heads;
    let allowed: Vec<usize> = NUMBERS.into_iter().flat_map(|role| heads.all(role)).collect();
    let is_series = |cell: &Cell, ours: bool| {
        number_at_start(cell, reading).is_some_and(|found| (found.number.series != "LS") == ours)
    };
    let fits = |column: usize, ours: bool| {
        let is_named = heads.all(Column::Document).any(|named| named == column);
        let column = Filled { grid, head: grid, column };
        let numbers = column.count(|cell| is_series(cell, ours));
        // References name the same document again and again; a list names each once.
        numbers > 0 && numbers * 2 >= column.cells().count() && (is_named || are_distinct(&column, reading))
    };
    let by_numbers =
        [true, false].into_iter().find_map(|ours| allowed.iter().copied().find(|&at| fits(at, ours)));
    let bare = || {
        heads.all(Column::Document).find_map(|column| {
            let series = Series::of_head(heads.head(column), reading).or_else(|| over.cloned())?;
            let filled = Filled { grid, head: grid, column };
            let numbers = filled.count(|cell| holds(cell, Some(&series), reading));
            (numbers > 0 && numbers * 2 > filled.cells().count()).then_some((column, Some(series)))
        })
    };
    let series = |column: usize| Series::of_head(heads.head(column), reading).or_else(|| over.cloned());
    by_numbers
        .map(|column| (column, series(column)))
        .or_else(bare)
        .or_else(|| heads.of(Column::Document).map(|column| (column, series(column))))
}

/// The filled cells of a column below the heads.
pub(super) struct Filled<'g> {
    pub grid: &'g Grid,
    pub head: &'g Grid,
    pub column: usize,
}

impl<'g> Filled<'g> {
    pub(super) fn cells(&self) -> impl Iterator<Item = &'g Cell> {
        let column = self.column;
        // A cell over several columns divides the list.
        let cells = rows(self.grid, self.head).filter_map(move |row| row.cell(column));
        cells.filter(|cell| cell.columns == 1 && !cell.is_empty())
    }

    pub(super) fn count(&self, test: impl Fn(&Cell) -> bool) -> usize {
        self.cells().filter(|cell| test(cell)).count()
    }
}

/// Whether no two cells of a column begin with the same number.
fn are_distinct(column: &Filled<'_>, reading: &Reading<'_>) -> bool {
    let numbers = column.cells().filter_map(|cell| number_at_start(cell, reading));
    let mut numbers: Vec<_> = numbers.map(|found| found.number).collect();
    numbers.sort();
    numbers.is_sorted_by(|a, b| a != b)
}

/// The number with which a cell begins; a title may hold one further on.
fn number_at_start(cell: &Cell, reading: &Reading<'_>) -> Option<meeting_model::FoundNumber> {
    const BEFORE: usize = 8;
    let line = cell.lines.iter().find(|line| !line.is_empty())?;
    reading.first_number(&line.text).filter(|found| found.range.start <= BEFORE)
}

/// Whether a cell begins with a number, be it a bare one of a series.
fn holds(cell: &Cell, series: Option<&Series>, reading: &Reading<'_>) -> bool {
    let bare = || {
        let line = cell.lines.iter().find(|line| !line.is_empty());
        line.zip(series).is_some_and(|(line, series)| series.number(&line.text, reading).is_some())
    };
    number_at_start(cell, reading).is_some() || bare()
}
