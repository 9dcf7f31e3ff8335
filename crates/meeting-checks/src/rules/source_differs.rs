#![doc = include_str!("source_differs.md")]

use meeting_model::{Finding, RegisterEntry, Severity};

use crate::view::same_words;

use crate::Rule;
use crate::view::View;

pub(crate) const RULE: Rule =
    Rule { code: "source-differs", explanation: include_str!("source_differs.md"), find };

fn find(view: &View<'_>) -> Vec<Finding> {
    view.record.register.iter().filter_map(|entry| differs(view, entry)).collect()
}

fn differs(view: &View<'_>, entry: &RegisterEntry) -> Option<Finding> {
    let number = entry.number.as_ref()?;
    let cover = view.english_source(entry)?;
    let index = entry.indexed.as_ref().and_then(|indexed| indexed.source.as_deref());
    let index = index.filter(|index| !agrees(index, cover, &entry.sources));
    let mut rows =
        entry.listed.iter().filter(|&row| !row.sources.is_empty()).map(|row| row.sources.join(", "));
    let list = rows.rfind(|list| !agrees(list, cover, &entry.sources));
    if index.is_none() && list.is_none() {
        return None;
    }
    Some(Finding {
        number: Some(number.clone()),
        index: index.map(str::to_owned),
        cover: Some(cover.to_owned()),
        list,
        ..Finding::new(
            RULE.code,
            Severity::Warning,
            format!("the source of {number} is not the same everywhere"),
        )
    })
}

/// Whether a list names what the cover does, or the first of several sources of the cover; the country in parentheses
/// may be left out on either side.
fn agrees(listed: &str, cover: &str, sources: &[String]) -> bool {
    let first = sources.first().map(String::as_str);
    let bare = |text: &str| text.split_once('(').map_or(text, |(before, _)| before).to_owned();
    let same = |own: &str| {
        same_words(listed, own)
            || (listed.contains('(') != own.contains('(') && same_words(&bare(listed), &bare(own)))
    };
    [Some(cover), first].into_iter().flatten().any(same)
}
