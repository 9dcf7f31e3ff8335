//! Which actions of items repeat an entry of the action list.

use std::collections::BTreeSet;

use meeting_model::{Action, DocumentNumber, Origin};

/// Share of the words of the shorter text that both must have.
const ALIKE: f64 = 0.6;

/// Fills `same_as` of the actions that ask the same thing as an entry with an id.
pub(super) fn mark(actions: &mut [Action]) {
    let entries: Vec<(String, BTreeSet<String>, Vec<DocumentNumber>)> = actions
        .iter()
        .filter(|action| action.origin == Origin::List)
        .filter_map(|action| Some((action.id.clone()?, words(&action.text), action.documents.clone())))
        .collect();
    for action in actions.iter_mut().filter(|action| matches!(action.origin, Origin::Item | Origin::Sentence))
    {
        if let Some(id) = action.id.as_ref().filter(|id| entries.iter().any(|(known, ..)| known == *id)) {
            action.same_as = Some(id.clone());
            continue;
        }
        let (own, own_numbers) = (words(&action.text), &action.documents);
        // Approving one document is not approving another.
        let may_be_same =
            |of: &[DocumentNumber]| own_numbers.is_empty() || of.is_empty() || has_common(own_numbers, of);
        let best = entries
            .iter()
            .filter(|(.., of_numbers)| may_be_same(of_numbers))
            .map(|(id, of, of_numbers)| (id, share(&own, of) + bonus(own_numbers, of_numbers)))
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

/// Whether both name a document, in whatever revision.
fn has_common(a: &[DocumentNumber], b: &[DocumentNumber]) -> bool {
    a.iter().any(|own| b.iter().any(|other| own.matches_any_revision(other)))
}

fn share(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a sentence has few words")]
    let ratio = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    ratio(a.intersection(b).count(), a.len().min(b.len()))
}

/// The same document in both makes it likelier that both ask the same.
fn bonus(a: &[DocumentNumber], b: &[DocumentNumber]) -> f64 {
    if has_common(a, b) { 0.1 } else { 0.0 }
}
