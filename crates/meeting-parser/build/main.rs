//! Makes tables of the vocabulary's files: what is recognised is known when the program starts.

#![allow(dead_code, missing_docs, reason = "modules of the crate, of which the build uses a part")]

mod bodies;
#[path = "../src/vocabulary/file.rs"]
mod file;
#[path = "../src/vocabulary/fold.rs"]
mod fold;
#[path = "../src/vocabulary/hash.rs"]
mod hash;
#[path = "../src/vocabulary/keys.rs"]
mod keys;
mod section;
mod word_table;
mod written;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use bodies::Bodies;
use file::File;
use keys::Language;
use section::Section;
use word_table::WordTable;

/// English comes first: its meaning of a word goes before those of the others.
const LANGUAGES: [Language; 6] = [
    Language::English,
    Language::French,
    Language::Spanish,
    Language::Arabic,
    Language::Chinese,
    Language::Russian,
];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new("vocabulary");
    for used in ["vocabulary", "build", "src/vocabulary"] {
        println!("cargo::rerun-if-changed={used}");
    }
    let mut files = Vec::new();
    for language in LANGUAGES {
        let text = fs::read_to_string(folder.join(file::name(language)))?;
        files.push((language, file::read(language, &text)?));
    }
    let countries = toml::from_str(&fs::read_to_string(folder.join("countries.toml"))?)?;
    let bodies = toml::from_str(&fs::read_to_string(folder.join("bodies.toml"))?)?;
    let out = PathBuf::from(env::var("OUT_DIR")?).join("vocabulary.rs");
    fs::write(out, tables(&files, countries, &bodies))?;
    Ok(())
}

fn tables(files: &[(Language, File)], countries: BTreeMap<String, Vec<String>>, bodies: &Bodies) -> String {
    let mut words = WordTable::default();
    macro_rules! sections {
        ($($field:ident: $key:ident),+ $(,)?) => {
            [$({
                let entries = files.iter().flat_map(|(language, file)| {
                    file.$field.entries().map(|(key, words)| (format!("{key:?}"), *language, words))
                });
                Section::new(stringify!($field), stringify!($key), entries.collect())
            }),+]
        };
    }
    let sections = sections! {
        languages: Language, sectors: Sector, cover: CoverField, document_types: DocumentType, columns: Column,
        headings: Heading, kinds: DocumentKind, proposed: Proposed, bare_requests: Request, outcomes: Outcome, decisions: DecisionVerb,
        grammar: Grammar, markers: Marker, things: Thing, months: Month, weekdays: Weekday, calendar: Calendar,
        roles: Role, persons: PersonWord, matters: Matter, plan: PlanField, postponements: Postponement,
        categories: Category,
    };
    let mut fields = String::new();
    for (number, section) in (0..).zip(&sections) {
        fields += &section.written(number, &mut words);
    }
    fields += &written::small_tables(files, countries);
    fields += &bodies.written();
    let prefixes = files.iter().flat_map(|(_, file)| &file.prefixes);
    format!(
        "{}pub(super) static PREFIXES: &[&str] = &[{}];\n\
         pub(super) static VOCABULARY: Vocabulary = Vocabulary {{\n{fields}}};\n",
        words.written(),
        written::list(prefixes.map(|prefix| format!("{prefix:?}")))
    )
}
