//! From Markdown to lines: what a reader of the page sees, with the line of the file where it stands.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Heading,
    Paragraph,
    /// A point of a list, with its depth from 0.
    Point(usize),
}

/// A line of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub shape: Shape,
    pub text: String,
    /// Line of the file, from 1.
    pub at: usize,
    /// Whether all of it is set in bold: people mark headings so.
    pub bold: bool,
}

/// All lines of a Markdown text. A line break within a paragraph ends a line: notes are typed so.
pub(super) fn read(markdown: &str) -> Vec<Line> {
    let mut reader =
        Reader { markdown, out: Vec::new(), open: None, depth: 0, bold: 0, cells: 0, heading: false };
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    for (event, range) in Parser::new_ext(markdown, options).into_offset_iter() {
        reader.take(event, &range);
    }
    reader.close();
    reader.out
}

struct Reader<'m> {
    markdown: &'m str,
    out: Vec<Line>,
    open: Option<Line>,
    depth: usize,
    bold: usize,
    /// Cells of the open row that are done.
    cells: usize,
    heading: bool,
}

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.text(&text, range);
            }
            Event::SoftBreak | Event::HardBreak | Event::Rule => self.close(),
            _ => self.text(&self.markdown[range.clone()], range),
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Heading { .. } => {
                self.close();
                self.heading = true;
            }
            Tag::List(_) => {
                self.close();
                self.depth += 1;
            }
            Tag::Paragraph
            | Tag::Item
            | Tag::TableRow
            | Tag::TableHead
            | Tag::CodeBlock(_)
            | Tag::BlockQuote(_) => {
                self.close();
                self.cells = 0;
            }
            Tag::TableCell => {
                if self.cells > 0 {
                    self.text(" | ", range);
                }
                self.cells += 1;
            }
            Tag::Strong => self.bold += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.close();
                self.heading = false;
            }
            TagEnd::List(_) => {
                self.close();
                self.depth = self.depth.saturating_sub(1);
            }
            TagEnd::Paragraph | TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead | TagEnd::CodeBlock => {
                self.close();
            }
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        for (count, piece) in text.split('\n').enumerate() {
            if count > 0 {
                self.close();
            }
            if piece.is_empty() {
                continue;
            }
            let bold = self.bold > 0 || piece.trim().is_empty();
            let shape = self.shape();
            let at = self.markdown[..range.start].matches('\n').count() + 1 + count;
            let line = self.open.get_or_insert_with(|| Line { shape, text: String::new(), at, bold: true });
            line.text.push_str(piece);
            line.bold &= bold;
        }
    }

    fn shape(&self) -> Shape {
        match self.depth {
            _ if self.heading => Shape::Heading,
            0 => Shape::Paragraph,
            depth => Shape::Point(depth - 1),
        }
    }

    fn close(&mut self) {
        let Some(mut line) = self.open.take() else { return };
        line.text = line.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !line.text.is_empty() {
            self.out.push(line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(markdown: &str) -> Vec<(Shape, String, usize)> {
        read(markdown).into_iter().map(|line| (line.shape, line.text, line.at)).collect()
    }

    #[test]
    fn what_is_typed_becomes_lines() {
        let markdown = "# 1 Opening\n\nNoted,  *with* thanks\nto `TSB`.\n\n- one\n  - two\n\n| a | b |\n|---|---|\n| c | d |\n";
        assert_eq!(
            lines(markdown),
            [
                (Shape::Heading, "1 Opening".to_owned(), 1),
                (Shape::Paragraph, "Noted, with thanks".to_owned(), 3),
                (Shape::Paragraph, "to TSB.".to_owned(), 4),
                (Shape::Point(0), "one".to_owned(), 6),
                (Shape::Point(1), "two".to_owned(), 7),
                (Shape::Paragraph, "a | b".to_owned(), 9),
                (Shape::Paragraph, "c | d".to_owned(), 11),
            ]
        );
    }

    #[test]
    fn nothing_is_lost_that_markdown_would_hide() {
        let texts: Vec<String> =
            lines("<b>bold</b>\n\n> said\n\n    kept\n\n[link](https://example.org)\n\n~~out~~\n")
                .into_iter()
                .map(|(_, text, _)| text)
                .collect();
        assert_eq!(texts, ["<b>bold</b>", "said", "kept", "link", "out"]);
    }

    #[test]
    fn bold_lines_are_told() {
        let bold: Vec<bool> =
            read("**2.1 Title**\n\n**2.1** Title\n").into_iter().map(|line| line.bold).collect();
        assert_eq!(bold, [true, false]);
    }
}
