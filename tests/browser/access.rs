//! Safety of the page, and access for all.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::{ALL, english, go, search, sections};
use crate::driver::Browser;
use crate::sample::{DOCUMENTS, HOSTILE, Page, record};

#[test]
fn the_page_asks_nothing_and_breaks_no_rule() {
    let Some((mut browser, page)) = english() else { return };
    for section in ["overview", "documents", "items", "actions", "findings"] {
        browser.open(&page.at(&format!("#{section}")));
        assert_eq!(sections(&mut browser), [section]);
        assert!(browser.trouble().is_empty(), "{:?}", browser.trouble());
    }
    search(&mut browser, HOSTILE);
    assert_eq!(browser.evaluate("window.harmed"), json!(null), "what a document says does not run");
    assert_eq!(browser.evaluate("document.images.length + document.scripts.length"), json!(1));
    assert!(browser.trouble().is_empty(), "{:?}", browser.trouble());
}

#[test]
fn the_policy_stops_what_it_should() {
    let Some((mut browser, page)) = english() else { return };
    browser.open(&page.at(""));
    let markup =
        "(() => { try { document.body.innerHTML = '<p>'; return 'made'; } catch (e) { return e.name; } })()";
    assert_eq!(browser.evaluate(markup), json!("TypeError"), "no text can be made into markup");
    browser.evaluate("(() => { const one = document.createElement('style'); one.textContent = 'body{opacity:.5}'; document.head.append(one); })()");
    assert_eq!(browser.evaluate("getComputedStyle(document.body).opacity"), json!("1"), "no other style");
    browser.evaluate("new Promise((done) => { const one = new Image(); one.onload = one.onerror = done; one.src = 'https://example.org/x.png'; })");
    assert!(!browser.trouble().is_empty(), "a breach would be seen by these tests");
}

#[test]
fn a_large_meeting_stays_quick() {
    let Some(mut browser) = Browser::start() else { return };
    let page = Page::of(&record(DOCUMENTS * 34), meeting_model::Language::English);
    browser.open(&page.at("#documents"));
    let time = "performance.getEntriesByType('navigation')[0].loadEventEnd";
    let loaded = browser.evaluate(time).as_f64().unwrap();
    let begin = "(() => { const from = performance.now(); document.getElementById('search').value = 'study 77';
        document.getElementById('search').dispatchEvent(new Event('input'));
        return new Promise((done) => setTimeout(() => requestAnimationFrame(() => done(performance.now() - from)), 61)); })()";
    let searched = browser.evaluate(begin).as_f64().unwrap();
    println!("2,040 documents: loaded after {loaded:.0} ms, searched in {searched:.0} ms");
    // Far more than it takes: machines of tests are slow and shared.
    assert!(loaded < 15_000.0 && searched < 5_000.0, "{loaded} ms, {searched} ms");
}

/// The file of axe-core, which `.ci/run browser` installs; CI has to have it.
fn axe() -> Option<String> {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| rapporteur_tests::root().join("target"), PathBuf::from);
    let found = rapporteur_tests::files_under(&target.join("axe"), "js")
        .into_iter()
        .find(|path| path.ends_with("axe.min.js"));
    let Some(path) = found else {
        assert!(std::env::var_os("CI").is_none(), "axe-core is missing: `.ci/run browser` installs it");
        eprintln!("skipped: `.ci/run browser` installs axe-core into target/axe");
        return None;
    };
    Some(std::fs::read_to_string(path).expect("it can be read"))
}

#[test]
fn axe_finds_nothing() {
    let Some((mut browser, page)) = english() else { return };
    let Some(axe) = axe() else { return };
    for (width, colours) in [(1280, "light"), (1280, "dark"), (390, "light")] {
        browser.resize(width, 900);
        browser.medium("screen", colours);
        browser.open(&page.at(""));
        browser.evaluate(&axe);
        for section in ALL {
            go(&mut browser, section);
            let found = browser.evaluate("axe.run().then((all) => all.violations.map((one) => [one.id, one.nodes.map((node) => node.html + node.failureSummary)]))");
            let found: Vec<Value> = serde_json::from_value(found).unwrap();
            assert!(found.is_empty(), "{section}, {colours}, {width}: {found:#?}");
        }
    }
}
