//! Elements that need more than to be written as they are.

use super::super::marks::{GRID_END, LAST, LINK, LINK_END, ROW, ROW_END, TABLE, TABLE_END, kind};
use super::super::xml::{Attributes, Element, Node, attribute, without_attribute};
use super::{Emitter, has_tags, is_touched};

impl Emitter<'_, '_> {
    pub(super) fn element(&mut self, element: &Element<'_>) {
        let in_scope = self.scopes.current().is_some();
        match &*element.name {
            "w:t" => self.text_element(element),
            "w:tbl" => self.table(element),
            "w:tr" if has_tags(element) => self.between(ROW, element, ROW_END),
            "w:tc" | "w:txbxContent" | "w:hdr" | "w:ftr" if is_touched(element) => {
                self.ending_in_paragraph(element);
            }
            "w:bookmarkStart" | "w:bookmarkEnd" if in_scope || self.is_torn(element) => {
                self.bookmark(element);
            }
            "w:commentRangeStart" | "w:commentRangeEnd" => self.comment_range(element),
            "w:commentReference" => self.reference(element, 'c'),
            "w:footnoteReference" => self.reference(element, 'f'),
            "w:endnoteReference" => self.reference(element, 'e'),
            "w:sdtPr" if in_scope => self.without_child(element, "w:id"),
            "wp:docPr" if in_scope => self.drawing(element),
            "w:hyperlink" | "a:hlinkClick" => self.link(element),
            "w:instrText" if !self.repeated.names.is_empty() => self.instruction(element),
            _ => match self.around.renamed {
                Some(renamed) if renamed.concerns(&element.name) => self.renamed(element, renamed),
                _ => self.plain(element),
            },
        }
    }

    fn plain(&mut self, element: &Element<'_>) {
        self.open(element);
        self.close(element);
    }

    /// The start tag up to its attributes.
    fn open(&mut self, element: &Element<'_>) {
        self.write("<");
        self.write(&element.name);
        self.attributes(&element.attributes);
    }

    /// The rest of an element after its attributes.
    fn close(&mut self, element: &Element<'_>) {
        if element.children.is_empty() {
            return self.write("/>");
        }
        self.write(">");
        self.nodes(&element.children);
        self.end(element);
    }

    fn end(&mut self, element: &Element<'_>) {
        self.write("</");
        self.write(&element.name);
        self.write(">");
    }

    fn text_element(&mut self, element: &Element<'_>) {
        self.in_text = true;
        self.plain(element);
        self.in_text = false;
    }

    fn between(&mut self, before: char, element: &Element<'_>, after: char) {
        self.source.text.push(before);
        self.plain(element);
        self.source.text.push(after);
    }

    /// A table may lose all its rows, or get more columns.
    fn table(&mut self, element: &Element<'_>) {
        let by_columns = element.elements().any(|row| row.is("w:tr") && has_tags(row));
        if by_columns {
            self.between(TABLE, element, GRID_END);
        } else if has_tags(element) {
            self.between(TABLE, element, TABLE_END);
        } else {
            self.plain(element);
        }
    }

    /// What has to end in a paragraph, whatever its tags leave.
    fn ending_in_paragraph(&mut self, element: &Element<'_>) {
        self.open(element);
        self.write(">");
        self.nodes(&element.children);
        self.source.text.push(LAST);
        self.end(element);
    }

    fn is_torn(&self, element: &Element<'_>) -> bool {
        element.attribute("w:id").is_some_and(|id| self.repeated.is_torn(id))
    }

    fn bookmark(&mut self, element: &Element<'_>) {
        let Some(id) = element.attribute("w:id") else { return };
        if self.repeated.is_torn(id) {
            return;
        }
        let scope = self.scopes.current().unwrap_or_default();
        self.write("<");
        self.write(&element.name);
        self.marked("w:id", kind::BOOKMARK_ID, format_args!("{scope}:{id}"));
        if let Some(name) = element.attribute("w:name") {
            self.marked("w:name", kind::BOOKMARK_NAME, format_args!("{scope}:{name}"));
        }
        for column in ["w:colFirst", "w:colLast"] {
            if let Some(value) = element.attribute(column) {
                self.attribute(column, value);
            }
        }
        self.write("/>");
    }

    /// Whether a note goes where it is referred to: it holds tags, or comes several times.
    fn is_moved(&self, note: char, id: &str) -> bool {
        self.around.notes.get(&(note, id.to_owned())).is_some_and(is_touched)
            || self.scopes.current().is_some()
    }

    fn comment_range(&mut self, element: &Element<'_>) {
        let Some(id) = element.attribute("w:id").filter(|id| self.is_moved('c', id)) else {
            return self.plain(element);
        };
        let scope = self.scopes.current().unwrap_or_default();
        self.write("<");
        self.write(&element.name);
        self.marked("w:id", kind::COMMENT_ID, format_args!("{scope}:{id}"));
        self.write("/>");
    }

    fn reference(&mut self, element: &Element<'_>, note: char) {
        let id = element.attribute("w:id").unwrap_or_default();
        let notes = self.around.notes;
        match notes.get(&(note, id.to_owned())) {
            Some(found) if self.is_moved(note, id) => {
                self.write("<");
                self.write(&element.name);
                if let Attributes::Plain(text) = &element.attributes {
                    self.raw(&without_attribute(text, "w:id"));
                }
                self.write(" w:id=\"");
                self.note(note, id, found);
                self.write("\"/>");
            }
            _ => self.plain(element),
        }
    }

    fn without_child(&mut self, element: &Element<'_>, name: &str) {
        self.open(element);
        self.write(">");
        for child in element.children.iter().filter(|child| child.named(name).is_none()) {
            self.node(child);
        }
        self.end(element);
    }

    /// Drawings have ids of their own (20.4.2.5).
    fn drawing(&mut self, element: &Element<'_>) {
        let Attributes::Plain(text) = &element.attributes else { return self.plain(element) };
        self.write("<");
        self.write(&element.name);
        self.raw(&without_attribute(text, "id"));
        self.marked("id", kind::DRAWING_ID, "");
        self.close(element);
    }

    /// A link whose address has tags, or to a bookmark that comes several times.
    fn link(&mut self, element: &Element<'_>) {
        let Attributes::Plain(text) = &element.attributes else { return self.plain(element) };
        let links = self.around.links;
        let address = attribute(text, "r:id").and_then(|id| links.get(id));
        let anchor = attribute(text, "w:anchor").and_then(|name| self.scoped_name(name));
        let mut rest = text.clone();
        if address.is_some() {
            rest = without_attribute(&rest, "r:id").into_owned().into();
        }
        if anchor.is_some() {
            rest = without_attribute(&rest, "w:anchor").into_owned().into();
        }
        self.write("<");
        self.write(&element.name);
        if let Some(nodes) = address {
            self.write(" r:id=\"");
            self.source.text.push(LINK);
            self.nodes(nodes);
            self.source.text.push(LINK_END);
            self.write("\"");
        }
        if let Some(name) = anchor {
            self.marked("w:anchor", kind::BOOKMARK_NAME, name);
        }
        match self.around.renamed.filter(|_| address.is_none()) {
            Some(renamed) => self.raw(&renamed.attributes(&element.name, &rest)),
            None => self.plain_attributes(&rest),
        }
        self.close(element);
    }

    /// A bookmark's name with its stretch, where that is open here.
    fn scoped_name(&self, name: &str) -> Option<String> {
        let scope = self.repeated.names.get(name).filter(|scope| self.scopes.has(**scope))?;
        Some(format!("{scope}:{name}"))
    }

    /// A field's instruction that may name a bookmark.
    fn instruction(&mut self, element: &Element<'_>) {
        self.open(element);
        self.write(">");
        for node in &element.children {
            match node {
                Node::Text(text) => self.instruction_text(text),
                other => self.node(other),
            }
        }
        self.end(element);
    }

    fn instruction_text(&mut self, text: &str) {
        for (at, word) in text.split(' ').enumerate() {
            if at > 0 {
                self.write(" ");
            }
            match self.scoped_name(word.trim_matches('"')) {
                Some(name) => self.write(&super::marks::mark(kind::BOOKMARK_NAME, name)),
                None => self.raw(word),
            }
        }
    }

    /// An element of a partial that names a style, a list or a relationship.
    fn renamed(&mut self, element: &Element<'_>, renamed: &super::super::partials::Renamed) {
        let Attributes::Plain(text) = &element.attributes else { return self.plain(element) };
        self.write("<");
        self.write(&element.name);
        let text = renamed.attributes(&element.name, text);
        self.plain_attributes(&text);
        self.close(element);
    }
}
