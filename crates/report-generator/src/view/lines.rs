//! What is to be printed of an item, line by line: its text, and what its data state beyond the text.
//!
//! The text of an item that was read from a document states most of the item's outcomes, decisions and actions in
//! its own words. They must not be printed twice, and nothing that the data hold may be missing.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use meeting_model::{Action, Item, ItemKind, Language, Origin, Outcome, Proposed};
use schemars::JsonSchema;
use serde::Serialize;

use super::actions;
use super::items::{Business, numbers};
use super::parts::PartView;
use crate::labels::{Labels, fill, label_of};

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    /// What was asked before the meeting, what happened, who presented.
    Treatment,
    /// A paragraph of the text.
    Paragraph,
    /// The visible mark of something that is left to be written.
    Todo,
    /// A decision that the text does not state.
    Decision,
    /// An action; its label stands apart.
    Action,
    /// A point of the action above; to be numbered.
    SubItem,
    /// Documents that neither title nor text name.
    Documents,
}

/// A line of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LineView {
    /// What it is: `treatment`, `paragraph`, `todo`, `decision`, `action`, `sub_item`, `documents`.
    pub kind: LineKind,
    /// The label before the text: `RG-IES-1:`, `Action:`.
    pub label: String,
    /// The text.
    pub text: String,
    /// The text in pieces: document numbers with their links, and what stands between them.
    pub parts: Vec<PartView>,
}

impl LineView {
    fn new(kind: LineKind, text: impl Into<String>) -> Self {
        Self { kind, label: String::new(), text: text.into(), parts: Vec::new() }
    }

    fn labelled(label: String, text: &str) -> Self {
        Self { label, ..Self::new(LineKind::Action, text) }
    }

    /// Label and text.
    pub(crate) fn plain(&self) -> String {
        if self.label.is_empty() { self.text.clone() } else { format!("{} {}", self.label, self.text) }
    }
}

/// All lines of an item, in order.
pub(super) fn of(business: &Business<'_>, item: &Item) -> Vec<LineView> {
    let actions = business.actions_of(item);
    let text = item.text.as_deref().unwrap_or_default();
    let mut lines = opening(business, item, text);
    let (body, stated) = body(strip_number(item, text), &actions);
    // The first line of a numbered paragraph stands beside its number: that is its text.
    let at = if item.kind == ItemKind::Paragraph { 0 } else { lines.len() };
    drop(lines.splice(at..at, body));
    lines.extend(documents(business, item, text));
    lines.extend(decisions(business, item, &lines));
    lines.extend(rest(business, &actions, &stated, text));
    if item.kind == ItemKind::Row {
        set_apart(&mut lines, business);
    }
    let todo = format!("{}{}", business.labels.words.todo, business.labels.words.colon);
    for line in &mut lines {
        if line.text.starts_with(&todo) {
            line.kind = LineKind::Todo;
        }
        line.parts = business.parts(&line.text);
    }
    lines
}

/// What happened to a row, in a word or two, is set apart: `Noted`, `Reviewed and agreed`; at its beginning also with
/// more words, `Reviewed (for approval by the plenary)`.
fn set_apart(lines: &mut [LineView], business: &Business<'_>) {
    let mut opens = true;
    for line in lines {
        let is_outcome = line.kind == LineKind::Paragraph && is_outcome(&line.text, opens, business);
        opens &= is_outcome || line.kind == LineKind::Treatment;
        if is_outcome {
            line.kind = LineKind::Treatment;
        }
    }
}

fn is_outcome(line: &str, opens: bool, business: &Business<'_>) -> bool {
    let lower = line.to_lowercase();
    let bare = lower.trim_end_matches(['.', '。']);
    let forms = || business.labels.outcome_words.values().flatten();
    let is_short = lower.chars().count() <= OUTCOME;
    let begins = |form: &String| bare.strip_prefix(form.as_str()).is_some_and(|rest| !begins_in_word(rest));
    let is_phrase = opens && bare.len() == lower.len() && forms().any(begins);
    let mut requests = business.labels.proposed_words.values().flatten();
    let is_request = requests.any(|form| lower.starts_with(form.as_str()));
    is_short && !is_request && (is_phrase || are_forms(bare, forms()))
}

/// Whether a text is made of these forms and of nothing else but small words between them.
fn are_forms<'f>(text: &str, forms: impl Iterator<Item = &'f String>) -> bool {
    let mut forms: Vec<&String> = forms.filter(|form| text.contains(form.as_str())).collect();
    forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
    let rest = forms.iter().fold(text.to_owned(), |rest, form| rest.replace(form.as_str(), " "));
    let is_small = |word: &str| word.chars().count() <= SMALL_WORD;
    !forms.is_empty() && rest.split([' ', ',', '/', '&']).all(is_small)
}

/// The longest word that joins two others, in characters: `and`.
const SMALL_WORD: usize = 3;

/// The longest line that tells what happened and is no sentence, in characters.
const OUTCOME: usize = 60;

/// The text of a paragraph item begins with its number, which templates print by themselves.
fn strip_number<'t>(item: &Item, text: &'t str) -> &'t str {
    let Some(number) = item.number.as_deref().filter(|_| item.kind == ItemKind::Paragraph) else {
        return text;
    };
    match text.strip_prefix(number) {
        Some(rest) if !rest.starts_with(|next: char| next.is_alphanumeric()) => {
            rest.trim_start_matches(['.', ')']).trim_start()
        }
        _ => text,
    }
}

/// Proposed treatment, outcomes and presenter, as far as the text does not state them.
fn opening(business: &Business<'_>, item: &Item, text: &str) -> Vec<LineView> {
    let labels = business.labels;
    let lower = text.to_lowercase();
    let proposed = item.proposed.iter().copied().map(Proposed::as_str);
    let proposed = proposed.filter(|name| !is_stated(&lower, labels, |labels| &labels.proposed_words, name));
    let proposed = proposed.map(|name| format!("{}.", label_of(&labels.proposed, name)));
    let outcomes: Vec<Outcome> = item
        .outcomes
        .iter()
        .copied()
        .filter(|outcome| !is_stated(&lower, labels, |labels| &labels.outcome_words, outcome.as_str()))
        .collect();
    let presenter = item.presented_by.as_deref().filter(|who| !text.contains(who));
    let presenter_line = presenter.map(|who| fill(&labels.words.presented_by, &[("who", who)]));
    let outcomes = outcomes
        .into_iter()
        // "Presented by X" says that it was presented.
        .filter(|outcome| presenter_line.is_none() || *outcome != Outcome::Presented)
        .map(|outcome| label_of(&labels.outcomes, outcome.as_str()));
    let lines: Vec<String> = proposed.chain(outcomes).collect();
    lines.into_iter().chain(presenter_line).map(|text| LineView::new(LineKind::Treatment, text)).collect()
}

/// The words of English: agendas are in English where their report is in another language.
static ENGLISH: LazyLock<Option<Labels>> = LazyLock::new(|| Labels::of(Language::English).ok());

type Forms = BTreeMap<String, Vec<String>>;

/// Whether a text in lower case states what has this name, in the words of the language or of English.
fn is_stated(text: &str, labels: &Labels, forms: fn(&Labels) -> &Forms, name: &str) -> bool {
    let states = |labels: &Labels| {
        forms(labels).get(name).is_some_and(|forms| forms.iter().any(|form| has_word(text, form)))
    };
    states(labels) || ENGLISH.as_ref().is_some_and(states)
}

/// Whether a text has a form as words of their own; Chinese has no spaces between them.
fn has_word(text: &str, form: &str) -> bool {
    let found = text.match_indices(form);
    found.into_iter().any(|(at, _)| !ends_in_word(&text[..at]) && !begins_in_word(&text[at + form.len()..]))
}

fn ends_in_word(text: &str) -> bool {
    text.chars().next_back().is_some_and(is_letter)
}

fn begins_in_word(text: &str) -> bool {
    text.chars().next().is_some_and(is_letter)
}

fn is_letter(sign: char) -> bool {
    sign.is_alphanumeric() && u32::from(sign) < FIRST_IDEOGRAPH
}

/// From here on characters are words by themselves.
const FIRST_IDEOGRAPH: u32 = 0x2e80;

/// The lines of the text, with the actions among them set apart. Tells which actions these are.
fn body(text: &str, actions: &[&Action]) -> (Vec<LineView>, Vec<usize>) {
    let mut lines = Vec::new();
    let mut stated: Vec<usize> = Vec::new();
    let mut points: Vec<&str> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if let Some(at) = points.iter().position(|point| *point == line) {
            points.remove(at);
            lines.push(LineView::new(LineKind::SubItem, line));
        } else if let Some((at, label)) = action_in(line, actions, &stated) {
            stated.push(at);
            points = actions[at].sub_items.iter().map(String::as_str).collect();
            lines.push(LineView::labelled(label.to_owned(), &actions[at].text));
        } else {
            lines.push(LineView::new(LineKind::Paragraph, line));
        }
    }
    let within = |action: &Action| text.contains(&action.text) && action.origin == Origin::Sentence;
    stated.extend(actions.iter().enumerate().filter(|(_, action)| within(action)).map(|(at, _)| at));
    (lines, stated)
}

/// The action that a line is made of, behind a label of a few words that ends in a colon or the like.
fn action_in<'t>(line: &'t str, actions: &[&Action], stated: &[usize]) -> Option<(usize, &'t str)> {
    actions.iter().enumerate().find_map(|(at, action)| {
        let labelled = matches!(action.origin, Origin::Item | Origin::List) && !stated.contains(&at);
        let label =
            line.strip_suffix(action.text.as_str()).filter(|_| labelled && !action.text.is_empty())?;
        (label.chars().count() <= LABEL).then(|| (at, label.trim_end()))
    })
}

/// The longest label before an action, in characters.
const LABEL: usize = 40;

/// The documents of a heading or a paragraph that stand neither in its title nor in its text.
fn documents(business: &Business<'_>, item: &Item, text: &str) -> Option<LineView> {
    let title = item.title.as_deref().unwrap_or_default();
    let missing: Vec<_> = item
        .documents
        .iter()
        .filter(|document| {
            item.kind != ItemKind::Row
                && !business.names(title, &document.number)
                && !business.names(text, &document.number)
        })
        .collect();
    (!missing.is_empty()).then(|| LineView::new(LineKind::Documents, numbers(business, missing)))
}

/// The decisions of the item that no line states.
fn decisions(business: &Business<'_>, item: &Item, lines: &[LineView]) -> Vec<LineView> {
    let text: String = lines.iter().map(|line| line.plain() + "\n").collect();
    let unstated = business
        .decisions_of(item)
        .into_iter()
        .filter(|decision| !text.contains(decision.text.trim_end_matches('.')));
    unstated.map(|decision| LineView::new(LineKind::Decision, decision.text.clone())).collect()
}

/// The actions of the item that the text does not state.
fn rest(business: &Business<'_>, own: &[&Action], stated: &[usize], text: &str) -> Vec<LineView> {
    let mut lines = Vec::new();
    for (at, action) in own.iter().enumerate() {
        let elsewhere = matches!(action.origin, Origin::Cover | Origin::Plan);
        let in_table = actions::is_for_table(business, action);
        if stated.contains(&at) || elsewhere || in_table || text.contains(&action.text) {
            continue;
        }
        lines.push(match action.origin {
            Origin::Sentence => LineView::new(LineKind::Paragraph, action.text.clone()),
            _ => LineView::labelled(label(business, action), &action.text),
        });
        lines.extend(action.sub_items.iter().map(|point| LineView::new(LineKind::SubItem, point)));
    }
    lines
}

/// `RG-IES-1:` or `Action:`
fn label(business: &Business<'_>, action: &Action) -> String {
    let words = &business.labels.words;
    let label = action.id.as_deref().filter(|_| action.origin == Origin::List).unwrap_or(&words.action);
    format!("{label}{}", words.colon.trim_end())
}
