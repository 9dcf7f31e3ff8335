//! Which group met, and under which number the report goes.

use meeting_model::{Document, DocumentNumber};

use super::Settings;
use crate::labels::{Labels, fill};

/// What all parts of a draft need to know.
pub(super) struct Sheet<'l> {
    pub labels: &'l Labels,
    /// The words of the agenda's language.
    pub agenda_labels: &'l Labels,
    pub language: meeting_model::Language,
    /// The group that met: `RG-WM`; it stands before the numbers of its actions.
    pub group: String,
    /// The group that it belongs to, where that is another: `TSAG`.
    pub parent: String,
    /// The report's number.
    pub number: Option<DocumentNumber>,
}

impl<'l> Sheet<'l> {
    pub fn of(document: &Document, settings: &Settings<'l>) -> Self {
        let parent = document.header.group.clone().unwrap_or_default();
        let group = group(document).unwrap_or_else(|| parent.clone());
        let number = settings.number.clone().or_else(|| reserved(document, &parent));
        let Settings { labels, agenda_labels, .. } = *settings;
        Self { labels, agenda_labels, language: settings.language, group, parent, number }
    }

    /// `the RG-WM meeting`
    pub fn meeting(&self) -> String {
        fill(&self.labels.sentences.meeting_of, &[("group", &self.group)])
    }
}

/// The group whose agenda it is: as its terms of reference, its sessions, its source or its title name it.
fn group(document: &Document) -> Option<String> {
    let header = &document.header;
    let stated = document.terms_of_reference.iter().filter_map(|terms| terms.group.clone());
    let meeting = document.meetings.iter().filter_map(|meeting| meeting.group.clone());
    let printed = [&header.source, &header.title].into_iter().flatten().filter_map(|text| acronym(text));
    let questions = (header.questions.len() == 1).then(|| header.questions[0].clone());
    let questions = questions.filter(|question| !question.starts_with("QALL"));
    stated.chain(meeting).chain(printed).chain(questions).find(|group| !group.contains(' '))
}

/// `RG-WM` in `Rapporteur, RG-WM`: a name in capitals with a hyphen, or a Question.
fn acronym(text: &str) -> Option<String> {
    text.split([' ', ',', ';', '(', ')']).find(|word| is_acronym(word)).map(str::to_owned)
}

fn is_acronym(word: &str) -> bool {
    let parts: Vec<&str> = word.split('-').collect();
    let capital = |part: &&str| {
        part.len() > 1 && part.chars().all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit())
    };
    // `ITU-T` is a sector: its second part is a single letter.
    let is_hyphenated = parts.len() > 1 && parts.iter().all(capital) && !parts[0].starts_with("ITU");
    let question = word.strip_prefix('Q').and_then(|rest| rest.split_once('/'));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    is_hyphenated || question.is_some_and(|(number, group)| digits(number) && digits(group))
}

/// The number that the document list reserves for the report, of the group that the agenda is of.
fn reserved(document: &Document, group: &str) -> Option<DocumentNumber> {
    let rows = || document.documents.iter().filter(|listed| listed.reserved);
    let is_report = |listed: &&meeting_model::ListedDocument| listed.category.as_deref() == Some(REPORT);
    // One reserved number alone can be for the report only if its category does not say otherwise.
    let row = rows().find(is_report).or_else(|| {
        let mut uncategorized = rows().filter(|listed| listed.category.is_none());
        uncategorized.next().filter(|_| uncategorized.next().is_none())
    })?;
    let number = row.number.clone()?;
    let has_group = number.group.is_some() || group.is_empty();
    Some(if has_group { number } else { number.with_group(group) })
}

/// The category of reports in the contract.
pub(super) const REPORT: &str = "report";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms_of_groups() {
        assert_eq!(acronym("Rapporteur, RG-WM").as_deref(), Some("RG-WM"));
        assert_eq!(acronym("Draft agenda of a group (FG-AINN)").as_deref(), Some("FG-AINN"));
        assert_eq!(acronym("Rapporteur, Q8/17").as_deref(), Some("Q8/17"));
        assert_eq!(acronym("Chair, ITU-T SG11"), None);
    }
}
