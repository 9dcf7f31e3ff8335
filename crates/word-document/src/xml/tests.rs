use super::*;

const W: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' \
                 xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' \
                 xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'";

/// Names of the children of the root, as `next_child` gives them without entering any.
fn children(inner: &str) -> Vec<String> {
    let text = format!("<w:r {W}>{inner}</w:r>");
    let mut cursor = Cursor::new(&text, "part", 50);
    let root = cursor.root().unwrap();
    let mut names = Vec::new();
    while let Some(child) = cursor.next_child(&root).unwrap() {
        names.push(child.name().to_owned());
    }
    names
}

#[test]
fn children_that_are_not_entered_are_passed_over() {
    assert_eq!(children("<w:a><w:b><w:c/></w:b></w:a><w:d/>text<w:e></w:e>"), ["a", "d", "e"]);
}

#[test]
fn alternate_content_gives_the_known_choice_once() {
    let known = "<mc:AlternateContent><mc:Choice Requires='wps'><w:a/></mc:Choice>\
                 <mc:Choice Requires='wps'><w:b/></mc:Choice><mc:Fallback><w:c/></mc:Fallback></mc:AlternateContent>";
    assert_eq!(children(known), ["a"]);
    let unknown = known.replace("'wps'", "'unheard'");
    assert_eq!(children(&format!("{unknown}<w:z/>")), ["c", "z"]);
}

#[test]
fn alternate_content_nests_inside_a_branch() {
    let inner = "<mc:AlternateContent><mc:Fallback><w:x/></mc:Fallback></mc:AlternateContent>";
    let outer = format!(
        "<mc:AlternateContent><mc:Choice Requires='wps'>{inner}<w:y/></mc:Choice></mc:AlternateContent>"
    );
    assert_eq!(children(&outer), ["x", "y"]);
}

#[test]
fn the_prefix_does_not_matter_and_strict_names_are_the_same() {
    let text = "<document xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main'>\
                <x:p xmlns:x='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/><x:p/></document>";
    let mut cursor = Cursor::new(text, "part", 50);
    let root = cursor.root().unwrap();
    assert!(root.is("document"));
    assert!(cursor.next_child(&root).unwrap().unwrap().is("p"));
    assert_eq!(cursor.next_child(&root).unwrap().unwrap().namespace(), Namespace::Other);
}

#[test]
fn namespaces_hold_wherever_they_are_declared() {
    const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let text = format!(
        "<w:r xmlns:w='{WORD}'>xmlns <w:a/><x:b/>xmlns xmlns<x:c w:id='1' xmlns:x='{WORD}'/> <x:d/>\
         <y:e xmlns:y='{WORD}'>xmlns:z<y:f/></y:e><y:g/><w:h/><z:i xmlns:z='{WORD}'/></w:r>"
    );
    let mut cursor = Cursor::new(&text, "part", 50);
    let root = cursor.root().unwrap();
    let begin = cursor.position();
    for _ in 0..2 {
        let mut words = String::new();
        while let Some(child) = cursor.next_child(&root).unwrap() {
            words.extend(child.is(child.name()).then_some(child.name()));
            while let Some(inner) = cursor.next_child(&child).unwrap() {
                words.extend(inner.is(inner.name()).then_some(inner.name()));
            }
        }
        assert_eq!(words, "acefhi");
        // Once more from where the first child begins.
        cursor = Cursor::new(&text, "part", 50);
        cursor.root().unwrap();
        cursor.seek(text.find("<z:i").unwrap());
        cursor.next_child(&root).unwrap();
        cursor.seek(begin);
    }
}

#[test]
fn text_expands_references_and_keeps_the_unknown() {
    let text = "<a>x &amp; &#233;<!-- no --><![CDATA[<y>]]>&nbsp;</a>";
    let mut cursor = Cursor::new(text, "part", 50);
    let root = cursor.root().unwrap();
    assert_eq!(cursor.text(&root).unwrap(), "x & é<y>&nbsp;");
}

#[test]
fn a_document_type_is_refused() {
    let mut cursor = Cursor::new("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "part", 50);
    assert_eq!(cursor.root().unwrap_err(), ReadError::DocumentType("part".to_owned()));
}

#[test]
fn what_lies_too_deep_is_passed_over() {
    let text = format!("{}{}", "<a>".repeat(1_000), "</a>".repeat(1_000));
    let mut cursor = Cursor::new(&text, "part", 10);
    let mut element = cursor.root().unwrap();
    let mut entered = 1;
    while let Some(child) = cursor.next_child(&element).unwrap() {
        element = child;
        entered += 1;
    }
    assert_eq!((entered, cursor.too_deep), (10, true));
}

#[test]
fn xml_that_ends_early_is_malformed() {
    let mut cursor = Cursor::new("<a><b>", "part", 50);
    let root = cursor.root().unwrap();
    let child = cursor.next_child(&root).unwrap().unwrap();
    assert!(matches!(cursor.next_child(&child), Err(ReadError::Malformed { offset: 6, .. })));
}
