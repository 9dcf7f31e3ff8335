//! `index.html` of `batch`.

use super::support::Folder;

#[test]
fn the_page_of_a_folder_is_written_alone_and_with_all() {
    let folder = Folder::with_documents(&["T25-SG13-C-0031!!MSW-E.docx"]);
    let run = folder.run(&["batch", ".", "-o", "out", "--only", "html"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let page = folder.read("out/index.html");
    assert!(page.starts_with("<!DOCTYPE html>") && page.trim_end().ends_with("</html>"));
    assert!(
        page.contains("<a href=\"../T25-SG13-C-0031!!MSW-E.docx\">SG13-C31</a>"),
        "the file is linked from the page"
    );
    assert!(!folder.path("out/meeting.json").exists());
    let run = folder.run(&["batch", ".", "-o", "all"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(folder.path("all/index.html").exists() && folder.path("all/meeting.json").exists());
}
