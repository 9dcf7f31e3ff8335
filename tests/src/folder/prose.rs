//! The notation of one made-up document.

use std::fmt::Write as _;

use super::random::Random;
use super::words::{GROUPS, HEADINGS, MEMBERS, OBJECTS, SUBJECTS, SYLLABLES, TAILS, VERBS};

/// The first number of each series.
const FIRST: usize = 100;

/// A document in the making.
pub struct Prose<'a> {
    random: &'a mut Random,
    at: usize,
    documents: usize,
}

impl<'a> Prose<'a> {
    /// The document at a place of a register of so many.
    pub const fn new(random: &'a mut Random, at: usize, documents: usize) -> Self {
        Self { random, at, documents }
    }

    /// Every third document is a contribution, every seventh a revision.
    pub fn file_name(&self) -> String {
        let revision = if self.at % 7 == 3 { "R1" } else { "" };
        let number = FIRST + self.at;
        if self.is_contribution() {
            format!("T25-SG20-C-{number:04}!{revision}!MSW-E.docx")
        } else {
            format!("T25-SG20-270308-TD-GEN-{number:04}!{revision}!MSW-E.docx")
        }
    }

    /// Its source in the notation of `word_document::testing`.
    pub fn source(&mut self) -> String {
        let mut out = self.cover();
        match self.at {
            0 => self.agenda(&mut out),
            1 => self.report(&mut out),
            _ => self.body(&mut out),
        }
        out
    }

    /// Whether a member wrote it, over a file of its own.
    pub const fn is_contribution(&self) -> bool {
        self.at % 3 == 2
    }

    fn cover(&mut self) -> String {
        let (number, revision) = (FIRST + self.at, if self.at % 7 == 3 { "R1" } else { "" });
        let series = if self.is_contribution() { "C" } else { "TD" };
        let title = match self.at {
            0 => "Draft agenda of the SG20 meeting".to_owned(),
            1 => "Draft report of the SG20 meeting".to_owned(),
            _ => self.title(),
        };
        let source = self.random.one(MEMBERS);
        format!(
            "%runs {}\n%list 3 decimal %1.\n%core title {title}\n%property Docnum {series}{number}{revision}\n\
             %header SG20-{series}{number}{revision}\n%grid 1191 369 3543 284 4536\n\
             | {{vmerge}}{{pic ITU emblem}} | {{span 2}}{{vmerge}}{{b|INTERNATIONAL TELECOMMUNICATION UNION}} ¶ \
             {{b|TELECOMMUNICATION{{br}}STANDARDIZATION SECTOR}} ¶ STUDY PERIOD 2025-2028 | \
             {{span 2}}SG20-{series}{number}{revision} |\n| {{vcont}} | {{span 2}}{{vcont}} | {{span 2}}SG20 |\n\
             | {{vcont}} | {{span 2}}{{vcont}} | {{span 2}}{{b|Original: English}} |\n\
             | {{span 2}}{{b|Question(s):}} | Q{}/20 | {{span 2}}Port Selin, 8{{nbhy}}19 March 2027 |\n\
             | {{span 5}}{{b|{series}}} |\n| {{span 2}}{{b|Source:}} | {{span 3}}{source} |\n\
             | {{span 2}}{{b|Title:}} | {{span 3}}{title} |\n\n",
            12 + self.random.below(60),
            1 + self.random.below(7),
        )
    }

    fn title(&mut self) -> String {
        format!("On {} {}", self.random.one(OBJECTS), self.random.one(TAILS))
    }

    fn agenda(&mut self, out: &mut String) {
        for at in 2..self.documents.min(300) {
            let number = FIRST + at;
            let series = if at % 3 == 2 { "C" } else { "TD" };
            let _ = writeln!(out, "{{num 3.0}}{} ({series}{number})", self.title());
        }
    }

    fn report(&mut self, out: &mut String) {
        for at in 2..self.documents.min(300) {
            let number = FIRST + at;
            let series = if at % 3 == 2 { "C" } else { "TD" };
            let _ = writeln!(out, "# {}", self.title());
            let sentence = self.sentence();
            let _ = writeln!(
                out,
                "{series}{number} was presented. {sentence}\nThe meeting took note of {series}{number}."
            );
            if at % 5 == 0 {
                let member = self.random.one(MEMBERS);
                let _ = writeln!(
                    out,
                    "Action: {member} to bring {} to the next meeting.",
                    self.random.one(OBJECTS)
                );
            }
        }
    }

    fn body(&mut self, out: &mut String) {
        for _ in 0..4 + self.random.below(14) {
            let _ = writeln!(out, "# {}", self.random.one(HEADINGS));
            for _ in 0..2 + self.random.below(5) {
                self.paragraph(out);
            }
            if self.random.below(3) == 0 {
                self.table(out);
            }
        }
    }

    fn paragraph(&mut self, out: &mut String) {
        let mark = ["", "", "", "- ", "{num 3.0}"][self.random.below(5)];
        out.push_str(mark);
        for _ in 0..=self.random.below(4) {
            let sentence = self.sentence();
            let _ = write!(out, "{sentence} ");
        }
        out.push('\n');
    }

    fn sentence(&mut self) -> String {
        let (subject, verb) = (self.random.one(SUBJECTS), self.random.one(VERBS));
        let (object, tail, name) = (self.random.one(OBJECTS), self.random.one(TAILS), self.name());
        let other = FIRST + self.random.below(self.documents);
        match self.random.below(6) {
            0 => format!("{subject} {verb} {object} of {name}; see {{b|TD{other}}}."),
            1 => format!("{subject}, named {name}, {verb} {object} {tail}."),
            2 => format!(
                "According to {}, {object} of {name} {{ins Ann|still}} stand {tail}.",
                self.random.one(GROUPS)
            ),
            _ => format!("{subject} {verb} {object} {tail} ({name} {}).", self.random.below(10_000)),
        }
    }

    fn name(&mut self) -> String {
        (0..2 + self.random.below(2)).map(|_| self.random.one(SYLLABLES)).collect()
    }

    fn table(&mut self, out: &mut String) {
        out.push_str("|!header| Clause | Text | Remark |\n");
        for row in 1..4 + self.random.below(12) {
            let (object, tail, name) = (self.random.one(OBJECTS), self.random.one(TAILS), self.name());
            let _ = writeln!(out, "| {row} | {object} of {name} | {tail} |");
        }
        out.push('\n');
    }
}
