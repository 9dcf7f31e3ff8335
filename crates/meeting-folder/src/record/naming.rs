//! ITU file names as people leave them: with remarks behind them, in small letters, as links write them.

use meeting_model::{DocumentNumber, FileName};

use crate::unit::last;

/// The ITU name that a file has, or that its name holds: `Copy of T25-SG20-C-0211!!MSW-E clean.docx`.
pub(super) fn itu_name(path: &str) -> Option<FileName> {
    let name = last(path).replace("%21", "!");
    let direct = name.parse::<FileName>().ok();
    direct.or_else(|| within(&name)).or_else(|| within(&upper(&name)))
}

/// Whether the name is that of a document on the ITU servers: `T25-SG20-…`. Files of the liaison database
/// (`sp18-sg20-oLS-00051`) carry a number of their own series, which is not one of a meeting.
pub(super) fn is_of_a_meeting(name: &FileName) -> bool {
    name.sector.is_some()
}

/// The number in the name.
pub(super) fn number(name: &FileName) -> Option<DocumentNumber> {
    name.to_number()
}

/// The number that is all of a name, as texts print it: `FG-QN-I-044.docx`.
pub(super) fn printed_number(path: &str) -> Option<DocumentNumber> {
    let name = last(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).parse().ok()
}

/// The longest part of a name that is an ITU name, from a place where one can begin.
fn within(name: &str) -> Option<FileName> {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let starts = stem.char_indices().map(|(at, _)| at).filter(|&at| may_begin(stem, at));
    starts.take(4).find_map(|start| {
        let ends = stem.char_indices().rev().map(|(at, _)| at).filter(|&at| at > start && may_end(stem, at));
        let ends = std::iter::once(stem.len()).chain(ends.take(80));
        ends.map(|end| format!("{}.{extension}", &stem[start..end])).find_map(|name| name.parse().ok())
    })
}

/// `T25-`, at the start of a word.
fn may_begin(stem: &str, at: usize) -> bool {
    let bytes = &stem.as_bytes()[at..];
    let head = bytes.len() > 4
        && matches!(bytes[0], b'T' | b'R' | b'D' | b'S')
        && bytes[1..3].iter().all(u8::is_ascii_digit)
        && bytes[3] == b'-';
    head && !stem[..at].ends_with(|mark: char| mark.is_alphanumeric())
}

/// Before something that is no letter and no digit.
fn may_end(stem: &str, at: usize) -> bool {
    stem[at..].starts_with(|mark: char| !mark.is_alphanumeric() && mark != '!')
}

/// The stem in capitals, the extension as it is.
fn upper(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{}.{extension}", stem.to_uppercase()),
        None => name.to_uppercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str) -> Option<String> {
        itu_name(name).and_then(|name| number(&name)).map(|number| number.to_string())
    }

    #[test]
    fn a_name_is_found_in_what_people_make_of_it() {
        for name in [
            "T25-SG20-C-0211!R1!MSW-E.docx",
            "sub/T25-SG20-C-0211!R1!MSW-E (2).docx",
            "Copy of T25-SG20-C-0211!R1!MSW-E.docx",
            "T25-SG20-C-0211!R1!MSW-E - clean_v2.docx",
            "T25-SG20-C-0211%21R1%21MSW-E.docx",
            "t25-sg20-c-0211!r1!msw-e.docx",
        ] {
            assert_eq!(read(name).as_deref(), Some("SG20-C211R1"), "{name}");
        }
        assert_eq!(read("T25-SG20-C-0211 with comments.docx").as_deref(), Some("SG20-C211"));
    }

    #[test]
    fn another_name_has_no_number() {
        for name in ["Draft LS v3.docx", "T25.docx", "XT25-SG20-C-0211!!MSW-E.docx", ""] {
            assert_eq!(read(name), None, "{name}");
        }
    }
}
