//! Text of runs and of what stands between them.

use super::{outline, outline_of_xml, paragraph};

#[test]
fn signs_that_are_elements_stand_in_the_text() {
    let cases = [
        ("a{tab}b{br}c", "0 a⇥b⏎c"),
        ("Nb{nbhy}Hyph soft{shy}ened", "0 Nb\u{2011}Hyph softened"),
        ("{sym Wingdings F0FE} {sym Symbol F061}{sym Wingdings E0}", "0 ☑ α→"),
        ("{tag|smart} {sdt|control} {unknown customXml|custom}", "0 smart control custom"),
        ("{math|E=mc}{b| bold}", "0 E=mc bold"),
        ("{prompt|Click here}", "0 Click here ‹placeholder Click here›"),
        ("{pic A flag}", "0 ‹picture A flag›"),
    ];
    for (notation, expected) in cases {
        assert_eq!(outline(notation), [expected], "{notation}");
    }
}

#[test]
fn breaks_of_all_kinds_are_line_feeds() {
    let breaks =
        "<w:r><w:t>a</w:t><w:br w:type='page'/><w:t>b</w:t><w:cr/><w:t>c</w:t><w:ptab/><w:t>d</w:t></w:r>";
    assert_eq!(paragraph(breaks), "0 a⏎b⏎c⇥d");
}

#[test]
fn white_space_at_the_ends_needs_to_be_preserved() {
    let text =
        "<w:r><w:t> a </w:t></w:r><w:r><w:t xml:space='preserve'> b\n\tc </w:t></w:r><w:r><w:t>d</w:t></w:r>";
    assert_eq!(paragraph(text), "0 a b  c d");
}

#[test]
fn codes_of_symbol_fonts_in_text_become_characters() {
    let cases = [
        ("<w:rPr><w:rFonts w:ascii='Wingdings' w:hAnsi='Wingdings'/></w:rPr>", '\u{F0FC}', '✓'),
        ("<w:rPr><w:rFonts w:ascii='Arial' w:hAnsi='Symbol'/></w:rPr>", '\u{F061}', 'α'),
        ("", '\u{F0B7}', '•'),
        // Nothing is known of it.
        ("<w:rPr><w:rFonts w:ascii='Own'/></w:rPr>", '\u{F720}', '\u{F720}'),
        ("<w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr>", '中', '中'),
    ];
    for (properties, code, expected) in cases {
        let text = format!("<w:r>{properties}<w:t>a{code}</w:t></w:r><w:r><w:t>\u{FF0C}</w:t></w:r>");
        assert_eq!(paragraph(&text), format!("0 a{expected}\u{FF0C}"), "{properties}");
    }
}

#[test]
fn an_unknown_symbol_is_an_oddity() {
    let found = paragraph("<w:r><w:sym w:font='Own' w:char='F041'/></w:r>");
    assert!(found.starts_with("0 \u{FFFD}\noddity unknown-symbol"), "{found}");
}

#[test]
fn hidden_text_is_not_shown() {
    assert_eq!(outline("a{hidden|no}b"), ["0 ab"]);
    let shown_again = "<w:pPr><w:pStyle w:val='H'/></w:pPr><w:r><w:t>no</w:t></w:r>\
                       <w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>yes</w:t></w:r>\
                       <w:r><w:rPr><w:webHidden/><w:vanish w:val='false'/></w:rPr><w:t>!</w:t></w:r>";
    let styles = "<w:style w:styleId='H'><w:name w:val='Hid'/><w:rPr><w:vanish/></w:rPr></w:style>\
                  <w:style w:type='character' w:styleId='C'><w:name w:val='Char'/><w:rPr><w:vanish/></w:rPr></w:style>";
    let by_style =
        "<w:p><w:r><w:rPr><w:rStyle w:val='C'/></w:rPr><w:t>no</w:t></w:r><w:r><w:t>end</w:t></w:r></w:p>";
    let file = crate::testing::docx_of_xml(&format!("<w:p>{shown_again}</w:p>{by_style}"));
    let file = crate::testing::with_part(&file, "word/styles.xml", crate::testing::part("styles", styles));
    assert_eq!(super::lines(&super::document(&file)), ["0 [Hid] yes!", "1 end"]);
}

#[test]
fn a_hidden_paragraph_mark_joins_two_paragraphs() {
    let hidden = "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>";
    assert_eq!(outline_of_xml(&format!("{hidden}<w:p><w:r><w:t>b</w:t></w:r></w:p>")), ["0 ab"]);
}

#[test]
fn a_toggle_that_two_styles_set_is_off() {
    let styles = "<w:style w:styleId='H'><w:rPr><w:b/></w:rPr></w:style>\
                  <w:style w:type='character' w:styleId='S'><w:rPr><w:b/></w:rPr></w:style>";
    let bold = |paragraph: &str, run: &str| {
        let body =
            format!("<w:p><w:pPr>{paragraph}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>a</w:t></w:r></w:p>");
        let file = crate::testing::docx_of_xml(&body);
        let file =
            crate::testing::with_part(&file, "word/styles.xml", crate::testing::part("styles", styles));
        let crate::Block::Paragraph(found) = super::document(&file).body.remove(0) else { panic!("a table") };
        found.is_bold()
    };
    let (paragraph, run) = ("<w:pStyle w:val='H'/>", "<w:rStyle w:val='S'/>");
    assert!(bold(paragraph, "") && bold("", run) && bold(paragraph, "<w:b/>"));
    assert!(!bold(paragraph, run) && !bold(paragraph, "<w:b w:val='0'/>"));
}

#[test]
fn math_is_one_line() {
    let of = |inner: &str| paragraph(&format!("<m:oMathPara><m:oMath>{inner}</m:oMath></m:oMathPara>"));
    let run = |text: &str| format!("<m:r><w:rPr/><m:t>{text}</m:t></m:r>");
    let (a, b) = (run("a"), run("b"));
    assert_eq!(of(&format!("<m:f><m:fPr/><m:num>{a}</m:num><m:den>{b}</m:den></m:f>")), "0 a/b");
    assert_eq!(of(&format!("<m:sSup><m:e>{a}</m:e><m:sup>{b}</m:sup></m:sSup>")), "0 a^b");
    let brackets = "<m:dPr><m:begChr m:val='['/><m:endChr m:val=']'/></m:dPr>";
    assert_eq!(of(&format!("<m:d>{brackets}<m:e>{a}</m:e><m:e>{b}</m:e></m:d>")), "0 [a|b]");
    let changed =
        "<m:r><w:del w:author='A'><m:t>x</m:t></w:del><w:ins w:author='A'><w:rPr/><m:t>y</m:t></w:ins></m:r>";
    assert!(of(changed).starts_with("0 y\nrevision Deleted Run by A"), "{}", of(changed));
}

#[test]
fn what_is_unknown_is_told_once_and_keeps_its_text() {
    let found = outline("a{unknown blink|b}{unknown blink|c}");
    assert_eq!(
        found,
        ["0 abc", "oddity unknown-element in word/document.xml block 0: the element blink is not known"]
    );
    assert_eq!(outline_of_xml("<w:new><w:p><w:r><w:t>x</w:t></w:r></w:p></w:new>")[0], "0 x");
    assert_eq!(paragraph("<w:r><w:new><w:t>x</w:t></w:new></w:r>").lines().next(), Some("0 x"));
}

#[test]
fn a_phonetic_guide_stands_in_parentheses() {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let ruby = format!(
        "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
        run("かん"),
        run("漢")
    );
    assert_eq!(paragraph(&ruby), "0 (かん)漢");
}

#[test]
fn a_paragraph_says_its_direction_its_style_and_its_own_name() {
    let document = super::document(&crate::testing::docx("{rtl}{style Quote}שלום"));
    assert_eq!(super::lines(&document), ["0 [Quote] rtl שלום"]);
    let crate::Block::Paragraph(found) = &document.body[0] else { panic!("a table") };
    assert_eq!(found.para_id.map(|id| id.to_string()).as_deref(), Some("10000001"));
}
