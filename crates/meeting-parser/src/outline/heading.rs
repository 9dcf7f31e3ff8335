//! Headings: by outline level or by the names of ITU's annex styles, with the number cut from the title.

use word_document::Paragraph;

use super::Line;
use crate::vocabulary::{Heading as About, Vocabulary};

/// Styles of the ITU templates whose paragraphs are headings of annexes and appendices, without an outline level.
const ANNEX_STYLES: [&str; 4] = ["annex_no", "annexno", "appendix_no", "appendixno"];

/// A heading of the body.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Heading {
    /// As displayed, without a stop at its end: `2.1`, `Annex A`.
    pub number: Option<String>,
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
        let style = paragraph.style.as_deref().unwrap_or_default().to_lowercase();
        let is_annex_style = ANNEX_STYLES.iter().any(|known| style.starts_with(known));
        let level = paragraph.outline_level.map(|level| level + 1).or(is_annex_style.then_some(1))?;
        if line.is_empty() {
            return None;
        }
        let annex = annex(&line.text, words);
        let is_annex = annex.is_some();
        let (number, title) = match (annex, &line.label) {
            (Some((number, title)), _) => (Some(number), title),
            (None, Some(label)) if !line.is_bullet => (Some(bare_number(label)), line.text.as_str()),
            (None, _) => match split_number(&line.text) {
                Some((number, title)) => (Some(number.to_owned()), title),
                None => (None, line.text.as_str()),
            },
        };
        Some(Self {
            number: number.filter(|number| !number.is_empty()),
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
        match &self.number {
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
    let number = format!("{} {}", &text[hit.range], sign);
    Some((number.trim_end().to_owned(), title))
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
    fn annexes_are_known_in_several_languages() {
        let words = Vocabulary::get();
        let cases = [
            ("Annex A: Documentation", Some(("Annex A", "Documentation"))),
            ("ANNEX 1 – Time plan", Some(("ANNEX 1", "Time plan"))),
            ("Annexe B Documents", Some(("Annexe B", "Documents"))),
            ("Annex: Text", Some(("Annex", "Text"))),
            ("Opening", None),
        ];
        for (text, cut) in cases {
            let found = annex(text, words);
            assert_eq!(found.as_ref().map(|(number, title)| (number.as_str(), *title)), cut, "{text}");
        }
    }
}
