//! Marks in a matrix: `X`, a tick, a filled circle, `Yes`.

use super::cell_words;
use crate::found::Reading;
use crate::outline::Cell;

/// Longest mark, in characters: a word for *yes* is short in every language.
const LONGEST: usize = 4;

/// Whether a cell is marked: it says something, and neither *no* nor an empty box.
pub(crate) fn is_marked(cell: &Cell, reading: &Reading<'_>) -> bool {
    let text = cell_words(cell);
    let text = text.trim();
    let is_bullet = text.is_empty() && cell.lines.iter().any(|line| line.label.is_some());
    is_bullet || !(reading.is_nothing(text) || is_empty_box(text) || is_dash(text))
}

/// Whether a cell holds a word or two at most: a mark, or the part that a group has in the matter.
pub(crate) fn is_short(cell: &Cell) -> bool {
    const LONGEST_WORDS: usize = 20;
    cell_words(cell).chars().count() <= LONGEST_WORDS
}

/// Whether a cell holds a mark or nothing: it is no text.
pub(crate) fn is_mark_or_nothing(cell: &Cell, reading: &Reading<'_>) -> bool {
    let text = cell_words(cell);
    text.chars().count() <= LONGEST || reading.is_nothing(&text)
}

/// Boxes and circles that nobody has filled, those of symbol fonts too.
fn is_empty_box(text: &str) -> bool {
    text.chars()
        .all(|c| matches!(c, '☐' | '□' | '▢' | '◻' | '⬜' | '○' | '◯' | '\u{f06f}' | '\u{f0a8}' | '\u{f071}'))
}

fn is_dash(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '-' | '–' | '—' | '−' | '/' | '.' | '0'))
}
