//! Labels and values: which cell or line holds which field of the cover.

use crate::outline::{Cell, Grid, GridRow, Line, Spot};
use crate::vocabulary::{CoverField, Marker, Vocabulary};

/// A field with its value as lines.
#[derive(Debug)]
pub(super) struct Field<'d> {
    pub name: CoverField,
    /// Lines of each value cell; a contact has two.
    pub cells: Vec<Vec<Text<'d>>>,
    pub spot: Spot,
}

/// A line of a value: a whole line, or what follows a label in it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Text<'d> {
    Line(&'d Line),
    Part(&'d str),
}

impl<'d> Text<'d> {
    pub(super) fn as_str(&self) -> &'d str {
        match self {
            Self::Line(line) => &line.text,
            Self::Part(part) => part,
        }
    }

    /// The pieces between line breaks.
    pub(super) fn pieces(&self) -> Vec<&'d str> {
        match self {
            Self::Line(line) => line.pieces().collect(),
            Self::Part(part) => vec![part],
        }
    }
}

impl Field<'_> {
    /// The value as text, lines joined by a line feed.
    pub(super) fn text(&self) -> String {
        let lines = self.cells.iter().flatten().map(Text::as_str).filter(|text| !text.is_empty());
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// Bookmarks of the TSB template and the fields that they mark.
const BOOKMARKS: [(&str, CoverField); 8] = [
    ("dnum", CoverField::Number),
    ("dnume", CoverField::Number),
    ("dbluepink", CoverField::Question),
    ("dmeeting", CoverField::PlaceDate),
    ("dsource", CoverField::Source),
    ("dtitle1", CoverField::Title),
    ("dpurpose", CoverField::Purpose),
    ("dcontact", CoverField::Contact),
];

/// Whether a table has heads of columns, and so no labels.
pub(super) fn has_heads(grid: &Grid) -> bool {
    grid.heads.header_rows > 0 && grid.heads.known() >= 3
}

/// Adds the fields of a table.
pub(super) fn of_table<'d>(grid: &'d Grid, words: &Vocabulary, fields: &mut Vec<Field<'d>>) {
    if has_heads(grid) {
        return;
    }
    for row in &grid.rows {
        let by_label = of_row(row, words);
        let found = if by_label.is_empty() { by_bookmarks(row) } else { by_label };
        fields.extend(found);
    }
}

/// Labels of a row, each with the cells up to the next label.
fn of_row<'d>(row: &'d GridRow, words: &Vocabulary) -> Vec<Field<'d>> {
    let mut found: Vec<Field<'d>> = Vec::new();
    for (at, cell) in row.cells.iter().enumerate() {
        if let Some(name) = label(cell, words, at) {
            found.push(Field { name, cells: Vec::new(), spot: cell.spot });
        } else if let Some(mut fields) =
            labelled_lines(cell, words, found.last().is_some_and(|f| f.name == CoverField::Contact))
        {
            found.append(&mut fields);
        } else if let Some(open) = found.last_mut() {
            let is_more = open.cells.is_empty() || open.name == CoverField::Contact;
            if is_more {
                open.cells.push(cell.lines.iter().filter(|line| !line.is_prompt).map(Text::Line).collect());
            } else {
                // Beside the Question stand place and dates.
                found.push(Field {
                    name: CoverField::PlaceDate,
                    cells: vec![cell.lines.iter().map(Text::Line).collect()],
                    spot: cell.spot,
                });
            }
        }
    }
    found.retain(|field| !field.cells.is_empty());
    found
}

/// The field that a cell is the label of, and nothing else.
fn label(cell: &Cell, words: &Vocabulary, at: usize) -> Option<CoverField> {
    const LONGEST: usize = 60;
    let text = cell.text().replace('\n', " ");
    let ends = text.ends_with([':', '：']);
    if text.is_empty() || text.len() > LONGEST || (!ends && at > 0) {
        return None;
    }
    let field = words.cover.get(&text)?;
    // Without a colon only words that are nothing but labels count.
    let is_certain = ends
        || matches!(
            field,
            CoverField::Source
                | CoverField::Title
                | CoverField::Contact
                | CoverField::Abstract
                | CoverField::Keywords
                | CoverField::Purpose
                | CoverField::Question
        );
    is_certain.then_some(field)
}

/// A cell that holds labels with their values: `Source: Chair`. In a contact's cell labels are its own.
fn labelled_lines<'d>(cell: &'d Cell, words: &Vocabulary, in_contact: bool) -> Option<Vec<Field<'d>>> {
    if in_contact {
        return None;
    }
    let mut found = Vec::new();
    for line in &cell.lines {
        of_line(line, words, &mut found);
    }
    let is_minor = |field: &Field<'_>| {
        matches!(
            field.name,
            CoverField::Phone
                | CoverField::Email
                | CoverField::Fax
                | CoverField::Original
                | CoverField::StudyPeriod
        )
    };
    (!found.is_empty() && !found.iter().all(is_minor)).then_some(found)
}

/// Adds the field of a line such as `Action required: TSAG is invited to …`.
pub(super) fn of_line<'d>(line: &'d Line, words: &Vocabulary, fields: &mut Vec<Field<'d>>) {
    let Some((name, after)) = words.cover_label(&line.text) else { return };
    let value = line.text[after..].trim();
    // `Action for X:` opens a list of actions and is no field.
    if value.is_empty()
        || words.markers.get(line.text[..after].trim_end_matches([':', ' ', '：'])) == Some(Marker::ActionFor)
    {
        return;
    }
    fields.push(Field { name, cells: vec![vec![Text::Part(value)]], spot: line.spot });
}

/// Fields that column bookmarks mark.
fn by_bookmarks(row: &GridRow) -> Vec<Field<'_>> {
    let field = |name: &str| {
        let stem = name.trim_end_matches(|c: char| c.is_ascii_digit());
        BOOKMARKS.iter().find(|(known, _)| *known == name || *known == stem).map(|(_, field)| *field)
    };
    let marked = row.bookmarks.iter().filter_map(|(name, cell)| Some((field(name)?, *cell)));
    marked
        .filter_map(|(name, written)| {
            let cell = row.cells.iter().find(|cell| cell.written == written)?;
            let lines: Vec<Text<'_>> = cell.lines.iter().map(Text::Line).collect();
            (!lines.is_empty()).then(|| Field { name, cells: vec![lines], spot: cell.spot })
        })
        .collect()
}
