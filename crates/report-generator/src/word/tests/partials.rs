//! Word files that a template includes.

use minijinja::Value;
use serde_json::json;
use word_document::{Limits, outline_text, read};

use super::{compact, template};
use crate::word::{Partials, Template, fill};

fn included(main: &str, partial: &str, data: &serde_json::Value) -> Result<String, String> {
    let (main, partial) = (template(main), template(partial));
    let partials = Partials::none().with("part.docx", &partial);
    let template = Template { name: "main.docx", bytes: &main };
    let report = fill(&template, &partials, &Value::from(minijinja::value::Serde(data)))
        .map_err(|errors| errors.to_string())?;
    let document = read(&report, &Limits::default()).unwrap();
    assert_eq!(document.oddities, []);
    Ok(outline_text(&document))
}

#[test]
fn blocks_come_with_their_lists_links_pictures_and_styles() {
    let main = "%list 3 decimal %1.\n{num 3.0}Main\n‹% include \"part.docx\" %›\n{num 3.0}Main again";
    let partial = "%list 3 upperLetter (%1)\n{style Own}Styled ‹‹ a ››\n{num 3.0}Part\n{link https://part.example/|L} {pic P}\n| x | ‹‹ a ›› |";
    let shown = included(main, partial, &json!({"a": "7"})).unwrap();
    for words in [
        "«1.» Main",
        "[Own] Styled 7",
        "«(A)» Part",
        "‹L → https://part.example/›",
        "«2.» Main again",
        "column 1",
    ] {
        assert!(shown.contains(words), "{words} is not in\n{shown}");
    }
}

#[test]
fn a_partial_sees_the_names_around_it_and_is_included_in_every_turn() {
    let main = "‹% for x in xs %›\n‹% include \"part.docx\" %›\n‹% endfor %›\nend";
    let shown = included(main, "P ‹‹ x ››\nQ", &json!({"xs": ["a", "b"]})).unwrap();
    assert_eq!(compact(&shown), "P a\nQ\nP b\nQ\nend");
}

#[test]
fn an_error_in_a_partial_names_it() {
    let error = included("‹% include \"part.docx\" %›", "fine\n‹‹ a.b. ››", &json!({})).unwrap_err();
    assert!(error.starts_with("part.docx: word/document.xml, paragraph 2 \"{{ a.b. }}\""), "{error}");
    let error = included("x ‹% include \"prt.docx\" %›", "fine", &json!({})).unwrap_err();
    assert!(error.starts_with("main.docx: word/document.xml, paragraph 1"), "{error}");
}
