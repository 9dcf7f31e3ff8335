//! What docx-rs counts over the whole life of a program, counted anew for each document.

use std::collections::BTreeMap;

/// Ids of links and of pictures as docx-rs makes them; pictures are files of that name, too.
const COUNTED: [&str; 2] = ["rIdHyperlink", "rIdImage"];
/// Ids of paragraphs, which nothing refers to but comments.
const PARAGRAPH: &str = r#" w14:paraId=""#;

/// Numbers the links and pictures of all parts anew, by the order in which the parts have them, and leaves the ids of paragraphs out.
pub(super) fn settle(parts: &mut BTreeMap<String, Vec<u8>>) {
    let commented = parts.get("word/comments.xml").is_some_and(|text| contains(text, "<w:comment "));
    let mut numbers = Numbers::new();
    for (name, bytes) in parts.iter_mut() {
        if !name.starts_with("word/") || name.starts_with("word/media/") {
            continue;
        }
        let Ok(mut text) = std::str::from_utf8(bytes).map(str::to_owned) else { continue };
        if !commented {
            text = without_attribute(&text, PARAGRAPH);
        }
        *bytes = renumbered(&text, &mut numbers).into_bytes();
    }
    let names: Vec<String> = parts.keys().filter(|name| name.starts_with("word/media/")).cloned().collect();
    let media: Vec<(String, Vec<u8>)> = names.iter().filter_map(|name| parts.remove_entry(name)).collect();
    parts.extend(media.into_iter().map(|(name, bytes)| (renumbered(&name, &mut numbers), bytes)));
}

/// Kind and old number to the new one.
type Numbers = BTreeMap<(&'static str, String), usize>;

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

fn without_attribute(text: &str, attribute: &str) -> String {
    let mut pieces = text.split(attribute);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        out += piece.split_once('"').map_or(piece, |(_, rest)| rest);
    }
    out
}

fn renumbered(text: &str, numbers: &mut Numbers) -> String {
    COUNTED.iter().fold(text.to_owned(), |text, kind| renumbered_of(kind, &text, numbers))
}

fn renumbered_of(kind: &'static str, text: &str, numbers: &mut Numbers) -> String {
    let mut pieces = text.split(kind);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let end = piece.find(|c: char| !c.is_ascii_digit()).unwrap_or(piece.len());
        let next = numbers.keys().filter(|(its, _)| *its == kind).count() + 1;
        let number = *numbers.entry((kind, piece[..end].to_owned())).or_insert(next);
        out += &format!("{kind}{number}{}", &piece[end..]);
    }
    out
}
