//! Passing over what an element holds without reading it tag by tag.
//!
//! Most of what Word writes says how the text looks, which no reader of it asks for. In well-formed XML an angle bracket
//! stands nowhere but in markup (XML 1.0, 2.4), so the end of an element can be looked for. Where a comment, a section
//! of plain text or another element of the same name might hide it, nothing is passed over, and all tags are read.

use memchr::{memchr, memmem, memrchr};

use super::tokens::{ends_name, is_same};
use super::{Cursor, Element, Namespace, Token};

/// What holds a choice of elements, which only reading can tell (ECMA-376 part 3, 7.5).
const ALTERNATIVES: &str = "AlternateContent";

impl<'a> Cursor<'a> {
    /// Passes over the content of the element entered last and shows those of its elements, at any depth, whose local
    /// names are wanted, in their order. Gives what it passed over; the cursor stands before the element's end then. It
    /// stands after its start, and gives nothing, where `visit` told with `false` that an element must be read, or where
    /// the end might be hidden.
    pub(crate) fn skim(
        &mut self,
        element: &Element<'a>,
        wanted: impl Fn(&str) -> bool,
        mut visit: impl FnMut(&Element<'a>) -> bool,
    ) -> Option<&'a str> {
        if self.depth < element.depth {
            return Some("");
        }
        let name = &element.raw[..element.name_length];
        let content = self.tokens.rest();
        let length = end(content, name, |at| {
            let tag = &content[at..];
            let (whole, local) = names(tag)?;
            if local == ALTERNATIVES {
                return None;
            }
            if !wanted(local) {
                return Some(whole.len());
            }
            let found = self.flat(tag, whole, local, element)?;
            visit(&found).then_some(found.raw.len())
        })?;
        Some(self.tokens.pass(length))
    }

    /// Stands before the end of the innermost element, whose name is given, unless it might be hidden.
    pub(super) fn skip(&mut self, name: &str) {
        if let Some(length) = end(self.tokens.rest(), name, |_| Some(0)) {
            self.tokens.pass(length);
        }
    }

    /// Bytes read so far.
    pub(crate) fn position(&self) -> usize {
        self.tokens.position()
    }

    /// The child of `parent` read last and all later ones of its name that have an attribute, each with the place where it
    /// begins: found by that attribute alone. Nothing where anything else might follow, or hide where one of them ends.
    pub(crate) fn alike(
        &self,
        child: &Element<'a>,
        parent: &Element<'a>,
        attribute: &str,
    ) -> Option<Vec<(Element<'a>, usize)>> {
        let rest = self.tokens.rest();
        if !self.tokens.is_plain() || memmem::find(rest.as_bytes(), ALTERNATIVES.as_bytes()).is_some() {
            return None;
        }
        let whole = &child.raw[..child.name_length];
        let end = format!("</{whole}>");
        let mut found = vec![(*child, self.start_of(child))];
        let mut is_open = self.depth == child.depth;
        let mut looked_at = 0;
        for at in memmem::find_iter(rest.as_bytes(), attribute.as_bytes()) {
            let bracket = memrchr(b'<', &rest.as_bytes()[looked_at..at]).map(|bracket| looked_at + bracket);
            looked_at = at;
            let Some(start) = bracket else { continue };
            let tag = &rest[start + 1..];
            let (name, local) = names(tag)?;
            if name != whole {
                continue;
            }
            // Each begins where the one before ends.
            let before = rest[..start].trim_end();
            if is_open && !before.ends_with(&end) || !is_open && !before.ends_with("/>") {
                return None;
            }
            let element = self.flat(tag, name, local, parent)?;
            is_open = !element.raw.ends_with('/');
            found.push((element, self.position() + start));
        }
        let after = rest.trim_end().strip_suffix('>')?.strip_suffix(&parent.raw[..parent.name_length])?;
        let before = after.strip_suffix("</")?.trim_end();
        before.ends_with(if is_open { end.as_str() } else { "/>" }).then_some(found)
    }

    /// The tag of that name that a text begins with, of an element within another. It is one of Word's where its name has
    /// the prefix that the other's has.
    fn flat(
        &self,
        text: &'a str,
        whole: &'a str,
        local: &'a str,
        parent: &Element<'a>,
    ) -> Option<Element<'a>> {
        let raw = &text[..self.tokens.end_of_tag(text, whole.len())?];
        let prefix = &whole[..whole.len() - local.len()];
        let namespace = if parent.raw.starts_with(prefix) { parent.namespace } else { Namespace::Other };
        Some(Element { raw, name: local, name_length: whole.len(), namespace, depth: parent.depth + 1 })
    }

    /// Where the tag of the element read last begins.
    pub(crate) fn start_of(&self, element: &Element<'a>) -> usize {
        let brackets = if self.depth < element.depth { "</>" } else { "<>" };
        self.position() - element.raw.len() - brackets.len()
    }

    /// Goes on elsewhere in the element entered last, where a child of it begins.
    pub(crate) fn seek(&mut self, position: usize) {
        if position < self.position() {
            // What was noted on the way here may stand behind that place.
            self.declaration = 0;
        }
        self.tokens.seek(position);
    }

    /// What was read since a position.
    pub(crate) fn since(&self, position: usize) -> &'a str {
        self.tokens.since(position)
    }
}

/// The first element of a local name in the content of an element, not within others; alternatives are not entered.
pub(crate) fn child_in<'a>(content: &'a str, name: &str) -> Option<Element<'a>> {
    let mut cursor = Cursor::new(content, "", 0);
    loop {
        let (element, depth) = match cursor.tokens.next().ok()? {
            Token::Start(tag) => (cursor.enter(tag, false), cursor.depth),
            Token::Empty(tag) => (cursor.enter(tag, true), cursor.depth + 1),
            Token::End => {
                cursor.leave();
                continue;
            }
            Token::Eof => return None,
            _ => continue,
        };
        if depth == 1 && element.name() == name {
            return Some(element);
        }
    }
}

/// The whole name that a tag begins with, and the local name.
fn names(tag: &str) -> Option<(&str, &str)> {
    let whole = &tag[..tag.bytes().position(ends_name)?];
    let local = whole.bytes().position(|byte| byte == b':').map_or(0, |colon| colon + 1);
    Some((whole, &whole[local..]))
}

/// Where the end tag of an element stands in what follows its start tag. `visit` is told where each other start tag
/// begins, and tells how many bytes of it are known to hold no bracket; nothing ends the search.
fn end(text: &str, name: &str, mut visit: impl FnMut(usize) -> Option<usize>) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_name = |tag: &[u8]| {
        tag.get(name.len()).is_some_and(|&after| ends_name(after))
            && is_same(&tag[..name.len()], name.as_bytes())
    };
    let mut at = 0;
    loop {
        at += memchr(b'<', &bytes[at..])? + 1;
        match bytes.get(at)? {
            b'/' if is_name(&bytes[at + 1..]) => return Some(at - 1),
            b'/' => {}
            b'!' | b'?' => return None,
            _ if is_name(&bytes[at..]) => return None,
            _ => at += visit(at)?,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is passed over of the first child of the root, and the names of its children that are read otherwise.
    fn skimmed(text: &str) -> (Option<&str>, Vec<&str>) {
        let mut cursor = Cursor::new(text, "part", 16);
        let root = cursor.root().unwrap();
        let child = cursor.next_child(&root).unwrap().unwrap();
        let passed = cursor.skim(&child, |name| matches!(name, "b" | "x"), |element| element.name() != "b");
        let mut inner = Vec::new();
        while let Some(element) = cursor.next_child(&child).unwrap() {
            inner.push(element.name());
        }
        let next = cursor.next_child(&root).unwrap().map(|element| element.name());
        assert_eq!(next, Some("next"), "the cursor stands behind the element");
        assert!(cursor.next_child(&root).unwrap().is_none());
        (passed, inner)
    }

    #[test]
    fn what_is_not_wanted_is_passed_over() {
        let passed = "<w:sz w:val='1'/>text<w:lang></w:lang>";
        let text = format!("<r><w:p a='1'>{passed}</w:p\n><next/></r>");
        assert_eq!(skimmed(&text), (Some(passed), vec![]));
        for quoted in [r#"<x a=">"/>"#, "<x a='1>'/>", r#"<x a='"' b="'>"/>"#] {
            assert_eq!(skimmed(&format!("<r><p>{quoted}</p><next/></r>")), (Some(quoted), vec![]));
        }
        assert_eq!(skimmed("<r><p/><next/></r>"), (Some(""), vec![]));
        assert_eq!(skimmed("<r><p></p><next>x</next></r>"), (Some(""), vec![]));
    }

    #[test]
    fn what_is_wanted_or_might_hide_the_end_is_read() {
        for (content, inner) in [
            ("<w:b/><sz/>", vec!["b", "sz"]),
            ("<x><b/></x>", vec!["x"]),
            ("<!-- </p> --><sz/>", vec!["sz"]),
            ("<![CDATA[</p>]]><sz/>", vec!["sz"]),
            ("<?x </p>?><sz/>", vec!["sz"]),
            ("<x><p></p></x><sz/>", vec!["x", "sz"]),
        ] {
            let text = format!("<r><p>{content}</p><next/></r>");
            assert_eq!(skimmed(&text), (None, inner), "{content}");
        }
    }

    #[test]
    fn elements_are_shown_with_their_attributes() {
        let text = r#"<w:p xmlns:w="urn:w"><w:x w:val="1"><w:y/></w:x><m:z w:val="2" /><w:q val = '3' ></w:q></w:p>"#;
        let mut cursor = Cursor::new(text, "part", 16);
        let root = cursor.root().unwrap();
        let mut shown = Vec::new();
        let passed = cursor.skim(
            &root,
            |name| name != "y",
            |element| {
                shown.push(format!("{} {:?}", element.name(), element.value()));
                true
            },
        );
        assert!(passed.is_some());
        assert_eq!(shown, [r#"x Some("1")"#, r#"z Some("2")"#, r#"q Some("3")"#]);
    }

    #[test]
    fn a_child_is_found_in_content() {
        let find = |content, name| {
            child_in(content, name).map(|element| element.attribute("a").unwrap().into_owned())
        };
        assert_eq!(find("<w:x a='1'><w:y a='2'/></w:x><w:y a='3'/><w:y a='4'/>", "y").as_deref(), Some("3"));
        assert_eq!(find("<x/></w:rPr><y a='5'/>", "y"), None);
        assert_eq!(find("", "y"), None);
    }

    #[test]
    fn names_that_begin_alike_are_others() {
        assert_eq!(skimmed("<r><p><p2></p2><pa/></p><next/></r>").0, Some("<p2></p2><pa/>"));
    }
}
