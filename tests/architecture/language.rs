//! Invariant 3: no language in Rust code. What to recognise stands in the vocabulary.

use std::collections::BTreeSet;

use rapporteur_tests::{files_under, root};
use toml::{Table, Value};

use crate::source::{Token, findings, tokens};

/// Sections of the vocabulary whose words cannot be mistaken for a name of the contract or of a field.
const SECTIONS: &[&str] = &["months", "weekdays", "outcomes", "decisions", "proposed"];

/// The rule over these words, in lower case.
///
/// A literal is cut where a pattern separates its alternatives, so `(noted|agreed)` is found and a message for
/// people that has such a word in a sentence is not. Letters of another script are language in any case.
fn rule(words: &BTreeSet<String>, tokens: &[Token]) -> Vec<(usize, String)> {
    let mut out = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let Some(text) = token.text().filter(|_| !is_vocabulary_key(&tokens[..at])) else { continue };
        if has_foreign_word(text) {
            out.push((token.line, format!("{text:?} is language: it belongs in the vocabulary")));
        }
        for piece in text.split(|c: char| "|()[]?^$*+\\\"".contains(c)) {
            if words.contains(&piece.trim().to_lowercase()) {
                out.push((token.line, format!("{piece:?} is a word of the vocabulary")));
            }
        }
    }
    out
}

/// `keys! { … Noted = "noted" … }` names the keys of the vocabulary's own files.
fn is_vocabulary_key(before: &[Token]) -> bool {
    let [.., variant, equals] = before else { return false };
    let capital = variant.name().is_some_and(|name| name.starts_with(char::is_uppercase));
    capital && equals.kind == crate::source::Kind::Sign('=')
}

/// Two letters in a row that are neither Latin nor Greek: a single one may be a sign, such as a digit's mark.
fn has_foreign_word(text: &str) -> bool {
    let foreign = |c: char| c.is_alphabetic() && c > '\u{3ff}';
    text.chars().zip(text.chars().skip(1)).any(|(one, two)| foreign(one) && foreign(two))
}

/// All words of the chosen sections, of all languages.
fn vocabulary() -> BTreeSet<String> {
    let folder = root().join("crates/meeting-parser/vocabulary");
    files_under(&folder, "toml")
        .iter()
        .flat_map(|path| {
            let file: Table = std::fs::read_to_string(path).unwrap().parse().unwrap();
            words_of(&file)
        })
        .collect()
}

fn words_of(file: &Table) -> Vec<String> {
    let sections = SECTIONS.iter().filter_map(|name| file.get(*name)?.as_table());
    let lists = sections.flat_map(Table::values).filter_map(Value::as_array);
    lists.flatten().filter_map(Value::as_str).map(str::to_lowercase).collect()
}

#[test]
fn the_parser_speaks_no_language() {
    let words = vocabulary();
    let findings = findings("meeting-parser", |tokens| rule(&words, tokens));
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[test]
fn the_sections_are_those_of_the_vocabulary() {
    let english = root().join("crates/meeting-parser/vocabulary/en.toml");
    let file: Table = std::fs::read_to_string(english).unwrap().parse().unwrap();
    for section in SECTIONS {
        assert!(file.contains_key(*section), "{section}");
    }
    let words = words_of(&file);
    assert!(["january", "noted", "to note"].iter().all(|word| words.contains(&(*word).to_owned())));
}

#[test]
fn language_is_found() {
    let words = BTreeSet::from(["noted".to_owned(), "january".to_owned(), "prend note".to_owned()]);
    for bad in [
        r#"fn f(s: &str) -> bool { s == "Noted" }"#,
        r#"const P: &str = r"(?i)\b(noted|x)\b";"#,
        r#"const M: [&str; 1] = ["January"];"#,
        r#"fn f() { has("prend note") }"#,
        r#"const M: &str = "января";"#,
        r#"const M: &str = "会议";"#,
    ] {
        assert_eq!(rule(&words, &tokens(bad)).len(), 1, "{bad}");
    }
    let good =
        r#"keys! { Noted = "noted" } const N: &str = "the date was noted before"; const Y: char = '年';"#;
    assert_eq!(rule(&words, &tokens(good)), []);
}
