//! The filters that make rich values.

use minijinja::value::{Kwargs, ValueKind};
use minijinja::{Environment, Error, ErrorKind, Value};

use super::{Inline, Rich, RichBlock, business, values};

/// Adds the filters `paragraphs`, `bullets`, `numbers`, `link`, `reference`, `documents`, `bold`, `italic`,
/// `table`, and of a meeting's business `lines` and `actions`.
pub(crate) fn add_filters(environment: &mut Environment<'_>) {
    environment.add_filter("paragraphs", paragraphs);
    environment.add_filter("bullets", |value: &Value| list(value, false));
    environment.add_filter("numbers", |value: &Value| list(value, true));
    environment.add_filter("link", link);
    environment.add_filter("reference", reference);
    environment.add_filter("documents", documents);
    environment.add_filter("bold", |value: &Value| looking(value, |bold, _| *bold = true));
    environment.add_filter("italic", |value: &Value| looking(value, |_, italic| *italic = true));
    environment.add_filter("table", table);
    environment.add_filter("lines", business::lines);
    environment.add_filter("actions", business::actions);
}

fn blocks(blocks: Vec<RichBlock>) -> Value {
    Value::from_object(Rich::Blocks(blocks))
}

fn inline(inlines: Vec<Inline>) -> Value {
    Value::from_object(Rich::Inline(inlines))
}

/// `text | paragraphs`, `list | paragraphs(style="Note")`: a paragraph for each line or element.
fn paragraphs(value: &Value, options: Kwargs) -> Result<Value, Error> {
    let style: Option<String> = options.get("style")?;
    options.assert_all_used()?;
    let of =
        |element: Value| RichBlock::Paragraph { inlines: values::inlines(&element), style: style.clone() };
    Ok(blocks(values::elements(value).into_iter().map(of).collect()))
}

/// `list | bullets`, `list | numbers`: a list, which begins at its first number.
fn list(value: &Value, ordered: bool) -> Value {
    let list = values::list(value, ordered);
    blocks(if list.items.is_empty() { Vec::new() } else { vec![RichBlock::List(list)] })
}

/// `text | link(url)`: a link; the text alone where there is no address.
fn link(value: &Value, url: &Value) -> Value {
    let text = plain(value);
    let url = url.as_str().unwrap_or_default();
    inline(if text.is_empty() { Vec::new() } else { vec![values::link(&text, url)] })
}

/// `text | reference(bookmark)`: a link to a bookmark of the report.
fn reference(value: &Value, bookmark: String) -> Value {
    inline(vec![Inline::Reference { text: plain(value), bookmark }])
}

/// `documents | documents`, `documents | documents(separator="; ")`: the numbers, each a link where one is known. An
/// element is a number, or has `shown` or `number`, and `url`.
fn documents(value: &Value, options: Kwargs) -> Result<Value, Error> {
    let separator: Option<String> = options.get("separator")?;
    options.assert_all_used()?;
    let separator = separator.as_deref().unwrap_or(", ");
    let single = value.kind() == ValueKind::Map;
    let elements = if single { vec![value.clone()] } else { values::elements(value) };
    let mut out = Vec::new();
    for element in elements {
        if !out.is_empty() {
            out.extend(values::inlines(&Value::from(separator)));
        }
        out.push(document(&element)?);
    }
    Ok(inline(out))
}

fn document(value: &Value) -> Result<Inline, Error> {
    if value.kind() != ValueKind::Map {
        return Ok(Inline::text(plain(value)));
    }
    let field = |name: &str| value.get_attr(name).map(|it| plain(&it));
    let shown = field("shown")?;
    let text = if shown.is_empty() { field("number")? } else { shown };
    Ok(values::link(&text, &field("url")?))
}

/// `text | bold`, `text | italic`
fn looking(value: &Value, change: impl Fn(&mut bool, &mut bool)) -> Value {
    let mut inlines = values::inlines(value);
    for part in &mut inlines {
        if let Inline::Text { bold, italic, .. } = part {
            change(bold, italic);
        }
    }
    inline(inlines)
}

/// `rows | table`, `rows | table(head=["No.", "Title"])`, `objects | table(columns=["number", "title"])`.
fn table(value: &Value, options: Kwargs) -> Result<Value, Error> {
    let head: Option<Value> = options.get("head")?;
    let columns: Option<Vec<String>> = options.get("columns")?;
    options.assert_all_used()?;
    let head: Vec<Vec<Inline>> =
        head.iter().flat_map(values::elements).map(|cell| values::inlines(&cell)).collect();
    let mut rows = Vec::new();
    for row in values::elements(value) {
        rows.push(cells(&row, columns.as_deref())?);
    }
    let width = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or_default();
    rows.iter_mut().for_each(|row| row.resize(width, Vec::new()));
    let empty = width == 0 || (rows.is_empty() && head.is_empty());
    Ok(blocks(if empty { Vec::new() } else { vec![RichBlock::Table { head, rows }] }))
}

fn cells(row: &Value, columns: Option<&[String]>) -> Result<Vec<Vec<Inline>>, Error> {
    match (columns, row.kind()) {
        (Some(columns), ValueKind::Map) => {
            columns.iter().map(|name| Ok(values::inlines(&row.get_attr(name)?))).collect()
        }
        (None, ValueKind::Map) => {
            let names = row.try_iter()?;
            names.map(|name| Ok(values::inlines(&row.get_item(&name)?))).collect()
        }
        (_, ValueKind::Seq | ValueKind::Iterable) => {
            Ok(values::elements(row).iter().map(values::inlines).collect())
        }
        (_, other) => Err(Error::new(
            ErrorKind::InvalidOperation,
            format!("a row of a table is a list of cells or has named values; this one is a {other}"),
        )),
    }
}

/// The words of a value.
fn plain(value: &Value) -> String {
    Rich::Inline(values::inlines(value)).plain()
}
