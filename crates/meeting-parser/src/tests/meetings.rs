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
