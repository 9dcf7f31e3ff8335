#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| rapporteur_tests::fuzz::word_template(bytes));
