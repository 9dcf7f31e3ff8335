//! Statements find their partners and their places, so that whatever they do, the result is whole.

mod alone;
mod blank;
mod lift;
mod pairs;
mod split;

use super::error::TemplateErrorKind;
use super::join::Gathered;
use super::xml::{Element, Node};

use blank::{holds, tags_in, take};
use lift::Lifter;

/// Arranges the tags of a text: of a part, or of one note.
pub(crate) fn arrange(root: &mut Element<'_>, gathered: &mut Gathered) {
    let mut order = Vec::new();
    in_order(root, &mut order);
    if order.is_empty() {
        return;
    }
    let pairs = pairs::pair(&order, gathered);
    for tag in &pairs.lost {
        take_from(root, *tag);
    }
    alone::give_way(root, &gathered.tags);
    let mut lifter = Lifter { tags: &gathered.tags, pairs: &pairs, misplaced: Vec::new() };
    let waiting = lifter.settle(root);
    let mut misplaced = lifter.misplaced;
    alone::unwrap_definitions(root, &gathered.tags);
    for tag in waiting {
        misplaced.extend(pairs.construct_of(tag));
    }
    misplaced.sort_unstable();
    misplaced.dedup();
    for construct in misplaced {
        let tags: Vec<usize> = pairs.tags_of(construct).collect();
        report_misplaced(&tags, gathered);
        for tag in tags {
            take_from(root, tag);
        }
    }
}

/// Finds the partners of tags that stand in a text of lines, in the order of the text: what has none is told.
pub(crate) fn pair_up(order: &[usize], gathered: &mut Gathered) {
    pairs::pair(order, gathered);
}

fn in_order(root: &Element<'_>, out: &mut Vec<usize>) {
    root.children.iter().for_each(|child| tags_in(child, out));
}

fn take_from(root: &mut Element<'_>, tag: usize) {
    root.children.retain(|child| !matches!(child, Node::Tag(found) if *found == tag));
    if let Some(child) = root.children.iter_mut().find(|child| holds(child, tag)) {
        take(child, tag);
    }
}

/// A pair whose ends stand in different surroundings.
fn report_misplaced(tags: &[usize], gathered: &mut Gathered) {
    let (Some(&first), Some(&last)) = (tags.first(), tags.last()) else { return };
    let end = &gathered.tags[last];
    let message = format!(
        "what stands between it and {} in {} begins and ends in different surroundings: \
         give each a paragraph or a row of its own",
        end.tag.shown, end.place
    );
    let error = gathered.tags[first].error(&gathered.template, TemplateErrorKind::Misplaced, message);
    gathered.errors.push(error);
}
