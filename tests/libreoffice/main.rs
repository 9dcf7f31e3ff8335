//! A template that LibreOffice has saved: it writes other XML than Word, and cuts and decorates tags in its own way.
//!
//! `template.docx` was written by hand with tags that change their letters midway, a bookmark inside one and others
//! in a header and a table, and then saved anew by LibreOffice 7.4 (`soffice --headless --convert-to docx`).

use meeting_model::Language;
use rapporteur_tests::{fixtures::fixture, office};
use report_generator::word::{self, Partials, Template};
use report_generator::{Labels, View};
use word_document::{Limits, outline_text, read};

const TEMPLATE: Template<'_> = Template { name: "template.docx", bytes: include_bytes!("template.docx") };

fn filled() -> Vec<u8> {
    let report = fixture("report-rows").docx();
    let document = meeting_parser::parse(&report, "report.docx", &Limits::default()).unwrap();
    let view = View::of(&document, &Labels::of(Language::English).unwrap());
    let data = minijinja::Value::from(minijinja::value::Serde(&view));
    word::fill(&TEMPLATE, &Partials::none(), &data).unwrap_or_else(|errors| panic!("{errors}"))
}

#[test]
fn a_check_finds_nothing_wrong() {
    let errors = word::check(&TEMPLATE, &Partials::none(), Some(&View::json_schema()));
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn every_tag_is_filled_where_it_stands() {
    let text = outline_text(&read(&filled(), &Limits::default()).unwrap());
    insta::assert_snapshot!(text);
}

/// The schema is not asked: LibreOffice's own parts, which stay as they are, are not all by it.
#[test]
fn the_report_opens_where_its_template_was_made() {
    office::opens("of-libreoffice", &[("of-libreoffice.docx".to_owned(), filled())]);
}
