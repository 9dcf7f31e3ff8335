//! Entries of numbered headings.

use super::*;

const NUMBERED: &str = r#"<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="H3"><w:name w:val="heading 3"/></w:style><w:style w:type="paragraph" w:styleId="V1"><w:name w:val="toc 1"/></w:style>"#;

fn level(at: usize, inner: &str) -> String {
    format!(r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/>{inner}</w:lvl>"#)
}

/// Entries of a table of contents over these paragraphs, by lists whose second restarts the first.
fn entries(levels: &[&str], paragraphs: &[String]) -> Vec<String> {
    let levels: String = levels.iter().enumerate().map(|(at, inner)| level(at, inner)).collect();
    let lists = format!(
        r#"<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"#
    );
    let part = |root, inner: &str| word_document::testing::part(root, inner);
    let (styles, lists) = (part("styles", NUMBERED), part("numbering", &lists));
    let labels = ListLabels::new(&styles, &lists).unwrap();
    let contents = p("V1", &(begin("TOC \\o \\n") + &r("Old") + &sign("end")));
    let text = body(&(contents + &paragraphs.concat()));
    let (out, _) = made_with(&text, &format!("<w:styles>{NUMBERED}</w:styles>"), labels);
    let lines = shown(&out);
    let entries = lines[..lines.len() - paragraphs.len()].iter();
    entries.map(|line| line.replace("{TOC \\o \\n|", "").replace('}', "")).collect()
}

fn numbered(style: &str, list: &str, level: &str, text: &str) -> String {
    let list = format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"#);
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{list}</w:pPr>{}</w:p>"#, r(text))
}

const PLAIN: &str = r#"<w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/>"#;
const SECOND: &str = r#"<w:numFmt w:val="decimal"/><w:pStyle w:val="H2"/><w:lvlText w:val="%1.%2"/>"#;

#[test]
fn a_number_stands_before_a_tab_as_word_writes_it() {
    let text = [
        p("H1", &r("One")),
        p("H2", &r("Two")),
        p("H2", &r("Three")),
        p("H1", &r("Four")),
        p("H2", &r("Five")),
    ];
    assert_eq!(
        entries(&[PLAIN, SECOND], &text),
        ["[V1]1→One", "[toc2]1.1→Two", "[toc2]1.2→Three", "[V1]2→Four", "[toc2]2.1→Five"]
    );
}

#[test]
fn lists_restart_and_paragraphs_leave_them() {
    let text = [
        p("H1", &r("a")),
        p("H1", &r("b")),
        numbered("H1", "2", "0", "restarted"),
        numbered("H1", "0", "0", "unnumbered"),
        numbered("N", "2", "0", "no heading"),
        numbered("H3", "2", "1", "by itself"),
        p("H1", &r("c")),
    ];
    assert_eq!(
        entries(&[PLAIN, SECOND], &text),
        ["[V1]1→a", "[V1]2→b", "[V1]1→restarted", "[V1]unnumbered", "[toc3]2.1→by itself", "[V1]3→c"]
    );
}

#[test]
fn what_follows_the_number_follows_it_in_the_entry() {
    for (suffix, expected) in [("tab", "§1→a"), ("space", "§1 a"), ("nothing", "§1a")] {
        let level =
            format!(r#"<w:numFmt w:val="decimal"/><w:suff w:val="{suffix}"/><w:lvlText w:val="§%1"/>"#);
        assert_eq!(entries(&[&level], &[p("H1", &r("a"))]), [format!("[V1]{expected}")]);
    }
}

#[test]
fn hidden_numbers_count_and_are_not_printed() {
    let hidden = format!("{PLAIN}<w:rPr><w:vanish/></w:rPr>");
    let text = [p("H1", &r("a")), p("H2", &r("b"))];
    assert_eq!(entries(&[&hidden, SECOND], &text), ["[V1]a", "[toc2]1.1→b"]);
    let empty = r#"<w:numFmt w:val="none"/><w:lvlText w:val=""/>"#;
    assert_eq!(entries(&[empty], &text[..1]), ["[V1]a"]);
}

#[test]
fn deleted_headings_take_no_number() {
    let gone = r#"<w:p><w:pPr><w:pStyle w:val="H1"/><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr><w:del w:id="2" w:author="A"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"#;
    assert_eq!(entries(&[PLAIN], &[gone.to_owned(), p("H1", &r("a"))]), ["[V1]1→a"]);
}

#[test]
fn the_tab_after_a_typed_number_stays() {
    let tab = "<w:r><w:tab/></w:r>";
    let text = [
        p("H3", &(r("1.1") + tab + &r("Scope ") + tab + &r("of it"))),
        p("H3", &(r("No number") + tab + &r("here"))),
    ];
    assert_eq!(entries(&[PLAIN], &text), ["[toc3]1.1→Scope of it", "[toc3]No number here"]);
}
