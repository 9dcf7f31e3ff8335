//! What kind of document it is: scores for each kind, with the reasons.

use std::ops::Range;

use meeting_model::{Decision, Header, Item, Kind, Liaison};

use crate::found::Reading;
use crate::group_names;
use crate::lists::decisions;
use crate::vocabulary::text::is_ideograph;
use crate::vocabulary::{Column, DocumentKind, DocumentType, Key, Thing};

/// What is known when the kind is asked for.
pub(crate) struct Evidence<'e> {
    pub header: &'e Header,
    pub liaison: Option<&'e Liaison>,
    pub items: &'e [Item],
    pub decisions: &'e [Decision],
}

struct Score {
    kind: Kind,
    points: u32,
    reasons: Vec<String>,
}

/// The kind with the most points, and why; without any, `other`.
pub(crate) fn classify(evidence: &Evidence<'_>, reading: &Reading<'_>) -> (Kind, Vec<String>) {
    let mut scores: Vec<Score> = Kind::ALL
        .iter()
        .filter(|kind| **kind != Kind::Other)
        .map(|&kind| Score { kind, points: 0, reasons: Vec::new() })
        .collect();
    let mut add = |kind: Kind, points: u32, reason: String| {
        if let Some(score) = scores.iter_mut().find(|score| score.kind == kind) {
            score.points += points;
            score.reasons.push(reason);
        }
    };
    by_title(evidence.header, reading, &mut add);
    by_number_and_type(evidence.header, reading, &mut add);
    by_content(evidence, reading, &mut add);
    let best = scores.into_iter().max_by_key(|score| score.points);
    match best.filter(|best| best.points > 0) {
        Some(best) => (best.kind, best.reasons),
        None => (Kind::Other, vec!["no words, tables or numbers of a known kind".to_owned()]),
    }
}

type Add<'a> = &'a mut dyn FnMut(Kind, u32, String);

/// The first phrase of the title that names a kind weighs most: a report of a plan is a report.
fn by_title(header: &Header, reading: &Reading<'_>, add: Add<'_>) {
    let title = header.title.as_deref().unwrap_or_default();
    let texts = reading.words.things.find(title);
    // `Technical Report` is a kind of text, no report of a meeting.
    let of_text =
        |range: &Range<usize>| texts.iter().any(|text| is_text(text.key) && holds(&text.range, range));
    let hits = reading.words.kinds.find(title).into_iter().filter(|hit| !of_text(&hit.range));
    let is_temporary = header.number.as_ref().is_some_and(|number| number.series == TEMPORARY);
    for (at, hit) in hits.enumerate() {
        // Contributions have numbers of their own.
        if hit.key == DocumentKind::Contribution && is_temporary {
            continue;
        }
        let is_addressed =
            hit.key == DocumentKind::AssemblyReport && at > 0 && ends_there(&title[hit.range.end..]);
        let points = if at == 0 || is_addressed { 5 } else { 1 };
        let heavier = matches!(
            hit.key,
            DocumentKind::AssemblyReport | DocumentKind::ActionPlan | DocumentKind::ActionList
        );
        let points = if heavier { points + 3 } else { points };
        if let Ok(kind) = hit.key.name().parse() {
            add(kind, points, format!("the title says `{}`", &title[hit.range.clone()]));
        }
    }
}

/// The series of temporary documents.
const TEMPORARY: &str = "TD";

fn is_text(thing: Thing) -> bool {
    matches!(
        thing,
        Thing::TechnicalReport | Thing::TechnicalPaper | Thing::Recommendation | Thing::Supplement
    )
}

fn holds(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Nothing but the year of the assembly belongs to the phrase: `to WTSA-28: Part I`, not `to WTSA Resolution 2`.
fn ends_there(after: &str) -> bool {
    let after = after.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '‑' | '–'));
    after.trim_start().chars().next().is_none_or(|next| !next.is_alphanumeric() || is_ideograph(next))
}

fn by_number_and_type(header: &Header, reading: &Reading<'_>, add: Add<'_>) {
    if let Some(number) = &header.number {
        match number.series.as_str() {
            // All documents of an assembly are numbered as its contributions.
            "C" | "COL" if number.group.as_deref().is_none_or(|group| !group_names::is_assembly(group)) => {
                add(Kind::Contribution, 6, format!("the number {number} is that of a contribution"));
            }
            "C" | "COL" => {
                add(Kind::Contribution, 4, format!("the number {number} is that of a contribution"));
            }
            "LS" | "OLS" | "ILS" => {
                add(Kind::LiaisonStatement, 4, format!("the number {number} is that of a liaison statement"));
            }
            _ => {}
        }
    }
    let printed = header.document_type.as_deref().unwrap_or_default();
    match reading.words.document_types.get(printed) {
        Some(DocumentType::Contribution) => add(Kind::Contribution, 4, "the cover says so".to_owned()),
        Some(DocumentType::LiaisonStatement) => {
            add(Kind::LiaisonStatement, 4, "the cover says so".to_owned());
        }
        _ => {}
    }
}

fn by_content(evidence: &Evidence<'_>, reading: &Reading<'_>, add: Add<'_>) {
    if let Some(liaison) = evidence.liaison {
        let rows = [&liaison.for_action, &liaison.for_comment, &liaison.for_information];
        if rows.iter().any(|row| !row.is_empty()) {
            add(Kind::LiaisonStatement, 6, "the cover has the rows of a liaison statement".to_owned());
        }
    }
    let told = evidence.decisions.iter().filter(|found| decisions::is_of_a_meeting(found)).count();
    if told >= 3 {
        add(Kind::MeetingReport, 3, format!("{told} decisions of a meeting are told"));
    }
    let proposed = evidence.items.iter().filter(|item| !item.proposed.is_empty()).count();
    let done = evidence.items.iter().filter(|item| !item.outcomes.is_empty()).count();
    if proposed >= 3 && proposed > done * 2 {
        add(Kind::Agenda, 2, format!("{proposed} items say what is asked, {done} what was done"));
    }
    let action_rows = reading.outline.tables().filter(|(_, grid)| {
        grid.heads.has(Column::Action)
            && grid.heads.has_any(&[Column::Responsible, Column::DueDate])
            && !grid.heads.has_any(&[Column::Place, Column::PlaceDate])
    });
    if action_rows.count() > 0 && evidence.decisions.is_empty() {
        add(Kind::ActionList, 3, "it has tables of actions with owners or dates".to_owned());
    }
}
