//! The project's own Word files: built from their sources in `fixtures/`, and files that are no Word files.

use std::path::{Path, PathBuf};

use word_document::{testing, write_package};

use crate::{files_under, root};

/// A fixture: a Word file and the notation that it is built from.
pub struct Fixture {
    /// Its name, without ending.
    pub name: String,
    /// The notation of [`word_document::testing`].
    pub source: String,
}

impl Fixture {
    /// The Word file.
    pub fn docx(&self) -> Vec<u8> {
        testing::docx(&self.source)
    }

    /// The source without its own cuts into runs: no text is cut.
    pub fn uncut_source(&self) -> String {
        let lines = self.source.lines().filter(|line| !line.starts_with("%runs "));
        lines.flat_map(|line| [line, "\n"]).collect()
    }
}

/// The folder of the fixtures.
pub fn folder() -> PathBuf {
    root().join("fixtures")
}

/// The fixture of that name.
///
/// # Panics
/// Where there is no such source.
pub fn fixture(name: &str) -> Fixture {
    read(&folder().join(name).with_extension("txt"))
}

/// All fixtures, by name.
///
/// # Panics
/// Where a source cannot be read.
pub fn all() -> Vec<Fixture> {
    files_under(&folder(), "txt").iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> Fixture {
    let source = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Fixture { name, source }
}

/// What stands in the repository: paths below `fixtures/` and the bytes that the sources give.
///
/// # Panics
/// Where a source cannot be read or does not follow the notation.
pub fn built() -> Vec<(String, Vec<u8>)> {
    let sound = all().into_iter().map(|fixture| (format!("{}.docx", fixture.name), fixture.docx()));
    let broken = not_word().into_iter().map(|(name, bytes)| (format!("not-word/{name}"), bytes));
    sound.chain(broken).collect()
}

/// Files that people take for Word files, each with one thing wrong.
fn not_word() -> Vec<(&'static str, Vec<u8>)> {
    let sound = testing::docx("# Opening\nThe meeting took note of TD1.");
    let main = |text: &str| {
        let text = format!("{DECLARATION}{text}");
        package(&[("_rels/.rels", &package_relationships("word/document.xml")), ("word/document.xml", &text)])
    };
    vec![
        ("bomb.docx", main(&document(&" ".repeat(4 << 20)))),
        ("doctype.docx", main(&format!("<!DOCTYPE w:document [<!ENTITY a \"b\">]>{}", document("&a;")))),
        ("empty.docx", Vec::new()),
        ("encrypted.docx", compound_file("EncryptedPackage")),
        ("legacy.doc", compound_file("WordDocument")),
        ("malformed.docx", main(&document("cut off").replace("</w:p></w:body>", "</w:body>"))),
        ("missing-main-part.docx", package(&[("_rels/.rels", &package_relationships("word/document.xml"))])),
        ("not-a-zip.docx", b"Dear colleagues,\n\nplease find the report below.\n".to_vec()),
        ("truncated.docx", sound[..sound.len() * 2 / 3].to_vec()),
        ("workbook.xlsx", workbook()),
    ]
}

const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A package of the parts, with content types that name each of them.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut types = format!(
        r#"{DECLARATION}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
    );
    for (part, kind) in [
        ("word/document.xml", "wordprocessingml.document"),
        ("xl/workbook.xml", "spreadsheetml.sheet"),
        ("xl/worksheets/sheet1.xml", "spreadsheetml.worksheet"),
    ] {
        let kind = if part.contains("sheet1") { kind.to_owned() } else { format!("{kind}.main") };
        if parts.iter().any(|(name, _)| *name == part) {
            types += &format!(
                r#"<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/>"#
            );
        }
    }
    types += "</Types>";
    let parts = [("[Content_Types].xml", types.as_str())].into_iter().chain(parts.iter().copied());
    write_package(parts.map(|(name, text)| (name, text.as_bytes()))).expect("writes into memory")
}

fn package_relationships(main: &str) -> String {
    relationships("officeDocument", main)
}

fn relationships(kind: &str, target: &str) -> String {
    format!(
        r#"{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>"#
    )
}

fn document(text: &str) -> String {
    format!(
        r#"<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:body></w:document>"#
    )
}

fn workbook() -> Vec<u8> {
    let book = format!(
        r#"{DECLARATION}<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets><sheet name="Documents" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let sheet = format!(
        r#"{DECLARATION}<worksheet xmlns="{SHEET}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>TD1</t></is></c></row></sheetData></worksheet>"#
    );
    package(&[
        ("_rels/.rels", &package_relationships("xl/workbook.xml")),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &relationships("worksheet", "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

/// The head of an OLE compound file (MS-CFB 2.2) and a directory entry of that name (2.6.1).
fn compound_file(stream: &str) -> Vec<u8> {
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.resize(512, 0);
    for name in ["Root Entry", stream] {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry.resize(128, 0);
        bytes.extend(entry);
    }
    bytes.resize(1024, 0);
    bytes
}
