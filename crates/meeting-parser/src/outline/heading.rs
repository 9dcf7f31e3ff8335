//! Headings: by outline level or by the names of ITU's annex styles, with the number cut from the title.

use word_document::Paragraph;

use super::Line;
use crate::vocabulary::text::tokens;
use crate::vocabulary::{Column, CoverField, Heading as About, Vocabulary};

/// Styles of the ITU templates whose paragraphs are headings of annexes and appendices, without an outline level.
const ANNEX_STYLES: [&str; 6] =
    ["annex_no", "annexno", "appendix_no", "appendixno", "attachment_no", "attachmentno"];

/// A heading of the body.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Heading {
    /// Without a stop at its end: `2.1`, `Annex A`.
    pub number: Option<String>,
    /// The number as displayed, with what stands before it and after it: `2.`, `Agenda item 5`.
    pub printed: Option<String>,
    pub title: String,
    /// From 1, the highest.
    pub level: u8,
    /// Heading above it, by its place in the outline's list.
    pub parent: Option<usize>,
    /// Whether it belongs to the annexes.
    pub is_annex: bool,
    /// What the section is about, where its words tell.
    pub about: Option<About>,
    /// Its block.
    pub block: usize,
}

impl Heading {
    pub(super) fn read(paragraph: &Paragraph, line: &Line, words: &Vocabulary) -> Option<Self> {
        if line.is_empty() || line.is_contents() {
            return None;
        }
        let annex = annex(&line.text, words);
        let level = paragraph.outline_level.map(|level| level + 1);
        let level = level.or_else(|| is_annex_title(line, annex.as_ref()).then_some(1))?;
        let is_annex = annex.is_some();
        let (printed, number, title) = match (annex, &line.label) {
            (Some((number, title)), _) => (Some(number.clone()), Some(number), title),
            (None, Some(label)) if !line.is_bullet => {
                (Some(label.clone()), Some(bare_number(label)), line.text.as_str())
            }
            (None, _) => match numbered(&line.text, words) {
                Some((printed, number, title)) => (Some(printed.to_owned()), Some(number.to_owned()), title),
                None => (None, None, line.text.as_str()),
            },
        };
        let number = number.filter(|number| !number.is_empty());
        Some(Self {
            printed: printed.filter(|_| number.is_some()),
            number,
            title: title.to_owned(),
            level,
            parent: None,
            is_annex,
            about: words.heading(title),
            block: 0,
        })
    }

    /// Number and title, as a person would name the section.
    pub(crate) fn name(&self) -> String {
        match &self.printed {
            Some(number) if self.title.is_empty() => number.clone(),
            Some(number) => format!("{number} {}", self.title),
            None => self.title.clone(),
        }
    }
}

/// A label without the signs that close it: `2.` → `2`.
pub(crate) fn bare_number(label: &str) -> String {
    label.trim().trim_end_matches(['.', ')', ':', '、', '．']).trim().to_owned()
}

/// Whether a line without an outline level is the title of an annex: by its style, or a short line in bold that is
/// an annex's name with its sign.
fn is_annex_title(line: &Line, annex: Option<&(String, &str)>) -> bool {
    const LONGEST: usize = 100;
    let style = line.style.as_deref().unwrap_or_default().to_lowercase();
    let has_sign = annex.is_some_and(|(number, title)| number.contains(' ') || title.is_empty());
    let is_short = line.text.chars().count() <= LONGEST && !line.text.ends_with(['.', ';', ',']);
    ANNEX_STYLES.iter().any(|known| style.starts_with(known))
        || (has_sign && is_short && line.is_bold && line.label.is_none())
}

/// The number that is typed before a title, as printed and bare, and the title: `2.1 Title`, `§ 2.1 Title`,
/// `Agenda item 5 – Title`, `II. Title`.
pub(crate) fn numbered<'t>(text: &'t str, words: &Vocabulary) -> Option<(&'t str, &'t str, &'t str)> {
    let bare = text.trim_start_matches(['§', ' ']);
    if let Some((number, title)) = split_number(bare) {
        let end = text.len() - title.len();
        return Some((text[..end].trim_end(), number, title));
    }
    item_number(text, words).or_else(|| roman_number(text))
}

/// `Agenda item 5 – Title`, `Item 5: Title`: the number and what follows the sign after it.
fn item_number<'t>(text: &'t str, words: &Vocabulary) -> Option<(&'t str, &'t str, &'t str)> {
    let tokens = tokens(text);
    let of_cover = words.cover.at_key(&tokens, 0, CoverField::AgendaItem).map(|hit| hit.range.end);
    let of_columns = [Column::Item, Column::AgendaItem]
        .into_iter()
        .filter_map(|key| words.columns.at_key(&tokens, 0, key));
    let from = of_columns.map(|hit| hit.range.end).chain(of_cover).max()?;
    let digits = text[from..].find(|c: char| c.is_ascii_digit())? + from;
    // Between the word and the number stands at most a sign for *number*.
    if text[from..digits].trim().chars().count() > 3 {
        return None;
    }
    let length =
        text[digits..].find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(text.len() - digits);
    let number = text[digits..digits + length].trim_end_matches('.');
    let rest = &text[digits + number.len()..];
    let title = rest.trim_start_matches([' ', '.', ':', '：', '-', '–', '—', ')']);
    let is_apart = rest.is_empty() || rest.trim_start().starts_with(['.', ':', '：', '-', '–', '—', ')']);
    (is_number(number) && is_apart).then_some((&text[..digits + number.len()], number, title))
}

/// `II. Title`, `IV Title`: of one letter only with a stop.
fn roman_number(text: &str) -> Option<(&str, &str, &str)> {
    let (printed, title) = text.split_once(char::is_whitespace)?;
    let number = printed.trim_end_matches(['.', ')']);
    let is_clear = number.len() > 1 || number.len() < printed.len();
    (is_roman(number) && is_clear && !title.trim().is_empty()).then(|| (printed, number, title.trim_start()))
}

/// Whether a word is a Roman number up to `XXXIX`, in capitals.
pub(crate) fn is_roman(word: &str) -> bool {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let ones = word.trim_start_matches('X');
    !word.is_empty() && word.len() - ones.len() <= 3 && ONES.contains(&ones)
}

/// `Annex A: Title` → (`Annex A`, `Title`), in any of the languages.
fn annex<'t>(text: &'t str, words: &Vocabulary) -> Option<(String, &'t str)> {
    let hit = words.headings.leading(text).filter(|hit| hit.key == About::Annex)?;
    let rest = text[hit.range.end..].trim_start();
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '.')).unwrap_or(rest.len());
    let (sign, after) = rest.split_at(end);
    // A sign is a letter or a number, not the first word of a title.
    let is_sign = sign.chars().count() <= 3 && !sign.chars().skip(1).any(char::is_lowercase);
    let (sign, after) = if is_sign { (sign, after) } else { ("", rest) };
    let title = after.trim_start_matches([' ', ':', '-', '–', '—', '.', '：']);
    // As printed: `Annex A`, and without a space where the script has none.
    let end = if sign.is_empty() { hit.range.end } else { text.len() - after.len() };
    Some((text[hit.range.start..end].to_owned(), title))
}

/// Cuts a typed number from a title: `2.1 Title`, `3. Title`, `D.3 Title`; the number comes without a closing stop.
pub(crate) fn split_number(text: &str) -> Option<(&str, &str)> {
    let end = text.find(char::is_whitespace)?;
    let (number, title) = (&text[..end], text[end..].trim_start());
    let bare = number.trim_end_matches(['.', ')']);
    (is_number(bare) && !title.is_empty()).then_some((bare, title))
}

/// Whether a word is a section number: `2`, `2.1.3`, `A.2`, `D.3`; at most three digits each.
pub(crate) fn is_number(word: &str) -> bool {
    let mut steps = word.split('.');
    let first = steps.next().unwrap_or_default();
    let is_digits = |step: &str| (1..=3).contains(&step.len()) && step.bytes().all(|b| b.is_ascii_digit());
    let is_letter = first.len() == 1 && first.bytes().all(|b| b.is_ascii_uppercase());
    let more = word.contains('.');
    (is_digits(first) || (is_letter && more)) && steps.all(is_digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_cut_from_titles() {
        let cases = [
            ("2. Opening", Some(("2", "Opening"))),
            ("0 Introduction", Some(("0", "Introduction"))),
            ("3.1.2 Work items", Some(("3.1.2", "Work items"))),
            ("D.3 Group", Some(("D.3", "Group"))),
            ("2026 plans", None),
            ("A question", None),
            ("Opening", None),
            ("7.", None),
        ];
        for (text, cut) in cases {
            assert_eq!(split_number(text), cut, "{text}");
        }
    }

    #[test]
    fn numbers_are_known_with_what_stands_before_them() {
        let words = Vocabulary::get();
        let cases = [
            ("2. Opening", Some(("2.", "2", "Opening"))),
            ("§ 2.1 Opening", Some(("§ 2.1", "2.1", "Opening"))),
            ("Agenda item 5 – Budget", Some(("Agenda item 5", "5", "Budget"))),
            ("Item 5: Budget", Some(("Item 5", "5", "Budget"))),
            ("Point 5 de l'ordre du jour", None),
            ("Punto 3. Apertura", Some(("Punto 3", "3", "Apertura"))),
            ("IV. Closing", Some(("IV.", "IV", "Closing"))),
            ("I believe", None),
            ("Items for approval 2026", None),
        ];
        for (text, cut) in cases {
            assert_eq!(numbered(text, words), cut, "{text}");
        }
    }

    #[test]
    fn annexes_are_known_in_several_languages() {
        let words = Vocabulary::get();
        let cases = [
            ("Annex A: Documentation", Some(("Annex A", "Documentation"))),
            ("ANNEX 1 – Time plan", Some(("ANNEX 1", "Time plan"))),
            ("Annexe B Documents", Some(("Annexe B", "Documents"))),
            ("Annex: Text", Some(("Annex", "Text"))),
            ("附件3 文件", Some(("附件3", "文件"))),
            ("Opening", None),
        ];
        for (text, cut) in cases {
            let found = annex(text, words);
            assert_eq!(found.as_ref().map(|(number, title)| (number.as_str(), *title)), cut, "{text}");
        }
    }
}
