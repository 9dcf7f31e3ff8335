//! Rich values as plain text, Markdown (CommonMark with tables) and HTML.

use super::{Inline, List, Rich, RichBlock};

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
            Self::Inline(inlines) => markdown(inlines),
            Self::Blocks(blocks) => blocks.iter().map(block_markdown).collect::<Vec<_>>().join("\n\n"),
        }
    }

    /// As HTML, escaped.
    pub(crate) fn to_html(&self) -> String {
        match self {
            Self::Inline(inlines) => html(inlines),
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

/// Text in which Markdown finds no signs: pipes would cut a table's cell, a leading `#` or number make a heading or a list.
pub(crate) fn escape_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    for (at, character) in text.char_indices() {
        let sign = matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&');
        let opens = at == 0 && matches!(character, '#' | '+' | '-' | '=');
        let counts = digits > 0 && at == digits && matches!(character, '.' | ')');
        if sign || opens || counts {
            out.push('\\');
        }
        out.push(if character == '\n' { ' ' } else { character });
    }
    out
}

fn markdown(inlines: &[Inline]) -> String {
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
            around(&escape_markdown(text), sign)
        }
        Inline::Break => "  \n".to_owned(),
        Inline::Link { text, url } => format!("[{}](<{}>)", escape_markdown(text), address(url)),
        Inline::Reference { text, bookmark } => {
            format!("[{}](<#{}>)", escape_markdown(text), address(bookmark))
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

/// An address between angle brackets.
fn address(url: &str) -> String {
    url.replace('<', "%3C").replace('>', "%3E").replace(['\n', '\r'], "")
}

fn block_markdown(block: &RichBlock) -> String {
    match block {
        RichBlock::Paragraph { inlines, .. } => markdown(inlines),
        RichBlock::List(list) => list_markdown(list, ""),
        RichBlock::Table { head, rows } => table_markdown(head, rows),
    }
}

fn list_markdown(list: &List, indent: &str) -> String {
    let mut lines = Vec::new();
    for (number, item) in (1..).zip(&list.items) {
        let mark = mark(list, number);
        let below = format!("{indent}{}", " ".repeat(mark.len() + 1));
        let text = markdown(&item.inlines).replace('\n', &format!("\n{below}"));
        lines.push(format!("{indent}{mark} {text}"));
        lines.extend(item.nested.as_ref().map(|nested| list_markdown(nested, &below)));
    }
    lines.join("\n")
}

fn table_markdown(head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> String {
    let width = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or_default();
    let cell = |cells: &[Vec<Inline>], at: usize| {
        cells.get(at).map(|cell| markdown(cell).replace("  \n", "<br>")).unwrap_or_default()
    };
    let line = |cells: &[Vec<Inline>]| {
        let cells: Vec<String> = (0..width).map(|at| cell(cells, at)).collect();
        format!("| {} |", cells.join(" | "))
    };
    let rule = format!("|{}", "---|".repeat(width));
    let lines = [line(head), rule].into_iter().chain(rows.iter().map(|row| line(row)));
    lines.collect::<Vec<_>>().join("\n")
}

/// Text as HTML has it, in content and in attributes.
pub(crate) fn escape_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

fn html(inlines: &[Inline]) -> String {
    inlines.iter().map(inline_html).collect()
}

fn inline_html(inline: &Inline) -> String {
    match inline {
        Inline::Text { text, bold, italic } => {
            let text = escape_html(text);
            let text = if *italic { format!("<em>{text}</em>") } else { text };
            if *bold { format!("<strong>{text}</strong>") } else { text }
        }
        Inline::Break => "<br>".to_owned(),
        Inline::Link { text, url } => format!(r#"<a href="{}">{}</a>"#, escape_html(url), escape_html(text)),
        Inline::Reference { text, bookmark } => {
            format!(r##"<a href="#{}">{}</a>"##, escape_html(bookmark), escape_html(text))
        }
    }
}

fn block_html(block: &RichBlock) -> String {
    match block {
        RichBlock::Paragraph { inlines, .. } => format!("<p>{}</p>\n", html(inlines)),
        RichBlock::List(list) => list_html(list) + "\n",
        RichBlock::Table { head, rows } => {
            let row = |cells: &[Vec<Inline>], tag: &str| {
                let cells: String =
                    cells.iter().map(|cell| format!("<{tag}>{}</{tag}>", html(cell))).collect();
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
        format!("<li>{}{below}</li>", html(&item.inlines))
    });
    format!("<{tag}>{}</{tag}>", items.collect::<String>())
}
