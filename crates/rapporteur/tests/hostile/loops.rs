//! Definitions that lead back to themselves, or out of the file.

use word_document::testing::{docx, docx_of_xml, part, relationships_to, with_part};

use super::support::{document, text};

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

fn styled(style: &str) -> Vec<u8> {
    docx_of_xml(&format!(
        "<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>styled words</w:t></w:r></w:p>"
    ))
}

#[test]
fn styles_that_are_based_on_one_another_end() {
    let style = |id: &str, based: &str| {
        format!(
            "<w:style w:type='paragraph' w:styleId='{id}'><w:name w:val='{id}'/><w:basedOn w:val='{based}'/><w:link w:val='{based}'/></w:style>"
        )
    };
    let circle = part("styles", &format!("{}{}{}", style("a", "b"), style("b", "a"), style("c", "c")));
    for id in ["a", "b", "c"] {
        assert!(
            text(&document(&with_part(&styled(id), "word/styles.xml", &circle))).contains("styled words")
        );
    }
    let chain: String = (0..50_000).map(|n| style(&format!("s{n}"), &format!("s{}", n + 1))).collect();
    assert!(
        text(&document(&with_part(&styled("s0"), "word/styles.xml", part("styles", &chain))))
            .contains("styled words")
    );
}

#[test]
fn numbering_that_leads_back_to_itself_ends() {
    let numbering = "<w:abstractNum w:abstractNumId='0'><w:numStyleLink w:val='L'/></w:abstractNum>\
        <w:abstractNum w:abstractNumId='1'><w:styleLink w:val='L'/><w:numStyleLink w:val='L'/></w:abstractNum>\
        <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='77'/></w:num>";
    let styles = "<w:style w:type='numbering' w:styleId='L'><w:name w:val='L'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>";
    for id in ["1", "2", "-1", "4294967296"] {
        let numbered = docx_of_xml(&format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val='99'/><w:numId w:val='{id}'/></w:numPr></w:pPr><w:r><w:t>numbered words</w:t></w:r></w:p>"
        ));
        let numbered = with_part(&numbered, "word/numbering.xml", part("numbering", numbering));
        assert!(
            text(&document(&with_part(&numbered, "word/styles.xml", part("styles", styles))))
                .contains("numbered words")
        );
    }
}

#[test]
fn a_list_label_cannot_grow_without_end() {
    let level = format!(
        "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='2147483647'/><w:numFmt w:val='lowerRoman'/><w:lvlText w:val='{}'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>",
        "%1".repeat(10_000)
    );
    let line = "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>words</w:t></w:r></w:p>";
    let numbered =
        with_part(&docx_of_xml(&line.repeat(2_000)), "word/numbering.xml", part("numbering", &level));
    let run = super::support::parse(&numbered);
    assert!(matches!(run.status, 0 | 4), "{}", run.stderr);
    assert!(run.stdout.len() < 50_000_000, "{} bytes of labels", run.stdout.len());
}

#[test]
fn relationships_that_loop_or_lead_out_are_not_followed() {
    let target = |target: &str, mode: &str| {
        format!(
            "<Relationships xmlns='{RELATIONSHIPS}'><Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/header' Target='{target}' {mode}/></Relationships>"
        )
    };
    let body = "<w:p><w:r><w:t>body words</w:t></w:r></w:p><w:sectPr><w:headerReference w:type='default' r:id='rId1'/></w:sectPr>";
    for (to, mode) in [
        ("document.xml", ""),
        ("../../../../etc/passwd", ""),
        ("/etc/passwd", ""),
        ("file:///etc/passwd", "TargetMode='External'"),
        ("http://127.0.0.1:9/header.xml", "TargetMode='External'"),
        ("_rels/document.xml.rels", ""),
    ] {
        let file = with_part(&docx_of_xml(body), "word/_rels/document.xml.rels", target(to, mode));
        let found = document(&file).to_string();
        assert!(found.contains("body words") && !found.contains("root:"), "{to}: {found}");
    }
}

#[test]
fn a_file_embedded_in_itself_ends() {
    let chunk = docx_of_xml("<w:p><w:r><w:t>chunk words</w:t></w:r></w:p><w:altChunk r:id='rId1'/>");
    let relationships = relationships_to(&[("aFChunk", "/word/chunk.docx")]);
    let mut file = with_part(&chunk, "word/_rels/document.xml.rels", &relationships);
    for _ in 0..12 {
        let inner = file.clone();
        file = with_part(
            &with_part(&chunk, "word/_rels/document.xml.rels", &relationships),
            "word/chunk.docx",
            inner,
        );
    }
    assert!(text(&document(&file)).contains("chunk words"));
}

#[test]
fn fields_and_notes_that_never_end_are_closed() {
    let begin = "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>REF a</w:instrText></w:r>".repeat(5_000);
    assert!(
        text(&document(&docx_of_xml(&format!(
            "<w:p>{begin}<w:r><w:t>after</w:t></w:r></w:p><w:p><w:r><w:t>below</w:t></w:r></w:p>"
        ))))
        .contains("below")
    );
    let notes = part(
        "footnotes",
        "<w:footnote w:id='2'><w:p><w:r><w:t>note</w:t><w:footnoteReference w:id='2'/></w:r></w:p></w:footnote>",
    );
    let file = with_part(&docx("a{foot|F}"), "word/footnotes.xml", notes);
    assert!(document(&file).to_string().contains("rapporteur/document/1"));
}
