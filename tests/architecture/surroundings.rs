//! Invariant 2: libraries take bytes and values and return values.

use rapporteur_tests::root;

use crate::source::{Kind, Token, findings, tokens};

/// Rooms that may not look around themselves. Those that do not exist yet are kept in mind.
const LIBRARIES: &[&str] =
    &["word-document", "meeting-model", "meeting-parser", "meeting-checks", "report-generator"];

/// Modules of the standard library that reach out of the process.
const MODULES: &[&str] = &["fs", "env", "net", "process", "os"];

/// Names that stand for the clock or the terminal wherever they come from.
const NAMES: &[&str] = &["SystemTime", "Instant", "stdin", "stdout", "stderr"];

const MACROS: &[&str] = &["print", "println", "eprint", "eprintln", "dbg"];

/// File system, environment, clock and terminal in the code of a library.
fn rule(tokens: &[Token]) -> Vec<(usize, String)> {
    let mut out = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let Some(name) = token.name() else { continue };
        let rest = &tokens[at + 1..];
        let clock = name == "now" && at > 0 && tokens[at - 1].kind == Kind::Sign(':');
        if NAMES.contains(&name) || clock || (MACROS.contains(&name) && starts_with(rest, "!")) {
            out.push((token.line, format!("`{name}` belongs in the program")));
        } else if name == "std" && starts_with(rest, "::") {
            out.extend(forbidden_modules(&rest[2..]));
        }
    }
    out
}

/// Modules named right after `std::`, or in the braces of `use std::{…}`.
fn forbidden_modules(rest: &[Token]) -> Vec<(usize, String)> {
    let group = if starts_with(rest, "{") { group_heads(rest) } else { rest.iter().take(1).collect() };
    group
        .into_iter()
        .filter_map(|token| Some((token.line, token.name().filter(|name| MODULES.contains(name))?)))
        .map(|(line, name)| (line, format!("`std::{name}` belongs in the program")))
        .collect()
}

/// The first names of the paths in a group of imports: not `fs` in `{path::fs}`.
fn group_heads(tokens: &[Token]) -> Vec<&Token> {
    let (mut depth, mut heads) = (0_usize, Vec::new());
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Sign('{') => depth += 1,
            Kind::Sign('}') => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        let opens = at > 0 && matches!(tokens[at - 1].kind, Kind::Sign('{' | ','));
        if depth == 1 && opens {
            heads.push(token);
        }
    }
    heads
}

fn starts_with(tokens: &[Token], signs: &str) -> bool {
    signs
        .chars()
        .enumerate()
        .all(|(at, sign)| tokens.get(at).is_some_and(|token| token.kind == Kind::Sign(sign)))
}

#[test]
fn libraries_do_not_look_around() {
    let there = LIBRARIES.iter().filter(|library| root().join("crates").join(library).exists());
    let findings: Vec<String> = there.flat_map(|library| findings(library, rule)).collect();
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[test]
fn looking_around_is_found() {
    for bad in [
        "use std::fs::File;",
        "use std::{collections::HashMap, env};",
        "fn f() { std::process::exit(1) }",
        "fn f() { println!(\"x\") }",
        "fn f() -> Instant { todo!() }",
        "fn f() { jiff::Timestamp::now(); }",
        "fn f() { std::io::stderr(); }",
    ] {
        assert_eq!(rule(&tokens(bad)).len(), 1, "{bad}");
    }
    let good = "use std::{fmt, path::{Path, fs}}; fn env() { let now = format!(\"{}\", 1); }";
    assert_eq!(rule(&tokens(good)), []);
}
