//! Tracked changes: the final text, and the record of who and when.

use super::{document, outline, outline_of_xml};
use crate::testing;

#[test]
fn insertions_are_in_and_deletions_out_and_both_are_told() {
    let date = "2026-01-02T03:04:05Z, word/document.xml block";
    assert_eq!(
        outline("Old {del Ben|gone}{ins Ann|new}\n{from Ann|away} {to Ben|here}"),
        [
            "0 Old new".to_owned(),
            "1  here".to_owned(),
            format!("revision Deleted Run by Ben, {date} 0: gone"),
            format!("revision Inserted Run by Ann, {date} 0: new"),
            format!("revision MovedFrom Run by Ann, {date} 1: away"),
            format!("revision MovedTo Run by Ben, {date} 1: here"),
        ]
    );
}

/// The paragraphs without the record.
fn text(notation: &str) -> Vec<String> {
    outline(notation).into_iter().filter(|line| !line.starts_with("revision")).collect()
}

#[test]
fn a_deleted_mark_joins_two_paragraphs() {
    assert_eq!(text("{mark-del Ann}a\n{style Quote}b\nc"), ["0 [Quote] ab", "2 c"]);
    assert_eq!(text("{mark-del Ann}{del Ann|x}\nb"), ["1 b"]);
    assert_eq!(text("{mark-ins Ann}a\nb"), ["0 a", "1 b"]);
    assert_eq!(text("a\n{mark-del Ann}b"), ["0 a", "1 b"]);
    assert_eq!(
        outline("{mark-del Ben}a\nb")[1],
        "revision Deleted ParagraphMark by Ben, 2026-01-02T03:04:05Z, word/document.xml block 0: "
    );
}

#[test]
fn a_deleted_mark_before_a_table_or_at_the_end_of_a_cell_joins_nothing() {
    assert_eq!(text("{mark-del Ann}a\n|b|\nc")[..2], ["0 a", "1 table, 1 columns"]);
    let found = text("|{mark-del Ann}a|b ¶ {mark-del Ann}{del Ann|x}|\nc");
    let paragraphs: Vec<&str> = found.iter().map(|line| line.trim()).filter(|line| line.len() == 3).collect();
    assert_eq!(paragraphs, ["0 a", "0 b", "1 c"]);
}

#[test]
fn nested_changes_are_told_each() {
    let found = outline("{ins Ann|a{to Ben|b}}");
    assert_eq!(found[0], "0 ab");
    assert!(found[1].ends_with(": b") && found[2].ends_with(": ab"), "{found:#?}");
}

#[test]
fn a_record_never_grows_beyond_the_text() {
    let deep = 100;
    let text = "x".repeat(10_000);
    let body = format!(
        "<w:p>{}<w:r><w:t>{text}</w:t></w:r>{}</w:p>",
        "<w:ins>".repeat(deep),
        "</w:ins>".repeat(deep)
    );
    let document = document(&testing::docx_of_xml(&body));
    assert_eq!(document.revisions.len(), deep);
    assert!(document.revisions.iter().map(|change| change.text.len()).sum::<usize>() < 100_000);
}

#[test]
fn deleted_fields_and_notes_leave_nothing() {
    let body = "<w:p><w:r><w:t>a</w:t></w:r><w:del w:author='A'><w:r><w:fldChar w:fldCharType='begin'/></w:r>\
                <w:r><w:delInstrText>PAGE</w:delInstrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>\
                <w:r><w:delText>7</w:delText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>\
                <w:r><w:footnoteReference w:id='2'/></w:r></w:del><w:r><w:t>b</w:t></w:r></w:p>";
    assert_eq!(
        outline_of_xml(body),
        ["0 ab", "revision Deleted Run by A, no date, word/document.xml block 0: 7"]
    );
}
