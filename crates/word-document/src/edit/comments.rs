//! Word comments are put beside paragraphs (ECMA-376 part 1, 17.13.4).

use std::fmt::Write as _;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::parts::{Changing, before_end};
use crate::error::ReadError;
use crate::package::{Limits, Package};

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const CONTENT_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/// A comment to be put beside a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// The paragraph among all of the main part, in the order of the file, from 0; those in tables and text boxes count.
    pub paragraph: usize,
    /// Lines of the comment.
    pub text: String,
    /// Who says it.
    pub author: String,
    /// Their initials.
    pub initials: String,
}

/// A copy of a Word file with comments in its main part. All else is as it was. A comment on a paragraph that does
/// not exist goes to the last one before.
pub fn add_comments(bytes: &[u8], comments: &[Comment], limits: &Limits) -> Result<Vec<u8>, ReadError> {
    let mut changing = Changing::new(Package::open(bytes, limits)?);
    let root = changing.package().relationships("")?;
    let main = root.target_of_kind("officeDocument").unwrap_or("word/document.xml").to_owned();
    let text = changing.text(&main)?.ok_or_else(|| ReadError::MissingPart(main.clone()))?;
    let relationships = changing.package().relationships(&main)?;
    let part = relationships.target_of_kind("comments").map(str::to_owned);
    let known = match &part {
        Some(name) => changing.text(name)?,
        None => None,
    };
    let first = known.as_deref().map_or(0, next_id);
    let prefix = prefix_of(&text);
    let entries = entries(comments, first);
    if let (Some(name), Some(known)) = (part, known) {
        changing.set(&name, before_end(&known, &entries));
    } else {
        let folder = main.rsplit_once('/').map_or_else(String::new, |(folder, _)| format!("{folder}/"));
        let text = format!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:comments xmlns:w="{MAIN}">{entries}</w:comments>"#
        );
        changing.add_part(&main, &format!("{folder}comments.xml"), "comments", CONTENT_TYPE, text)?;
    }
    let marked = mark(&text, &main, comments, first, &prefix)?;
    changing.set(&main, marked);
    changing.finish()
}

/// The prefix of Word's namespace in a part, with its colon.
fn prefix_of(text: &str) -> String {
    let at = text
        .find(&format!("=\"{MAIN}\""))
        .or_else(|| text.find("=\"http://purl.oclc.org/ooxml/wordprocessingml/main\""));
    let declared = at.and_then(|at| text[..at].rsplit(char::is_whitespace).next());
    match declared.and_then(|name| name.strip_prefix("xmlns:")) {
        Some(prefix) => format!("{prefix}:"),
        None if declared == Some("xmlns") => String::new(),
        None => "w:".to_owned(),
    }
}

/// An id above all that comments have.
fn next_id(text: &str) -> usize {
    let ids = text.split("w:id=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse::<usize>().ok());
    ids.max().map_or(0, |last| last + 1)
}

fn escaped(text: &str) -> String {
    let allowed: String =
        text.chars().filter(|c| *c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect();
    quick_xml::escape::escape(allowed).into_owned()
}

fn entries(comments: &[Comment], first: usize) -> String {
    let mut out = String::new();
    for (at, comment) in comments.iter().enumerate() {
        // Writing to a String cannot fail.
        let _ = write!(
            out,
            r#"<w:comment xmlns:w="{MAIN}" w:id="{}" w:author="{}" w:initials="{}">"#,
            first + at,
            escaped(&comment.author),
            escaped(&comment.initials)
        );
        for line in comment.text.lines() {
            let _ = write!(out, r#"<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>"#, escaped(line));
        }
        out.push_str("</w:comment>");
    }
    out
}

/// A paragraph in a text: where its content begins and ends.
struct Found {
    start: usize,
    end: usize,
}

/// The paragraphs of a part, in the order in which they begin.
fn paragraphs(text: &str, part: &str, prefix: &str) -> Result<Vec<Found>, ReadError> {
    let malformed = |offset, detail: String| ReadError::Malformed { part: part.to_owned(), offset, detail };
    let (paragraph, properties) = (format!("{prefix}p"), format!("{prefix}pPr"));
    let mut reader = Reader::from_str(text);
    let mut found: Vec<Found> = Vec::new();
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut depth = 0_usize;
    loop {
        let event =
            reader.read_event().map_err(|error| malformed(reader.error_position(), error.to_string()))?;
        let at = reader.buffer_position() as usize;
        match event {
            Event::Start(tag) => {
                depth += 1;
                if tag.name().into_inner() == paragraph {
                    open.push((found.len(), depth));
                    found.push(Found { start: at, end: at });
                }
            }
            Event::Empty(tag) if tag.name().into_inner() == paragraph => {
                // One without content cannot be commented on.
                let start = at - tag.len() - 3;
                found.push(Found { start, end: start });
            }
            Event::End(tag) => {
                let name = tag.name().into_inner();
                if let Some(&(index, level)) = open.last() {
                    if name == properties && depth == level + 1 {
                        found[index].start = at;
                    } else if name == paragraph && depth == level {
                        found[index].end = at - name.len() - 3;
                        open.pop();
                    }
                }
                depth = depth.saturating_sub(1);
            }
            Event::DocType(_) => return Err(ReadError::DocumentType(part.to_owned())),
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// Puts the marks of the comments into a part.
fn mark(
    text: &str,
    part: &str,
    comments: &[Comment],
    first: usize,
    prefix: &str,
) -> Result<String, ReadError> {
    let found = paragraphs(text, part, prefix)?;
    let mut marks: Vec<(usize, String)> = Vec::new();
    for (at, comment) in comments.iter().enumerate() {
        let Some(paragraph) = found.get(comment.paragraph).or(found.last()) else { continue };
        let id = first + at;
        let start = format!(r#"<{prefix}commentRangeStart {prefix}id="{id}"/>"#);
        let end = format!(
            r#"<{prefix}commentRangeEnd {prefix}id="{id}"/><{prefix}r><{prefix}commentReference {prefix}id="{id}"/></{prefix}r>"#
        );
        if paragraph.start == paragraph.end && !text[..paragraph.end].ends_with('>') {
            continue;
        }
        marks.push((paragraph.start, start));
        marks.push((paragraph.end, end));
    }
    marks.sort_by_key(|(at, _)| *at);
    let mut out = String::with_capacity(text.len() + marks.len() * 64);
    let mut from = 0;
    for (at, mark) in marks {
        out.push_str(&text[from..at]);
        out.push_str(&mark);
        from = at;
    }
    out.push_str(&text[from..]);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::docx;
    use crate::{outline_text, read};

    fn comment(paragraph: usize, text: &str) -> Comment {
        Comment { paragraph, text: text.to_owned(), author: "Ann & Co".to_owned(), initials: "A".to_owned() }
    }

    #[test]
    fn comments_stand_beside_their_paragraphs() {
        let bytes = docx("# One\n| a | two |\nthree{comment Bob|known}");
        let comments = [comment(2, "about <two>"), comment(3, "about three\nin lines"), comment(3, "more")];
        let annotated = add_comments(&bytes, &comments, &Limits::default()).unwrap();
        let document = read(&annotated, &Limits::default()).unwrap();
        let text = outline_text(&document);
        assert!(document.oddities.is_empty(), "{:?}", document.oddities);
        assert_eq!(document.notes.comments.len(), 4, "{text}");
        for said in ["about <two>", "about three", "in lines", "more", "known"] {
            assert!(text.contains(said), "{said}: {text}");
        }
    }

    #[test]
    fn a_file_without_comments_gets_the_part() {
        let bytes = docx("One");
        let annotated = add_comments(&bytes, &[comment(0, "x")], &Limits::default()).unwrap();
        let document = read(&annotated, &Limits::default()).unwrap();
        assert_eq!(document.notes.comments.len(), 1);
        assert_eq!(document.oddities, []);
        assert!(add_comments(&bytes, &[comment(9, "x")], &Limits::default()).is_ok());
    }
}
