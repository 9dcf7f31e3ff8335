//! What a reader of the files finds in them.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn register(rows: Vec<Vec<Cell>>) -> Register {
    Register {
        name: "actions".into(),
        title: "Actions".into(),
        right_to_left: false,
        columns: vec![
            Column::new("id", "Number", ColumnKind::Link, 12),
            Column::new("text", "What is to be done", ColumnKind::Text, 60),
            Column::new("due", "Due", ColumnKind::Date, 11),
            Column::new("count", "Count", ColumnKind::Number, 8),
        ],
        rows,
    }
}

fn link(text: &str, target: &str) -> Cell {
    Cell::link(Some(text), Some(target))
}

fn example() -> Register {
    register(vec![
        vec![
            link("C12", "https://www.itu.int/md/T25-SG90-C-0012"),
            Cell::text(Some("Send the \"list\",\nplease")),
            Cell::date(Some(date(2026, 3, 1))),
            Cell::Number(-3),
        ],
        vec![link("TD7", "td/T25 7!R1!MSW-E.docx"), Cell::text(Some("=HYPERLINK(\"x\")"))],
        vec![Cell::Empty, Cell::text(Some("'tis open")), Cell::date(Some(date(1865, 5, 17)))],
    ])
}

fn opened(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

#[test]
fn csv_is_what_excel_and_programs_need() {
    let text = String::from_utf8(csv(&example())).unwrap();
    assert_eq!(
        text,
        "\u{feff}id,id_url,text,due,count\r\n\
         C12,https://www.itu.int/md/T25-SG90-C-0012,\"Send the \"\"list\"\",\nplease\",2026-03-01,-3\r\n\
         TD7,td/T25 7!R1!MSW-E.docx,\"'=HYPERLINK(\"\"x\"\")\",,\r\n\
         ,,''tis open,1865-05-17,\r\n"
    );
}

#[test]
fn a_workbook_is_read_back() {
    let mut book = opened(workbook(&[example()]).unwrap());
    assert_eq!(book.sheet_names(), ["Actions"]);
    let sheet = book.worksheet_range("Actions").unwrap();
    assert_eq!(sheet.get((0, 1)), Some(&Data::String("What is to be done".into())));
    assert_eq!(sheet.get((1, 1)), Some(&Data::String("Send the \"list\",\nplease".into())));
    assert_eq!(sheet.get((1, 3)), Some(&Data::Float(-3.0)));
    let Some(Data::DateTime(day)) = sheet.get((1, 2)) else { panic!("a day is a day") };
    assert_eq!(day.to_ymd_hms_milli(), (2026, 3, 1, 0, 0, 0, 0));
    assert_eq!(sheet.get((2, 1)), Some(&Data::String("=HYPERLINK(\"x\")".into())));
    assert_eq!(sheet.get((3, 2)), Some(&Data::String("1865-05-17".into())));
    assert!(book.worksheet_formula("Actions").unwrap().is_empty(), "no text is a formula");
}

/// A part of the package, as text.
fn part(bytes: &[u8], name: &str) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    std::io::read_to_string(package.by_name(name).unwrap()).unwrap()
}

#[test]
fn heads_stay_filters_are_there_and_links_can_be_followed() {
    let bytes = workbook(&[example()]).unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    for has in [
        r#"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"#,
        r#"<autoFilter ref="A1:D4"/>"#,
        r#"<col min="2" max="2" width="60.7109375""#,
        r#"<hyperlink ref="A2" r:id="rId1"/>"#,
    ] {
        assert!(sheet.contains(has), "{has} in {sheet}");
    }
    let links = part(&bytes, "xl/worksheets/_rels/sheet1.xml.rels");
    assert!(links.contains(r#"Target="https://www.itu.int/md/T25-SG90-C-0012""#), "{links}");
    assert!(links.contains(r#"Target="td/T25%207!R1!MSW-E.docx""#), "{links}");
}

#[test]
fn rows_are_as_high_as_their_lines() {
    let rows = vec![vec![Cell::Text("one".into())], vec![Cell::Text("one\ntwo\nthree".into())]];
    let sheet = part(&workbook(&[register(rows)]).unwrap(), "xl/worksheets/sheet1.xml");
    assert!(sheet.contains(r#"<row r="3" spans="1:4" ht="45" customHeight="1">"#), "{sheet}");
    assert_eq!(sheet.matches("customHeight").count(), 1, "{sheet}");
}

#[test]
fn a_dangerous_target_is_no_link() {
    let bytes = workbook(&[register(vec![vec![link("C1", "javascript:alert(1)")]])]).unwrap();
    assert!(!part(&bytes, "xl/worksheets/sheet1.xml").contains("hyperlink"));
    let sheet = opened(bytes).worksheet_range("Actions").unwrap();
    assert_eq!(sheet.get((1, 0)), Some(&Data::String("C1".into())));
}

#[test]
fn the_same_registers_give_the_same_bytes() {
    let registers = [example(), example()];
    assert_eq!(workbook(&registers).unwrap(), workbook(&registers).unwrap());
    assert_eq!(opened(workbook(&registers).unwrap()).sheet_names(), ["Actions", "Actions (2)"]);
    assert!(part(&workbook(&registers).unwrap(), "docProps/core.xml").contains("2000-01-01T00:00:00Z"));
}

#[test]
fn a_register_without_rows_or_columns_is_a_file_too() {
    let nothing = Register { title: "/".into(), ..Register::default() };
    assert_eq!(opened(workbook(&[register(vec![]), nothing]).unwrap()).sheet_names(), ["Actions", "2"]);
    assert_eq!(csv(&register(vec![])), "\u{feff}id,id_url,text,due,count\r\n".as_bytes());
}

#[test]
fn a_text_that_excel_cannot_hold_is_cut_visibly() {
    let long = "😀".repeat(20_000);
    let bytes = workbook(&[register(vec![vec![Cell::Empty, Cell::Text(long.clone())]])]).unwrap();
    let sheet = opened(bytes).worksheet_range("Actions").unwrap();
    let Some(Data::String(text)) = sheet.get((1, 1)) else { panic!("a text") };
    assert_eq!((text.chars().count(), text.ends_with('…')), (16_384, true));
    assert!(long.starts_with(text.trim_end_matches('…')));
}

fn cells() -> impl Strategy<Value = Vec<Vec<String>>> {
    let cell = "[-=+@'\t\r\n\"',; ＝a-cé会0]{0,6}|\\PC{0,12}";
    prop::collection::vec(prop::collection::vec(cell, 2), 0..6)
}

fn texts(rows: &[Vec<String>]) -> Register {
    let columns = ["one", "two"].map(|name| Column::new(name, name, ColumnKind::Text, 20)).to_vec();
    let rows = rows.iter().map(|row| row.iter().map(|text| Cell::text(Some(text.as_str()))).collect());
    Register { title: "Texts".into(), columns, rows: rows.collect(), ..Register::default() }
}

proptest! {
    #[test]
    fn csv_is_read_back_and_begins_no_formula(rows in cells()) {
        let bytes = csv(&texts(&rows));
        let text = bytes.strip_prefix(BYTE_ORDER_MARK.as_bytes()).unwrap();
        let mut reader = ::csv::Reader::from_reader(text);
        let records: Vec<::csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
        for cell in records.iter().flatten() {
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝']), "{cell:?}");
        }
        let read: Vec<Vec<&str>> =
            records.iter().map(|record| record.iter().map(unguarded).collect()).collect();
        prop_assert_eq!(read, rows);
    }

    #[test]
    fn xlsx_is_read_back(rows in cells()) {
        let mut book = opened(workbook(&[texts(&rows)]).unwrap());
        let sheet = book.worksheet_range("Texts").unwrap();
        for (row, at) in rows.iter().zip(1..) {
            for (text, column) in row.iter().zip(0..) {
                let found = sheet.get_value((at, column)).map(ToString::to_string).unwrap_or_default();
                prop_assert_eq!(&found, text, "{} {}", at, column);
            }
        }
    }
}
