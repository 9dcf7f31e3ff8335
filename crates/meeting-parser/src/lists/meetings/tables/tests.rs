//! Tables of meetings held and planned.

use word_document::testing::docx;

use crate::{Limits, parse};

/// Group, title, status, days, place and reports.
fn rows(notation: &str) -> Vec<String> {
    let document = parse(&docx(notation), "report.docx", &Limits::default())
        .expect("the test's document is a Word file");
    let print = |meeting: &meeting_model::Meeting| {
        let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
        let day = |date: Option<jiff::civil::Date>| date.map_or("-".to_owned(), |date| date.to_string());
        let reports: Vec<String> = meeting.reports.iter().map(ToString::to_string).collect();
        format!(
            "{} | {} | {} | {}/{} | {} | {}",
            text(&meeting.group),
            text(&meeting.title),
            meeting.status,
            day(meeting.start_date),
            day(meeting.end_date),
            text(&meeting.place),
            reports.join(" ")
        )
    };
    document.meetings.iter().map(print).collect()
}

#[test]
fn meetings_of_a_report_to_the_assembly() {
    let found = rows(
        "\
| Title: | Report of Study Group 21 to WTSA-28: Part I |
# 1.2 Management team and meetings held by Study Group 21
TABLE 1
Meetings of Study Group 21
|!header| Meetings | Place, date | Reports |
| Study Group 21 | Geneva, 2-13 March 2026 | SG21-R1 to R3 |
| WP1/21 | Online, 5 June 2026 | SG21-R4 |
TABLE 2
Rapporteur meetings organized
|!header| Dates | Place/Host | Question(s) | Event name |
| 2026-04-20 to 2026-04-22 | Oslo / Moss Ropes | 4/21 | Q4/21 Rapporteur meeting |
|!header| Dates | Place/Host | Question(s) | Event name |
| 2026-05-07 | E-Meeting | 1, 4/21 | Joint e-meeting |
",
    );
    assert_eq!(
        found,
        [
            "SG21 | - | held | 2026-03-02/2026-03-13 | Geneva | SG21-R1 SG21-R2 SG21-R3",
            "Q4/21 | Q4/21 Rapporteur meeting | held | 2026-04-20/2026-04-22 | Oslo | ",
            "Q1/21 | Joint e-meeting | held | 2026-05-07/2026-05-07 | online | ",
            "WP1/21 | - | held | 2026-06-05/2026-06-05 | online | SG21-R4",
        ]
    );
}

#[test]
fn first_and_last_day_in_columns() {
    let found = rows(
        "\
# Planned interim meetings
| Question | {span 2}Dates | Place |
| | Start | End | |
| 4/21 | 3 May 2027 | 5 May 2027 | Lima |
| 5/21 | 6 May 2027 | 6 May 2027 | Virtual |
",
    );
    assert_eq!(
        found,
        [
            "Q4/21 | - | planned | 2027-05-03/2027-05-05 | Lima | ",
            "Q5/21 | - | planned | 2027-05-06/2027-05-06 | online | ",
        ]
    );
}

#[test]
fn merged_cells_and_several_dates_in_one() {
    let found = rows(
        "\
# Planned interim meetings
| Question | Date | Place |
| {vmerge}4/21 | 3 May 2027 | Lima |
| {vcont} | 5 June 2027 ¶ 7-8 June 2027 | Virtual |
",
    );
    assert_eq!(
        found,
        [
            "Q4/21 | - | planned | 2027-05-03/2027-05-03 | Lima | ",
            "Q4/21 | - | planned | 2027-06-05/2027-06-05 | online | ",
            "Q4/21 | - | planned | 2027-06-07/2027-06-08 | online | ",
        ]
    );
}

#[test]
fn meetings_in_other_languages() {
    let french = rows(
        "\
# Réunions tenues
| Dates | Lieu/hôte | Question(s) | Nom de l'événement |
| 7 mai 2026 | Réunion virtuelle | 4/21 | Réunion du Groupe du Rapporteur |
",
    );
    assert_eq!(
        french,
        ["Q4/21 | Réunion du Groupe du Rapporteur | held | 2026-05-07/2026-05-07 | online | "]
    );
    let russian = rows(
        "\
# Проведенные собрания
| Собрания | Место проведения, дата | Отчеты |
| РГ1/21 | Женева, 2–13 марта 2026 года | SG21-R1 – SG21-R2 |
",
    );
    assert_eq!(russian, ["WP1/21 | - | held | 2026-03-02/2026-03-13 | Женева | SG21-R1 SG21-R2"]);
    let chinese = rows(
        "\
# 已召开的会议
| 会议 | 地点、日期 | 报告 |
| 第21研究组 | 日内瓦，2026年3月2-13日 | SG21-R1 |
",
    );
    assert_eq!(chinese, ["SG21 | - | held | 2026-03-02/2026-03-13 | 日内瓦 | SG21-R1"]);
}

#[test]
fn what_is_no_meeting() {
    assert_eq!(
        rows("| Supplement | Date | Status | Title |\n| K Suppl. 4 | 2027-02-13 | In force | Hail |\n"),
        Vec::<String>::new()
    );
    assert_eq!(
        rows("| Date | Place | Question | Status |\n| 3 May 2027 | Lima | 4/21 | Cancelled |\n"),
        Vec::<String>::new()
    );
}
