//! The regular expressions of document numbers, made from the codes and the words of a language.

use regex::{Error, Regex};

use super::NumberWords;

/// Series that may stand without a group in running text.
const BARE: &[&str] = &["TD", "C", "DOC"];
/// Series that mean nothing in running text unless a group stands before them.
const WITH_GROUP: &[&str] = &["R", "LS", "INFO", "INF", "COL", "CIR", "ADM", "OD", "DL", "I", "O"];
/// Series of focus groups that have a hyphen before the number.
pub(super) const HYPHENATED: &[&str] = &["I", "O"];

/// Space and hyphen as Word files have them: no-break, narrow, en dash.
const SPACE: &str = r"[ \t\x{A0}\x{2007}\x{2009}\x{202F}]";
const HYPHEN: &str = r"[-\x{2010}-\x{2013}\x{2212}]";

/// Whether the grammar knows the series.
pub(crate) fn is_series(code: &str) -> bool {
    BARE.contains(&code) || WITH_GROUP.contains(&code)
}

/// Whether the series may stand without a group in running text.
pub(super) fn is_bare(code: &str) -> bool {
    BARE.contains(&code)
}

/// Whether the character is one of the hyphens.
pub(super) const fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '\u{2010}'..='\u{2013}' | '\u{2212}')
}

/// Whether the character is one of the spaces.
pub(super) const fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\u{A0}' | '\u{2007}' | '\u{2009}' | '\u{202F}')
}

/// The series and its number: `TD 120`, `TD-GEN-0120`, `C24/59`.
pub(super) fn head(words: &NumberWords) -> Result<Regex, Error> {
    let codes = BARE.iter().chain(WITH_GROUP).copied();
    let singular = any(codes.chain(words.series.iter().map(|(word, _)| word.as_str())));
    let plural = any(words.plural_series.iter().map(|(word, _)| word.as_str()));
    Regex::new(&format!(
        r"C(?<session>[0-9]{{2}})/(?<session_number>[0-9]{{1,4}})|(?:(?<plural>{plural}):?|(?<series>{singular}))(?:(?<gap>{SPACE}{{0,2}}|{HYPHEN}|[./])|{HYPHEN}(?<inner>GEN|PLEN|WP[0-9]){HYPHEN})(?<number>[0-9]{{1,5}})",
    ))
}

/// The words, or their ends, of which one stands before the digits of every number: series and subgroups.
pub(super) fn leads(words: &NumberWords) -> Vec<String> {
    let of_language = words.series.iter().chain(&words.plural_series).map(|(word, _)| word.as_str());
    let leads = BARE.iter().chain(WITH_GROUP).copied().chain(of_language).chain(["GEN", "PLEN", "WP"]);
    leads.map(|word| without_gap(word).to_owned()).collect()
}

/// A text without what may stand between a series and its digits.
pub(super) fn without_gap(text: &str) -> &str {
    text.trim_end_matches(|mark| is_space(mark) || is_hyphen(mark) || matches!(mark, '.' | '/' | ':'))
}

/// One thing that may follow the number: a revision, a subgroup, an attachment, a part, a language, a date.
pub(super) fn suffix(words: &NumberWords) -> Result<Regex, Error> {
    let revision = any(words.revision.iter().map(String::as_str));
    let attachment = any(words.attachment.iter().map(|(word, _)| word.as_str()));
    let revised = format!(r"(?:(?:{revision})\.?{SPACE}?|R)");
    let subgroup = format!(r"WP{SPACE}?[0-9]{{1,2}}(?:/[0-9]{{1,2}})?|GEN|PLEN|G|P");
    let alternatives = [
        format!(r"{SPACE}?\({revised}(?<revision_in>[0-9]{{1,2}})\)"),
        format!(r"(?:{SPACE}|{HYPHEN})?{revised}(?<revision>[0-9]{{1,2}})"),
        // `TD 31 (PLEN/13)`: of the plenary of Study Group 13.
        format!(r"{SPACE}?\((?<subgroup_in>(?:{subgroup})(?:/[0-9]{{1,2}})?)\)"),
        r"/(?<part>[A-Z]\.[0-9]+(?:\.[0-9]+)*)".to_owned(),
        format!(r"{SPACE}?/{SPACE}?(?<subgroup>{subgroup}|[0-9]|[A-Z]{{2,6}}[0-9]{{0,2}})"),
        format!(r"{HYPHEN}(?<subgroup_after>GEN|PLEN|WP[0-9])"),
        format!(r"{HYPHEN}(?<code>Att|Add|Corr|Ann)(?<code_number>[0-9]{{1,2}})"),
        format!(
            r"(?:{SPACE}|{HYPHEN})\(?(?<attached>{attachment})\.?{SPACE}?(?<attached_number>[0-9]{{1,2}})\)?"
        ),
        format!(r"(?<language>{HYPHEN}[EFSACR])"),
        format!(r"{SPACE}?\((?<date>[0-9]{{4}}{HYPHEN}[0-9]{{2}})\)"),
    ];
    Regex::new(&format!(r"\A(?:{})", alternatives.join("|")))
}

/// From one number of a list to the next: `, 13`, ` and 15`, `-17`.
pub(super) fn next(words: &NumberWords) -> Result<Regex, Error> {
    let between = any(words.between.iter().map(String::as_str));
    Regex::new(&format!(
        r"\A(?<link>{SPACE}*(?:[,;]{SPACE}*(?:(?:{between}){SPACE}+)?|(?:{between}){SPACE}+|{HYPHEN}{SPACE}*))(?<number>[0-9]{{1,5}})",
    ))
}

/// A word between the numbers of a list, at the beginning of a text.
pub(super) fn between(words: &NumberWords) -> Result<Regex, Error> {
    let between = any(words.between.iter().map(String::as_str));
    Regex::new(&format!(r"\A(?:{between}){SPACE}"))
}

/// The group before a series, read backwards from it: `TSAG-`, `T25-SG17-251203-`, `COM 17 – `, `WTSA-24 `.
pub(super) fn group() -> Result<Regex, Error> {
    let joined = format!(r"[A-Z][A-Z0-9.]+(?:{HYPHEN}[A-Z0-9][A-Za-z0-9.]*)*");
    let event = format!(r"[A-Z]{{2,5}}{HYPHEN}[0-9]{{2}}");
    let spaced = format!(
        r"SG[0-9]{{1,2}}[A-Z]*(?:{HYPHEN}[A-Z]+)?|[A-Z]{{1,3}}AG|{event}|FG{HYPHEN}[A-Z][A-Za-z0-9]*"
    );
    Regex::new(&format!(
        r"(?:COM{SPACE}?(?<committee>[0-9]{{1,2}}){SPACE}?{HYPHEN}{SPACE}?|(?<joined>{joined}){HYPHEN}|(?<spaced>{spaced}){SPACE})\z",
    ))
}

/// Any of the words, the longest first, their spaces as Word files have them; nothing, where there are none.
fn any<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return r"[^\s\S]".to_owned();
    }
    words.sort_by_key(|word| (std::cmp::Reverse(word.len()), *word));
    words.iter().map(|word| regex::escape(word).replace(' ', SPACE)).collect::<Vec<_>>().join("|")
}
