//! The paragraph being read.

use crate::tree::{Mark, MarkKind, ParaId, Paragraph};
use crate::xml::Element;

/// A bookmark's start met between paragraphs; the next paragraph carries it.
pub(super) struct PendingBookmark {
    id: String,
    name: Box<str>,
    columns: Option<(u16, u16)>,
}

impl PendingBookmark {
    /// Reads `w:bookmarkStart` (ECMA-376 part 1, 17.13.6.2).
    pub(super) fn read(element: &Element<'_>) -> Self {
        let column = |name| element.attribute(name).and_then(|value| value.trim().parse().ok());
        Self {
            id: element.attribute("id").unwrap_or_default().into_owned(),
            name: element.attribute("name").unwrap_or_default().into(),
            columns: column("colFirst").zip(column("colLast")),
        }
    }
}

/// How a paragraph ends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Ending {
    /// With a mark.
    #[default]
    Mark,
    /// Its mark is deleted or hidden.
    Open,
    /// A style separator (ECMA-376 part 1, 17.3.2.36): a heading that shares its line with the text after it.
    Separator,
}

/// Bookmarks that may be open at a time; those of one paragraph are never so many.
const MOST_OPEN_BOOKMARKS: usize = 1_000;

/// Text and marks of a paragraph, and of those before it whose mark is deleted.
#[derive(Default)]
pub(super) struct Line {
    pub text: String,
    pub marks: Vec<Mark>,
    /// Whether what is read now is bold, by its style or its run.
    pub bold: bool,
    /// Whether it is hidden.
    pub hidden: bool,
    open_bookmarks: Vec<(String, usize)>,
    /// The paragraph before, whose mark is deleted or hidden: this one continues it.
    joined: Option<(Paragraph, Ending)>,
    /// Index and name of the first of the joined paragraphs that has text.
    origin: Option<(u32, Option<ParaId>)>,
}

impl Line {
    /// Bytes of text so far.
    pub(super) fn len(&self) -> u32 {
        self.text.len() as u32
    }

    pub(super) fn mark(&mut self, from: u32, kind: MarkKind) {
        let range = from..self.len();
        match self.marks.last_mut() {
            Some(last) if last.kind == kind && kind == MarkKind::Bold && last.range.end == from => {
                last.range.end = range.end;
            }
            _ => self.marks.push(Mark { range, kind }),
        }
    }

    pub(super) fn open_bookmark(&mut self, bookmark: PendingBookmark) {
        if self.open_bookmarks.len() < MOST_OPEN_BOOKMARKS {
            self.open_bookmarks.push((bookmark.id, self.marks.len()));
        }
        self.mark(self.len(), MarkKind::Bookmark { name: bookmark.name, columns: bookmark.columns });
    }

    pub(super) fn close_bookmark(&mut self, id: &str) {
        if let Some(at) = self.open_bookmarks.iter().position(|(open, _)| open == id) {
            let (_, mark) = self.open_bookmarks.swap_remove(at);
            let end = self.len();
            if let Some(mark) = self.marks.get_mut(mark) {
                mark.range.end = end;
            }
        }
    }

    /// Ends the paragraph. Where its mark is removed it waits for the next one to continue it.
    pub(super) fn end(&mut self, mut paragraph: Paragraph, ending: Ending) -> Option<Paragraph> {
        if !self.text.is_empty() {
            self.origin.get_or_insert((paragraph.index, paragraph.para_id));
        }
        if let Some((heading, Ending::Separator)) = self.joined.take() {
            paragraph.style = heading.style;
            paragraph.outline_level = heading.outline_level;
            paragraph.label = heading.label.or(paragraph.label);
        }
        if ending != Ending::Mark {
            self.joined = Some((paragraph, ending));
            return None;
        }
        Some(self.finish(paragraph))
    }

    /// Gives the waiting paragraph where none follows to continue it.
    pub(super) fn give_up_joining(&mut self) -> Option<Paragraph> {
        let (paragraph, _) = self.joined.take()?;
        let paragraph = self.finish(paragraph);
        (!paragraph.text.is_empty() || !paragraph.marks.is_empty()).then_some(paragraph)
    }

    /// The form of a joined paragraph is that of the mark which stays; its place is where its text begins.
    fn finish(&mut self, mut paragraph: Paragraph) -> Paragraph {
        // A bookmark that ends in a later paragraph covers the rest of this one.
        let end = self.len();
        for (_, mark) in self.open_bookmarks.drain(..) {
            if let Some(mark) = self.marks.get_mut(mark) {
                mark.range.end = end;
            }
        }
        if let Some((index, para_id)) = self.origin.take() {
            paragraph.index = index;
            paragraph.para_id = para_id;
        }
        paragraph.text = self.text.as_str().into();
        self.text.clear();
        paragraph.marks = std::mem::take(&mut self.marks);
        paragraph.marks.sort_by_key(|mark| mark.range.start);
        paragraph
    }
}
