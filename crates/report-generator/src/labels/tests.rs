use jiff::civil::date;

use super::*;

#[test]
fn every_language_has_all_keys() {
    for &language in Language::ALL {
        let labels = Labels::of(language).unwrap_or_else(|error| panic!("{error}"));
        let value = serde_json::to_value(&labels).unwrap();
        assert_no_empty(&value, language.as_str());
    }
}

fn assert_no_empty(value: &serde_json::Value, place: &str) {
    match value {
        serde_json::Value::String(text) => assert!(!text.trim().is_empty(), "{place} is empty"),
        serde_json::Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| assert_no_empty(value, &format!("{place}.{key}")));
        }
        serde_json::Value::Array(all) => all.iter().for_each(|value| assert_no_empty(value, place)),
        _ => {}
    }
}

#[test]
fn languages_use_the_same_words_in_braces() {
    let braces = |labels: &Labels| {
        let value = serde_json::to_value(labels).unwrap();
        let mut found = Vec::new();
        collect(&value, "", &mut found);
        found
    };
    let english = braces(&Labels::of(Language::English).unwrap());
    assert!(english.iter().any(|(key, names)| key == ".headings.actions_for" && names == &["who"]));
    for &language in Language::ALL {
        assert_eq!(braces(&Labels::of(language).unwrap()), english, "{language}");
    }
}

fn collect(value: &serde_json::Value, place: &str, found: &mut Vec<(String, Vec<String>)>) {
    match value {
        // Dates are free to name what they need.
        serde_json::Value::Object(fields) => fields
            .iter()
            .filter(|(key, _)| !matches!(key.as_str(), "dates" | "minutes"))
            .for_each(|(key, value)| collect(value, &format!("{place}.{key}"), found)),
        serde_json::Value::String(text) => {
            let mut names: Vec<String> =
                text.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0.to_owned())).collect();
            names.sort();
            found.push((place.to_owned(), names));
        }
        _ => {}
    }
}

#[test]
fn a_missing_key_is_an_error_and_so_is_an_unknown_one() {
    let french: serde_json::Value = serde_json::from_str(source(Language::French)).unwrap();
    let changed = |change: fn(&mut serde_json::Value)| {
        let mut labels = french.clone();
        change(&mut labels);
        Labels::read(Language::French, &labels.to_string()).unwrap_err().to_string()
    };
    let without = changed(|labels| drop(labels["cover"].as_object_mut().unwrap().remove("original")));
    assert!(
        without.starts_with("the labels of language `fr` cannot be used: missing field `original`"),
        "{without}"
    );
    let more = changed(|labels| labels["cover"]["logo"] = "Logo".into());
    assert!(more.contains("unknown field `logo`"), "{more}");
    let noted = changed(|labels| drop(labels["outcomes"].as_object_mut().unwrap().remove("noted")));
    assert!(noted.contains("no label for `noted`"), "{noted}");
}

#[test]
fn days_are_written_as_the_language_does() {
    let of = |language| Labels::of(language).unwrap();
    let english = of(Language::English);
    assert_eq!(english.days(date(2025, 5, 26), date(2025, 5, 30)), "26-30 May 2025");
    assert_eq!(english.days(date(2025, 5, 26), date(2025, 6, 3)), "26 May - 3 June 2025");
    assert_eq!(english.days(date(2025, 12, 29), date(2026, 1, 2)), "29 December 2025 - 2 January 2026");
    assert_eq!(english.period(Some(date(2025, 5, 26)), None), "26 May 2025");
    assert_eq!(english.place_and_dates("Geneva", "26 May 2025"), "Geneva, 26 May 2025");
    assert_eq!(english.place_and_dates("", "26 May 2025"), "26 May 2025");
    assert_eq!(of(Language::Spanish).day(date(2026, 3, 1)), "1 de marzo de 2026");
    assert_eq!(of(Language::Russian).day(date(2026, 3, 1)), "1 марта 2026 года");
    assert_eq!(of(Language::Chinese).days(date(2026, 9, 7), date(2026, 9, 16)), "2026年9月7-16日");
}

#[test]
fn patterns_are_filled() {
    assert_eq!(fill("{a} and {b}, {c} {", &[("a", "1"), ("b", "{a}")]), "1 and {a}, {c} {");
}
