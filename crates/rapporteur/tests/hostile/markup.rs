//! XML made to do harm.

use std::fmt::Write as _;

use word_document::testing::{docx, docx_of_xml, part, with_part};

use super::support::{codes, document, refusal, text};

const MAIN: &str = "word/document.xml";

/// A file whose main part has these bytes.
fn with_main(content: impl AsRef<[u8]>) -> Vec<u8> {
    with_part(&docx("a"), MAIN, content)
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn elements_a_hundred_thousand_deep_are_refused() {
    for name in ["w:sdt", "w:p", "w:tbl", "x", "w:ins"] {
        let deep = format!("<{name}>").repeat(100_000);
        refusal(&with_main(part("document", &format!("<w:body>{deep}"))));
    }
}

#[test]
fn text_boxes_a_thousand_deep_are_cut_and_told() {
    let (open, close) = (
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>",
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
    );
    let body = format!("{}{}{}", open.repeat(1_000), paragraph("inmost"), close.repeat(1_000));
    let found = document(&docx_of_xml(&format!("{}{body}", paragraph("before"))));
    assert!(text(&found).contains("before") && codes(&found) == ["too-deep"], "{:?}", codes(&found));
}

#[test]
fn huge_attributes_and_names_are_borne() {
    // Letters that do not compress well, or the file would be refused as a bomb.
    let mut seed = 1_u64;
    let letters = std::iter::repeat_with(|| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        char::from(b'a' + (seed >> 40) as u8 % 26)
    });
    let huge: String = letters.take(20_000_000).collect();
    let body = format!("<w:p w:rsidR='{huge}'><w:r><w:t>after</w:t></w:r></w:p><w:{huge}/>");
    assert!(text(&document(&docx_of_xml(&body))).contains("after"));
    let many: String = (0..50_000).fold(String::new(), |mut all, n| {
        let _ = write!(all, " a{n}='1'");
        all
    });
    assert!(text(&document(&docx_of_xml(&format!("<w:p{many}/>{}", paragraph("after"))))).contains("after"));
}

#[test]
fn document_types_are_refused_whatever_they_declare() {
    let laughs: String = (1..30).fold(String::from("<!ENTITY l0 'ha'>"), |mut all, n| {
        let _ = write!(all, "<!ENTITY l{n} '&l{0};&l{0};&l{0};&l{0};'>", n - 1);
        all
    });
    let body = |entity: &str| part("document", &format!("<w:body>{}</w:body>", paragraph(entity)));
    for (declared, entity) in [
        (laughs.as_str(), "&l29;"),
        ("<!ENTITY file SYSTEM 'file:///etc/passwd'>", "&file;"),
        ("<!ENTITY net SYSTEM 'http://127.0.0.1:9/'>", "&net;"),
        ("<!ENTITY % all SYSTEM 'file:///etc/passwd'> %all;", "a"),
        ("", "a"),
    ] {
        let xml = body(entity);
        let (declaration, root) =
            xml.split_once("?>").map_or(("", xml.as_str()), |(_, root)| ("<?xml version='1.0'?>", root));
        let message = refusal(&with_main(format!("{declaration}<!DOCTYPE w [{declared}]>{root}")));
        assert!(!message.contains("root:"), "{message}");
    }
}

#[test]
fn entities_that_nobody_declared_do_no_harm() {
    let found = document(&docx_of_xml(&paragraph("before &nobody; after")));
    let words = text(&found);
    assert!(words.contains("before") && words.contains("after"), "{words}");
}

#[test]
fn encodings_are_read_or_refused_but_never_guessed() {
    let xml = part("document", &format!("<w:body>{}</w:body>", paragraph("caf\u{e9}")));
    let xml = xml.split_once("?>").map_or(xml.clone(), |(_, root)| root.to_owned());
    let utf16 = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        format!("\u{feff}{xml}").encode_utf16().flat_map(bytes).collect()
    };
    for sixteen in [utf16(u16::to_le_bytes), utf16(u16::to_be_bytes)] {
        assert!(text(&document(&with_main(sixteen))).contains("caf\u{e9}"));
    }
    let latin: Vec<u8> = xml.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    refusal(&with_main(&latin));
    let cut = &xml.as_bytes()[..xml.len() / 2];
    refusal(&with_main(cut));
    let mut odd = format!("\u{feff}{xml}").encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    odd.pop();
    odd.extend([0x00, 0xD8, 0x3C, 0x00]);
    refusal(&with_main(odd));
}

#[test]
fn declared_encodings_that_are_not_true_are_read_or_refused_but_never_guessed() {
    let xml = part("document", &format!("<w:body>{}</w:body>", paragraph("caf\u{e9}")));
    let xml = xml.split_once("?>").map_or(xml.clone(), |(_, root)| root.to_owned());
    let declared = |encoding: &str| format!("<?xml version=\"1.0\" encoding=\"{encoding}\"?>{xml}");
    for encoding in ["ISO-8859-1", "windows-1252", "UTF-16", "UTF-7", "klingon", "", "\u{e9}"] {
        let text = declared(encoding);
        let latin: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
        let sixteen = || text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
        for bytes in [text.clone().into_bytes(), latin, sixteen()] {
            let run = super::support::parse(&with_main(&bytes));
            assert!(matches!(run.status, 0 | 4), "{encoding}: {}", run.stderr);
            assert!(run.status == 4 || run.stdout.contains("caf\u{e9}"), "{encoding}: {}", run.stdout);
        }
    }
}

#[test]
fn a_grid_as_wide_as_an_integer_is_cut() {
    for span in ["2147483648", "2147483647", "4294967296", "-1", "99999999999999999999"] {
        let cell = |text: &str| {
            format!("<w:tc><w:tcPr><w:gridSpan w:val='{span}'/></w:tcPr>{}</w:tc>", paragraph(text))
        };
        let row = format!(
            "<w:tr><w:trPr><w:gridBefore w:val='{span}'/></w:trPr>{}{}</w:tr>",
            cell("one"),
            cell("two")
        );
        let found = document(&docx_of_xml(&format!("<w:tbl>{}</w:tbl>", row.repeat(3))));
        let words = text(&found);
        assert!(words.contains("one") && words.contains("two"), "{span}: {words}");
    }
}

#[test]
fn a_million_paragraphs_are_read_or_refused() {
    let run = super::support::parse(&docx_of_xml(&"<w:p/>".repeat(1_000_000)));
    assert!(matches!(run.status, 0 | 4), "{}", run.stderr);
    let run = super::support::parse(&docx_of_xml(
        &"<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>".repeat(300_000),
    ));
    assert!(matches!(run.status, 0 | 4), "{}", run.stderr);
}

#[test]
fn oddities_without_end_are_counted() {
    let found = document(&docx_of_xml(&format!(
        "{}{}",
        "<w:altChunk r:id='none'/>".repeat(50_000),
        paragraph("after")
    )));
    assert!(text(&found).contains("after"));
    assert!(codes(&found).len() < 2_000);
}
