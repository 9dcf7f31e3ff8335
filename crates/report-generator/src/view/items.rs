//! The items of a meeting, and the sections that they stand in.

use meeting_model::{Action, Decision, Document, DocumentNumber, Item, ItemDocument, ItemKind, number};
use schemars::JsonSchema;
use serde::Serialize;

use super::actions::{self, ActionView};
use super::decisions::{self, DecisionView};
use super::lines::{self, LineView};
use super::links::Links;
use super::placed::TablesView;
use super::text;
use crate::draft::Todo;
use crate::labels::{Labels, label_of};

/// A numbered piece of business.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ItemView {
    /// The number as displayed.
    pub number: String,
    /// `heading`, `row` or `paragraph`.
    pub kind: String,
    /// Number of the heading above it.
    pub section: String,
    /// Depth of its number: 1 for `2`, 2 for `2.1`.
    pub level: usize,
    /// The title.
    pub title: String,
    /// Who submitted it, in one text.
    pub sources: String,
    /// Who submitted it, one by one.
    pub source_list: Vec<String>,
    /// `Sources: Title`.
    pub heading: String,
    /// Whether other items stand below it.
    pub has_items: bool,
    /// The documents under it.
    pub documents: Vec<ItemDocumentView>,
    /// Whether the documents stand in its text alone, which does not say whether they were introduced.
    pub documents_in_text: bool,
    /// The documents that its text names, where none stands under it.
    pub mentioned: Vec<ItemDocumentView>,
    /// What was asked before the meeting, in the words of the language: `To note`.
    pub proposed: String,
    /// What happened, in the words of the language: `Presented, Noted`.
    pub outcomes: String,
    /// The names of the outcomes in the data.
    pub outcome_names: Vec<String>,
    /// Who presented it.
    pub presented_by: String,
    /// The discussion as the data has it.
    pub text: String,
    /// All that is to be printed under title and documents, in order, each thing once.
    pub lines: Vec<LineView>,
    /// The same as one text, a line each.
    pub treatment: String,
    /// All its decisions.
    pub decisions: Vec<DecisionView>,
    /// All its actions.
    pub actions: Vec<ActionView>,
}

/// A document under an item, or named anywhere else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ItemDocumentView {
    /// The canonical number.
    pub number: String,
    /// The number as it is to be printed: with its part, in parentheses where it was not introduced.
    pub shown: String,
    /// The link behind the number; empty where none is known.
    pub url: String,
    /// The part of the document that is meant.
    pub part: String,
    /// Whether it was introduced.
    pub introduced: bool,
}

/// A heading with the items below it; items without a heading above them stand in sections without a title.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SectionView {
    /// The number.
    pub number: String,
    /// The words of the heading.
    pub title: String,
    /// Depth of the heading; 1 is a top heading.
    pub level: usize,
    /// What the data has as the text of the heading.
    pub text: String,
    /// All that is to be printed under the heading, before the items.
    pub lines: Vec<LineView>,
    /// The same as one text, a line each.
    pub treatment: String,
    /// The documents named under the heading.
    pub documents: Vec<ItemDocumentView>,
    /// The listed actions under the heading of which a sentence cannot tell all: for a table.
    pub listed: Vec<ActionView>,
    /// Whether `items` are rows of a table (else paragraphs).
    pub has_rows: bool,
    /// The items below it.
    pub items: Vec<ItemView>,
    /// The tables below the heading that the lists of the data make.
    pub tables: TablesView,
    /// Which of the headings it has.
    #[serde(skip)]
    pub(super) heading: Option<usize>,
}

/// The document with what is needed to show it.
pub(super) struct Business<'a> {
    pub document: &'a Document,
    pub labels: &'a Labels,
    pub links: &'a Links<'a>,
    pub todo: &'a [Todo],
}

impl<'a> Business<'a> {
    pub(super) fn items(&self) -> Vec<ItemView> {
        self.document.items.iter().map(|item| self.item(item)).collect()
    }

    fn item(&self, item: &Item) -> ItemView {
        let lines = lines::of(self, item);
        let sources = item.sources.join(", ");
        let title = text(item.title.as_ref());
        let names = |names: Vec<String>| names.join(", ");
        ItemView {
            number: text(item.number.as_ref()),
            kind: item.kind.to_string(),
            section: text(item.section.as_ref()),
            level: level(item.number.as_deref()),
            heading: if sources.is_empty() || title.is_empty() {
                format!("{sources}{title}")
            } else {
                format!("{sources}{}{title}", self.labels.words.colon)
            },
            title,
            sources,
            source_list: item.sources.clone(),
            has_items: self.has_items(item),
            documents_in_text: self.are_in_text(item),
            mentioned: self.mentioned(item),
            documents: item.documents.iter().map(|document| self.item_document(document)).collect(),
            proposed: names(
                item.proposed.iter().map(|it| label_of(&self.labels.proposed, it.as_str())).collect(),
            ),
            outcomes: names(
                item.outcomes.iter().map(|it| label_of(&self.labels.outcomes, it.as_str())).collect(),
            ),
            outcome_names: item.outcomes.iter().map(ToString::to_string).collect(),
            presented_by: text(item.presented_by.as_ref()),
            text: text(item.text.as_ref()),
            treatment: joined(&lines),
            lines,
            decisions: self.decisions_of(item).into_iter().map(|it| decisions::view(self, it)).collect(),
            actions: self.actions_of(item).into_iter().map(|it| actions::view(self, it)).collect(),
        }
    }

    fn has_items(&self, item: &Item) -> bool {
        let number = item.number.as_ref();
        number.is_some() && self.document.items.iter().any(|other| other.section.as_ref() == number)
    }

    /// A row without a cell for documents: all of them come from what it says.
    fn are_in_text(&self, item: &Item) -> bool {
        let text = item.text.as_deref().unwrap_or_default();
        let names =
            |document: &ItemDocument| document.introduced.is_none() && self.names(text, &document.number);
        !item.documents.is_empty() && item.documents.iter().all(names)
    }

    fn mentioned(&self, item: &Item) -> Vec<ItemDocumentView> {
        let text = item.text.as_deref().filter(|_| item.documents.is_empty());
        let found = number::find(text.unwrap_or_default());
        found.into_iter().map(|found| self.number(&found.number)).collect()
    }

    pub(super) fn item_document(&self, document: &ItemDocument) -> ItemDocumentView {
        let part = text(document.part.as_ref());
        let number = document.number.to_string();
        let whole = if part.is_empty() { number.clone() } else { format!("{number}/{part}") };
        let introduced = document.introduced != Some(false);
        ItemDocumentView {
            url: self.links.url(&document.number),
            shown: if introduced { whole } else { format!("({whole})") },
            number,
            part,
            introduced,
        }
    }

    /// A number that stands alone.
    pub(super) fn number(&self, number: &DocumentNumber) -> ItemDocumentView {
        self.item_document(&ItemDocument { number: number.clone(), part: None, introduced: None })
    }

    /// The number and the link of the document itself: where its decisions and actions are found.
    pub(super) fn origin(&self) -> (String, String) {
        let number = self.document.header.number.as_ref();
        number.map_or_else(Default::default, |number| (number.to_string(), self.links.url(number)))
    }

    pub(super) fn item_of(&self, number: Option<&str>) -> Option<&'a Item> {
        let number = number?;
        self.document.items.iter().find(|item| item.number.as_deref() == Some(number))
    }

    pub(super) fn title_of(&self, number: Option<&str>) -> String {
        self.item_of(number).map(|item| text(item.title.as_ref())).unwrap_or_default()
    }

    /// Decisions and actions belong to the item of their number; of several, to the one that states them.
    pub(super) fn decisions_of(&self, item: &Item) -> Vec<&'a Decision> {
        let decisions = self.document.decisions.iter();
        decisions.filter(|it| self.owns(item, it.item.as_deref(), &it.text)).collect()
    }

    pub(super) fn actions_of(&self, item: &Item) -> Vec<&'a Action> {
        let actions = self.document.actions.iter();
        actions.filter(|it| self.owns(item, it.item.as_deref(), &it.text)).collect()
    }

    fn owns(&self, item: &Item, number: Option<&str>, text: &str) -> bool {
        if number.is_none() || item.number.as_deref() != number {
            return false;
        }
        let text = text.trim_end_matches('.');
        let states = |item: &&Item| item.text.as_ref().is_some_and(|own| own.contains(text));
        let mut all = self.document.items.iter().filter(|other| other.number == item.number);
        let owner = all.clone().find(states).or_else(|| all.next());
        owner.is_some_and(|owner| std::ptr::eq(owner, item))
    }

    /// Whether a text names a document, in whatever way: `TD 016` for `TD16`.
    pub(super) fn names(&self, text: &str, number: &DocumentNumber) -> bool {
        let references = self.document.references.iter().filter(|reference| reference.number == *number);
        let mut printed = references.filter_map(|reference| reference.printed.as_deref());
        let is_named = || number::find(text).iter().any(|found| found.number == *number);
        printed.any(|printed| text.contains(printed)) || is_named()
    }

    /// Every text that a report prints besides its tables of meetings.
    pub(super) fn texts(&self) -> Vec<&'a str> {
        let items = self.document.items.iter().flat_map(|item| [item.text.as_deref(), item.title.as_deref()]);
        let actions = self.document.actions.iter();
        let actions = actions.flat_map(|action| {
            std::iter::once(action.text.as_str()).chain(action.sub_items.iter().map(String::as_str))
        });
        items.flatten().chain(actions).collect()
    }
}

/// `TD1, (TD2)`
pub(super) fn numbers(business: &Business<'_>, documents: Vec<&ItemDocument>) -> String {
    let shown = documents.into_iter().map(|document| business.item_document(document).shown);
    shown.collect::<Vec<_>>().join(", ")
}

fn joined(lines: &[LineView]) -> String {
    lines.iter().map(LineView::plain).collect::<Vec<_>>().join("\n")
}

/// Headings with the items below them, in the order of the document.
pub(super) fn sections(items: &[ItemView]) -> Vec<SectionView> {
    let mut sections: Vec<SectionView> = Vec::new();
    for item in items {
        if item.kind == ItemKind::Heading.as_str() {
            let heading = sections.iter().filter(|section| section.heading.is_some()).count();
            sections.push(SectionView { heading: Some(heading), ..headed(item) });
            continue;
        }
        let is_row = item.kind == ItemKind::Row.as_str();
        let open = sections.last_mut().filter(|section| {
            let same = section.items.is_empty() || section.has_rows == is_row;
            section.number == item.section && same
        });
        match open {
            Some(section) => {
                section.has_rows = is_row;
                section.items.push(item.clone());
            }
            None => {
                sections.push(SectionView { has_rows: is_row, items: vec![item.clone()], ..untitled(item) });
            }
        }
    }
    sections
}

fn headed(item: &ItemView) -> SectionView {
    SectionView {
        number: item.number.clone(),
        title: item.heading.clone(),
        level: item.level,
        text: item.text.clone(),
        lines: item.lines.clone(),
        treatment: item.treatment.clone(),
        documents: item.documents.clone(),
        listed: item.actions.iter().filter(|action| action.in_table).cloned().collect(),
        has_rows: false,
        items: Vec::new(),
        tables: TablesView::default(),
        heading: None,
    }
}

/// A section that goes on after rows and paragraphs have changed places, or that never had a heading.
fn untitled(item: &ItemView) -> SectionView {
    SectionView {
        number: item.section.clone(),
        title: String::new(),
        level: 1,
        text: String::new(),
        lines: Vec::new(),
        treatment: String::new(),
        documents: Vec::new(),
        listed: Vec::new(),
        has_rows: false,
        items: Vec::new(),
        tables: TablesView::default(),
        heading: None,
    }
}

/// 1 for `2`, 2 for `2.1`.
fn level(number: Option<&str>) -> usize {
    number.map_or(1, |number| number.split('.').filter(|part| !part.is_empty()).count().max(1))
}
