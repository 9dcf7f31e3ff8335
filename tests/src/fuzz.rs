//! What is tried with bytes that nobody chose: the targets of the fuzzer, which `tests/replay.rs` runs over all that it has found.
//!
//! Each panics where something holds no longer; that it ends, in bounded memory, is the fuzzer's own check.

use std::sync::LazyLock;

use meeting_model::{Document, Language, NumberGrammar};
use meeting_parser::Limits;
use minijinja::Value;
use report_generator::text::{self, TextPartials, TextTemplate};
use report_generator::word::{self, Partials, Template};
use report_generator::{Labels, View};
use word_document::testing::{docx, docx_of_xml};

/// A target by its name, which is also that of its folder of inputs.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: [Target; 7] = [
    ("package", package),
    ("tree", tree),
    ("parse", parse),
    ("document_numbers", document_numbers),
    ("dates", dates),
    ("text_template", text_template),
    ("word_template", word_template),
];

/// Small enough that an input is done within milliseconds.
fn limits() -> Limits {
    Limits { part_size: 4 << 20, total_size: 8 << 20, pieces: 50_000, ..Limits::default() }
}

/// Any bytes as a Word file.
pub fn package(bytes: &[u8]) {
    if let Ok(document) = meeting_parser::parse(bytes, "fuzz.docx", &limits()) {
        survives_json(&document);
    }
}

/// Text as the markup of a Word file's body: the tree is read the same twice.
///
/// # Panics
/// Where it is not.
pub fn tree(bytes: &[u8]) {
    let Ok(markup) = str::from_utf8(bytes) else { return };
    let file = docx_of_xml(markup);
    let outline =
        || word_document::read(&file, &limits()).map(|tree| word_document::outline_text(&tree)).ok();
    assert_eq!(outline(), outline());
}

/// Text as the markup of a Word file's body: its data survive being written and read.
pub fn parse(bytes: &[u8]) {
    let Ok(markup) = str::from_utf8(bytes) else { return };
    if let Ok(document) = meeting_parser::parse(&docx_of_xml(markup), "fuzz.docx", &limits()) {
        survives_json(&document);
    }
}

fn survives_json(document: &Document) {
    let json = serde_json::to_string(document).expect("a document is JSON");
    let back: Document = serde_json::from_str(&json).expect("its own JSON is a document");
    assert!(*document == back, "{json}");
}

/// A line of text with document numbers: each is where it says, in order, and is read back from how it is written.
///
/// # Panics
/// Where one is not.
pub fn document_numbers(bytes: &[u8]) {
    let Ok(line) = str::from_utf8(bytes) else { return };
    let mut end = 0;
    for found in NumberGrammar::english().find(line) {
        assert!(found.range.start >= end && line.get(found.range.clone()).is_some(), "{found:?}");
        end = found.range.end;
        let written = found.number.to_string();
        let back = NumberGrammar::english().parse(&written);
        assert_eq!(
            back.map(|back| back.number.to_string()).as_deref().ok(),
            Some(written.as_str()),
            "{found:?}"
        );
    }
    if let Ok(name) = line.parse::<meeting_model::FileName>() {
        assert!(!name.number.to_string().is_empty());
    }
}

/// Text with dates, in each language, where dates are looked for.
///
/// # Panics
/// Where a meeting ends before it begins.
pub fn dates(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let text: String = text.chars().filter(|letter| !"{}|¶%\\\n\r".contains(*letter)).collect();
    let file = docx(&format!(
        "%core title Report of the meeting {text}\n# 1 Future meetings\nThe next meeting will be held {text}."
    ));
    if let Ok(document) = meeting_parser::parse(&file, "fuzz.docx", &limits()) {
        for meeting in &document.meetings {
            if let (Some(start), Some(end)) = (meeting.start_date, meeting.end_date) {
                assert!(start <= end, "{meeting:?}");
            }
        }
    }
}

/// The data that templates are filled with.
static DATA: LazyLock<Value> = LazyLock::new(|| {
    let file = docx("# 1 Opening\nThe agenda in TD1 was approved.\nAction: Ann to write TD2 by 3 May 2026.");
    let document = meeting_parser::parse(&file, "data.docx", &Limits::default()).expect("a sound file");
    let labels = Labels::of(Language::English).expect("the labels are whole");
    Value::from(minijinja::value::Serde(View::of(&document, &labels)))
});

/// Text as a template of each text form.
pub fn text_template(bytes: &[u8]) {
    let Ok(source) = str::from_utf8(bytes) else { return };
    for name in ["fuzz.md.j2", "fuzz.html.j2", "fuzz.txt.j2"] {
        let _ = text::fill(&TextTemplate { name, source }, &TextPartials::new(), &DATA);
    }
}

/// Text as the markup of a Word template's body: what a sound one gives is a Word file.
///
/// # Panics
/// Where it is not.
pub fn word_template(bytes: &[u8]) {
    let Ok(markup) = str::from_utf8(bytes) else { return };
    let file = docx_of_xml(markup);
    let template = Template { name: "fuzz.docx", bytes: &file };
    let errors = word::check(&template, &Partials::none(), None);
    match word::fill(&template, &Partials::none(), &DATA) {
        Ok(filled) if word_document::read(&file, &Limits::default()).is_ok() => {
            word_document::read(&filled, &Limits::default()).expect("what was filled can be read");
        }
        Ok(_) => {}
        Err(failed) => assert!(!failed.to_string().is_empty()),
    }
    drop(errors);
}
