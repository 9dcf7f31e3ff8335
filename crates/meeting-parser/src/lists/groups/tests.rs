//! Groups, Questions and their officers in tables and lines.

use meeting_model::{Document, Group, GroupKind};
use word_document::testing::docx;

use crate::{Limits, parse};

fn read(notation: &str) -> Document {
    parse(&docx(notation), "report.docx", &Limits::default()).expect("the test's document is a Word file")
}

const COVER: &str =
    "| Source: | Study Group 21 |\n| Title: | Report of Study Group 21 to WTSA-28: Part I |\n";

fn officers(group: &Group) -> Vec<String> {
    let month = |month: Option<meeting_model::Month>| month.map_or("-".to_owned(), |month| month.to_string());
    let print = |officer: &meeting_model::Officer| {
        let role = officer.role.as_deref().unwrap_or("-");
        let affiliation = officer.affiliation.as_deref().unwrap_or("-");
        format!("{role}: {} ({affiliation}) {}/{}", officer.name, month(officer.from), month(officer.until))
    };
    group.officers.iter().map(print).collect()
}

#[test]
fn working_parties_and_other_groups() {
    let document = read(&format!("{COVER}\
# 2 Organization of work
TABLE 3
Organization of Study Group 21
|!header| Designation | Questions to be studied | Title of the Working Party | Chair and Vice-chairs |
| WP 1/21 | 1, 2, 4/21 | Kites and balloons | Chair: Ada Moss (Moss Ropes, Norway) (from 01/2026 to 06/2027) ¶ Vice-chairs: Bo Lund (Sweden), Cai Wei (Xinghe Ltd, China) |
TABLE 4
Other groups
|!header| Title of the group | (Co-)chair(s) | Vice-chairs |
| Focus Group on kite nets (FG-KN) | Dana Roth (Drachen GmbH, Germany) | Eli Stone (Ghana; in memoriam) ¶ Femi Obi |
| Regional Group for the Andes (SG21RG-AND) | Gil Paz (Peru) | – |
"));
    let [party, focus, regional] = document.groups.as_slice() else { panic!("{:?}", document.groups) };
    assert_eq!(
        (party.acronym.as_deref(), party.name.as_deref()),
        (Some("WP1/21"), Some("Kites and balloons"))
    );
    assert_eq!((party.kind, party.parent.as_deref()), (GroupKind::WorkingParty, Some("SG21")));
    assert_eq!(
        officers(party),
        [
            "chair: Ada Moss (Moss Ropes, Norway) 2026-01/2027-06",
            "vice-chair: Bo Lund (Sweden) -/-",
            "vice-chair: Cai Wei (Xinghe Ltd, China) -/-",
        ]
    );
    assert_eq!(
        (focus.acronym.as_deref(), focus.name.as_deref()),
        (Some("FG-KN"), Some("Focus Group on kite nets"))
    );
    assert_eq!((focus.kind, focus.parent.as_deref()), (GroupKind::FocusGroup, Some("SG21")));
    assert_eq!(
        officers(focus),
        [
            "chair: Dana Roth (Drachen GmbH, Germany) -/-",
            "vice-chair: Eli Stone (Ghana) -/-",
            "vice-chair: Femi Obi (-) -/-",
        ]
    );
    assert_eq!((regional.acronym.as_deref(), regional.kind), (Some("SG21RG-AND"), GroupKind::Other));
    assert_eq!(document.people, []);
}

#[test]
fn questions_and_their_rapporteurs_are_no_groups() {
    let document = read(&format!(
        "{COVER}\
TABLE 5
Questions assigned and Rapporteurs
|!header| Questions | Title of the Questions | WP | {{span 2}}Officers |
|!header| | | | Rapporteur | Associate Rapporteurs |
| 1/21 | Kites | 1/21 | Ada Moss (Norway) | Bo Lund (Sweden) |
| | | | | Cai Wei (China) |
| 4 | Balloons | 1/21 | Rapporteur: Mr Dan Roe ¶ (Roe Nets, Ghana) | – |
TABLE 7
Questions deleted
|!header| Questions | Title of Questions | Rapporteurs | Results |
| Not applicable. | | | |
"
    ));
    assert_eq!(document.groups, []);
    let questions: Vec<_> =
        document.questions.iter().map(|q| (q.number.as_str(), q.title.as_deref())).collect();
    assert_eq!(questions, [("Q1/21", Some("Kites")), ("Q4/21", Some("Balloons"))]);
    let people: Vec<_> = document
        .people
        .iter()
        .map(|p| {
            (
                p.name.as_str(),
                p.role.as_deref().unwrap_or("-"),
                p.group.as_deref().unwrap_or("-"),
                p.country.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        people,
        [
            ("Ada Moss", "rapporteur", "Q1/21", Some("Norway")),
            ("Bo Lund", "associate rapporteur", "Q1/21", Some("Sweden")),
            ("Cai Wei", "associate rapporteur", "Q1/21", Some("China")),
            ("Dan Roe", "rapporteur", "Q4/21", Some("Ghana")),
        ]
    );
}

#[test]
fn affiliations_in_columns_of_their_own() {
    let document = read(&format!(
        "{COVER}\
# Structure
| Acronym | Title | Chair | Organization | Country |
| FG-KN | Kite nets | Ada Moss | Moss Ropes | Norway |
| JCA-ROPE | Ropes | Bo Lund ¶ Cai Wei | Lund AB ¶ Xinghe Ltd | Sweden ¶ China |
| FG-SAIL | Sails | Vacant | | |
"
    ));
    let found: Vec<_> = document.groups.iter().flat_map(officers).collect();
    assert_eq!(
        found,
        [
            "chair: Ada Moss (Moss Ropes, Norway) -/-",
            "chair: Bo Lund (Lund AB, Sweden) -/-",
            "chair: Cai Wei (Xinghe Ltd, China) -/-",
        ]
    );
    assert_eq!(document.groups[2].acronym.as_deref(), Some("FG-SAIL"));
    assert_eq!(document.groups[2].parent.as_deref(), Some("SG21"));
}

#[test]
fn officers_in_lines_under_the_name_of_their_group() {
    let document = read(
        "\
# 1 Introduction
Working Party 2/21 (Ropes and knots) met on 2 March 2026.
# 2 Structure
Management team of WP2/21:
- Chair: Ada Moss (Moss Ropes, Norway)
- Vice-chair: Bo Lund (Sweden) (from 01/2026)
Some text.
",
    );
    let [group] = document.groups.as_slice() else { panic!("{:?}", document.groups) };
    assert_eq!((group.acronym.as_deref(), group.name.as_deref()), (Some("WP2/21"), Some("Ropes and knots")));
    assert_eq!(
        officers(group),
        ["chair: Ada Moss (Moss Ropes, Norway) -/-", "vice-chair: Bo Lund (Sweden) 2026-01/-"]
    );
}

#[test]
fn groups_in_other_languages() {
    let chinese = read(
        "\
| 来源： | 第21研究组 |
| 标题： | 第21研究组提交WTSA-28的报告 |
表3
第21研究组的组织结构
|!header| 代号 | 拟研究的课题 | 工作组名称 | 主席和副主席 |
| 第1/21工作组 | 1、2/21 | 风筝 | 主席：李明（星河公司，中国） |
",
    );
    let [group] = chinese.groups.as_slice() else { panic!("{:?}", chinese.groups) };
    assert_eq!((group.acronym.as_deref(), group.name.as_deref()), (Some("WP1/21"), Some("风筝")));
    assert_eq!(officers(group), ["chair: 李明 (星河公司, 中国) -/-"]);

    let french = read("\
| Origine: | Commission d'études 21 |
| Titre: | Rapport de la Commission d'études 21 à l'AMNT-28 |
TABLEAU 4
Autres groupes
|!header| Titre du groupe | Président | Vice-Présidents |
| Groupe spécialisé sur les filets (FG-KN) | Luc Petit (Filets SA, France) | Ana Gil (Espagne) |
TABLEAU 5
Questions confiées et Rapporteurs
|!header| Questions | Titre des Questions | GT | Rapporteur |
| 1/21 | Cerfs-volants | 1/21 | Rapporteur: M. Jean Roi (Suisse) ¶ Rapporteur associé: Mme Eva Lys (Belgique) |
");
    let [group] = french.groups.as_slice() else { panic!("{:?}", french.groups) };
    assert_eq!((group.acronym.as_deref(), group.kind), (Some("FG-KN"), GroupKind::FocusGroup));
    assert_eq!(
        officers(group),
        ["chair: Luc Petit (Filets SA, France) -/-", "vice-chair: Ana Gil (Espagne) -/-"]
    );
    let people: Vec<_> =
        french.people.iter().map(|p| (p.name.as_str(), p.role.as_deref(), p.group.as_deref())).collect();
    assert_eq!(
        people,
        [
            ("Jean Roi", Some("rapporteur"), Some("Q1/21")),
            ("Eva Lys", Some("associate rapporteur"), Some("Q1/21")),
        ]
    );

    let russian = read("\
| Источник: | 21-я Исследовательская комиссия |
| Название: | Отчет |
ТАБЛИЦА 3
Организация ИК21
|!header| Обозначение | Вопросы для исследования | Название рабочей группы | Председатель и заместители Председателя |
| РГ1/21 | 1, 2/21 | Воздушные змеи | Председатель: Иван Лодкин (ООО «Канат», Российская Федерация) ¶ Заместитель Председателя: Anna Berg (Швеция) |
");
    let [group] = russian.groups.as_slice() else { panic!("{:?}", russian.groups) };
    assert_eq!((group.acronym.as_deref(), group.parent.as_deref()), (Some("WP1/21"), Some("SG21")));
    assert_eq!(
        officers(group),
        ["chair: Иван Лодкин (ООО «Канат», Российская Федерация) -/-", "vice-chair: Anna Berg (Швеция) -/-",]
    );
}
