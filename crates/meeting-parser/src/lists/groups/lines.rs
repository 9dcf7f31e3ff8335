//! Officers in lines: `Management team of WP2/13:` or a heading, and below it a line for each (`Chair: A B (X, Y)`).

use meeting_model::{Group, Officer};

use super::names;
use crate::found::Reading;
use crate::group_names;
use crate::lists::officers::InOffice;
use crate::outline::{Block, Line};
use crate::sentences::split_label;
use crate::values::person;
use crate::vocabulary::Vocabulary;

/// Reads every run of lines that begin with an office.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut lead: Option<&Line> = None;
    let mut officers: Vec<Officer> = Vec::new();
    for block in &reading.outline.blocks {
        let line = match block {
            Block::Line(line) if line.is_empty() => continue,
            Block::Line(line) => Some(line),
            Block::Table(_) => None,
        };
        let found = line.map(|line| in_office(line, reading.words)).unwrap_or_default();
        if found.is_empty() {
            groups.extend(lead.and_then(|lead| group(lead, std::mem::take(&mut officers), reading)));
            officers.clear();
            lead = line;
        }
        officers.extend(found);
    }
    groups.extend(lead.and_then(|lead| group(lead, officers, reading)));
    groups
}

/// The officers of a line that begins with their office and a colon.
fn in_office(line: &Line, words: &Vocabulary) -> Vec<Officer> {
    let Some((label, _)) = split_label(&line.text) else { return Vec::new() };
    if words.roles.get(label).is_none() {
        return Vec::new();
    }
    let people = person::list(&line.text, words).into_iter();
    people.filter_map(|person| Some(InOffice { office: person.office?, person }.officer())).collect()
}

/// The group that a line names over its officers: a working party, Rapporteur Group, Focus Group or JCA.
fn group(lead: &Line, officers: Vec<Officer>, reading: &Reading<'_>) -> Option<Group> {
    if officers.is_empty() {
        return None;
    }
    let heading = reading.outline.heading(lead.spot).map(|heading| heading.title.as_str());
    let code = [Some(lead.text.as_str()), heading]
        .into_iter()
        .flatten()
        .find_map(|text| group_names::first(text, reading.words));
    let code = code.or_else(|| reading.setting.group.clone())?;
    let kind = names::by_code(&code, reading.words)?;
    Some(Group {
        name: name(&code, reading),
        parent: code
            .split_once('/')
            .and_then(|_| names::of_code(&code))
            .or_else(|| group_names::main(reading))
            .filter(|parent| *parent != code),
        kind,
        officers,
        at: reading.outline.location(lead.spot),
        acronym: Some(code),
        ..Group::default()
    })
}

/// The name in brackets after a group, where the text first gives it: `Working Party 2/13 (Trusted data) met`.
fn name(code: &str, reading: &Reading<'_>) -> Option<String> {
    reading.outline.lines().find_map(|(_, line)| {
        let open = line.text.find(['(', '（'])?;
        let (before, rest) = line.text.split_at(open);
        let close = rest.find([')', '）'])?;
        let name = rest[..close].trim_start_matches(['(', '（']).trim();
        let is_name =
            name.contains(' ') && !name.contains(|c: char| c.is_ascii_digit()) && before.len() <= 60;
        let is_of_group = || {
            before.trim_end().ends_with(|c: char| c.is_ascii_alphanumeric())
                && group_names::first(before, reading.words).as_deref() == Some(code)
        };
        (is_name && is_of_group()).then(|| name.to_owned())
    })
}
