//! Which parts of a text may come several times, and what in them has to be told apart then.

use std::collections::BTreeMap;

use super::super::join::Placed;
use super::super::tags::Role;
use super::super::xml::{Element, Node};

/// Number of a stretch of text that may come several times: a loop's body, a macro's.
pub(crate) type Scope = usize;

/// The stretches around a place, from the outermost.
#[derive(Debug, Default)]
pub(crate) struct Scopes {
    open: Vec<Option<Scope>>,
    next: Scope,
}

/// What a statement does to the stretches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    Opens(Scope),
    Closes(Scope),
    Nothing,
}

impl Scopes {
    /// Scopes are counted from `next` on, around all of the text one where it `repeats` as a whole.
    pub(super) fn from(next: Scope, repeats: bool) -> Self {
        let mut scopes = Self { open: Vec::new(), next };
        if repeats {
            scopes.push();
        }
        scopes
    }

    fn push(&mut self) -> Scope {
        self.next += 1;
        self.open.push(Some(self.next));
        self.next
    }

    /// The innermost stretch.
    pub(super) fn current(&self) -> Option<Scope> {
        self.open.iter().rev().find_map(|scope| *scope)
    }

    /// The stretch among those open that is of that number.
    pub(super) fn has(&self, scope: Scope) -> bool {
        self.open.contains(&Some(scope))
    }

    pub(super) fn next(&self) -> Scope {
        self.next
    }

    /// Passes a tag.
    pub(super) fn pass(&mut self, placed: &Placed) -> Change {
        let Some(statement) = placed.tag.statement() else { return Change::Nothing };
        if !matches!(statement.opener, "for" | "macro" | "call" | "if") {
            return Change::Nothing;
        }
        match statement.role {
            // Conditions are counted so that an `else` finds what it parts.
            Role::Opens if statement.opener == "if" => {
                self.open.push(None);
                Change::Nothing
            }
            Role::Opens => Change::Opens(self.push()),
            Role::Parts => match self.open.last_mut().and_then(Option::take) {
                Some(scope) => Change::Closes(scope),
                None => Change::Nothing,
            },
            Role::Closes => match self.open.pop().flatten() {
                Some(scope) => Change::Closes(scope),
                None => Change::Nothing,
            },
            Role::Single | Role::Unknown => Change::Nothing,
        }
    }
}

/// What in repeated text has names or numbers of its own.
#[derive(Debug, Default)]
pub(super) struct Repeated {
    /// Name of a bookmark to the stretch in which it stands.
    pub names: BTreeMap<String, Scope>,
    /// Bookmark id to the stretches in which it starts and ends.
    pub bookmarks: BTreeMap<String, (Option<Scope>, Option<Scope>)>,
    /// Stretches that hold anything to be told apart.
    pub used: std::collections::BTreeSet<Scope>,
}

impl Repeated {
    pub(super) fn find(element: &Element<'_>, tags: &[Placed], scopes: &mut Scopes) -> Self {
        let mut repeated = Self::default();
        repeated.visit(element, tags, scopes);
        repeated
    }

    fn visit(&mut self, element: &Element<'_>, tags: &[Placed], scopes: &mut Scopes) {
        for node in &element.children {
            match node {
                Node::Text(_) => {}
                Node::Tag(tag) => {
                    scopes.pass(&tags[*tag]);
                }
                Node::Element(child) => {
                    self.element(child, scopes.current());
                    self.visit(child, tags, scopes);
                }
            }
        }
    }

    fn element(&mut self, element: &Element<'_>, scope: Option<Scope>) {
        let id = || element.attribute("w:id").unwrap_or_default().to_owned();
        match &*element.name {
            "w:bookmarkStart" => {
                self.bookmarks.entry(id()).or_default().0 = scope;
                if let (Some(scope), Some(name)) = (scope, element.attribute("w:name")) {
                    self.names.insert(name.to_owned(), scope);
                }
            }
            "w:bookmarkEnd" => self.bookmarks.entry(id()).or_default().1 = scope,
            "w:commentRangeStart"
            | "w:commentRangeEnd"
            | "w:commentReference"
            | "w:footnoteReference"
            | "w:endnoteReference" => {}
            _ => return,
        }
        self.used.extend(scope);
    }

    /// Whether a bookmark starts in one stretch and ends in another, so that neither end can be kept.
    pub(super) fn is_torn(&self, id: &str) -> bool {
        self.bookmarks.get(id).is_some_and(|(start, end)| start != end)
    }
}
