//! List labels through a document.

use super::{document, outline};
use crate::testing;

const LISTS: &str = "%list 3 decimal %1. lowerLetter %2)\n%restart 5 3 0 1\n%numbered 3.0 heading 1\n";

/// Labels and texts of the paragraphs, `-` where there is no label.
fn labels(bytes: &[u8]) -> String {
    let paragraphs = document(bytes).body.into_iter().filter_map(|block| match block {
        crate::Block::Paragraph(paragraph) => Some(paragraph),
        crate::Block::Table(_) => None,
    });
    let shown: Vec<String> = paragraphs
        .map(|paragraph| {
            format!("{}{}", paragraph.label.map_or("-".to_owned(), |label| label.text), paragraph.text)
        })
        .collect();
    shown.join(" ")
}

fn labels_of(notation: &str) -> String {
    labels(&testing::docx(&format!("{LISTS}{notation}")))
}

#[test]
fn a_list_counts_through_the_document() {
    let cases = [
        ("{num 3.0}a\ntext\n{num 3.1}b\n{num 3.1}c\n{num 3.0}d\n{num 3.1}e", "1.a -text a)b b)c 2.d a)e"),
        // A restarted list counts anew; the first goes on from there.
        ("{num 3.0}a\n{num 3.0}b\n{num 5.0}c\n{num 5.0}d\n{num 3.0}e", "1.a 2.b 1.c 2.d 3.e"),
        ("# a\n{num 3.1}b\n# c", "1.a a)b 2.c"),
        ("{num 0.0}a\n{num 99.0}b\n{num 3.8}c", "-a -b -c"),
        ("- a\n- b", "•a •b"),
    ];
    for (notation, expected) in cases {
        assert_eq!(labels_of(notation), expected, "{notation}");
    }
}

#[test]
fn deleted_items_are_not_counted() {
    let cases = [
        ("{num 3.0}a\n{num 3.0}{mark-del Ann}{del Ann|b}\n{num 3.0}c", "1.a 2.c"),
        ("{num 3.0}a\n{num 3.0}{mark-from Ann}{from Ann|b}\n{num 3.0}{mark-to Ann}{to Ann|b}", "1.a 2.b"),
        // Joined with the next, whose mark stays.
        ("{num 3.0}{mark-del Ann}a\n{num 3.0}b\n{num 3.0}c", "1.ab 2.c"),
    ];
    for (notation, expected) in cases {
        assert_eq!(labels_of(notation), expected, "{notation}");
    }
}

#[test]
fn cells_are_counted_in_reading_order() {
    let found = outline("%list 3 decimal %1.\n|{num 3}|a|\n|!del Ann|{num 3}|b|\n|{num 3}|c|");
    let labels: Vec<&String> = found.iter().filter(|line| line.contains('«')).collect();
    assert_eq!(labels, ["      0 «1.»", "      0 «2.»"]);
}

#[test]
fn a_list_may_take_its_levels_from_a_style() {
    let numbering = "<w:abstractNum w:abstractNumId='1'><w:styleLink w:val='L'/><w:lvl w:ilvl='0'><w:start w:val='1'/>\
         <w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>\
         <w:abstractNum w:abstractNumId='2'><w:numStyleLink w:val='L'/></w:abstractNum>\
         <w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='2'/></w:num>";
    let file = testing::docx("{num 2.0}a\n{num 2.0}b");
    assert_eq!(
        labels(&testing::with_part(&file, "word/numbering.xml", testing::part("numbering", numbering))),
        "I.a II.b"
    );
    // By way of the style, where the list does not name it.
    let numbering = numbering.replace("<w:styleLink w:val='L'/>", "");
    let styles = "<w:style w:type='numbering' w:styleId='L'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>";
    let file = testing::with_part(&file, "word/numbering.xml", testing::part("numbering", &numbering));
    assert_eq!(
        labels(&testing::with_part(&file, "word/styles.xml", testing::part("styles", styles))),
        "I.a II.b"
    );
}

#[test]
fn a_level_names_the_style_that_brings_it() {
    let numbering = "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/><w:lvlText w:val='%1'/></w:lvl>\
         <w:lvl w:ilvl='1'><w:start w:val='1'/><w:pStyle w:val='Two'/><w:lvlText w:val='x%2'/></w:lvl></w:abstractNum>\
         <w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>";
    let styles = "<w:style w:type='paragraph' w:styleId='Two'><w:name w:val='heading 2'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>";
    let paragraph = "<w:p><w:pPr><w:pStyle w:val='Two'/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>";
    let file = testing::docx_of_xml(&paragraph.repeat(2));
    let file = testing::with_part(&file, "word/numbering.xml", testing::part("numbering", numbering));
    assert_eq!(
        labels(&testing::with_part(&file, "word/styles.xml", testing::part("styles", styles))),
        "x1a x2a"
    );
}

#[test]
fn a_heading_that_shares_its_line_keeps_its_label() {
    let separator = "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr><w:outlineLvl w:val='1'/>\
                     <w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr><w:r><w:t>Heading.</w:t></w:r></w:p>";
    let found = super::outline_of_xml(&format!(
        "{separator}<w:p><w:r><w:t xml:space='preserve'> Text</w:t></w:r></w:p>"
    ));
    assert_eq!(found, ["0 «•» Heading. Text"]);
}

#[test]
fn an_unknown_format_is_told_and_counts_in_decimal() {
    let found = outline("%list 3 klingon %1.\n{num 3.0}a");
    assert_eq!(found[0], "0 «1.» a");
    assert!(found[1].starts_with("oddity unknown-number-format in word/numbering.xml"), "{found:?}");
}
