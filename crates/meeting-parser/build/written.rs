//! Tables without phrases, and how lists are written.

use std::collections::{BTreeMap, BTreeSet};

use crate::file::File;
use crate::fold::{country_name, normalise};
use crate::keys::Language;

/// The items of a list, as they stand between brackets.
pub fn list(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(", ")
}

/// The fields of the vocabulary that are no lexicons, each in the order of its words.
pub fn small_tables(files: &[(Language, File)], countries: BTreeMap<String, Vec<String>>) -> String {
    let files = || files.iter().map(|(_, file)| file);
    let abbreviations: BTreeSet<String> =
        files().flat_map(|file| &file.abbreviations).map(|word| normalise(word)).collect();
    let units: BTreeMap<String, String> = files()
        .flat_map(|file| &file.units)
        .map(|(word, span)| (normalise(word), format!("{span:?}")))
        .collect();
    let numbers: BTreeMap<String, String> = files()
        .flat_map(|file| &file.numbers)
        .map(|(word, number)| (normalise(word), number.to_string()))
        .collect();
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for (code, list) in countries {
        for name in list {
            names.entry(country_name(&name)).or_insert_with(|| format!("{code:?}"));
        }
    }
    format!(
        "countries: Countries(&[{}]),\nabbreviations: &[{}],\nunits: &[{}],\nnumbers: &[{}],\n",
        pairs(&names),
        list(abbreviations.iter().map(|word| format!("{word:?}"))),
        pairs(&units),
        pairs(&numbers),
    )
}

fn pairs(table: &BTreeMap<String, String>) -> String {
    list(table.iter().map(|(word, value)| format!("({word:?}, {value})")))
}
