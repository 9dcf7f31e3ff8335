//! A document made by hand, and the page of it.

use meeting_model::{
    Action, Block, Contact, Decision, Diagnostic, Document, FileInfo, Header, Item, ItemDocument,
    ListedDocument, Location, Meeting, Outcome, Paragraph, Section, Severity, Table, Verb,
};

use super::page;

fn report() -> Document {
    Document {
        file: FileInfo { name: "report_1.docx".into(), ..FileInfo::default() },
        header: Header {
            number: "TSAG-TD7R1/GEN".parse().ok(),
            title: Some("Report <draft>".into()),
            place: Some("Geneva".into()),
            start_date: "2026-03-02".parse().ok(),
            end_date: "2026-03-06".parse().ok(),
            contacts: vec![Contact {
                name: Some("Ann Doe".into()),
                email: Some("ann_doe@example.org".into()),
                ..Contact::default()
            }],
            ..Header::default()
        },
        items: vec![item()],
        documents: vec![ListedDocument {
            number: "C84".parse().ok(),
            title: Some("A | B".into()),
            url: Some("https://example.org/c84".into()),
            introduced: Some(false),
            ..ListedDocument::default()
        }],
        decisions: vec![Decision {
            verb: Verb::CarriedForward,
            by: None,
            item: Some("2.1".into()),
            documents: Vec::new(),
            text: "It was carried forward.".into(),
            rule: String::new(),
            confidence: meeting_model::Confidence::High,
            at: Location::default(),
        }],
        actions: vec![Action {
            assignee: Some("Chair".into()),
            text: "Send the text".into(),
            sub_items: vec!["to SG2".into(), "to SG5".into()],
            ..Action::default()
        }],
        meetings: vec![Meeting {
            start_date: "2026-04-01".parse().ok(),
            start_time: "14:00".parse().ok(),
            time_zone: Some("CEST".into()),
            ..Meeting::default()
        }],
        diagnostics: vec![Diagnostic {
            code: "odd-date".into(),
            severity: Severity::Warning,
            message: "32 March is no day.".into(),
            hint: None,
            at: Location { part: "word/document.xml".into(), block: 3, row: Some(0), ..Location::default() },
        }],
        ..Document::default()
    }
}

fn item() -> Item {
    Item {
        number: Some("2.1".into()),
        title: Some("Working methods".into()),
        documents: vec![ItemDocument { number: "C84".parse().unwrap(), part: None, introduced: Some(false) }],
        outcomes: vec![Outcome::Noted, Outcome::CarriedForward],
        text: Some("It was introduced.\n# It was noted.".into()),
        ..Item::default()
    }
}

const PAGE: &str = r"# Report &lt;draft&gt;

- **Number:** TSAG-TD7R1/GEN
- **Kind:** other
- **Meeting:** Geneva, 2026-03-02 – 2026-03-06
- **File:** report_1.docx

**Contacts:**

- Ann Doe, ann_doe@example.org

## Actions

| Who | Action | Status |
|---|---|---|
| Chair | Send the text<br>• to SG2<br>• to SG5 | open |

## Decisions

- **carried forward** (2.1): It was carried forward.

## Items

#### 2.1 Working methods

**Outcome:** noted, carried forward · **Documents:** (C84)

It was introduced.

\# It was noted.

## Documents

| Number | Title |
|---|---|
| ([C84](<https://example.org/c84>)) | A \| B |

## Meetings

| Dates | Time | Status |
|---|---|---|
| 2026-04-01 | 14:00 CEST | planned |

## Diagnostics

- **warning** odd-date: 32 March is no day. (word/document.xml block 4, row 1)
";

#[test]
fn a_report_reads_as_a_page() {
    assert_eq!(page(&report()), PAGE);
}

#[test]
fn a_document_without_items_shows_its_text() {
    let cell = |words: &str| Some(words.to_owned());
    let section = Section {
        number: Some("1".into()),
        title: Some("Proposal".into()),
        level: 1,
        blocks: vec![
            Block::Paragraph(Paragraph {
                text: "First.".into(),
                label: Some("a)".into()),
                ..Paragraph::default()
            }),
            Block::Table(Table {
                rows: vec![vec![cell("Head"), None], vec![cell("x\ny"), cell("|")]],
                ..Table::default()
            }),
        ],
        ..Section::default()
    };
    let document = Document { sections: vec![section], ..Document::default() };
    let text = "## Text\n\n### 1 Proposal\n\na) First.\n\n| Head |  |\n|---|---|\n| x<br>y | \\| |\n";
    assert!(page(&document).ends_with(text), "{}", page(&document));
}

#[test]
fn an_empty_document_is_a_title_and_its_kind() {
    assert_eq!(page(&Document::default()), "# other\n\n- **Kind:** other\n");
}
