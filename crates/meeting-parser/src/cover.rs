//! The cover: its table by column bookmarks, by labels, by what cells hold; and covers that are only lines.

mod contacts;
mod fields;
mod untitled;
mod values;

use meeting_model::{Action, Confidence, Header, Language, Liaison, Origin, Sector};

use crate::found::Reading;
use crate::group_names;
use crate::lists;
use crate::outline::{Block, Cell, Line, Outline, Spot, bare_number, is_number};
use crate::vocabulary::{self, CoverField, Key, Marker, Vocabulary};

use fields::Field;
pub(crate) use values::replied_to;

/// What is read from a cover.
#[derive(Debug, Default)]
pub(crate) struct Cover {
    pub header: Header,
    pub liaison: Option<Liaison>,
    /// `Action required:`, with its place.
    pub request: Option<(String, Spot)>,
    /// Blocks from the start of the file that belong to the cover.
    pub blocks: usize,
}

/// Reads the cover, which ends at the first heading, or at the first table whose rows are numbered.
pub(crate) fn read(outline: &Outline, words: &'static Vocabulary) -> Cover {
    let end = outline.headings.first().map_or(outline.blocks.len(), |heading| heading.block);
    let end = outline.blocks.iter().position(ends_cover).map_or(end, |at| end.min(at));
    let blocks = &outline.blocks[..end.min(LONGEST_COVER)];
    let mut cover = Cover::default();
    let mut fields = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let before = fields.len();
        match block {
            Block::Table(grid) => fields::of_table(grid, words, &mut fields),
            Block::Line(line) => fields::of_line(line, words, &mut fields),
        }
        if fields.len() > before {
            cover.blocks = at + 1;
        }
    }
    fill(&mut cover, &fields, words);
    fill_what_is_open(&mut cover, blocks, outline, words);
    cover
}

/// Whether a block is a table that begins with the number of an item, alone in its cell, or that has heads.
fn ends_cover(block: &Block) -> bool {
    let Block::Table(grid) = block else { return false };
    if fields::has_heads(grid) {
        return true;
    }
    let first = grid.rows.first().and_then(|row| row.cells.first());
    first.is_some_and(|cell| is_number(&bare_number(&cell.text())))
}

/// Blocks after which nobody is still on the cover.
const LONGEST_COVER: usize = 60;

fn fill(cover: &mut Cover, fields: &[Field<'_>], words: &Vocabulary) {
    for field in fields {
        let text = field.text();
        let is_nothing = text.is_empty() || words.markers.is(&text, Marker::Nothing);
        match field.name {
            CoverField::Contact => contacts::add(&mut cover.header.contacts, field, words),
            _ if is_nothing => {}
            CoverField::ActionRequired => {
                cover.request.get_or_insert((text.clone(), field.spot));
                cover.header.action_required.get_or_insert(text);
            }
            CoverField::ForAction
            | CoverField::ForComment
            | CoverField::ForInformation
            | CoverField::Approval
            | CoverField::Deadline
            | CoverField::ReplyTo => values::liaison(cover.liaison.get_or_insert_default(), field, words),
            _ => values::header(&mut cover.header, field, words),
        }
    }
}

/// What no label and no bookmark told: by what cells and lines hold.
fn fill_what_is_open(cover: &mut Cover, blocks: &[Block], outline: &Outline, words: &Vocabulary) {
    let header = &mut cover.header;
    let mut first_table = true;
    for block in blocks {
        match block {
            Block::Table(grid) => {
                for cell in grid.rows.iter().flat_map(|row| &row.cells).filter(|cell| !cell.is_empty()) {
                    let pieces: Vec<&str> = cell.lines.iter().flat_map(Line::pieces).collect();
                    values::by_content(header, &pieces, first_table, words);
                }
                first_table = false;
            }
            Block::Line(line) if first_table => values::by_content(header, &[&line.text], true, words),
            Block::Line(_) => {}
        }
    }
    if let Some(assembly) = assembly(blocks) {
        values::of_assembly(header, &assembly);
    }
    derive(cover);
    untitled::fill(&mut cover.header, outline, words);
}

/// The conference or assembly that the first table of a cover names: `WTSA-24`.
fn assembly(blocks: &[Block]) -> Option<String> {
    let grid = blocks.iter().find_map(|block| match block {
        Block::Table(grid) => Some(grid),
        Block::Line(_) => None,
    })?;
    let text = grid.rows.first()?.cells.iter().map(Cell::text).collect::<Vec<_>>().join(" ");
    let found = group_names::find(&text).find(|(_, code)| {
        group_names::is_assembly(code)
            && code.split_once('-').is_some_and(|(_, year)| year.parse::<u8>().is_ok())
    });
    found.map(|(_, code)| code.to_owned())
}

/// What follows from the number and the title: the group, and the way that a liaison statement goes.
fn derive(cover: &mut Cover) {
    let header = &mut cover.header;
    if let Some(group) = header.number.as_ref().and_then(|number| number.group.clone()) {
        header.group = Some(group);
    }
    let advised = header.group.as_deref().and_then(|group| Vocabulary::get().bodies.advised(group));
    if let Some(sector) = advised.filter(|_| header.sector.is_none_or(|sector| sector == Sector::Union)) {
        header.sector = Some(of_sector(sector));
    }
    if let Some(liaison) = &mut cover.liaison {
        let title = header.title.as_deref().unwrap_or_default();
        liaison.direction = values::direction(title, header.number.as_ref());
        liaison.reply_to = liaison.reply_to.take().or_else(|| replied_to(title));
    }
}

/// The action that the cover asks for.
pub(crate) fn action(cover: &Cover, reading: &Reading<'_>) -> Option<Action> {
    let (text, spot) = cover.request.clone()?;
    let assignee = invited(&text, reading.words);
    Some(Action {
        assignee,
        documents: reading.distinct_numbers(&text),
        text,
        origin: Origin::Cover,
        rule: "cover-request".to_owned(),
        confidence: Confidence::High,
        at: reading.outline.location(spot),
        ..Action::default()
    })
}

/// Who *is invited to* act.
fn invited(text: &str, words: &Vocabulary) -> Option<String> {
    let hit = words.markers.find_key(text, Marker::Invited)?;
    let name = lists::actions::strip_article(text[..hit.range.start].trim());
    let is_name = !name.is_empty() && name.split_whitespace().count() <= 6;
    is_name.then(|| name.to_owned())
}

/// The language that a cover names.
fn language(text: &str, words: &Vocabulary) -> Option<Language> {
    words.languages.find(text).first().and_then(|hit| hit.key.name().parse().ok())
}

fn sector(text: &str, words: &Vocabulary) -> Option<Sector> {
    let keys: Vec<vocabulary::Sector> = words.sectors.find(text).into_iter().map(|hit| hit.key).collect();
    let found = |key| keys.contains(&key);
    // A single Sector goes before the Union, which the cover of each names too.
    [vocabulary::Sector::ItuT, vocabulary::Sector::ItuR, vocabulary::Sector::ItuD, vocabulary::Sector::Itu]
        .into_iter()
        .find(|&key| found(key))
        .map(of_sector)
}

const fn of_sector(key: vocabulary::Sector) -> Sector {
    match key {
        vocabulary::Sector::ItuT => Sector::Standardization,
        vocabulary::Sector::ItuR => Sector::Radiocommunication,
        vocabulary::Sector::ItuD => Sector::Development,
        vocabulary::Sector::Itu => Sector::Union,
    }
}

/// A group as the cover prints it: a code, or a kind and a number.
fn group(text: &str, words: &Vocabulary) -> Option<String> {
    group_names::first(text, words)
}
