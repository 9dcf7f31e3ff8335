//! Ranges of document numbers in lists: `TD 20 to TD 24`, `TD 20-24`, `SG13-R1 to R5` stand for every document from the
//! first to the last. In prose the two that are printed are meant to be found where they stand, and no more.

use meeting_model::{DocumentNumber, FoundNumber};

use crate::vocabulary::text::digit;
use crate::vocabulary::{Calendar, Vocabulary};

/// A range has at most so many documents; what lies farther apart are two numbers.
const MOST: u32 = 60;

/// The numbers that are printed in a text, and those between the ends of ranges. What a range adds has the place
/// between its ends, and its last number takes the word before it too.
pub(crate) fn spelled_out(text: &str, printed: Vec<FoundNumber>, words: &Vocabulary) -> Vec<FoundNumber> {
    let mut all: Vec<FoundNumber> = Vec::with_capacity(printed.len());
    let mut printed = printed.into_iter().peekable();
    while let Some(first) = printed.next() {
        let end = first.range.end;
        let next = printed.next_if(|next| {
            joint(&text[end..next.range.start], words) == Some("") && spans(&first.number, &next.number)
        });
        let limit = printed.peek().map_or(text.len(), |next| next.range.start);
        let last = next.or_else(|| last_of(&text[..limit], &first, words));
        let Some(last) = last else {
            all.push(first);
            continue;
        };
        let between = end..last.range.start.max(end);
        let within = (first.number.number + 1..last.number.number).map(|number| DocumentNumber {
            number,
            revision: None,
            ..first.number.clone()
        });
        let found = |number: DocumentNumber| FoundNumber {
            range: between.clone(),
            printed: number.to_string(),
            number,
            part: None,
        };
        let within: Vec<FoundNumber> = within.map(found).collect();
        all.push(first);
        all.extend(within);
        all.push(FoundNumber { range: end..last.range.end, ..last });
    }
    all
}

/// The end of a range that is printed without its series or without its group: `-24`, ` to R5`.
fn last_of(text: &str, first: &FoundNumber, words: &Vocabulary) -> Option<FoundNumber> {
    let end = first.range.end;
    let rest = joint(text.get(end..)?, words)?;
    let series = rest.strip_prefix(first.number.series.as_str()).unwrap_or(rest);
    let start = text.len() - rest.len();
    let digits = series.trim_start_matches([' ', '\u{a0}', '-']);
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    let after = digits[count..].trim_start();
    // A word after the number would make it one of something else.
    let ends = after.is_empty() || after.starts_with([',', ';', ')', '.', '，', '；', '、', '،', '؛', '）']);
    let is_decimal = after.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c| digit(c).is_some()));
    let number =
        DocumentNumber { revision: None, number: digits[..count].parse().ok()?, ..first.number.clone() };
    let range = start..text.len() - digits.len() + count;
    (ends && !is_decimal && spans(&first.number, &number)).then(|| FoundNumber {
        printed: text[range.clone()].to_owned(),
        range,
        number,
        part: None,
    })
}

/// What follows a dash or a word for ranges.
fn joint<'t>(text: &'t str, words: &Vocabulary) -> Option<&'t str> {
    let rest = text.trim_start();
    let by_dash = rest.strip_prefix(['-', '–', '—', '‑', '−', '~', '～']);
    let by_word = || words.calendar.leading_key(rest, Calendar::Range).map(|hit| &rest[hit.range.end..]);
    by_dash.or_else(by_word).map(str::trim_start)
}

/// Whether two numbers are the ends of a range: of one series and group, and not too far apart.
fn spans(first: &DocumentNumber, last: &DocumentNumber) -> bool {
    let same = DocumentNumber { number: last.number, revision: last.revision, ..first.clone() };
    let agrees = |ours: &Option<String>, theirs: &Option<String>| theirs.is_none() || ours == theirs;
    agrees(&first.group, &last.group)
        && agrees(&first.subgroup, &last.subgroup)
        && same.series == last.series
        && same.session == last.session
        && first.attachments.is_empty()
        && last.attachments.is_empty()
        && last.number.checked_sub(first.number).is_some_and(|apart| (1..=MOST).contains(&apart))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> String {
        let found = spelled_out(text, meeting_model::number::find(text), Vocabulary::get());
        found.iter().map(|found| found.number.to_string()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn ranges_give_every_number() {
        for text in [
            "TD 20 to TD 23",
            "TD 20-23",
            "TDs 20–23",
            "TD20 – TD23",
            "TD 20 à TD 23",
            "TD 20 al 23",
            "TD20至TD23",
            "TD 20 по TD 23",
            "TD 20 إلى TD 23",
            "TD20 to 23",
        ] {
            assert_eq!(numbers(text), "TD20 TD21 TD22 TD23", "{text}");
        }
        assert_eq!(numbers("TD 20-22, TD 25 and C 3 – C 5"), "TD20 TD21 TD22 TD25 C3 C4 C5");
        assert_eq!(numbers("SG13-R1 to R3; SG13-R7"), "SG13-R1 SG13-R2 SG13-R3 SG13-R7");
        assert_eq!(numbers("TD 20R1/GEN to TD 22R2/GEN"), "TD20R1/GEN TD21/GEN TD22R2/GEN");
    }

    #[test]
    fn what_is_no_range_gives_what_is_printed() {
        for (text, expected) in [
            ("TD 20 and TD 24", "TD20 TD24"),
            ("TD 24 – TD 20", "TD24 TD20"),
            ("TD 20 to C 24", "TD20 C24"),
            ("TD 20-R1", "TD20R1"),
            ("TD 20 - 24 members", "TD20"),
            ("TD 20 - 24.5", "TD20"),
            ("TD 1 to TD 2000", "TD1 TD2000"),
            ("TD 20 – Draft 24", "TD20"),
            ("", ""),
        ] {
            assert_eq!(numbers(text), expected, "{text}");
        }
    }
}
