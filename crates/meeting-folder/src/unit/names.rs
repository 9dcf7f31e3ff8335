//! What the name of a file alone tells: files of the system, of editors, and plain texts.

use meeting_model::FileStatus;

/// Files that systems leave behind.
const SYSTEM: &[&str] = &["thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "$recycle.bin"];

const TEXTS: &[&str] = &["txt", "text", "md", "csv", "tsv", "log", "json", "asc", "readme"];

/// The last name of a path.
pub(crate) fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// What a file is by its name, whatever it holds: a lock of an editor, or something of the system.
pub(super) fn status_of(path: &str) -> Option<FileStatus> {
    let name = last(path);
    if name.starts_with("~$") || name.starts_with(".~lock.") {
        return Some(FileStatus::Lock);
    }
    let system = path.split('/').any(|part| {
        let lower = part.to_lowercase();
        part.starts_with('.') || SYSTEM.contains(&lower.as_str())
    });
    let temporary = name.starts_with('~') && has_extension(name, "tmp");
    (system || temporary).then_some(FileStatus::System)
}

/// Whether a name is that of a text file; one without an extension may be.
pub(super) fn is_text(path: &str) -> bool {
    let name = last(path);
    extension(name).is_none_or(|extension| TEXTS.contains(&extension.to_lowercase().as_str()))
}

/// Whether a name is that of a Word file.
pub(super) fn is_word(path: &str) -> bool {
    ["docx", "docm", "dotx", "dotm", "doc", "dot"].iter().any(|known| has_extension(last(path), known))
}

fn extension(name: &str) -> Option<&str> {
    name.rsplit_once('.').map(|(_, extension)| extension).filter(|extension| !extension.contains(' '))
}

fn has_extension(name: &str, known: &str) -> bool {
    extension(name).is_some_and(|extension| extension.eq_ignore_ascii_case(known))
}

/// A name in an archive as the record shows it: relative, with `/`, never above the archive. It is data: nothing is
/// written under it.
pub(super) fn within_archive(raw: &[u8]) -> String {
    let text = String::from_utf8_lossy(raw).replace('\\', "/");
    let parts = text.split('/').filter(|part| !matches!(*part, "" | "." | ".."));
    let parts: Vec<&str> = parts.filter(|part| !is_drive(part)).collect();
    if parts.is_empty() { "unnamed".to_owned() } else { parts.join("/") }
}

/// `C:` of a Windows path.
fn is_drive(part: &str) -> bool {
    let bytes = part.as_bytes();
    bytes.len() == 2 && bytes[0].is_ascii_alphabetic() && bytes[1] == b':'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_locks_and_files_of_the_system() {
        assert_eq!(status_of("TD/~$5-SG20-TD.docx"), Some(FileStatus::Lock));
        assert_eq!(status_of(".~lock.report.docx#"), Some(FileStatus::Lock));
        for name in
            ["a/.DS_Store", "Thumbs.db", "x/desktop.ini", "__MACOSX/._a.docx", ".git/config", "~WRL0003.tmp"]
        {
            assert_eq!(status_of(name), Some(FileStatus::System), "{name}");
        }
        assert_eq!(status_of("~draft.docx"), None);
    }

    #[test]
    fn names_in_archives_stay_within_them() {
        for (raw, shown) in [
            ("../../etc/passwd", "etc/passwd"),
            ("/abs/a.docx", "abs/a.docx"),
            (r"sub\a.docx", "sub/a.docx"),
            (r"C:\temp\..\a.docx", "temp/a.docx"),
            ("./a.docx", "a.docx"),
            ("..", "unnamed"),
        ] {
            assert_eq!(within_archive(raw.as_bytes()), shown);
        }
    }

    #[test]
    fn a_text_is_one_by_its_extension_or_without_any() {
        assert!(is_text("README") && is_text("notes.TXT") && is_text("see p. 3 of this"));
        assert!(!is_text("page.html"));
        assert!(is_word("a/B.DOCM") && !is_word("docx"));
    }
}
