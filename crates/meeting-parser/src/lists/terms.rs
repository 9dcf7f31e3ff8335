//! Terms of reference: the points under their heading.

use meeting_model::TermsOfReference;

use crate::found::Reading;
use crate::group_names;
use crate::outline::{Block, Heading};
use crate::vocabulary::{Heading as About, Vocabulary};

/// Reads the terms of reference of annexes (and of sections that hold nothing else).
pub(crate) fn read(reading: &Reading<'_>) -> Vec<TermsOfReference> {
    let mut found: Vec<TermsOfReference> = Vec::new();
    let mut open: Option<TermsOfReference> = None;
    for (at, block) in reading.outline.blocks.iter().enumerate() {
        let Block::Line(line) = block else {
            // A table after the points is about something else.
            if open.as_ref().is_some_and(|terms| !terms.items.is_empty()) {
                found.extend(open.take());
            }
            continue;
        };
        if line.is_empty() {
            continue;
        }
        let heading = reading.outline.heading(line.spot).filter(|_| reading.outline.is_heading(at));
        if let Some(heading) = heading.filter(|heading| !continues(heading, open.as_ref())) {
            found.extend(open.take());
            open = begins(&heading.title, heading.is_annex, reading)
                .then(|| begin(&heading.title, line, reading));
            continue;
        }
        if heading.is_some() {
            continue;
        }
        match &mut open {
            Some(terms) if line.is_point() => terms.items.push(line.text.clone()),
            Some(terms) if !terms.items.is_empty() && !is_lead_in(&line.text) => {
                found.extend(open.take());
            }
            Some(terms) if terms.group.is_none() => {
                terms.group = group_names::first(&line.text, reading.words);
            }
            None if reading.outline.in_annex(line.spot) && begins_line(&line.text, reading.words) => {
                open = Some(begin(&line.text, line, reading));
            }
            _ => {}
        }
    }
    found.extend(open);
    found.retain(|terms| !terms.items.is_empty());
    found
}

/// A heading under the title that names the group again belongs to the same terms.
fn continues(heading: &Heading, open: Option<&TermsOfReference>) -> bool {
    open.is_some_and(|terms| terms.items.is_empty()) && heading.level > 1
}

fn begins(title: &str, is_annex: bool, reading: &Reading<'_>) -> bool {
    let about = reading.words.headings.find_key(title, About::TermsOfReference).is_some();
    about && is_annex
}

/// A line in an annex that is the title of terms of reference, not a sentence about them.
fn begins_line(text: &str, words: &Vocabulary) -> bool {
    words.headings.leading(text).is_some_and(|hit| hit.key == About::TermsOfReference)
        && !text.trim_end().ends_with(['.', ';'])
}

fn is_lead_in(text: &str) -> bool {
    text.ends_with([':', '：'])
}

fn begin(title: &str, line: &crate::outline::Line, reading: &Reading<'_>) -> TermsOfReference {
    TermsOfReference {
        // The group in parentheses at the end is the one that the terms are for.
        group: last_group(title).or_else(|| group_names::first(title, reading.words)),
        title: Some(title.to_owned()),
        items: Vec::new(),
        at: reading.outline.location(line.spot),
    }
}

fn last_group(title: &str) -> Option<String> {
    group_names::find(title).last().map(|(_, code)| group_names::compact(code))
}
