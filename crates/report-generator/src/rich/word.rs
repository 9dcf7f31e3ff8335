//! Rich values in Word: built with docx-rs, put right by the normaliser, in the looks of what stands around them.

use docx_rs::{
    BreakType, BuildXML, Hyperlink, HyperlinkData, NumberingId, Paragraph, Run, Table, TableCell,
    TableLayoutType, TableRow, WidthType,
};

use super::styles::{self, Wanted};
use super::{Inline, List, Rich, RichBlock, business};
use crate::normalise::normalise;
use crate::word::fragments::{Fragments, Surroundings, WordXml};
use crate::word::text::is_allowed;

/// The width of a page's text in twentieths of a point, where a table's is to be told.
const TEXT_WIDTH: usize = 9_639;

impl Rich {
    /// The value as Word has it.
    pub(crate) fn to_word(&self, around: &Surroundings<'_>, fragments: &mut Fragments) -> WordXml {
        let place = Place::of(around);
        match self {
            Self::Inline(inlines) => WordXml::Inline(right(&runs(inlines, &place, fragments))),
            Self::Blocks(blocks) => WordXml::Blocks(right(&place.written(blocks, fragments))),
        }
    }
}

fn right(xml: &str) -> String {
    normalise("word/document.xml", xml).expect("docx-rs writes well-formed XML")
}

/// What docx-rs builds, as text.
fn built(element: &impl BuildXML) -> String {
    String::from_utf8_lossy(&element.build()).into_owned()
}

/// The properties around the tag, opened.
struct Place<'a> {
    run: &'a str,
    paragraph: String,
    /// The section that ends with the tag's paragraph: the last block has to end it.
    section: &'a str,
}

impl<'a> Place<'a> {
    fn of(around: &Surroundings<'a>) -> Self {
        let paragraph = inner(around.paragraph_properties, "w:pPr");
        let section = whole(paragraph, "w:sectPr");
        Self {
            run: inner(around.run_properties, "w:rPr"),
            paragraph: paragraph.replacen(section, "", 1),
            section,
        }
    }

    fn has_style(&self) -> bool {
        self.paragraph.contains("<w:pStyle ")
    }

    fn written(&self, blocks: &[RichBlock], fragments: &mut Fragments) -> String {
        let mut out: String = blocks.iter().map(|block| self.block(block, fragments)).collect();
        if !self.section.is_empty() {
            out += &format!("<w:p><w:pPr>{}</w:pPr></w:p>", self.section);
        }
        out
    }

    fn block(&self, block: &RichBlock, fragments: &mut Fragments) -> String {
        match block {
            RichBlock::Paragraph { inlines, style } => {
                let style = style.as_deref().map(|name| styles::named(name, fragments));
                let paragraph = style.map_or_else(Paragraph::new, |id| Paragraph::new().style(&id));
                self.paragraph(paragraph, inlines, fragments)
            }
            RichBlock::List(list) => {
                let number = styles::numbering(list.ordered, 0, fragments);
                // The level of the list says how far it is indented.
                let paragraph = without(&without(&self.paragraph, "w:ind"), "w:numPr");
                Place { run: self.run, paragraph, section: "" }.list(list, number, 0, fragments)
            }
            RichBlock::Table { head, rows } => self.table(head, rows, fragments),
        }
    }

    /// A paragraph with the properties of the tag's own, as far as it has none itself.
    fn paragraph(&self, paragraph: Paragraph, inlines: &[Inline], fragments: &mut Fragments) -> String {
        let properties = format!("{}{}", self.paragraph, inner(&built(&paragraph.property), "w:pPr"));
        format!("<w:p><w:pPr>{properties}</w:pPr>{}</w:p>", runs(inlines, self, fragments))
    }

    fn list(&self, list: &List, number: u32, depth: usize, fragments: &mut Fragments) -> String {
        let wanted = if list.ordered { &styles::NUMBERS } else { &styles::BULLETS };
        let mut out = String::new();
        for item in &list.items {
            let paragraph = self
                .listed(wanted, fragments)
                .numbering(NumberingId::new(number as usize), styles::depth_of(depth));
            out += &self.paragraph(paragraph, &item.inlines, fragments);
            if let Some(nested) = &item.nested {
                // A list of the other kind within this one is a list of its own.
                let number = if nested.ordered == list.ordered {
                    number
                } else {
                    styles::numbering(nested.ordered, depth + 1, fragments)
                };
                out += &self.list(nested, number, depth + 1, fragments);
            }
        }
        out
    }

    /// A list in a paragraph of some style keeps that style (a table's text), else it takes a list's.
    fn listed(&self, wanted: &Wanted, fragments: &mut Fragments) -> Paragraph {
        if self.has_style() {
            Paragraph::new()
        } else {
            Paragraph::new().style(&styles::style(wanted, fragments))
        }
    }

    fn table(&self, head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>], fragments: &mut Fragments) -> String {
        let columns = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or(1).max(1);
        let style = styles::style(&styles::TABLE, fragments);
        let mut out = String::new();
        if !head.is_empty() {
            let head: Vec<Vec<Inline>> = head.iter().map(|cell| business::bold(cell.clone())).collect();
            let cells = self.row(&head, columns, "Table_head", fragments);
            out += &format!("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>");
        }
        for row in rows {
            out += &format!("<w:tr>{}</w:tr>", self.row(row, columns, "Table_text", fragments));
        }
        let empty = Table::new(vec![TableRow::new(Vec::new())])
            .set_grid(vec![TEXT_WIDTH / columns; columns])
            .style(style)
            .width(5_000, WidthType::Pct)
            .layout(TableLayoutType::Autofit);
        // The style has the borders.
        let frame = without(&built(&empty), "w:tblBorders");
        let (opening, rest) = frame.split_once("<w:tr>").unwrap_or((&frame, ""));
        let closing = rest.split_once("</w:tr>").map_or("</w:tbl>", |(_, closing)| closing);
        format!("{opening}{out}{closing}")
    }

    fn row(&self, cells: &[Vec<Inline>], columns: usize, style: &str, fragments: &mut Fragments) -> String {
        let style = styles::of_template(style, fragments);
        let bidi = if self.paragraph.contains("<w:bidi/>") { "<w:bidi/>".to_owned() } else { String::new() };
        let (run, paragraph) = if style.is_some() { ("", bidi) } else { (self.run, self.paragraph.clone()) };
        let place = Place { run, paragraph, section: "" };
        let width = TableCell::new().width(TEXT_WIDTH / columns, WidthType::Dxa);
        let properties = built(&width.property);
        let mut out = String::new();
        for at in 0..columns {
            let paragraph = style.as_deref().map_or_else(Paragraph::new, |id| Paragraph::new().style(id));
            let inlines = cells.get(at).map(Vec::as_slice).unwrap_or_default();
            out += &format!("<w:tc>{properties}{}</w:tc>", place.paragraph(paragraph, inlines, fragments));
        }
        out
    }
}

fn runs(inlines: &[Inline], place: &Place<'_>, fragments: &mut Fragments) -> String {
    inlines.iter().map(|inline| inline_xml(inline, place, fragments)).collect()
}

fn inline_xml(inline: &Inline, place: &Place<'_>, fragments: &mut Fragments) -> String {
    match inline {
        Inline::Text { text, bold, italic } => {
            let run = run_of(text);
            let run = if *bold { run.bold() } else { run };
            run_xml(&if *italic { run.italic() } else { run }, place)
        }
        Inline::Break => run_xml(&Run::new().add_break(BreakType::TextWrapping), place),
        Inline::Link { text, url } => {
            let rid = fragments.link(url);
            link_xml(HyperlinkData::External { rid, path: String::new() }, text, place, fragments)
        }
        Inline::Reference { text, bookmark } => {
            link_xml(HyperlinkData::Anchor { anchor: bookmark.clone() }, text, place, fragments)
        }
    }
}

/// A link in the looks that the template gives to links.
fn link_xml(link: HyperlinkData, text: &str, place: &Place<'_>, fragments: &mut Fragments) -> String {
    let style = styles::style(&styles::LINK, fragments);
    let empty = built(&Hyperlink { link, history: Some(1), children: Vec::new() });
    let opening = empty.trim_end_matches("</w:hyperlink>").trim_end_matches("/>").trim_end();
    let opening = opening.trim_end_matches('>');
    format!("{opening}>{}</w:hyperlink>", run_xml(&run_of(text).style(&style), place))
}

/// A run of the text, with tabs as Word has them.
fn run_of(text: &str) -> Run {
    let mut run = Run::new();
    for (index, piece) in text.split('\t').enumerate() {
        if index > 0 {
            run = run.add_tab();
        }
        let piece: String = piece.chars().filter(|character| is_allowed(*character)).collect();
        if !piece.is_empty() {
            run = run.add_text(piece);
        }
    }
    run
}

/// A run with the properties of the tag's own; its own stand behind them, and the last of two counts.
fn run_xml(run: &Run, place: &Place<'_>) -> String {
    let own = built(&run.run_property);
    let xml = built(run);
    let content = xml.replacen(&own, "", 1);
    let content = inner(&content, "w:r");
    format!("<w:r><w:rPr>{}{}</w:rPr>{content}</w:r>", place.run, inner(&own, "w:rPr"))
}

/// What stands in the element of that name that the XML is; nothing where it is another or empty.
fn inner<'a>(xml: &'a str, name: &str) -> &'a str {
    let opened = xml.trim().strip_prefix('<').and_then(|rest| rest.strip_prefix(name));
    let content = opened.and_then(|rest| rest.split_once('>')).filter(|(tag, _)| !tag.ends_with('/'));
    content.and_then(|(_, rest)| rest.strip_suffix(&format!("</{name}>"))).unwrap_or_default()
}

/// The first element of that name.
fn whole<'a>(xml: &'a str, name: &str) -> &'a str {
    let Some(start) = xml.find(&format!("<{name}")) else { return "" };
    let end = format!("</{name}>");
    match (xml[start..].find(&end), xml[start..].find("/>")) {
        (Some(at), _) => &xml[start..start + at + end.len()],
        (None, Some(at)) => &xml[start..start + at + 2],
        (None, None) => "",
    }
}

fn without(xml: &str, name: &str) -> String {
    xml.replacen(whole(xml, name), "", 1)
}
