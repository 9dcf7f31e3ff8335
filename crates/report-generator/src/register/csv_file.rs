//! A register as CSV (RFC 4180).

use csv::{Terminator, WriterBuilder};

use super::{Cell, ColumnKind, Register};

/// What the file begins with. Spreadsheet programs take a CSV file without it for one in the letters of their own
/// country; programs read it away (`utf-8-sig` in Python).
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What stands before a text that a spreadsheet program would take for a formula.
const GUARD: char = '\'';

/// Begins a formula, or is skipped by some program before it looks for one. The full-width forms count in
/// some editions of Excel.
const DANGEROUS: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The register as UTF-8 with a byte order mark, fields separated by commas, records ended by CR LF.
///
/// The head holds the columns' names for programs. A column of links becomes two: the texts, and the targets under
/// `NAME_url`. Days are `YYYY-MM-DD`.
///
/// **No cell is a formula.** A text that begins with `=`, `+`, `-`, `@`, a tab, a carriage return or a line feed
/// (or a full-width form of these signs) has an apostrophe put before it, as OWASP advises; so has a text that begins
/// with an apostrophe. [`unguarded`] undoes it: of a cell that begins with an apostrophe, one is taken off.
pub fn csv(register: &Register) -> Vec<u8> {
    let mut writer =
        WriterBuilder::new().terminator(Terminator::CRLF).flexible(true).from_writer(BYTE_ORDER_MARK.into());
    // Memory takes every write.
    let _ = writer.write_record(head(register));
    for row in &register.rows {
        let _ = writer.write_record(record(register, row));
    }
    writer.into_inner().unwrap_or_default()
}

/// The text of a cell of [`csv()`] as it was before a formula was kept from it.
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix(GUARD).unwrap_or(cell)
}

fn head(register: &Register) -> Vec<String> {
    let mut out = Vec::new();
    for column in &register.columns {
        out.push(guarded(&column.name));
        if column.kind == ColumnKind::Link {
            out.push(guarded(&format!("{}_url", column.name)));
        }
    }
    out
}

fn record(register: &Register, row: &[Cell]) -> Vec<String> {
    let mut out = Vec::new();
    for (at, column) in register.columns.iter().enumerate() {
        let (text, target) = fields(row.get(at).unwrap_or(&Cell::Empty));
        out.push(text);
        if column.kind == ColumnKind::Link {
            out.push(target);
        }
    }
    out
}

/// What is read, and what it points at.
fn fields(cell: &Cell) -> (String, String) {
    match cell {
        Cell::Empty => Default::default(),
        Cell::Text(text) => (guarded(text), String::new()),
        Cell::Number(number) => (number.to_string(), String::new()),
        Cell::Date(day) => (day.to_string(), String::new()),
        Cell::Link { text, target } => (guarded(text), guarded(target)),
    }
}

fn guarded(text: &str) -> String {
    if text.starts_with(DANGEROUS) || text.starts_with(GUARD) {
        format!("{GUARD}{text}")
    } else {
        text.to_owned()
    }
}
