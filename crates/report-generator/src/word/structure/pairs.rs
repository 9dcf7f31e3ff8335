//! Which statements belong together: what opens, what parts, what closes.

use super::super::error::{TemplateError, TemplateErrorKind};
use super::super::join::{Gathered, Placed};
use super::super::tags::{KEYWORDS, Role, Statement};

/// Constructs of a text: by tag, the construct it belongs to; by construct, how many tags it has.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// Tag and construct, in the order of the text.
    of: Vec<(usize, usize)>,
    pub sizes: Vec<usize>,
    /// Tags that belong to none, and have to go.
    pub lost: Vec<usize>,
}

impl Pairs {
    pub(super) fn construct_of(&self, tag: usize) -> Option<usize> {
        self.of.iter().find(|(found, _)| *found == tag).map(|(_, construct)| *construct)
    }

    /// Tags of a construct.
    pub(super) fn tags_of(&self, construct: usize) -> impl Iterator<Item = usize> {
        self.of.iter().filter(move |(_, its)| *its == construct).map(|(tag, _)| *tag)
    }
}

/// Pairs the tags of a text, given in its order. What has no partner is told.
pub(super) fn pair(order: &[usize], gathered: &mut Gathered) -> Pairs {
    let mut pairing = Pairing { pairs: Pairs::default(), open: Vec::new(), errors: Vec::new(), gathered };
    for &tag in order {
        pairing.tag(tag);
    }
    while let Some(open) = pairing.open.pop() {
        pairing.unclosed(&open, None);
    }
    let Pairing { mut pairs, errors, gathered, .. } = pairing;
    gathered.errors.extend(errors);
    pairs.of.retain(|(tag, _)| !pairs.lost.contains(tag));
    pairs
}

/// A construct that is not closed yet.
struct Open {
    construct: usize,
    first: usize,
    opener: &'static str,
}

struct Pairing<'g> {
    pairs: Pairs,
    open: Vec<Open>,
    errors: Vec<TemplateError>,
    gathered: &'g mut Gathered,
}

impl Pairing<'_> {
    fn placed(&self, tag: usize) -> &Placed {
        &self.gathered.tags[tag]
    }

    fn tag(&mut self, tag: usize) {
        let Some(statement) = self.placed(tag).tag.statement().cloned() else { return };
        match statement.role {
            Role::Opens => {
                let construct = self.pairs.sizes.len();
                self.pairs.sizes.push(1);
                self.pairs.of.push((tag, construct));
                self.open.push(Open { construct, first: tag, opener: statement.opener });
            }
            Role::Parts => self.parts(tag, &statement),
            Role::Closes => self.closes(tag, &statement),
            Role::Single => {}
            Role::Unknown => self.unknown(tag, &statement),
        }
    }

    /// `else` parts loops as well.
    fn parts(&mut self, tag: usize, statement: &Statement) {
        let fits = |open: &&Open| open.opener == "if" || (open.opener == "for" && statement.is("else"));
        match self.open.last().filter(fits) {
            Some(open) => {
                let construct = open.construct;
                self.join(tag, construct);
            }
            None => self.lose(tag, format!("{} stands in no if", statement.keyword)),
        }
    }

    fn join(&mut self, tag: usize, construct: usize) {
        self.pairs.of.push((tag, construct));
        self.pairs.sizes[construct] += 1;
    }

    fn closes(&mut self, tag: usize, statement: &Statement) {
        let Some(at) = self.open.iter().rposition(|open| open.opener == statement.opener) else {
            let message = format!("{} closes nothing: no {} is open", statement.keyword, statement.opener);
            return self.lose(tag, message);
        };
        for open in self.open.split_off(at + 1).into_iter().rev() {
            self.unclosed(&open, Some(tag));
        }
        if let Some(open) = self.open.pop() {
            self.join(tag, open.construct);
        }
    }

    /// A construct that ends nowhere, or that `before` cuts off.
    fn unclosed(&mut self, open: &Open, before: Option<usize>) {
        let mut message = format!("{} is not closed: no end{} follows", open.opener, open.opener);
        if let Some(before) = before {
            let placed = self.placed(before);
            message += &format!(" before {} in {}", placed.tag.shown, placed.place);
        }
        let error =
            self.placed(open.first).error(&self.gathered.template, TemplateErrorKind::Unbalanced, message);
        self.errors.push(error);
        let tags: Vec<usize> = self.pairs.tags_of(open.construct).collect();
        self.pairs.lost.extend(tags);
    }

    fn lose(&mut self, tag: usize, message: String) {
        let error = self.placed(tag).error(&self.gathered.template, TemplateErrorKind::Unbalanced, message);
        self.errors.push(error);
        self.pairs.lost.push(tag);
    }

    fn unknown(&mut self, tag: usize, statement: &Statement) {
        let word = &statement.keyword;
        let (message, suggestion) = match word.to_ascii_lowercase().as_str() {
            "" => ("the tag says nothing to do".to_owned(), None),
            "elseif" | "elsif" => (format!("there is no statement {word}"), Some("elif".to_owned())),
            "end" => (format!("there is no statement {word}"), Some("endif or endfor".to_owned())),
            "filter" | "autoescape" | "block" | "extends" | "trans" => {
                (format!("{word} has no place in a Word template"), None)
            }
            _ => (format!("there is no statement {word}"), nearest(word)),
        };
        let placed = self.placed(tag);
        let mut error = placed.error(&self.gathered.template, TemplateErrorKind::Syntax, message);
        error.suggestion = suggestion;
        self.errors.push(error);
        self.pairs.lost.push(tag);
    }
}

fn nearest(word: &str) -> Option<String> {
    let keywords = KEYWORDS.iter().map(|(keyword, ..)| *keyword);
    super::super::nearest::nearest(word, keywords).map(str::to_owned)
}
