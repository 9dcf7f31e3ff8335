//! Rich values as plain text, Markdown (CommonMark with tables) and HTML.

use super::{Inline, List, Rich, RichBlock};
use crate::text::{html, markdown};

impl Rich {
    /// The words alone, a line for each paragraph.
    pub(crate) fn plain(&self) -> String {
        match self {
            Self::Inline(inlines) => words(inlines),
            Self::Blocks(blocks) => blocks.iter().map(block_words).collect::<Vec<_>>().join("\n"),
        }
    }

    /// As Markdown, with all that Markdown takes for a sign escaped.
    pub(crate) fn to_markdown(&self) -> String {
        match self {
            Self::Inline(inlines) => inlines_markdown(inlines),
            Self::Blocks(blocks) => blocks.iter().map(block_markdown).collect::<Vec<_>>().join("\n\n"),
        }
    }

    /// As HTML, escaped.
    pub(crate) fn to_html(&self) -> String {
        match self {
            Self::Inline(inlines) => inlines_html(inlines),
            Self::Blocks(blocks) => blocks.iter().map(block_html).collect(),
        }
    }
}

fn words(inlines: &[Inline]) -> String {
    inlines.iter().map(Inline::words).collect()
}

fn block_words(block: &RichBlock) -> String {
    match block {
        RichBlock::Paragraph { inlines, .. } => words(inlines),
        RichBlock::List(list) => list_words(list, 0),
        RichBlock::Table { head, rows } => {
            let rows = Some(head).filter(|head| !head.is_empty()).into_iter().chain(rows);
            let row = |cells: &Vec<Vec<Inline>>| {
                cells.iter().map(|cell| words(cell)).collect::<Vec<_>>().join("\t")
            };
            rows.map(row).collect::<Vec<_>>().join("\n")
        }
    }
}

fn list_words(list: &List, depth: usize) -> String {
    let mut lines = Vec::new();
    for (number, item) in (1..).zip(&list.items) {
        lines.push(format!("{}{} {}", "   ".repeat(depth), mark(list, number), words(&item.inlines)));
        lines.extend(item.nested.as_ref().map(|nested| list_words(nested, depth + 1)));
    }
    lines.join("\n")
}

/// The label of an item: Markdown counts on from what it reads.
fn mark(list: &List, number: usize) -> String {
    if list.ordered { format!("{number}.") } else { "-".to_owned() }
}

fn inlines_markdown(inlines: &[Inline]) -> String {
    inlines.iter().map(inline_markdown).collect()
}

fn inline_markdown(inline: &Inline) -> String {
    match inline {
        Inline::Text { text, bold, italic } => {
            let sign = match (bold, italic) {
                (true, true) => "***",
                (true, false) => "**",
                (false, true) => "*",
                (false, false) => "",
            };
            around(&markdown::text(text), sign)
        }
        Inline::Break => "  \n".to_owned(),
        Inline::Link { text, url } => format!("[{}](<{}>)", markdown::text(text), markdown::address(url)),
        Inline::Reference { text, bookmark } => {
            format!("[{}](<#{}>)", markdown::text(text), markdown::address(bookmark))
        }
    }
}

/// Signs stand close to the words, or they are none.
fn around(text: &str, sign: &str) -> String {
    let inner = text.trim();
    if inner.is_empty() || sign.is_empty() {
        return text.to_owned();
    }
    text.replacen(inner, &format!("{sign}{inner}{sign}"), 1)
}

fn block_markdown(block: &RichBlock) -> String {
    match block {
        RichBlock::Paragraph { inlines, .. } => inlines_markdown(inlines),
        RichBlock::List(list) => list_markdown(list, ""),
        RichBlock::Table { head, rows } => table_markdown(head, rows),
    }
}

fn list_markdown(list: &List, indent: &str) -> String {
    let mut lines = Vec::new();
    for (number, item) in (1..).zip(&list.items) {
        let mark = mark(list, number);
        let below = format!("{indent}{}", " ".repeat(mark.len() + 1));
        let text = inlines_markdown(&item.inlines).replace('\n', &format!("\n{below}"));
        lines.push(format!("{indent}{mark} {text}"));
        lines.extend(item.nested.as_ref().map(|nested| list_markdown(nested, &below)));
    }
    lines.join("\n")
}

fn table_markdown(head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> String {
    let width = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or_default();
    let cell = |cells: &[Vec<Inline>], at: usize| {
        cells.get(at).map(|cell| inlines_markdown(cell).replace("  \n", "<br>")).unwrap_or_default()
    };
    let line = |cells: &[Vec<Inline>]| {
        let cells: Vec<String> = (0..width).map(|at| cell(cells, at)).collect();
        format!("| {} |", cells.join(" | "))
    };
    let rule = format!("|{}", "---|".repeat(width));
    let lines = [line(head), rule].into_iter().chain(rows.iter().map(|row| line(row)));
    lines.collect::<Vec<_>>().join("\n")
}

fn inlines_html(inlines: &[Inline]) -> String {
    inlines.iter().map(inline_html).collect()
}

fn inline_html(inline: &Inline) -> String {
    match inline {
        Inline::Text { text, bold, italic } => {
            let text = html::text(text);
            let text = if *italic { format!("<em>{text}</em>") } else { text };
            if *bold { format!("<strong>{text}</strong>") } else { text }
        }
        Inline::Break => "<br>".to_owned(),
        Inline::Link { text, url } => format!(r#"<a href="{}">{}</a>"#, html::text(url), html::text(text)),
        Inline::Reference { text, bookmark } => {
            format!(r##"<a href="#{}">{}</a>"##, html::text(bookmark), html::text(text))
        }
    }
}

fn block_html(block: &RichBlock) -> String {
    match block {
        RichBlock::Paragraph { inlines, .. } => format!("<p>{}</p>\n", inlines_html(inlines)),
        RichBlock::List(list) => list_html(list) + "\n",
        RichBlock::Table { head, rows } => {
            let row = |cells: &[Vec<Inline>], tag: &str| {
                let cells: String =
                    cells.iter().map(|cell| format!("<{tag}>{}</{tag}>", inlines_html(cell))).collect();
                format!("<tr>{cells}</tr>\n")
            };
            let head = if head.is_empty() {
                String::new()
            } else {
                format!("<thead>\n{}</thead>\n", row(head, "th"))
            };
            let rows: String = rows.iter().map(|cells| row(cells, "td")).collect();
            format!("<table>\n{head}<tbody>\n{rows}</tbody>\n</table>\n")
        }
    }
}

fn list_html(list: &List) -> String {
    let tag = if list.ordered { "ol" } else { "ul" };
    let items = list.items.iter().map(|item| {
        let below = item.nested.as_ref().map(list_html).unwrap_or_default();
        format!("<li>{}{below}</li>", inlines_html(&item.inlines))
    });
    format!("<{tag}>{}</{tag}>", items.collect::<String>())
}
