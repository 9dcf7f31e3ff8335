//! What is told on standard error: one line per problem, `rapporteur: NAME: what is wrong. What to do.`

use std::fmt;
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use meeting_folder::FolderError;
use meeting_folder::store::StoreError;
use meeting_folder::workspace::WorkspaceError;
use meeting_parser::ReadError;

use crate::input::{MAX_FILE_SIZE, Problem};

/// One line for a person: about what, what is wrong with it, and what to do.
#[derive(Debug, PartialEq, Eq)]
pub struct Message {
    about: String,
    wrong: String,
    advice: &'static str,
}

impl Message {
    /// An input gives no document.
    pub fn unread(name: &str, problem: &Problem) -> Self {
        let (wrong, advice) = match problem {
            Problem::Folder => ("this is a folder".to_owned(), "Name the files in it."),
            Problem::TooLarge => (
                format!("the file is larger than {} MiB", MAX_FILE_SIZE >> 20),
                "Compress its pictures in Word, or split it.",
            ),
            Problem::Io(error) => unreadable(error),
            Problem::Word(error @ ReadError::TooLarge(_)) => {
                (error.to_string(), "If you trust the file, raise the limit with --max-inflated.")
            }
            Problem::Word(error) => (error.to_string(), error.hint()),
        };
        Self { about: name.to_owned(), wrong, advice }
    }

    /// The output cannot be written.
    pub fn unwritten(name: &str, error: &io::Error) -> Self {
        let (wrong, advice) = match error.kind() {
            ErrorKind::IsADirectory => ("this is a folder".to_owned(), "Name a file in it."),
            ErrorKind::NotFound => {
                ("there is no such folder to write to".to_owned(), "Make the folder first.")
            }
            ErrorKind::NotADirectory => ("its folder is a file".to_owned(), "Choose another place."),
            ErrorKind::PermissionDenied => ("no permission to write it".to_owned(), "Choose another place."),
            ErrorKind::StorageFull => ("the disk is full".to_owned(), "Make room and run again."),
            ErrorKind::InvalidFilename => ("this is no file name".to_owned(), "Name a file."),
            _ => (format!("it cannot be written: {}", reason(error)), "Choose another place."),
        };
        Self { about: name.to_owned(), wrong, advice }
    }

    /// The output is a Word file or a workbook, and a terminal would show its bytes.
    pub fn no_text_for_terminal(name: &str) -> Self {
        let wrong = "it is a terminal, and what is made is no text".to_owned();
        Self { about: name.to_owned(), wrong, advice: "Name a file with -o, or redirect it with >." }
    }

    /// A folder gives no files.
    pub fn no_folder(name: &str, error: &FolderError) -> Self {
        Self { about: name.to_owned(), wrong: error.to_string(), advice: "Name the folder of a meeting." }
    }

    /// A file of a folder gives no document, for the reason that the record of the folder has.
    pub fn not_read(name: &str, reason: &str) -> Self {
        Self { about: name.to_owned(), wrong: reason.to_owned(), advice: "The others were read." }
    }

    /// The folder for results, which is left out of the meeting, holds files of the meeting.
    pub fn no_folder_of_its_own(name: &str) -> Self {
        let wrong = "files of the meeting lie in it, and the folder of the results is left out".to_owned();
        Self { about: name.to_owned(), wrong, advice: "Give -o a folder of its own, in FOLDER or elsewhere." }
    }

    /// The folder for results is in use, or cannot be written to.
    pub fn no_workspace(name: &str, error: &WorkspaceError) -> Self {
        match error {
            WorkspaceError::Locked => Self {
                about: name.to_owned(),
                wrong: error.to_string(),
                advice: "Wait for its end, or choose another folder.",
            },
            WorkspaceError::Io(error) => Self::unwritten(name, error),
        }
    }

    /// The database cannot be written.
    pub fn unstored(name: &str, error: &StoreError) -> Self {
        Self { about: name.to_owned(), wrong: error.to_string(), advice: error.hint() }
    }

    /// The database gives no answer.
    pub fn no_answer(name: &str, error: &StoreError) -> Self {
        Self::unstored(name, error)
    }

    /// A file could not be read, and the run was asked to stop there.
    pub fn stopped(name: &str, reason: &str) -> Self {
        let wrong = format!("{reason}; nothing was written");
        Self { about: name.to_owned(), wrong, advice: "Leave out --fail-fast to go on with the others." }
    }

    /// The system does not tell of changes in a folder.
    pub fn unwatched(name: &str, error: &impl fmt::Display) -> Self {
        let wrong = format!("its changes cannot be watched: {error}");
        Self { about: name.to_owned(), wrong, advice: "Run again without --watch after each change." }
    }

    /// A code that no finding has.
    pub fn unknown_code(code: &str) -> Self {
        let wrong = "no finding has this code".to_owned();
        Self { about: code.to_owned(), wrong, advice: "`rapporteur explain` lists the codes." }
    }

    /// A file of data that is none.
    pub fn unusable_data(name: &str, why: &str) -> Self {
        let wrong = format!("this is no data of a document or a meeting: {why}");
        Self { about: name.to_owned(), wrong, advice: "`rapporteur schema` prints what is expected." }
    }

    /// A meeting's record where a document is wanted.
    pub fn no_document(name: &str) -> Self {
        let wrong = "this is the record of a whole meeting".to_owned();
        Self { about: name.to_owned(), wrong, advice: "Give a document, or a part of one." }
    }

    /// A file that is no text.
    pub fn no_text(name: &str) -> Self {
        let wrong = "this is no text in UTF-8".to_owned();
        Self { about: name.to_owned(), wrong, advice: "Save it as plain text in UTF-8." }
    }

    /// No template of this name.
    pub fn unknown_template(name: &str, known: &str) -> Self {
        let wrong = format!("there is no built-in template of this name; there are {known}");
        Self { about: name.to_owned(), wrong, advice: "Name one of them, or a file." }
    }

    /// No built-in template of this name, where a file will not do.
    pub fn unknown_built_in(name: &str, known: &str) -> Self {
        let message = Self::unknown_template(name, known);
        Self { advice: "Name one of them; `rapporteur template list` says what they are for.", ..message }
    }

    /// A template is written under a name that does not tell its form.
    pub fn wrong_template_ending(output: &Path, ending: &str) -> Self {
        let wrong = format!("the template's name has to end in {ending}");
        Self { about: shown(output), wrong, advice: "Give -o such a name." }
    }

    /// A copy with comments can be made of one template.
    pub fn one_to_annotate(output: &Path) -> Self {
        let wrong = "only one template can be annotated at a time".to_owned();
        Self { about: shown(output), wrong, advice: "Name one template with --annotate." }
    }

    /// Texts have no comments.
    pub fn no_comments(template: &str) -> Self {
        let wrong = "a text template cannot have Word comments".to_owned();
        Self { about: escaped(template), wrong, advice: "Leave out --annotate." }
    }

    /// The output's ending is none that the template makes.
    pub fn wrong_ending(output: &Path, template: &str, made: &[&str]) -> Self {
        let wrong = format!("the template {} makes .{} files", escaped(template), made.join(" or ."));
        Self { about: shown(output), wrong, advice: "Give -o such a name, or choose another template." }
    }

    /// A template that cannot be filled; the error says where.
    pub fn template(error: &str) -> Self {
        let (about, wrong) = error.split_once(": ").unwrap_or(("template", error));
        Self { about: about.to_owned(), wrong: wrong.to_owned(), advice: "Correct the template." }
    }

    /// Minutes of an item that the agenda does not have.
    pub fn unknown_item(minutes: &str, line: usize, heading: &str) -> Self {
        let wrong = format!("no item of the agenda is \"{heading}\"");
        let advice = "Its text stands at the end of the report.";
        Self { about: format!("{minutes}:{line}"), wrong, advice }
    }

    /// Something that is left to be done in a report.
    pub fn todo(report: &str, place: &str, what: &str) -> Self {
        Self { about: report.to_owned(), wrong: format!("to do at {place}: {what}"), advice: "" }
    }

    /// A summary whose form cannot be told.
    pub fn unknown_form(output: &Path) -> Self {
        let wrong =
            "its name does not tell the form: .docx, .md, .html, .csv, .xlsx, .ics or .json".to_owned();
        Self { about: shown(output), wrong, advice: "Give -o such a name, or say --format." }
    }

    /// A calendar of what has no days.
    pub fn undated(output: &Path) -> Self {
        let wrong = "decisions and documents have no days for a calendar".to_owned();
        Self { about: shown(output), wrong, advice: "Ask for --what actions or --what meetings." }
    }

    /// A template that does not make what is asked for.
    pub fn unsuitable_template(template: &Path) -> Self {
        let wrong = "this template does not make such an output".to_owned();
        let advice =
            "A Word file makes .docx files, a .md.j2 or .txt.j2 .md or .txt files, a .html.j2 .html files.";
        Self { about: shown(template), wrong, advice }
    }

    /// A report that could not be made; the error says why.
    pub fn unmade(error: &str) -> Self {
        let (about, wrong) = error.split_once(": ").unwrap_or(("summary", error));
        Self { about: about.to_owned(), wrong: wrong.to_owned(), advice: "Correct it and run again." }
    }

    /// The output is one of the inputs.
    pub fn overwrites_input(path: &Path) -> Self {
        let wrong = "the output would replace an input".to_owned();
        Self { about: shown(path), wrong, advice: "Give -o another name." }
    }
}

impl fmt::Display for Message {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (about, wrong) = (escaped(&self.about), escaped(&self.wrong));
        write!(out, "rapporteur: {about}: {}.", wrong.trim_end_matches('.'))?;
        if self.advice.is_empty() { Ok(()) } else { write!(out, " {}", self.advice) }
    }
}

/// Writes a message. A terminal that has gone away is no reason to stop.
pub fn tell(message: &Message) {
    let _ = writeln!(io::stderr().lock(), "{message}");
}

/// Tells how the work goes, in one line.
pub fn note(text: &str) {
    let _ = writeln!(io::stderr().lock(), "rapporteur: {text}");
}

/// A path as it can be shown in a message.
pub fn shown(path: &Path) -> String {
    escaped(&path.to_string_lossy())
}

/// Whether who read the output has had enough (`rapporteur … | head`), which is no error.
pub fn reader_has_gone(error: &io::Error) -> bool {
    error.kind() == ErrorKind::BrokenPipe
}

/// What keeps the system from reading a file.
fn unreadable(error: &io::Error) -> (String, &'static str) {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => {
            ("there is no such file".to_owned(), "Check its name and folder.")
        }
        ErrorKind::PermissionDenied => {
            ("no permission to read it".to_owned(), "Change its permissions or ask its owner.")
        }
        _ => (format!("it cannot be read: {}", reason(error)), "Copy it to another place and try again."),
    }
}

/// The system's words, without its number.
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split_once(" (os error").map_or(text.as_str(), |(words, _)| words).to_lowercase()
}

/// Escapes what could move the cursor, colour the terminal or turn the direction of writing.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' => {
                out.extend(character.escape_unicode());
            }
            _ if character.is_control() => out.extend(character.escape_default()),
            _ => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unread(problem: &Problem) -> String {
        Message::unread("a.docx", problem).to_string()
    }

    #[test]
    fn a_message_says_what_is_wrong_and_what_to_do() {
        assert_eq!(
            unread(&Problem::Io(ErrorKind::PermissionDenied.into())),
            "rapporteur: a.docx: no permission to read it. Change its permissions or ask its owner."
        );
        assert_eq!(
            unread(&Problem::TooLarge),
            "rapporteur: a.docx: the file is larger than 512 MiB. Compress its pictures in Word, or split it."
        );
        assert_eq!(
            unread(&Problem::Io(io::Error::other("Device broken (os error 5)"))),
            "rapporteur: a.docx: it cannot be read: device broken. Copy it to another place and try again."
        );
    }

    #[test]
    fn a_message_is_one_line_and_moves_no_cursor() {
        let problem = Problem::Word(ReadError::DamagedPackage("odd\nentry \u{1b}[2J".into()));
        assert_eq!(
            unread(&problem),
            "rapporteur: a.docx: the zip package is damaged or cut off: odd\\nentry \\u{1b}[2J. Download it \
             again, or let Word repair it (Open and Repair) and save it."
        );
        assert_eq!(shown(Path::new("a\u{9b}b\u{202e}.docx")), "a\\u{9b}b\\u{202e}.docx");
    }
}
