//! Sources of documents: `Sources: Title` and lists of sources.

use super::organization::is_country;
use super::split::{clean, outside, top_level};
use crate::vocabulary::text::{Kind, Token, digit, tokens};
use crate::vocabulary::{Grammar, Hit, PersonWord, Vocabulary};

/// A longer text before a colon is a sentence, no source.
const LONGEST: usize = 300;

/// A longer text is more than an office.
const LONGEST_OFFICE: usize = 80;

/// Splits `Sources: Title` at the first colon outside parentheses. Without a colon, or where the words before it
/// are no source (*Save-the-date: …*), there is no source and the whole is the title.
pub fn split_title(text: &str, words: &Vocabulary) -> (Vec<String>, String) {
    let colon = top_level(text).into_iter().find(|&(at, c)| is_colon(text, at, c));
    let Some((at, mark)) = colon.filter(|&(at, _)| at <= LONGEST) else { return (Vec::new(), clean(text)) };
    let (before, after) = (&text[..at], &text[at + mark.len_utf8()..]);
    if after.trim().is_empty() || !is_source(before, words) {
        return (Vec::new(), clean(text));
    }
    (split(before, words), clean(after))
}

/// A colon that parts: not that of a time or of an address.
fn is_colon(text: &str, at: usize, c: char) -> bool {
    let after = text[at + c.len_utf8()..].chars().next();
    c == '：'
        || (c == ':'
            && after != Some('/')
            && !(after.is_some_and(|c| digit(c).is_some()) && text[..at].ends_with(|c| digit(c).is_some())))
}

/// Could these words be the source of a document: names in capitals, an office, a body, a country?
pub fn is_source(text: &str, words: &Vocabulary) -> bool {
    let tokens = tokens(text);
    // A word for an office may begin with one for a document.
    let is_longer_role = |opener: &Hit<PersonWord>| {
        words.roles.at(&tokens, 0).is_some_and(|role| role.tokens.end > opener.tokens.end)
    };
    if tokens.is_empty()
        || text.len() > LONGEST
        || words.persons.at_key(&tokens, 0, PersonWord::TitleOpener).is_some_and(|hit| !is_longer_role(&hit))
    {
        return false;
    }
    if words.roles.at(&tokens, 0).is_some() || is_country(text, words) {
        return true;
    }
    let known = known_words(&tokens, words);
    let brackets = super::split::closing(text);
    tokens.iter().zip(&known).all(|(token, known)| {
        let inside = brackets.iter().any(|&(start, end)| (start..end).contains(&token.start));
        *known
            || inside
            || token.kind != Kind::Word
            || !text[token.start..].starts_with(char::is_lowercase)
            || !token.spaced
    })
}

/// Which tokens are small words, words for bodies, or offices.
fn known_words(tokens: &[Token], words: &Vocabulary) -> Vec<bool> {
    let mut known = vec![false; tokens.len()];
    let mut mark = |range: std::ops::Range<usize>| known[range].fill(true);
    for at in 0..tokens.len() {
        let hits = [
            words.grammar.at_key(tokens, at, Grammar::Connective).map(|hit| hit.tokens),
            words.persons.at_key(tokens, at, PersonWord::SourceWord).map(|hit| hit.tokens),
            words.persons.at_key(tokens, at, PersonWord::NameParticle).map(|hit| hit.tokens),
            words.roles.at(tokens, at).map(|hit| hit.tokens),
        ];
        hits.into_iter().flatten().for_each(&mut mark);
    }
    known
}

/// The single sources of a list: cut at commas, semicolons and line ends outside parentheses, but not before a
/// legal form (*Inc.*) and not between an office and its body (*Rapporteur, RG-X*).
pub fn split(text: &str, words: &Vocabulary) -> Vec<String> {
    let mut sources: Vec<String> = Vec::new();
    let mut after_comma = false;
    for part in outside(text, is_separator) {
        let comma = text[..part.start].ends_with([',', '，', '、', '،']);
        let source = clean(&text[part]);
        if source.is_empty() {
            after_comma |= comma;
            continue;
        }
        match sources.last_mut().filter(|before| belongs(before, &source, comma || after_comma, words)) {
            Some(before) => *before = format!("{before}, {source}"),
            None => sources.extend(split_and(&source, words)),
        }
        after_comma = false;
    }
    sources
}

fn is_separator(c: char) -> bool {
    matches!(c, ',' | ';' | '\n' | '，' | '、' | '；' | '،' | '؛')
}

/// Does a part belong to the one before it?
fn belongs(before: &str, part: &str, comma: bool, words: &Vocabulary) -> bool {
    if !comma || before.len() > LONGEST {
        return false;
    }
    is_legal_form(part, words)
        || (before.len() <= LONGEST_OFFICE && is_bare_office(before, words) && !is_country(part, words))
        || (words.persons.is(part, PersonWord::CountryForm) && words.countries.code(before).is_some())
}

/// *Inc.*, *Ltd*, *Ltd (Japan)*, *S.A. de C.V.*: the part is a legal form, with its country perhaps.
fn is_legal_form(part: &str, words: &Vocabulary) -> bool {
    let outside = part.split(['(', '（']).next().unwrap_or(part).trim();
    words.persons.is(outside, PersonWord::LegalForm)
}

/// An office without its body: *Rapporteur*, *Acting Chair*, *Directors*, *Editors and Rapporteur*.
fn is_bare_office(text: &str, words: &Vocabulary) -> bool {
    let tokens = tokens(text);
    let hits = words.roles.find_in(&tokens);
    let mut at = 0;
    for hit in &hits {
        let between = tokens[at..hit.tokens.start].iter().enumerate().all(|(offset, token)| {
            token.kind == Kind::Mark
                || words.grammar.at_key(&tokens, at + offset, Grammar::And).is_some()
                || words
                    .persons
                    .at_key(&tokens, at + offset, PersonWord::SourceWord)
                    .is_some_and(|hit| hit.tokens.len() == 1)
        });
        if !between {
            return false;
        }
        at = hit.tokens.end;
    }
    !hits.is_empty() && tokens[at..].iter().all(|token| token.kind == Kind::Mark)
}

/// *X (France) and Y (Canada)*, *Canada and Japan*: cut where both sides are whole.
fn split_and(source: &str, words: &Vocabulary) -> Vec<String> {
    if is_country(source, words) {
        return vec![source.to_owned()];
    }
    let tokens = tokens(source);
    let cut = (1..tokens.len()).find_map(|at| {
        let hit = words.grammar.at_key(&tokens, at, Grammar::And).filter(|_| tokens[at].spaced)?;
        let (left, right) = (source[..hit.range.start].trim(), source[hit.range.end..].trim());
        let whole = left.ends_with([')', '）']) && right.ends_with([')', '）']);
        let short = left.len() <= 80 && right.len() <= 80;
        let countries = short && is_country(left, words) && is_country(right, words);
        (whole && super::split::closing(left).len() == 1 || countries)
            .then(|| (left.to_owned(), right.to_owned()))
    });
    match cut {
        Some((left, right)) => vec![left, right],
        None => vec![source.trim_start_matches('&').trim().to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_sources() {
        for (text, sources) in [
            ("Rapporteur, RG-X", &["Rapporteur, RG-X"][..]),
            ("Rapporteurs RG-X", &["Rapporteurs RG-X"]),
            ("Directors, ITU Regional Office", &["Directors, ITU Regional Office"]),
            (
                "Algoma Net SPA (Algeria), Polar Canada, Inc., ZTX (China)",
                &["Algoma Net SPA (Algeria)", "Polar Canada, Inc.", "ZTX (China)"],
            ),
            ("Australia, Canada, United Kingdom", &["Australia", "Canada", "United Kingdom"]),
            (
                "Hanji, Inc. (Korea (Rep. of)); Lumo (Estonia)",
                &["Hanji, Inc. (Korea (Rep. of))", "Lumo (Estonia)"],
            ),
            ("TSB; ITU/SG/SPM", &["TSB", "ITU/SG/SPM"]),
            ("Chair, WP1/5", &["Chair, WP1/5"]),
            ("Chair, WP1/5, Lumo (Estonia)", &["Chair, WP1/5", "Lumo (Estonia)"]),
            ("Co-Chairs, FG-X", &["Co-Chairs, FG-X"]),
            ("Kiso Co., Ltd. (Japan), Norvo (Norway)", &["Kiso Co., Ltd. (Japan)", "Norvo (Norway)"]),
            ("Korea (Rep. of)", &["Korea (Rep. of)"]),
            ("Canada and Japan", &["Canada", "Japan"]),
            ("Bosnia and Herzegovina", &["Bosnia and Herzegovina"]),
            ("Lumo (Estonia) and Norvo (Norway)", &["Lumo (Estonia)", "Norvo (Norway)"]),
            ("Ministry of Posts and Industry (Chad)", &["Ministry of Posts and Industry (Chad)"]),
            ("Iran, Islamic Republic of", &["Iran, Islamic Republic of"]),
            ("ITU-T Study Group 2", &["ITU-T Study Group 2"]),
            ("Colombia, Sabana (Colombia)", &["Colombia", "Sabana (Colombia)"]),
            ("中国、日本", &["中国", "日本"]),
            ("Lumo (Estonia)\nNorvo (Norway)", &["Lumo (Estonia)", "Norvo (Norway)"]),
            ("", &[]),
            (" ; , ", &[]),
        ] {
            assert_eq!(split(text, Vocabulary::get()), sources, "{text:?}");
        }
    }

    #[test]
    fn sources_and_title() {
        for (text, sources, title) in [
            (
                "Rapporteur, RG-X : Report of the workshop",
                &["Rapporteur, RG-X"][..],
                "Report of the workshop",
            ),
            ("Rapporteur, RG-X:\nProgress report", &["Rapporteur, RG-X"], "Progress report"),
            ("TSB: Save-the-date: round table", &["TSB"], "Save-the-date: round table"),
            ("Save-the-date: round table", &[], "Save-the-date: round table"),
            ("Draft new Recommendation X.5: Twins", &[], "Draft new Recommendation X.5: Twins"),
            ("Editor, Rec. ITU-T A.1: Draft revised text", &["Editor, Rec. ITU-T A.1"], "Draft revised text"),
            ("Editors Y.dt-x: Draft text", &["Editors Y.dt-x"], "Draft text"),
            (
                "ITU-T Study Group 2: LS/i on numbers [from SG2]",
                &["ITU-T Study Group 2"],
                "LS/i on numbers [from SG2]",
            ),
            ("ISO/IEC JTC 1/SC 41: LS/i: on names", &["ISO/IEC JTC 1/SC 41"], "LS/i: on names"),
            (
                "Lumo (Estonia), Kiso (Japan): Sharing: a path",
                &["Lumo (Estonia)", "Kiso (Japan)"],
                "Sharing: a path",
            ),
            ("ITU Regional Office Directors: Plan", &["ITU Regional Office Directors"], "Plan"),
            ("Report of the group (version 3: new)", &[], "Report of the group (version 3: new)"),
            ("Digital twins of streets: levels of detail", &[], "Digital twins of streets: levels of detail"),
            ("Presentation at 15:00", &[], "Presentation at 15:00"),
            ("Any other business", &[], "Any other business"),
            ("Président, CE 5: Projet de programme", &["Président, CE 5"], "Projet de programme"),
            ("中国：关于城市的提案", &["中国"], "关于城市的提案"),
            ("Title only:", &[], "Title only:"),
        ] {
            let (found, rest) = split_title(text, Vocabulary::get());
            assert_eq!(
                (found.as_slice(), rest.as_str()),
                (&sources.iter().map(ToString::to_string).collect::<Vec<_>>()[..], title),
                "{text:?}"
            );
        }
    }

    #[test]
    fn hostile_lists_are_read_in_time() {
        for text in ["(", "a, ", "Chair, ", " and ", "A:", "Ltd, ", "（"] {
            let text = text.repeat(4_000);
            let _ = split(&text, Vocabulary::get());
            let _ = split_title(&text, Vocabulary::get());
        }
    }
}
