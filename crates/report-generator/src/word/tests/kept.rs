//! What a template has besides its tags outlives the filling, byte for byte.

use std::io::Read as _;

use serde_json::json;
use word_document::testing::with_part;

use super::{compact, filled_bytes, report, template};

fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let read = |at| {
        let mut file = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    };
    (0..count).map(read).collect()
}

#[test]
fn unknown_parts_and_those_without_tags_are_copied() {
    let bytes =
        template("%header Plain\n%list 3 decimal %1.\n# Heading\n‹‹ a ››\n{num 3.0}One{foot|A note}{pic P}");
    let bytes = with_part(&bytes, "customXml/item1.xml", "<data xmlns='urn:x'>{{ left }} alone</data>");
    let bytes = with_part(&bytes, "word/vendor/strange.bin", "\u{1}\u{2} {{ a }}");
    let report = report(&bytes, &json!({"a": "x"}));
    let (before, after) = (parts(&bytes), parts(&report));
    assert_eq!(
        before.iter().map(|(name, _)| name).collect::<Vec<_>>(),
        after.iter().map(|(name, _)| name).collect::<Vec<_>>()
    );
    for ((name, before), (_, after)) in before.iter().zip(&after) {
        assert_eq!(before == after, name != "word/document.xml", "{name}");
    }
}

#[test]
fn paragraphs_without_tags_are_copied() {
    let bytes = template(
        "{bm _Ref1|Kept} and {anchor _Ref1|seen}\n{style Odd}{b|Bold} {field REF _Ref1 \\h|Kept}\n‹‹ a ››\n| cell | {cols dnum 1 2}‹‹ a ›› |\n{sdt|control} {ins Ann|new} {del Ann|old}",
    );
    let document = |bytes: &[u8]| {
        let parts = parts(bytes).into_iter().find(|(name, _)| name == "word/document.xml");
        String::from_utf8(parts.unwrap().1).unwrap()
    };
    let (before, after) = (document(&bytes), document(&report(&bytes, &json!({"a": "x"}))));
    let before = before.replace("></w:sdtPr>", "/>").replace("></w:sectPr>", "/>");
    let kept = before.split_inclusive("</w:p>").filter(|piece| !piece.contains("{{"));
    assert!(kept.clone().count() >= 4);
    for piece in kept {
        assert!(after.contains(piece), "{piece} is not in {after}");
    }
    let shown = compact(&filled_bytes(&bytes, &json!({"a": "x"})));
    assert!(shown.contains("‹bookmark _Ref1›") && shown.contains("‹seen → #_Ref1›"), "{shown}");
}

#[test]
fn a_template_without_tags_is_copied_whole() {
    let bytes = template("%header Plain\n# Heading\nText {field TOC \\o \"1-3\"|Old entry}");
    assert_eq!(parts(&report(&bytes, &json!({}))), parts(&bytes));
}

#[test]
fn properties_of_the_file_are_filled() {
    let bytes = template(
        "%property Docnum {{ number|upper }}\n%property Docdate {{ lines }}\n%core title {% if title %}{{ title|bold }}{% endif %}\nx",
    );
    let report = report(&bytes, &json!({"number": "td <1>", "lines": "one\ntwo", "title": "R&D"}));
    let parts = parts(&report);
    let text = |name: &str| {
        let part = parts.iter().find(|(part, _)| part == name).unwrap();
        String::from_utf8(part.1.clone()).unwrap()
    };
    let custom = text("docProps/custom.xml");
    assert!(custom.contains(">TD &lt;1&gt;<") && custom.contains(">one two<"), "{custom}");
    assert!(text("docProps/core.xml").contains(">R&amp;D<"), "{}", text("docProps/core.xml"));
}

#[test]
fn a_report_from_right_to_left_says_so() {
    let bytes = template("‹‹ a ››\n| ‹‹ a ›› |\n%header ‹‹ a ››");
    let report = report(&bytes, &json!({"a": "تقرير", "direction": "rtl"}));
    for (name, part) in
        parts(&report).iter().filter(|(name, _)| name.ends_with("t.xml") || name.contains("header"))
    {
        let text = String::from_utf8(part.clone()).unwrap();
        if text.contains("تقرير") {
            assert_eq!(
                text.matches("<w:bidi/>").count(),
                text.matches("<w:p>").count()
                    + text.matches("<w:p ").count()
                    + text.matches("<w:sectPr").count(),
                "{name}: {text}"
            );
            assert!(text.contains("<w:rtl/>"), "{name}: {text}");
            assert_eq!(
                text.matches("<w:tbl>").count(),
                text.matches("<w:bidiVisual/>").count(),
                "{name}: {text}"
            );
        }
    }
}

#[test]
fn empty_properties_as_libre_office_writes_them_leave_no_empty_paragraphs() {
    let paragraph =
        |text: &str| format!("<w:p><w:pPr></w:pPr><w:r><w:rPr></w:rPr><w:t>{text}</w:t></w:r></w:p>");
    let body = paragraph("{{ list | bullets }}") + &paragraph("end");
    let shown = filled_bytes(&word_document::testing::docx_of_xml(&body), &json!({"list": ["a", "b"]}));
    assert_eq!(shown.lines().count(), 3, "{shown}");
}
