//! Tables without heads whose cells tell what the columns are: Questions beside titles, designations of texts, groups
//! beside their officers, identifiers of actions beside days, days beside places.
//!
//! Only what is unmistakable counts: every cell of one column, the anchor, is of a kind that stands in one list alone.
//! The lists then read the table as one under heads. Lists of documents and of items have rules of their own.

mod cells;
mod table;
#[cfg(test)]
mod tests;

use crate::columns::Columns;
use crate::found::Reading;
use crate::group_names;
use crate::lists::{groups, listing, texts};
use crate::outline::{Block, Outline};
use crate::vocabulary::{Column, Heading as About};

use table::Body;

/// The columns of the tables without heads after the cover, with their blocks.
pub(crate) fn columns(cover: usize, reading: &Reading<'_>) -> Vec<(usize, Columns)> {
    let blocks = reading.outline.blocks.iter().enumerate().skip(cover);
    let found = blocks.filter_map(|(at, block)| match block {
        Block::Table(grid) if grid.heads.header_rows == 0 => {
            let over = || listing::abouts_over(at, grid, reading);
            Some((at, Columns::of_roles(roles(Body::read(grid)?, over, reading)?)))
        }
        _ => None,
    });
    found.collect()
}

/// Gives the tables the columns that were found.
pub(crate) fn set(outline: &mut Outline, found: Vec<(usize, Columns)>) {
    for (at, columns) in found {
        if let Block::Table(grid) = &mut outline.blocks[at] {
            grid.heads = columns;
        }
    }
}

type Roles = Vec<Option<Column>>;

/// The rules, each with the anchor that it needs; where one fails the next is tried.
fn roles(mut body: Body<'_>, over: impl Fn() -> Vec<About>, reading: &Reading<'_>) -> Option<Roles> {
    let rules = [of_texts, of_questions, of_groups, of_actions, of_meetings];
    let found = rules.into_iter().find_map(|rule| {
        body.clear();
        rule(&mut body, &over, reading)
    });
    found.map(|()| body.roles())
}

type Over<'o> = &'o dyn Fn() -> Vec<About>;

/// Designation, title and what else a table of texts or of work tells: editors are those of work.
fn of_texts(body: &mut Body<'_>, over: Over<'_>, reading: &Reading<'_>) -> Option<()> {
    let anchor = body.column(cells::is_designation)?;
    let over = over();
    let about =
        over.iter().copied().find(|&about| texts::is_about_work(about) || texts::is_about_texts(about));
    let is_certain = body.all(anchor, cells::is_long_designation);
    (about.is_some() || (is_certain && !body.has_documents(reading))).then_some(())?;
    body.set(anchor, Column::Recommendation);
    body.take(Column::Question, |text| cells::is_question(text, reading));
    body.take(Column::Process, |text| cells::is_process(text, reading));
    body.take(Column::Status, |text| cells::is_new_or_revised(text, reading));
    let date = body.take(Column::Date, |text| cells::is_day(text, reading));
    let persons = body.take_persons(&[Column::Editor], reading);
    body.take_title(Column::Title)?;
    let persons = persons || body.take_names(&[Column::Editor], reading);
    if persons || about.is_some_and(texts::is_about_work) {
        body.set(anchor, Column::WorkItem);
        date.into_iter().for_each(|date| body.set(date, Column::DueDate));
    }
    Some(())
}

/// Number, title and Rapporteurs; where only persons stand beside the number they must be told as such.
fn of_questions(body: &mut Body<'_>, over: Over<'_>, reading: &Reading<'_>) -> Option<()> {
    const OFFICES: [Column; 2] = [Column::Rapporteur, Column::AssociateRapporteur];
    let anchor = body.column(|text| cells::is_question(text, reading))?;
    let is_certain = body.all(anchor, |text| cells::is_certain_question(text, reading));
    (is_certain || over().contains(&About::Questions)).then_some(())?;
    is_of_none_other(body, reading).then_some(())?;
    body.set(anchor, Column::Question);
    body.take(Column::WorkingParty, |text| cells::is_group(text, reading));
    let offices = offices(body, OFFICES, reading);
    let persons = body.take_persons(&offices, reading);
    let title = body.take_title(Column::Title).is_some();
    if title && !persons {
        body.take_names(&offices, reading);
    }
    (title || persons).then_some(())
}

/// Groups are listed with their officers; without them the rows may be about anything that has to do with the group.
fn of_groups(body: &mut Body<'_>, _: Over<'_>, reading: &Reading<'_>) -> Option<()> {
    let anchor = body.column(|text| cells::is_group(text, reading))?;
    is_of_none_other(body, reading).then_some(())?;
    let offices = if body.all(anchor, |text| is_rapporteur_group(text, reading)) {
        [Column::Rapporteur, Column::AssociateRapporteur]
    } else {
        [Column::Chair, Column::ViceChair]
    };
    body.set(anchor, Column::Group);
    let offices = self::offices(body, offices, reading);
    let persons = body.take_persons(&offices, reading);
    let title = body.take_title(Column::Title).is_some();
    (persons || (title && body.take_names(&offices, reading))).then_some(())
}

/// What the persons are: of these offices, or what a column of its own says of each.
fn offices(body: &mut Body<'_>, offices: [Column; 2], reading: &Reading<'_>) -> Vec<Column> {
    match body.take(Column::Role, |text| cells::is_office(text, reading)) {
        Some(_) => vec![Column::Name],
        None => offices.to_vec(),
    }
}

/// Documents and days beside Questions or groups are those of lists of documents and of meetings.
fn is_of_none_other(body: &Body<'_>, reading: &Reading<'_>) -> bool {
    !body.has_documents(reading) && body.column(|text| cells::is_day(text, reading)).is_none()
}

fn is_rapporteur_group(text: &str, reading: &Reading<'_>) -> bool {
    let code = group_names::first(text, reading.words);
    code.is_some_and(|code| groups::is_rapporteur_group(&code, reading.words))
}

/// What is to be done, by when or how it stands, and who must act: with identifiers, or where the words over the table
/// speak of actions.
fn of_actions(body: &mut Body<'_>, over: Over<'_>, reading: &Reading<'_>) -> Option<()> {
    const FEWEST_WORDS: usize = 3;
    let anchor = body.column(|text| cells::is_identifier(text, reading));
    match anchor {
        Some(anchor) => body.set(anchor, Column::Position),
        None => {
            body.most(|text| cells::is_day(text, reading) || cells::is_state(text, reading))?;
            over().into_iter().any(is_of_actions).then_some(())?;
        }
    }
    let status = body.take(Column::Status, |text| cells::is_state(text, reading)).is_some();
    let due = body.take_most(Column::DueDate, |text| cells::is_day(text, reading)).is_some();
    body.take(Column::Document, |text| cells::is_document(text, reading));
    let action = body.take_title(Column::Action)?;
    let who = body.take_short(Column::Responsible).is_some();
    let is_told = (due || status) && (who || anchor.is_some());
    (is_told && body.words(action) >= FEWEST_WORDS).then_some(())
}

/// Days with a place; or with those who meet, where the words over the table speak of meetings.
fn of_meetings(body: &mut Body<'_>, over: Over<'_>, reading: &Reading<'_>) -> Option<()> {
    let anchor = body.column(|text| cells::is_day(text, reading))?;
    let over = over();
    let is_plan = over.iter().any(|&about| is_of_meetings(about));
    (is_plan || !over.contains(&About::TimePlan)).then_some(())?;
    body.set(anchor, Column::Date);
    body.take(Column::Report, |text| cells::is_document(text, reading));
    body.take(Column::Time, |text| cells::is_time(text, reading));
    let group = body.take(Column::Question, |text| cells::is_question(text, reading));
    let group = group.or_else(|| body.take(Column::Group, |text| cells::is_group(text, reading)));
    let meeting = body.take(Column::Meeting, |text| cells::is_meeting(text, reading));
    let place = body.take(Column::Place, |text| cells::is_place(text, reading));
    let is_certain =
        |place| body.count(place, |text| cells::is_certain_place(text, reading)) * 2 >= body.filled(place);
    let is_told =
        place.is_some_and(is_certain) || (is_plan && (place.is_some() || group.or(meeting).is_some()));
    body.take_title(Column::Subject);
    is_told.then_some(())
}

fn is_of_actions(about: About) -> bool {
    matches!(about, About::Actions | About::OpenActions | About::ClosedActions)
}

fn is_of_meetings(about: About) -> bool {
    matches!(about, About::FutureMeetings | About::InterimMeetings | About::MeetingsHeld)
}
