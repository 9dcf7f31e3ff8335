//! Writes the tree of a Word file as a Word file, element by element, knowing nothing of how one is read.

use std::fmt::Write as _;

use word_document::testing::{docx_of_xml, part, with_part};
use word_document::{Block, Cell, Mark, MarkKind, Paragraph, Row, Table};

/// The names of styles that the written file has; the ids of styles are their places here.
pub const STYLES: [&str; 4] = ["Body Text", "Überschrift & <Titel>", "Table \"Head\"", "纯文本"];

/// A Word file with this body.
pub fn word_file(body: &[Block]) -> Vec<u8> {
    let mut styles = String::new();
    for (at, name) in STYLES.iter().enumerate() {
        let name = escaped(name);
        let _ = write!(
            styles,
            "<w:style w:type='paragraph' w:styleId='S{at}'><w:name w:val='{name}'/></w:style>"
        );
    }
    with_part(&docx_of_xml(&blocks(body)), "word/styles.xml", part("styles", &styles))
}

fn blocks(blocks: &[Block]) -> String {
    let written = blocks.iter().map(|block| match block {
        Block::Paragraph(one) => paragraph(one),
        Block::Table(one) => table(one),
    });
    written.collect()
}

fn paragraph(paragraph: &Paragraph) -> String {
    let id = paragraph.para_id.map(|id| format!(" w14:paraId='{id}'")).unwrap_or_default();
    let mut properties = String::new();
    if let Some(style) = &paragraph.style {
        let at = STYLES.iter().position(|name| **name == **style).expect("a style of the file");
        let _ = write!(properties, "<w:pStyle w:val='S{at}'/>");
    }
    if paragraph.right_to_left {
        properties.push_str("<w:bidi/>");
    }
    if let Some(level) = paragraph.outline_level {
        let _ = write!(properties, "<w:outlineLvl w:val='{level}'/>");
    }
    format!("<w:p{id}><w:pPr>{properties}</w:pPr>{}</w:p>", content(paragraph))
}

/// The text, cut where a mark begins or ends, with what stands at each of these places.
fn content(paragraph: &Paragraph) -> String {
    let mut places: Vec<u32> =
        paragraph.marks.iter().flat_map(|mark| [mark.range.start, mark.range.end]).collect();
    places.extend([0, paragraph.text.len() as u32]);
    places.sort_unstable();
    places.dedup();
    let mut xml = String::new();
    for (at, place) in places.iter().enumerate() {
        for (id, mark) in paragraph.marks.iter().enumerate() {
            xml.push_str(&ended(id, mark, *place));
        }
        for (id, mark) in paragraph.marks.iter().enumerate() {
            xml.push_str(&begun(id, mark, *place));
        }
        let Some(next) = places.get(at + 1) else { break };
        let is_bold = paragraph
            .marks
            .iter()
            .any(|mark| mark.kind == MarkKind::Bold && mark.range.start <= *place && *next <= mark.range.end);
        xml.push_str(&run(&paragraph.text[*place as usize..*next as usize], is_bold));
    }
    xml
}

fn ended(id: usize, mark: &Mark, place: u32) -> String {
    match &mark.kind {
        MarkKind::Link(_) if mark.range.end == place => "</w:hyperlink>".to_owned(),
        MarkKind::Bookmark { .. } if mark.range.end == place && !mark.range.is_empty() => {
            format!("<w:bookmarkEnd w:id='{id}'/>")
        }
        _ => String::new(),
    }
}

fn begun(id: usize, mark: &Mark, place: u32) -> String {
    if mark.range.start != place {
        return String::new();
    }
    match &mark.kind {
        MarkKind::Link(target) => {
            let anchor = target.strip_prefix('#').expect("links of these trees lead within the file");
            format!("<w:hyperlink w:anchor='{}'>", escaped(anchor))
        }
        MarkKind::Bookmark { name, .. } => {
            let end =
                if mark.range.is_empty() { format!("<w:bookmarkEnd w:id='{id}'/>") } else { String::new() };
            format!("<w:bookmarkStart w:id='{id}' w:name='{}'/>{end}", escaped(name))
        }
        MarkKind::Picture(description) => format!(
            "<w:r><w:drawing><wp:inline><wp:docPr id='1' name='P' descr='{}'/></wp:inline></w:drawing></w:r>",
            escaped(description)
        ),
        _ => String::new(),
    }
}

fn run(text: &str, is_bold: bool) -> String {
    let mut xml = String::from("<w:r>");
    xml.push_str(if is_bold { "<w:rPr><w:b/></w:rPr>" } else { "" });
    for piece in text.split_inclusive(['\n', '\t']) {
        let plain = piece.trim_end_matches(['\n', '\t']);
        if !plain.is_empty() {
            let _ = write!(xml, "<w:t xml:space='preserve'>{}</w:t>", escaped(plain));
        }
        xml.push_str(match &piece[plain.len()..] {
            "\n" => "<w:br/>",
            "\t" => "<w:tab/>",
            _ => "",
        });
    }
    xml + "</w:r>"
}

fn table(table: &Table) -> String {
    let rows: String = table.rows.iter().map(row).collect();
    format!(
        "<w:tbl><w:tblPr/><w:tblGrid>{}</w:tblGrid>{rows}</w:tbl>",
        "<w:gridCol/>".repeat(table.columns as usize)
    )
}

fn row(row: &Row) -> String {
    let before = row.cells.first().map_or(0, |cell| cell.column);
    let header = if row.is_header { "<w:tblHeader/>" } else { "" };
    let cells: String = row.cells.iter().map(cell).collect();
    format!("<w:tr><w:trPr><w:gridBefore w:val='{before}'/>{header}</w:trPr>{cells}</w:tr>")
}

fn cell(cell: &Cell) -> String {
    let merge = match cell.row_span {
        0 => "<w:vMerge/>",
        1 => "",
        _ => "<w:vMerge w:val='restart'/>",
    };
    format!(
        "<w:tc><w:tcPr><w:gridSpan w:val='{}'/>{merge}</w:tcPr>{}</w:tc>",
        cell.column_span,
        blocks(&cell.blocks)
    )
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\'' => out.push_str("&#39;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(letter),
        }
    }
    out
}
