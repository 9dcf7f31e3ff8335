//! The normaliser on fragments of a line.

use docx_rs::{Docx, Hyperlink, HyperlinkType, Paragraph, Run, Table, TableCell, TableRow};
use word_document::{Limits, Package};

use super::{normalise, normalise_package, part, parts};

#[track_caller]
fn check(xml: &str, expected: &str) {
    assert_eq!(normalise("word/document.xml", xml).unwrap(), expected);
    assert_eq!(normalise("word/document.xml", expected).unwrap(), expected, "twice is as once");
}

#[test]
fn properties_go_into_the_order_of_the_schema() {
    check(
        r#"<w:p><w:r><w:t>a</w:t><w:rPr><w:sz w:val="20"/><w:b/></w:rPr></w:r><w:pPr><w:jc w:val="left"/><w:pStyle w:val="A"/></w:pPr></w:p>"#,
        r#"<w:p><w:pPr><w:pStyle w:val="A"/><w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="20"/></w:rPr><w:t>a</w:t></w:r></w:p>"#,
    );
    check(
        "<w:style><w:pPr><w:ind/></w:pPr><w:qFormat/><w:name/></w:style>",
        "<w:style><w:name/><w:qFormat/><w:pPr><w:ind/></w:pPr></w:style>",
    );
    check("<w:numPr><w:numId/><w:ilvl/></w:numPr>", "<w:numPr><w:ilvl/><w:numId/></w:numPr>");
    check(
        "<w:sectPr><w:pgSz/><w:headerReference r:id=\"a\"/></w:sectPr>",
        "<w:sectPr><w:headerReference r:id=\"a\"/><w:pgSz/></w:sectPr>",
    );
}

#[test]
fn changes_of_properties_stand_last_and_extensions_before_them() {
    check(
        "<w:rPr><w:rPrChange><w:rPr/></w:rPrChange><w14:glow/><w:b/></w:rPr>",
        "<w:rPr><w:b/><w14:glow/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr>",
    );
}

#[test]
fn a_property_stands_once_and_the_last_counts() {
    check(
        r#"<w:pPr><w:jc w:val="left"/><w:spacing/><w:jc w:val="right"/></w:pPr>"#,
        r#"<w:pPr><w:spacing/><w:jc w:val="right"/></w:pPr>"#,
    );
}

#[test]
fn text_keeps_its_order_and_its_spaces() {
    let runs = "<w:p><w:r><w:t xml:space=\"preserve\"> a &amp; </w:t><w:br/><w:t>b</w:t></w:r> <w:hyperlink><w:r/></w:hyperlink></w:p>";
    check(runs, &runs.replace("> <w:hyp", "><w:hyp"));
}

#[test]
fn empty_properties_say_nothing() {
    check(
        "<w:p><w:pPr><w:rPr /></w:pPr><w:r><w:rPr/><w:t>a</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>a</w:t></w:r></w:p>",
    );
}

#[test]
fn a_cell_ends_in_a_paragraph_and_a_table_has_rows() {
    let inner = "<w:tbl><w:tblPr/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>";
    check(&format!("<w:tc>{inner}</w:tc>"), &format!("<w:tc>{inner}<w:p/></w:tc>"));
    check("<w:tr><w:tc/></w:tr>", "<w:tr><w:tc><w:p/></w:tc></w:tr>");
    check("<w:body><w:tbl><w:tblPr/></w:tbl><w:p/></w:body>", "<w:body><w:p/></w:body>");
}

#[test]
fn a_link_to_nothing_leaves_its_text() {
    let xml = r#"<w:p><w:hyperlink r:id="a"><w:r><w:t>x</w:t></w:r></w:hyperlink><w:hyperlink r:id="b"><w:r/></w:hyperlink></w:p>"#;
    let known = ["b".to_owned()].into();
    assert_eq!(
        part::normalise("p", xml, Some(&known)).unwrap(),
        r#"<w:p><w:r><w:t>x</w:t></w:r><w:hyperlink r:id="b"><w:r/></w:hyperlink></w:p>"#
    );
}

#[test]
fn what_is_not_well_formed_is_told() {
    let error = normalise("word/header1.xml", "<w:p><w:r></w:p>").unwrap_err();
    assert!(error.to_string().starts_with("word/header1.xml is not well-formed XML: "), "{error}");
    assert!(normalise("p", "<w:p>").is_err());
    assert!(normalise("p", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>").is_err());
}

fn sample() -> Docx {
    let link = Hyperlink::new("https://example.org/?a=1&b=2", HyperlinkType::External);
    let cell = TableCell::new().add_paragraph(Paragraph::new().add_run(Run::new().add_text("a\u{1} < b")));
    (0..9)
        .fold(Docx::new(), |docx, n| docx.custom_property(format!("Doc{n}"), "R&D <b> \u{1}"))
        .add_paragraph(Paragraph::new().add_hyperlink(link.add_run(Run::new().add_text("link"))))
        .add_table(Table::new(vec![TableRow::new(vec![cell])]))
}

#[test]
fn a_package_of_docx_rs_comes_out_the_same_each_time() {
    let one = normalise_package(parts(sample().build())).unwrap();
    for _ in 0..5 {
        assert!(one == normalise_package(parts(sample().build())).unwrap());
    }
    let mut package = Package::open(&one, &Limits::default()).unwrap();
    let custom = package.text("docProps/custom.xml").unwrap().unwrap();
    assert!(custom.contains(r#"pid="2" name="Doc0"><vt:lpwstr>R&amp;D &lt;b&gt; </vt:lpwstr>"#), "{custom}");
    assert!(!package.contains("word/comments.xml"), "nothing points to it");
    let document = package.text("word/document.xml").unwrap().unwrap();
    assert!(document.contains("a &lt; b"), "{document}");
}
