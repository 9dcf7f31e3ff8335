//! The words of minutes: labels before a colon, outcomes, who must act, and by when.

use jiff::civil::Date;
use meeting_model::{Outcome, Verb};

use crate::labels::Labels;

/// What a label says that a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Action,
    Decision,
    Outcome,
    PresentedBy,
    Discussion,
}

/// The labels of the report's language and, since the forms are documented in English, the English ones.
pub(super) struct Words<'l> {
    pub labels: &'l Labels,
    pub english: &'l Labels,
}

/// A line taken apart: `Action (WP2): text` is an action, for `WP2`, with its text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Labelled<'t> {
    pub label: Label,
    pub of: Option<&'t str>,
    pub text: &'t str,
}

/// The longest text before a colon that may be a label, in bytes.
const LONGEST: usize = 60;

impl Words<'_> {
    /// The label of a line, whatever is typed round its words: `- **Action** (WP2) : text`.
    pub fn labelled<'t>(&self, line: &'t str) -> Option<Labelled<'t>> {
        let line = line.trim_start_matches(['-', '*', '•', '–', '→', '>', ' ']);
        let (before, text) = line.split_once([':', '：'])?;
        let before = before.trim();
        if before.is_empty() || before.len() > LONGEST {
            return None;
        }
        let (label, rest) = self.label(before)?;
        let of = rest.trim_matches([' ', '(', ')', '[', ']', '-', '–']);
        let is_count = of.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '#' | '.'));
        Some(Labelled { label, of: Some(of).filter(|of| !of.is_empty() && !is_count), text: text.trim() })
    }

    /// The label at the beginning of a text, the longest first, and what follows it.
    fn label<'t>(&self, text: &'t str) -> Option<(Label, &'t str)> {
        let kinds = [self.labels, self.english].into_iter().flat_map(|labels| {
            let words = &labels.minutes;
            [
                (Label::Action, &words.action),
                (Label::Decision, &words.decision),
                (Label::Outcome, &words.outcome),
                (Label::PresentedBy, &words.presented_by),
                (Label::Discussion, &words.discussion),
            ]
        });
        let found = kinds.flat_map(|(label, forms)| {
            forms.iter().filter_map(move |form| Some((label, strip(text, form)?)))
        });
        found.min_by_key(|(_, rest)| rest.len())
    }

    /// A line that says what happened and nothing else: `Presented and noted.`
    pub fn outcomes(&self, line: &str) -> Option<Vec<Outcome>> {
        let mut rest = line.trim_matches([' ', '.', '。']).to_lowercase();
        let mut found: Vec<(usize, Outcome)> = Vec::new();
        for (form, outcome) in self.outcome_forms() {
            while let Some(at) = word_at(&rest, &form) {
                found.push((at, outcome));
                // The places of the other words stay as they are.
                rest.replace_range(at..at + form.len(), &" ".repeat(form.len()));
            }
        }
        // A small word may join them; anything longer is a sentence.
        let joins =
            |word: &str| word.chars().count() <= 3 && !word.contains(|sign: char| sign.is_ascii_digit());
        let is_all =
            rest.split([' ', ',', ';', '/', '&', '+', '.']).filter(|word| !word.is_empty()).all(joins);
        found.sort_unstable_by_key(|(at, _)| *at);
        let mut outcomes: Vec<Outcome> = Vec::new();
        for (_, outcome) in found {
            if !outcomes.contains(&outcome) {
                outcomes.push(outcome);
            }
        }
        (is_all && !outcomes.is_empty()).then_some(outcomes)
    }

    /// All words of outcomes in lower case, the longest first: `not presented` before `presented`.
    fn outcome_forms(&self) -> Vec<(String, Outcome)> {
        let mut forms: Vec<(String, Outcome)> = Vec::new();
        for labels in [self.labels, self.english] {
            for &outcome in Outcome::ALL {
                let name = outcome.as_str();
                let words = labels.outcome_words.get(name).into_iter().flatten();
                forms.extend(words.map(|form| (form.clone(), outcome)));
                forms.push((name.replace('_', " "), outcome));
            }
        }
        forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        forms
    }

    /// The main verb of a decision: that of the words for outcomes which stands first.
    pub fn verb(&self, sentence: &str) -> Option<Verb> {
        let lower = sentence.to_lowercase();
        let outcomes = self.outcome_forms().into_iter().filter_map(|(form, outcome)| {
            Some((word_at(&lower, &form)?, outcome.as_str().parse::<Verb>().ok()?))
        });
        let verbs = Verb::ALL.iter().flat_map(|verb| {
            let labels = [self.labels, self.english];
            let forms = labels.into_iter().filter_map(|labels| labels.verbs.get(verb.as_str()));
            forms.filter_map(|form| Some((word_at(&lower, &form.to_lowercase())?, *verb))).collect::<Vec<_>>()
        });
        outcomes.chain(verbs).min_by_key(|(at, _)| *at).map(|(_, verb)| verb)
    }

    /// Who must act, where the text begins with that: `WP2 to approve …`.
    pub fn assignee(&self, text: &str) -> Option<String> {
        const WORDS: usize = 6;
        let ends = self.labels.minutes.acts.iter().filter_map(|word| text.find(word.as_str()));
        let name = &text[..ends.min()?];
        let begins = name.starts_with(|first: char| first.is_uppercase() || !first.is_lowercase());
        let is_name = begins && name.split_whitespace().count() <= WORDS && !name.contains([',', ';', '.']);
        is_name.then(|| name.trim().to_owned()).filter(|name| !name.is_empty())
    }

    /// Whom the assignee is to ask, where the text goes on with that: `WP2 to request TSAG to approve …`.
    pub fn requested_of(&self, text: &str) -> Option<String> {
        let after = &text[self.assignee(text)?.len()..];
        let lower = after.to_lowercase();
        let forms = self.labels.minutes.requests.iter();
        let form = forms
            .filter(|form| lower.trim_start().starts_with(form.as_str()))
            .max_by_key(|form| form.len())?;
        let rest = after.trim_start().get(form.len()..)?;
        let ends = self.labels.minutes.acts.iter().filter_map(|word| rest.find(word.as_str()));
        // A small word may stand before the name; without another verb it ends at the first one after it.
        let words = rest[..ends.min().unwrap_or(rest.len())].split_whitespace();
        let name: Vec<&str> =
            words.skip_while(|word| is_small(word)).take_while(|word| !is_small(word)).collect();
        Some(name.join(" ")).filter(|name| !name.is_empty() && !name.contains([',', ';', '.']))
    }

    /// The day by which it is due: a day after `by` or `due`, written as the language does or as `2026-10-30`.
    pub fn due(&self, text: &str) -> Option<Date> {
        let lower = text.to_lowercase();
        self.days(&lower).into_iter().find_map(|(at, end, day)| {
            let before = lower[..at].trim_end_matches([' ', ':', '(']);
            let after = &lower[end..];
            let words = &self.labels.minutes.due;
            let is_due =
                words.iter().any(|word| ends_with_word(before, word) || after.starts_with(word.as_str()));
            is_due.then_some(day)
        })
    }

    /// Days with their places in a text in lower case.
    fn days(&self, lower: &str) -> Vec<(usize, usize, Date)> {
        let mut found = Vec::new();
        for (at, _) in lower.char_indices() {
            let follows = lower[..at].ends_with(|before: char| before.is_ascii_digit());
            if let Some((length, day)) = (!follows).then(|| self.day_at(&lower[at..])).flatten() {
                found.push((at, at + length, day));
            }
        }
        found
    }

    /// A day at the beginning of a text, and its length.
    fn day_at(&self, text: &str) -> Option<(usize, Date)> {
        if let Some(day) = text.get(..10).and_then(|iso| iso.parse().ok()) {
            return Some((10, day));
        }
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let day: i8 = text[..digits].parse().ok()?;
        let year_at = text.match_indices(char::is_whitespace).map(|(at, _)| at + 1).find(|at| {
            text.get(*at..at + 4).is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit()))
        })?;
        let year: i16 = text[year_at..year_at + 4].parse().ok()?;
        let names = self.labels.dates.names.iter().zip(1i8..);
        let between = text[digits..year_at].trim();
        let month = names
            .filter(|(name, _)| between.contains(&name.to_lowercase()) && between.len() < name.len() + 9);
        Some((year_at + 4, Date::new(year, month.map(|(_, month)| month).next()?, day).ok()?))
    }
}

/// The rest of a text that begins with a form, whatever its case, and not with a longer word.
fn strip<'t>(text: &'t str, form: &str) -> Option<&'t str> {
    let mut letters = text.char_indices();
    for wanted in form.chars() {
        let (_, letter) = letters.next()?;
        if !letter.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
    }
    let rest = letters.as_str();
    (!rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

/// Where a form stands as words of its own.
fn word_at(text: &str, form: &str) -> Option<usize> {
    let is_letter = |sign: char| sign.is_alphanumeric() && u32::from(sign) < 0x2e80;
    text.match_indices(form).map(|(at, _)| at).find(|&at| {
        let before = text[..at].chars().next_back().is_some_and(is_letter);
        let after = text[at + form.len()..].chars().next().is_some_and(is_letter);
        !before && !after
    })
}

fn is_small(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
}

fn ends_with_word(text: &str, word: &str) -> bool {
    text.strip_suffix(word).is_some_and(|rest| !rest.ends_with(|sign: char| sign.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use meeting_model::Language;

    use super::*;

    fn with_words<T>(language: Language, ask: impl Fn(&Words<'_>) -> T) -> T {
        let labels = Labels::of(language).unwrap();
        let english = Labels::of(Language::English).unwrap();
        ask(&Words { labels: &labels, english: &english })
    }

    #[test]
    fn labels_are_found_however_they_are_typed() {
        let cases = [
            ("Action: write", Some((Label::Action, None, "write"))),
            ("- ACTION (WP2) : write", Some((Label::Action, Some("WP2"), "write"))),
            ("Action 3: write", Some((Label::Action, None, "write"))),
            ("Outcome： noted", Some((Label::Outcome, None, "noted"))),
            ("Presented by: TSB", Some((Label::PresentedBy, None, "TSB"))),
            ("Actions of others matter", None),
            ("Actionable: yes", None),
        ];
        for (line, expected) in cases {
            let found = with_words(Language::French, |words| {
                words.labelled(line).map(|it| (it.label, it.of.map(str::to_owned), it.text.to_owned()))
            });
            let expected = expected.map(|(label, of, text): (_, Option<&str>, &str)| {
                (label, of.map(str::to_owned), text.to_owned())
            });
            assert_eq!(found, expected, "{line}");
        }
        assert!(with_words(Language::French, |words| words.labelled("Décision: oui").is_some()));
    }

    #[test]
    fn outcomes_stand_alone() {
        let of = |line: &str| with_words(Language::English, |words| words.outcomes(line));
        assert_eq!(of("Presented and noted."), Some(vec![Outcome::Presented, Outcome::Noted]));
        assert_eq!(of("not presented"), Some(vec![Outcome::NotPresented]));
        assert_eq!(of("carried_forward"), None);
        assert_eq!(of("Carried forward"), Some(vec![Outcome::CarriedForward]));
        assert_eq!(of("The report was noted"), None);
        assert_eq!(of(""), None);
        let french = with_words(Language::French, |words| words.outcomes("Noted"));
        assert_eq!(french, Some(vec![Outcome::Noted]));
    }

    #[test]
    fn decisions_have_a_verb() {
        let of = |sentence: &str| with_words(Language::English, |words| words.verb(sentence));
        assert_eq!(of("It was agreed to approve the plan."), Some(Verb::Agreed));
        assert_eq!(of("The TSB was requested to write."), Some(Verb::Requested));
        assert_eq!(of("The pilot starts in May."), None);
    }

    #[test]
    fn who_must_act_and_by_when() {
        let assignee = |text: &str| with_words(Language::English, |words| words.assignee(text));
        assert_eq!(assignee("WP2 to approve TD1"), Some("WP2".to_owned()));
        assert_eq!(assignee("The Rapporteur will write"), Some("The Rapporteur".to_owned()));
        assert_eq!(assignee("collect examples"), None);
        let asked = |text: &str| with_words(Language::English, |words| words.requested_of(text));
        assert_eq!(asked("WP2 to request TSAG to approve TD1"), Some("TSAG".to_owned()));
        assert_eq!(asked("RG-MDP to ask the TSB Director to write"), Some("TSB Director".to_owned()));
        assert_eq!(asked("WP2 to approve the request of TSAG"), None);
        let french =
            with_words(Language::French, |words| words.requested_of("GT2 doit demander au GCNT d’approuver"));
        assert_eq!(french, Some("GCNT".to_owned()));
        let due = |text: &str| with_words(Language::English, |words| words.due(text));
        assert_eq!(due("TSB to write by 30 October 2026."), Some(date(2026, 10, 30)));
        assert_eq!(due("TSB to write (due: 2026-10-30)"), Some(date(2026, 10, 30)));
        assert_eq!(due("TSB to report on the workshop of 30 October 2026"), None);
        let spanish =
            with_words(Language::Spanish, |words| words.due("responder antes del 1 de agosto de 2026"));
        assert_eq!(spanish, Some(date(2026, 8, 1)));
    }
}
