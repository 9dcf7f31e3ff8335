//! Tables on their grid.

use super::{outline, outline_of_xml};

#[test]
fn spans_lie_on_the_grid() {
    let found = outline("|{span 2}wide|{vmerge}tall|\n|a|b|{vcont}|\n|!before 2|c|");
    assert_eq!(
        found,
        [
            "0 table, 3 columns",
            "  row 0",
            "    column 0, 2 columns × 1 rows",
            "      0 wide",
            "    column 2, 1 columns × 2 rows",
            "      0 tall",
            "  row 1",
            "    column 0",
            "      0 a",
            "    column 1",
            "      0 b",
            "    column 2 covered",
            "  row 2",
            "    column 2",
            "      0 c",
        ]
    );
}

/// Cells of each row as `column+columns×rows text`, the text of all paragraphs joined.
fn cells(notation: &str) -> Vec<Vec<String>> {
    let document = super::document(&crate::testing::docx(notation));
    let crate::Block::Table(table) = &document.body[0] else { panic!("no table") };
    let cell = |cell: &crate::Cell| {
        let text: Vec<&str> = cell
            .blocks
            .iter()
            .filter_map(|block| match block {
                crate::Block::Paragraph(paragraph) => Some(paragraph.text.as_str()),
                crate::Block::Table(_) => None,
            })
            .collect();
        format!("{}+{}×{} {}", cell.column, cell.column_span, cell.row_span, text.join("/"))
    };
    table.rows.iter().map(|row| row.cells.iter().map(cell).collect()).collect()
}

#[test]
fn a_merge_that_continues_nothing_stands_for_itself() {
    assert_eq!(cells("|{vcont}a|b|\n|{vcont}c|d|"), [["0+1×2 a", "1+1×1 b"], ["0+1×0 c", "1+1×1 d"]]);
    // A row between that is not merged ends it.
    assert_eq!(cells("|{vmerge}a|\n|b|\n|{vcont}c|"), [["0+1×1 a"], ["0+1×1 b"], ["0+1×1 c"]]);
}

#[test]
fn a_new_merge_begins_below_an_old_one() {
    assert_eq!(
        cells("|{vmerge}a|\n|{vcont}|\n|{vmerge}b|\n|{vcont}|"),
        [["0+1×2 a"], ["0+1×0 "], ["0+1×2 b"], ["0+1×0 "]]
    );
}

#[test]
fn the_older_merge_along_a_row_is_one_cell() {
    assert_eq!(
        cells("|{hmerge}a|{hcont}|b|\n|c|d|e|"),
        [vec!["0+2×1 a", "2+1×1 b"], vec!["0+1×1 c", "1+1×1 d", "2+1×1 e"]]
    );
}

#[test]
fn content_controls_around_rows_and_cells_are_transparent() {
    assert_eq!(
        cells("|!sdt|a|b|\n|{cell-sdt}c|{cell-sdt}d|"),
        [["0+1×1 a", "1+1×1 b"], ["0+1×1 c", "1+1×1 d"]]
    );
}

#[test]
fn a_cell_holds_paragraphs_and_tables() {
    assert_eq!(cells("|a ¶ b|{sdt|c}|"), [["0+1×1 a/b", "1+1×1 c"]]);
    let found = outline("|x ¶ {table|p | q ¶ r | s} ¶ y|");
    assert_eq!(found.iter().filter(|line| line.contains("table")).count(), 2);
    let words = found.iter().filter_map(|line| line.trim_start().split_once(' ').map(|(_, word)| word));
    assert_eq!(
        words
            .filter(|word| word.len() == 1 && word.is_ascii() && !word.starts_with(char::is_numeric))
            .collect::<String>(),
        "xpqrsy"
    );
}

#[test]
fn deleted_rows_and_cells_are_out_and_places_stay() {
    let document = super::document(&crate::testing::docx("|!header|a|\n|!del Ben|b|\n|!ins Ann|c|"));
    let crate::Block::Table(table) = &document.body[0] else { panic!("no table") };
    assert_eq!(
        table.rows.iter().map(|row| (row.index, row.is_header)).collect::<Vec<_>>(),
        [(0, true), (2, false)]
    );
    let of = |row: usize| {
        format!(
            "{:?} {:?} {}",
            document.revisions[row].kind, document.revisions[row].of, document.revisions[row].author
        )
    };
    assert_eq!([of(0), of(1)], ["Deleted Row Ben", "Inserted Row Ann"]);
    assert_eq!(document.revisions[1].place.cell, Some((2, 0, 0)));
    assert_eq!(cells("|{cell-del Ben}a|{cell-ins Ann}b|"), [["0+1×1 b"]]);
}

#[test]
fn a_table_whose_rows_are_all_deleted_is_gone_and_keeps_its_place() {
    assert_eq!(outline("a\n|!del Ann|b|\nc")[..2], ["0 a", "2 c"]);
}

#[test]
fn the_place_of_a_change_in_a_nested_table_is_that_of_the_outer_cell() {
    let document = super::document(&crate::testing::docx("p\n|a|b ¶ {table|x | {ins Ann|y}}|"));
    let place = document.revisions[0].place;
    assert_eq!((place.block, place.cell), (1, Some((0, 1, 1))));
}

#[test]
fn a_span_beyond_all_bounds_is_cut_and_told() {
    let table = "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='4000000000'/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>";
    let found = outline_of_xml(table);
    assert!(found.iter().any(|line| line.contains("oddity span-too-wide")), "{found:#?}");
}

#[test]
fn tables_in_tables_down_to_the_limit_are_read() {
    let depth = 400;
    let text =
        format!("{}<w:p/>{}", "<w:tbl><w:tr><w:tc>".repeat(depth), "</w:tc></w:tr></w:tbl>".repeat(depth));
    let found = outline_of_xml(&text);
    assert!(found.iter().any(|line| line.contains("oddity too-deep")), "{}", found.len());
}
