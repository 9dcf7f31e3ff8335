//! Links and bookmarks.

use super::{document, outline, outline_of_xml, paragraph};
use crate::{Block, MarkKind, Paragraph, testing};

#[test]
fn links_of_all_kinds_have_their_target() {
    let cases = [
        ("{link https://example.org/rel?a=1&b=2|Rel}", "0 Rel ‹Rel → https://example.org/rel?a=1&b=2›"),
        (
            "a {simple HYPERLINK \"https://example.org/s\"|Simple}",
            "0 a Simple ‹Simple → https://example.org/s›",
        ),
        (
            "{field HYPERLINK \"https://example.org/c\" \\l \"part\"|Complex}",
            "0 Complex ‹Complex → https://example.org/c#part›",
        ),
        ("{anchor _Toc1|In} here", "0 In here ‹In → #_Toc1›"),
        ("{field SEQ Table|7}", "0 7"),
        ("{link https://example.org|{del Ann|gone}}", "0"),
    ];
    for (notation, expected) in cases {
        assert_eq!(outline(notation)[0].trim_end(), expected, "{notation}");
    }
}

const BEGIN: &str = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>HYPERLINK \"u\"</w:instrText></w:r>\
                     <w:r><w:fldChar w:fldCharType='separate'/></w:r>";
const END: &str = "<w:r><w:fldChar w:fldCharType='end'/></w:r>";

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>")
}

#[test]
fn a_field_over_two_paragraphs_links_both() {
    let body = format!("<w:p>{}{BEGIN}{}</w:p><w:p>{}{END}{}</w:p>", run("a"), run("b"), run("c"), run("d"));
    assert_eq!(outline_of_xml(&body), ["0 ab ‹b → u›", "1 cd ‹c → u›"]);
    let joined = body.replacen("<w:p>", "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", 1);
    assert_eq!(outline_of_xml(&joined)[0], "0 abcd ‹b → u› ‹c → u›");
}

#[test]
fn fields_nest() {
    let inner = format!("{}{}{END}", BEGIN.replace("HYPERLINK \"u\"", "PAGEREF x"), run("7"));
    assert_eq!(paragraph(&format!("{BEGIN}{}{inner}{END}", run("Title "))), "0 Title 7 ‹Title 7 → u›");
    // One inside an instruction is not shown.
    let in_instruction = BEGIN.replace("<w:r><w:fldChar w:fldCharType='separate'/></w:r>", &inner);
    let separate = "<w:r><w:fldChar w:fldCharType='separate'/></w:r>";
    assert_eq!(paragraph(&format!("{in_instruction}{separate}{}{END}", run("b"))), "0 b ‹b → u›");
}

#[test]
fn a_field_without_end_gives_its_text_back() {
    let found = paragraph(&format!("{}<w:r><w:fldChar w:fldCharType='begin'/></w:r>{}", run("a"), run("b")));
    assert!(found.starts_with("0 ab\noddity field-without-end"), "{found}");
    assert_eq!(paragraph(&format!("{BEGIN}{}", run("b"))), "0 b ‹b → u›");
}

#[test]
fn fields_in_fields_without_number_are_read() {
    let found = paragraph(&format!("{}{}{}", BEGIN.repeat(500), run("a"), END.repeat(500)));
    assert!(found.starts_with("0 a ‹a → u›"), "{}", found.len());
    assert_eq!(outline_of_xml(&format!("<w:p>{}</w:p><w:p>{}</w:p>", BEGIN.repeat(3), run("b"))).len(), 2);
}

#[test]
fn form_fields_show_their_state() {
    let form = |data: &str, name: &str| {
        paragraph(&format!(
            "<w:r><w:fldChar w:fldCharType='begin'><w:ffData>{data}</w:ffData></w:fldChar></w:r>\
             <w:r><w:instrText>{name}</w:instrText></w:r>{END}"
        ))
    };
    assert_eq!(form("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>", "FORMCHECKBOX"), "0 ☒");
    assert_eq!(form("<w:checkBox><w:default w:val='0'/></w:checkBox>", "FORMCHECKBOX"), "0 ☐");
    let list =
        "<w:ddList><w:result w:val='1'/><w:listEntry w:val='one'/><w:listEntry w:val='two'/></w:ddList>";
    assert_eq!(form(list, "FORMDROPDOWN"), "0 two");
}

fn first(body: &str) -> Paragraph {
    match document(&testing::docx_of_xml(body)).body.swap_remove(0) {
        Block::Paragraph(paragraph) => paragraph,
        Block::Table(_) => panic!("a table"),
    }
}

#[test]
fn bookmarks_have_their_names_columns_and_ranges() {
    assert_eq!(outline("{bm dnum|TD 1}{cols dtitle 1 2}"), ["0 TD 1 ‹bookmark dnum› ‹bookmark dtitle 1–2›"]);
    let start = "<w:bookmarkStart w:id='1' w:name='x'/>";
    let cases = [
        (format!("<w:p>{}{start}{}<w:bookmarkEnd w:id='1'/>{}</w:p>", run("a"), run("b"), run("c")), 1..2),
        (format!("{start}<w:p>{}<w:bookmarkEnd w:id='1'/>{}</w:p>", run("a"), run("b")), 0..1),
        // It ends in a later paragraph.
        (format!("<w:p>{}{start}{}</w:p><w:p><w:bookmarkEnd w:id='1'/></w:p>", run("a"), run("b")), 1..2),
    ];
    for (body, expected) in cases {
        let found = first(&body);
        let bookmark = found.marks.iter().find(|mark| matches!(mark.kind, MarkKind::Bookmark { .. }));
        assert_eq!(bookmark.map(|mark| mark.range.clone()), Some(expected), "{body}");
    }
}

#[test]
fn a_bookmark_before_a_row_stands_in_its_first_paragraph() {
    let row = "<w:tr><w:tc><w:p/></w:tc></w:tr>";
    let found =
        outline_of_xml(&format!("<w:tbl><w:bookmarkStart w:id='1' w:name='dtableau'/>{row}{row}</w:tbl>"));
    assert_eq!(found[3], "      0 ‹bookmark dtableau›");
}
