//! Which meeting the folder is about: the indexes say it, else most of the files and covers.

use std::collections::BTreeMap;

use jiff::civil::Date;
use meeting_model::{FileName, Header, MeetingFacts};

use super::folder::Folder;
use super::naming;
use crate::index::IndexEntry;

/// The meeting of a folder.
pub(super) fn facts(folder: &Folder<'_>) -> MeetingFacts {
    let names: Vec<FileName> =
        folder.all_files().iter().filter_map(|(path, _)| naming::itu_name(path)).collect();
    let headers: Vec<&Header> = folder.documents.values().map(|parsed| &parsed.document.header).collect();
    let group = group(folder, &names, &headers);
    let of_group: Vec<&Header> =
        headers.into_iter().filter(|header| is_of(header, group.as_deref())).collect();
    let start = start(folder, &names, &of_group, group.as_deref());
    let here: Vec<&Header> = of_group
        .iter()
        .copied()
        .filter(|header| header.start_date.is_some() && header.start_date == start)
        .collect();
    let index = folder.indexes.iter().find(|index| index.start_date == start && start.is_some());
    MeetingFacts {
        place: place(&here),
        end_date: index
            .and_then(|index| index.end_date)
            .or_else(|| most(here.iter().filter_map(|it| it.end_date))),
        study_period: most(of_group.iter().filter_map(|header| header.study_period.clone()))
            .or_else(|| folder.indexes.iter().find_map(|index| period(index.period?))),
        title: index.and_then(|index| index.title.clone()),
        start_date: start,
        group,
    }
}

/// The group that the indexes name; else that of most files, else that of most covers.
fn group(folder: &Folder<'_>, names: &[FileName], headers: &[&Header]) -> Option<String> {
    let of_name = |name: &FileName| {
        let meeting = name.meeting_date.is_some() || naming::is_of_a_meeting(name);
        naming::number(name).filter(|_| meeting)?.group
    };
    let of_index = |entry: &IndexEntry| entry.number.as_ref()?.group.clone();
    most(folder.indexes.iter().flat_map(|index| &index.entries).filter_map(of_index))
        .or_else(|| most(folder.indexes.iter().filter_map(|index| index.group.clone())))
        .or_else(|| most(names.iter().filter_map(of_name)))
        .or_else(|| most(headers.iter().filter_map(|header| group_of(header))))
}

/// The group that a document is addressed to.
fn group_of(header: &Header) -> Option<String> {
    header.group.clone().or_else(|| header.number.as_ref()?.group.clone())
}

fn is_of(header: &Header, group: Option<&str>) -> bool {
    group_of(header).is_none_or(|own| group.is_none_or(|group| group == own))
}

/// The first day by the indexes; else by most temporary documents, whose names have it; else by most covers.
fn start(folder: &Folder<'_>, names: &[FileName], headers: &[&Header], group: Option<&str>) -> Option<Date> {
    let of_group =
        names.iter().filter(|name| naming::number(name).and_then(|number| number.group).as_deref() == group);
    most(folder.indexes.iter().filter_map(|index| index.start_date))
        .or_else(|| most(of_group.filter_map(|name| name.meeting_date)))
        .or_else(|| most(headers.iter().filter_map(|header| header.start_date)))
}

/// The place as most covers of the meeting print it.
fn place(headers: &[&Header]) -> Option<String> {
    most(headers.iter().filter_map(|header| header.place.clone()))
}

/// `2025-2028`: a study period is four years.
fn period(first: i16) -> Option<String> {
    (1900..2200).contains(&first).then(|| format!("{first}-{}", first + 3))
}

/// What occurs most often; of several, the first in order.
fn most<T: Ord>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let best = counts.values().copied().max()?;
    counts.into_iter().find(|(_, count)| *count == best).map(|(value, _)| value)
}
