//! A meeting's folder of any size, made up: for the tests and the bench of `rapporteur batch`.
//!
//! The same number of documents gives the same bytes. Every document is a Word file with the parts that real ones have: a
//! cover table, headings, prose cut into runs, tables, a large part of styles and a picture. It has as much markup, too: in
//! 49 documents of ITU that were looked at, Word had written 190 to 270 bytes for each run, 8 to 23 for each byte of
//! text, and 84 to 110 KB in the parts beside the text. Temporary documents are written over one template and have the same
//! styles; members write contributions over files of their own.

mod prose;
mod random;
mod words;

use std::io;
use std::path::{Path, PathBuf};

use word_document::{Limits, Package, testing, write_package};

use prose::Prose;
use random::Random;

/// So many documents of each hundred lie together in an archive.
const ARCHIVED: usize = 2;

/// A file of the folder: its path below it, and its bytes.
pub struct MadeFile {
    /// With `/` between names.
    pub path: String,
    /// What stands in it.
    pub bytes: Vec<u8>,
}

/// Writes a folder of so many documents.
///
/// # Errors
/// Where the folder cannot be written to.
pub fn write(folder: &Path, documents: usize) -> io::Result<()> {
    for file in files(documents) {
        let path: PathBuf = folder.join(&file.path);
        std::fs::create_dir_all(path.parent().unwrap_or(folder))?;
        std::fs::write(path, file.bytes)?;
    }
    Ok(())
}

/// The files of a folder of so many documents, one after the other.
pub fn files(documents: usize) -> impl Iterator<Item = MadeFile> {
    (0..documents.div_ceil(100)).flat_map(move |hundred| hundred_files(hundred, documents))
}

fn hundred_files(hundred: usize, documents: usize) -> Vec<MadeFile> {
    let range = hundred * 100..documents.min(hundred * 100 + 100);
    let archived = if range.len() == 100 { ARCHIVED } else { 0 };
    let mut made: Vec<_> = range.map(|at| document(at, documents)).collect();
    let inside = made.split_off(made.len() - archived);
    let loose = made.into_iter().map(|(name, bytes)| {
        let path = format!("part-{:02}/{name}", hundred % 10);
        MadeFile { path, bytes }
    });
    loose.chain((archived > 0).then(|| archive(hundred, &inside))).collect()
}

fn archive(hundred: usize, documents: &[(String, Vec<u8>)]) -> MadeFile {
    let parts = documents.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let bytes = write_package(parts).expect("writing into memory does not fail");
    MadeFile { path: format!("archives/bundle-{hundred:03}.zip"), bytes }
}

/// The document at a place of the register, with its file name.
///
/// # Panics
/// Never: what the notation gives is a sound package.
pub fn document(at: usize, documents: usize) -> (String, Vec<u8>) {
    let mut random = Random::new(at as u64 + 1);
    let (name, source, template) = {
        let mut prose = Prose::new(&mut random, at, documents);
        (prose.file_name(), prose.source(), if prose.is_contribution() { at + 1 } else { 0 })
    };
    (name, furnished(&testing::docx(&source), template, &mut random))
}

/// The parts that Word adds to every file: many styles, and the emblem of the cover.
fn furnished(docx: &[u8], template: usize, random: &mut Random) -> Vec<u8> {
    let mut package = Package::open(docx, &Limits::default()).expect("the notation gives a package");
    let styles = package.text("word/styles.xml").expect("a sound package").expect("there are styles");
    let styles = styles.replace("</w:styles>", &format!("{}</w:styles>", spare_styles(template)));
    let docx = testing::with_part(docx, "word/styles.xml", styles);
    let text = package.text("word/document.xml").expect("a sound package").expect("there is a text");
    let docx = testing::with_part(&docx, "word/document.xml", dressed(&text));
    let picture: Vec<u8> = (0..9_000 + random.below(16_000)).map(|_| random.below(256) as u8).collect();
    testing::with_part(&docx, "word/media/image1.png", picture)
}

/// The text with what Word writes beside it: who changed a paragraph when, and fonts and language of every second run.
fn dressed(document: &str) -> String {
    const RUN: &str = "<w:r><w:t";
    const PLAIN: &str = r#"<w:r w:rsidRPr="00AB3F10"><w:t"#;
    const DRESSED: &str = r#"<w:r w:rsidRPr="00AB3F10"><w:rPr><w:rFonts w:asciiTheme="majorBidi" w:hAnsiTheme="majorBidi" w:cstheme="majorBidi"/><w:szCs w:val="24"/><w:lang w:val="en-GB"/></w:rPr><w:t"#;
    const PARAGRAPH: &str = r#"<w:p w14:textId="77777777" w:rsidR="00823F68" w:rsidRDefault="00C95FC6" w:rsidP="00C9C3B9" w14:paraId="#;
    let document = document.replace("<w:p w14:paraId=", PARAGRAPH);
    let mut pieces = document.split(RUN);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for (at, piece) in pieces.enumerate() {
        out += if at % 2 == 0 { DRESSED } else { PLAIN };
        out += piece;
    }
    out
}

/// Styles that no paragraph uses, with the mark that Word leaves where a template was changed.
fn spare_styles(template: usize) -> String {
    let style = |at: usize| {
        format!(
            r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="Spare{at}"><w:name w:val="Spare {at}"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="{}"/><w:qFormat/><w:rsid w:val="{:08X}"/><w:pPr><w:keepNext/><w:spacing w:before="{}" w:after="60"/><w:ind w:left="{}" w:hanging="360"/></w:pPr><w:rPr><w:b/><w:sz w:val="{}"/><w:lang w:val="en-GB"/></w:rPr></w:style>"#,
            at % 99,
            0x0060_0000 + template * 7_919,
            at * 10 % 240,
            at * 20 % 1440,
            16 + at % 20
        )
    };
    (0..250).map(style).collect()
}
