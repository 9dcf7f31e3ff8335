//! An element of a plan while its labels are read.

use meeting_model::{ActionPlanItem, Location};

use super::{identifiers, proposed};
use crate::found::Reading;
use crate::lists::logical::numbered;
use crate::outline::Line;
use crate::vocabulary::{Marker, PlanField};

/// An element and the lines found under each of its labels.
#[derive(Default)]
pub(super) struct Draft {
    at: Option<Location>,
    lines: Vec<(PlanField, Line)>,
}

impl Draft {
    /// Adds what stands under a label; the place of the element is that of its identifier, else of its first words.
    pub(super) fn add(&mut self, field: PlanField, at: Location, lines: impl Iterator<Item = Line>) {
        if field == PlanField::Id || self.at.is_none() {
            self.at = Some(at);
        }
        let lines = lines.filter(|line| !line.is_empty()).flat_map(proposed::entries);
        self.lines.extend(lines.map(|line| (field, line)));
    }

    pub(super) fn has(&self, field: PlanField) -> bool {
        self.lines.iter().any(|(of, _)| *of == field)
    }

    pub(super) fn finish(self, reading: &Reading<'_>) -> ActionPlanItem {
        let text = |field: PlanField| self.text(field, reading);
        let mut ids =
            text(PlanField::Id).map(|text| identifiers::all(&text, reading.words)).unwrap_or_default();
        let mut name = text(PlanField::ShortName);
        if name.is_none()
            && let Some((id, title)) = text(PlanField::Id).as_deref().and_then(identifiers::leading)
            && ids.len() == 1
            && !title.is_empty()
        {
            (ids, name) = (vec![id.to_owned()], Some(title.to_owned()));
        }
        let mut proposed_actions = Vec::new();
        let lines: Vec<&Line> = self.of(PlanField::ProposedActions).collect();
        if text(PlanField::ProposedActions).is_some() {
            proposed::add(&mut proposed_actions, &lines, &ids);
        }
        ActionPlanItem {
            id: ids.first().cloned(),
            ids,
            short_name: name.map(|name| without_quotes(&name)),
            objective: text(PlanField::Objective),
            key_outcomes: text(PlanField::KeyOutcomes),
            key_outcome_indicators: text(PlanField::Indicators),
            implementation_strategies: text(PlanField::Strategies),
            enablers: text(PlanField::Enablers),
            itu_services: text(PlanField::ItuServices),
            learning_and_feedback: text(PlanField::Learning),
            proposed_actions,
            at: self.at.unwrap_or_default(),
        }
    }

    fn of(&self, field: PlanField) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |(of, _)| *of == field).map(|(_, line)| line)
    }

    /// The content under a label; nothing where it says that there is nothing.
    fn text(&self, field: PlanField, reading: &Reading<'_>) -> Option<String> {
        let lines = self.of(field).map(numbered).filter(|line| line.contains(char::is_alphanumeric));
        let text = lines.collect::<Vec<_>>().join("\n");
        (!text.is_empty() && !reading.words.markers.is(&text, Marker::Nothing)).then_some(text)
    }
}

/// A name without the quotation marks around it.
fn without_quotes(name: &str) -> String {
    name.trim_matches(['"', '“', '”', '„', '«', '»', '‘', '’', '\'', '「', '」', '《', '》', ' ', '\u{a0}'])
        .to_owned()
}
