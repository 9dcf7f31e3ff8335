//! What was found, for people.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::collection::{Finding, Outcome};

/// How many of the dearest files are named.
const NAMED: usize = 5;

/// A table by kind of file, why files were refused, which cost most, and all that is wrong.
pub fn table(findings: &[Finding]) -> String {
    let mut kinds: BTreeMap<String, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        kinds.entry(kind(finding)).or_default().push(finding);
    }
    kinds.insert("~ all".to_owned(), findings.iter().collect());
    let mut out = String::from(
        "| kind | files | read | refused | panics | words lost | too slow | too big | died | slowest CPU ms | biggest MB |\n\
         |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    for (kind, findings) in &kinds {
        out.push_str(&row(kind.trim_start_matches("~ "), findings));
    }
    out + &refusals(findings) + &dearest(findings) + &faults(findings)
}

/// The ending of the name.
fn kind(finding: &Finding) -> String {
    let ending = finding.file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let is_one = (1..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_one { ending.to_lowercase() } else { "no ending".to_owned() }
}

fn row(kind: &str, findings: &[&Finding]) -> String {
    let count = |is: fn(&Outcome) -> bool| findings.iter().filter(|finding| is(&finding.outcome)).count();
    let slowest = findings.iter().map(|finding| finding.reading.cpu).max().unwrap_or_default();
    let biggest = findings.iter().map(|finding| finding.reading.memory).max().unwrap_or_default();
    format!(
        "| {kind} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} |\n",
        findings.len(),
        count(|outcome| matches!(outcome, Outcome::Read)),
        count(|outcome| matches!(outcome, Outcome::Refused(_))),
        count(|outcome| matches!(outcome, Outcome::Panicked(_))),
        count(|outcome| matches!(outcome, Outcome::Lost(_))),
        count(|outcome| matches!(outcome, Outcome::Slow)),
        count(|outcome| matches!(outcome, Outcome::Big)),
        count(|outcome| matches!(outcome, Outcome::Died(_))),
        slowest.as_millis(),
        biggest / 1_000_000,
    )
}

fn refusals(findings: &[Finding]) -> String {
    let mut messages: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in findings {
        if let Outcome::Refused(message) = &finding.outcome {
            *messages.entry(message).or_default() += 1;
        }
    }
    let mut out = String::from("\nRefused:\n\n");
    for (message, count) in messages {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "- {count} × {message}");
    }
    out
}

fn dearest(findings: &[Finding]) -> String {
    let mut order: Vec<&Finding> = findings.iter().collect();
    let mut out = String::from("\nSlowest:\n\n");
    order.sort_by_key(|finding| std::cmp::Reverse(finding.reading.cpu));
    for finding in order.iter().take(NAMED) {
        let _ = writeln!(out, "- {} ms: {}", finding.reading.cpu.as_millis(), finding.file.display());
    }
    out.push_str("\nBiggest:\n\n");
    order.sort_by_key(|finding| std::cmp::Reverse(finding.reading.memory));
    for finding in order.iter().take(NAMED) {
        let _ = writeln!(out, "- {} MB: {}", finding.reading.memory / 1_000_000, finding.file.display());
    }
    out
}

fn faults(findings: &[Finding]) -> String {
    let mut out = String::from("\nWrong:\n\n");
    for finding in findings.iter().filter(|finding| !finding.outcome.is_fair()) {
        let _ = writeln!(out, "- {}: {:?}", finding.file.display(), finding.outcome);
    }
    out
}
