//! What else tables of contents gather than headings.

use super::*;

fn field(instruction: &str) -> String {
    sign("begin") + &format!("<w:r><w:instrText>{instruction}</w:instrText></w:r>") + &sign("end")
}

/// A mark as Word writes it: hidden.
fn mark(instruction: &str) -> String {
    field(instruction).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
}

/// The entries that a field has over these paragraphs.
fn entries(instruction: &str, paragraphs: &[String]) -> Vec<String> {
    let contents = p("N", &(begin(instruction) + &r("Old") + &sign("end")));
    let (out, _) = made(&body(&(contents + &paragraphs.concat())));
    let lines = shown(&out);
    let shown = lines[..lines.len() - paragraphs.len()].iter();
    let clean = |line: &String| {
        let line = line.replace('}', "");
        let line = line
            .rsplit_once('|')
            .filter(|_| !line.contains("PAGEREF"))
            .map_or(line.clone(), |(_, text)| text.to_owned());
        line.replace("\\h |", "")
    };
    shown.map(clean).collect()
}

#[test]
fn a_bookmark_bounds_what_is_gathered() {
    let start = r#"<w:bookmarkStart w:id="9" w:name="Part"/>"#.to_owned();
    let end = r#"<w:bookmarkEnd w:id="9"/>"#.to_owned();
    let heading = |text: &str| p("berschrift1", &r(text));
    let text = body(
        &[
            p("N", &(begin("TOC \\o \\n \\b part") + &sign("end"))),
            heading("Before"),
            start,
            heading("First"),
            p("berschrift1", &(r("Last"))),
            p("berschrift1", &(end + &r("After"))),
        ]
        .concat(),
    );
    let lines = shown(&made(&text).0);
    assert_eq!(lines[..2], ["[V1]{TOC \\o \\n \\b part|First", "[V1]Last}"]);
}

#[test]
fn marked_entries_are_gathered_by_table_and_level() {
    let text = [
        p("N", &(r("One") + &mark(" TC &quot;First&quot; \\f C \\l &quot;1&quot; "))),
        p("N", &(mark("TC &quot;Second&quot; \\l 2 \\n") + &mark("TC &quot;A map&quot; \\f M"))),
        p("berschrift1", &r("Heading")),
    ];
    assert_eq!(entries("TOC \\f \\n", &text), ["First", "[toc2]Second"]);
    assert_eq!(entries("TOC \\f m \\n", &text), ["A map"]);
    assert_eq!(entries("TOC \\l 2-2 \\n", &text), ["Second"]);
    assert_eq!(entries("TOC \\o \\f \\n", &text), ["First", "[toc2]Second", "[V1]Heading"]);
    let with_pages = entries("TOC \\f", &text);
    assert_eq!(with_pages[1], "[toc2]Second");
    assert!(with_pages[0].contains("First→{ PAGEREF _Toc100000001"), "{with_pages:?}");
}

#[test]
fn captions_are_gathered_without_their_numbers() {
    let caption = p("N", &(r("Figure ") + &begin("SEQ Figure") + &r("8") + &sign("end") + &r(": Mercury")));
    assert_eq!(entries("TOC \\a figure \\n", std::slice::from_ref(&caption)), ["Mercury"]);
    assert_eq!(entries("TOC \\c figure \\n", &[caption]), ["Figure 8: Mercury"]);
}

#[test]
fn the_number_of_a_sequence_stands_before_the_page() {
    let chapter = |text: &str| p("berschrift1", &(mark("SEQ chapter \\h") + &r(text)));
    let text = [chapter("One"), p("H2", &r("In one")), chapter("Two")];
    let lines = entries("TOC \\o \\s chapter", &text);
    let has = |at: usize, start: &str| assert!(lines[at].contains(start), "{} {start}", lines[at]);
    has(0, "One→1-{ PAGEREF");
    has(1, "In one→1-{ PAGEREF");
    has(2, "Two→2-{ PAGEREF");
    assert!(entries("TOC \\o \\s Chapter \\d &quot;:&quot;", &text)[2].contains("Two→2:{ PAGEREF"));
}

#[test]
fn tabs_and_breaks_stay_where_asked() {
    let text = [p(
        "berschrift1",
        &(r("One") + "<w:r><w:br/></w:r>" + &r("two words") + "<w:r><w:tab/></w:r>" + &r("three")),
    )];
    assert_eq!(entries("TOC \\o \\n", &text), ["One two words three"]);
    assert_eq!(entries("TOC \\o \\n \\x \\w", &text), ["One↵two words→three"]);
}

#[test]
fn entries_that_we_cannot_tell_stay() {
    let heading = p("berschrift1", &r("Heading"));
    let counted = p("berschrift1", &(mark("SEQ chapter \\s 1") + &r("Two")));
    // No such bookmark; a sequence without a number; one that we do not follow.
    assert_eq!(entries("TOC \\o \\b nowhere", std::slice::from_ref(&heading)), ["Old"]);
    assert_eq!(entries("TOC \\o \\s chapter", &[heading]), ["Old"]);
    assert_eq!(entries("TOC \\o \\s chapter", &[counted]), ["Old"]);
}
