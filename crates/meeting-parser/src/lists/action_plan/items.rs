//! Elements of a plan: tables of labels (what an element is for, its outcomes, its indicators …) and what stands
//! beside or below them, or one row for each element under such heads.

use meeting_model::ActionPlanItem;

use super::draft::Draft;
use super::identifiers;
use crate::found::Reading;
use crate::lists::logical::{self, Table};
use crate::outline::{Cell, GridRow, Line};
use crate::sentences::split_label;
use crate::vocabulary::{PlanField, Vocabulary};

/// Labels that only the element of a plan has.
const TELLING: [PlanField; 6] = [
    PlanField::KeyOutcomes,
    PlanField::Indicators,
    PlanField::Strategies,
    PlanField::Enablers,
    PlanField::ItuServices,
    PlanField::Learning,
];

/// Longest label.
const LONGEST_LABEL: usize = 60;

/// Reads the elements of all plan tables.
pub(super) fn read(tables: &[Table<'_>], reading: &Reading<'_>) -> Vec<ActionPlanItem> {
    let mut reader = Reader { reading, found: Vec::new(), over: Vec::new(), is_fresh: true };
    let mut was_plan = false;
    for table in tables {
        let labels = labels(table, reading.words);
        let is_own = is_plan(&labels, table);
        let goes_on = was_plan && table.follows && (reader.goes_on_in(table, &labels) || is_rest(&labels));
        was_plan = is_own || goes_on;
        if !was_plan {
            continue;
        }
        if !goes_on {
            (reader.over, reader.is_fresh) = (Vec::new(), true);
        }
        for row in table.grid.rows.iter().filter(|row| !row.is_empty()) {
            // Where each row is an element, one that spans the table titles those below it.
            if !(reader.is_by_columns() && logical::section(row, table.grid).is_some()) {
                reader.row(row);
            }
        }
    }
    reader.found.into_iter().map(|draft| draft.finish(reading)).collect()
}

/// The different labels of a table.
fn labels(table: &Table<'_>, words: &Vocabulary) -> Vec<PlanField> {
    let cells = table.grid.rows.iter().flat_map(|row| &row.cells);
    let mut labels: Vec<PlanField> = cells.filter_map(|cell| Part::of(cell, words).field()).collect();
    labels.sort_unstable();
    labels.dedup();
    labels
}

/// A table of elements: it names the element, and has labels that nothing else has.
fn is_plan(labels: &[PlanField], table: &Table<'_>) -> bool {
    let names = labels.iter().any(|label| matches!(label, PlanField::Id | PlanField::ShortName))
        || table
            .grid
            .rows
            .first()
            .and_then(|row| row.cells.first())
            .is_some_and(|cell| identifiers::leading(&logical::one_line(cell)).is_some());
    names && labels.len() >= 3 && telling(labels) >= 2
}

/// The second part of a table: labels of an element without its name.
fn is_rest(labels: &[PlanField]) -> bool {
    telling(labels) >= 1 && !labels.contains(&PlanField::Id) && !labels.contains(&PlanField::ShortName)
}

fn telling(labels: &[PlanField]) -> usize {
    labels.iter().filter(|label| TELLING.contains(label)).count()
}

/// What a cell is.
enum Part<'d> {
    Label(PlanField),
    /// `Objective: to do`, or a label on a line of its own above the content.
    Both(PlanField, Vec<String>, Vec<&'d Line>),
    Content,
}

impl<'d> Part<'d> {
    fn of(cell: &'d Cell, words: &Vocabulary) -> Self {
        let mut lines = cell.lines.iter().filter(|line| !line.is_empty());
        let Some(first) = lines.next() else { return Self::Content };
        if !words.plan.may_begin_label(&first.text) {
            return Self::Content;
        }
        let length: usize = cell.lines.iter().map(|line| line.text.len()).sum();
        if may_be_label(length)
            && let Some(field) = label(&logical::one_line(cell), words)
        {
            return Self::Label(field);
        }
        let rest: Vec<&Line> = lines.collect();
        if let Some(field) = label(&first.text, words)
            && (first.is_bold || first.text.ends_with([':', '：']))
        {
            return Self::Both(field, Vec::new(), rest);
        }
        match split_label(&first.text) {
            Some((before, after)) if !after.trim().is_empty() => match label(before, words) {
                Some(field) => Self::Both(field, vec![after.trim().to_owned()], rest),
                None => Self::Content,
            },
            _ => Self::Content,
        }
    }

    fn field(&self) -> Option<PlanField> {
        match self {
            Self::Label(field) | Self::Both(field, ..) => Some(*field),
            Self::Content => None,
        }
    }
}

/// Whether a text of so many bytes can be as short as a label: no character has more than four.
const fn may_be_label(bytes: usize) -> bool {
    bytes <= LONGEST_LABEL * 4
}

/// What a label stands for: the whole of it, or the part before a stroke or a bracket.
fn label(text: &str, words: &Vocabulary) -> Option<PlanField> {
    let text = text.trim();
    let part = text.split(['/', '(', '（']).next().unwrap_or(text);
    let is_short = may_be_label(text.len()) && text.chars().count() <= LONGEST_LABEL;
    is_short.then(|| words.plan.get(text).or_else(|| words.plan.get(part))).flatten()
}

/// Elements while their tables are read.
struct Reader<'r> {
    reading: &'r Reading<'r>,
    found: Vec<Draft>,
    /// Labels that hold for the rows below, with the columns under them.
    over: Vec<(std::ops::Range<usize>, PlanField)>,
    /// The next content begins an element.
    is_fresh: bool,
}

impl Reader<'_> {
    /// Whether a table without labels goes on with the rows of one that has an element in each.
    fn goes_on_in(&self, table: &Table<'_>, labels: &[PlanField]) -> bool {
        let width = self.over.iter().map(|(columns, _)| columns.end).max();
        labels.is_empty() && self.is_by_columns() && width.is_some_and(|width| width <= table.grid.columns)
    }

    /// Whether each row is an element.
    fn is_by_columns(&self) -> bool {
        self.over.len() >= 3 && self.key_label().is_some()
    }

    /// The label of the column that names the element.
    fn key_label(&self) -> Option<PlanField> {
        [PlanField::Id, PlanField::ShortName]
            .into_iter()
            .find(|key| self.over.iter().any(|(_, field)| field == key))
    }

    fn row(&mut self, row: &GridRow) {
        let words = self.reading.words;
        let parts: Vec<(&Cell, Part<'_>)> = row
            .cells
            .iter()
            .filter(|cell| !cell.is_empty())
            .map(|cell| (cell, Part::of(cell, words)))
            .collect();
        let labels = parts.iter().filter(|(_, part)| matches!(part, Part::Label(_))).count();
        let others = parts.len() - labels;
        if labels > 0 && (others == 0 || (labels >= 3 && labels > others)) {
            self.heads(&parts);
        } else if labels > 0 || parts.iter().any(|(_, part)| part.field().is_some()) {
            self.beside(&parts);
        } else {
            self.below(&parts);
        }
    }

    /// A row of labels: what stands below them is theirs.
    fn heads(&mut self, parts: &[(&Cell, Part<'_>)]) {
        let labels = parts.iter().filter_map(|(cell, part)| Some((cell, part.field()?)));
        let labels: Vec<_> =
            labels.map(|(cell, field)| (cell.column..cell.column + cell.columns, field)).collect();
        if let [(_, field)] = labels.as_slice() {
            self.over = vec![(0..usize::MAX, *field)];
            return;
        }
        self.over.retain(|(known, _)| {
            known.end < usize::MAX
                && !labels.iter().any(|(new, _)| new.start < known.end && known.start < new.end)
        });
        self.over.extend(labels);
    }

    /// A row of labels and, beside each, its content.
    fn beside(&mut self, parts: &[(&Cell, Part<'_>)]) {
        let mut current = None;
        for (cell, part) in parts {
            match part {
                Part::Label(field) => current = Some(*field),
                Part::Both(field, first, rest) => {
                    self.put(*field, cell, first, rest);
                    current = Some(*field);
                }
                Part::Content => {
                    let over = current.or_else(|| self.label_over(cell));
                    if let Some(field) = over {
                        self.put(field, cell, &[], &cell.lines.iter().collect::<Vec<_>>());
                    }
                }
            }
        }
        self.over = current.map(|field| (0..usize::MAX, field)).into_iter().collect();
    }

    /// A row of content.
    fn below(&mut self, parts: &[(&Cell, Part<'_>)]) {
        if self.over.is_empty() {
            return self.title(parts);
        }
        if self.is_by_columns() {
            let key = self.key_label();
            self.is_fresh |= parts.iter().any(|(cell, _)| self.label_over(cell) == key);
        }
        for (cell, _) in parts {
            if let Some(field) = self.label_over(cell) {
                self.put(field, cell, &[], &cell.lines.iter().collect::<Vec<_>>());
            }
        }
    }

    /// A row above all labels: the identifier, and the title beside or after it.
    fn title(&mut self, parts: &[(&Cell, Part<'_>)]) {
        let Some((cell, _)) = parts.first() else { return };
        let text = logical::one_line(cell);
        let Some((id, title)) = identifiers::leading(&text) else { return };
        self.put(PlanField::Id, cell, &[id.to_owned()], &[]);
        if !title.is_empty() {
            self.put(PlanField::ShortName, cell, &[title.to_owned()], &[]);
        } else if let Some((cell, _)) = parts.get(1) {
            self.put(PlanField::ShortName, cell, &[logical::one_line(cell)], &[]);
        }
    }

    fn label_over(&self, cell: &Cell) -> Option<PlanField> {
        self.over.iter().find(|(columns, _)| columns.contains(&cell.column)).map(|(_, field)| *field)
    }

    /// Adds content to the element; a second identifier or name begins the next one.
    fn put(&mut self, field: PlanField, cell: &Cell, first: &[String], lines: &[&Line]) {
        let names_again = |draft: &Draft| match field {
            PlanField::Id => draft.has(PlanField::Id) || draft.has(PlanField::Objective),
            PlanField::ShortName => draft.has(PlanField::ShortName),
            _ => false,
        };
        let by_rows = self.is_by_columns();
        if std::mem::take(&mut self.is_fresh) || (!by_rows && self.found.last().is_some_and(names_again)) {
            self.found.push(Draft::default());
        }
        let Some(draft) = self.found.last_mut() else { return };
        let first = first.iter().map(|text| Line { text: text.clone(), ..Line::default() });
        let lines = first.chain(lines.iter().map(|line| (*line).clone()));
        draft.add(field, self.reading.outline.location(logical::spot(cell)), lines);
    }
}
