//! Properties of the whole file: title, subject, and those of the template's own. Their texts are filled like others,
//! but have neither lines nor runs.

use std::sync::Arc;

use super::marks::{END, LINE, MARK, SPLICE, SPLICE_END, TAB, kind};
use super::text::xml_text;
use crate::rich::Rich;

/// Kinds of the relationships that lead to parts of properties.
pub(super) const KINDS: [&str; 3] = ["core-properties", "extended-properties", "custom-properties"];

/// Whether a part of this kind has properties.
pub(super) fn is_properties(part_kind: &str) -> bool {
    KINDS.contains(&part_kind)
}

/// Rendered text as a part of properties: a line of words wherever there were several, or something rich.
pub(super) fn finish(rendered: &str, rich: &[Arc<Rich>]) -> String {
    let rich_mark = format!("{MARK}{}", kind::RICH);
    let mut out = String::with_capacity(rendered.len());
    let mut rest = rendered;
    while let Some(at) = rest.find([LINE, TAB, SPLICE, MARK]) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(payload) = rest.strip_prefix(&rich_mark) {
            let (number, after) = payload.split_once(END).unwrap_or((payload, ""));
            let value = number.parse::<usize>().ok().and_then(|number| rich.get(number));
            let words = value.map(|value| value.plain()).unwrap_or_default();
            out.push_str(&xml_text(&words.split_whitespace().collect::<Vec<_>>().join(" ")));
            rest = after;
        } else if rest.starts_with(MARK) {
            rest = rest.split_once(END).map_or("", |(_, after)| after);
        } else if let Some(inner) = rest.strip_prefix(SPLICE) {
            let (inner, after) = inner.split_once(SPLICE_END).unwrap_or((inner, ""));
            out.push_str(&without_elements(inner));
            rest = after;
        } else {
            out.push(' ');
            rest = &rest[rest.chars().next().map_or(0, char::len_utf8)..];
        }
    }
    out.push_str(rest);
    out
}

/// Core properties with the day on which a report was made, where they state none (part 2, 11.1): a report is of the
/// last day of its meeting. Word takes no date without a time.
pub(super) fn with_day(text: &str, day: &str) -> Option<String> {
    if text.contains(":created") || day.parse::<jiff::civil::Date>().is_err() {
        return None;
    }
    let end = text.rfind("</")?;
    let created = format!(
        r#"<dcterms:created xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created>"#
    );
    Some(format!("{}{created}{}", &text[..end], &text[end..]))
}

/// What a macro printed, its text alone.
fn without_elements(xml: &str) -> String {
    let pieces = xml.split('<').enumerate();
    pieces
        .map(|(at, piece)| if at == 0 { piece } else { piece.split_once('>').map_or("", |(_, text)| text) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_stated_where_none_is() {
        let text = "<cp:coreProperties><dc:title>T</dc:title></cp:coreProperties>";
        let with = with_day(text, "2026-10-09").unwrap();
        assert!(with.contains(">2026-10-09T00:00:00Z</dcterms:created></cp:coreProperties>"), "{with}");
        assert_eq!(with_day(&with, "2026-10-10"), None);
        assert_eq!(with_day(text, ""), None);
        assert_eq!(with_day("<cp:coreProperties/>", "2026-10-09"), None);
    }
}
