//! What a template includes: files in its own folder.

use std::collections::BTreeMap;
use std::path::{Component, Path};

use report_generator::text::{self, TextPartials, TextTemplate};
use report_generator::word;

use crate::input::Input;

/// More than a person would include.
const MOST: usize = 100;

/// The Word files that a template and its partials include.
pub fn of_word(template: &word::Template<'_>, path: &Path) -> Vec<(String, Vec<u8>)> {
    let included =
        |name: &str, bytes: &[u8]| word::included(&word::Template { name, bytes }).unwrap_or_default();
    gathered(path, included(template.name, template.bytes), included).into_iter().collect()
}

/// The texts that a template and its partials include.
pub fn of_text(template: &TextTemplate<'_>, path: &Path) -> TextPartials {
    let included = |name: &str, bytes: &[u8]| {
        let source = std::str::from_utf8(bytes).unwrap_or_default();
        text::included(&TextTemplate { name, source })
    };
    let texts = gathered(path, included(template.name, template.source.as_bytes()), included);
    texts.into_iter().filter_map(|(name, bytes)| Some((name, String::from_utf8(bytes).ok()?))).collect()
}

/// Files by the names that templates use for them. What is not there is told where it is missed.
fn gathered(
    path: &Path,
    first: Vec<String>,
    included: impl Fn(&str, &[u8]) -> Vec<String>,
) -> BTreeMap<String, Vec<u8>> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut waiting = first;
    let mut found = BTreeMap::new();
    while let Some(name) = waiting.pop() {
        if found.len() >= MOST || found.contains_key(&name) || !is_below(&name) {
            continue;
        }
        if let Ok(bytes) = Input::new(&folder.join(&name)).read() {
            waiting.extend(included(&name, &bytes));
            found.insert(name, bytes);
        }
    }
    found
}

/// A template reads nothing outside its folder.
fn is_below(name: &str) -> bool {
    !name.is_empty() && Path::new(name).components().all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_below_the_folder_are_included() {
        assert!(is_below("a.docx") && is_below("parts/a.docx"));
        assert!(
            !is_below("../a.docx") && !is_below("/etc/passwd") && !is_below("a/../../b") && !is_below("")
        );
    }
}
