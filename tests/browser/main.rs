//! The page of a meeting in a browser: Chromium, without a window.

mod access;
mod driver;
mod keyboard;
mod look;
mod narrowing;
mod sample;

use driver::Browser;
use meeting_model::Language;
use sample::Page;

/// All sections, in their order.
const ALL: [&str; 8] =
    ["overview", "documents", "items", "decisions", "actions", "timeline", "liaisons", "findings"];

/// Goes to a section as a link in the page does.
fn go(browser: &mut Browser, section: &str) {
    browser.evaluate(&format!("location.hash = '#{section}'"));
    browser.wait(&format!("document.getElementById('{section}').classList.contains('shown')"));
}

/// A browser and the page in English; nothing where there is no browser.
fn english() -> Option<(Browser, Page)> {
    Some((Browser::start()?, Page::in_language(Language::English)))
}

/// The ids of the rows of a section that are shown, from the top.
fn rows(browser: &mut Browser, section: &str) -> Vec<String> {
    let ids = browser.evaluate(&format!(
        "[...document.querySelectorAll('#{section} .list tbody tr[id]:not(.group)')]
            .filter((tr) => tr.offsetParent !== null).map((tr) => tr.id)"
    ));
    ids.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

/// The sections that are shown.
fn sections(browser: &mut Browser) -> Vec<String> {
    let ids = browser.evaluate(
        "[...document.querySelectorAll('main > section')].filter((one) => one.offsetHeight > 0).map((one) => one.id)",
    );
    ids.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

/// Types into the search, and waits until it is done.
fn search(browser: &mut Browser, words: &str) {
    browser.evaluate("document.getElementById('search').focus(); document.getElementById('search').select()");
    browser.call("Input.insertText", serde_json::json!({"text": words}));
    browser.wait(&format!("new URLSearchParams(location.hash.split('?')[1]).get('q') === {words:?}"));
}
