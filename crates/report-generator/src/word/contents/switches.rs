//! The instruction of a table of contents (ECMA-376 part 1, 17.16.5.68).

use super::lines::Line;
use super::outline::Outline;

/// What a table of contents gathers, and how it prints it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Switches {
    /// Levels of the built-in headings.
    headings: Option<(usize, usize)>,
    /// Whether the outline levels of paragraphs count.
    outline: bool,
    /// Names of styles in lower case, and their levels.
    styles: Vec<(String, usize)>,
    /// The sequence of a table of figures.
    pub sequence: Option<String>,
    /// Whether entries are links.
    pub links: bool,
    /// Levels without page numbers.
    unnumbered: Option<(usize, usize)>,
    /// What stands before a page number, other than a tab.
    pub separator: Option<String>,
}

impl Switches {
    /// Reads an instruction; none where it is another field's, or gathers what we do not follow.
    pub(super) fn read(instruction: &str) -> Option<Self> {
        let words = words(instruction);
        if !words.first()?.eq_ignore_ascii_case("TOC") {
            return None;
        }
        let mut out = Self::default();
        let mut words = words[1..].iter().map(String::as_str).peekable();
        while let Some(word) = words.next() {
            let argument = words.next_if(|next| !next.starts_with('\\'));
            match word.to_ascii_lowercase().as_str() {
                "\\o" => out.headings = Some(range(argument)),
                "\\u" => out.outline = true,
                "\\t" => out.styles = styles(argument?),
                "\\c" => out.sequence = Some(argument?.to_lowercase()),
                "\\h" => out.links = true,
                "\\n" => out.unnumbered = Some(range(argument)),
                "\\p" => out.separator = Some(argument?.to_owned()),
                // A part of the document, or marked entries: what there is stays.
                "\\b" | "\\f" | "\\l" | "\\a" | "\\s" | "\\d" => return None,
                _ => {}
            }
        }
        if out.headings.is_none() && !out.outline && out.styles.is_empty() && out.sequence.is_none() {
            out.headings = Some((1, 9));
        }
        Some(out)
    }

    /// The level at which a line is gathered.
    pub(super) fn level(&self, line: &Line, outline: &Outline) -> Option<usize> {
        if let Some(sequence) = &self.sequence {
            return line.sequences.contains(sequence).then_some(1);
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
fn words(instruction: &str) -> Vec<String> {
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

/// `1-3`; all levels where nothing is said.
fn range(argument: Option<&str>) -> (usize, usize) {
    let (first, last) = argument.and_then(|text| text.split_once('-')).unwrap_or(("1", "9"));
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
        assert_eq!(Switches::read("TOC \\b part \\o"), None);
        assert_eq!(Switches::read("PAGEREF _Toc1 \\h"), None);
        assert_eq!(Switches::read(""), None);
    }
}
