//! Dates in six languages.

use super::*;

fn found(text: &str) -> Vec<String> {
    let print = |day: Day| {
        let year = day.year.map_or("----".to_owned(), |year| year.to_string());
        format!("{year}-{:02}-{:02}", day.month, day.day)
    };
    let one = |found: FoundDates| {
        let end = if found.is_single() { String::new() } else { format!("/{}", print(found.end)) };
        format!("{}{end}", print(found.start))
    };
    find(text, Vocabulary::get()).into_iter().map(one).collect()
}

#[track_caller]
fn check(cases: &[(&str, &[&str])]) {
    for (text, dates) in cases {
        assert_eq!(found(text), *dates, "{text:?}");
    }
}

#[test]
fn english() {
    check(&[
        ("Geneva, 26-30 May 2025", &["2025-05-26/2025-05-30"]),
        ("26 – 30 May 2025", &["2025-05-26/2025-05-30"]),
        ("30 March - 3 April 2026", &["2026-03-30/2026-04-03"]),
        ("29 December 2025 – 2 January 2026", &["2025-12-29/2026-01-02"]),
        ("29 December – 2 January 2026", &["2025-12-29/2026-01-02"]),
        ("Monday 5 to Friday 9 October 2026", &["2026-10-05/2026-10-09"]),
        ("position of 2025-05-20", &["2025-05-20"]),
        ("27/05/2025, 31.12.2025", &["2025-05-27", "2025-12-31"]),
        ("12-16/12/2025", &["2025-12-12/2025-12-16"]),
        ("item 3 - 16/12/2025", &["2025-12-16"]),
        ("on Tuesday, 27 May 2025 (1430-1730)", &["2025-05-27"]),
        ("September 8, 2025", &["2025-09-08"]),
        ("May 26-30, 2025", &["2025-05-26/2025-05-30"]),
        ("8 Sep 2025 and 27 Feb. 2026", &["2025-09-08", "2026-02-27"]),
        ("the 12th of May 2026", &["2026-05-12"]),
        ("12-May-2026", &["2026-05-12"]),
        ("27 and 28 May 2025", &["2025-05-27", "2025-05-28"]),
        ("10, 17 and 24 March 2026", &["2026-03-10", "2026-03-17", "2026-03-24"]),
        ("3 March, 5 April and 7 May 2026", &["2026-03-03", "2026-04-05", "2026-05-07"]),
        ("24-25 February and 3 March 2026", &["2026-02-24/2026-02-25", "2026-03-03"]),
        ("before Thursday January 25th COB", &["-----01-25"]),
        ("Monday, 13 April", &["-----04-13"]),
        ("16 September 2025 1400-1600 (CEST), online. Deadline: 8 Sep 2025", &["2025-09-16", "2025-09-08"]),
        ("27 May 2025 at 9:30 – 10:45 hours and 28 May 2025 at 16:15", &["2025-05-27", "2025-05-28"]),
        ("17 March 2026, 2000-2100", &["2026-03-17"]),
        ("17 March, 2000-2100", &["-----03-17"]),
        ("2 June 2026\n9 June 2026", &["2026-06-02", "2026-06-09"]),
    ]);
}

#[test]
fn other_languages() {
    check(&[
        ("Genève, du 26 au 30 mai 2025", &["2025-05-26/2025-05-30"]),
        ("le 1er février 2026", &["2026-02-01"]),
        ("du 29 septembre au 8 octobre 2025", &["2025-09-29/2025-10-08"]),
        ("mardi 3 et jeudi 5 mars 2026", &["2026-03-03", "2026-03-05"]),
        ("26-30 de mayo de 2025", &["2025-05-26/2025-05-30"]),
        ("Ginebra, 29 de septiembre - 8 de octubre de 2025", &["2025-09-29/2025-10-08"]),
        ("del 26 al 30 de mayo de 2025", &["2025-05-26/2025-05-30"]),
        ("1.º de mayo", &[]),
        ("26–30 мая 2025 года", &["2025-05-26/2025-05-30"]),
        ("с 26 по 30 мая 2025 г.", &["2025-05-26/2025-05-30"]),
        ("Женева, 30 марта – 3 апреля 2026 г., онлайн", &["2026-03-30/2026-04-03"]),
        ("2026年1月26日至30日，日内瓦", &["2026-01-26/2026-01-30"]),
        ("2026年1月26日至2月3日", &["2026-01-26/2026-02-03"]),
        ("2026年1月26-30日", &["2026-01-26/2026-01-30"]),
        ("会议于2025年12月3日举行", &["2025-12-03"]),
        ("جنيف، ٢٦-٣٠ مايو ٢٠٢٥", &["2025-05-26/2025-05-30"]),
        ("من 26 إلى 30 أيار 2025", &["2025-05-26/2025-05-30"]),
        ("12 و13 تشرين الثاني 2025", &["2025-11-12", "2025-11-13"]),
        ("6 جانفي 2026", &["2026-01-06"]),
    ]);
}

#[test]
fn what_is_no_date() {
    check(&[
        ("STUDY PERIOD 2025-2028", &[]),
        ("C-12, TD 300/GEN and Q8/17", &[]),
        ("delegates may 25 times ask", &[]),
        ("WP1 to march 12 miles", &[]),
        ("30 February 2025", &[]),
        ("+41 22 730 52 47", &[]),
        ("A.1 (clauses 2 to 5)", &[]),
        ("192.168.10.2025", &[]),
        ("", &[]),
    ]);
    // The number of a document before a date is no day of a list.
    check(&[("TD 12, 28 May 2026", &["2026-05-28"]), ("SG17-TD580 and 4 May 2026", &["2026-05-04"])]);
}

#[test]
fn a_missing_year_is_resolved() {
    let words = Vocabulary::get();
    let near = Date::constant(2024, 1, 22);
    let dates = find("Thursday January 25th", words);
    assert_eq!(dates[0].resolve(near), Some((Date::constant(2024, 1, 25), Date::constant(2024, 1, 25))));
    let dates = find("20 December", words);
    assert_eq!(dates[0].resolve(near), Some((Date::constant(2023, 12, 20), Date::constant(2023, 12, 20))));
    let dates = find("29 December - 2 January", words);
    assert_eq!(dates[0].resolve(near), Some((Date::constant(2023, 12, 29), Date::constant(2024, 1, 2))));
    assert!(find("29 February", words)[0].resolve(Date::constant(2025, 3, 1)).is_some());
    assert!(find("1 May", words)[0].resolve(Date::MAX).is_some());
}

#[test]
fn ranges_are_those_of_the_text() {
    let text = "Женева, 10, 17 и 24 марта 2026 г.";
    let found: Vec<&str> =
        find(text, Vocabulary::get()).into_iter().map(|found| &text[found.range]).collect();
    assert_eq!(found, ["10", "17", "24 марта 2026"]);
    let text = "on Tuesday, 27 May 2025.";
    assert_eq!(&text[find(text, Vocabulary::get())[0].range.clone()], "Tuesday, 27 May 2025");
}

#[test]
fn hostile_texts_are_read_in_time() {
    let words = Vocabulary::get();
    for text in ["1, ", "May ", "1-", "2025年", "26 and ", "٣", "1/1/", "，", "12 May - "] {
        let _ = find(&text.repeat(4_000), words);
    }
    let _ = find("99999999999999999999 May 2025 \u{0}\u{202e}١", words);
}
