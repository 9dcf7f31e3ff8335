//! What is wrong with templates, and where.

use serde_json::json;

use super::template;
use crate::word::{Partials, Template, check, names};

fn errors(notation: &str) -> Vec<String> {
    let schema = json!({
        "type": "object",
        "properties": {
            "meeting": {"type": "object", "properties": {"place": {"type": "string"}, "date": {"type": "string"}}},
            "items": {"type": "array", "items": {"type": "object", "properties": {
                "title": {"type": "string"}, "documents": {"type": "array", "items": {"type": "string"}}
            }}}
        }
    });
    let bytes = template(notation);
    let found = check(&Template { name: "t.docx", bytes: &bytes }, &Partials::none(), Some(&schema));
    found.iter().map(|error| error.to_string().replace("t.docx: word/", "")).collect()
}

#[test]
fn all_errors_are_found_at_once_with_their_places() {
    let found = errors(
        "Hello ‹‹ meeting.plaze ›› there\n‹‹ meeting. ››\n| a | ‹‹ items\\|sorted ›› |\n‹% if meeting %›\n‹% for x in items %›\n‹‹ x.titel ››\n‹% endif %›\n‹‹ a ›\n%header ‹% fro x in items %›",
    );
    let expected = [
        "document.xml, paragraph 1 \"Hello {{ meeting.plaze }} there\": the data has no meeting.plaze (did you mean meeting.place?)",
        "document.xml, paragraph 2 \"{{ meeting. }}\": the tag does not follow the grammar: unexpected end of input, expected identifier or integer",
        "document.xml, table 1 row 1 cell 2 \"{{ items|sorted }}\": there is no filter sorted (did you mean sort?)",
        "document.xml, paragraph 4 \"{% for x in items %}\": for is not closed: no endfor follows before {% endif %} in word/document.xml, paragraph 6",
        "document.xml, paragraph 5 \"{{ x.titel }}\": the data has no x.titel (did you mean x.title?)",
        "document.xml, paragraph 7 \"{{ a }\": the tag is closed by one brace only, not by }}",
        "header1.xml, paragraph 1 \"{% fro x in items %}\": there is no statement fro (did you mean for?)",
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_stands_askew_is_told_with_both_places() {
    let found = errors("a ‹% if meeting %› b\n| x ‹% endif %› y | z |\n\\{ \\{ meeting \\}\\}");
    let expected = [
        "document.xml, paragraph 1 \"a {% if meeting %} b\": what stands between it and {% endif %} in word/document.xml, table 1 row 1 cell 1 begins and ends in different surroundings: give each a paragraph or a row of its own",
        "document.xml, paragraph 2 \"{ { meeting }}\": a space stands between the two signs of a tag's brace",
        "document.xml, paragraph 2 \"{ { meeting }}\": }} closes no tag",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_sound_template_has_no_errors() {
    let sound = "‹‹ Meeting.place ››‹% for i in items|sort(attribute=\"title\") %›‹% set t = i.title %›‹‹ t|upper ››‹‹ loop.index ››‹% for d in i.documents %›‹‹ d ››‹% endfor %›‹% endfor %›‹‹ range(3) ››‹‹ other|default(1) ››‹% for o in meeting.others|default([]) %›‹‹ o.name ››‹% endfor %›‹% if other is defined %›x‹% endif %›‹% macro m(a, b=1) %›‹‹ a ~ b ››‹% endmacro %›‹‹ m(1) ››";
    assert_eq!(errors(sound), Vec::<String>::new());
}

#[test]
fn names_are_nested_and_followed_through_loops() {
    let bytes = template(
        "%header ‹‹ group ››\n‹% for i in items %›‹‹ i.title ››‹% for d in i.documents %›‹‹ d.number ››‹% endfor %›‹% endfor %›‹% set m = meeting %›‹‹ m.place.city ››",
    );
    let names = names(&Template { name: "t.docx", bytes: &bytes }).unwrap();
    let expected = json!({
        "group": {},
        "items": {"list": true, "fields": {"documents": {"list": true, "fields": {"number": {}}}, "title": {}}},
        "meeting": {"fields": {"place": {"fields": {"city": {}}}}}
    });
    assert_eq!(serde_json::to_value(&names).unwrap(), expected);
}
