//! Builds Word files from a compact notation: for tests, fixtures and property tests.
//!
//! One line is one paragraph, or one table row where it begins with `|`:
//!
//! ```text
//! % anything                               a remark, which leaves no trace
//! %runs 9                                  text from here on is cut into runs of at most 9 characters
//! %list 3 decimal %1. lowerLetter %2)      a list: number, then format and label of each level
//! %list 4 decimal/start=5/restart=0/legal %1   a level with its start, its restart, all numbers decimal
//! %list 5 bullet/font=Courier_New o         a bullet of another font than Symbol
//! %restart 6 3 0 4                         list 6 goes on with list 3, but its level 0 starts again at 4
//! %numbered 3.0 heading 1                  paragraphs of that style are numbered by list 3, level 0
//! %grid 1191 369 3543                      widths of the next table's columns
//! %header Text of the page header          also %footer
//! %property Docnum TD 1                    a custom property
//! %core title A title                      a core property
//! # Heading                                ## for the second level, and so on
//! - Bullet
//! {num 3.0}Numbered by list 3, level 0
//! {style Name}{mark-del Ann}A paragraph whose mark is deleted; also mark-ins, mark-to, mark-from
//! {rtl}A paragraph from right to left
//! | cell | {span 2}wide cell ¶ with two paragraphs |
//! |!header| … |!ins Ann| … |!del Ann| … |!before 1| … |!sdt|  at the start of a row say what the row is
//! | {vmerge}top | and below | {vcont} |
//! | {cell-sdt}in a control | {hmerge}merged the old way | {hcont} | {cell-ins Ann}new | {cell-del Ann}gone |
//! | {table|a | b ¶ c | d} ¶ |              a table of two rows in the first paragraph's place
//! ```
//!
//! Within a line `{b|bold}`, `{hidden|…}`, `{ins Ann|…}`, `{del Ann|…}`, `{to Ann|…}`, `{from Ann|…}` (moves), `{link URL|…}`,
//! `{field INSTR|result}`, `{simple INSTR|result}`, `{sdt|…}`, `{prompt|…}` (an unfilled content control), `{tag|…}` (smart tag),
//! `{foot|…}`, `{end|…}`, `{comment Ann|…}`, `{box|…}` (text box), `{math|…}`, `{bm NAME|…}`, `{cols NAME 1 2}` (column bookmark), `{pic TEXT}`,
//! `{sym FONT CODE}`, `{tab}`, `{br}`, `{nbhy}`, `{shy}`, `{anchor NAME|…}` (a link to a bookmark), `{unknown NAME|…}` (an element that
//! Word does not know). They nest. `\{`, `\}`, `\|` and `\¶` stand for themselves.

mod definitions;
mod inline;
mod package;
mod raw;
mod rows;

use std::fmt::Write as _;

use inline::paragraph;
use package::Parts;
pub use raw::{docx_of_xml, part, relationships_to, with_part};

/// The Word file that the notation describes; the same text gives the same bytes.
///
/// # Panics
/// On a directive that it does not know: a test that is misspelt must not pass.
pub fn docx(notation: &str) -> Vec<u8> {
    docx_in_runs(notation, usize::MAX)
}

/// The same, with every text cut into runs of at most `characters`, as Word does for spelling, language and
/// revision marks.
///
/// # Panics
/// On a directive that it does not know.
pub fn docx_in_runs(notation: &str, characters: usize) -> Vec<u8> {
    let mut parts = Parts::new(characters.max(1));
    let body = body(notation, &mut parts);
    parts.package(&body)
}

/// The blocks of the main part.
fn body(notation: &str, parts: &mut Parts) -> String {
    let mut body = String::new();
    let mut lines = notation.lines().map(str::trim_end).peekable();
    while let Some(line) = lines.next() {
        if line.starts_with('|') {
            let mut table = vec![line];
            while let Some(row) = lines.next_if(|next| next.starts_with('|')) {
                table.push(row);
            }
            body.push_str(&rows::table(&table, parts));
        } else if let Some(directive) = line.strip_prefix('%') {
            parts.directive(directive);
        } else {
            body.push_str(&line_paragraph(line, parts));
        }
    }
    body
}

/// A paragraph of the body: heading, bullet or plain.
fn line_paragraph(line: &str, parts: &mut Parts) -> String {
    let hashes = line.bytes().take_while(|&byte| byte == b'#').count();
    if let Some(text) = line[hashes..].strip_prefix(' ').filter(|_| hashes > 0) {
        return paragraph(&format!("{{style heading {hashes}}}{text}"), parts);
    }
    match line.strip_prefix("- ") {
        Some(text) => paragraph(&format!("{{style List Paragraph}}{{num 1.0}}{text}"), parts),
        None => paragraph(line, parts),
    }
}

/// Text with the characters escaped that XML reserves.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(character),
        }
    }
    out
}

/// An attribute list from an author: revisions are all dated alike.
fn revision(parts: &mut Parts, author: &str) -> String {
    let mut out = String::new();
    let author = if author.is_empty() { "Ann" } else { author };
    // Writing to a String cannot fail.
    let _ = write!(
        out,
        r#"w:id="{}" w:author="{}" w:date="2026-01-02T03:04:05Z""#,
        parts.next_id(),
        escape(author)
    );
    out
}
