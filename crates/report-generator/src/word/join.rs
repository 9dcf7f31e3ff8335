//! Tags that Word has cut over several runs are put together, in the run where they begin.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::compile::Story;
use super::error::{Cell, Place, TemplateError, TemplateErrorKind, shortened};
use super::properties::is_properties;
use super::tags::{Found, Odd, Opening, Tag, scan};
use super::text::xml_text;
use super::xml::{Attributes, Element, Node, unescaped};

/// A tag with its place.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    pub tag: Tag,
    pub place: Place,
    /// The text of its paragraph.
    pub quoted: Arc<str>,
}

impl Placed {
    /// An error about this tag.
    pub(crate) fn error(&self, template: &str, kind: TemplateErrorKind, message: String) -> TemplateError {
        TemplateError {
            template: template.to_owned(),
            kind,
            place: Some(self.place.clone()),
            quoted: shortened(&self.quoted),
            tag: self.tag.shown.clone(),
            message,
            suggestion: None,
        }
    }
}

/// What a template holds, gathered part by part.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    pub template: String,
    pub tags: Vec<Placed>,
    pub errors: Vec<TemplateError>,
    /// Braces that are odd but may be meant: told by a check alone.
    pub doubts: Vec<TemplateError>,
}

/// Addresses with tags in them, by relationship id.
pub(crate) type Links = BTreeMap<String, Vec<Node<'static>>>;

/// Finds the tags of a part and puts each into the tree where it begins. Of its addresses those that have tags are
/// returned as nodes.
pub(crate) fn join(root: &mut Element<'_>, story: &Story, gathered: &mut Gathered) -> Links {
    let mut joiner = Joiner {
        gathered,
        part: &story.name,
        targets: &story.targets,
        links: Links::new(),
        raw: false,
        count: 0,
        current: 0,
        paragraphs: 0,
        tables: 0,
        cell: None,
        quoted: Arc::from(""),
    };
    if is_properties(&story.kind) {
        joiner.property(root);
    } else {
        joiner.visit(root);
    }
    joiner.links
}

struct Joiner<'g> {
    gathered: &'g mut Gathered,
    part: &'g str,
    targets: &'g BTreeMap<String, String>,
    links: Links,
    /// Whether the text stands between `raw` and `endraw`.
    raw: bool,
    /// Paragraphs met, and the one that is being read.
    count: usize,
    current: usize,
    paragraphs: usize,
    tables: usize,
    cell: Option<Cell>,
    quoted: Arc<str>,
}

impl Joiner<'_> {
    fn visit(&mut self, element: &mut Element<'_>) {
        self.attributes(element);
        self.link(element);
        match &*element.name {
            "w:tbl" => {
                self.tables += 1;
                let cell = Cell { table: self.tables, row: 0, cell: 0 };
                let around = self.cell.replace(cell);
                self.visit_children(element);
                self.cell = around;
            }
            "w:tr" => {
                if let Some(cell) = &mut self.cell {
                    cell.row += 1;
                    cell.cell = 0;
                }
                self.visit_children(element);
            }
            "w:tc" => {
                if let Some(cell) = &mut self.cell {
                    cell.cell += 1;
                }
                let outside = std::mem::take(&mut self.paragraphs);
                self.visit_children(element);
                self.paragraphs = outside;
            }
            "w:p" => self.paragraph(element),
            _ => self.visit_children(element),
        }
    }

    fn visit_children(&mut self, element: &mut Element<'_>) {
        for node in &mut element.children {
            if let Node::Element(child) = node {
                self.visit(child);
            }
        }
    }

    fn paragraph(&mut self, paragraph: &mut Element<'_>) {
        self.paragraphs += 1;
        let around = std::mem::replace(&mut self.current, self.count);
        self.count += 1;
        let before = self.gathered.tags.len();
        for channel in ["w:t", "w:instrText"] {
            self.channel(paragraph, channel);
        }
        if self.gathered.tags.len() > before {
            paragraph.children.retain(|node| node.named("w:proofErr").is_none() && !is_stale(node));
        }
        self.visit_children(paragraph);
        self.current = around;
    }

    /// Tags in the text of a property. Properties count as paragraphs.
    fn property(&mut self, element: &mut Element<'_>) {
        let text: String = element.children.iter().filter_map(Node::text).collect();
        if text.contains("{{") || text.contains("{%") {
            self.paragraphs += 1;
            if let Some(nodes) = self.tagged(&text) {
                element.children = nodes;
            }
        }
        for node in &mut element.children {
            if let Node::Element(child) = node {
                self.property(child);
            }
        }
    }

    fn place(&self) -> Place {
        Place {
            part: self.part.to_owned(),
            paragraph: self.paragraphs.max(1),
            cell: self.cell,
            index: self.current,
        }
    }

    /// Tags in one kind of text of a paragraph.
    fn channel(&mut self, paragraph: &mut Element<'_>, channel: &str) {
        let mut atoms = Atoms::default();
        atoms.collect(paragraph, channel);
        if !self.raw && !atoms.text.contains(['{', '}']) {
            return;
        }
        let found = scan(&atoms.text, &mut self.raw);
        self.quoted = Arc::from(atoms.text.as_str());
        for odd in found.odd {
            self.odd(&atoms.text, &odd);
        }
        if found.tags.is_empty() {
            return;
        }
        let cuts: Vec<Cut> = found.tags.into_iter().map(|found| self.cut(&atoms.text, found)).collect();
        let mut rewriter = Rewriter { atoms: &atoms, cuts: &cuts, next: 0, channel };
        rewriter.rewrite(paragraph);
    }

    /// Where a tag is cut out of the text, with the spaces that its hyphens take along.
    fn cut(&mut self, text: &str, found: Found) -> Cut {
        let shown = &text[found.start..found.end];
        let inner = &shown[2..shown.len() - 2];
        let before = if inner.starts_with('-') { text[..found.start].trim_end().len() } else { found.start };
        let after = text.len() - text[found.end..].trim_start().len();
        let after = if inner.len() > 1 && inner.ends_with('-') { after } else { found.end };
        let tag = Tag::read(shown, found.opening);
        Cut { from: before, at: found.start, to: after, tag: self.note(tag) }
    }

    fn note(&mut self, tag: Tag) -> usize {
        let (place, quoted) = (self.place(), self.quoted.clone());
        self.gathered.tags.push(Placed { tag, place, quoted });
        self.gathered.tags.len() - 1
    }

    fn odd(&mut self, text: &str, odd: &Odd) {
        let tag = Tag { shown: shortened(&text[odd.start..odd.end]), ..Tag::read("", Opening::Comment) };
        let placed = Placed { tag, place: self.place(), quoted: self.quoted.clone() };
        let error = placed.error(&self.gathered.template, TemplateErrorKind::Braces, odd.why.clone());
        if odd.fatal { self.gathered.errors.push(error) } else { self.gathered.doubts.push(error) }
    }

    /// Tags in the values of attributes: descriptions of pictures, tips of links.
    fn attributes(&mut self, element: &mut Element<'_>) {
        let Attributes::Plain(text) = &element.attributes else { return };
        if text.contains("{{") || text.contains("{%") {
            let text = text.clone().into_owned();
            if let Some(nodes) = self.tagged(&text) {
                element.attributes = Attributes::Tagged(nodes);
            }
        }
    }

    /// The address of a link.
    fn link(&mut self, element: &Element<'_>) {
        if !matches!(&*element.name, "w:hyperlink" | "a:hlinkClick") {
            return;
        }
        let Some(id) = element.attribute("r:id").map(str::to_owned) else { return };
        let Some(target) = self.targets.get(&id).map(|target| xml_text(target).into_owned()) else { return };
        if let Some(nodes) = self.tagged(&target) {
            self.links.insert(id, nodes);
        }
    }

    /// A text as XML has it, cut at its tags; `None` where it has none.
    fn tagged(&mut self, text: &str) -> Option<Vec<Node<'static>>> {
        let found = scan(text, &mut false);
        let mut nodes = Vec::new();
        let mut from = 0;
        for tag in &found.tags {
            let shown = unescaped(&text[tag.start..tag.end]).into_owned();
            self.quoted = Arc::from(shown.as_str());
            nodes.push(Node::Text(Cow::Owned(text[from..tag.start].to_owned())));
            nodes.push(Node::Tag(self.note(Tag::read(&shown, tag.opening))));
            from = tag.end;
        }
        nodes.push(Node::Text(Cow::Owned(text[from..].to_owned())));
        (!found.tags.is_empty()).then_some(nodes)
    }
}

/// A tag to be cut out of a text: from where to where, where it begins, and its number.
struct Cut {
    from: usize,
    at: usize,
    to: usize,
    tag: usize,
}

/// The text of a paragraph, and which bytes of it each element holds.
#[derive(Default)]
struct Atoms {
    text: String,
    spans: Vec<(usize, usize)>,
}

/// Characters that are elements of their own.
fn character_of(name: &str) -> Option<&'static str> {
    match name {
        "w:tab" | "w:ptab" => Some("\t"),
        "w:br" | "w:cr" => Some("\n"),
        "w:noBreakHyphen" => Some("-"),
        "w:softHyphen" => Some("\u{ad}"),
        _ => None,
    }
}

/// A run that only says where a page ended when the template was saved.
fn is_stale(node: &Node<'_>) -> bool {
    node.named("w:r").is_some_and(|run| {
        run.child("w:lastRenderedPageBreak").is_some()
            && run.elements().all(|child| child.is("w:lastRenderedPageBreak") || child.is("w:rPr"))
    })
}

/// What holds no text of the paragraph itself.
fn is_apart(name: &str) -> bool {
    matches!(name, "w:p" | "w:txbxContent" | "w:rPr" | "w:pPr" | "w:sdtPr" | "w:del" | "w:moveFrom")
}

impl Atoms {
    fn collect(&mut self, element: &Element<'_>, channel: &str) {
        for child in element.elements() {
            let start = self.text.len();
            if child.is(channel) {
                for node in &child.children {
                    if let Node::Text(text) = node {
                        self.text.push_str(&unescaped(text));
                    }
                }
                self.spans.push((start, self.text.len()));
            } else if let Some(character) = character_of(&child.name).filter(|_| channel == "w:t") {
                self.text.push_str(character);
                self.spans.push((start, self.text.len()));
            } else if !is_apart(&child.name) {
                self.collect(child, channel);
            }
        }
    }
}

/// Walks the same elements in the same order, and puts tags in their places.
struct Rewriter<'c> {
    atoms: &'c Atoms,
    cuts: &'c [Cut],
    next: usize,
    channel: &'c str,
}

impl Rewriter<'_> {
    fn rewrite(&mut self, element: &mut Element<'_>) {
        let children = std::mem::take(&mut element.children);
        for node in children {
            let Node::Element(mut child) = node else {
                element.children.push(node);
                continue;
            };
            let is_text = child.is(self.channel);
            let is_character = self.channel == "w:t" && character_of(&child.name).is_some();
            let keep = if is_text || is_character {
                self.atom(&mut child, is_text)
            } else if is_apart(&child.name) {
                true
            } else {
                let was_empty = child.children.is_empty();
                self.rewrite(&mut child);
                was_empty || !child.is("w:r") || child.elements().any(|inner| !inner.is("w:rPr"))
            };
            if keep {
                element.children.push(Node::Element(child));
            }
        }
    }

    /// One element of text. Tells whether anything of it is left.
    fn atom(&mut self, element: &mut Element<'_>, is_text: bool) -> bool {
        let (start, end) = self.atoms.spans[self.next];
        self.next += 1;
        let touching: Vec<&Cut> = self.cuts.iter().filter(|cut| cut.from < end && start < cut.to).collect();
        if touching.is_empty() {
            return true;
        }
        let mut nodes = Vec::new();
        let mut from = start;
        for cut in touching {
            if from < cut.from {
                nodes.push(self.text(from, cut.from));
            }
            if (start..end).contains(&cut.at) {
                nodes.push(Node::Tag(cut.tag));
            }
            from = cut.to.min(end);
        }
        if from < end {
            nodes.push(self.text(from, end));
        }
        if !is_text {
            // A tab or a break within a tag goes with it; one that a tag's hyphen takes, too.
            return false;
        }
        element.children = nodes;
        element.attributes = Attributes::Plain(Cow::Borrowed(" xml:space=\"preserve\""));
        !element.children.is_empty()
    }

    fn text(&self, from: usize, to: usize) -> Node<'static> {
        Node::Text(Cow::Owned(xml_text(&self.atoms.text[from..to]).into_owned()))
    }
}
