//! The labels of a text that is not read as a whole: whoever writes a Word file asks for them.

use super::{Counters, Definitions, Label, parse};
use crate::error::ReadError;
use crate::styles::Styles;

/// What a paragraph says of the list that it stands in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ListedParagraph<'a> {
    /// The id of its style.
    pub style: Option<&'a str>,
    /// `w:numId`; 0 takes it out of the list that its style brings.
    pub list: Option<u32>,
    /// `w:ilvl`.
    pub level: Option<u8>,
}

/// Counts the paragraphs of a story, as Word does to display their labels.
#[derive(Debug, Default)]
pub struct ListLabels<'a> {
    styles: Styles<'a>,
    lists: Definitions,
    counters: Counters,
}

impl<'a> ListLabels<'a> {
    /// Begins to count, by the texts of the parts of styles and of numbering.
    ///
    /// # Errors
    /// A [`ReadError`] where one of them is not well-formed.
    pub fn new(styles: &'a str, numbering: &str) -> Result<Self, ReadError> {
        let styles = Styles::parse(styles, "styles")?;
        let lists = parse(numbering, "numbering", &styles)?.definitions;
        Ok(Self { styles, lists, counters: Counters::default() })
    }

    /// Counts the next paragraph; `None` where Word displays nothing before it. A paragraph whose mark is deleted
    /// or hidden is none, and must not be counted.
    pub fn next(&mut self, paragraph: &ListedParagraph<'_>) -> Option<Label> {
        let (list, level) = self.lists.place(&self.styles, paragraph)?;
        self.counters.next(&self.lists, list, level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbering::Suffix;
    use crate::testing;

    const LEVELS: &str = "<w:abstractNum w:abstractNumId='1'>\
        <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:pStyle w:val='H1'/><w:suff w:val='space'/><w:lvlText w:val='%1'/></w:lvl>\
        <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:pStyle w:val='H2'/><w:lvlText w:val='%1.%2'/></w:lvl>\
        <w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%3'/><w:rPr><w:vanish/></w:rPr></w:lvl></w:abstractNum>\
        <w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>";
    const STYLES: &str = "<w:style w:type='paragraph' w:styleId='H1'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>\
        <w:style w:type='paragraph' w:styleId='H2'><w:basedOn w:val='H1'/></w:style>";

    #[test]
    fn paragraphs_are_counted_by_what_they_and_their_styles_say() {
        let (styles, lists) = (testing::part("styles", STYLES), testing::part("numbering", LEVELS));
        let mut labels = ListLabels::new(&styles, &lists).unwrap();
        let mut next = |style, list, level| {
            let label = labels.next(&ListedParagraph { style, list, level });
            label.map(|label| (label.text, label.suffix))
        };
        let shown = |text: &str, suffix| Some((text.to_owned(), suffix));
        assert_eq!(next(Some("H1"), None, None), shown("1", Suffix::Space));
        assert_eq!(next(Some("H2"), None, None), shown("1.1", Suffix::Tab));
        assert_eq!(next(Some("H2"), Some(0), None), None);
        assert_eq!(next(None, Some(1), Some(2)), None);
        assert_eq!(next(None, None, None), None);
        assert_eq!(next(None, Some(1), None), shown("2", Suffix::Space));
        assert!(ListLabels::new("<", "").is_err());
    }
}
