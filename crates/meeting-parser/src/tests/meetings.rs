use meeting_model::{Meeting, MeetingStatus};

use super::report;

fn days(meeting: &Meeting) -> String {
    format!("{}", meeting.start_date.unwrap())
}

#[test]
fn the_sessions_of_the_introduction_are_held() {
    let document = report(
        "# 0 Introduction\nRG-XYZ met during the TSAG meeting (Geneva, 5-9 October 2026) on 6 October 2026, 9:30 – 10:45 hours, and on 8 October 2026 (1430-1600).\n\
         # 1 Closing\nThe report is found in TD501.",
    );
    let [first, second] = &document.meetings[..] else { panic!("{:?}", document.meetings) };
    assert_eq!((first.status, days(first)), (MeetingStatus::Held, "2026-10-06".to_owned()));
    assert_eq!(first.start_time.unwrap().to_string(), "09:30");
    assert_eq!(second.end_time.unwrap().to_string(), "16:00");
    assert_eq!((first.group.as_deref(), first.place.as_deref()), (Some("RG-XYZ"), Some("Geneva")));
    assert_eq!(first.reports[0].to_string(), "TD501");
}

#[test]
fn dated_points_are_planned_once_with_computed_deadlines() {
    let body = "%list 4 lowerRoman %1.\n# 0 Action from RG-XYZ to WP1\n- RG-XYZ-1: to authorize two virtual meetings (Geneva time zone):\n\
        {num 4.0}12 November 2026, 1400-1600, meters\n{num 4.0}14 January 2027, 1400-1530, captions\n\
        The contribution deadline is 7 days before the respective meeting.\n\
        # 1 Future meetings\nThe meeting agreed on these virtual meetings:\n{num 4.0}12 November 2026, 1400-1600, meters";
    let document = report(body);
    let [first, second] = &document.meetings[..] else { panic!("{:?}", document.meetings) };
    assert_eq!((first.status, days(first)), (MeetingStatus::Planned, "2026-11-12".to_owned()));
    assert_eq!(first.topics.as_deref(), Some("meters"));
    assert_eq!((first.place.as_deref(), first.time_zone.as_deref()), (Some("online"), Some("Geneva")));
    assert_eq!(first.deadline.unwrap().to_string(), "2026-11-05");
    assert_eq!(days(second), "2027-01-14");
}

#[test]
fn tables_of_meetings_are_known_by_their_columns() {
    let document = report(
        "# 6 Planned interim meetings\n|!header| Question | Date (time) | Place/Host | Terms of reference |\n\
         | 7/98 | 26-28 January 2027 | Lima / Fio Net | Baseline |\n| 8/98 | 9 February 2027, 0900-1100 (CET) | E-meeting | Comments |",
    );
    let [first, second] = &document.meetings[..] else { panic!("{:?}", document.meetings) };
    assert_eq!((first.group.as_deref(), first.place.as_deref()), (Some("Q7/98"), Some("Lima")));
    assert_eq!(first.end_date.unwrap().to_string(), "2027-01-28");
    assert_eq!((second.place.as_deref(), second.time_zone.as_deref()), (Some("online"), Some("CET")));
    assert_eq!(second.topics.as_deref(), Some("Comments"));
}

#[test]
fn an_announced_event_is_planned() {
    let document = report(
        "# 1 Events\nThe workshop on meters (Nairobi, 9 June 2027) was announced. The workshop of 3 May 2020 was recalled.",
    );
    let [event] = &document.meetings[..] else { panic!("{:?}", document.meetings) };
    assert_eq!(event.title.as_deref(), Some("workshop on meters"));
    assert_eq!(event.place.as_deref(), Some("Nairobi"));
}

/// The meetings of a report with this body: group, first and last day, place, deadline.
fn planned(body: &str) -> Vec<(String, String, String, String)> {
    let meetings = report(body).meetings.into_iter();
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    meetings
        .map(|meeting| {
            let days = format!("{} {}", day(meeting.start_date), day(meeting.end_date));
            let text = Option::unwrap_or_default;
            (text(meeting.group), days, text(meeting.place), day(meeting.deadline))
        })
        .collect()
}

#[test]
fn a_sentence_anywhere_foretells_a_meeting() {
    for (text, group, days, place, deadline) in [
        (
            "The Chair closed the meeting. The next meeting of SG98 is planned to be held in Geneva from 8 to 19 February 2027.",
            "SG98",
            "2027-02-08 2027-02-19",
            "Geneva",
            "",
        ),
        (
            "The fourth meeting of the group will be held on 30 November - 2 December 2026 in Lima, Peru (deadline for contributions: one week before the meeting).",
            "RG-XYZ",
            "2026-11-30 2026-12-02",
            "Lima, Peru",
            "2026-11-23",
        ),
        (
            "The next e-meeting will take place on 28 December 2026 to 3 January 2027. Contributions are due 12 days before the meeting.",
            "RG-XYZ",
            "2026-12-28 2027-01-03",
            "online",
            "2026-12-16",
        ),
        (
            "La prochaine réunion se tiendra du 2 au 6 mars 2027 à Genève.",
            "RG-XYZ",
            "2027-03-02 2027-03-06",
            "Genève",
            "",
        ),
        (
            "La próxima reunión se celebrará del 12 al 16 de abril de 2027 en Ginebra.",
            "RG-XYZ",
            "2027-04-12 2027-04-16",
            "Ginebra",
            "",
        ),
        (
            "Следующее собрание состоится 12–16 апреля 2027 года в Женеве.",
            "RG-XYZ",
            "2027-04-12 2027-04-16",
            "Женеве",
            "",
        ),
    ] {
        let expected = (group.to_owned(), days.to_owned(), place.to_owned(), deadline.to_owned());
        for body in [format!("# 5 Closing\n{text}"), format!("# 5 Future meetings\n{text}")] {
            assert_eq!(planned(&body), std::slice::from_ref(&expected), "{body}");
        }
    }
}

#[test]
fn dated_points_have_no_dash_in_their_place() {
    let document = report(
        "# 5 Next meetings\nRG-XYZ plans the following interim meetings:\n- - 18-19 January 2027, Seoul (Korea), to progress captions. Contributions are due by 11 January 2027.\n\
         - 30 June 2027, 08:00 to 11:00 Geneva time, virtual.",
    );
    let [first, second] = &document.meetings[..] else { panic!("{:?}", document.meetings) };
    assert_eq!(first.title.as_deref(), Some("RG-XYZ interim meeting"));
    assert_eq!((first.place.as_deref(), first.topics.as_deref()), (Some("Seoul (Korea)"), Some("captions")));
    assert_eq!(first.deadline.map(|day| day.to_string()).as_deref(), Some("2027-01-11"));
    assert_eq!((second.place.as_deref(), second.topics.as_deref()), (Some("online"), None));
    assert_eq!(second.time_zone.as_deref(), Some("Geneva"));
}

#[test]
fn the_day_of_an_action_is_no_meeting() {
    assert_eq!(planned("# 5 Future meetings\nAction: TSB to publish the list before 1 December 2026."), []);
    assert_eq!(planned("# 5 Future meetings\nTSB will send the invitation by 1 December 2026."), []);
}

#[test]
fn days_that_a_sentence_lists_are_meetings_and_days_in_a_row_are_one() {
    let of = |text: &str| {
        planned(&format!("# 5 Next steps\n{text}")).into_iter().map(|meeting| meeting.1).collect::<Vec<_>>()
    };
    assert_eq!(
        of("WP3/98 plenaries are planned for 5 and 12 March 2027."),
        ["2027-03-05 2027-03-05", "2027-03-12 2027-03-12"]
    );
    assert_eq!(of("The group plans to meet virtually on 3 and 4 February 2027."), ["2027-02-03 2027-02-04"]);
    assert_eq!(of("Interim meeting: 30 November - 4 December 2026, Lima, Peru."), ["2026-11-30 2026-12-04"]);
    assert_eq!(of("The comment period ends on 1 December 2026."), [""; 0]);
}

#[test]
fn when_and_where_head_meetings() {
    let document = report(
        "# 1 Meetings since the last plenary\n| When | Where | Who | Output |\n| 3-5 Feb 2026 | Oslo, Norway | Q2/98 | SG98-TD270 |\n| 12 Mar 2026 | e-meeting | Q4/98 | SG98-TD271 |",
    );
    let [first, second] = &document.meetings[..] else { panic!("{:?}", document.meetings) };
    assert_eq!((first.group.as_deref(), days(first)), (Some("Q2/98"), "2026-02-03".to_owned()));
    assert_eq!(first.reports[0].to_string(), "SG98-TD270");
    assert_eq!(second.place.as_deref(), Some("online"));
}

#[test]
fn a_meeting_during_another_is_of_its_own_group() {
    let document = report(
        "# 1 Future meetings\nThe next meeting of WP3/98 will be held during the SG98 meeting in Oslo, 1-12 February 2027.",
    );
    assert_eq!(document.meetings[0].group.as_deref(), Some("WP3/98"));
    assert_eq!(document.actions, []);
}

#[test]
fn a_deadline_is_no_session() {
    let document = report("# 1 Summary\nThe meeting agreed to extend the deadline to 6 October 2026.");
    assert_eq!(document.meetings, []);
}
