//! Times in six languages.

use super::*;

fn printed(text: &str) -> Vec<String> {
    let one = |time: FoundTime| {
        let end = time.end.map_or(String::new(), |end| format!("-{end}"));
        let zone = time.zone.map_or(String::new(), |zone| format!(" {zone}"));
        format!("{}{end}{zone}", time.start)
    };
    find(text, Vocabulary::get()).into_iter().map(one).collect()
}

#[track_caller]
fn check(cases: &[(&str, &[&str])]) {
    for (text, times) in cases {
        assert_eq!(printed(text), *times, "{text:?}");
    }
}

#[test]
fn ranges() {
    check(&[
        ("0930-1045", &["09:30-10:45"]),
        ("09:30 – 10:45", &["09:30-10:45"]),
        ("3 June 2026, 1400-1600 (CEST), online", &["14:00-16:00 CEST"]),
        ("1300-1500 hours CET", &["13:00-15:00 CET"]),
        ("14:30–17:30, Geneva time", &["14:30-17:30 Geneva"]),
        ("on 27 May 2025 at 9:30 – 10:45 hours and at 16:15 – 18:00 hours", &["09:30-10:45", "16:15-18:00"]),
        (
            "1430-1730 hours, and on Thursday 0930-1045 hours (Geneva time)",
            &["14:30-17:30 Geneva", "09:30-10:45 Geneva"],
        ),
        ("from 14:00 to 16:00 UTC+2", &["14:00-16:00 UTC+2"]),
        ("9.30 a.m. to 12.30 p.m.", &["09:30-12:30"]),
        ("2-4 pm", &["14:00-16:00"]),
        ("10 a.m. - 2 p.m. EST", &["10:00-14:00 EST"]),
        ("9.30-10.45 hours", &["09:30-10:45"]),
        ("1300-1430 (all times in Geneva time zone)", &["13:00-14:30 Geneva"]),
        ("14h00-16h00", &["14:00-16:00"]),
        ("de 14 h 30 à 16 h (heure de Genève)", &["14:30-16:00 Genève"]),
        ("14:30 a 16:00 horas, hora de Ginebra", &["14:30-16:00 Ginebra"]),
        ("с 14:00 до 16:00", &["14:00-16:00"]),
        ("14:00至16:00（日内瓦时间）", &["14:00-16:00 日内瓦"]),
        ("下午2时30分至4时", &["14:30-16:00"]),
        ("١٤:٠٠ إلى ١٦:٠٠ بتوقيت جنيف", &["14:00-16:00 جنيف"]),
    ]);
}

#[test]
fn single_times() {
    check(&[
        ("closed at 17:10 on 28 May 2025", &["17:10"]),
        ("closed at 1055 hours", &["10:55"]),
        ("13:00 Geneva time", &["13:00 Geneva"]),
        ("11 p.m.", &["23:00"]),
        ("12 a.m.", &["00:00"]),
        ("24:00", &["00:00"]),
    ]);
}

#[test]
fn what_is_no_time() {
    check(&[
        ("STUDY PERIOD 2025-2028", &[]),
        ("X.1631-1640", &[]),
        ("clauses 2.10-3.20", &[]),
        ("in 2026", &[]),
        ("Geneva, 26-30 May 2025", &[]),
        ("25:70", &[]),
        ("+41 22 730 0001", &[]),
        ("2025-05-20", &[]),
        ("", &[]),
    ]);
    check(&[("2000-2100 (CET)", &["20:00-21:00 CET"])]);
}

#[test]
fn zones_stand_alone() {
    let words = Vocabulary::get();
    assert_eq!(zone("(all times are provided in Geneva time zone)", words).as_deref(), Some("Geneva"));
    assert_eq!(zone("virtual interim meetings (Geneva time)", words).as_deref(), Some("Geneva"));
    assert_eq!(zone("at the same time", words), None);
    assert_eq!(zone("if time permits", words), None);
}

#[test]
fn hostile_texts_are_read_in_time() {
    for text in ["1-", "12:", "UTC+", "10 ", "下午", "1200-", "Geneva "] {
        let _ = find(&text.repeat(4_000), Vocabulary::get());
    }
}
