//! Minutes: a plain Markdown file that a rapporteur types during the meeting.
//!
//! One heading per item number; below it an outcome (`Noted`, `Outcome: presented and noted`), text, and lines that
//! begin with `Action:` or `Decision:`. How people type is tolerated; what is not understood stays in the text.

mod lines;
mod words;

use jiff::civil::Date;
use meeting_model::{Outcome, Verb};

use crate::labels::Labels;
use lines::{Line, Shape};
use words::{Label, Words};

/// What was typed, item by item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Minutes {
    /// In the order of the file; what stands before the first heading has neither number nor title.
    pub entries: Vec<Entry>,
}

/// What was typed under one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The item's number.
    pub number: Option<String>,
    /// The words after it.
    pub title: String,
    /// The line of the file, from 1.
    pub line: usize,
    /// What happened.
    pub outcomes: Vec<Outcome>,
    /// Who presented it.
    pub presented_by: Option<String>,
    /// All lines in order, those of outcomes, decisions and actions too, as they are to be printed.
    pub text: Vec<String>,
    /// The decisions.
    pub decisions: Vec<TypedDecision>,
    /// The actions.
    pub actions: Vec<TypedAction>,
    /// The depth from which points belong to the action right above.
    open: Option<usize>,
}

/// A line `Decision: …`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedDecision {
    /// The sentence.
    pub text: String,
    /// Its main verb; `decided` where it has none of the listed ones.
    pub verb: Verb,
}

/// A line `Action: …`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedAction {
    /// Who must act.
    pub assignee: Option<String>,
    /// Whom the assignee is to ask.
    pub requested_of: Option<String>,
    /// What is to be done.
    pub text: String,
    /// By when.
    pub due: Option<Date>,
    /// The points below it.
    pub sub_items: Vec<String>,
}

impl Minutes {
    /// Reads minutes in the language of these labels; labels such as `Action:` may also be English.
    pub fn read(markdown: &str, labels: &Labels, english: &Labels) -> Self {
        let words = Words { labels, english };
        let mut entries: Vec<Entry> = Vec::new();
        for line in lines::read(markdown) {
            if let Some(entry) = heading(&line, &words) {
                entries.push(entry);
                continue;
            }
            if entries.is_empty() {
                entries.push(Entry { line: line.at, ..Entry::default() });
            }
            if let Some(entry) = entries.last_mut() {
                entry.take(&line, &words);
            }
        }
        Self { entries }
    }
}

/// A heading opens an entry; so does a bold line, or a line of its own, that begins with a number.
fn heading(line: &Line, words: &Words<'_>) -> Option<Entry> {
    let (number, title) = numbered(&line.text, words);
    let opens = match line.shape {
        Shape::Heading => true,
        Shape::Paragraph => number.is_some() && (line.bold || title.is_empty()),
        Shape::Point(_) => false,
    };
    opens.then(|| Entry { number, title, line: line.at, ..Entry::default() })
}

/// `Item 2.1: Title` is `2.1` and `Title`.
fn numbered(text: &str, words: &Words<'_>) -> (Option<String>, String) {
    let mut rest = text.trim();
    for word in words.labels.minutes.item.iter().chain(&words.english.minutes.item) {
        let lower = rest.to_lowercase();
        if lower.starts_with(&format!("{word} ")) && rest.is_char_boundary(word.len()) {
            rest = rest[word.len()..].trim_start();
        }
    }
    let end = rest.find(|sign: char| sign.is_whitespace() || matches!(sign, ':' | '：' | ')' | '–' | '—'));
    let (first, after) = rest.split_at(end.unwrap_or(rest.len()));
    let number = first.trim_end_matches('.');
    let is_number = number.starts_with(|sign: char| sign.is_ascii_digit())
        && number.len() <= 12
        && number.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '.');
    if !is_number {
        return (None, text.to_owned());
    }
    (Some(number.to_owned()), after.trim_start_matches([' ', ':', '：', ')', '-', '–', '—', '.']).to_owned())
}

impl Entry {
    /// Takes a line below the heading.
    fn take(&mut self, line: &Line, words: &Words<'_>) {
        if let Some(labelled) = words.labelled(&line.text) {
            match labelled.label {
                Label::Action if !labelled.text.is_empty() => {
                    return self.action(labelled.of, labelled.text, line, words);
                }
                Label::Decision if !labelled.text.is_empty() => return self.decision(labelled.text, words),
                Label::Outcome => return self.outcome(labelled.text, words),
                Label::PresentedBy if !labelled.text.is_empty() => {
                    self.presented_by = Some(labelled.text.trim_end_matches('.').to_owned());
                    return;
                }
                Label::Discussion if labelled.of.is_none() => return self.paragraph(labelled.text),
                _ => {}
            }
        }
        match line.shape {
            Shape::Point(depth) if self.open.is_some_and(|open| depth >= open) => {
                self.text.push(line.text.clone());
                if let Some(action) = self.actions.last_mut() {
                    action.sub_items.push(line.text.clone());
                }
            }
            Shape::Point(_) => self.paragraph(&format!("– {}", line.text)),
            _ => {
                self.add(&words.outcomes(&line.text).unwrap_or_default());
                self.paragraph(&line.text);
            }
        }
    }

    /// `Action (WP2): text`, with its points below.
    fn action(&mut self, of: Option<&str>, text: &str, line: &Line, words: &Words<'_>) {
        let label = &words.labels.words;
        self.text.push(format!("{}{}{text}", label.action, label.colon));
        self.open = Some(match line.shape {
            Shape::Point(depth) => depth + 1,
            _ => 0,
        });
        self.actions.push(TypedAction {
            assignee: of.map(str::to_owned).or_else(|| words.assignee(text)),
            requested_of: words.requested_of(text),
            text: text.to_owned(),
            due: words.due(text),
            sub_items: Vec::new(),
        });
    }

    /// A decision without a verb of its own keeps its label: a reader would not know it for one.
    fn decision(&mut self, text: &str, words: &Words<'_>) {
        let label = &words.labels.words;
        let verb = words.verb(text);
        match verb {
            Some(_) => self.paragraph(text),
            None => self.paragraph(&format!("{}{}{text}", label.decision, label.colon)),
        }
        self.decisions.push(TypedDecision { text: text.to_owned(), verb: verb.unwrap_or(Verb::Decided) });
    }

    fn outcome(&mut self, text: &str, words: &Words<'_>) {
        self.add(&words.outcomes(text).unwrap_or_default());
        self.paragraph(&capital(text));
    }

    fn paragraph(&mut self, text: &str) {
        self.open = None;
        if !text.is_empty() {
            self.text.push(text.to_owned());
        }
    }

    fn add(&mut self, outcomes: &[Outcome]) {
        for outcome in outcomes {
            if !self.outcomes.contains(outcome) {
                self.outcomes.push(*outcome);
            }
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests;
