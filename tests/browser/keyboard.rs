//! The keys.

use serde_json::json;

use super::{english, rows, sections};

const CHOSEN: &str = "document.activeElement.id";

#[test]
fn rows_are_gone_through_and_opened() {
    let Some((mut browser, page)) = english() else { return };
    browser.open(&page.at("#documents"));
    browser.press(&["j", "j", "j", "k"]);
    assert_eq!(browser.evaluate(CHOSEN), json!("documents/SG13-TD2/GEN"));
    browser.press(&["ArrowDown", "ArrowDown", "ArrowUp"]);
    assert_eq!(browser.evaluate(CHOSEN), json!("documents/SG13-TD3/GEN"));
    assert_eq!(
        browser.evaluate("location.hash"),
        json!("#documents/SG13-TD3/GEN"),
        "the row can be linked to"
    );
    let mark = "getComputedStyle(document.activeElement.cells[0]).boxShadow !== 'none'";
    assert_eq!(browser.evaluate(mark), json!(true), "it can be seen which row is chosen");
    browser.evaluate(
        "addEventListener('click', (e) => { window.followed = e.target.href; e.preventDefault(); })",
    );
    browser.press(&["Enter"]);
    let followed = browser.evaluate("window.followed");
    assert!(
        followed.as_str().unwrap().ends_with("/in/td/T25-SG13-270705-TD-GEN-0003!!MSW-E.docx"),
        "{followed}"
    );
    browser.press(&["Escape"]);
    assert_eq!(browser.evaluate(CHOSEN), json!(""));
}

#[test]
fn enter_opens_a_long_text() {
    let Some((mut browser, page)) = english() else { return };
    browser.open(&page.at("#items/2.1"));
    assert_eq!(browser.evaluate("document.activeElement.querySelector('details').open"), json!(false));
    browser.press(&["Enter"]);
    assert_eq!(browser.evaluate("document.activeElement.querySelector('details').open"), json!(true));
}

#[test]
fn a_search_is_begun_and_left_by_keys() {
    let Some((mut browser, page)) = english() else { return };
    browser.open(&page.at("#documents"));
    browser.press(&["/"]);
    assert_eq!(browser.evaluate(CHOSEN), json!("search"));
    browser.press(&["4", "1"]);
    browser.wait("location.hash.includes('q=41')");
    assert_eq!(
        rows(&mut browser, "documents"),
        ["documents/SG13-TD41/GEN"],
        "no key of the page works while one types"
    );
    browser.press(&["Enter"]);
    assert_eq!(browser.evaluate(CHOSEN), json!("documents/SG13-TD41/GEN"));
    browser.press(&["Escape"]);
    assert_eq!(browser.evaluate("document.getElementById('search').value"), json!(""));
}

#[test]
fn help_is_shown_and_closed() {
    let Some((mut browser, page)) = english() else { return };
    browser.open(&page.at("#documents"));
    browser.press(&["?"]);
    assert_eq!(browser.evaluate("document.getElementById('help').open"), json!(true));
    browser.press(&["j"]);
    assert_eq!(browser.evaluate(&format!("{CHOSEN}.startsWith('documents')")), json!(false));
    browser.press(&["Escape"]);
    assert_eq!(browser.evaluate("document.getElementById('help').open"), json!(false));
}

#[test]
fn all_can_be_reached_by_tab_and_the_focus_is_seen() {
    let Some((mut browser, page)) = english() else { return };
    browser.open(&page.at(""));
    browser.press(&["Tab"]);
    assert_eq!(browser.evaluate("document.activeElement.className"), json!("skip"));
    let mut met = Vec::new();
    for _ in 0..12 {
        browser.press(&["Tab"]);
        let seen = browser.evaluate("getComputedStyle(document.activeElement).outlineStyle !== 'none'");
        assert_eq!(seen, json!(true), "{}", browser.evaluate("document.activeElement.outerHTML"));
        met.push(
            browser.evaluate("document.activeElement.id || document.activeElement.getAttribute('href')"),
        );
    }
    for wanted in ["search", "appearance", "help-button", "#documents", "#findings"] {
        assert!(met.contains(&json!(wanted)), "{wanted}: {met:?}");
    }
    assert_eq!(sections(&mut browser), ["overview"]);
}
