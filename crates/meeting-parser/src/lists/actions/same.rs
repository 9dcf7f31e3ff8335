//! Which actions of items repeat an entry of the action list.

use std::collections::BTreeSet;

use meeting_model::{Action, Origin};

/// Share of the words of the shorter text that both must have.
const ALIKE: f64 = 0.6;

/// Fills `same_as` of the actions that ask the same thing as an entry with an id.
pub(super) fn mark(actions: &mut [Action]) {
    let entries: Vec<(String, BTreeSet<String>, Vec<String>)> = actions
        .iter()
        .filter(|action| action.origin == Origin::List)
        .filter_map(|action| Some((action.id.clone()?, words(&action.text), numbers(action))))
        .collect();
    for action in actions.iter_mut().filter(|action| matches!(action.origin, Origin::Item | Origin::Sentence))
    {
        if let Some(id) = action.id.as_ref().filter(|id| entries.iter().any(|(known, ..)| known == *id)) {
            action.same_as = Some(id.clone());
            continue;
        }
        let (own, own_numbers) = (words(&action.text), numbers(action));
        let best = entries
            .iter()
            .map(|(id, of, of_numbers)| (id, share(&own, of) + bonus(&own_numbers, of_numbers)))
            .filter(|(_, share)| *share >= ALIKE)
            .max_by(|a, b| a.1.total_cmp(&b.1));
        action.same_as = best.map(|(id, _)| id.clone());
    }
}

/// The words that carry meaning: those of more than three letters.
fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 3)
        .map(|word| word.to_lowercase().trim_end_matches('s').to_owned())
        .collect()
}

fn numbers(action: &Action) -> Vec<String> {
    action.documents.iter().map(ToString::to_string).collect()
}

fn share(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a sentence has few words")]
    let ratio = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    ratio(a.intersection(b).count(), a.len().min(b.len()))
}

/// The same document in both makes it likelier that both ask the same.
fn bonus(a: &[String], b: &[String]) -> f64 {
    if a.iter().any(|number| b.contains(number)) { 0.1 } else { 0.0 }
}
