//! Kinds of documents by their titles.

use meeting_model::Kind;

use super::read;

/// Titles of each kind.
const TITLES: [(Kind, &[&str]); 6] = [
    (
        Kind::Agenda,
        &[
            "Draft agenda and time plan",
            "Orden del día provisional",
            "Projet d'ordre du jour",
            "Предварительная повестка дня",
            "议程草案",
            "مشروع جدول الأعمال",
        ],
    ),
    (
        Kind::MeetingReport,
        &[
            "Meeting minutes",
            "Progress report",
            "Compte rendu de la réunion",
            "Proyecto de informe",
            "Отчет собрания Рабочей группы 1",
            "会议报告",
            "تقرير الاجتماع",
        ],
    ),
    (
        Kind::ActionList,
        &[
            "Action items of WP3",
            "Liste des mesures à prendre",
            "Lista de acciones pendientes",
            "Перечень действий",
            "行动清单",
            "قائمة الإجراءات",
        ],
    ),
    (
        Kind::LiaisonStatement,
        &[
            "LS/r on meters",
            "Liaison statement to SG13",
            "Note de liaison au SG13",
            "Declaración de coordinación",
            "联络声明",
        ],
    ),
    (
        Kind::AssemblyReport,
        &[
            "Report of SG98 to WTSA-28: Part I",
            "Rapport de la CE 98 à l'AMNT-28",
            "Informe a la AMNT-28",
            "Отчет ИК98 для ВАСЭ-28",
            "提交WTSA-28的研究组报告",
        ],
    ),
    (
        Kind::Other,
        &["Draft new Recommendation G.mtr", "Technical Report on meters", "Proposed revision of G.mtr"],
    ),
];

#[test]
fn what_a_title_says_tells_the_kind_in_every_language() {
    for (kind, titles) in TITLES {
        for title in titles {
            let document = read(&format!("| x | SG98-TD1 |\n| Title: | {title} |\n# 1 Text\nWords."));
            assert_eq!(document.kind, kind, "{title}");
        }
    }
    let contribution = read("| x | SG98-C124 |\n| Title: | Report of tests with meters |\n# 1 Text\nWords.");
    assert_eq!(contribution.kind, Kind::Contribution);
}

#[test]
fn the_text_of_a_standard_is_no_report() {
    let document = read(
        "# 1 Scope\nThis Recommendation specifies meters.\n# 2 Requirements\n\
         It is recommended that meters be read daily.\nThe interval is determined by the operator.\n\
         It is recommended to use two antennas.\nThe plural is established by adding an s.\nNotes and footnotes are informative.\nNotes stand in tables.",
    );
    assert_eq!((document.kind, document.decisions.len(), document.actions.len()), (Kind::Other, 0, 0));
}
