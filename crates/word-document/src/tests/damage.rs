//! Structures that are against the schema, or made to be costly.

use super::{document, outline_of_xml};
use crate::testing::docx_of_xml;
use std::time::{Duration, Instant};

#[test]
fn elements_in_wrong_places_keep_their_text() {
    for body in [
        "<w:p><w:p><w:r><w:t>x</w:t></w:r></w:p></w:p>",
        "<w:p><w:r><w:p><w:r><w:t>x</w:t></w:r></w:p></w:r></w:p>",
        "<w:tbl><w:tr><w:tc><w:r><w:t>x</w:t></w:r></w:tc></w:tr></w:tbl>",
        "<w:r><w:t>x</w:t></w:r>",
        "<w:hyperlink><w:r><w:t>x</w:t></w:r></w:hyperlink>",
    ] {
        let found = outline_of_xml(body);
        assert!(found.iter().any(|line| line.trim_end().ends_with(" x")), "{body}: {found:?}");
    }
}

#[test]
fn what_stands_between_rows_or_cells_is_told() {
    for body in ["<w:tbl><w:p/></w:tbl>", "<w:tbl><w:tr><w:p/></w:tr></w:tbl>"] {
        let found = outline_of_xml(body);
        assert!(found.iter().any(|line| line.starts_with("oddity unknown-element")), "{found:?}");
    }
}

#[test]
fn a_table_without_cells_is_no_harm() {
    assert!(outline_of_xml("<w:tbl/><w:tbl><w:tr/></w:tbl><w:tbl><w:tr><w:tc/></w:tr></w:tbl>").len() > 1);
}

#[test]
fn costly_files_are_read_in_time() {
    let begin = Instant::now();
    let starts = (0..20_000)
        .map(|id| format!("<w:bookmarkStart w:id='{id}' w:name='b'/>"))
        .collect::<Vec<_>>()
        .concat();
    let ends =
        (0..20_000).rev().map(|id| format!("<w:bookmarkEnd w:id='{id}'/>")).collect::<Vec<_>>().concat();
    let field =
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>";
    let namespaces = (0..5_000).map(|at| format!(" xmlns:n{at}='u'")).collect::<Vec<_>>().concat();
    for body in [
        format!("<w:p>{starts}{ends}</w:p>"),
        format!("<w:p>{}</w:p>{}", field.repeat(10_000), "<w:p/>".repeat(20_000)),
        format!("<w:p{namespaces}>{}</w:p>", "<w:r/><n4:r/>".repeat(20_000)),
        format!("<w:p>{}</w:p>", "<w:r><w:t>&amp;</w:t></w:r>".repeat(20_000)),
    ] {
        document(&docx_of_xml(&body));
    }
    assert!(begin.elapsed() < Duration::from_secs(20), "{:?}", begin.elapsed());
}
