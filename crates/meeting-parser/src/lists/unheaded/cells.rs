//! Kinds of cells by what they hold.

use crate::found::Reading;
use crate::group_names;
use crate::lists::{actions, groups, meetings, questions, texts};
use crate::outline::is_number;
use crate::values::{date, organization, person, time};
use crate::vocabulary::text::is_ideograph;
use crate::vocabulary::{Marker, PersonWord, Thing};

/// The longest number, code or identifier, in characters.
const LONGEST_CODE: usize = 40;

/// The longest designation with the words before it, in bytes.
const LONGEST_TEXT: usize = 80;

fn may_be_code(text: &str) -> bool {
    text.len() <= LONGEST_CODE && text.contains(|c: char| c.is_numeric())
}

/// A designation and nothing else: `Y.4000`, `Draft new Recommendation ITU-T Y.4000`.
pub(super) fn is_designation(text: &str) -> bool {
    text.len() <= LONGEST_TEXT && texts::is_only_designation(text)
}

/// A designation that no number of an annex looks like: `Y.4000`, and not `A.1`.
pub(super) fn is_long_designation(text: &str) -> bool {
    const FEWEST_DIGITS: usize = 3;
    let runs = text.split(|c: char| !c.is_ascii_digit());
    runs.map(str::len).max().is_some_and(|run| run >= FEWEST_DIGITS)
}

/// The number of a Question and nothing else, be it a mere `2/17`.
pub(super) fn is_question(text: &str, reading: &Reading<'_>) -> bool {
    if !may_be_code(text) || !text.contains('/') {
        return false;
    }
    let number = questions::number(text, reading);
    letters_beside(text, Thing::Question, reading) <= MOST_LETTERS
        && number.len() <= "Q00/00".len()
        && number.starts_with('Q')
        && number.contains('/')
}

/// Letters beside a number and the word for what it counts: Chinese has two around it.
const MOST_LETTERS: usize = 2;

/// The letters of a text outside the word for a thing.
fn letters_beside(text: &str, thing: Thing, reading: &Reading<'_>) -> usize {
    let hit = reading.words.things.find_key(text, thing);
    let outside = |at: usize| hit.as_ref().is_none_or(|hit| !hit.range.contains(&at));
    text.char_indices().filter(|(at, c)| c.is_alphabetic() && outside(*at)).count()
}

/// The same with the word or letter for Questions.
pub(super) fn is_certain_question(text: &str, reading: &Reading<'_>) -> bool {
    let has_word = || reading.words.things.find_key(text, Thing::Question).is_some();
    text.starts_with('Q') || has_word()
}

/// The code of a working party, Rapporteur Group, Focus Group or JCA, or its name by number, and nothing else.
pub(super) fn is_group(text: &str, reading: &Reading<'_>) -> bool {
    if text.len() > LONGEST_CODE
        || !text.contains(|c: char| c.is_uppercase() || is_ideograph(c) || c.is_numeric())
    {
        return false;
    }
    let is_kind = |code: &str| groups::is_kind_of_group(code, reading.words);
    let by_code = group_names::find(text).next().filter(|(range, _)| *range == (0..text.len()));
    if let Some((_, code)) = by_code {
        return is_kind(&group_names::compact(code));
    }
    let has_word = reading.words.things.find_key(text, Thing::WorkingParty).is_some();
    has_word
        && text.contains(char::is_numeric)
        && letters_beside(text, Thing::WorkingParty, reading) < MOST_LETTERS
}

/// The identifier of an action and nothing else: `AI-1`, `RG-WM/3`; no group, Question, text or document.
pub(super) fn is_identifier(text: &str, reading: &Reading<'_>) -> bool {
    may_be_code(text)
        && actions::is_identifier(text)
        && !is_number(text)
        && !is_question(text, reading)
        && !is_document(text, reading)
        && !is_group(text, reading)
}

/// A word for how an action stands, and nothing else.
pub(super) fn is_state(text: &str, reading: &Reading<'_>) -> bool {
    matches!(reading.words.markers.get(text), Some(Marker::Open | Marker::Done | Marker::Cancelled))
}

/// A day or days, with at most hours and a word or two beside them.
pub(super) fn is_day(text: &str, reading: &Reading<'_>) -> bool {
    const LONGEST: usize = 60;
    const MOST_BESIDE: usize = 24;
    if text.len() > 2 * LONGEST || text.chars().count() > LONGEST || !text.contains(char::is_numeric) {
        return false;
    }
    let found =
        date::find(text, reading.words).into_iter().find(|found| meetings::days(found, reading).is_some());
    found.is_some_and(|found| {
        let beside = text[..found.range.start].chars().chain(text[found.range.end..].chars());
        beside.filter(|c| c.is_alphabetic()).count() <= MOST_BESIDE
    })
}

/// Hours, and nothing but a zone beside them.
pub(super) fn is_time(text: &str, reading: &Reading<'_>) -> bool {
    const LONGEST: usize = 40;
    text.len() <= LONGEST && text.contains(char::is_numeric) && !time::find(text, reading.words).is_empty()
}

/// The name of a meeting or event.
pub(super) fn is_meeting(text: &str, reading: &Reading<'_>) -> bool {
    let is = |thing| matches!(thing, Thing::Meeting | Thing::Plenary | Thing::Workshop);
    reading.words.things.find(text).into_iter().any(|hit| is(hit.key)) && !is_certain_place(text, reading)
}

/// A place, by its capitals: `Geneva`, `Kyoto, Japan`, `online`.
pub(super) fn is_place(text: &str, reading: &Reading<'_>) -> bool {
    const MOST_WORDS: usize = 6;
    let mut words =
        text.split([' ', ',', '(', ')', '/', '（', '）', '，', '、', '،']).filter(|word| !word.is_empty());
    let is_name = |word: &str| {
        !word.starts_with(char::is_lowercase) || reading.words.persons.is(word, PersonWord::NameParticle)
    };
    let is_short = text.split_whitespace().count() <= MOST_WORDS && text.chars().count() <= LONGEST_CODE;
    is_certain_place(text, reading)
        || (is_short
            && !text.contains(char::is_numeric)
            && words.all(is_name)
            && !is_meeting_word(text, reading))
}

fn is_meeting_word(text: &str, reading: &Reading<'_>) -> bool {
    !reading.words.things.find(text).is_empty()
}

/// A place with its country, or none because the meeting is online.
pub(super) fn is_certain_place(text: &str, reading: &Reading<'_>) -> bool {
    const MOST_WORDS: usize = 6;
    let mut parts = text.split([',', '(', ')', '/', '（', '）', '，', '、', '،']).map(str::trim);
    let is_short = text.split_whitespace().count() <= MOST_WORDS;
    let mut has_country =
        || parts.any(|part| !part.is_empty() && organization::is_country(part, reading.words));
    is_short && (reading.words.markers.has(text, Marker::Online) || has_country())
}

/// A document number, perhaps with a remark after it.
pub(super) fn is_document(text: &str, reading: &Reading<'_>) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
        && reading.first_number(text).is_some_and(|found| found.range.start <= 1)
}

/// By which process texts are approved, and nothing else.
pub(super) fn is_process(text: &str, reading: &Reading<'_>) -> bool {
    matches!(reading.words.markers.get(text), Some(Marker::Tap | Marker::Aap))
}

/// Whether a text is new or a revision, and nothing else.
pub(super) fn is_new_or_revised(text: &str, reading: &Reading<'_>) -> bool {
    matches!(reading.words.markers.get(text), Some(Marker::New | Marker::Revised))
}

/// An office, and nothing else.
pub(super) fn is_office(text: &str, reading: &Reading<'_>) -> bool {
    reading.words.roles.get(text).is_some()
}

/// Several words.
pub(super) fn is_title(text: &str) -> bool {
    const FEWEST_WORDS: usize = 2;
    words(text) >= FEWEST_WORDS
}

/// The words of a text; of a script without spaces two signs count as one.
pub(super) fn words(text: &str) -> usize {
    let signs = text.chars().filter(|&c| is_ideograph(c)).count();
    let spaced = text.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    spaced.max(signs / 2)
}

/// Persons, each with a title or an affiliation that show that it is one.
pub(super) fn is_of_persons(text: &str, reading: &Reading<'_>) -> bool {
    let words = reading.words;
    let people = person::list(text, words);
    let has_title = || words.persons.find_key(text, PersonWord::Honorific).is_some();
    let is_affiliated =
        |person: &person::Person| person.affiliation.printed().is_some() || person.office.is_some();
    !people.is_empty() && (people.iter().all(is_affiliated) || has_title())
}

/// Names of persons by their capitals, or by two or three signs.
pub(super) fn is_of_names(text: &str, reading: &Reading<'_>) -> bool {
    let is_name = |person: &person::Person| {
        let signs = person.name.chars().filter(|&c| is_ideograph(c)).count();
        let parts = person.name.split_whitespace().count();
        let has_case = person.name.starts_with(char::is_uppercase);
        (2..=3).contains(&signs) || (has_case && (2..=5).contains(&parts))
    };
    let people = person::list(text, reading.words);
    !people.is_empty() && people.iter().all(is_name) && reading.words.things.find(text).is_empty()
}
