//! Findings over a meeting's folder. A rule sees the model alone; each stands in a file of its own, beside the text
//! about it that a user is told.

mod rules;
#[cfg(test)]
mod tests;
mod view;

use meeting_model::{Finding, MeetingRecord};

use view::View;

/// A rule: its code, what is told about it, and how it looks at a record.
pub(crate) struct Rule {
    /// The stable kebab-case name.
    pub code: &'static str,
    /// What the rule does, why it matters, an example, what to do.
    pub explanation: &'static str,
    /// Its findings, in the order of what they are about.
    pub find: fn(&View<'_>) -> Vec<Finding>,
}

/// What does not agree in a meeting's folder: by rule, and within a rule in the order of the record.
pub fn check_meeting(record: &MeetingRecord) -> Vec<Finding> {
    let view = View::of(record);
    rules::ALL.iter().flat_map(|rule| (rule.find)(&view)).collect()
}

/// What a code means, why it matters, an example, and what to do; nothing for a code that no rule has.
pub fn explain(code: &str) -> Option<&'static str> {
    rules::ALL.iter().find(|rule| rule.code == code).map(|rule| rule.explanation)
}

/// The codes of all rules.
pub fn codes() -> impl Iterator<Item = &'static str> {
    rules::ALL.iter().map(|rule| rule.code)
}
