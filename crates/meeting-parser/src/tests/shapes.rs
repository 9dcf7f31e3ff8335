//! Lists in the shapes of other groups: study groups, advisory groups, working parties, regional groups.

use meeting_model::{Document, Kind, MeetingStatus, Outcome, Proposed, Status, Verb};

use super::{read, report};

fn verbs(document: &Document) -> Vec<Verb> {
    document.decisions.iter().map(|decision| decision.verb).collect()
}

#[test]
fn a_column_of_purposes_tells_what_the_addressees_get() {
    let document = report(
        "# 5 Outgoing liaison statements\n\
         | TD | Title | To | For action/info/comment |\n\
         | TD31 | LS on kites | ISO/TC 98 | Action |\n\
         | TD32 | LS/r on kites (reply to SG97-LS12) | SG97, ETSI | Information |",
    );
    let [first, second] = &document.outgoing_liaisons[..] else { panic!("{:?}", document.outgoing_liaisons) };
    assert_eq!((first.for_action.join(";"), first.for_information.len()), ("ISO/TC 98".to_owned(), 0));
    assert_eq!((second.for_information.join(";"), second.for_action.len()), ("SG97;ETSI".to_owned(), 0));
}

#[test]
fn an_office_may_follow_its_person() {
    let document = report(
        "# 2 Organization\n\
         | Designation | Title of the Working Party | Chair and Vice-Chairs |\n\
         | WP1/98 | Kites | Mr Bo Lind (Norvo, Sweden), Chair ¶ Ms Ada Moss (Orbit, Chile), Vice-Chair |\n\
         | WP2/98 | Masts | Mr Ian Roe (Fio Net) – Chair ¶ Ms Eva Paz (Lumo) – Vice-Chair |",
    );
    let officers = document.groups.iter().flat_map(|group| &group.officers);
    let told: Vec<_> = officers.map(|o| (o.role.as_deref().unwrap(), o.name.as_str())).collect();
    let expected =
        [("chair", "Bo Lind"), ("vice-chair", "Ada Moss"), ("chair", "Ian Roe"), ("vice-chair", "Eva Paz")];
    assert_eq!(told, expected);
}

#[test]
fn groups_name_their_parents_and_headings_their_officers() {
    let document = report(
        "# Working Party 2/TSAG\n\
         Chair: Mr Bo Lind (Norvo, Sweden)\n\
         # Focus groups\n\
         | Acronym | Full name | Parent group | Chair |\n\
         | FG-KITE | Focus Group on kites | SG98 | Ms Ada Moss (Orbit, Chile) |",
    );
    let told: Vec<_> = document
        .groups
        .iter()
        .map(|group| (group.acronym.as_deref().unwrap(), group.parent.as_deref().unwrap()))
        .collect();
    assert_eq!(told, [("FG-KITE", "SG98"), ("WP2/TSAG", "TSAG")]);
    let chair = &document.people[0];
    assert_eq!((chair.role.as_deref(), chair.group.as_deref()), (Some("Chair"), Some("WP2/TSAG")));
}

#[test]
fn who_by_when_and_how_it_stands_are_those_of_actions() {
    let document = report(
        "| Nr. | Description | Owner | Target | State | Remarks |\n\
         | {span 6}Open items |\n\
         | K-01 | Ask ISO for the kites (TD44) | Rapporteur Q6/98 | 2026-12-01 | open | |\n\
         | {span 6}Closed items |\n\
         | K-00 | Prepare the template | TSB | Dec 2026 | done | |",
    );
    let told: Vec<_> = document
        .actions
        .iter()
        .map(|action| (action.id.as_deref().unwrap(), action.assignee.as_deref().unwrap(), action.status))
        .collect();
    assert_eq!(told, [("K-01", "Rapporteur Q6/98", Status::Open), ("K-00", "TSB", Status::Done)]);
}

#[test]
fn a_title_may_begin_with_its_document_and_source() {
    let document = report(
        "| # | Item | Discussion |\n\
         | 1 | C 31 (KT (Korea)): Fake calls | The meeting noted C 31. |\n\
         | 2 | TD 32R1 – Orbit (Chile): Spam calls | It was agreed to add a definition. |\n\
         | 3 | TD 33: Silent calls | Noted. |",
    );
    let told: Vec<_> = document
        .items
        .iter()
        .map(|item| {
            let documents: Vec<_> = item.documents.iter().map(|d| d.number.to_string()).collect();
            (documents.join(" "), item.sources.join(";"), item.title.as_deref().unwrap())
        })
        .collect();
    let expected = [
        ("C31", "KT (Korea)", "Fake calls"),
        ("TD32R1", "Orbit (Chile)", "Spam calls"),
        ("TD33", "", "Silent calls"),
    ];
    assert_eq!(told, expected.map(|(number, source, title)| (number.to_owned(), source.to_owned(), title)));
}

#[test]
fn documents_of_several_series_are_allocated_together() {
    let document = report(
        "# Allocation of documents\n\
         | Question | Contributions | TDs |\n\
         | Q1/98 | C5, C6 | TD310 |\n\
         | Q2/98 | | TD312/WP1 |",
    );
    let told: Vec<_> = document
        .allocations
        .iter()
        .map(|found| (found.document.to_string(), found.groups.join(" ")))
        .collect();
    let expected = [("C5", "Q1/98"), ("C6", "Q1/98"), ("TD310", "Q1/98"), ("TD312/WP1", "Q2/98")];
    assert_eq!(told, expected.map(|(document, group)| (document.to_owned(), group.to_owned())));
}

#[test]
fn line_breaks_part_the_entries_of_a_plan() {
    let document = report(
        "| Identifier | KP-1 |\n\
         | Short title | Kites |\n\
         | Objective | Fly kites |\n\
         | Expected results | • More kites{br}• Better kites |\n\
         | KPIs | Number of kites |\n\
         | Proposed actions | K1-1: TSB to prepare a leaflet{br}K1-2: Members to fly |",
    );
    let item = &document.action_plan.as_ref().unwrap().items[0];
    assert_eq!(item.key_outcomes.as_deref(), Some("More kites\nBetter kites"));
    let told: Vec<_> =
        item.proposed_actions.iter().map(|a| (a.id.as_deref().unwrap(), a.text.as_str())).collect();
    assert_eq!(told, [("K1-1", "TSB to prepare a leaflet"), ("K1-2", "Members to fly")]);
}

#[test]
fn meetings_in_tables_without_a_group_are_those_of_the_reporter() {
    let document = report(
        "# 3 Future meetings\n\
         | Meeting No. | Date | Place/Host |\n\
         | 51 | 16-25 June 2027 | Oslo/Norvo |\n\
         | 52 | 6 – 15 October 2027 | [Busan, Korea] |",
    );
    let told: Vec<_> = document
        .meetings
        .iter()
        .map(|m| (m.group.as_deref().unwrap(), m.title.as_deref(), m.place.as_deref().unwrap()))
        .collect();
    assert_eq!(told, [("RG-XYZ", None, "Oslo"), ("RG-XYZ", None, "Busan, Korea")]);
}

#[test]
fn a_row_tells_in_a_sentence_when_the_next_meeting_is() {
    let document = report(
        "| No. | Item | Documents | Discussion |\n\
         | 1 | Opening | | The Chair opened the meeting. |\n\
         | 2 | Next meeting | | The next meeting will be held in Oslo, 1-10 June 2027. |",
    );
    let [next] = &document.meetings[..] else { panic!("{:?}", document.meetings) };
    assert_eq!((next.status, next.topics.as_deref()), (MeetingStatus::Planned, None));
    assert_eq!(next.place.as_deref(), Some("Oslo"));
}

#[test]
fn what_stands_before_the_first_item_introduces_the_meeting() {
    let document = report(
        "The group met in Oslo under the chairmanship of Mr Bo Lind (Norvo, Sweden), Rapporteur.\n\
         | No. | Item | Documents | Discussion |\n\
         | 1 | Opening | | The Rapporteur opened the meeting. |\n\
         | 2 | Kites | TD5 | Noted. |",
    );
    assert_eq!(document.people[0].group.as_deref(), Some("RG-XYZ"));
}

#[test]
fn captions_of_tables_decide_nothing() {
    let document = report("# 2 Questions\nQuestions deleted\n| Questions | Title |\n| 19 | Old kites |");
    assert_eq!(verbs(&document), []);
}

#[test]
fn what_is_asked_has_not_happened() {
    let notation = "| TELECOMMUNICATION STANDARDIZATION SECTOR | TSAG-TD9 |\n\
        | Title: | 议程草案 |\n\n\
        | 议项 | 议题 | 文件 | 建议的处理方式 |\n| 1 | 工作计划 | TD25 | 注意到 |\n| 2 | 风筝 | C7 | 讨论 |";
    let document = read(notation);
    let told: Vec<_> =
        document.items.iter().map(|item| (item.proposed.clone(), item.outcomes.clone())).collect();
    assert_eq!(told, [(vec![Proposed::ToNote], vec![]), (vec![Proposed::ToDiscuss], vec![])]);
    let done = report(
        "| 序号 | 文件 | 标题 | 结果 |\n| 1 | C22 | 风筝 | 会议决定推迟审议。 |\n| 2 | C23 | 桅杆 | 会议注意到该文稿。 |",
    );
    let told: Vec<_> = done.items.iter().map(|item| (item.proposed.len(), item.outcomes.clone())).collect();
    assert_eq!(told, [(0, vec![Outcome::Deferred, Outcome::Decided]), (0, vec![Outcome::Noted])]);
}

#[test]
fn places_of_next_meetings_in_other_languages() {
    for (sentence, place) in [
        ("La próxima reunión se celebrará en Lima (Perú) del 10 al 12 de noviembre de 2027.", "Lima (Perú)"),
        ("La prochaine réunion aura lieu à Genève du 6 au 15 octobre 2027.", "Genève"),
        ("下次会议将于2027年9月7日至18日在日内瓦举行。", "日内瓦"),
        ("سيعقد الاجتماع المقبل في الدوحة، قطر، من 10 إلى 12 نوفمبر 2027.", "الدوحة، قطر"),
        ("Следующее собрание состоится в Минске 20–22 октября 2027 года.", "Минске"),
    ] {
        let document = report(&format!("# 1 Opening\nText.\n# 2 Next meeting\n{sentence}"));
        let [next] = &document.meetings[..] else { panic!("{sentence}: {:?}", document.meetings) };
        assert_eq!(next.place.as_deref(), Some(place), "{sentence}");
    }
}

#[test]
fn arabic_joins_its_verbs() {
    let sentence = "ناقش الاجتماع المساهمة واتفق على إدراجها في التقرير وطلب من المكتب نشرها.";
    let document = report(&format!("# 2 المساهمات\n{sentence}"));
    assert_eq!(verbs(&document), [Verb::Agreed, Verb::Requested]);
    let document = report(
        "| الرقم | الوثيقة | العنوان | النتيجة |\n| 1 | C5 | الطوارئ | قرر الاجتماع تأجيل النظر في المساهمة. |\n| 2 | C6 | الأرقام | أحاط الاجتماع علما. |",
    );
    assert_eq!(document.items[0].outcomes, [Outcome::Deferred, Outcome::Decided]);
    assert_eq!(verbs(&document), [Verb::Decided, Verb::Noted]);
}

#[test]
fn who_was_in_the_chair_in_other_languages() {
    for (sentence, role) in [
        ("Le groupe s'est réuni sous la présidence de Mme Ada Moss (Orbit, Chili).", "chair"),
        ("La reunión fue presidida por la Sra. Ada Moss (Orbit, Chile).", "chair"),
        ("افتتح الاجتماع رئيس الفريق السيد أحمد علي (النجم، مصر).", "رئيس الفريق"),
    ] {
        let document = report(&format!("# 1 Opening\n{sentence}"));
        assert_eq!(document.people[0].role.as_deref(), Some(role), "{sentence}");
    }
}

#[test]
fn item_and_agenda_item_are_number_and_title() {
    let document = report(
        "| Item | Agenda item | Docs | Conclusions |\n\
         | 1 | Agenda | TD5 | Approved. |\n\
         | 2 | Future meetings | | Next SG98 plenary: Oslo, 7-18 June 2027. |",
    );
    let titles: Vec<_> = document.items.iter().map(|item| item.title.as_deref().unwrap()).collect();
    assert_eq!(titles, ["Agenda", "Future meetings"]);
    assert_eq!(document.meetings[0].place.as_deref(), Some("Oslo"));
}

#[test]
fn when_where_and_what_are_no_actions() {
    let document = report("| When | Where | What |\n| 5 May 2027 | Oslo | Workshop on kites |");
    assert_eq!(document.actions, []);
    assert_ne!(document.kind, Kind::ActionList);
}

#[test]
fn working_groups_have_the_names_beside_their_numbers() {
    let document = report(
        "# Working groups\n\
         | Working group | Scope | Chair(s) |\n\
         | WG1 – Kites | All that flies | Ms Ada Moss (Orbit, Chile) |",
    );
    assert_eq!(document.groups[0].name.as_deref(), Some("Kites"));
}

#[test]
fn two_may_be_in_the_chair() {
    let document = report(
        "# 1 Opening\nThe meeting was co-chaired by Mr Luis Gil (Sabana, Colombia) and Mrs Jae Nam Ko (ETRX, Rep. of Korea).",
    );
    let told: Vec<_> =
        document.people.iter().map(|p| (p.name.as_str(), p.role.as_deref().unwrap())).collect();
    assert_eq!(told, [("Luis Gil", "chair"), ("Jae Nam Ko", "chair")]);
    assert_eq!(document.people[1].country.as_deref(), Some("Rep. of Korea"));
}
