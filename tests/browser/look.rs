//! Colours, directions, sizes and paper.

use meeting_model::Language;
use serde_json::json;

use super::{ALL, english, go, sections};
use crate::driver::Browser;
use crate::sample::Page;

#[test]
fn the_page_is_light_or_dark_as_the_reader_likes() {
    let Some((mut browser, page)) = english() else { return };
    let paper = "(([r, g, b]) => r + g + b)(getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)) > 380";
    browser.open(&page.at(""));
    for (colours, light) in [("light", true), ("dark", false)] {
        browser.medium("screen", colours);
        assert_eq!(browser.evaluate(paper), json!(light), "{colours}");
    }
    let choose = |value: &str| {
        format!(
            "(() => {{ const one = document.getElementById('appearance'); one.value = {value:?};
            one.dispatchEvent(new Event('change')); }})()"
        )
    };
    browser.evaluate(&choose("light"));
    assert_eq!(browser.evaluate(paper), json!(true), "the choice goes before what the system says");
    browser.open(&page.at(""));
    assert_eq!(browser.evaluate(paper), json!(true), "it is kept");
    browser.evaluate(&choose("auto"));
    assert_eq!(browser.evaluate(paper), json!(false));
    browser.medium("print", "dark");
    assert_eq!(browser.evaluate(paper), json!(true), "paper is white");
}

#[test]
fn text_runs_as_it_is_written() {
    let Some(mut browser) = Browser::start() else { return };
    let page = Page::in_language(Language::English);
    browser.resize(1280, 800);
    browser.open(&page.at("#documents"));
    let direction = |at: usize| {
        format!("getComputedStyle(document.getElementById('documents/SG13-TD{at}/GEN').cells[2]).direction")
    };
    assert_eq!(browser.evaluate(&direction(9)), json!("ltr"));
    assert_eq!(browser.evaluate(&direction(10)), json!("rtl"));
    assert_eq!(
        browser.evaluate("document.getElementById('documents/SG13-TD10/GEN').cells[2].lang"),
        json!("ar")
    );
    let page = Page::in_language(Language::Arabic);
    browser.open(&page.at("#documents"));
    assert_eq!(browser.evaluate("getComputedStyle(document.body).direction"), json!("rtl"));
    assert_eq!(browser.evaluate(&direction(9)), json!("ltr"));
    let first = "document.querySelector('#documents thead th').getBoundingClientRect().right";
    assert_eq!(
        browser.evaluate(&format!("innerWidth - {first} < 100")),
        json!(true),
        "the first column is the rightmost"
    );
    assert!(browser.trouble().is_empty(), "{:?}", browser.trouble());
}

#[test]
fn nothing_is_wider_than_the_window() {
    let Some(mut browser) = Browser::start() else { return };
    for language in [Language::English, Language::Russian, Language::Arabic] {
        let page = Page::in_language(language);
        browser.open(&page.at(""));
        for width in [360, 800, 1000, 1300, 1920] {
            browser.resize(width, 900);
            for section in ALL {
                go(&mut browser, section);
                let width = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
                assert!(browser.evaluate(width).as_i64().unwrap() <= 0, "{language} {section}");
                let columns =
                    "[...document.querySelectorAll('section.shown thead th')].map((th) => th.offsetWidth)";
                let columns: Vec<u32> = serde_json::from_value(browser.evaluate(columns)).unwrap();
                assert!(
                    columns.iter().all(|width| *width == 0 || *width > 50),
                    "{language} {section} {columns:?}"
                );
            }
        }
    }
}

#[test]
fn on_a_phone_cells_say_what_they_are() {
    let Some((mut browser, page)) = english() else { return };
    browser.resize(390, 800);
    browser.open(&page.at("#documents"));
    let head =
        "getComputedStyle(document.getElementById('documents/SG13-TD4/GEN').cells[3], '::before').content";
    assert_eq!(browser.evaluate(head), json!("\"Source \""));
    assert_eq!(
        browser.evaluate("getComputedStyle(document.querySelector('#documents thead')).display"),
        json!("none")
    );
}

#[test]
fn paper_has_all_sections_and_no_controls() {
    let Some((mut browser, page)) = english() else { return };
    browser.open(&page.at("#decisions"));
    browser.medium("print", "light");
    assert_eq!(sections(&mut browser), ALL);
    let rows = "[...document.querySelectorAll('.list tbody tr')].every((tr) => tr.offsetHeight > 0)";
    assert_eq!(browser.evaluate(rows), json!(true));
    for control in ["nav", ".tools", ".filters", ".skip"] {
        let hidden = format!(
            "[...document.querySelectorAll('{control}')].every((one) => one.offsetParent === null && getComputedStyle(one).display === 'none')"
        );
        assert_eq!(browser.evaluate(&hidden), json!(true), "{control}");
    }
    browser.evaluate("dispatchEvent(new Event('beforeprint'))");
    let text = "document.getElementById('items/2.1').querySelector('details div').offsetHeight > 0";
    assert_eq!(browser.evaluate(text), json!(true), "long texts are printed whole");
    let pdf = browser.call("Page.printToPDF", json!({"preferCSSPageSize": true}));
    assert!(pdf["data"].as_str().unwrap().starts_with("JVBERi"), "a PDF");
}

#[test]
fn the_page_is_whole_without_its_script() {
    let Some((mut browser, page)) = english() else { return };
    browser.call("Emulation.setScriptExecutionDisabled", json!({"value": true}));
    browser.open(&page.at("#actions"));
    assert_eq!(sections(&mut browser), ALL);
    assert_eq!(browser.evaluate("getComputedStyle(document.querySelector('.tools')).display"), json!("none"));
    assert_eq!(browser.evaluate("document.querySelector('#documents tbody').rows.length"), json!(61));
}
