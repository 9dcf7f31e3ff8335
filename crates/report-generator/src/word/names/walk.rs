//! All names that a template uses, as paths into its data: names of loops and of `set` are followed back.

use std::collections::BTreeMap;

use super::expression::{Expression, Filter, Step, Use};
use crate::word::tags::{Kind, Role, Tag};

/// A path into the data.
pub(crate) type Path = Vec<Step>;

/// What a name of the template stands for: a path into the data, where that can be told.
type Meaning = Option<Known>;

/// A path, and whether the template minds that the data may not have it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Known {
    path: Path,
    guarded: bool,
}

impl Known {
    /// What stands one step further.
    fn stepped(mut self, step: Step) -> Self {
        self.path.push(step);
        self
    }
}

/// A name in a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub tag: usize,
    /// As the template writes it, up to its filters.
    pub shown: String,
    pub path: Path,
    pub guarded: bool,
}

/// What the tags of a template use.
#[derive(Debug, Default)]
pub(crate) struct Walked {
    pub found: Vec<Found>,
    /// Tag and name.
    pub filters: Vec<(usize, String)>,
    pub tests: Vec<(usize, String)>,
    pub functions: Vec<(usize, String)>,
    /// Texts that name partials.
    pub partials: Vec<(usize, String)>,
}

impl Walked {
    /// Names of partials, each once.
    pub(crate) fn included(&self) -> Vec<String> {
        let mut names: Vec<String> = self.partials.iter().map(|(_, name)| name.clone()).collect();
        names.sort();
        names.dedup();
        names
    }
}

/// Follows the names through the tags, which stand in the order of the text. `outer` are names that the template
/// gets from one that includes it.
pub(crate) fn walk<'t>(tags: impl Iterator<Item = &'t Tag> + Clone, outer: &[String]) -> Walked {
    let frame: BTreeMap<String, Meaning> = outer.iter().map(|name| (name.clone(), None)).collect();
    let mut walker = Walker { frames: vec![frame], out: Walked::default() };
    // A macro may be used before it is defined.
    for tag in tags.clone() {
        if let Some(name) = tag.inner.strip_prefix("macro ") {
            walker.declare(&first_word(name), None);
        }
    }
    for (at, tag) in tags.enumerate() {
        walker.tag(at, tag);
    }
    walker.out
}

struct Walker {
    frames: Vec<BTreeMap<String, Meaning>>,
    out: Walked,
}

impl Walker {
    fn declare(&mut self, name: &str, meaning: Meaning) {
        if let Some(frame) = self.frames.last_mut() {
            frame.insert(name.to_owned(), meaning);
        }
    }

    fn meaning(&self, name: &str) -> Option<&Meaning> {
        self.frames.iter().rev().find_map(|frame| frame.get(name))
    }

    fn tag(&mut self, at: usize, tag: &Tag) {
        let statement = match &tag.kind {
            Kind::Comment => return,
            Kind::Output => return drop(self.expression(at, &tag.inner)),
            Kind::Statement(statement) => statement,
        };
        let rest = tag.inner.strip_prefix(statement.keyword.as_str()).unwrap_or_default().trim();
        match (statement.keyword.as_str(), statement.role) {
            (_, Role::Closes) if !matches!(statement.opener, "if" | "set") && self.frames.len() > 1 => {
                self.frames.pop();
            }
            ("if" | "elif" | "do", _) => drop(self.expression(at, rest)),
            ("for", _) => self.for_loop(at, rest),
            ("set", Role::Single) => self.set(at, rest),
            ("set", _) => self.declare(&first_word(rest), None),
            ("with", _) => {
                self.frames.push(BTreeMap::new());
                for assignment in split(rest, ',') {
                    self.set(at, assignment);
                }
            }
            ("macro" | "call", _) => self.open_macro(at, &statement.keyword, rest),
            ("include" | "import" | "from", _) => self.partial(at, rest),
            _ => {}
        }
    }

    /// Notes what an expression uses. The result is what the whole of it stands for.
    fn expression(&mut self, at: usize, text: &str) -> Meaning {
        let read = Expression::read(text);
        self.out.filters.extend(read.filters.iter().map(|name| (at, name.clone())));
        self.out.tests.extend(read.tests.iter().map(|name| (at, name.clone())));
        let mut last = None;
        for found in &read.uses {
            last = self.use_of(at, found);
        }
        if read.is_path { last } else { None }
    }

    fn use_of(&mut self, at: usize, found: &Use) -> Meaning {
        if found.called {
            if self.meaning(&found.root).is_none() {
                self.out.functions.push((at, found.root.clone()));
            }
            return None;
        }
        let Known { mut path, guarded } = match self.meaning(&found.root) {
            Some(None) => return None,
            Some(Some(known)) => known.clone(),
            None => Known { path: vec![Step::Field(found.root.clone())], guarded: false },
        };
        let guarded = guarded || found.guarded;
        path.extend(found.steps.iter().cloned());
        let mut shown = found.root.clone();
        for step in &found.steps {
            match step {
                Step::Field(name) => shown += &format!(".{name}"),
                Step::Item => shown += "[…]",
            }
        }
        self.out.found.push(Found { tag: at, shown, path: path.clone(), guarded });
        self.filtered(at, Known { path, guarded }, &found.filters)
    }

    /// What filters make of a list.
    fn filtered(&mut self, at: usize, mut known: Known, filters: &[Filter]) -> Meaning {
        for filter in filters {
            let attribute = filter.argument.as_deref();
            match filter.name.as_str() {
                "sort" | "selectattr" | "rejectattr" | "unique" | "groupby" | "min" | "max" | "sum" => {
                    self.attribute(at, &known, attribute);
                    match filter.name.as_str() {
                        "groupby" | "sum" => return None,
                        "min" | "max" => known = known.stepped(Step::Item),
                        _ => {}
                    }
                }
                "map" => {
                    self.attribute(at, &known, attribute);
                    return None;
                }
                "first" | "last" => known = known.stepped(Step::Item),
                "reverse" | "list" | "select" | "reject" | "default" | "d" | "safe" => {}
                _ => return None,
            }
        }
        Some(known)
    }

    /// A field of the elements of a list, named in a filter.
    fn attribute(&mut self, at: usize, known: &Known, attribute: Option<&str>) {
        let Some(attribute) = attribute else { return };
        let Known { mut path, guarded } = known.clone().stepped(Step::Item);
        path.extend(attribute.split('.').map(|name| Step::Field(name.to_owned())));
        self.out.found.push(Found { tag: at, shown: attribute.to_owned(), path, guarded });
    }

    fn for_loop(&mut self, at: usize, rest: &str) {
        let (targets, list) = rest.split_once(" in ").unwrap_or((rest, ""));
        let (list, condition) = match split_word(list, " if ") {
            Some((list, condition)) => (list, Some(condition)),
            None => (list, None),
        };
        let list = list.trim().trim_end_matches("recursive");
        let meaning = self.expression(at, list);
        let element = meaning.map(|known| known.stepped(Step::Item));
        let mut frame = BTreeMap::from([("loop".to_owned(), None)]);
        let names: Vec<String> = words(targets);
        for name in &names {
            frame.insert(name.clone(), if names.len() == 1 { element.clone() } else { None });
        }
        self.frames.push(frame);
        if let Some(condition) = condition {
            self.expression(at, condition);
        }
    }

    fn set(&mut self, at: usize, rest: &str) {
        let Some((targets, value)) = rest.split_once('=') else { return };
        let meaning = self.expression(at, value.trim());
        let names = words(targets);
        for name in &names {
            self.declare(name, if names.len() == 1 { meaning.clone() } else { None });
        }
    }

    fn open_macro(&mut self, at: usize, keyword: &str, rest: &str) {
        let mut frame = BTreeMap::from([("caller".to_owned(), None)]);
        if keyword == "macro" {
            let arguments = rest.split_once('(').map_or("", |(_, rest)| rest);
            for argument in split(arguments, ',') {
                frame.insert(first_word(argument), None);
            }
        } else {
            self.expression(at, rest);
        }
        self.frames.push(frame);
    }

    fn partial(&mut self, at: usize, rest: &str) {
        let read = Expression::read(rest.split(" import ").next().unwrap_or_default());
        self.out.partials.extend(read.texts.into_iter().map(|name| (at, name)));
        // `import "x" as y`, `from "x" import y, z as w`.
        let names =
            rest.split_once(" as ").or_else(|| rest.split_once(" import ")).map_or("", |(_, names)| names);
        for name in words(names) {
            self.declare(&name, None);
        }
    }
}

fn first_word(text: &str) -> String {
    text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Pieces between a sign, outside brackets and strings.
fn split(text: &str, sign: char) -> Vec<&str> {
    let (mut depth, mut quote, mut from, mut out) = (0_i32, None, 0, Vec::new());
    for (at, character) in text.char_indices() {
        match (quote, character) {
            (Some(open), _) if open == character => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(character),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ']' | '}') => depth -= 1,
            (None, _) if character == sign && depth == 0 => {
                out.push(&text[from..at]);
                from = at + character.len_utf8();
            }
            _ => {}
        }
    }
    out.push(&text[from..]);
    out
}

/// Cuts at a word outside brackets.
fn split_word<'t>(text: &'t str, word: &str) -> Option<(&'t str, &'t str)> {
    let at = text.match_indices(word).map(|(at, _)| at).find(|&at| {
        let before = &text[..at];
        before.matches(['(', '[']).count() == before.matches([')', ']']).count()
    })?;
    Some((&text[..at], &text[at + word.len()..]))
}
