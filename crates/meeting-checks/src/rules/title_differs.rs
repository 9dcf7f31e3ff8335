#![doc = include_str!("title_differs.md")]

use meeting_model::{Finding, RegisterEntry, Severity};

use crate::view::same_words;

use crate::Rule;
use crate::view::View;

pub(crate) const RULE: Rule =
    Rule { code: "title-differs", explanation: include_str!("title_differs.md"), find };

fn find(view: &View<'_>) -> Vec<Finding> {
    view.record.register.iter().filter_map(|entry| differs(view, entry)).collect()
}

fn differs(view: &View<'_>, entry: &RegisterEntry) -> Option<Finding> {
    let number = entry.number.as_ref()?;
    let cover = view.english_title(entry)?;
    let index = entry.indexed.as_ref().and_then(|indexed| indexed.title.as_deref());
    let index = index.filter(|index| !same_words(index, cover));
    let mut rows = entry.listed.iter().filter_map(|row| row.title.clone());
    let list = rows.rfind(|list| !same_words(list, cover));
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
            format!("the title of {number} is not the same everywhere"),
        )
    })
}
