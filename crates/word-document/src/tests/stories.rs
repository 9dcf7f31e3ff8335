//! What stands outside the body: notes, comments, headers, text boxes, embedded texts, properties.

use super::{document, lines, outline, outline_of_xml};
use crate::testing::{self, docx_of_xml, relationships_to, with_part};

#[test]
fn notes_comments_headers_and_footers_are_stories() {
    let found = outline("%header Top\n%footer Bottom\na{foot|F}b{end|E}c{comment Ann|C}");
    let found: Vec<&str> = found.iter().map(|line| line.trim()).collect();
    assert_eq!(
        found,
        [
            "0 abc ‹footnote 1› ‹endnote 2› ‹comment 3›",
            "story word/footnotes.xml 1",
            "0 F",
            "story word/endnotes.xml 2",
            "0 E",
            "story word/header1.xml 0",
            "0 Top",
            "story word/footer2.xml 0",
            "0 Bottom",
            "story word/comments.xml 3 by Ann",
            "0 C",
        ]
    );
}

#[test]
fn separators_are_no_notes() {
    let notes = "<w:footnote w:type='separator' w:id='-1'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
                 <w:footnote w:type='continuationNotice' w:id='1'><w:p><w:r><w:t>no</w:t></w:r></w:p></w:footnote>";
    let file =
        with_part(&testing::docx("a{foot|F}"), "word/footnotes.xml", testing::part("footnotes", notes));
    assert!(document(&file).notes.footnotes.is_empty());
}

#[test]
fn a_text_box_is_read_once_and_knows_its_anchor() {
    let found = outline("a\nb {box|{b|Inside}} c");
    assert_eq!(found[1..], ["1 b  c ‹text box 0›", "story word/document.xml 0 at block 1", "  0 Inside"]);
}

#[test]
fn alternate_content_without_a_known_choice_gives_the_fallback() {
    let content = |requires: &str| {
        format!(
            "<w:p><mc:AlternateContent><mc:Choice Requires='{requires}'><w:r><w:t>new</w:t></w:r></mc:Choice>\
             <mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>"
        )
    };
    assert_eq!(outline_of_xml(&content("wps")), ["0 new"]);
    assert_eq!(outline_of_xml(&content("unheard")), ["0 old"]);
}

/// A file with an embedded text between two paragraphs.
fn with_chunk(name: &str, content: &[u8]) -> Vec<u8> {
    let body =
        "<w:p><w:r><w:t>a</w:t></w:r></w:p><w:altChunk r:id='rId1'/><w:p><w:r><w:t>z</w:t></w:r></w:p>";
    let file = docx_of_xml(body);
    let file = with_part(&file, "word/_rels/document.xml.rels", relationships_to(&[("aFChunk", name)]));
    with_part(&file, &format!("word/{name}"), content)
}

fn chunk(name: &str, content: &[u8]) -> Vec<String> {
    lines(&document(&with_chunk(name, content)))
}

#[test]
fn embedded_texts_are_read_in_their_place() {
    assert_eq!(chunk("c.html", b"<html><p>x <b>y</b></p>&eacute;</html>"), ["0 a", "1 x y", "2 é", "3 z"]);
    assert_eq!(chunk("c.txt", b"x\r\ny"), ["0 a", "1 x", "2 y", "3 z"]);
    let word = testing::docx("x {ins Ann|y}\n|t|");
    let found = chunk("c.docx", &word);
    assert_eq!(found[..3], ["0 a", "1 x y", "2 table, 1 columns"]);
    assert_eq!(
        found[6..],
        ["3 z", "revision Inserted Run by Ann, 2026-01-02T03:04:05Z, word/c.docx block 0: y"]
    );
}

#[test]
fn embedded_texts_of_other_formats_are_told() {
    for (name, content) in [("c.rtf", &b"{\\rtf1 x}"[..]), ("c.html", b"\xFFx"), ("c.docx", b"PK broken")] {
        let found = chunk(name, content);
        assert_eq!(found[..2], ["0 a", "1 z"], "{name}");
        assert!(found[2].starts_with("oddity chunk-left-out in word/document.xml block 1"), "{found:?}");
    }
    assert!(outline_of_xml("<w:altChunk r:id='rId9'/>")[0].starts_with("oddity chunk-left-out"));
}

#[test]
fn embedded_files_do_not_embed_others_and_share_the_limits() {
    let inner = with_chunk("c.docx", &testing::docx("deep"));
    let found = chunk("c.docx", &inner);
    assert_eq!(found[..4], ["0 a", "1 a", "2 z", "3 z"]);
    assert!(found[4].starts_with("oddity chunk-left-out in word/c.docx"), "{found:?}");
    let large = with_chunk("c.docx", &testing::docx(&"x".repeat(100_000)));
    let limits = crate::Limits { total_size: 50_000, ..crate::Limits::default() };
    assert!(matches!(crate::read(&large, &limits), Err(crate::ReadError::TooLarge(_))));
}

#[test]
fn properties_are_read() {
    let document = document(&testing::docx("%core title A title\n%property Docnum TD 1\na"));
    assert_eq!(document.properties.core("title"), Some("A title"));
    assert_eq!(document.properties.custom("docnum"), Some("TD 1"));
}

#[test]
fn a_picture_is_described_and_an_object_is_told() {
    let shape =
        "<w:p><w:r><w:pict><v:shape alt='Old'><v:textpath string='DRAFT'/></v:shape></w:pict></w:r></w:p>";
    assert_eq!(outline_of_xml(shape), ["0 ‹picture Old›"]);
    let object = outline_of_xml("<w:p><w:r><w:object><v:shape alt='Sheet'/></w:object></w:r></w:p>");
    assert_eq!(object[0], "0 ‹picture Sheet›");
    assert!(object[1].starts_with("oddity object-left-out"), "{object:?}");
}
