//! Runs the fuzzer's targets over the inputs that it has found, and over what it began with.

use rapporteur_tests::{fuzz, root};

#[test]
fn every_input_that_the_fuzzer_kept_does_no_harm() {
    let mut inputs = 0;
    for (name, target) in fuzz::TARGETS {
        let folder = root().join("tests/fuzz/corpus").join(name);
        for entry in
            std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        {
            target(&std::fs::read(entry.unwrap().path()).unwrap());
            inputs += 1;
        }
    }
    assert!(inputs >= fuzz::TARGETS.len(), "every target has inputs");
}

#[test]
fn every_fixture_goes_through_the_targets_that_take_files() {
    for file in rapporteur_tests::files_under(&root().join("fixtures"), "docx") {
        fuzz::package(&std::fs::read(file).unwrap());
    }
}
