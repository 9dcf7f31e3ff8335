use meeting_model::OutgoingLiaison;
use word_document::testing::docx;

fn read(notation: &str) -> Vec<OutgoingLiaison> {
    let document = crate::parse(&docx(notation), "liaisons.docx", &crate::Limits::default()).expect("reads");
    document.outgoing_liaisons
}

fn document(liaison: &OutgoingLiaison) -> String {
    liaison.document.as_ref().map(ToString::to_string).unwrap_or_default()
}

#[test]
fn a_column_for_each_purpose() {
    let found = read(
        "# 9 Outgoing liaison statements\n\
         |!header| # | Questions | WP | For action to | For information to | Title | TD |\n\
         | 1 | 4/98, 5/98 | 2/98 | IETF; ETSI TC EE | SG97 and SG96 | LS/o on meters (reply to SG97-LS12) | TD 77R1 |\n\
         | 2 | 5/98 | 2/98 | - | All study groups | LS/o on a new group | TD 78 (WP2) |",
    );
    let [first, second] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(first.questions, ["Q4/98", "Q5/98"]);
    assert_eq!(first.for_action, ["IETF", "ETSI TC EE"]);
    assert_eq!(first.for_information, ["SG97", "SG96"]);
    assert_eq!((document(first).as_str(), document(second).as_str()), ("TD77R1", "TD78/WP2"));
    assert_eq!(first.reply_to.as_ref().map(ToString::to_string).as_deref(), Some("SG97-LS12"));
    assert_eq!(second.for_action, [""; 0]);
    assert_eq!((first.at.row, first.at.column), (Some(1), Some(0)));
}

#[test]
fn one_column_of_addressees_with_the_purpose_beside_it() {
    let found = read(
        "# 3.4 Liaison statements sent\n| To | For | Title | Source | TD | Reply by |\n\
         | IEC SC77 | Action | LS/o on sockets | Q5/98 | TD 61 | 30 June 2027 |\n\
         | SG97 | Information | LS/o on plugs | Q2/98 | TD 62R1 | |\n| SG96 | Comments | LS/o on cords | Q2/98 | TD 63 | |",
    );
    let to: Vec<_> = found
        .iter()
        .map(|liaison| {
            (liaison.for_action.join(";"), liaison.for_comment.join(";"), liaison.for_information.join(";"))
        })
        .collect();
    let row = |action: &str, comment: &str, information: &str| {
        (action.to_owned(), comment.to_owned(), information.to_owned())
    };
    assert_eq!(to, [row("IEC SC77", "", ""), row("", "", "SG97"), row("", "SG96", "")]);
    assert_eq!(found[0].deadline.map(|day| day.to_string()).as_deref(), Some("2027-06-30"));
    assert_eq!(found[0].source.as_deref(), Some("Q5/98"));
}

#[test]
fn heads_in_other_languages() {
    for table in [
        "# 3 Notes de liaison de sortie\n| Pour action à | Titre | Document |\n| CE 97 | Note sur les prises | TD 61 |",
        "# 3 Исходящие заявления о взаимодействии\n| Для принятия мер | Название | Документ |\n| ИК 97 | О розетках | TD 61 |",
        "# 3 Declaraciones de coordinación\n| Para acción | Título | Documento |\n| CE 97 | Enchufes | TD 61 |",
        "# 3 发出的联络声明\n| 供采取行动 | 标题 | 文件 |\n| 第97研究组 | 插座 | TD 61 |",
    ] {
        let found = read(table);
        assert_eq!(found.iter().map(document).collect::<Vec<_>>(), ["TD61"], "{table}");
        assert_eq!(found[0].for_action.len(), 1, "{table}");
    }
}

#[test]
fn a_summary_that_counts_statements_lists_none() {
    let found = read(
        "# 4 Results\n|!header| Question | Report | Highlights | Texts for action | New work items | LSs sent |\n\
         | Q4/98 | TD 91 | Sockets agreed. | 1 | 0 | 1 |\n| Q5/98 | TD 92 | Plugs discussed. | 2 | 1 | 2 |",
    );
    assert_eq!(found, []);
}

#[test]
fn what_came_in_is_not_sent() {
    let found = read(
        "# 3 Incoming liaison statements\n| TD | Title | From | For action to |\n| TD61 | Meters | SG97 | Q5/98 |",
    );
    assert_eq!(found, []);
}
