//! What holds of every file: how Word cuts text into runs never changes the model, and no bytes stop the program; what is
//! written is read back.

mod trees;
mod writer;

use std::sync::LazyLock;

use meeting_model::{Document, FileInfo};
use meeting_parser::Limits;
use proptest::prelude::*;
use rapporteur_tests::fixtures::{self, Fixture};
use word_document::{Package, testing, write_package};

static FIXTURES: LazyLock<Vec<Fixture>> = LazyLock::new(fixtures::all);

/// The Word files, with their texts cut and whole.
static FILES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| FIXTURES.iter().map(Fixture::docx).collect());

/// The document without what its very bytes decide.
fn model(bytes: &[u8]) -> Document {
    let document = meeting_parser::parse(bytes, "fixture.docx", &Limits::default());
    Document { file: FileInfo::default(), ..document.expect("the fixture is sound") }
}

/// The first lines in which two texts differ.
fn difference(expected: &str, found: &str) -> String {
    let pairs = expected.lines().zip(found.lines()).enumerate();
    let differs = pairs.filter(|(_, (expected, found))| expected != found).take(3);
    differs.fold(String::new(), |text, (at, (expected, found))| {
        text + &format!("line {at}:\n- {expected}\n+ {found}\n")
    })
}

#[test]
fn how_text_is_cut_into_runs_never_changes_the_tree() {
    for fixture in FIXTURES.iter() {
        let source = fixture.uncut_source();
        let tree = |bytes: &[u8]| {
            let document = word_document::read(bytes, &Limits::default()).expect("the fixture is sound");
            word_document::outline_text(&document)
        };
        let whole = tree(&testing::docx(&source));
        for length in [1, 3, 7] {
            let cut = tree(&testing::docx_in_runs(&source, length));
            assert!(whole == cut, "{} in runs of {length}: {}", fixture.name, difference(&whole, &cut));
        }
    }
}

#[test]
fn how_text_is_cut_into_runs_never_changes_the_model() {
    for fixture in FIXTURES.iter() {
        let source = fixture.uncut_source();
        let whole = model(&testing::docx(&source));
        for length in [1, 3, 7] {
            let cut = model(&testing::docx_in_runs(&source, length));
            let json = |model| serde_json::to_string_pretty(model).expect("a document is JSON");
            let difference = difference(&json(&whole), &json(&cut));
            assert!(whole == cut, "{} in runs of {length}: {difference}", fixture.name);
        }
    }
}

/// One of the fixtures.
fn file() -> impl Strategy<Value = &'static [u8]> {
    (0..FILES.len()).prop_map(|at| FILES[at].as_slice())
}

/// Places, as parts of a length, and what is to stand there.
fn flips() -> impl Strategy<Value = Vec<(prop::sample::Index, u8)>> {
    prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)
}

fn flip(bytes: &mut [u8], flips: &[(prop::sample::Index, u8)]) {
    for (at, value) in flips {
        bytes[at.index(bytes.len())] = *value;
    }
}

/// Parses and forgets: an error is as good as a document.
fn survives(bytes: &[u8]) {
    let _ = meeting_parser::parse(bytes, "fixture.docx", &Limits::default());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_truncation_panics(file in file(), at in any::<prop::sample::Index>()) {
        survives(&file[..at.index(file.len())]);
    }

    #[test]
    fn no_flipped_byte_panics(file in file(), flips in flips()) {
        let mut bytes = file.to_vec();
        flip(&mut bytes, &flips);
        survives(&bytes);
    }

    /// The zip format's check sums find most damage; here it lies within a part.
    #[test]
    fn no_damage_within_a_part_panics(
        file in file(),
        part in any::<prop::sample::Index>(),
        flips in flips(),
        keep in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut package = Package::open(file, &Limits::default()).expect("the fixture is sound");
        let names: Vec<String> = package.names().map(str::to_owned).collect();
        let mut parts = Vec::new();
        for name in &names {
            parts.push(package.part(name).expect("the fixture is sound").expect("the part is named"));
        }
        let damaged = &mut parts[part.index(names.len())];
        flip(damaged, &flips);
        if let Some(keep) = keep {
            damaged.truncate(keep.index(damaged.len()));
        }
        let parts = names.iter().map(String::as_str).zip(parts.iter().map(Vec::as_slice));
        survives(&write_package(parts).expect("writes into memory"));
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        survives(&bytes);
    }
}
