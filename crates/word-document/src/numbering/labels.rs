//! List labels: the number or bullet that Word shows before a paragraph of a list (ECMA-376 part 1, 17.9).
//!
//! Word stores no labels. It counts the paragraphs of a story in order, and so does [`Counters`], from the
//! lists that [`Definitions`] holds. How the definitions are written in XML is no matter here.

use std::collections::{BTreeMap, HashMap};

use foldhash::fast::RandomState;

use super::formats::{NumberFormat, write_number};
use crate::symbols;

/// How many levels a list has (17.9.6, ilvl 0 to 8).
pub const LEVELS: usize = 9;

/// More of a level's text than this is not shown. Word allows less; a file could hold a text of megabytes.
const MOST_CHARACTERS: usize = 255;

/// One level of a list (17.9.6).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Level {
    /// The first number (17.9.25); 0 where the file gives none.
    pub start: u32,
    /// How the level's number is written (17.9.17).
    pub format: NumberFormat,
    /// The label, with `%1` to `%9` for the numbers of the levels (17.9.11).
    pub text: String,
    /// The one-based level whose use restarts this one, or 0 if none does (17.9.10).
    pub restart: Option<u32>,
    /// Whether all numbers in the label are shown as decimal numbers (17.9.4).
    pub is_legal: bool,
    /// The id of the paragraph style that brings this level (17.9.23).
    pub paragraph_style: Option<String>,
    /// The font of the label, which decides what a bullet's code means (17.9.24).
    pub bullet_font: Option<String>,
    /// What stands between the label and the text (17.9.28).
    pub suffix: Suffix,
    /// Whether the label is hidden text: it counts, and nobody sees it.
    pub is_hidden: bool,
}

/// The levels that lists have in common (17.9.1).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AbstractList {
    /// The levels, where they are defined.
    pub levels: [Option<Level>; LEVELS],
}

/// What a list changes in a level (17.9.8).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LevelOverride {
    /// The number with which this list begins on this level (17.9.26).
    pub start: Option<u32>,
    /// The level that stands in place of the common one.
    pub level: Option<Level>,
}

/// A list, to which paragraphs belong by its number (17.9.15).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    /// The number of the [`AbstractList`]; lists with the same one count on together.
    pub abstract_id: u32,
    /// What the list changes in each level.
    pub overrides: [LevelOverride; LEVELS],
}

/// All lists of a file. Links between lists and styles (17.9.21, 17.9.27) are resolved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Definitions {
    /// The common definitions by abstractNumId.
    pub abstracts: BTreeMap<u32, AbstractList>,
    /// The lists by numId.
    pub lists: BTreeMap<u32, List>,
}

impl Definitions {
    /// A level of a list, with what the list changes. `None` if the list or the level is not defined.
    pub fn level(&self, list: u32, level: u8) -> Option<&Level> {
        self.view(list)?.level(usize::from(level))
    }

    /// The list of that number. 0 takes a paragraph out of its list (17.9.18).
    fn view(&self, list: u32) -> Option<View<'_>> {
        let list = self.lists.get(&list).filter(|_| list != 0)?;
        Some(View { list, common: self.abstracts.get(&list.abstract_id) })
    }
}

/// What Word puts between a label and the text (17.9.28).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Suffix {
    /// A tab.
    #[default]
    Tab,
    /// A space.
    Space,
    /// The text follows at once.
    Nothing,
}

/// The label of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// What Word shows, never only white space: `1.2`, `(a)`, `•`.
    pub text: String,
    /// Whether it is a bullet and not a number.
    pub is_bullet: bool,
    /// The level, from 0 to 8.
    pub level: u8,
    /// What stands between it and the text.
    pub suffix: Suffix,
}

/// The numbers that a story has come to while its paragraphs are read in order.
#[derive(Debug, Clone, Default)]
pub struct Counters {
    /// The last number of each level, by abstract list: lists that share their levels count on together. A
    /// level that was not used yet, or has to restart, has none.
    numbers: HashMap<u32, Numbers, RandomState>,
    /// One bit for each level on which a list has been used already.
    used: HashMap<u32, u16, RandomState>,
}

type Numbers = [Option<u32>; LEVELS];

impl Counters {
    /// Counts a paragraph of a list and makes its label. `None` if the list or level is not defined, in which
    /// case nothing is counted, or if Word shows nothing for it.
    pub fn next(&mut self, definitions: &Definitions, list: u32, level: u8) -> Option<Label> {
        let view = definitions.view(list)?;
        let index = usize::from(level);
        let defined = view.level(index)?;
        let used = self.used.entry(list).or_default();
        let is_first_use = *used & (1 << index) == 0;
        *used |= 1 << index;
        let numbers = self.numbers.entry(view.list.abstract_id).or_default();
        // A start that the list has of its own restarts the level once, when the list comes to it (17.9.26).
        let restarts = is_first_use && view.list.overrides[index].start.is_some();
        numbers[index] = match numbers[index].filter(|_| !restarts) {
            Some(number) => Some(number.saturating_add(1)),
            None => view.start(index),
        };
        for (deeper, number) in numbers.iter_mut().enumerate().skip(index + 1) {
            if view.is_restarted_by(deeper, index) {
                *number = None;
            }
        }
        let is_bullet = defined.format == NumberFormat::Bullet;
        let text = if is_bullet { bullet(defined) } else { view.label(defined, index, numbers) };
        let is_shown = !defined.is_hidden && !text.trim().is_empty();
        is_shown.then_some(Label { text, is_bullet, level, suffix: defined.suffix })
    }
}

/// A list together with the levels that it shares.
#[derive(Clone, Copy)]
struct View<'a> {
    list: &'a List,
    common: Option<&'a AbstractList>,
}

impl<'a> View<'a> {
    fn level(&self, index: usize) -> Option<&'a Level> {
        let own = self.list.overrides.get(index)?.level.as_ref();
        own.or_else(|| self.common?.levels.get(index)?.as_ref())
    }

    /// The number with which a level begins, at first and whenever it restarts.
    fn start(&self, index: usize) -> Option<u32> {
        let own = self.list.overrides.get(index)?.start;
        own.or_else(|| self.level(index).map(|level| level.start))
    }

    /// Whether a level restarts when a level above it is used (17.9.10): at the level that it names or any
    /// above that, or at any level if it names none or one that is not above it.
    fn is_restarted_by(&self, deeper: usize, index: usize) -> bool {
        match self.level(deeper).and_then(|level| level.restart) {
            Some(restart) if (restart as usize) <= deeper => index < restart as usize,
            _ => true,
        }
    }

    /// The label of a numbered level (17.9.11). A number of a deeper level is left out.
    fn label(&self, defined: &Level, index: usize, numbers: &Numbers) -> String {
        let mut rest = beginning(&defined.text);
        let mut label = String::with_capacity(rest.len() + 8);
        while let Some((literal, after)) = rest.split_once('%') {
            push_literal(&mut label, defined, literal);
            let digit = after.bytes().next().filter(|byte| matches!(byte, b'1'..=b'9'));
            if let Some(digit) = digit {
                let shown = usize::from(digit - b'1');
                if shown <= index {
                    self.push_number(&mut label, shown, numbers[shown], defined.is_legal);
                }
                rest = &after[1..];
            } else {
                label.push('%');
                rest = after;
            }
        }
        push_literal(&mut label, defined, rest);
        label
    }

    /// Appends the number of a level. One that was never used shows the number that it would begin with.
    fn push_number(&self, label: &mut String, index: usize, number: Option<u32>, is_legal: bool) {
        let Some(level) = self.level(index) else { return };
        if let Some(number) = number.or_else(|| self.start(index)) {
            write_number(label, if is_legal { level.format.legal() } else { level.format }, number);
        }
    }
}

/// The label of a bullet: its text as it stands, without numbers for `%1` (MS-OI29500, 2.1.286).
fn bullet(level: &Level) -> String {
    symbols::bullet_text(level.bullet_font.as_deref(), beginning(&level.text))
}

/// Appends text of a numbered level, in which only the codes of symbol fonts are changed.
fn push_literal(label: &mut String, level: &Level, literal: &str) {
    if literal.is_ascii() {
        label.push_str(literal);
        return;
    }
    let font = level.bullet_font.as_deref();
    let readable = |character| match character {
        code if symbols::is_private_use(code) => symbols::readable(font, code),
        kept => kept,
    };
    label.extend(literal.chars().map(readable));
}

/// As much of a level's text as is shown.
fn beginning(text: &str) -> &str {
    text.char_indices().nth(MOST_CHARACTERS).map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A level by the name of its format and its text.
    fn level(format: &str, text: &str) -> Level {
        let format = NumberFormat::parse(format).expect("a known format");
        Level { start: 1, format, text: text.to_owned(), ..Level::default() }
    }

    /// Decimal levels: `1.`, `1.1.`, `1.1.1.`
    fn outline() -> Vec<Level> {
        vec![level("decimal", "%1."), level("decimal", "%1.%2."), level("decimal", "%1.%2.%3.")]
    }

    fn abstract_list(levels: Vec<Level>) -> AbstractList {
        let mut list = AbstractList::default();
        for (place, level) in list.levels.iter_mut().zip(levels) {
            *place = Some(level);
        }
        list
    }

    /// The lists 1 and 2, both of abstract list 7.
    fn definitions(levels: Vec<Level>) -> Definitions {
        let list = || List { abstract_id: 7, ..List::default() };
        Definitions {
            abstracts: BTreeMap::from([(7, abstract_list(levels))]),
            lists: BTreeMap::from([(1, list()), (2, list())]),
        }
    }

    /// The labels of paragraphs given as (list, level), `-` where there is none.
    fn labels(definitions: &Definitions, paragraphs: &[(u32, u8)]) -> Vec<String> {
        let mut counters = Counters::default();
        let mut text =
            |&(list, level): &(u32, u8)| counters.next(definitions, list, level).map(|label| label.text);
        paragraphs.iter().map(|paragraph| text(paragraph).unwrap_or_else(|| "-".to_owned())).collect()
    }

    #[test]
    fn deeper_levels_restart_after_a_higher_one() {
        let found = labels(
            &definitions(outline()),
            &[(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1)],
        );
        assert_eq!(found, ["1.", "1.1.", "1.1.1.", "1.1.2.", "1.2.", "1.2.1.", "2.", "2.1."]);
    }

    #[test]
    fn lists_of_one_abstract_list_count_on_together() {
        assert_eq!(
            labels(&definitions(outline()), &[(1, 0), (2, 0), (1, 0), (2, 1)]),
            ["1.", "2.", "3.", "3.1."]
        );
    }

    #[test]
    fn a_start_of_its_own_restarts_a_list_once() {
        let mut definitions = definitions(outline());
        definitions.lists.get_mut(&2).expect("list 2").overrides[0].start = Some(5);
        let found = labels(&definitions, &[(1, 0), (1, 0), (2, 0), (2, 0), (1, 0), (2, 0)]);
        assert_eq!(found, ["1.", "2.", "5.", "6.", "7.", "8."]);
    }

    #[test]
    fn a_start_of_its_own_holds_whenever_the_level_restarts() {
        let mut definitions = definitions(outline());
        definitions.lists.get_mut(&2).expect("list 2").overrides[1].start = Some(4);
        let found = labels(&definitions, &[(2, 0), (2, 1), (2, 1), (2, 0), (2, 1)]);
        assert_eq!(found, ["1.", "1.4.", "1.5.", "2.", "2.4."]);
    }

    #[test]
    fn a_level_of_its_own_is_shown_and_counts_on() {
        let mut definitions = definitions(outline());
        definitions.lists.get_mut(&2).expect("list 2").overrides[0].level = Some(level("lowerLetter", "%1)"));
        assert_eq!(labels(&definitions, &[(1, 0), (2, 0), (2, 1), (1, 0)]), ["1.", "b)", "b.1.", "3."]);
    }

    #[test]
    fn a_higher_level_that_was_never_used_shows_its_start() {
        let mut levels = outline();
        levels[0].start = 3;
        assert_eq!(labels(&definitions(levels), &[(1, 1), (1, 1), (1, 0)]), ["3.1.", "3.2.", "3."]);
    }

    #[test]
    fn restart_names_the_level_that_restarts() {
        let paragraphs = [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)];
        let cases = [
            (None, ["1", "1", "1"]),
            (Some(0), ["1", "2", "3"]),
            (Some(1), ["1", "2", "1"]),
            (Some(2), ["1", "1", "1"]),
            // Not above the level itself, so of no meaning.
            (Some(3), ["1", "1", "1"]),
            (Some(u32::MAX), ["1", "1", "1"]),
        ];
        for (restart, expected) in cases {
            let mut levels = outline();
            levels[2] = Level { restart, ..level("decimal", "%3") };
            let found = labels(&definitions(levels), &paragraphs);
            assert_eq!([&found[2], &found[4], &found[7]], expected, "{restart:?}");
        }
    }

    #[test]
    fn the_text_is_literal_but_for_the_numbers_of_this_and_higher_levels() {
        let cases = [
            ("%1.%2", "I.a"),
            ("(%2)", "(a)"),
            ("Annex %1 – %2%3", "Annex I – a"),
            ("%2 %", "a %"),
            ("%%2", "%a"),
            ("%0%x", "%0%x"),
            ("%10", "I0"),
            ("%", "%"),
            ("Rec. ", "Rec. "),
            ("\u{F0AE} %2", "→ a"),
        ];
        for (text, expected) in cases {
            let second = Level { bullet_font: Some("Symbol".to_owned()), ..level("lowerLetter", text) };
            let definitions = definitions(vec![level("upperRoman", "%1"), second]);
            assert_eq!(labels(&definitions, &[(1, 0), (1, 1)])[1], expected, "{text}");
        }
    }

    #[test]
    fn legal_numbering_shows_all_levels_as_decimal_numbers() {
        let mut levels =
            vec![level("upperRoman", "%1"), level("decimalZero", "%2"), level("lowerLetter", "%1.%2.%3")];
        levels[2].is_legal = true;
        assert_eq!(labels(&definitions(levels), &[(1, 0), (1, 1), (1, 2)]), ["I", "01", "1.01.1"]);
    }

    #[test]
    fn levels_without_a_number_leave_their_place_empty() {
        let levels = vec![level("none", "Chapter%1"), level("bullet", "-"), level("decimal", "%1%2%3")];
        assert_eq!(labels(&definitions(levels), &[(1, 0), (1, 1), (1, 2)]), ["Chapter", "-", "1"]);
    }

    #[test]
    fn bullets_are_shown_as_readable_text() {
        let cases = [
            (Some("Symbol"), "\u{F0B7}", Some("•")),
            (Some("Wingdings"), "\u{F0D8}", Some("➢")),
            (Some("Courier New"), "o", Some("o")),
            (Some("Times New Roman"), "\u{F0A7}", Some("•")),
            (None, "–", Some("–")),
            (None, "%1", Some("%1")),
            (None, "", None),
            (None, " ", None),
        ];
        for (font, text, expected) in cases {
            let bullet = Level { bullet_font: font.map(str::to_owned), ..level("bullet", text) };
            let label = Counters::default().next(&definitions(vec![bullet]), 1, 0);
            let expected = expected.map(|text| Label {
                text: text.to_owned(),
                is_bullet: true,
                level: 0,
                suffix: Suffix::Tab,
            });
            assert_eq!(label, expected, "{font:?} {text:?}");
        }
    }

    #[test]
    fn a_level_without_a_label_is_counted_all_the_same() {
        let levels = vec![level("decimal", ""), level("decimal", "%1.%2")];
        assert_eq!(labels(&definitions(levels), &[(1, 0), (1, 0), (1, 1)]), ["-", "-", "2.1"]);
    }

    #[test]
    fn a_hidden_label_is_counted_all_the_same() {
        let hidden = Level { is_hidden: true, ..level("decimal", "%1") };
        let levels = vec![hidden, Level { suffix: Suffix::Nothing, ..level("decimal", "%1.%2") }];
        let definitions = definitions(levels);
        assert_eq!(labels(&definitions, &[(1, 0), (1, 0), (1, 1)]), ["-", "-", "2.1"]);
        let label = Counters::default().next(&definitions, 1, 1);
        assert_eq!(label.map(|label| label.suffix), Some(Suffix::Nothing));
    }

    #[test]
    fn what_is_not_defined_has_no_label_and_is_not_counted() {
        let mut definitions = definitions(vec![level("decimal", "%1")]);
        definitions.lists.insert(3, List { abstract_id: 99, ..List::default() });
        definitions.lists.insert(0, List { abstract_id: 7, ..List::default() });
        let found = labels(&definitions, &[(0, 0), (3, 0), (4, 0), (1, 1), (1, 8), (1, 9), (1, 255), (1, 0)]);
        assert_eq!(found, ["-", "-", "-", "-", "-", "-", "-", "1"]);
        assert!(definitions.level(1, 0).is_some() && definitions.level(1, 1).is_none());
        assert!(definitions.level(0, 0).is_none());
    }

    #[test]
    fn numbers_and_labels_stay_bounded() {
        let mut definitions =
            definitions(vec![Level { start: u32::MAX, ..level("upperRoman", &"%1".repeat(100_000)) }]);
        let found = labels(&definitions, &[(1, 0), (1, 0)]);
        assert_eq!(found[0], found[1]);
        assert!(found[0].len() < 2_000, "{}", found[0].len());
        definitions.abstracts.get_mut(&7).expect("abstract 7").levels[0] =
            Some(level("bullet", &"–".repeat(100_000)));
        assert_eq!(labels(&definitions, &[(1, 0)])[0].chars().count(), MOST_CHARACTERS);
    }
}
