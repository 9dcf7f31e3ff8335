//! Databases of made-up records.

use std::path::{Path, PathBuf};

use meeting_model::{
    Action, Block, Document, Edge, EdgeKind, FileStatus, Finding, Item, ItemDocument, Location, MeetingFacts,
    MeetingFile, MeetingRecord, Outcome, Paragraph, Proceedings, RegisterEntry, Section, Severity, Sourced,
    Status, Table,
};
use rusqlite::Connection;
use tempfile::TempDir;

use super::*;

fn location(block: usize) -> Location {
    Location { part: "word/document.xml".into(), block, ..Location::default() }
}

fn document(title: &str, paragraphs: &[&str]) -> Document {
    let blocks = paragraphs.iter().enumerate().map(|(at, text)| {
        Block::Paragraph(Paragraph { text: (*text).to_owned(), label: None, at: location(at + 1) })
    });
    let table = Table {
        rows: vec![
            vec![Some("TD 7".into()), None],
            vec![Some(String::new()), Some("the rented sensor".into())],
        ],
        at: location(50),
        ..Table::default()
    };
    let section = Section {
        number: Some("2".into()),
        title: Some(title.into()),
        level: 1,
        blocks: blocks.chain([Block::Table(table)]).collect(),
        sections: Vec::new(),
        at: location(0),
    };
    Document { sections: vec![section], ..Document::default() }
}

#[allow(clippy::too_many_lines, reason = "a record is long")]
fn record(start: &str, actions: &[(&str, &str, Status)]) -> MeetingRecord {
    let number = |text: &str| text.parse().unwrap();
    MeetingRecord {
        meeting: MeetingFacts {
            group: Some("SG20".into()),
            start_date: start.parse().ok(),
            ..Default::default()
        },
        files: vec![
            MeetingFile {
                file: "a.docx".into(),
                status: FileStatus::Document,
                number: "SG20-TD7".parse().ok(),
                ..Default::default()
            },
            MeetingFile {
                file: "b.zip".into(),
                status: FileStatus::Archive,
                holds: vec![MeetingFile {
                    file: "c.docx".into(),
                    status: FileStatus::Document,
                    ..Default::default()
                }],
                ..Default::default()
            },
        ],
        register: vec![RegisterEntry {
            number: "SG20-TD7".parse().ok(),
            revisions: vec![number("SG20-TD7")],
            files: [("SG20-TD7".into(), [("en".into(), "a.docx".into())].into())].into(),
            outcomes: vec![Outcome::Noted],
            ..Default::default()
        }],
        agenda: Some(Proceedings {
            number: None,
            items: vec![Item {
                number: Some("1".into()),
                documents: vec![ItemDocument {
                    number: number("SG20-TD7"),
                    part: None,
                    introduced: Some(true),
                }],
                ..Default::default()
            }],
        }),
        actions: actions
            .iter()
            .map(|(id, text, status)| Sourced {
                element: Action {
                    id: Some((*id).into()),
                    text: (*text).into(),
                    status: *status,
                    ..Action::default()
                },
                found_in: vec![number("SG20-TD7")],
            })
            .collect(),
        references: vec![Edge { from: number("SG20-TD7"), to: number("SG20-C1"), kind: EdgeKind::Cites }],
        findings: vec![Finding {
            number: "SG20-C1".parse().ok(),
            cited_in: vec![number("SG20-TD7")],
            ..Finding::new("cited-but-absent", Severity::Warning, "It is absent.")
        }],
        ..MeetingRecord::default()
    }
}

fn database(folder: &TempDir, key: &str, record: &MeetingRecord, paragraphs: &[&str]) -> PathBuf {
    let path = folder.path().join(format!("{key}.sqlite"));
    let mut writer = Writer::create(&path).unwrap();
    writer.add_text("a.docx", &Text::of(&document("Sensors", paragraphs))).unwrap();
    writer
        .add_text(
            "b.zip/c.docx",
            &Text::of(&document("第三次会议", &["Заседание открыто.", "الأَعْضَاءُ الحاضرون"])),
        )
        .unwrap();
    writer.settle().unwrap();
    writer.finish(key, "folder", record).unwrap();
    path
}

fn count(path: &Path, query: &str) -> i64 {
    Connection::open(path).unwrap().query_row(query, [], |row| row.get(0)).unwrap()
}

#[test]
fn rows_are_all_there_however_many_one_statement_adds() {
    let folder = TempDir::new().unwrap();
    for many in [0, 1, 31, 32, 33, 64, 70] {
        let finding = |at: usize| Finding::new("cited-but-absent", Severity::Info, format!("Finding {at}."));
        let findings = (1..=many).map(finding).collect();
        let record = MeetingRecord { findings, ..record("2026-03-02", &[]) };
        let path = database(&folder, &format!("of {many}"), &record, &vec!["Noted."; many]);
        let right = "SELECT count(*) FROM findings WHERE id = position AND message = 'Finding ' || id || '.'";
        assert_eq!(count(&path, right), many as i64);
        assert_eq!(count(&path, "SELECT count(*) FROM findings"), many as i64);
        assert_eq!(count(&path, "SELECT count(*) FROM paragraphs WHERE text = 'Noted.'"), many as i64);
        let found = "SELECT count(*) FROM paragraph_words JOIN paragraphs ON paragraphs.id = paragraph_words.rowid \
                     WHERE paragraph_words MATCH 'noted' AND paragraphs.text = 'Noted.'";
        assert_eq!(count(&path, found), many as i64);
    }
}

/// One statement adds several rows, the next one others: what one of them has must not show in another.
#[test]
fn a_row_has_what_its_paragraph_has_and_no_more() {
    let folder = TempDir::new().unwrap();
    let paragraph = |at: usize| {
        let at_of = Location { para_id: at.is_multiple_of(2).then(|| format!("{at:08X}")), ..location(at) };
        let label = at.is_multiple_of(3).then(|| format!("{at})"));
        Block::Paragraph(Paragraph { text: format!("Paragraph {at}."), label, at: at_of })
    };
    let cells = Table { rows: vec![vec![Some("A cell".into()); 40]], at: location(0), ..Table::default() };
    let blocks = (1..=70).map(paragraph).chain([Block::Table(cells)]).collect();
    let section = Section { blocks, at: location(0), ..Section::default() };
    let document = Document { sections: vec![section], ..Document::default() };
    let path = folder.path().join("one.sqlite");
    let mut writer = Writer::create(&path).unwrap();
    writer.add_text("a.docx", &Text::of(&document)).unwrap();
    writer.add_text("b.docx", &Text::of(&document)).unwrap();
    writer.settle().unwrap();
    writer.finish("one", "folder", &record("2026-03-02", &[])).unwrap();
    let paragraphs = "SELECT count(*) FROM paragraphs WHERE text = 'Paragraph ' || block || '.'
         AND label IS iif(block % 3 = 0, block || ')', NULL)
         AND para_id IS iif(block % 2 = 0, printf('%08X', block), NULL)
         AND part IS NULL AND table_row IS NULL AND table_column IS NULL";
    assert_eq!(count(&path, paragraphs), 2 * 70);
    let cells = "SELECT count(DISTINCT section_id * 100 + table_column) FROM paragraphs WHERE text = 'A cell'
         AND table_row = 0 AND block = 0 AND label IS NULL AND para_id IS NULL AND part IS NULL";
    assert_eq!(count(&path, cells), 2 * 40);
}

#[test]
fn every_table_leads_to_rows_that_are_there() {
    let folder = TempDir::new().unwrap();
    let path =
        database(&folder, "one", &record("2026-03-02", &[("A-1", "Write", Status::Open)]), &["Noted."]);
    assert_eq!(count(&path, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
    assert_eq!(count(&path, "SELECT count(*) FROM files WHERE archive_id IS NOT NULL"), 1);
    assert_eq!(
        count(&path, "SELECT count(*) FROM item_documents JOIN documents ON documents.id = document_id"),
        1
    );
    assert_eq!(
        count(
            &path,
            "SELECT count(*) FROM revision_files JOIN sections USING (file_id) WHERE language = 'en'"
        ),
        1
    );
    let check: String =
        Connection::open(&path).unwrap().query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(check, "ok");
}

#[test]
fn paragraphs_cells_and_headings_are_found_with_their_places() {
    let folder = TempDir::new().unwrap();
    let path =
        database(&folder, "one", &record("2026-03-02", &[]), &["The meeting noted TD104R1 and élargi."]);
    let find = |words: &str| search(&path, words, 10).unwrap();
    let hits = find("TD104 elargi \"meeting noted\"");
    assert_eq!(hits.len(), 1);
    assert_eq!(
        (hits[0].number.as_deref(), hits[0].heading.as_deref(), hits[0].at.block),
        (Some("SG20-TD7"), Some("2 Sensors"), 1)
    );
    let cell = &find("rented")[0];
    assert_eq!((cell.at.row, cell.at.column, cell.at.block), (Some(1), Some(1), 50));
    assert_eq!(find("会议")[0].file, "b.zip/c.docx");
    assert_eq!(find("ЗАСЕДАНИЕ").len(), 1);
    assert_eq!(find("الاعضاء").len(), 1);
    assert_eq!(find("noted absent").len(), 0);
    assert_eq!(find("NEAR( AND OR NOT \"\"\" -x:y*").len(), 0);
    assert!(matches!(search(&path, " ( ", 10), Err(StoreError::NoWords)));
}

#[test]
fn short_texts_and_those_with_more_of_the_words_come_first() {
    let folder = TempDir::new().unwrap();
    let long = "The gauge is read, and then the meeting went on to other things, which took until noon.";
    let twice = "The gauge is read, and then the gauge went on to other things, which took until noon.";
    let texts =
        [long, "The gauge is read.", twice, "仪表已读取，会议接着讨论其他议题，直到中午。", "仪表已读取。"];
    let path = database(&folder, "one", &record("2026-03-02", &[]), &texts);
    let blocks =
        |words: &str| search(&path, words, 10).unwrap().iter().map(|hit| hit.at.block).collect::<Vec<_>>();
    assert_eq!(blocks("gauge"), [2, 3, 1]);
    assert_eq!(blocks("仪表"), [5, 4]);
    let score = |at: usize| search(&path, "gauge", 10).unwrap()[at].score;
    assert!(score(0) > score(1) && score(1) > score(2) && score(2) > 0.0);
}

/// The index keeps no lengths of texts: the scores are those of one that does.
#[test]
fn the_score_counts_the_words_of_the_text() {
    let folder = TempDir::new().unwrap();
    let texts =
        ["a gauge, a gauge and a valve", "the valve", "a gauge and words and words", "a valve and the gauge"];
    let path = database(&folder, "one", &record("2026-03-02", &[]), &texts);
    let with_sizes = Connection::open_in_memory().unwrap();
    with_sizes
        .execute_batch(&format!(
            "ATTACH '{}' AS made; CREATE VIRTUAL TABLE sized USING fts5 (text);
             INSERT INTO sized (rowid, text) SELECT id, text FROM made.paragraphs;",
            path.display()
        ))
        .unwrap();
    let expected: Vec<f64> = with_sizes
        .prepare("SELECT -rank FROM sized WHERE sized MATCH 'gauge valve' ORDER BY rank")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let found: Vec<f64> = search(&path, "gauge valve", 10).unwrap().iter().map(|hit| hit.score).collect();
    assert_eq!(found.len(), 2);
    assert!(
        found.iter().zip(&expected).all(|(found, expected)| (found - expected).abs() < 0.1 * expected),
        "{found:?} {expected:?}"
    );
}

#[test]
fn a_file_that_is_no_database_of_ours_is_refused() {
    let folder = TempDir::new().unwrap();
    let text = folder.path().join("a.sqlite");
    std::fs::write(&text, "hello, this is a text of some length").unwrap();
    assert!(matches!(search(&text, "a", 1), Err(StoreError::NotOurs)));
    let other = folder.path().join("b.sqlite");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
    assert!(matches!(search(&other, "a", 1), Err(StoreError::NotOurs)));
    assert!(matches!(search(&folder.path().join("c"), "a", 1), Err(StoreError::Absent)));
    let newer = database(&folder, "one", &record("2026-03-02", &[]), &[]);
    Connection::open(&newer).unwrap().pragma_update(None, "user_version", VERSION + 1).unwrap();
    assert!(matches!(search(&newer, "a", 1), Err(StoreError::Version { .. })));
}

#[test]
fn a_store_keeps_meetings_apart_and_knows_what_is_open() {
    let folder = TempDir::new().unwrap();
    let first = [
        ("A-1", "Write the guideline on meters", Status::Open),
        ("A-2", "Ask SG13 about gateways", Status::Open),
    ];
    let second = [
        ("A-1", "Write the guideline on meters", Status::Done),
        ("A-2", "Ask SG13 about all gateways", Status::Open),
        ("A-3", "Something else", Status::Cancelled),
    ];
    let store = folder.path().join("store.sqlite");
    let later = database(&folder, "2", &record("2026-09-01", &second), &["needle two"]);
    let earlier = database(&folder, "1", &record("2026-03-02", &first), &["needle one"]);
    for database in [&later, &earlier, &later] {
        add_meeting(&store, database).unwrap();
    }
    let hits = search(&store, "needle", 10).unwrap();
    let mut meetings: Vec<&str> = hits.iter().map(|hit| hit.meeting.as_str()).collect();
    meetings.sort_unstable();
    assert_eq!(meetings, ["1", "2"]);
    assert_eq!(count(&store, "SELECT count(*) FROM meetings"), 2);
    assert_eq!(count(&store, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
    // The index holds words of the paragraphs that are there and no others.
    let index = Connection::open(&store).unwrap();
    index
        .execute_batch("CREATE VIRTUAL TABLE temp.places USING fts5vocab(main, paragraph_words, instance)")
        .unwrap();
    let places = |what: &str| -> i64 { index.query_row(what, [], |row| row.get(0)).unwrap() };
    assert_eq!(places("SELECT count(*) FROM places WHERE doc NOT IN (SELECT id FROM paragraphs)"), 0);
    assert_eq!(
        places("SELECT count(DISTINCT doc) FROM places"),
        count(&store, "SELECT count(*) FROM paragraphs")
    );
    drop(index);

    // Every column that leads to another table is the first of an index, by which a meeting that goes is found; a database
    // that loses none does without those that lead to the meeting and those of the texts.
    let missing = "SELECT count(*) FROM sqlite_schema, pragma_foreign_key_list(sqlite_schema.name) AS key
         WHERE type = 'table' AND NOT EXISTS (
           SELECT 1 FROM pragma_index_list(sqlite_schema.name) AS list, pragma_index_info(list.name) AS info
           WHERE info.seqno = 0 AND info.name = key.\"from\")";
    assert_eq!(count(&store, missing), 0);
    let of_meeting = format!("{missing} AND key.\"table\" = 'meetings'");
    let of_texts = format!("{missing} AND sqlite_schema.name IN ('sections', 'paragraphs')");
    assert_eq!(count(&later, missing), count(&later, &of_meeting) + count(&later, &of_texts));

    let open = open_actions(&store).unwrap();
    let shown: Vec<_> = open
        .iter()
        .map(|action| (action.text.as_str(), action.meetings.len(), action.meetings[0].meeting.as_str()))
        .collect();
    assert_eq!(shown, [("Ask SG13 about all gateways", 2, "1")]);
}
