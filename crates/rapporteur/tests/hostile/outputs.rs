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
fn cells_of_workbooks_are_no_formulas() {
    use calamine::{Reader as _, Xlsx, open_workbook};
    let folder = Folder::new();
    folder.write("in/TD7.docx", &evil());
    assert_eq!(folder.run(&["batch", "in", "-o", "out"]).status, 0);
    assert_eq!(folder.run(&["summary", "in/TD7.docx", "-o", "actions.xlsx"]).status, 0);
    let mut texts = String::new();
    for name in ["out/meeting.xlsx", "actions.xlsx"] {
        let mut book: Xlsx<_> = open_workbook(folder.path(name)).unwrap();
        for sheet in book.sheet_names().clone() {
            assert!(book.worksheet_formula(&sheet).unwrap().is_empty(), "{name}: {sheet}");
            texts += &format!("{:?}", book.worksheet_range(&sheet).unwrap());
        }
    }
    assert!(texts.contains("alert(1)"), "the words are there: {texts}");
}

#[test]
fn pages_allow_no_script_but_their_own() {
    let folder = Folder::new();
    folder.write("in/TD7.docx", &evil());
    assert_eq!(folder.run(&["batch", "in", "-o", "out", "--only", "html"]).status, 0);
    assert_eq!(folder.run(&["summary", "in/TD7.docx", "-o", "actions.html"]).status, 0);
    for name in ["out/index.html", "actions.html"] {
        let page = folder.read(name);
        assert!(page.contains("alert(1)"), "{name}: the words are there");
        let small = page.to_lowercase();
        for orders in ["<script>alert", "<img src=x", "=\"javascript:", "='javascript:", "<b>bold"] {
            assert!(!small.contains(orders), "{name}: {orders}");
        }
        let (_, policy) = page.split_once("http-equiv=\"Content-Security-Policy\" content=\"").unwrap();
        let policy = policy.split_once("\">").unwrap().0;
        assert!(
            policy.starts_with("default-src 'none'") || policy.starts_with("default-src &#39;none&#39;"),
            "{policy}"
        );
        assert!(!policy.contains("script-src 'unsafe") && !policy.contains('*'), "{policy}");
    }
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

/// Letters that a terminal obeys.
fn is_order(letter: char) -> bool {
    letter.is_control() && letter != '\n' && letter != '\t'
}

/// Letters that turn the order of what follows about. A page may have them, as texts in Arabic do.
fn is_turn(letter: char) -> bool {
    matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn what_is_printed_for_people_carries_no_orders_to_the_terminal() {
    let folder = Folder::new();
    let orders = "&#27;[2J \u{9b}31m &#7; \u{202e}";
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text} {orders} noted.</w:t></w:r></w:p>");
    let body = paragraph("Buoys") + &paragraph("Action: Ann to write TD 2");
    folder.write("in/TD7.docx", &word_document::testing::docx_of_xml(&body));
    folder.write(
        "in/tags.docx",
        &word_document::testing::docx_of_xml(&paragraph("{{ \u{9b}31m }} {{ items.\u{9b} }}")),
    );
    assert_eq!(folder.run(&["batch", "in", "-o", "out"]).status, 0);
    for arguments in [
        &["search", "out", "Buoys"][..],
        &["parse", "in/TD7.docx", "--format", "markdown"],
        &["summary", "in/TD7.docx", "-o", "actions.docx"],
        &["summary", "in/TD7.docx", "--what", "actions", "-o", "actions.md"],
        &["template", "check", "in/tags.docx"],
        &["draft", "in/TD7.docx", "-o", "draft.docx"],
        &["parse", "in/TD7.docx", "in/\u{202e}.docx", "-o", "a.json"],
    ] {
        let run = folder.run(arguments);
        let said = run.stdout + &run.stderr;
        assert!(!said.contains(is_order), "{arguments:?}: {said:?}");
        assert!(arguments.contains(&"markdown") || !said.contains(is_turn), "{arguments:?}: {said:?}");
    }
    assert!(folder.run(&["search", "out", "Buoys"]).stdout.contains("Buoys"));
}
