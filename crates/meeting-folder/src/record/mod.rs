//! The units of a folder as one record: pure, and the same whatever the order of the units.

mod duplicates;
mod files;
mod folder;
mod in_force;
mod indexes;
mod items;
mod liaisons;
mod meeting;
mod merge;
mod naming;
mod references;
mod register;
#[cfg(test)]
mod tests;
mod treatment;

use meeting_model::{MeetingRecord, Proceedings};

use crate::unit::Unit;
use folder::Folder;
use in_force::InForce;
use indexes::Indexes;
use references::Links;
use register::{Entry, Register};

/// Puts the units of a whole folder together. The order of the units does not matter, and the sections of their
/// documents are not looked at.
pub fn record(units: &[Unit]) -> MeetingRecord {
    let folder = Folder::of(units);
    let meeting = meeting::facts(&folder);
    let (mut files, editions) = files::list(&folder, &meeting);
    let register = Register::of(editions, meeting.group.clone());
    let in_force = InForce::of(&register, &meeting);
    let indexes = Indexes::of(&folder.indexes);
    let agenda = proceedings(in_force.agenda);
    let report = proceedings(in_force.report);
    let links = Links::of(&register);
    let entries = treatment::entries(&register, &in_force, &indexes, &meeting);
    files::describe(&mut files, &entries, &folder);
    MeetingRecord {
        items: items::merged(&register, &in_force),
        decisions: merge::decisions(&register),
        actions: merge::actions(&register),
        meetings: merge::meetings(&register),
        people: merge::people(&register),
        liaisons: liaisons::entries(&register),
        missing: references::missing(&links, &register, &indexes),
        references: references::edges(links, &register),
        register: entries,
        meeting,
        files,
        agenda,
        report,
        ..MeetingRecord::default()
    }
}

fn proceedings(entry: Option<&Entry<'_>>) -> Option<Proceedings> {
    let edition = entry?.in_force()?;
    let items = edition.document().map(|document| document.items.clone()).unwrap_or_default();
    Some(Proceedings { number: Some(edition.number.clone()), items })
}
