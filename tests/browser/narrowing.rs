//! Search, filters, sorting and addresses.

use serde_json::json;

use super::{english, rows, search, sections};
use crate::sample::DOCUMENTS;

#[test]
fn a_search_leaves_the_rows_that_have_all_words() {
    let Some((mut browser, page)) = english() else { return };
    browser.open(&page.at("#documents"));
    assert_eq!(rows(&mut browser, "documents").len(), DOCUMENTS + 1);
    search(&mut browser, "MEDIUM 13: harbour");
    assert_eq!(rows(&mut browser, "documents"), ["documents/SG13-TD13/GEN"], "without case and accents");
    assert_eq!(
        browser.evaluate("document.querySelector('#documents h2 .count').textContent"),
        json!("1 of 61")
    );
    search(&mut browser, "الموانئ");
    assert_eq!(rows(&mut browser, "documents").len(), DOCUMENTS / 10);
    search(&mut browser, "nothing-has-this");
    assert!(rows(&mut browser, "documents").is_empty());
    assert_eq!(
        browser.evaluate(
            "[...document.querySelectorAll('#documents .nothing')].some((p) => p.offsetHeight > 0)"
        ),
        json!(true)
    );
    browser.press(&["Escape"]);
    assert_eq!(rows(&mut browser, "documents").len(), DOCUMENTS + 1);
    assert!(browser.trouble().is_empty(), "{:?}", browser.trouble());
}

#[test]
fn a_search_from_the_overview_looks_into_all_sections() {
    let Some((mut browser, page)) = english() else { return };
    browser.open(&page.at(""));
    assert_eq!(sections(&mut browser), ["overview"]);
    search(&mut browser, "tables");
    assert_eq!(sections(&mut browser), ["items", "decisions", "actions", "timeline"]);
    assert_eq!(rows(&mut browser, "decisions"), ["decisions/1"]);
    let badge = "document.querySelector('nav a[href=\"#decisions\"] .badge').textContent";
    assert_eq!(browser.evaluate(badge), json!("1"));
    browser.press(&["Escape"]);
    assert_eq!(sections(&mut browser), ["overview"]);
}

#[test]
fn columns_sort_up_down_and_back() {
    let Some((mut browser, page)) = english() else { return };
    browser.open(&page.at("#documents"));
    let before = rows(&mut browser, "documents");
    let head = "document.querySelector('#documents thead th:nth-child(4)')";
    browser.evaluate(&format!("{head}.querySelector('button').click()"));
    assert_eq!(browser.evaluate(&format!("{head}.ariaSort")), json!("ascending"));
    let sources =
        "[...document.querySelectorAll('#documents tbody tr')].map((tr) => tr.cells[3].textContent)";
    let texts = |value: serde_json::Value| -> Vec<String> { serde_json::from_value(value).unwrap() };
    let up = texts(browser.evaluate(sources));
    assert!(up[..DOCUMENTS].is_sorted() && up[DOCUMENTS].is_empty(), "what says nothing comes last: {up:?}");
    browser.evaluate(&format!("{head}.querySelector('button').click()"));
    assert_eq!(browser.evaluate(&format!("{head}.ariaSort")), json!("descending"));
    let down = texts(browser.evaluate(sources));
    assert!(down[..DOCUMENTS].iter().rev().is_sorted() && down[DOCUMENTS].is_empty(), "{down:?}");
    browser.evaluate(&format!("{head}.querySelector('button').click()"));
    assert_eq!(browser.evaluate(&format!("{head}.ariaSort")), json!(null));
    assert_eq!(rows(&mut browser, "documents"), before);
}

#[test]
fn numbers_sort_as_numbers_and_days_as_days() {
    let Some((mut browser, page)) = english() else { return };
    browser.open(&page.at("#documents?sort=6&down=1"));
    assert_eq!(
        browser.evaluate("document.querySelector('#documents tbody tr').cells[5].textContent"),
        json!("Q10/13")
    );
    browser.open(&page.at("#timeline?sort=1&down=1"));
    let days =
        browser.evaluate("[...document.querySelectorAll('#timeline tbody time')].map((one) => one.dateTime)");
    let days: Vec<String> = serde_json::from_value(days).unwrap();
    assert!(days.len() == 6 && days.iter().rev().is_sorted(), "{days:?}");
}

#[test]
fn filters_stand_in_the_address_and_come_back_from_it() {
    let Some((mut browser, page)) = english() else { return };
    browser.open(&page.at("#documents"));
    for (name, value) in
        [("kind", "Contribution"), ("source", "Norland"), ("question", "Q4/13"), ("state", "In the folder")]
    {
        browser.evaluate(&format!(
            "(() => {{ const select = document.querySelector('#documents select[name={name}]');
                select.value = {value:?}; select.dispatchEvent(new Event('change')); }})()"
        ));
    }
    let shown = rows(&mut browser, "documents");
    assert_eq!(shown.len(), DOCUMENTS / 6, "{shown:?}");
    browser.evaluate("document.querySelector('#documents thead th:first-child button').click()");
    browser.evaluate("document.querySelector('#documents thead th:first-child button').click()");
    let shown: Vec<String> = shown.into_iter().rev().collect();
    assert_eq!(rows(&mut browser, "documents"), shown);
    let hash = browser.evaluate("location.hash");
    let hash = hash.as_str().unwrap();
    assert!(hash.starts_with("#documents?kind=") || hash.contains("&kind="), "{hash}");
    browser.open(&page.at(hash));
    assert_eq!(rows(&mut browser, "documents"), shown, "the address says all of it");
    assert_eq!(
        browser.evaluate("document.querySelector('#documents select[name=source]').value"),
        json!("Norland")
    );
    browser.evaluate("document.querySelector('#documents .filters button').click()");
    assert_eq!(rows(&mut browser, "documents").len(), DOCUMENTS + 1);
    assert_eq!(browser.evaluate("location.hash.includes('kind')"), json!(false));
}

#[test]
fn severity_and_status_can_be_filtered_by() {
    let Some((mut browser, page)) = english() else { return };
    browser.open(&page.at("#findings?severity=Note"));
    assert_eq!(rows(&mut browser, "findings"), ["findings/3"]);
    browser.open(&page.at("#actions?status=Overdue"));
    assert_eq!(rows(&mut browser, "actions"), ["actions/SG13-1"]);
    browser.open(&page.at("#documents?state=Missing"));
    assert_eq!(rows(&mut browser, "documents"), ["documents/SG13-C900"]);
}

#[test]
fn an_address_leads_to_a_row_by_any_of_its_numbers() {
    let Some((mut browser, page)) = english() else { return };
    browser.resize(1280, 800);
    for number in ["SG13-TD41/GEN", "TD41", "td41r2", "SG13-TD41", "SG13-TD41%2FGEN"] {
        browser.open(&page.at(&format!("#documents/{number}")));
        assert_eq!(sections(&mut browser), ["documents"], "{number}");
        assert_eq!(
            browser.evaluate("document.activeElement.id"),
            json!("documents/SG13-TD41/GEN"),
            "{number}"
        );
        let seen = "(({top, bottom}) => top > 90 && bottom <= innerHeight)(document.activeElement.getBoundingClientRect())";
        assert_eq!(browser.evaluate(seen), json!(true), "{number} is in view");
    }
    browser.open(&page.at("#documents?kind=Contribution"));
    browser.evaluate("location.hash = '#documents/TD41'");
    browser.wait("document.activeElement.id === 'documents/SG13-TD41/GEN'");
    assert_eq!(
        rows(&mut browser, "documents").len(),
        DOCUMENTS + 1,
        "a filter does not hide where a link leads"
    );
}

#[test]
fn a_bar_of_a_chart_leads_to_what_it_counts() {
    let Some((mut browser, page)) = english() else { return };
    browser.open(&page.at(""));
    browser.evaluate(
        "[...document.querySelectorAll('.chart a')].find((a) => a.textContent === 'Contribution').click()",
    );
    browser.wait("location.hash.startsWith('#documents')");
    browser.wait("document.querySelector('#documents').classList.contains('shown')");
    assert_eq!(rows(&mut browser, "documents").len(), DOCUMENTS / 2);
}
