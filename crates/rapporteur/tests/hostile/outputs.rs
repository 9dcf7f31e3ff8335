//! Words of a file that would be commands where they are written to.

use word_document::testing::docx;

use super::support::Folder;

/// A report whose words are formulas, markup and orders to the terminal.
const EVIL: &str = "%core title =HYPERLINK(\"http://127.0.0.1:9\",\"a\")
# 1 Opening
=1+2 <script>alert(1)</script> was noted.
Action: +SUM(A1) to send <img src=x onerror=alert(1)> to @all by 3 May 2026.
| Document | Source | Title |
| TD 1 | =cmd|' /C calc'!A0 | -2+3 <b>bold</b> |
| TD 2 | @SUM(1) | {link javascript:alert(1)|a link} |
";

fn evil() -> Vec<u8> {
    docx(&EVIL.replace("|'", "\\|'"))
}

#[test]
fn csv_cells_are_no_formulas() {
    let folder = Folder::new();
    folder.write("in/TD7.docx", &evil());
    assert_eq!(folder.run(&["batch", "in", "-o", "out"]).status, 0);
    let mut cells = 0;
    for name in ["documents", "items", "decisions", "actions", "meetings", "findings"] {
        let text = folder.read(&format!("out/{name}.csv"));
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        for row in reader.records() {
            for cell in &row.unwrap() {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{name}: {cell}");
                cells += 1;
            }
        }
    }
    assert!(cells > 10, "{cells} cells were looked at");
}

#[test]
fn pages_have_no_script_of_the_file() {
    let folder = Folder::new();
    folder.write("evil.docx", &evil());
    for what in ["actions", "decisions", "documents", "meetings"] {
        let run = folder.run(&["summary", "evil.docx", "--what", what, "-o", "out.html"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let page = folder.read("out.html").to_lowercase();
        assert!(
            !page.contains("<script>alert")
                && !page.contains("<img src=x")
                && !page.contains("\"javascript:"),
            "{what}"
        );
    }
}

#[test]
fn messages_carry_no_orders_to_the_terminal() {
    let folder = Folder::new();
    folder.write(
        "evil.docx",
        &word_document::testing::with_part(&docx("a"), "word/document.xml", "<\u{1b}[2J\u{9b}31m"),
    );
    let run = folder.run(&["parse", "evil.docx"]);
    assert_eq!(run.status, 4);
    assert!(!run.stderr.contains(['\u{1b}', '\u{9b}']), "{:?}", run.stderr);
    let run = folder.run(&["parse", "none\u{1b}[2J.docx"]);
    assert!(run.status == 4 && !run.stderr.contains('\u{1b}'), "{:?}", run.stderr);
}
