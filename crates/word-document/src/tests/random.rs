//! Properties that hold for any input.

use proptest::prelude::*;

use super::document;
use crate::testing::{docx, docx_in_runs};
use crate::{Limits, outline_text, read};

/// One of everything that the notation has.
const RICH: &str = "%list 3 decimal %1. lowerLetter %2)\n%header Top\n%footer Bottom\n%core title T\n%property Docnum 1\n\
    # Heading\n{num 3.0}one{foot|F}{comment Ann|C}\n|{vmerge}a|{span 2}{link https://example.org|b}|\n|{vcont}|c|{cell-sdt}d|\n\
    {mark-del Ann}x{ins Ann|y}{del Ben|z}\n{field HYPERLINK \"u\"|f}{box|{math|m}}{sym Symbol F061}{tab}{bm n|w}{pic P}{end|E}";

/// A word that stands in no other text of the file.
fn marked(word: usize) -> String {
    format!("Tok{word}Q")
}

/// Text, in one of the forms that are shown.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "T",
        "{b|T}",
        "{ins Ann|T}",
        "{to Ann|T}",
        "{link https://example.org|T}",
        "{field HYPERLINK \"u\"|T}",
        "{simple PAGE|T}",
        "{sdt|T}",
        "{tag|T}",
        "{bm name|T}",
        "{foot|T}",
        "{end|T}",
        "{comment Ann|T}",
        "{box|T}",
        "{math|T}",
        "{b|{ins Ann|{sdt|T}}}",
        "{unknown blink|T}",
        "{anchor a|T}",
        "{prompt|T}",
    ])
}

/// Lines of such pieces, each `T` a word of its own; how many words there are.
fn notation() -> impl Strategy<Value = (String, usize)> {
    let line = prop::collection::vec(piece(), 1..4);
    let start = prop::sample::select(vec![
        "",
        "# ",
        "- ",
        "{mark-del Ann}",
        "{num 3.1}",
        "|",
        "|!ins Ann|",
        "|!sdt|",
    ]);
    prop::collection::vec((start, line), 1..8).prop_map(|lines| {
        let mut words = 0;
        let mut text = String::from("%list 3 decimal %1. lowerLetter %2)\n");
        for (start, pieces) in lines {
            text += start;
            for piece in pieces {
                text += &piece.replace('T', &marked(words));
                // A bar makes the next piece a cell of its own.
                text += if start.starts_with('|') { "|" } else { " " };
                words += 1;
            }
            text.push('\n');
        }
        (text, words)
    })
}

/// The outline without the record of changes and the links, which repeat text.
fn text_of(bytes: &[u8]) -> String {
    let mut document = document(bytes);
    document.revisions.clear();
    let outline = outline_text(&document);
    let without_marks = |line: &str| line.split('‹').next().unwrap_or_default().to_owned();
    outline.lines().map(without_marks).collect::<Vec<_>>().join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&bytes, &Limits::default());
        let _ = read(&[b"PK\x03\x04", &*bytes].concat(), &Limits::default());
    }

    #[test]
    fn no_damage_makes_it_panic(cut in any::<prop::sample::Index>(), flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6)) {
        let mut bytes = docx(RICH);
        let length = bytes.len();
        for (at, byte) in flips {
            bytes[at.index(length)] = byte;
        }
        let _ = read(&bytes, &Limits::default());
        let _ = read(&bytes[..cut.index(length)], &Limits::default());
    }

    #[test]
    fn no_damage_inside_the_text_makes_it_panic(at in any::<prop::sample::Index>(), length in 0_usize..40, put in "[<>/&;\"'a-z:= ]{0,8}") {
        let mut package = crate::Package::open(SAMPLE.as_slice(), &Limits::default()).unwrap();
        let text = package.text("word/document.xml").unwrap().unwrap();
        let from = (0..=at.index(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        let to = (from + length..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
        let text = format!("{}{put}{}", &text[..from], &text[to..]);
        let bytes = crate::testing::with_part(&SAMPLE, "word/document.xml", text);
        let _ = read(&bytes, &Limits::default()).map(|document| outline_text(&document));
    }

    #[test]
    fn how_text_is_cut_into_runs_makes_no_difference((text, _) in notation(), characters in 1_usize..6) {
        prop_assert_eq!(
            outline_text(&document(&docx_in_runs(&text, characters))),
            outline_text(&document(&docx(&text)))
        );
    }

    #[test]
    fn every_visible_word_comes_out_once((text, words) in notation()) {
        let found = text_of(&docx(&text));
        for word in 0..words {
            prop_assert_eq!(found.matches(&marked(word)).count(), 1, "{} in\n{}\n{}", marked(word), text, found);
        }
    }
}

static SAMPLE: std::sync::LazyLock<Vec<u8>> = std::sync::LazyLock::new(|| docx(RICH));

#[test]
fn runs_make_no_difference_to_the_rich_file() {
    for characters in 1..4 {
        assert_eq!(
            outline_text(&document(&docx_in_runs(RICH, characters))),
            outline_text(&document(&docx(RICH)))
        );
    }
}
