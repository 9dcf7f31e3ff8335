//! Values, conditions and loops over runs, paragraphs, rows, cells.

use serde_json::json;

use super::{compact, filled, filled_bytes, shown, template};

/// Asserts what templates become with the same data.
fn assert_filled(data: &serde_json::Value, cases: &[(&str, &str)]) {
    for (notation, expected) in cases {
        let found = shown(notation, data);
        assert_eq!(found, *expected, "{notation}");
    }
}

#[test]
fn a_value_takes_the_place_of_its_tag() {
    assert_filled(
        &json!({"name": "Ann & <Bob>", "none": null, "yes": true, "n": 3, "list": ["a", "b"], "lines": "a\nb\tc"}),
        &[
            ("Hello ‹‹ name ››!", "Hello Ann & <Bob>!"),
            ("[‹‹ none ››][‹‹ yes ››][‹‹ n ››][‹‹ list ››]", "[][true][3][a, b]"),
            ("‹‹ lines ››", "a⏎b⇥c"),
            ("‹‹ name|safe ››‹‹ name|upper ››", "Ann & <Bob>ANN & <BOB>"),
            ("‹# gone #›here", "here"),
            ("‹% raw %›‹‹ name ››‹% endraw %›", "{{ name }}"),
            ("‹% set x = n + 1 %›‹‹ x ››", "4"),
        ],
    );
}

#[test]
fn conditions_and_loops_stand_within_a_line() {
    assert_filled(
        &json!({"xs": [1, 2, 3], "a": false}),
        &[
            ("‹% for x in xs %›‹‹ x ››, ‹% endfor %›end", "1, 2, 3, end"),
            ("‹% if a %›yes‹% else %›no‹% endif %›", "no"),
            ("‹% for x in xs if x > 1 %›‹% if loop.first %›(‹% endif %›‹‹ x ››‹% endfor %›)", "(23)"),
            ("A‹% for x in xs %›{b|‹‹ x ››}-‹% endfor %›B", "A1-2-3-B"),
            ("{b|‹% for x in xs %›}a{b|b‹% endfor %›}", "ababab"),
        ],
    );
}

#[test]
fn paragraphs_that_hold_only_statements_leave_nothing() {
    assert_filled(
        &json!({"xs": [1, 2], "a": false}),
        &[
            ("before\n‹% for x in xs %›\n‹‹ x ››\n‹% endfor %›\nafter", "before\n1\n2\nafter"),
            ("‹% if a %›\nyes\n‹% else %›\nno\n‹% endif %›", "no"),
            ("‹%p for x in xs %›\n‹‹ x ››\n‹%p endfor %›", "1\n2"),
            ("‹% for x in xs %›‹‹ x ››\nmore‹% endfor %›", "1\nmore\n2\nmore"),
            ("a ‹% if not a %›b\nc ‹% endif %›d", "a b\nc d"),
            ("a ‹% if a %›b\nc ‹% endif %›d", "a d"),
            ("x\n‹% set y = 1 %›\n‹# note #›\n‹‹ y ››", "x\n1"),
            ("‹% for x in xs %›\n‹% for y in xs %›\n‹‹ x * y ››\n‹% endfor %›\n‹% endfor %›", "1\n2\n2\n4"),
        ],
    );
}

#[test]
fn rows_cells_and_columns_repeat() {
    assert_filled(
        &json!({"xs": [1, 2], "a": false, "none": []}),
        &[
            (
                "| N |\n| ‹% for x in xs %› |\n| ‹‹ x ›› |\n| ‹% endfor %› |\n| end |",
                "table of 1\n|N|\n|1|\n|2|\n|end|",
            ),
            ("| N | M |\n| ‹% for x in xs %›‹‹ x ›› | m‹% endfor %› |", "table of 2\n|N|M|\n|1|m|\n|2|m|"),
            ("| ‹%tr for x in xs %› | |\n| ‹‹ x ›› | m |\n| ‹%tr endfor %› | |", "table of 2\n|1|m|\n|2|m|"),
            (
                "| N | ‹%tc for x in xs %› | ‹‹ x ›› | ‹%tc endfor %› |\n| M | ‹%tc for x in xs %› | ‹‹ x * 2 ›› | ‹%tc endfor %› |",
                "table of 3\n|N|1|2|\n|M|2|4|",
            ),
            ("| N | ‹% for x in xs %› ¶ ‹‹ x ›› ¶ ‹% endfor %› |", "table of 2\n|N|1¶2|"),
            ("| N | ‹% for x in xs %›‹‹ x ›› | b‹% endfor %› |", "table of 5\n|N|1|b|2|b|"),
            ("| ‹% for x in none %› |\n| ‹‹ x ›› |\n| ‹% endfor %› |\nafter", "after"),
            ("| a | ‹% if a %› ¶ b ¶ ‹% endif %› |", "table of 2\n|a||"),
            (
                "| a | ‹% for x in xs %› |\n| b | ‹‹ x ›› |\n| c | ‹% endfor %› |",
                "table of 2\n|a||\n|b|1|\n|c||\n|b|2|\n|c||",
            ),
            (
                "| ‹% for x in xs %›a | ‹‹ x ›› |\n| b | c‹% endfor %› |",
                "table of 2\n|a|1|\n|b|c|\n|a|2|\n|b|c|",
            ),
        ],
    );
}

#[test]
fn how_runs_are_cut_does_not_matter() {
    let notation =
        "A ‹‹ list|join(“, ”) ›› {b|‹% For x in list %›}‹‹\u{a0}x ››{b|‹% Endfor %›}‹% If yes %›!‹% endif %›";
    let data = json!({"list": ["x", "y"], "yes": true});
    let whole = filled(notation, &data);
    assert_eq!(compact(&whole), "A x, y xy!");
    for length in 1..12 {
        let cut = notation.replace('‹', "\\{").replace('›', "\\}");
        let cut = word_document::testing::docx_in_runs(&cut, length);
        assert_eq!(filled_bytes(&cut, &data), whole, "runs of {length}");
    }
}

#[test]
fn capitals_that_word_makes_are_undone() {
    let data = json!({"item": {"title": "T"}, "Upper": 1});
    assert_filled(&data, &[("‹‹ Item.title ›› ‹‹ Upper ››", "T 1")]);
}

#[test]
fn headers_notes_boxes_and_links_are_filled() {
    let notation = "%header H ‹‹ a ››\n%footer F ‹‹ a ››\nx{foot|N ‹‹ a ››}{end|E ‹‹ a ››}{box|B ‹‹ a ››}{sdt|S ‹‹ a ››}{link https://x.org/{{ a }}|L}{field HYPERLINK \"https://y.org/{{ a }}\"|M}";
    let expected = "xS 7LM ‹footnote 1› ‹endnote 2› ‹text box 0› ‹L → https://x.org/7› ‹M → https://y.org/7›\nstory word/document.xml 0 at block 0\nB 7\nstory word/footnotes.xml 1\nN 7\nstory word/endnotes.xml 2\nE 7\nstory word/header1.xml 0\nH 7\nstory word/footer2.xml 0\nF 7";
    assert_eq!(compact(&filled_bytes(&template(notation), &json!({"a": "7"}))), expected);
}

#[test]
fn loops_make_notes_links_and_bookmarks_of_their_own() {
    let notation = "‹% for x in xs %›\n{bm _Ref|‹‹ x ››}{foot|N ‹‹ x ››}{link https://x.org/{{ x }}|L}{anchor _Ref|see}\n‹% endfor %›\n{anchor _Ref|first}";
    let expected = "aLsee ‹bookmark _Ref› ‹footnote 1› ‹L → https://x.org/a› ‹see → #_Ref›\nbLsee ‹bookmark _Ref_2› ‹footnote 2› ‹L → https://x.org/b› ‹see → #_Ref_2›\nfirst ‹first → #_Ref›\nstory word/footnotes.xml 1\nN a\nstory word/footnotes.xml 2\nN b";
    assert_eq!(shown(notation, &json!({"xs": ["a", "b"]})), expected);
}

#[test]
fn macros_print_runs_and_blocks() {
    let data = json!({"xs": ["a", "b"]});
    assert_filled(
        &data,
        &[
            ("‹% macro m(x) %›[{b|‹‹ x ››}]‹% endmacro %›\n1 ‹‹ m(\"z\") ›› 2", "1 [z] 2"),
            (
                "‹% macro m(x) %›\nP ‹‹ x ››\nQ\n‹% endmacro %›\n‹% for x in xs %›\n‹‹ m(x) ››\n‹% endfor %›\nend",
                "P a\nQ\nP b\nQ\nend",
            ),
            ("‹% macro m(x) %›\nP ‹‹ x ››\n‹% endmacro %›\n1 ‹‹ m(\"z\") ›› 2", "1 \nP z\n2"),
            ("‹% set x %›T‹% endset %›‹‹ x ››‹‹ x ~ \"<\" ››", "TT<"),
        ],
    );
}

#[test]
fn rich_values_take_their_place() {
    let data = json!({"t": "one\n\ntwo", "xs": ["a", "b"]});
    assert_filled(
        &data,
        &[
            ("‹‹ t|paragraphs ››", "one\ntwo"),
            ("A ‹‹ \"b\"|bold ›› C", "A b C"),
            ("before ‹‹ xs|bullets ›› after", "before \n«•» a\n«•» b\nafter"),
            ("| ‹‹ xs\\|numbers ›› |", "table of 1\n|«1)» a¶«2)» b|"),
            ("‹‹ \"x\"|link(\"https://e.org/ab\") ››", "x ‹x → https://e.org/ab›"),
        ],
    );
}
