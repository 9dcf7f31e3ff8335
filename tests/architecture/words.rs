//! Invariant 1: `word-document` knows the Word file format and no meeting.

use crate::source::{Token, findings, tokens};

/// Words of the field, in the singular and lower case, that no file format needs.
const WORDS: &[&str] = &[
    "itu",
    "tsag",
    "wtsa",
    "tsb",
    "meeting",
    "agenda",
    "rapporteur",
    "contribution",
    "liaison",
    "delegate",
    "delegation",
    "secretariat",
    "plenary",
    "docnum",
    "dbluepink",
];

/// Words of the field in names and literals.
fn rule(tokens: &[Token]) -> Vec<(usize, String)> {
    let mut out = Vec::new();
    for token in tokens {
        let Some(text) = token.name().or(token.text()) else { continue };
        for word in words(text).iter().filter(|word| WORDS.contains(&singular(word))) {
            out.push((token.line, format!("`{word}` is a word of meetings")));
        }
    }
    out
}

/// The words of a name in any case (`MeetingList`, `meeting_list`, `ITU_T`) or of a text, in lower case.
fn words(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut before = ' ';
    for character in text.chars() {
        let starts = !before.is_alphabetic() || (before.is_lowercase() && character.is_uppercase());
        if character.is_alphabetic() {
            if starts {
                out.push(String::new());
            }
            if let Some(word) = out.last_mut() {
                word.extend(character.to_lowercase());
            }
        }
        before = character;
    }
    out
}

fn singular(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}

#[test]
fn word_document_knows_no_meeting() {
    let findings = findings("word-document", rule);
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[test]
fn a_word_of_meetings_is_found_in_names_and_texts() {
    for bad in [
        "struct MeetingTable;",
        "fn read_agendas() {}",
        "const ITU_T: u8 = 1;",
        r#"const A: &str = "Contribution from";"#,
        r#"const A: &[u8] = b"TSAG";"#,
        "macro_rules! m { () => { liaison } }",
    ] {
        assert_eq!(rule(&tokens(bad)).len(), 1, "{bad}");
    }
    assert_eq!(rule(&tokens("/// Not for meetings.\nfn situation() { \"substitute\"; }")), []);
}
