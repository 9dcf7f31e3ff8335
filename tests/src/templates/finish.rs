//! What docx-rs cannot write: bookmarks of columns, repeated heads of tables, the default style, the theme, titles.

use std::collections::BTreeMap;

use docx_rs::{Docx, FieldCharType, Header, InstrPAGE, InstrText, PageMargin, Paragraph, Run};
use report_generator::normalise::{normalise_package, parts};

use super::blocks::Block;
use super::{cover, styles};

/// A4.
const PAGE: (u32, u32) = (11_907, 16_840);

/// Custom properties that the secretariat's programs read, with the tags that fill them.
const PROPERTIES: &[(&str, &str)] = &[
    ("Docnum", "{{ cover.number }}"),
    ("Docdate", "{{ cover.dates }}"),
    ("Docorlang", "{{ cover.original }}"),
    ("Docbluepink", "{{ cover.questions }}"),
    ("Docdest", "{{ cover.place_and_dates }}"),
    ("Docauthor", "{{ cover.source }}"),
];

/// A template of the blocks.
pub fn template(blocks: Vec<Block>) -> Vec<u8> {
    let mut docx =
        PROPERTIES.iter().fold(Docx::new(), |docx, (name, value)| docx.custom_property(*name, *value));
    docx = styles::all().into_iter().fold(docx, Docx::add_style);
    docx = blocks.into_iter().fold(docx, |docx, block| match block {
        Block::Paragraph(paragraph) => docx.add_paragraph(paragraph),
        Block::Table(table) => docx.add_table(table),
    });
    let margins = PageMargin::new().top(993).right(1_134).bottom(709).left(1_134).header(720).footer(720);
    let docx = docx
        .default_fonts(styles::fonts())
        .page_size(PAGE.0, PAGE.1)
        .page_margin(margins)
        .header(header())
        .title_pg()
        .default_tab_stop(720);
    let mut parts = parts(docx.build());
    change(&mut parts, "word/document.xml", |text| repeated_heads(&column_bookmarks(text)));
    change(&mut parts, "word/styles.xml", one_normal);
    change(&mut parts, "docProps/core.xml", titles);
    theme(&mut parts);
    normalise_package(parts).expect("docx-rs writes well-formed XML")
}

/// The number of the page and that of the document, from the second page on.
fn header() -> Header {
    let page = [
        Run::new().add_text("- "),
        Run::new().add_field_char(FieldCharType::Begin, false),
        Run::new().add_instr_text(InstrText::PAGE(InstrPAGE::new())),
        Run::new().add_field_char(FieldCharType::Separate, false),
        Run::new().add_text("2"),
        Run::new().add_field_char(FieldCharType::End, false),
        Run::new().add_text(" -"),
    ];
    let page = page.into_iter().fold(Paragraph::new().style("Header"), Paragraph::add_run);
    let number = Paragraph::new()
        .style("Header")
        .line_spacing(docx_rs::LineSpacing::new().before(0).after(240))
        .add_run(Run::new().add_text("{{ cover.number }}"));
    Header::new().add_paragraph(page).add_paragraph(number)
}

fn change(parts: &mut BTreeMap<String, Vec<u8>>, name: &str, with: impl Fn(&str) -> String) {
    let part = parts.get_mut(name).expect("docx-rs writes the part");
    let text = String::from_utf8(std::mem::take(part)).expect("docx-rs writes UTF-8");
    *part = with(&text).into_bytes();
}

/// Gives bookmarks their columns, and ends them behind the row (17.13.6.2).
fn column_bookmarks(text: &str) -> String {
    let mut text = text.to_owned();
    for (index, (name, column)) in cover::COLUMN_BOOKMARKS.iter().enumerate() {
        let id = index + 1;
        let plain = format!(r#"w:name="{name}" />"#);
        let Some(at) = text.find(&plain) else { continue };
        let end = format!(r#"<w:bookmarkEnd w:id="{id}" />"#);
        text = text.replacen(&end, "", 1);
        let row = text[at..].find("</w:tr>").map_or(text.len(), |found| at + found + "</w:tr>".len());
        text.insert_str(row, &end);
        text = text.replacen(
            &plain,
            &format!(r#"w:name="{name}" w:colFirst="{column}" w:colLast="{column}" />"#),
            1,
        );
    }
    text
}

/// Rows of heads are repeated on every page.
fn repeated_heads(text: &str) -> String {
    let rows = text.split_inclusive("</w:tr>").map(|row| match row.rfind("<w:tr>") {
        Some(at) if row[at..].contains(r#"w:val="Tablehead""#) => {
            row.replacen("<w:trPr>", "<w:trPr><w:tblHeader/>", 1)
        }
        _ => row.to_owned(),
    });
    rows.collect()
}

/// docx-rs writes a style Normal of its own before ours, and says of none that it is the default.
fn one_normal(text: &str) -> String {
    let opening = r#"<w:style w:type="paragraph" w:styleId="Normal">"#;
    let mut pieces = text.splitn(3, opening);
    let (head, _, rest) = (pieces.next(), pieces.next(), pieces.next());
    let (head, rest) = (head.unwrap_or_default(), rest.expect("both styles are there"));
    format!(r#"{head}<w:style w:type="paragraph" w:default="1" w:styleId="Normal">{rest}"#).replace(
        r#"<w:style w:type="paragraph" w:styleId="Headingb">"#,
        r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="Headingb">"#,
    )
}

/// The title and the subject that a file manager shows. A template was made by nobody in particular on no day; a
/// report gets its day when it is filled.
fn titles(text: &str) -> String {
    let text = ["dcterms:created", "dcterms:modified", "cp:lastModifiedBy"]
        .iter()
        .fold(text.to_owned(), |text, name| without(&text, name));
    let titles = "<dc:title>{{ cover.title }}</dc:title><dc:subject>{{ cover.number }}</dc:subject></cp:coreProperties>";
    let text = text.replace("<dc:creator>unknown<", "<dc:creator>{{ cover.source }}<");
    text.replace("</cp:coreProperties>", titles)
}

/// A text without the first element of a name.
fn without(text: &str, name: &str) -> String {
    let end = format!("</{name}>");
    match (text.find(&format!("<{name}")), text.find(&end)) {
        (Some(from), Some(to)) => format!("{}{}", &text[..from], &text[to + end.len()..]),
        _ => text.to_owned(),
    }
}

/// Word looks for a theme.
fn theme(parts: &mut BTreeMap<String, Vec<u8>>) {
    parts.insert("word/theme/theme1.xml".to_owned(), include_bytes!("theme.xml").to_vec());
    change(parts, "word/_rels/document.xml.rels", |text| {
        let link = r#"<Relationship Id="rIdTheme" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="theme/theme1.xml" /></Relationships>"#;
        text.replace("</Relationships>", link)
    });
    change(parts, "[Content_Types].xml", |text| {
        let kind = r#"<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml" /></Types>"#;
        text.replace("</Types>", kind)
    });
}
