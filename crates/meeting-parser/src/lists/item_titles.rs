//! Titles of rows that begin with the numbers of the documents that they treat: `C 31 (KT): Fake calls`.

use meeting_model::ItemDocument;

use crate::found::Reading;
use crate::values::sources;

/// Marks between the number and the rest of the title.
const MARKS: [char; 6] = [':', '：', '–', '—', '-', '|'];

/// What the words of a title tell.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub sources: Vec<String>,
    pub title: String,
    /// The document before the title.
    pub documents: Vec<ItemDocument>,
}

/// Takes a title apart: a document number, the source after it in parentheses or before a colon, and the title.
pub(super) fn read(text: &str, reading: &Reading<'_>) -> Told {
    let found = reading.numbers(text).into_iter().next().filter(|found| found.range.start == 0);
    let rest = found.as_ref().map(|found| text[found.range.end..].trim_start());
    let told = rest.and_then(|rest| in_brackets(rest, reading).or_else(|| after_mark(rest, reading)));
    let Some((sources, title)) = told else {
        let (sources, title) = sources::split_title(text, reading.words);
        return Told { sources, title, documents: Vec::new() };
    };
    let documents =
        found.map(|found| ItemDocument { number: found.number, part: found.part, introduced: None });
    Told { sources, title, documents: documents.into_iter().collect() }
}

/// `(KT (Korea)): Fake calls`.
fn in_brackets(rest: &str, reading: &Reading<'_>) -> Option<(Vec<String>, String)> {
    let inside = rest.strip_prefix('(')?;
    let mut depth = 1_u32;
    let end = inside.find(|c: char| {
        depth += u32::from(c == '(');
        depth -= u32::from(c == ')');
        depth == 0
    })?;
    let title = without_mark(inside[end + 1..].trim_start())?;
    let source = &inside[..end];
    sources::is_source(source, reading.words)
        .then(|| (sources::split(source, reading.words), title.to_owned()))
}

/// `: Fake calls`, `– KT: Fake calls`.
fn after_mark(rest: &str, reading: &Reading<'_>) -> Option<(Vec<String>, String)> {
    without_mark(rest).map(|title| sources::split_title(title, reading.words))
}

fn without_mark(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(MARKS)?.trim_start();
    (!rest.is_empty()).then_some(rest)
}
