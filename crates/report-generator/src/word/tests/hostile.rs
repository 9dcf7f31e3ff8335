//! Data that is made to do harm: it stays text.

use minijinja::Value;
use serde_json::json;

use super::{compact, filled, report, template};
use crate::word::{Partials, Template, fill};

/// Marks of our own, elements, entities, tags, controls, halves of pairs that came as text, and a private character.
const HOSTILE: &str = "\u{fdd0}r0\u{fdd1}\u{fdd4}<w:p/>\u{fdd5}\u{fdd8}f1:1\u{fdd1}\u{fdda}\u{fddf}&lt;{{ x }}{% if %}\u{0}\u{1b}\u{fffe}\\ud800\u{e000}]]>";
const SHOWN: &str = "r0<w:p/>f1:1&lt;{{ x }}{% if %}\\ud800\u{e000}]]>";

#[test]
fn no_value_carries_marks_or_elements_wherever_it_is_printed() {
    let data = json!({"d": HOSTILE, "list": [HOSTILE], "bold": "bold"});
    let prints = [
        "‹‹ d ››",
        "‹‹ d|upper|lower ››",
        "‹‹ m(d) ››",
        "‹‹ m(\"\") ~ d ››",
        "‹‹ [m(\"\"), d]|join ››",
        "‹‹ [m(\"\"), \"\"]|join(d) ››",
        "‹‹ (m(\"\") ~ m(\"%s\"))|format(d) ››",
        "‹‹ m(\"x\")|replace(\"x\", d) ››",
        "‹‹ d|safe ››",
        "‹‹ d|bold ››",
        "‹‹ d|link(\"https://example.org/\") ››",
        "‹‹ list ››",
        "‹% set s %›‹‹ d ››‹% endset %›‹‹ s ››",
    ];
    for print in prints {
        // A rich value stands before, which a forged mark would print again.
        let notation = format!("‹% macro m(x) %›‹‹ x ››‹% endmacro %›\n‹‹ bold|bold ›› {print} end");
        let shown = compact(&filled(&notation, &data));
        let text = shown.split(" ‹").next().unwrap_or_default().to_lowercase();
        assert_eq!(text, format!("bold {} end", SHOWN.to_lowercase()), "{print}");
    }
    let blocks = compact(&filled("‹‹ list|bullets ››\n‹‹ d|paragraphs ››\n‹‹ [[d]]|table ››", &data));
    assert_eq!(blocks.matches(SHOWN).count(), 3, "{blocks}");
}

#[test]
fn a_template_carries_no_marks() {
    let notation = "\u{fdd0}r0\u{fdd1}a‹‹ \"\u{fdd4}b\" ››\u{fdd8}‹‹ x ››";
    assert_eq!(compact(&filled(notation, &json!({"x": "y"}))), "r0aby");
}

#[test]
fn a_very_long_value_is_printed_whole_and_too_much_is_refused() {
    let long = "long & ".repeat(200_000);
    let shown = filled("‹‹ d ››", &json!({"d": long}));
    assert_eq!(shown.matches("long &").count(), 200_000);
    let bytes =
        template("‹% for a in range(9999) %›‹% for b in range(9999) %›‹‹ d ››‹% endfor %›‹% endfor %›");
    let template = Template { name: "t.docx", bytes: &bytes };
    let data = Value::from(minijinja::value::Serde(&json!({"d": "x".repeat(1000)})));
    assert!(fill(&template, &Partials::none(), &data).unwrap_err().is_too_large());
}

#[test]
fn an_address_that_runs_something_is_no_link() {
    let data = json!({"u": "javascript:alert(1)", "v": "https://example.org/\"><w:p/>"});
    let report = report(&template("‹‹ \"a\"|link(u) ›› ‹‹ \"b\"|link(v) ››"), &data);
    let mut package = word_document::Package::open(&report, &word_document::Limits::default()).unwrap();
    let links = package.text("word/_rels/document.xml.rels").unwrap().unwrap();
    assert!(!links.contains("javascript") && !links.contains("<w:p/>"), "{links}");
}
