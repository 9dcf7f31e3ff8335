//! The documents that are summarised, and where they can be had.

use std::collections::BTreeMap;

use jiff::civil::Date;
use meeting_model::{Document, DocumentNumber, FileName, Kind, Location, MeetingRecord, RegisterEntry};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::entries::{LinkedNumber, Mention};
use crate::target::Target;

/// A document that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Source {
    /// Its number.
    pub number: Option<DocumentNumber>,
    /// Its title.
    pub title: Option<String>,
    /// What it is.
    pub kind: Option<Kind>,
    /// The Word file.
    pub file: Option<String>,
    /// The group.
    pub group: Option<String>,
    /// First day of the meeting.
    pub start_date: Option<Date>,
    /// Last day of the meeting.
    pub end_date: Option<Date>,
    /// Where it can be had.
    pub url: Option<String>,
}

/// What a summary is made of, in order.
pub(super) struct Sources<'a> {
    /// Documents, by day and number.
    pub(super) documents: Vec<(Source, &'a Document)>,
    /// Records of meetings, by day.
    pub(super) records: Vec<(Vec<Source>, &'a MeetingRecord)>,
    links: Links,
}

impl<'a> Sources<'a> {
    pub(super) fn of(documents: &'a [Document], records: &'a [MeetingRecord]) -> Self {
        let links = Links::of(documents);
        let mut documents: Vec<_> =
            documents.iter().map(|document| (source_of(document, &links), document)).collect();
        documents.sort_by_cached_key(|(source, _)| {
            (source.start_date, source.number.clone(), source.file.clone())
        });
        let mut records: Vec<_> = records.iter().map(|record| (sources_of(record), record)).collect();
        records.sort_by_key(|(_, record)| record.meeting.start_date);
        Self { documents, records, links }
    }

    /// All of them, for the reader of the summary.
    pub(super) fn list(&self) -> Vec<Source> {
        let documents = self.documents.iter().map(|(source, _)| source);
        documents.chain(self.records.iter().flat_map(|(sources, _)| sources)).cloned().collect()
    }

    /// Numbers that a document of this group prints, with their URLs.
    pub(super) fn linked(&self, numbers: &[DocumentNumber], group: Option<&str>) -> Vec<LinkedNumber> {
        let link = |number: &DocumentNumber| {
            let url = self.url(&of_group(number, group));
            LinkedNumber { number: number.clone(), url }
        };
        numbers.iter().map(link).collect()
    }

    /// Where a document can be had: as another document links it, or by the name of its file.
    pub(super) fn url(&self, number: &DocumentNumber) -> Option<String> {
        let read = self.list_of(number).and_then(|source| source.url.clone());
        self.links.get(number).map(str::to_owned).or(read)
    }

    fn list_of(&self, number: &DocumentNumber) -> Option<&Source> {
        let documents = self.documents.iter().map(|(source, _)| source);
        let mut all = documents.chain(self.records.iter().flat_map(|(sources, _)| sources));
        all.find(|source| source.number.as_ref().is_some_and(|its| its.matches(number)))
    }

    /// Places in the documents that a record names.
    pub(super) fn mentions(
        &self,
        sources: &[Source],
        found_in: &[DocumentNumber],
        item: Option<&str>,
        at: &Location,
    ) -> Vec<Mention> {
        let unknown = |number: &DocumentNumber| Source {
            number: Some(number.clone()),
            url: self.url(number),
            ..Source::default()
        };
        let source = |number: &DocumentNumber| {
            let known = sources.iter().find(|source| source.number.as_ref() == Some(number));
            known.cloned().unwrap_or_else(|| unknown(number))
        };
        found_in.iter().map(|number| source(number).mention(item, at)).collect()
    }
}

impl Source {
    /// A place in this document.
    pub(super) fn mention(&self, item: Option<&str>, at: &Location) -> Mention {
        Mention {
            number: self.number.clone(),
            title: self.title.clone(),
            file: self.file.clone(),
            item: item.map(str::to_owned),
            heading: at.heading.clone(),
            id: None,
            url: self.url.clone(),
        }
    }
}

fn source_of(document: &Document, links: &Links) -> Source {
    let header = &document.header;
    let known = header.number.as_ref().and_then(|number| links.get(number)).map(str::to_owned);
    Source {
        number: header.number.clone(),
        title: header.title.clone(),
        kind: Some(document.kind),
        file: Some(document.file.name.clone()).filter(|name| !name.is_empty()),
        group: header.group.clone(),
        start_date: header.start_date,
        end_date: header.end_date,
        url: known.or_else(|| page_of(&document.file.name)),
    }
}

/// The documents of a meeting that state something.
fn sources_of(record: &MeetingRecord) -> Vec<Source> {
    let decisions = record.decisions.iter().flat_map(|one| &one.found_in);
    let actions = record.actions.iter().flat_map(|one| &one.found_in);
    let meetings = record.meetings.iter().flat_map(|one| &one.found_in);
    let stating: Vec<&DocumentNumber> = decisions.chain(actions).chain(meetings).collect();
    let entry = |entry: &RegisterEntry| {
        let number = entry.number.as_ref().filter(|number| stating.contains(number))?;
        Some(source_of_entry(record, number, entry))
    };
    record.register.iter().filter_map(entry).collect()
}

fn source_of_entry(record: &MeetingRecord, number: &DocumentNumber, entry: &RegisterEntry) -> Source {
    let file = file_of(entry);
    Source {
        number: Some(number.clone()),
        title: entry.title.clone(),
        kind: entry.kind,
        group: record.meeting.group.clone(),
        start_date: record.meeting.start_date,
        end_date: record.meeting.end_date,
        url: file.as_deref().and_then(page_of),
        file,
    }
}

/// The file of a document's latest revision, in its first language.
pub(crate) fn file_of(entry: &RegisterEntry) -> Option<String> {
    let files = entry.files.get(&entry.number.as_ref()?.to_string())?;
    let original = entry.languages.first().and_then(|language| files.get(language.as_str()));
    original.or_else(|| files.values().next()).cloned()
}

/// The page of ITU's server that has a document, where its file is named as there.
pub(super) fn page_of(path: &str) -> Option<String> {
    let name = path.rsplit('/').next()?;
    let parsed: FileName = name.parse().ok()?;
    parsed.sector?;
    let stem = FileName {
        modifiers: Vec::new(),
        format: None,
        language: None,
        copy: None,
        extension: None,
        ..parsed
    };
    Some(format!("https://www.itu.int/md/meetingdoc.asp?lang=en&parent={stem}"))
}

/// The address, where it is one of the web: it comes out of a Word file.
pub(super) fn web(url: Option<&String>) -> Option<String> {
    match Target::of(url?)? {
        Target::Url(url) => Some(url.to_owned()),
        Target::File(_) => None,
    }
}

/// The number as it is known outside of its group: a text leaves out the group that it was written for.
pub(super) fn of_group(number: &DocumentNumber, group: Option<&str>) -> DocumentNumber {
    match group {
        Some(group) if number.group.is_none() && number.session.is_none() => number.with_group(group),
        _ => number.clone(),
    }
}

/// The URLs that documents give for others.
#[derive(Default)]
struct Links(BTreeMap<(String, u32), Vec<(DocumentNumber, String)>>);

impl Links {
    fn of(documents: &[Document]) -> Self {
        let mut links = Self::default();
        for document in documents {
            let group = document.header.group.as_deref();
            let listed = document.documents.iter().map(|one| (one.number.as_ref(), &one.url));
            let cited = document.references.iter().map(|one| (Some(&one.number), &one.url));
            for (number, url) in listed.chain(cited) {
                if let (Some(number), Some(url)) = (number, web(url.as_ref())) {
                    links.add(of_group(number, group), url);
                }
            }
        }
        links
    }

    fn add(&mut self, number: DocumentNumber, url: String) {
        let key = (number.series.clone(), number.number);
        self.0.entry(key).or_default().push((number, url));
    }

    fn get(&self, number: &DocumentNumber) -> Option<&str> {
        let all = self.0.get(&(number.series.clone(), number.number))?;
        let exact = all.iter().find(|(known, _)| known == number);
        exact.or_else(|| all.iter().find(|(known, _)| known.matches(number))).map(|(_, url)| url.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_of_a_document_is_told_by_the_name_of_its_file() {
        let page = "https://www.itu.int/md/meetingdoc.asp?lang=en&parent=T25-SG90-260203-TD-WP1-0071";
        assert_eq!(page_of("in/T25-SG90-260203-TD-WP1-0071!R1!MSW-E.docx").as_deref(), Some(page));
        let year = "https://www.itu.int/md/meetingdoc.asp?lang=en&parent=T22-TSAG-C-0084";
        assert_eq!(page_of("T22-TSAG-C-0084!!MSW-E (1).docx").as_deref(), Some(year));
        let dotted = "https://www.itu.int/md/meetingdoc.asp?lang=en&parent=T22-WTSA.24-C-0008";
        assert_eq!(page_of("T22-WTSA.24-C-0008!R1!MSW-F.docx").as_deref(), Some(dotted));
        assert_eq!(page_of("minutes.docx"), None);
    }
}
