//! Rich values made by the filters, in their three forms.

use minijinja::{Environment, Value, context};

use super::{Rich, add_filters};
use crate::word::fragments::{Fragments, StyleKind, Surroundings, WordXml};

fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    add_filters(&mut environment);
    environment
}

/// The value of an expression over some data.
#[track_caller]
fn rich(expression: &str) -> Rich {
    let data = context! {
        text => "One & two\nthree",
        url => "https://example.org/?a=1&b=\"2\"",
        documents => vec![
            context! { shown => "TD1", number => "TD1", url => "https://example.org/1" },
            context! { shown => "(C2)", number => "C2", url => "" },
        ],
        nested => vec![Value::from("a"), Value::from(vec!["b", "c"]), Value::from("d")],
        lines => vec![
            context! { kind => "treatment", label => "", text => "Agreed" },
            context! { kind => "action", label => "Action:", text => "WG1 to" },
            context! { kind => "sub_item", label => "", text => "ask" },
            context! { kind => "sub_item", label => "", text => "tell" },
        ],
        actions => vec![
            context! { id => "A-1", text => "WG1 to", sub_items => vec!["ask", "tell"] },
            context! { id => "", text => "WG2 to write", sub_items => Vec::<String>::new() },
        ],
        rows => vec![context! { number => "TD1", title => "A | B" }, context! { number => "TD2", title => "<C>" }],
    };
    let environment = environment();
    let value = environment.compile_expression(expression).unwrap().eval(data).unwrap();
    value.downcast_object_ref::<Rich>().expect("the filter gives a rich value").clone()
}

fn word_in(expression: &str, around: Surroundings<'_>, fragments: &mut Fragments) -> String {
    match rich(expression).to_word(&around, fragments) {
        WordXml::Inline(xml) | WordXml::Blocks(xml) => xml.replace(r#" xml:space="preserve""#, ""),
    }
}

fn word(expression: &str) -> String {
    word_in(expression, Surroundings::default(), &mut Fragments::default())
}

#[test]
fn text_takes_the_look_of_its_place() {
    let around =
        Surroundings { run_properties: r#"<w:rPr><w:sz w:val="18"/></w:rPr>"#, paragraph_properties: "" };
    assert_eq!(
        word_in("'a\tb' | bold", around, &mut Fragments::default()),
        r#"<w:r><w:rPr><w:b/><w:bCs/><w:sz w:val="18"/></w:rPr><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>"#
            .replace("<w:b/>", "<w:b />")
            .replace("<w:bCs/>", "<w:bCs />")
            .replace("<w:tab/>", "<w:tab />")
    );
}

#[test]
fn every_line_is_a_paragraph() {
    let around =
        Surroundings { paragraph_properties: r#"<w:pPr><w:jc w:val="both"/></w:pPr>"#, run_properties: "" };
    let paragraph =
        |text: &str| format!(r#"<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#);
    let found = word_in("text | paragraphs", around, &mut Fragments::default());
    assert_eq!(found, paragraph("One &amp; two") + &paragraph("three"));
    assert_eq!(rich("text | paragraphs").to_markdown(), "One & two\n\nthree");
    assert_eq!(rich("text | paragraphs").to_html(), "<p>One &amp; two</p>\n<p>three</p>\n");
}

#[test]
fn a_section_ends_with_the_last_of_the_paragraphs() {
    let properties = r#"<w:pPr><w:keepNext/><w:sectPr><w:pgSz w:w="1"/></w:sectPr></w:pPr>"#;
    let around = Surroundings { paragraph_properties: properties, run_properties: "" };
    let found = word_in("text | paragraphs", around, &mut Fragments::default());
    assert_eq!(found.matches("<w:sectPr>").count(), 1, "{found}");
    assert!(found.ends_with(r#"<w:sectPr><w:pgSz w:w="1"/></w:sectPr></w:pPr></w:p>"#), "{found}");
}

#[test]
fn documents_are_links_of_the_part() {
    let mut fragments = Fragments::default();
    let found = word_in("documents | documents", Surroundings::default(), &mut fragments);
    assert!(found.contains(r#"<w:hyperlink r:id="1" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink" /></w:rPr><w:t>TD1</w:t></w:r></w:hyperlink><w:r><w:t>, </w:t></w:r>"#), "{found}");
    assert_eq!(fragments.links_of("").collect::<Vec<_>>(), [("1", "https://example.org/1")]);
    assert!(fragments.styles.added.contains(r#"<w:name w:val="Hyperlink" />"#), "{}", fragments.styles.added);
    assert_eq!(rich("documents | documents").to_markdown(), "[TD1](<https://example.org/1>), (C2)");
    assert_eq!(rich("documents | documents").to_html(), r#"<a href="https://example.org/1">TD1</a>, (C2)"#);
    assert_eq!(rich("documents | documents(separator='; ')").plain(), "TD1; (C2)");
}

#[test]
fn a_script_is_no_address() {
    assert_eq!(rich("'a' | link('javascript:alert(1)')").to_html(), "a");
    assert_eq!(
        rich("'<a>' | link(url)").to_html(),
        r#"<a href="https://example.org/?a=1&amp;b=&quot;2&quot;">&lt;a&gt;</a>"#
    );
}

#[test]
fn a_reference_leads_to_a_bookmark() {
    let found = word("'Annex A' | reference('annex_a')");
    assert!(found.starts_with(r#"<w:hyperlink w:anchor="annex_a" w:history="1">"#), "{found}");
    assert_eq!(rich("'Annex A' | reference('annex_a')").to_markdown(), "[Annex A](<#annex_a>)");
}

#[test]
fn lists_nest_and_restart() {
    let mut fragments = Fragments::default();
    fragments.styles.know(StyleKind::Paragraph, "List Number", "Listennummer");
    let one = word_in("nested | numbers", Surroundings::default(), &mut fragments);
    let two = word_in("nested | numbers", Surroundings::default(), &mut fragments);
    let item = |level: u32, number: u32| {
        format!(
            r#"<w:pPr><w:pStyle w:val="Listennummer" /><w:numPr><w:ilvl w:val="{level}" /><w:numId w:val="{number}" /></w:numPr></w:pPr>"#
        )
    };
    assert_eq!(one.matches(&item(0, 1)).count(), 2, "{one}");
    assert_eq!(one.matches(&item(1, 1)).count(), 2, "{one}");
    assert_eq!(two.matches(&item(0, 2)).count(), 2, "the second list begins anew: {two}");
    assert!(fragments.lists.added_numbers.contains("startOverride"));
    assert_eq!(fragments.lists.added_abstracts.matches("<w:lvl ").count(), 9);
    assert!(fragments.styles.added.is_empty(), "the template has the style");
    assert_eq!(rich("nested | numbers").to_markdown(), "1. a\n   1. b\n   2. c\n2. d");
    assert_eq!(
        rich("nested | bullets").to_html(),
        "<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>\n"
    );
}

#[test]
fn a_list_keeps_the_style_of_its_place_but_not_its_indent() {
    let properties = r#"<w:pPr><w:pStyle w:val="Tabletext"/><w:ind w:left="99"/></w:pPr>"#;
    let around = Surroundings { paragraph_properties: properties, run_properties: "" };
    let found = word_in("'a' | bullets", around, &mut Fragments::default());
    assert!(found.starts_with(r#"<w:p><w:pPr><w:pStyle w:val="Tabletext"/><w:numPr>"#), "{found}");
    assert!(!found.contains("w:ind"), "{found}");
}

#[test]
fn a_table_repeats_its_head_and_takes_the_styles() {
    let mut fragments = Fragments::default();
    fragments.styles.know(StyleKind::Paragraph, "Table_text", "Tabletext");
    fragments.styles.know(StyleKind::Table, "Table Grid", "TableGrid");
    let expression = "rows | table(head=['No.', 'Title'], columns=['number', 'title'])";
    let found = word_in(expression, Surroundings::default(), &mut fragments);
    assert!(found.contains("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"), "{found}");
    assert!(
        found.contains(r#"<w:tblStyle w:val="TableGrid" />"#) && !found.contains("tblBorders"),
        "{found}"
    );
    assert_eq!(found.matches("<w:tc>").count(), 6);
    assert_eq!(found.matches(r#"<w:pStyle w:val="Tabletext" />"#).count(), 4);
    assert_eq!(
        rich(expression).to_markdown(),
        "| No. | Title |\n|---|---|\n| TD1 | A \\| B |\n| TD2 | &lt;C&gt; |"
    );
    assert!(rich(expression).to_html().contains("<tr><td>TD2</td><td>&lt;C&gt;</td></tr>"));
}

#[test]
fn nothing_gives_nothing() {
    for expression in ["missing | paragraphs", "missing | bullets", "[] | table", "[] | documents"] {
        assert_eq!(word(expression), "", "{expression}");
        assert_eq!(rich(expression).to_html(), "", "{expression}");
    }
}

#[test]
fn lines_of_an_item_number_the_points_of_an_action() {
    assert_eq!(rich("lines | lines").to_markdown(), "**Agreed**\n\n**Action:** WG1 to\n\n1. ask\n2. tell");
}

#[test]
fn actions_are_points_and_their_points_count_from_one() {
    assert_eq!(
        rich("actions | actions").to_markdown(),
        "- **A-1:** WG1 to\n  1. ask\n  2. tell\n- WG2 to write"
    );
    let mut fragments = Fragments::default();
    word_in("actions | actions", Surroundings::default(), &mut fragments);
    let second = fragments.lists.added_abstracts.split("<w:abstractNum ").nth(2).unwrap();
    assert!(
        second.contains(r#"<w:lvl w:ilvl="1"><w:start w:val="1" /><w:numFmt w:val="decimal" />"#),
        "{second}"
    );
}
