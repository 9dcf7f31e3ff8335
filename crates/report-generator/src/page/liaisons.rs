//! Liaison statements, in and out.

use meeting_model::{Direction, LiaisonEntry};
use serde::Serialize;

use super::links::Link;
use super::parts::Day;
use super::view::Of;
use crate::labels::label_of;

/// Statements of one way.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Way {
    pub heading: String,
    pub liaisons: Vec<LiaisonRow>,
}

/// A row of the liaison statements.
#[derive(Clone, Debug, Serialize)]
pub(super) struct LiaisonRow {
    pub id: String,
    pub number: Link,
    pub title: String,
    pub direction: String,
    pub from: Vec<String>,
    pub to: Vec<String>,
    pub deadline: Day,
    pub reply_to: Vec<Link>,
    pub answered_by: Vec<Link>,
}

/// What came in, what goes out, and what tells no way.
pub(super) fn groups(of: &Of<'_>) -> Vec<Way> {
    let ways = [Some(Direction::Incoming), Some(Direction::Outgoing), None];
    ways.into_iter().map(|way| group(of, way)).filter(|way| !way.liaisons.is_empty()).collect()
}

fn group(of: &Of<'_>, way: Option<Direction>) -> Way {
    let headings = &of.labels.headings;
    let heading = match way {
        Some(Direction::Incoming) => &headings.incoming_liaisons,
        Some(Direction::Outgoing) => &headings.outgoing_liaisons,
        None => &of.labels.page.liaisons,
    };
    let all = of.record.liaisons.iter().zip(&of.liaison_ids);
    let own = all.filter(|(one, _)| one.direction == way);
    Way { heading: heading.clone(), liaisons: own.map(|(one, id)| row(of, one, id)).collect() }
}

fn row(of: &Of<'_>, one: &LiaisonEntry, id: &str) -> LiaisonRow {
    let direction = one.direction.map(|way| label_of(&of.labels.directions, way.as_str()));
    LiaisonRow {
        id: id.to_owned(),
        number: one.number.as_ref().map(|number| of.anchors.number(number)).unwrap_or_default(),
        title: one.title.clone().unwrap_or_default(),
        direction: direction.unwrap_or_default(),
        from: one.from.clone(),
        to: one.to.clone(),
        deadline: Day::of(one.deadline, of.labels),
        reply_to: one.reply_to.iter().map(|number| of.anchors.number(number)).collect(),
        answered_by: of.anchors.numbers(&one.answered_by),
    }
}
