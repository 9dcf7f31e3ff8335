//! The grid of a table whose columns were repeated.

use super::super::xml::{Attributes, Element, Node, parse};

/// A table with as many grid columns as its widest row has, or `None` where they are right.
///
/// The columns share the width of before, in the proportion of the cells of that row.
pub(super) fn counted_again(table: &str) -> Option<String> {
    let mut root = parse(table).ok()?.root;
    let widest = root.elements().filter(|row| row.is("w:tr")).max_by_key(|row| columns(row))?;
    let count = columns(widest);
    let grid = root.child("w:tblGrid")?;
    let before: Vec<u32> = grid.elements().filter(|column| column.is("w:gridCol")).map(width).collect();
    if count == before.len() || count == 0 {
        return None;
    }
    let widths = widths(widest, before.iter().sum());
    for node in &mut root.children {
        let Node::Element(element) = node else { continue };
        match &*element.name {
            "w:tblGrid" => element.children = widths.iter().map(|width| sized("w:gridCol", *width)).collect(),
            "w:tr" => resize(element, &widths),
            _ => {}
        }
    }
    let mut out = String::with_capacity(table.len());
    root.write(&mut out);
    Some(out)
}

fn number(element: Option<&Element<'_>>, name: &str) -> Option<u32> {
    element?.attribute(name)?.parse().ok()
}

fn width(element: &Element<'_>) -> u32 {
    number(Some(element), "w:w").unwrap_or_default()
}

/// Cells of a row; content controls are open.
fn cells<'e, 'a>(row: &'e Element<'a>) -> Vec<&'e Element<'a>> {
    let mut found = Vec::new();
    for child in row.elements() {
        match &*child.name {
            "w:tc" => found.push(child),
            "w:sdt" | "w:sdtContent" => found.extend(cells(child)),
            _ => {}
        }
    }
    found
}

fn span(cell: &Element<'_>) -> usize {
    let span = cell.child("w:tcPr").and_then(|properties| properties.child("w:gridSpan"));
    number(span, "w:val").map_or(1, |span| span.max(1) as usize)
}

/// Grid columns of a row, those left out at its ends included (17.4.14, 17.4.15).
fn columns(row: &Element<'_>) -> usize {
    let properties = row.child("w:trPr");
    let outside = ["w:gridBefore", "w:gridAfter"]
        .iter()
        .filter_map(|name| number(properties.and_then(|properties| properties.child(name)), "w:val"));
    cells(row).into_iter().map(span).sum::<usize>() + outside.sum::<u32>() as usize
}

/// Widths of the columns after the cells of a row, so that they fill `total`.
fn widths(row: &Element<'_>, total: u32) -> Vec<u32> {
    let mut found = Vec::new();
    for cell in cells(row) {
        let width = number(cell.child("w:tcPr").and_then(|properties| properties.child("w:tcW")), "w:w");
        let span = span(cell);
        found.extend(std::iter::repeat_n(width.unwrap_or(1_000).max(1) / span as u32, span));
    }
    found.resize(columns(row), 1_000);
    let sum: u64 = found.iter().map(|width| u64::from(*width)).sum::<u64>().max(1);
    found.iter().map(|width| (u64::from(*width) * u64::from(total) / sum) as u32).collect()
}

fn sized(name: &str, width: u32) -> Node<'static> {
    Node::Element(Element {
        name: name.to_owned().into(),
        attributes: Attributes::Plain(format!(r#" w:w="{width}""#).into()),
        children: Vec::new(),
    })
}

/// Gives each cell of a row the width of its columns.
fn resize(row: &mut Element<'_>, widths: &[u32]) {
    let mut column = 0;
    for node in &mut row.children {
        let Node::Element(cell) = node else { continue };
        if !cell.is("w:tc") {
            continue;
        }
        let span = span(cell);
        let width: u32 = widths.iter().skip(column).take(span).sum();
        column += span;
        let properties = cell.children.iter_mut().find_map(|node| match node {
            Node::Element(element) if element.is("w:tcPr") => Some(element),
            _ => None,
        });
        let found = properties.and_then(|properties| {
            properties.children.iter_mut().find_map(|node| match node {
                Node::Element(element) if element.is("w:tcW") => Some(element),
                _ => None,
            })
        });
        if let Some(found) = found {
            found.attributes = Attributes::Plain(format!(r#" w:w="{width}" w:type="dxa""#).into());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_share_the_width() {
        let cell = |width: u32| {
            format!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p/></w:tc>"#)
        };
        let table = format!(
            r#"<w:tbl><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="1000"/></w:tblGrid><w:tr>{}{}{}</w:tr></w:tbl>"#,
            cell(2000),
            cell(1000),
            cell(1000)
        );
        let again = counted_again(&table).unwrap();
        assert!(
            again.contains(
                r#"<w:tblGrid><w:gridCol w:w="1500"/><w:gridCol w:w="750"/><w:gridCol w:w="750"/>"#
            ),
            "{again}"
        );
        assert!(again.contains(r#"<w:tcW w:w="750" w:type="dxa"/>"#));
        assert_eq!(counted_again(&again), None);
    }
}
