//! Values of the cover's fields.

use std::sync::LazyLock;

use jiff::civil::Date;
use meeting_model::{Direction, DocumentNumber, Header, Liaison, Sector};
use regex::Regex;

use super::fields::Field;
use super::{group, language, sector};
use crate::outline::fold;
use crate::values::{date, sources};
use crate::vocabulary::{CoverField, Marker, Vocabulary};

static QUESTION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:[Qq]\s*)?([Aa][Ll][Ll]|[0-9٠-٩۰-۹０-９]{1,2})\b(?:\s*/\s*([0-9٠-٩۰-۹０-９]{1,2}))?")
        .expect("well formed")
});
static LAST_DAY: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?:^|\s)([0-9]{1,2})\s*[-–—‑]\s*$").expect("well formed"));
static PERIOD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"((?:19|20)[0-9][0-9])\s*[-–—/]\s*((?:19|20)[0-9][0-9])").expect("well formed")
});

/// Fills the field of a header; the first value of a field holds.
pub(super) fn header(header: &mut Header, field: &Field<'_>, words: &Vocabulary) {
    let text = field.text();
    let one_line = fold(&text);
    match field.name {
        CoverField::Number => number(header, &one_line),
        CoverField::Question if header.questions.is_empty() => {
            header.questions = questions(&one_line);
        }
        CoverField::Source => drop(header.source.get_or_insert(one_line)),
        CoverField::Title => drop(header.title.get_or_insert(one_line)),
        CoverField::Purpose => drop(header.purpose.get_or_insert(one_line)),
        CoverField::Abstract => drop(header.r#abstract.get_or_insert(text)),
        CoverField::Keywords if header.keywords.is_empty() => {
            header.keywords = keywords(&one_line);
        }
        CoverField::Original => header.language = header.language.or_else(|| language(&one_line, words)),
        CoverField::StudyPeriod => period(header, &one_line),
        CoverField::PlaceDate => place_and_dates(header, &one_line, words),
        _ => {}
    }
}

fn number(header: &mut Header, text: &str) {
    if header.number.is_none()
        && let Ok(number) = text.parse::<DocumentNumber>()
    {
        let canonical = number.to_string();
        header.printed = Some(text.to_owned()).filter(|printed| *printed != canonical);
        header.number = Some(number);
    }
}

/// `7, 17/13` → `Q7/13`, `Q17/13`: a number without its group takes the one that follows.
pub(super) fn questions(text: &str) -> Vec<String> {
    let mut found: Vec<(String, Option<String>)> = Vec::new();
    for capture in QUESTION.captures_iter(text) {
        let number = capture[1].to_string();
        found.push((number, capture.get(2).map(|group| group.as_str().to_owned())));
    }
    let mut group = None;
    for (_, own) in found.iter_mut().rev() {
        if own.is_some() {
            group.clone_from(own);
        } else {
            own.clone_from(&group);
        }
    }
    let is_all = |number: &str| number.eq_ignore_ascii_case("all");
    found
        .into_iter()
        .filter(|(number, group)| group.is_some() || !is_all(number))
        .map(|(number, group)| {
            let number = if is_all(&number) {
                number.to_uppercase()
            } else {
                number.trim_start_matches('0').to_owned()
            };
            group.map_or_else(|| format!("Q{number}"), |group| format!("Q{number}/{group}"))
        })
        .collect()
}

fn keywords(text: &str) -> Vec<String> {
    let sign =
        if text.contains([';', '；', '؛']) { [';', '；', '؛', ';'] } else { [',', '，', '、', '،'] };
    let words = text.trim_end_matches('.').split(sign).map(str::trim);
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn period(header: &mut Header, text: &str) {
    if let Some(found) = PERIOD.captures(text) {
        // Where lines run from right to left the years may be typed as they are seen.
        let (first, last) = (&found[1], &found[2]);
        header.study_period.get_or_insert(format!("{}-{}", first.min(last), first.max(last)));
    }
}

/// `Geneva, 26-30 May 2025`: the place stands before the dates; a meeting without a place is online.
fn place_and_dates(header: &mut Header, text: &str, words: &Vocabulary) {
    let Some(found) = date::find(text, words).into_iter().find(|found| found.dates().is_some()) else {
        if header.place.is_none() && words.markers.has(text, Marker::Online) {
            header.place = Some(ONLINE.to_owned());
        }
        return;
    };
    let Some((start, end)) = found.dates() else { return };
    if header.start_date.is_some() {
        return;
    }
    let (before, last) = without_last_day(&text[..found.range.start], start);
    header.start_date = Some(start);
    header.end_date = Some(last.filter(|_| start == end).unwrap_or(end));
    let trims =
        |text: &str| text.trim_matches([' ', ',', '–', '-', '(', ')', ';', '，', '،', '、']).to_owned();
    let (before, after) = (trims(venue(before.trim(), words)), trims(&text[found.range.end..]));
    let place =
        Some(before).filter(|place| !place.is_empty()).or(Some(after).filter(|place| !place.is_empty()));
    header.place =
        place.map(|place| if words.markers.has(&place, Marker::Online) { ONLINE.to_owned() } else { place });
}

/// Whether a line is a single day and nothing else: without a place it is the day on which the document was written.
fn is_bare_day(text: &str, words: &Vocabulary) -> bool {
    let found = date::find(text, words).into_iter().next().filter(date::FoundDates::is_single);
    found.is_some_and(|found| {
        let beside = [&text[..found.range.start], &text[found.range.end..]];
        beside.iter().all(|text| !text.contains(char::is_alphanumeric))
    })
}

/// Whether a line may be a place over the days of a meeting.
fn is_bare_place(text: &str, words: &Vocabulary) -> bool {
    const MOST_WORDS: usize = 4;
    text.split_whitespace().count() <= MOST_WORDS
        && !text.contains(|c: char| c.is_numeric() || matches!(c, ':' | '：'))
        && words.cover_label(text).is_none()
        && words.languages.get(text).is_none()
        && words.document_types.get(text).is_none()
}

/// The place without the name of the meeting before it: `33rd Meeting, Geneva`, `Eighteenth meeting – Geneva`.
fn venue<'t>(text: &'t str, words: &Vocabulary) -> &'t str {
    // In a title the place stands in brackets: `Report of the meeting (Geneva, 5 May 2026)`.
    let open = text.rfind(['(', '（']).filter(|&open| !text[open..].contains([')', '）']));
    let mut venue = open.map_or(text, |open| text[open..].trim_start_matches(['(', '（']).trim_start());
    while let Some(at) = venue.find([',', '–', '—', '，', '،']) {
        let (name, rest) = venue.split_at(at);
        let rest = rest.trim_start_matches([',', '–', '—', '，', '،', ' ']);
        let is_name = !words.things.find(name).is_empty() || group(name, words).is_some();
        if rest.is_empty() || !is_name || words.markers.has(name, Marker::Online) {
            break;
        }
        venue = rest;
    }
    venue
}

/// Where lines run from right to left, days may be typed as they are seen: `Place, 9-5 October`. A later day of the
/// same month before the date is the last one.
fn without_last_day(before: &str, start: Date) -> (&str, Option<Date>) {
    let found = LAST_DAY.captures(before).and_then(|found| {
        let day: i8 = found[1].parse().ok().filter(|day| *day > start.day())?;
        let last = Date::new(start.year(), start.month(), day).ok()?;
        Some((found.get(0)?.start(), last))
    });
    found.map_or((before, None), |(at, last)| (&before[..at], Some(last)))
}

/// The contract's place of virtual meetings.
pub(crate) const ONLINE: &str = "online";

/// Rows that make a liaison statement.
pub(super) fn liaison(liaison: &mut Liaison, field: &Field<'_>, words: &Vocabulary) {
    let text = fold(&field.text());
    let list = || sources::split(&text, words);
    match field.name {
        CoverField::ForAction => liaison.for_action = list(),
        CoverField::ForComment => liaison.for_comment = list(),
        CoverField::ForInformation => liaison.for_information = list(),
        CoverField::Approval => liaison.approval = Some(text),
        CoverField::Deadline => liaison.deadline = date::first(&text, words).map(|(_, end)| end),
        CoverField::ReplyTo => {
            liaison.reply_to =
                meeting_model::number::find(&text).into_iter().next().map(|found| found.number);
        }
        _ => {}
    }
}

/// Words of a line that is the name of a group, at most.
const LONGEST_NAME: usize = 8;

/// The group that a line names; a Question is what it studies.
fn main_group(line: &str, words: &Vocabulary) -> Option<String> {
    group(line, words).filter(|group| !group.starts_with('Q'))
}

/// What a single line of a cell tells: the number of the document, its language, its type.
fn by_line(header: &mut Header, line: &str, words: &Vocabulary) {
    if header.number.is_none() {
        number_in(header, line, words);
    }
    if header.group.is_none()
        && line.split_whitespace().count() <= LONGEST_NAME
        && words.cover_label(line).is_none()
    {
        header.group = main_group(line, words);
    }
    let original = words.cover_label(line).filter(|(field, _)| *field == CoverField::Original);
    if let Some((_, after)) = original {
        header.language = header.language.or_else(|| language(&line[after..], words));
    } else if words.languages.get(line).is_some() {
        header.language = header.language.or_else(|| language(line, words));
    }
}

/// A line that is the number of a Question and nothing else.
fn question_alone(header: &mut Header, line: &str, words: &Vocabulary) {
    let is_question = words.things.leading(line).is_some_and(|hit| {
        hit.key == crate::vocabulary::Thing::Question
            && line[hit.range.end..].chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '/' | ':'))
    });
    if is_question && header.questions.is_empty() && line.contains('/') {
        header.questions = questions(line);
    }
}

/// What a cell or line of the cover tells without a label: the number, group, language, period, document type, place.
pub(super) fn by_content(header: &mut Header, pieces: &[&str], is_first: bool, words: &Vocabulary) {
    let line = fold(&pieces.join(" "));
    if line.is_empty() || line.len() > 300 {
        return;
    }
    if is_first {
        pieces.iter().for_each(|piece| question_alone(header, &fold(piece), words));
    }
    if is_first && pieces.len() > 1 {
        pieces.iter().for_each(|piece| by_line(header, &fold(piece), words));
    }
    if is_first && header.number.is_none() {
        number_in(header, &line, words);
    }
    if is_first && header.sector.is_none_or(|known| known == Sector::Union) {
        header.sector = sector(&line, words).or(header.sector);
    }
    if let Some((CoverField::Original, after)) = words.cover_label(&line) {
        header.language = header.language.or_else(|| language(&line[after..], words));
    } else if is_first && words.languages.get(&line).is_some() {
        // `English only` has no label.
        header.language = header.language.or_else(|| language(&line, words));
    }
    period(header, &line);
    let has_label = words.cover_label(&line).is_some();
    if is_first && header.document_type.is_none() && words.document_types.get(&line).is_some() && !has_label {
        header.document_type = Some(line.clone());
    }
    if header.group.is_none() && is_first && line.split_whitespace().count() <= LONGEST_NAME && !has_label {
        header.group = main_group(&line, words);
    }
    if header.start_date.is_none() && is_first && !has_label && line.len() <= 160 {
        // Above place and dates may stand the name of the event, or the place alone.
        for (at, piece) in pieces.iter().enumerate() {
            let above = at.checked_sub(1).map(|at| pieces[at]).filter(|above| is_bare_place(above, words));
            match above {
                _ if !is_bare_day(piece, words) => place_and_dates(header, piece, words),
                Some(above) => place_and_dates(header, &format!("{above}, {piece}"), words),
                None => {}
            }
        }
    }
}

/// The whole line is a number, or a word for *document* and a number.
fn number_in(header: &mut Header, line: &str, words: &Vocabulary) {
    if let Some(found) = meeting_model::number::find(line).into_iter().next() {
        let before = line[..found.range.start].trim();
        let is_alone = found.range.end == line.len();
        if is_alone && (before.is_empty() || words.document_types.get(before).is_some()) {
            header.printed = Some(found.printed).filter(|printed| *printed != found.number.to_string());
            header.number = Some(found.number);
        }
    } else {
        number(header, line);
    }
}

/// Documents of an assembly or conference are its contributions: `Document 24-E` of WTSA-24 is `WTSA-24-C24`.
pub(super) fn of_assembly(header: &mut Header, assembly: &str) {
    if let Some(number) =
        header.number.as_mut().filter(|number| number.series == "DOC" && number.group.is_none())
    {
        number.series = "C".to_owned();
        number.group = Some(assembly.to_owned());
    }
    let is_generic = header.sector.is_none_or(|sector| sector == Sector::Union);
    let of_its_own = Vocabulary::get().bodies.assembly(assembly).map(super::of_sector);
    if let Some(sector) = of_its_own.filter(|&sector| is_generic && sector != Sector::Union) {
        header.sector = Some(sector);
    }
}

/// Which way a liaison statement goes: an incoming one names where it comes from.
pub(crate) fn direction(title: &str, number: Option<&DocumentNumber>) -> Option<Direction> {
    let code = title.split_whitespace().find(|word| word.to_ascii_uppercase().starts_with("LS/"));
    let code = code.map(str::to_ascii_lowercase);
    match code.as_deref() {
        Some(code) if code.starts_with("ls/i") => Some(Direction::Incoming),
        Some(code) if code.starts_with("ls/o") => Some(Direction::Outgoing),
        _ => number.filter(|number| number.series.contains("LS")).map(|_| Direction::Outgoing),
    }
}

/// The number in `(reply to SG2-LS63)`.
pub(crate) fn replied_to(title: &str) -> Option<DocumentNumber> {
    meeting_model::number::find(title)
        .into_iter()
        .map(|found| found.number)
        .find(|number| number.series.contains("LS"))
}
