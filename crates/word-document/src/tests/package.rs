//! Limits, names, missing parts, and each error.

use super::{document, lines};
use crate::testing::{docx, docx_of_xml, part, relationships_to, with_part};
use crate::{Limits, ReadError, read, write_package};

/// Whether an error is the one expected.
type Expected = fn(&ReadError) -> bool;

fn error(bytes: &[u8]) -> ReadError {
    read(bytes, &Limits::default()).expect_err("no Word file")
}

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    write_package(parts.iter().map(|(name, text)| (*name, text.as_bytes()))).expect("writes into memory")
}

#[test]
fn each_error_is_told_apart() {
    let file = docx("a");
    let main = "word/document.xml";
    let spreadsheet = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override \
        PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>";
    let cases: [(Vec<u8>, Expected); 12] = [
        (Vec::new(), |e| *e == ReadError::Empty),
        (b"%PDF-1.7".to_vec(), |e| matches!(e, ReadError::OtherFormat("a PDF file"))),
        (file[..file.len() / 2].to_vec(), |e| matches!(e, ReadError::DamagedPackage(_))),
        (package(&[("a.txt", "x")]), |e| matches!(e, ReadError::OtherPackage(_))),
        (package(&[("[Content_Types].xml", "<Types/>")]), |e| {
            *e == ReadError::MissingPart(String::from("word/document.xml"))
        }),
        (package(&[("mimetype", "application/vnd.oasis.opendocument.text")]), |e| {
            matches!(e, ReadError::OtherPackage(_))
        }),
        (with_part(&file, "[Content_Types].xml", spreadsheet), |e| {
            *e == ReadError::OtherPackage("an Excel workbook".into())
        }),
        (with_part(&file, main, "<w:document"), |e| matches!(e, ReadError::Malformed { .. })),
        (with_part(&file, main, part("document", "<w:body><w:p>")), |e| {
            matches!(e, ReadError::Malformed { offset: 1.., .. })
        }),
        (with_part(&file, main, "<!DOCTYPE x><x/>"), |e| matches!(e, ReadError::DocumentType(_))),
        (with_part(&file, main, b"<a>\xE9</a>"), |e| matches!(e, ReadError::Encoding(_))),
        (with_part(&file, main, part("styles", "")), |e| matches!(e, ReadError::OtherPackage(_))),
    ];
    for (at, (bytes, expected)) in cases.iter().enumerate() {
        let found = error(bytes);
        assert!(expected(&found), "case {at}: {found:?}");
        assert!(!found.to_string().contains('\n') && found.hint().ends_with('.'), "{found}");
    }
}

#[test]
fn limits_are_kept() {
    let file = docx(&format!("first\n{}", "word ".repeat(2_000)));
    for limits in [
        Limits { entries: 2, ..Limits::default() },
        Limits { pieces: 1, ..Limits::default() },
        Limits { part_size: 1_000, ..Limits::default() },
        Limits { total_size: 5_000, ..Limits::default() },
    ] {
        assert!(matches!(read(&file, &limits), Err(ReadError::TooLarge(_))), "{limits:?}");
    }
    let bomb = docx_of_xml(&format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", " ".repeat(3 << 20)));
    assert!(matches!(read(&bomb, &Limits::default()), Err(ReadError::TooLarge(_))));
}

#[test]
fn oddities_are_bounded_and_the_rest_is_counted() {
    let file = docx_of_xml(&"<w:altChunk r:id='none'/>".repeat(20));
    let found = read(&file, &Limits { oddities: 5, ..Limits::default() }).unwrap();
    assert_eq!(found.oddities.len(), 6);
    assert_eq!(found.oddities[5].message, "15 more oddities were met");
}

#[test]
fn strict_names_are_read_like_transitional_ones() {
    let text = "<document xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main'><body><p><r><t>strict</t></r></p></body></document>";
    assert_eq!(lines(&document(&with_part(&docx("a"), "word/document.xml", text))), ["0 strict"]);
}

#[test]
fn the_main_part_may_have_any_name() {
    let rels = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='a' \
        Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument' Target='/Other/Main.xml'/></Relationships>";
    let text = part("document", "<w:body><w:p><w:r><w:t>a</w:t></w:r></w:p></w:body>");
    let found = document(&package(&[
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", rels),
        ("other/main.xml", &text),
    ]));
    assert_eq!((&*found.main_part, lines(&found)), ("Other/Main.xml", vec!["0 a".to_owned()]));
}

#[test]
fn a_part_that_cannot_be_read_is_told_and_the_body_is_read() {
    let file = docx("%header Top\n# a{foot|F}");
    for name in ["word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "word/header1.xml"] {
        let found = document(&with_part(&file, name, "<w:broken"));
        assert_eq!(
            found.oddities.iter().map(|oddity| oddity.code).collect::<Vec<_>>(),
            ["part-unreadable"],
            "{name}"
        );
        assert!(lines(&found)[0].contains("a ‹footnote 1›"), "{name}");
    }
    let found = document(&with_part(
        &docx("{link https://example.org|a}"),
        "word/_rels/document.xml.rels",
        "<broken",
    ));
    assert_eq!((lines(&found)[0].as_str(), found.oddities[0].code), ("0 a", "part-unreadable"));
}

#[test]
fn styles_are_known_by_name_whatever_their_ids() {
    let styles = "<w:style w:type='paragraph' w:styleId='berschrift1'><w:name w:val='heading 1'/><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>";
    let file =
        docx_of_xml("<w:p><w:pPr><w:pStyle w:val='berschrift1'/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>");
    let found = document(&with_part(&file, "word/styles.xml", part("styles", styles)));
    assert_eq!(lines(&found), ["0 [heading 1] a"]);
    let crate::Block::Paragraph(paragraph) = &found.body[0] else { panic!("a table") };
    assert_eq!(paragraph.outline_level, Some(0));
}

#[test]
fn a_header_of_two_sections_is_read_once() {
    let file = docx("%header Top\na");
    let section = "<w:p><w:pPr><w:sectPr><w:headerReference r:id='rId1'/></w:sectPr></w:pPr></w:p>";
    let body = part(
        "document",
        &format!("<w:body>{section}{section}<w:sectPr><w:headerReference r:id='rId1'/></w:sectPr></w:body>"),
    );
    let file = with_part(&file, "word/document.xml", body);
    let file =
        with_part(&file, "word/_rels/document.xml.rels", relationships_to(&[("header", "header1.xml")]));
    assert_eq!(document(&file).notes.headers.len(), 1);
}

/// Parts that are the same to the byte are read once; what else a file has must not change by that.
#[test]
fn a_file_is_read_alike_whatever_was_read_before() {
    let style =
        |inner: &str| part("styles", &format!("<w:style w:type='paragraph' w:styleId='N'>{inner}</w:style>"));
    let numbered = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>";
    let lists = |format: &str, link: &str| {
        let level = format!(
            "<w:lvl w:ilvl='0'><w:start w:val='2'/><w:numFmt w:val='{format}'/><w:lvlText w:val='%1)'/></w:lvl>"
        );
        let numbers = "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='2'/></w:num>";
        let first = format!("<w:abstractNum w:abstractNumId='1'>{link}{level}</w:abstractNum>");
        let second = "<w:abstractNum w:abstractNumId='2'><w:lvl w:ilvl='0'><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>";
        part("numbering", &format!("{first}{second}{numbers}"))
    };
    let to_style = "<w:numStyleLink w:val='N'/>";
    let all_styles = [
        style(numbered),
        style("<w:name w:val='Plain'/>"),
        style(&numbered.replace("'1'", "'2'")),
        "no styles".to_owned(),
    ];
    let all_lists =
        [lists("decimal", ""), lists("upperLetter", ""), lists("klingon", ""), lists("decimal", to_style)];
    let body = "<w:body><w:p><w:pPr><w:pStyle w:val='N'/></w:pPr><w:r><w:t>one</w:t></w:r></w:p>\
        <w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>two</w:t></w:r></w:p></w:body>";
    let file = with_part(&docx("a"), "word/document.xml", part("document", body));
    let mut files = Vec::new();
    for styles in &all_styles {
        for lists in &all_lists {
            let file = with_part(&file, "word/styles.xml", styles);
            files.push(with_part(&file, "word/numbering.xml", lists));
        }
    }
    // A new thread has read nothing before.
    let fresh: Vec<_> = files
        .iter()
        .map(|file| std::thread::scope(|scope| scope.spawn(|| document(file)).join().expect("no panic")))
        .collect();
    let unlike = (0..fresh.len()).filter(|&at| !fresh[..at].contains(&fresh[at])).count();
    assert_eq!(unlike, 13, "what leads through the styles differs by them, and the lists differ");
    for step in [1, 3, 5, 7] {
        for at in (0..2 * files.len()).map(|at| at * step % files.len()) {
            assert_eq!(document(&files[at]), fresh[at], "{at} in steps of {step}");
        }
    }
}
