//! The results in OUT, all written aside before any is put in its place.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{self, BufWriter, Write as _};
use std::path::{Component, Path, PathBuf};

use meeting_folder::cache::{Cache, Span};
use meeting_folder::workspace::Workspace;
use meeting_model::{FileStatus, Language, MeetingFile, MeetingRecord};
use report_generator::labels::Labels;
use report_generator::page::{self, PageSettings};
use report_generator::register;
use report_generator::register::meeting::registers_of;

use crate::arguments::Part;

/// The names of the results of a part.
pub fn names(part: Part) -> &'static [&'static str] {
    match part {
        Part::Json => &["meeting.json"],
        Part::Jsonl => &["documents.jsonl"],
        Part::Csv => {
            &["documents.csv", "items.csv", "decisions.csv", "actions.csv", "meetings.csv", "findings.csv"]
        }
        Part::Xlsx => &["meeting.xlsx"],
        Part::Sqlite => &["meeting.sqlite"],
        Part::Html => &["index.html"],
    }
}

/// What the results are made of.
pub struct Results<'a> {
    pub workspace: &'a Workspace,
    pub record: &'a MeetingRecord,
    pub cache: &'a Cache,
    /// Where the cache has each document, by path.
    pub spans: &'a HashMap<String, Span>,
    /// The way from OUT to the meeting's folder.
    pub way: &'a str,
}

/// Writes the results of one kind, where one of the parts asks for them.
type Write<'a> = fn(&Results<'a>, &[Part]) -> io::Result<()>;

impl<'a> Results<'a> {
    /// What writes the results of the parts aside, what takes longest first; the database is written from the time that
    /// the files are read.
    pub const WRITES: [Write<'a>; 4] = [Self::registers, Self::page, Self::json, Self::jsonl];

    fn json(&self, parts: &[Part]) -> io::Result<()> {
        if !parts.contains(&Part::Json) {
            return Ok(());
        }
        let mut out = BufWriter::new(File::create(self.workspace.draft("meeting.json"))?);
        serde_json::to_writer_pretty(&mut out, self.record)?;
        out.write_all(b"\n")?;
        out.flush()
    }

    fn jsonl(&self, parts: &[Part]) -> io::Result<()> {
        if !parts.contains(&Part::Jsonl) {
            return Ok(());
        }
        let mut out =
            BufWriter::with_capacity(1 << 18, File::create(self.workspace.draft("documents.jsonl"))?);
        let order = order(self.record);
        self.cache.copy(order.iter().filter_map(|path| self.spans.get(path)).copied(), &mut out)?;
        out.flush()
    }

    fn registers(&self, parts: &[Part]) -> io::Result<()> {
        let (csv, xlsx) = (parts.contains(&Part::Csv), parts.contains(&Part::Xlsx));
        if !csv && !xlsx {
            return Ok(());
        }
        let labels = Labels::of(Language::English).map_err(io::Error::other)?;
        let registers = registers_of(self.record, &labels, self.way);
        for register in registers.iter().filter(|_| csv) {
            self.workspace.write(&format!("{}.csv", register.name), &register::csv(register))?;
        }
        if xlsx {
            let workbook = register::workbook(&registers).map_err(io::Error::other)?;
            self.workspace.write("meeting.xlsx", &workbook)?;
        }
        Ok(())
    }

    fn page(&self, parts: &[Part]) -> io::Result<()> {
        if !parts.contains(&Part::Html) {
            return Ok(());
        }
        let language = page::language_of(self.record);
        let settings = PageSettings { language, files: self.way, explain: &meeting_checks::explain };
        let page = page::meeting_page(self.record, &settings).map_err(io::Error::other)?;
        self.workspace.write("index.html", page.as_bytes())
    }
}

/// The files of the documents in the order of the register, then those that have no place in it. A duplicate
/// is the same document once more.
fn order(record: &MeetingRecord) -> Vec<String> {
    let mut order = Vec::new();
    for entry in &record.register {
        for revision in &entry.revisions {
            let files = entry.files.get(&revision.to_string());
            order.extend(files.into_iter().flat_map(|files| files.values().cloned()));
        }
    }
    record.files.iter().for_each(|file| add_documents(&mut order, file, ""));
    let mut seen = HashSet::new();
    order.retain(|path| seen.insert(path.clone()));
    order
}

fn add_documents(order: &mut Vec<String>, file: &MeetingFile, within: &str) {
    let path = format!("{within}{}", file.file);
    let inner = format!("{path}/");
    if file.status == FileStatus::Document {
        order.push(path);
    }
    file.holds.iter().for_each(|held| add_documents(order, held, &inner));
}

/// The way from one folder to another, with `/` between names.
pub fn way(from: &Path, to: &Path) -> String {
    let (from, to) = (absolute(from), absolute(to));
    let (from, to): (Vec<Component<'_>>, Vec<Component<'_>>) =
        (from.components().collect(), to.components().collect());
    let common = from.iter().zip(&to).take_while(|(one, other)| one == other).count();
    let up = from[common..].iter().map(|_| "..".to_owned());
    let down = to[common..].iter().map(|name| name.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

fn absolute(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_goes_up_and_down() {
        assert_eq!(way(Path::new("/a/b/out"), Path::new("/a/in/x")), "../../in/x");
        assert_eq!(way(Path::new("/a/in/out"), Path::new("/a/in")), "..");
        assert_eq!(way(Path::new("/a"), Path::new("/a")), "");
    }
}
