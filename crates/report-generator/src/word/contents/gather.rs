//! What a table of contents gathers of a text.

use word_document::{Label, Suffix};

use super::lines::{Line, Lines};
use super::outline::Outline;
use super::ranges::holds;
use super::switches::Switches;

/// An entry.
#[derive(Debug)]
pub(super) struct Entry<'e> {
    pub level: usize,
    /// `\t` is a tab, `\n` a break.
    pub text: String,
    pub bookmark: &'e str,
    /// Whether its page is told.
    pub has_page: bool,
    /// What stands before the number of its page.
    pub prefix: String,
}

/// Whether a table of contents has entries of a paragraph.
pub(super) fn takes(switches: &Switches, line: &Line, outline: &Outline) -> bool {
    switches.level(line, outline).is_some() || line.marked.iter().any(|entry| switches.takes(entry))
}

/// The entries of a table of contents; `None` where we cannot tell them all.
pub(super) fn entries<'l>(
    switches: &Switches,
    lines: &'l Lines<'_>,
    outline: &Outline,
) -> Option<Vec<Entry<'l>>> {
    let range = match &switches.part {
        Some(name) => Some(lines.ranges.get(name)?),
        None => None,
    };
    let mut number = Some(0);
    let mut out = Vec::new();
    for (at, line) in lines.all.iter().enumerate() {
        let Some(line) = line else { continue };
        count(&mut number, switches, line);
        if range.is_some_and(|range| !holds(range, at, line.text.len())) || !takes(switches, line, outline) {
            continue;
        }
        let prefix = prefix(switches, number)?;
        out.extend(entries_of(switches, line, outline, &prefix));
    }
    Some(out)
}

/// Follows the sequence whose number stands before page numbers.
fn count(number: &mut Option<u32>, switches: &Switches, line: &Line) {
    let Some(name) = &switches.prefix else { return };
    for sequence in line.sequences.iter().filter(|sequence| sequence.name == *name) {
        *number = sequence.after(*number);
    }
}

/// What stands before page numbers; `None` where the sequence has no number that we could tell.
fn prefix(switches: &Switches, number: Option<u32>) -> Option<String> {
    if switches.prefix.is_none() {
        return Some(String::new());
    }
    let number = number.filter(|number| *number > 0)?;
    Some(format!("{number}{}", switches.prefix_sign.as_deref().unwrap_or("-")))
}

/// The entries of a paragraph: its text, and what is marked in it.
fn entries_of<'l>(switches: &Switches, line: &'l Line, outline: &Outline, prefix: &str) -> Vec<Entry<'l>> {
    let Some(bookmark) = line.bookmark.as_deref() else { return Vec::new() };
    let entry = |level, text, has_page| Entry { level, text, bookmark, has_page, prefix: prefix.to_owned() };
    let own = switches
        .level(line, outline)
        .map(|level| entry(level, own_text(switches, line), switches.has_pages(level)));
    let marked = line.marked.iter().filter(|marked| switches.takes(marked)).map(|marked| {
        entry(marked.level, marked.text.clone(), marked.has_page && switches.has_pages(marked.level))
    });
    own.into_iter().filter(|own| !own.text.is_empty()).chain(marked).collect()
}

fn own_text(switches: &Switches, line: &Line) -> String {
    if switches.bare {
        return folded(without_caption(switches, line), switches);
    }
    let text = folded(&line.text, switches);
    line.label.as_ref().map_or_else(String::new, before) + &text
}

/// A label and what stands between it and the text.
fn before(label: &Label) -> String {
    let suffix = match label.suffix {
        Suffix::Tab => "\t",
        Suffix::Space => " ",
        Suffix::Nothing => "",
    };
    format!("{}{suffix}", label.text)
}

/// The text of a caption after its name, its number and the sign after that.
fn without_caption<'l>(switches: &Switches, line: &'l Line) -> &'l str {
    let is_it = |name: &str| switches.sequence.as_deref() == Some(name);
    let end =
        line.sequences.iter().rfind(|sequence| is_it(&sequence.name)).map_or(0, |sequence| sequence.end);
    let is_sign = |sign: char| sign.is_whitespace() || matches!(sign, ':' | '：' | '.' | '-' | '–' | '—');
    line.text.get(end..).unwrap_or_default().trim_start_matches(is_sign)
}

/// A text with single spaces. Word keeps the tab after a number that was typed, and other tabs and breaks where it
/// is asked to.
fn folded(text: &str, switches: &Switches) -> String {
    let text = text.trim();
    let after_number = text.find(char::is_whitespace).filter(|at| text[*at..].starts_with('\t'));
    let mut out = String::with_capacity(text.len());
    for (at, sign) in text.char_indices() {
        let stays = match sign {
            '\t' => switches.tabs || after_number == Some(at),
            '\n' => switches.breaks,
            _ => !sign.is_whitespace(),
        };
        if stays {
            out.push(sign);
        } else if !out.ends_with([' ', '\t', '\n']) {
            out.push(' ');
        }
    }
    out
}
