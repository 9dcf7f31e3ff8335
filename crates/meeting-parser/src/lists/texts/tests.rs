//! Tables of texts in reports to the Assembly and in reports of Questions.

use meeting_model::{Document, TextEvent, TextKind};
use word_document::testing::docx;

use crate::{Limits, parse};

fn read(notation: &str) -> Document {
    parse(&docx(notation), "report.docx", &Limits::default()).expect("the test's document is a Word file")
}

/// Designation, kind, event, revision, process and date, as short as may be.
fn rows(notation: &str) -> Vec<String> {
    let print = |text: &meeting_model::Text| {
        let event = text.event.map_or("-".to_owned(), |event| event.to_string());
        let revision = text.revision.map_or("-".to_owned(), |revision| revision.to_string());
        let process = text.process.map_or("-".to_owned(), |process| process.to_string());
        let date = text.date.map_or("-".to_owned(), |date| date.to_string());
        format!("{} {} {event} {revision} {process} {date}", text.designation, text.kind)
    };
    read(notation).texts.iter().map(print).collect()
}

#[test]
fn tables_of_a_report_to_the_assembly() {
    let found = rows(
        "\
# Annex 1 List of Recommendations, Supplements and other materials
TABLE 8
SG21 – Recommendations approved during the study period
|!header| Recommendation | Approval | Status | TAP/AAP | Title |
| K.201 (Rev.) | 2027-02-13 | In force | AAP | Lightning and kites |
| K.202 (2026) Amd.1 (New) | 2027-03-13 | In force | AAP | Earthing of balloons |
| K.203 (2026) | 2026-12-01 | Superseded | TAP | Masts |
TABLE 9
SG21 – Recommendations under approval as of publication of this report
|!header| Recommendation | Consent/ Determination | TAP/AAP | Title |
| K.204 (ex K.wind) | 2028-05-05 | AAP | Wind |
TABLE 10
SG21 – Recommendations deleted during the study period
|!header| Recommendation | Last version | Withdrawal date | Title |
| K.7 | 1988 | 2027-02-13 | Old masts |
TABLE 11
SG21 – Recommendations submitted to WTSA-28
|!header| Recommendation | Proposal | Title | Reference |
| K.205 | Approval by the Assembly | Rain | C 11 |
TABLE 12
SG21 – Supplements
|!header| Supplement | Date | Status | Title |
| K Suppl. 41 | 2027-02-13 | In force | Hail |
| K Suppl. 9 | 2027-02-13 | Withdrawn | Fog |
TABLE 13
SG21 – Technical Papers
|!header| Document | Date | Status | Title |
| None. | | | |
TABLE 15
SG21 – Other publications
|!header| Document | Date | Status | Title |
| SG21-GUIDE | 2027-02-13 | New | Guide for newcomers |
",
    );
    assert_eq!(
        found,
        [
            "K.201 recommendation approved rev AAP 2027-02-13",
            "K.202 (2026) Amd.1 recommendation approved new AAP 2027-03-13",
            "K.203 (2026) recommendation approved - TAP 2026-12-01",
            "K.204 recommendation under_approval - AAP 2028-05-05",
            "K.7 recommendation deleted - - 2027-02-13",
            "K.205 recommendation submitted - - -",
            "K Suppl. 41 supplement approved - - 2027-02-13",
            "K Suppl. 9 supplement deleted - - 2027-02-13",
            "SG21-GUIDE other approved new - 2027-02-13",
        ]
    );
}

#[test]
fn what_a_question_proposes() {
    let found = rows(
        "\
# 6 Texts for action
## 6.1 Recommendations for TAP determination
The following draft Recommendation is proposed for determination:
| # | Q | Work item | Status | Title | Final text |
| 1 | 4/21 | K.kite | New | Kites | TD 5 (WP1) |
## 6.2 Recommendations for AAP consent
| Title | Recommendation | New/Rev | Text | Question |
| Masts | Draft revised Recommendation ITU-T K.203 | Rev. | TD 6 | 4/21 |
| Ropes | K.rope-rev (K.206) | | TD 7 | 4/21 |
## 6.3 Non-normative texts for agreement
| # | Question | Work item | Status | Title |
| 1 | 4/21 | KSTP-sail | New | Sails |
| 2 | 4/21 | K.Suppl.42 | New | Anchors |
# 7 Work programme
## 7.1 New work items
| # | Question | Work item | Status | Title | Editor |
| 1 | 4/21 | K.knot | New | Knots | Ada Moss |
",
    );
    assert_eq!(
        found,
        [
            "K.kite recommendation under_approval new TAP -",
            "K.203 recommendation under_approval rev AAP -",
            "K.rope-rev recommendation under_approval rev AAP -",
            "KSTP-sail technical_paper under_approval new - -",
            "K.Suppl.42 supplement under_approval new - -",
        ]
    );
}

#[test]
fn one_table_for_all_with_dividing_rows() {
    let found = rows(
        "\
# 5 Results
Table 2 – Texts agreed, consented and determined
|!header| Recommendation | Title | TD |
| {span 3}Recommendations for consent |
| K.1 (New) | One | TD 1 |
|!header| Recommendation | Title | TD |
| {span 3}TAP determination |
| K.2 (Rev.) | Two | TD 2 |
| {span 3}Recommendations deleted |
| K.3 | Three | TD 3 |
",
    );
    assert_eq!(
        found,
        [
            "K.1 recommendation under_approval new AAP -",
            "K.2 recommendation under_approval rev TAP -",
            "K.3 recommendation deleted - - -",
        ]
    );
}

#[test]
fn a_table_is_cut_in_two() {
    let document = read(
        "\
Recommendations approved during the study period
| Recommendation | Approval | Title |
| K.1 | 2027-02-13 | One |
TABLE 8 (continued)
| K.2 | 2027-02-14 | Two |
",
    );
    let found: Vec<_> = document.texts.iter().map(|text| (text.designation.as_str(), text.event)).collect();
    assert_eq!(found, [("K.1", Some(TextEvent::Approved)), ("K.2", Some(TextEvent::Approved))]);
    assert_eq!(document.texts[1].title.as_deref(), Some("Two"));
}

#[test]
fn other_languages() {
    let french = rows(
        "\
TABLEAU 8
Recommandations approuvées pendant la période d'études
| Recommandation | Approbation | Statut | TAP/AAP | Titre |
| K.201 (Rév.) | 13-02-2027 | En vigueur | AAP | Foudre |
TABLEAU 10
Recommandations supprimées
| Recommandation | Dernière version | Date de retrait | Titre |
| K.7 | 1988 | 13 février 2027 | Mâts |
TABLEAU 12
Suppléments
| Supplément | Date | Statut | Titre |
| Supplément 4 à la série K | 13 février 2027 | En vigueur | Grêle |
",
    );
    assert_eq!(
        french,
        [
            "K.201 recommendation approved rev AAP 2027-02-13",
            "K.7 recommendation deleted - - 2027-02-13",
            "Supplément 4 à la série K supplement approved - - 2027-02-13",
        ]
    );
    let russian = rows(
        "\
ТАБЛИЦА 9
Рекомендации в процессе утверждения
| Рекомендация | Согласие/определение | ТПУ/АПУ | Название |
| K.204 (новая) | 05.05.2028 | АПУ | Ветер |
",
    );
    assert_eq!(russian, ["K.204 recommendation under_approval new AAP 2028-05-05"]);
    let chinese = rows(
        "\
表8
研究期内批准的建议书
| 建议书 | 批准 | 状态 | TAP/AAP | 标题 |
| K.201（修订） | 2027-02-13 | 有效 | AAP | 雷电 |
",
    );
    assert_eq!(chinese, ["K.201 recommendation approved rev AAP 2027-02-13"]);
    let arabic = rows(
        "\
الجدول 10
التوصيات الملغاة
| التوصية | آخر صيغة | تاريخ السحب | العنوان |
| K.7 | 1988 | 2027-02-13 | صواري |
",
    );
    assert_eq!(arabic, ["K.7 recommendation deleted - - 2027-02-13"]);
    let spanish = rows(
        "\
CUADRO 9
Recomendaciones en curso de aprobación
| Recomendación | Consentimiento/Determinación | TAP/AAP | Título |
| K.204 (Nueva) | 2028-05-05 | TAP | Viento |
",
    );
    assert_eq!(spanish, ["K.204 recommendation under_approval new TAP 2028-05-05"]);
}

#[test]
fn what_is_no_text() {
    for notation in [
        "| Document | Source | Title |\n| C 12 | Canada | Proposal for K.7 |\n",
        "| Document | Date | Status | Title |\n| TD 12 | 2027-02-13 | Noted | Report |\n",
        "| # | Question | For action to | For information to | Title | TD |\n| 1 | 4/21 | SG5 | | LS on K.7 | TD 3 |\n",
    ] {
        assert_eq!(rows(notation), Vec::<String>::new(), "{notation}");
    }
}

#[test]
fn the_place_is_that_of_the_number() {
    let document =
        read("## 6.2 Recommendations for consent\n| # | Recommendation | Title |\n| 1 | K.1 | One |\n");
    let text = &document.texts[0];
    assert_eq!((text.at.row, text.at.column, text.kind), (Some(1), Some(0), TextKind::Recommendation));
}

#[test]
fn the_kind_of_a_text_may_say_that_it_is_revised() {
    let found = rows(
        "# 3.2 Texts for agreement\n| Acronym | Title | Ref. | Type |\n| Z.Suppl.4 | Guide to kites | TD53 | Supplement, revised |\n| ZSTR.kite | Kites | TD54 | New Technical Report |",
    );
    assert_eq!(
        found,
        ["Z.Suppl.4 supplement under_approval rev - -", "ZSTR.kite technical_report under_approval new - -"]
    );
}

#[test]
fn approval_and_determination_under_tap() {
    let notation = "\
# 2 Recommendations for TAP approval
SG21 approved the following Recommendations:
| Recommendation | New/Rev | Title | Q | Document | Decision |
| K.301 | New | Kites in storms | 4/21 | TD 15R1 | Approved |
| K.302 (rev) | Rev | Masts | 5/21 | TD16 | Approved with editorial changes |
| K.303 | New | Ropes | 5/21 | TD17 | Not approved; returned to Q5/21 |
# 3 Recommendations determined under TAP
| Recommendation | Title | Q | TD |
| K.knot | Knots | 7/21 | TD18 |
# 4 Texts agreed
| Text | Type | Title | TD |
| K.Suppl.44 | Supplement | Guide to K.301 | TD19 |
| KSTR-sail | Technical Report | Sails | TD20 |
";
    assert_eq!(
        rows(notation),
        [
            "K.301 recommendation approved new TAP -",
            "K.302 recommendation approved rev TAP -",
            "K.303 recommendation under_approval new TAP -",
            "K.knot recommendation under_approval - TAP -",
            "K.Suppl.44 supplement under_approval - - -",
            "KSTR-sail technical_report under_approval - - -",
        ]
    );
    assert!(read(notation).documents.is_empty());
}
