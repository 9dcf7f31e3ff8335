//! Rich values: paragraphs, lists, links and tables that filters make of data, whatever the report is written in.
//!
//! A template says `{{ item.text | paragraphs }}`, `{{ terms.items | bullets }}`, `{{ item.documents | documents }}`.
//! What comes out is a [`Rich`], which has a form in Word (built with docx-rs), in Markdown and in HTML.

mod business;
mod filters;
mod plain;
mod styles;
#[cfg(test)]
mod tests;
mod values;
mod word;

pub(crate) use filters::add_filters;

use std::fmt;
use std::sync::Arc;

use minijinja::value::{Object, ObjectRepr};

/// A value with structure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Rich {
    /// What stands within a paragraph.
    Inline(Vec<Inline>),
    /// What stands between paragraphs.
    Blocks(Vec<RichBlock>),
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Inline {
    /// Text of one look.
    Text { text: String, bold: bool, italic: bool },
    /// The end of a line within the paragraph.
    Break,
    /// A link to a document.
    Link { text: String, url: String },
    /// A link to a bookmark of the same report.
    Reference { text: String, bookmark: String },
}

/// A block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RichBlock {
    /// A paragraph, with the name of its style where it is not that of the tag's paragraph.
    Paragraph { inlines: Vec<Inline>, style: Option<String> },
    /// A list, which begins at its first number.
    List(List),
    /// A table, with a head that is repeated on every page where it has one.
    Table { head: Vec<Vec<Inline>>, rows: Vec<Vec<Vec<Inline>>> },
}

/// A list of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct List {
    /// Whether the items are numbered.
    pub ordered: bool,
    pub items: Vec<ListItem>,
}

/// A point of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct ListItem {
    pub inlines: Vec<Inline>,
    /// The list below it.
    pub nested: Option<List>,
}

impl Inline {
    /// Text as the paragraph has it.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), bold: false, italic: false }
    }

    /// The words without any look.
    fn words(&self) -> &str {
        match self {
            Self::Text { text, .. } | Self::Link { text, .. } | Self::Reference { text, .. } => text,
            Self::Break => "\n",
        }
    }
}

impl Object for Rich {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    /// What stands where no structure can be kept: in a longer text, in an attribute.
    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.plain())
    }
}
