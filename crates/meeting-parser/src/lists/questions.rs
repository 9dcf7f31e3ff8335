//! Questions: rows of the tables that list them with their titles.

use std::sync::LazyLock;

use meeting_model::Question;
use regex::Regex;
use unicode_normalization::char::is_combining_mark;

use crate::found::Reading;
use crate::lists::listing::{self, ListRow, Listing};
use crate::lists::texts::bare;
use crate::vocabulary::text::digit;
use crate::vocabulary::{Column, Thing};

/// Columns that a list of Questions does not have: those of lists of documents, texts, work, liaisons and meetings.
const OTHERWISE: [Column; 18] = [
    Column::Source,
    Column::Category,
    Column::WorkItem,
    Column::Recommendation,
    Column::Supplement,
    Column::Process,
    Column::ForAction,
    Column::ForInformation,
    Column::Editor,
    Column::BaseText,
    Column::Place,
    Column::PlaceDate,
    Column::Date,
    Column::Time,
    Column::DueDate,
    Column::Action,
    Column::Chair,
    Column::Treatment,
];

/// Reads the Questions, each row once.
pub(crate) fn read(reading: &Reading<'_>) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    for listing in listing::all(reading) {
        if !is_list(&listing) {
            continue;
        }
        for question in listing.rows().iter().filter_map(|row| question(row, reading)) {
            let is_known = questions.iter().any(|known| {
                known.number == question.number
                    && known.title == question.title
                    && known.status == question.status
            });
            if !is_known {
                questions.push(question);
            }
        }
    }
    questions
}

/// Whether a table lists Questions by number and title.
pub(crate) fn is_list(listing: &Listing<'_>) -> bool {
    let heads = &listing.heads;
    number_column(listing).is_some() && title_column(listing).is_some() && !heads.has_any(&OTHERWISE)
}

/// The column of the numbers.
pub(crate) fn number_column(listing: &Listing<'_>) -> Option<usize> {
    listing.heads.of(Column::Question)
}

/// The column of the titles: the one that is called so, else a second one that speaks of Questions.
fn title_column(listing: &Listing<'_>) -> Option<usize> {
    listing.heads.of(Column::Title).or_else(|| listing.heads.all(Column::Question).nth(1))
}

fn question(row: &ListRow<'_, '_>, reading: &Reading<'_>) -> Option<Question> {
    let column = number_column(row.listing())?;
    let cell = row.row.cell(column)?;
    let printed = row.text_at(column, reading)?;
    let title = title_column(row.listing()).and_then(|column| row.text_at(column, reading));
    let line = cell.lines.iter().find(|line| !line.is_empty())?;
    Some(Question {
        number: number(&printed, reading),
        title,
        status: row.text(Column::Status, reading),
        found_in: row.text_of(&[Column::Reference, Column::FinalText, Column::Document], reading),
        at: reading.outline.location(line.spot),
    })
}

/// The number of a Question as the contract has it: `7/13` and `Question 7/13` are `Q7/13`, in a report of Study
/// Group 13 also `7`; a provisional one (`A/9`, `Q.Coord/C`) stays as printed.
pub(crate) fn number(printed: &str, reading: &Reading<'_>) -> String {
    static WITHIN: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"([0-9]{1,2})/([0-9]{1,2})").expect("the pattern is well formed"));
    let text = in_ascii_digits(&bare(printed));
    let things = reading.words.things.find(&text);
    let hit = things.iter().find(|hit| hit.key == Thing::Question);
    let leading = hit.filter(|hit| hit.range.start == 0);
    let rest = leading.map_or(text.as_str(), |hit| text[hit.range.end..].trim_start());
    // Chinese prints the number before the word.
    let within = || {
        let found = WITHIN.captures(&text)?;
        Some((found.get(1)?.as_str(), Some(found.get(2)?.as_str())))
    };
    let Some((number, group)) = leading_number(rest).or_else(|| hit.and_then(|_| within())) else {
        return text;
    };
    match group.map(str::to_owned).or_else(|| study_group_number(reading)) {
        Some(group) => format!("Q{number}/{group}"),
        None => text,
    }
}

/// The number with which a text begins, and that of the group where it follows: `7/13`, `Q. 7`.
fn leading_number(text: &str) -> Option<(&str, Option<&str>)> {
    let (number, rest) = few_digits(text.strip_prefix('Q').map_or(text, |rest| {
        let rest = rest.strip_prefix('.').unwrap_or(rest);
        rest.strip_prefix(' ').unwrap_or(rest)
    }))?;
    let ends = |rest: &str| {
        !rest.starts_with(|next: char| {
            next.is_alphanumeric() || next == '_' || next == '/' || is_combining_mark(next)
        })
    };
    let stroke = rest.strip_prefix(' ').unwrap_or(rest).strip_prefix('/');
    let group = stroke.and_then(|group| few_digits(group.strip_prefix(' ').unwrap_or(group)));
    match group {
        Some((group, rest)) if ends(rest) => Some((number, Some(group))),
        _ => ends(rest).then_some((number, None)),
    }
}

/// One digit or two, and what follows them.
fn few_digits(text: &str) -> Option<(&str, &str)> {
    let count = text.bytes().take(2).take_while(u8::is_ascii_digit).count();
    (count > 0).then(|| text.split_at(count))
}

fn in_ascii_digits(text: &str) -> String {
    text.chars().map(|c| digit(c).and_then(|value| char::from_digit(value, 10)).unwrap_or(c)).collect()
}

/// The number of the study group whose report this is: `13` of `SG13`, `WP2/13`, `Q7/13`.
pub(crate) fn study_group_number(reading: &Reading<'_>) -> Option<String> {
    let group = crate::group_names::main(reading)?;
    let digits = group.strip_prefix("SG")?;
    (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.to_owned())
}
