//! Word files from many programs, where they are present beside the checkout: nothing panics, and every visible word
//! of a file's body is in the sections of the model.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use meeting_model::{Block as ModelBlock, Section};
use meeting_parser::Limits;
use word_document::{Block, Paragraph, Table};

/// Larger files are read by the build server alone.
const LARGE: u64 = 1_000_000;

/// The files in a folder and those below it, in order.
fn files_under(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { files_under(&path) } else { vec![path] }).collect()
}

/// How often each word occurs: runs of letters and digits.
#[derive(Default)]
struct Words(HashMap<String, i64>);

impl Words {
    fn add(&mut self, text: &str) {
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            *self.0.entry(word.to_owned()).or_default() += 1;
        }
    }

    fn add_paragraph(&mut self, paragraph: &Paragraph) {
        self.add(&paragraph.text);
    }

    fn add_table(&mut self, table: &Table) {
        let cells = table.rows.iter().flat_map(|row| &row.cells).filter(|cell| !cell.is_covered());
        cells.for_each(|cell| self.add_blocks(&cell.blocks));
    }

    fn add_blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.add_paragraph(paragraph),
                Block::Table(table) => self.add_table(table),
            }
        }
    }

    fn add_sections(&mut self, sections: &[Section]) {
        for section in sections {
            self.add(section.number.as_deref().unwrap_or_default());
            self.add(section.title.as_deref().unwrap_or_default());
            for block in &section.blocks {
                match block {
                    ModelBlock::Paragraph(paragraph) => self.add(&paragraph.text),
                    ModelBlock::Table(table) => {
                        table.rows.iter().flatten().flatten().for_each(|cell| self.add(cell));
                    }
                }
            }
            self.add_sections(&section.sections);
        }
    }

    /// The words that these have more often than others.
    fn without(&self, others: &Self) -> Vec<String> {
        let lost = self.0.iter().filter(|(word, count)| others.0.get(*word).is_none_or(|has| has < *count));
        lost.map(|(word, _)| word.clone()).collect()
    }
}

/// The words of a file that its model lacks, or that the file cannot be read.
fn lost(bytes: &[u8]) -> Result<Vec<String>, meeting_parser::ReadError> {
    let limits = Limits::default();
    let word = word_document::read(bytes, &limits)?;
    let document = meeting_parser::parse(bytes, "wild.docx", &limits)?;
    let (mut seen, mut kept) = (Words::default(), Words::default());
    seen.add_blocks(&word.body);
    kept.add_sections(&document.sections);
    Ok(seen.without(&kept))
}

#[test]
fn every_visible_word_of_a_wild_file_is_in_its_sections() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus/wild");
    let mut files = files_under(&folder);
    if files.is_empty() {
        println!("no wild files beside the checkout: nothing is tested");
        return;
    }
    if std::env::var_os("CI").is_none() {
        files.retain(|path| path.metadata().is_ok_and(|about| about.len() <= LARGE));
    }
    let (next, read, refused) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
    let failures = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                while let Some(path) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let bytes = std::fs::read(path).expect("the file is listed");
                    let failure = match std::panic::catch_unwind(|| lost(&bytes)) {
                        Err(_) => Some("panics".to_owned()),
                        Ok(Err(_)) => {
                            refused.fetch_add(1, Ordering::Relaxed);
                            None
                        }
                        Ok(Ok(lost)) => {
                            read.fetch_add(1, Ordering::Relaxed);
                            (!lost.is_empty()).then(|| format!("loses {lost:?}"))
                        }
                    };
                    if let Some(failure) = failure {
                        failures
                            .lock()
                            .expect("no thread panics")
                            .push(format!("{}: {failure}", path.display()));
                    }
                }
            });
        }
    });
    println!("{} files read, {} refused", read.load(Ordering::Relaxed), refused.load(Ordering::Relaxed));
    let failures = failures.into_inner().expect("no thread panics");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
