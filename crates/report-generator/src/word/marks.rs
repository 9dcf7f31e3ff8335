//! Marks in rendered text for what is only known once everything stands: ids, links, notes, values made of blocks.
//!
//! They are noncharacters (Unicode 23.7), which no text holds: values lose them on their way in.

/// Begins a mark of a kind and a payload, up to [`END`].
pub(crate) const MARK: char = '\u{fdd0}';
pub(crate) const END: char = '\u{fdd1}';
/// A line break and a tab of a value.
pub(crate) const LINE: char = '\u{fdd2}';
pub(crate) const TAB: char = '\u{fdd3}';
/// Around what a macro printed, where it has elements.
pub(crate) const SPLICE: char = '\u{fdd4}';
pub(crate) const SPLICE_END: char = '\u{fdd5}';
/// Around an address, in the place of a relationship's id.
pub(crate) const LINK: char = '\u{fdd6}';
pub(crate) const LINK_END: char = '\u{fdd7}';
/// Around a note, in the place of its id: kind, scope, its number in the template, [`END`], its content.
pub(crate) const NOTE: char = '\u{fdd8}';
pub(crate) const NOTE_END: char = '\u{fdd9}';
/// Before the end of what has to end in a paragraph.
pub(crate) const LAST: char = '\u{fdda}';
/// Around a table that may be left without rows; the second end asks for its grid to be counted again.
pub(crate) const TABLE: char = '\u{fddb}';
pub(crate) const TABLE_END: char = '\u{fddc}';
pub(crate) const GRID_END: char = '\u{fddd}';
/// Around a row that may be left without cells.
pub(crate) const ROW: char = '\u{fdde}';
pub(crate) const ROW_END: char = '\u{fddf}';

/// All marks begin with these bytes in UTF-8.
pub(crate) const LEAD: [u8; 2] = [0xef, 0xb7];

/// Kinds of [`MARK`].
pub(crate) mod kind {
    pub(crate) const BOOKMARK_ID: char = 'b';
    pub(crate) const BOOKMARK_NAME: char = 'n';
    pub(crate) const COMMENT_ID: char = 'k';
    pub(crate) const DRAWING_ID: char = 'd';
    pub(crate) const SCOPE: char = 'o';
    pub(crate) const SCOPE_END: char = 'x';
    pub(crate) const RICH: char = 'r';
}

/// A mark with its payload.
pub(crate) fn mark(kind: char, payload: impl std::fmt::Display) -> String {
    format!("{MARK}{kind}{payload}{END}")
}
