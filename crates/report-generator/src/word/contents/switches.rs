//! The instruction of a table of contents (ECMA-376 part 1, 17.16.5.68).

use super::lines::Line;
use super::marked::{Marked, USUAL_TABLE};
use super::outline::Outline;

/// What a table of contents gathers, and how it prints it.
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Switches {
    /// Levels of the built-in headings.
    headings: Option<(usize, usize)>,
    /// Whether the outline levels of paragraphs count.
    outline: bool,
    /// Names of styles in lower case, and their levels.
    styles: Vec<(String, usize)>,
    /// The sequence of a table of figures, in lower case.
    pub sequence: Option<String>,
    /// Whether a table of figures leaves out the names and numbers of their captions.
    pub bare: bool,
    /// The table of which marked entries are gathered, in lower case.
    marked: Option<String>,
    /// Levels of marked entries.
    marked_levels: Option<(usize, usize)>,
    /// The bookmark of the part of the text that is gathered.
    pub part: Option<String>,
    /// The sequence whose number stands before page numbers, in lower case.
    pub prefix: Option<String>,
    /// What stands between that number and the page's; a hyphen where nothing is said.
    pub prefix_sign: Option<String>,
    /// Whether tabs of the text stay.
    pub tabs: bool,
    /// Whether line breaks of the text stay.
    pub breaks: bool,
    /// Whether entries are links.
    pub links: bool,
    /// Levels without page numbers.
    unnumbered: Option<(usize, usize)>,
    /// What stands before a page number, other than a tab.
    pub separator: Option<String>,
}

impl Switches {
    /// Reads an instruction; none where it is another field's, or says what we do not follow: what there is stays.
    pub(super) fn read(instruction: &str) -> Option<Self> {
        let words = words(instruction);
        if !words.first()?.eq_ignore_ascii_case("TOC") {
            return None;
        }
        let mut out = Self::default();
        let mut words = words[1..].iter().map(String::as_str).peekable();
        while let Some(word) = words.next() {
            let argument = words.next_if(|next| !next.starts_with('\\'));
            out.set(&word.to_ascii_lowercase(), argument)?;
        }
        let by_marks = out.marked.is_some() || out.marked_levels.is_some();
        if out.headings.is_none()
            && !out.outline
            && out.styles.is_empty()
            && out.sequence.is_none()
            && !by_marks
        {
            out.headings = Some((1, 9));
        }
        Some(out)
    }

    fn set(&mut self, switch: &str, argument: Option<&str>) -> Option<()> {
        match switch {
            "\\o" => self.headings = Some(range(argument)),
            "\\u" => self.outline = true,
            "\\t" => self.styles = styles(argument?),
            "\\c" => self.sequence = Some(argument?.to_lowercase()),
            "\\a" => (self.sequence, self.bare) = (Some(argument?.to_lowercase()), true),
            "\\f" => self.marked = Some(argument.map_or_else(|| USUAL_TABLE.to_owned(), str::to_lowercase)),
            "\\l" => self.marked_levels = Some(range(argument)),
            "\\b" => self.part = Some(argument?.to_owned()),
            "\\s" => self.prefix = Some(argument?.to_lowercase()),
            "\\d" => self.prefix_sign = Some(argument?.to_owned()),
            "\\h" => self.links = true,
            "\\n" => self.unnumbered = Some(range(argument)),
            "\\p" => self.separator = Some(argument?.to_owned()),
            "\\w" => self.tabs = true,
            "\\x" => self.breaks = true,
            _ => {}
        }
        Some(())
    }

    /// Whether a marked entry is gathered.
    pub(super) fn takes(&self, entry: &Marked) -> bool {
        if self.marked.is_none() && self.marked_levels.is_none() {
            return false;
        }
        let (first, last) = self.marked_levels.unwrap_or((1, 9));
        entry.table == self.marked.as_deref().unwrap_or(USUAL_TABLE) && (first..=last).contains(&entry.level)
    }

    /// The level at which a line is gathered.
    pub(super) fn level(&self, line: &Line, outline: &Outline) -> Option<usize> {
        if let Some(sequence) = &self.sequence {
            return line.sequences.iter().any(|one| one.name == *sequence).then_some(1);
        }
        if line.text.trim().is_empty() {
            return None;
        }
        let name = outline.name(line.style.as_deref());
        if let Some((_, level)) = self.styles.iter().find(|(style, _)| style == name) {
            return Some(*level);
        }
        let (first, last) = self.headings.unwrap_or((1, 9));
        let heading = || name.strip_prefix("heading ")?.parse::<usize>().ok();
        let level = if self.headings.is_some() { heading() } else { None };
        let by_outline = || line.outline.or_else(|| outline.level(line.style.as_deref()));
        let level = level.or_else(|| if self.outline { by_outline() } else { None });
        level.filter(|level| (first..=last).contains(level))
    }

    /// Whether entries of a level have page numbers.
    pub(super) fn has_pages(&self, level: usize) -> bool {
        self.unnumbered.is_none_or(|(first, last)| !(first..=last).contains(&level))
    }
}

/// Words of an instruction: what stands in quotation marks is one.
pub(super) fn words(instruction: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quoted = false;
    for character in instruction.chars() {
        match character {
            '"' | '“' | '”' => {
                quoted = !quoted;
                word.get_or_insert_default();
            }
            _ if character.is_whitespace() && !quoted => words.extend(word.take()),
            _ => word.get_or_insert_default().push(character),
        }
    }
    words.extend(word);
    words
}

/// `1-3` or `2`; all levels where nothing is said.
fn range(argument: Option<&str>) -> (usize, usize) {
    let text = argument.unwrap_or("1-9");
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    (first.trim().parse().unwrap_or(1), last.trim().parse().unwrap_or(9))
}

/// `Style,1,Other style,2`; some languages separate by semicolons.
fn styles(argument: &str) -> Vec<(String, usize)> {
    let sign = if argument.contains(';') { ';' } else { ',' };
    let parts: Vec<&str> = argument.split(sign).map(str::trim).collect();
    let pairs = parts.chunks(2).filter(|pair| !pair[0].is_empty());
    pairs
        .map(|pair| {
            let level = pair.get(1).and_then(|level| level.parse().ok()).unwrap_or(1);
            (pair[0].to_lowercase(), usize::clamp(level, 1, 9))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instruction_says_what_is_gathered() {
        let read =
            Switches::read(" TOC \\o \"1-3\" \\h \\z \\u \\t \"Annex title,1,Clause,2\" \\n 2-3 \\p \" \" ")
                .unwrap();
        let styles = vec![("annex title".to_owned(), 1), ("clause".to_owned(), 2)];
        let expected = Switches {
            headings: Some((1, 3)),
            outline: true,
            styles,
            links: true,
            unnumbered: Some((2, 3)),
            separator: Some(" ".to_owned()),
            ..Switches::default()
        };
        assert_eq!(read, expected);
        assert!(read.has_pages(1) && !read.has_pages(2));
        assert_eq!(Switches::read("toc").unwrap().headings, Some((1, 9)));
        assert_eq!(Switches::read("TOC \\h \\c \"Figure\"").unwrap().sequence.as_deref(), Some("figure"));
        let part = Switches::read("TOC \\b Part1 \\f \\l 2-3 \\s chapter \\d : \\w \\x").unwrap();
        assert_eq!((part.part.as_deref(), part.prefix.as_deref()), (Some("Part1"), Some("chapter")));
        assert_eq!((part.headings, part.prefix_sign.as_deref()), (None, Some(":")));
        assert!(part.tabs && part.breaks);
        assert_eq!(Switches::read("TOC \\b"), None);
        assert_eq!(Switches::read("PAGEREF _Toc1 \\h"), None);
        assert_eq!(Switches::read(""), None);
    }
}
