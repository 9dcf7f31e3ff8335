//! Covers without labels, as the Radiocommunication and Development Sectors have them: source and title are lines of a
//! style of their own, or a line that names the kind of document.

use meeting_model::Header;

use super::ends_cover;
use crate::group_names;
use crate::outline::{Block, Line, Outline};
use crate::values::{date, sources};
use crate::vocabulary::Vocabulary;
use crate::vocabulary::text::is_ideograph;

/// Lines among which a title is sought.
const MOST_LINES: usize = 24;
/// The longest title, in characters; more is text.
const LONGEST: usize = 250;

/// Styles of titles and of sources in the templates, which have a number behind their name.
const TITLE: [&str; 3] = ["title", "rectitle", "restitle"];
const SOURCE: [&str; 1] = ["source"];

/// Fills title and source where no label told them.
pub(super) fn fill(header: &mut Header, outline: &Outline, words: &Vocabulary) {
    if header.title.is_some() {
        return;
    }
    let lines = lines(outline);
    let of_style = |known: &[&str]| lines.iter().position(|line| has_style(line, known));
    if header.source.is_none() {
        header.source = of_style(&SOURCE).map(|at| lines[at].text.clone());
    }
    let is_of_union = header.sector.is_some() || header.group.is_some() || header.number.is_some();
    let at = of_style(&TITLE).or_else(|| by_words(&lines, words).filter(|_| is_of_union));
    let Some(at) = at else { return };
    header.title = Some(lines[at].text.clone());
    let above = at.checked_sub(1).map(|above| lines[above].text.as_str());
    let source = above.filter(|above| is_of_union && is_source(above, words));
    header.source = header.source.take().or_else(|| source.map(str::to_owned));
}

/// The lines of the cover: those before the first numbered heading, of tables too.
fn lines(outline: &Outline) -> Vec<&Line> {
    let numbered = outline.headings.iter().find(|heading| heading.number.is_some());
    let end = numbered.map_or(outline.blocks.len(), |heading| heading.block);
    let end = outline.blocks[..end].iter().position(ends_cover).unwrap_or(end);
    let lines = outline.blocks[..end].iter().flat_map(|block| match block {
        Block::Line(line) => vec![line],
        Block::Table(grid) => {
            grid.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.lines).collect()
        }
    });
    lines.filter(|line| !line.is_empty() && line.label.is_none()).take(MOST_LINES).collect()
}

fn has_style(line: &Line, known: &[&str]) -> bool {
    let style = line.style.as_deref().unwrap_or_default().to_lowercase();
    let stem = style.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    known.contains(&stem)
}

/// The line with the most words among those that begin with a kind of document, or that stand out by their capitals.
fn by_words(lines: &[&Line], words: &Vocabulary) -> Option<usize> {
    let length = |line: &Line| {
        let signs = line.text.chars().filter(|&c| is_ideograph(c)).count();
        line.text.split_whitespace().count().max(signs / 2)
    };
    let all = || lines.iter().enumerate().filter(|(_, line)| may_be_title(line, words));
    let named = all()
        .filter(|(_, line)| names_kind(&line.text, words))
        .max_by_key(|(at, line)| (length(line), usize::MAX - at));
    let loud = || {
        all()
            .filter(|(_, line)| is_loud(&line.text, words))
            .max_by_key(|(at, line)| (length(line), usize::MAX - at))
    };
    named.or_else(loud).map(|(at, _)| at)
}

/// A line without a label that is no sentence and neither a number nor a place with dates.
fn may_be_title(line: &Line, words: &Vocabulary) -> bool {
    let text = &line.text;
    text.chars().count() <= LONGEST
        && !text.ends_with(['.', '。', ':', '：', ';'])
        && words.cover_label(text).is_none()
        && meeting_model::number::find(text).first().is_none_or(|found| found.range.start > 0)
        && date::find(text, words).first().is_none_or(|found| found.range.end < text.len())
}

/// Whether a kind of document stands at the beginning of a line, with words around it.
fn names_kind(text: &str, words: &Vocabulary) -> bool {
    const FARTHEST: usize = 24;
    let is_more =
        text.split_whitespace().count() > 1 || text.chars().filter(|&c| is_ideograph(c)).count() > 3;
    is_more && words.kinds.find(text).first().is_some_and(|hit| hit.range.start <= FARTHEST)
}

/// Three words or more in capitals that name no group and no Sector.
fn is_loud(text: &str, words: &Vocabulary) -> bool {
    const FEWEST_WORDS: usize = 3;
    let is_capital = !text.contains(char::is_lowercase) && text.contains(char::is_uppercase);
    is_capital
        && text.split_whitespace().count() >= FEWEST_WORDS
        && words.sectors.find(text).is_empty()
        && words.document_types.find(text).first().is_none_or(|hit| hit.range.start > 0)
        && group_names::first(text, words).is_none()
}

/// A member, an office or a group on a line of its own.
fn is_source(text: &str, words: &Vocabulary) -> bool {
    const MOST_WORDS: usize = 12;
    text.split_whitespace().count() <= MOST_WORDS
        && words.languages.find(text).is_empty()
        && words.sectors.find(text).is_empty()
        && date::find(text, words).is_empty()
        && sources::is_source(text, words)
        && !text.contains(|c: char| c.is_ascii_digit())
}
