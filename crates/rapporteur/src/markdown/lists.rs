//! Tables of documents, meetings, groups and people.

use jiff::civil::Date;
use meeting_model::{Document, Group, ListedDocument, Meeting, Officer, Person, Reference};

use super::inline::{lines, link, list, name, optional, text};
use super::layout::{Page, Table};

/// Writes every list that the document has.
pub fn write(page: &mut Page, document: &Document) {
    documents(page, &document.documents);
    page.table_under(
        "Allocation",
        &Table::of(["Document", "Groups"], &document.allocations, |allocation| {
            [text(&allocation.document.to_string()), list(&allocation.groups)]
        }),
    );
    meetings(page, &document.meetings);
    groups(page, &document.groups);
    people(page, &document.people);
    references(page, &document.references);
}

/// First and last day.
pub fn days(first: Option<Date>, last: Option<Date>) -> String {
    match (first, last) {
        (Some(first), Some(last)) if first != last => format!("{first} – {last}"),
        (Some(day), _) | (None, Some(day)) => day.to_string(),
        (None, None) => String::new(),
    }
}

fn documents(page: &mut Page, documents: &[ListedDocument]) {
    const HEADS: [&str; 5] = ["#", "Number", "Category", "Source", "Title"];
    let table = Table::of(HEADS, documents, |row| {
        [
            optional(row.position.as_ref()),
            number(row),
            optional(row.category.as_ref()),
            list(&row.sources),
            if row.reserved { "*reserved*".to_owned() } else { optional(row.title.as_ref()) },
        ]
    });
    page.table_under("Documents", &table);
}

fn number(row: &ListedDocument) -> String {
    let words = row.number.as_ref().map(ToString::to_string).or_else(|| row.printed.clone());
    let linked = words.map(|words| link(&words, row.url.as_deref())).unwrap_or_default();
    if row.introduced == Some(false) { format!("({linked})") } else { linked }
}

fn meetings(page: &mut Page, meetings: &[Meeting]) {
    const HEADS: [&str; 9] =
        ["Dates", "Time", "Group", "Title", "Place", "Status", "Topics", "Deadline", "Reports"];
    let table = Table::of(HEADS, meetings, |meeting| {
        [
            days(meeting.start_date, meeting.end_date),
            time(meeting),
            optional(meeting.group.as_ref()),
            optional(meeting.title.as_ref()),
            optional(meeting.place.as_ref()),
            name(&meeting.status),
            optional(meeting.topics.as_ref()),
            optional(meeting.deadline.as_ref()),
            list(&meeting.reports),
        ]
    });
    page.table_under("Meetings", &table);
}

fn time(meeting: &Meeting) -> String {
    let times: Vec<String> =
        [meeting.start_time, meeting.end_time].into_iter().flatten().map(|time| time.to_string()).collect();
    let zone = meeting.time_zone.as_ref().filter(|_| !times.is_empty());
    let zone = zone.map(|zone| format!(" {}", text(zone))).unwrap_or_default();
    times.join(" – ") + &zone
}

fn groups(page: &mut Page, groups: &[Group]) {
    const HEADS: [&str; 6] = ["Group", "Name", "Kind", "Parent", "Subgroups", "Officers"];
    let table = Table::of(HEADS, groups, |group| {
        [
            optional(group.acronym.as_ref()),
            optional(group.name.as_ref()),
            name(&group.kind),
            optional(group.parent.as_ref()),
            list(&group.subgroups),
            group.officers.iter().map(officer).collect::<Vec<_>>().join("<br>"),
        ]
    });
    page.table_under("Groups", &table);
}

fn officer(officer: &Officer) -> String {
    let role = officer.role.as_ref().map(|role| format!("{}: ", lines(role))).unwrap_or_default();
    let affiliation =
        officer.affiliation.as_ref().map(|words| format!(" ({})", lines(words))).unwrap_or_default();
    format!("{role}{}{affiliation}", lines(&officer.name))
}

fn people(page: &mut Page, people: &[Person]) {
    const HEADS: [&str; 5] = ["Name", "Role", "Group", "Organization", "Country"];
    let table = Table::of(HEADS, people, |person| {
        [
            lines(&person.name),
            optional(person.role.as_ref()),
            optional(person.group.as_ref()),
            optional(person.organization.as_ref()),
            optional(person.country.as_ref()),
        ]
    });
    page.table_under("People", &table);
}

fn references(page: &mut Page, references: &[Reference]) {
    const HEADS: [&str; 3] = ["Number", "Part", "Mentions"];
    let table = Table::of(HEADS, references, |reference| {
        [
            link(&reference.number.to_string(), reference.url.as_deref()),
            optional(reference.part.as_ref()),
            reference.count.to_string(),
        ]
    });
    page.table_under("References", &table);
}
