//! Small texts with tables of contents.

mod gathered;
mod numbers;

use super::*;
use crate::word::resources::{lists, styles};

const STYLES: &str = r#"<w:styles><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="N"/></w:style><w:style w:type="paragraph" w:styleId="Annex"><w:name w:val="Annex Title"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="V1"><w:name w:val="toc 1"/></w:style></w:styles>"#;

fn p(style: &str, inner: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inner}</w:p>"#)
}

fn r(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

fn sign(kind: &str) -> String {
    format!(r#"<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>"#)
}

fn begin(instruction: &str) -> String {
    format!("{}<w:r><w:instrText>{instruction}</w:instrText></w:r>{}", sign("begin"), sign("separate"))
}

fn body(inner: &str) -> String {
    format!("<w:document><w:body>{inner}</w:body></w:document>")
}

/// The text made again, and the styles that were added.
fn made(text: &str) -> (String, String) {
    made_with(text, STYLES, ListLabels::default())
}

fn made_with(text: &str, all_styles: &str, labels: ListLabels<'_>) -> (String, String) {
    let mut fragments = Fragments::new("rId".to_owned(), styles(all_styles), lists(""));
    let out = rebuilt(text, &[all_styles], labels, &mut fragments).unwrap();
    assert!(xml::parse(&out).is_ok(), "{out}");
    (out, fragments.styles.added)
}

/// Texts of paragraphs with their styles, fields and all.
fn shown(text: &str) -> Vec<String> {
    fn texts(element: &Element<'_>, out: &mut String) {
        match &*element.name {
            "w:pStyle" => *out += &format!("[{}]", element.attribute("w:val").unwrap()),
            "w:t" | "w:instrText" => *out += &lines::text_of(element),
            "w:br" => out.push('↵'),
            "w:tab" if element.attribute("w:val").is_none() => out.push('→'),
            "w:fldChar" => out.push(match element.attribute("w:fldCharType") {
                Some("begin") => '{',
                Some("separate") => '|',
                _ => '}',
            }),
            _ => {}
        }
        element.elements().for_each(|child| texts(child, out));
    }
    fn paragraphs(element: &Element<'_>, out: &mut Vec<String>) {
        if element.is("w:p") {
            let mut text = String::new();
            texts(element, &mut text);
            return out.push(text);
        }
        element.elements().for_each(|child| paragraphs(child, out));
    }
    let part = xml::parse(text).unwrap();
    let mut out = Vec::new();
    paragraphs(&part.root, &mut out);
    out
}

#[test]
fn entries_are_made_of_the_headings_that_there_are() {
    let old = p("V1", &(begin(" TOC \\o &quot;1-3&quot; \\h \\z \\u ") + &r("Old entry")));
    let more = p("V1", &r("Another old entry"));
    let end = p("N", &sign("end"));
    let text = body(
        &[
            old,
            more,
            end,
            p("berschrift1", &r("Opening &amp; welcome")),
            p("N", &r("Ordinary")),
            p("H2", &(r("Agenda ") + &r("of the day"))),
            format!("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", p("Annex", &r("In a table"))),
            p("H2", ""),
        ]
        .concat(),
    );
    let (out, added) = made(&text);
    assert_eq!(
        shown(&out),
        [
            "[V1]{ TOC \\o \"1-3\" \\h \\z \\u |Opening & welcome→{ PAGEREF _Toc100000001 \\h |}",
            "[toc2]Agenda of the day→{ PAGEREF _Toc100000002 \\h |}",
            "[V1]In a table→{ PAGEREF _Toc100000003 \\h |}",
            "[N]}",
            "[berschrift1]Opening & welcome",
            "[N]Ordinary",
            "[H2]Agenda of the day",
            "[Annex]In a table",
            "[H2]",
        ]
    );
    assert!(out.contains(r#"<w:hyperlink w:anchor="_Toc100000002" w:history="1">"#), "{out}");
    assert!(out.contains(r#"<w:bookmarkStart w:id="1" w:name="_Toc100000001"/>"#), "{out}");
    assert!(added.contains(r#"w:styleId="toc2"><w:name w:val="toc 2"/><w:basedOn w:val="N"/>"#), "{added}");
    // Made again from what was made, nothing changes.
    assert_eq!(made(&out).0, out);
}

#[test]
fn a_field_in_one_paragraph_grows_and_keeps_what_stands_around_it() {
    let toc = p(
        "N",
        &(r("Contents: ")
            + &begin("TOC \\t &quot;Annex title,2&quot; \\n")
            + &r("Refresh me")
            + &sign("end")
            + &r("after")),
    );
    let own = r#"<w:bookmarkStart w:id="7" w:name="_Toc55"/>"#;
    let annex = p("Annex", &format!("{own}{}", r("Annex A")));
    let text = body(&format!(
        "<w:sdt><w:sdtContent>{toc}</w:sdtContent></w:sdt>{annex}{}",
        p("berschrift1", &r("No"))
    ));
    let (out, added) = made(&text);
    let expected = [
        "[toc2]Contents: {TOC \\t \"Annex title,2\" \\n|Annex A",
        "[N]}after",
        "[Annex]Annex A",
        "[berschrift1]No",
    ];
    assert_eq!(shown(&out), expected);
    assert!(added.contains("toc 2") && !out.contains("_Toc100000001"), "{out}");
}

#[test]
fn tables_of_figures_gather_their_sequence() {
    let caption = |text: &str| {
        p("N", &(r("Figure ") + &begin(" SEQ Figure \\* ARABIC ") + &r("1") + &sign("end") + &r(text)))
    };
    let simple = p(
        "N",
        &(r("Table ")
            + r#"<w:fldSimple w:instr=" SEQ Table "><w:r><w:t>4</w:t></w:r></w:fldSimple>"#
            + &r(": x")),
    );
    let tables = begin(" TOC \\h \\c &quot;Table&quot; ") + &sign("end");
    let figures = begin(" TOC \\c &quot;Figure&quot; ") + &sign("end");
    let (out, _) = made(&body(&(p("N", &figures) + &p("N", &tables) + &caption(": a sensor") + &simple)));
    let lines = shown(&out);
    assert_eq!(
        lines[0],
        "[tableoffigures]{ TOC \\c \"Figure\" |Figure 1: a sensor→{ PAGEREF _Toc100000001 \\h |}}"
    );
    assert_eq!(
        lines[1],
        "[tableoffigures]{ TOC \\h \\c \"Table\" |Table 4: x→{ PAGEREF _Toc100000002 \\h |}}"
    );
}

#[test]
fn a_table_without_headings_is_empty_and_one_that_we_cannot_follow_stays() {
    let (out, _) = made(&body(&(p("N", &(begin("TOC \\o") + &r("Old") + &sign("end"))))));
    assert_eq!(shown(&out), ["[N]{TOC \\o|}"]);
    let mut fragments = Fragments::new(String::new(), styles(STYLES), lists(""));
    for text in [
        body(&p("N", &(begin("TOC \\c \\o") + &r("Old") + &sign("end")))),
        body(&p("N", &r("TOC"))),
        body(&p("N", &begin("TOC \\o"))),
    ] {
        assert_eq!(rebuilt(&text, &[STYLES], ListLabels::default(), &mut fragments), None, "{text}");
    }
}

#[test]
fn unmatched_bookmarks_outlive_the_old_entries() {
    let old = begin("TOC \\o") + r#"<w:bookmarkStart w:id="3" w:name="x"/>"# + &r("Old") + &sign("end");
    let text = body(&(p("N", &old) + &p("berschrift1", &(r("A") + r#"<w:bookmarkEnd w:id="3"/>"#))));
    let (out, _) = made(&text);
    assert_eq!(
        (out.matches(r#"w:id="3" w:name="x""#).count(), out.matches(r#"<w:bookmarkEnd w:id="3""#).count()),
        (1, 1)
    );
}
