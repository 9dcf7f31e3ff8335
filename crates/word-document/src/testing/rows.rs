//! Tables.

use std::fmt::Write as _;

use super::inline::{Piece, paragraph, pieces};
use super::package::Parts;
use super::revision;

/// A table from its lines.
pub(super) fn table(lines: &[&str], parts: &mut Parts) -> String {
    // Tables within this one have widths of their own.
    let widths = std::mem::take(&mut parts.grid);
    let rows: String = lines.iter().map(|line| row(line, parts)).collect();
    let mut grid = String::new();
    let columns = lines.iter().map(|line| cells(line).1.len()).max().unwrap_or(0);
    for column in 0..columns.max(widths.len()) {
        // Writing to a String cannot fail.
        let _ = write!(grid, r#"<w:gridCol w:w="{}"/>"#, widths.get(column).map_or("2000", String::as_str));
    }
    format!(
        r#"<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"#
    )
}

/// The row's own directive, and its cells: cut at bars outside braces.
fn cells(line: &str) -> (&str, Vec<&str>) {
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').unwrap_or(line);
    let (own, line) = match line.strip_prefix('!') {
        Some(rest) => rest.split_once('|').unwrap_or((rest, "")),
        None => ("", line),
    };
    (own, split(line, '|'))
}

/// Cuts at a sign that stands outside braces and has no backslash before it.
fn split(line: &str, sign: char) -> Vec<&str> {
    let (mut depth, mut from, mut escaped) = (0_usize, 0, false);
    let mut found = Vec::new();
    for (at, character) in line.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if character == sign && depth == 0 => {
                found.push(line[from..at].trim());
                from = at + sign.len_utf8();
            }
            _ => {}
        }
    }
    found.push(line[from..].trim());
    found
}

fn row(line: &str, parts: &mut Parts) -> String {
    let (own, cells) = cells(line);
    let (name, argument) = own.split_once(' ').unwrap_or((own, ""));
    let properties = match name {
        "" | "sdt" => String::new(),
        "header" => "<w:tblHeader/>".to_owned(),
        "before" => format!(r#"<w:gridBefore w:val="{argument}"/>"#),
        "ins" => format!("<w:ins {}/>", revision(parts, argument)),
        "del" => format!("<w:del {}/>", revision(parts, argument)),
        _ => panic!("a row cannot be {name:?}"),
    };
    let properties =
        if properties.is_empty() { properties } else { format!("<w:trPr>{properties}</w:trPr>") };
    let cells: String = cells.into_iter().map(|text| cell(text, parts)).collect();
    let row = format!(r#"<w:tr w14:paraId="{:08X}">{properties}{cells}</w:tr>"#, parts.next_para_id());
    if name == "sdt" { format!("<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>") } else { row }
}

fn cell(text: &str, parts: &mut Parts) -> String {
    let (mut properties, mut in_control) = (String::new(), false);
    let mut rest = text;
    while let Some(Piece::Directive(name, argument, "")) = pieces(rest).first() {
        match *name {
            "span" => properties += &format!(r#"<w:gridSpan w:val="{argument}"/>"#),
            "vmerge" => properties += r#"<w:vMerge w:val="restart"/>"#,
            "vcont" => properties += "<w:vMerge/>",
            "hmerge" => properties += r#"<w:hMerge w:val="restart"/>"#,
            "hcont" => properties += "<w:hMerge/>",
            "cell-ins" => properties += &format!("<w:cellIns {}/>", revision(parts, argument)),
            "cell-del" => properties += &format!("<w:cellDel {}/>", revision(parts, argument)),
            "cell-sdt" => in_control = true,
            _ => break,
        }
        rest = rest.split_once('}').map_or("", |(_, after)| after);
    }
    let paragraphs: String = split(rest, '¶').into_iter().map(|text| block(text, parts)).collect();
    let cell =
        format!(r#"<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{properties}</w:tcPr>{paragraphs}</w:tc>"#);
    if in_control { format!("<w:sdt><w:sdtContent>{cell}</w:sdtContent></w:sdt>") } else { cell }
}

/// A paragraph of a cell, or a table within it.
fn block(text: &str, parts: &mut Parts) -> String {
    match pieces(text)[..] {
        [Piece::Directive("table", _, rows)] => table(&split(rows, '¶'), parts),
        _ => paragraph(text, parts),
    }
}
