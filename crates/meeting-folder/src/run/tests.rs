//! Folders read whole, in part, and again.

use std::convert::Infallible;
use std::path::Path;

use meeting_model::FileStatus;
use tempfile::TempDir;
use word_document::testing::docx;

use super::*;
use crate::workspace::{Workspace, now};
use crate::{Convert, SurveyOptions, survey};

/// A folder of Word files and the one that results go to.
fn folders(count: usize) -> (TempDir, TempDir) {
    let folder = TempDir::new().unwrap();
    for at in 0..count {
        let text = format!("# Opening\nText number {at} of TD{at}.");
        std::fs::write(folder.path().join(format!("{at:03}.docx")), docx(&text)).unwrap();
    }
    std::fs::write(folder.path().join("empty.docx"), "").unwrap();
    (folder, TempDir::new().unwrap())
}

fn options(jobs: usize) -> RunOptions<'static> {
    RunOptions { read: ReadOptions::default(), jobs, largest: 1 << 20, maker: "test", texts: true }
}

fn gather(
    folder: &Path,
    out: &Path,
    before: Option<&Manifest>,
    options: &RunOptions<'_>,
) -> (Gathered, Cache) {
    let workspace = Workspace::open(out).unwrap();
    let mut cache = Cache::open(&workspace.cache()).unwrap();
    let survey = survey(folder, &SurveyOptions::default()).unwrap();
    let take = |done: &Done<'_>| {
        assert_eq!(done.texts.len(), done.unit.documents.len());
        assert!(done.texts.iter().all(|text| *text != Text::default()));
        Ok::<_, Infallible>(())
    };
    let gathered = read_all(&survey, before, &mut cache, options, take).unwrap();
    (gathered, cache)
}

#[test]
fn any_number_of_threads_gives_the_same_and_the_second_run_reads_nothing() {
    let (folder, out) = folders(25);
    let (one, cache) = gather(folder.path(), out.path(), None, &options(1));
    let bytes = std::fs::read(out.path().join(".rapporteur/cache")).unwrap();
    assert_eq!((one.units.len(), one.cached), (26, 0));
    assert!(
        one.units.iter().all(|unit| unit.documents.iter().all(|parsed| parsed.document.sections.is_empty()))
    );
    let mut line = Vec::new();
    cache.copy([one.spans["007.docx"]], &mut line).unwrap();
    assert!(String::from_utf8(line).unwrap().contains("Text number 7 of TD7."));

    let (again, _) = gather(folder.path(), out.path(), None, &options(3));
    assert_eq!((again.cached, &again.units), (26, &one.units));
    let other = TempDir::new().unwrap();
    let (three, _) = gather(folder.path(), other.path(), None, &options(3));
    assert_eq!((three.cached, &three.units), (0, &one.units));
    assert_eq!(std::fs::read(other.path().join(".rapporteur/cache")).unwrap(), bytes);
    let changed = RunOptions { maker: "other options", ..options(2) };
    assert_eq!(gather(folder.path(), out.path(), None, &changed).0.cached, 0);
}

#[test]
fn a_stopped_run_goes_on_where_it_was() {
    let (folder, out) = folders(25);
    let survey = survey(folder.path(), &SurveyOptions::default()).unwrap();
    {
        let workspace = Workspace::open(out.path()).unwrap();
        let mut cache = Cache::open(&workspace.cache()).unwrap();
        let mut count = 0;
        let stop = read_all(&survey, None, &mut cache, &options(2), |_| {
            count += 1;
            if count > 10 { Err("enough") } else { Ok(()) }
        });
        assert!(matches!(stop, Err(Stop::Asked("enough"))));
    }
    assert_eq!(gather(folder.path(), out.path(), None, &options(2)).0.cached, 10);
}

#[test]
fn changed_files_are_read_again_whatever_their_times_say() {
    let (folder, out) = folders(5);
    let taken = now();
    let (first, _) = gather(folder.path(), out.path(), None, &options(2));
    let manifest = Manifest { taken, files: first.seen, ..Manifest::default() };
    let survey_now = || survey(folder.path(), &SurveyOptions::default()).unwrap();
    assert!(is_unchanged(&survey_now(), &manifest, 1 << 20));

    // The same size and, as far as `set_modified` goes, the same time.
    let path = folder.path().join("003.docx");
    let old = std::fs::metadata(&path).unwrap().modified().unwrap();
    let bytes = docx("# Opening\nText number 9 of TD3.");
    assert_eq!(bytes.len(), std::fs::read(&path).unwrap().len());
    std::fs::write(&path, bytes).unwrap();
    File::options().write(true).open(&path).unwrap().set_modified(old).unwrap();
    assert!(!is_unchanged(&survey_now(), &manifest, 1 << 20));
    let (second, _) = gather(folder.path(), out.path(), Some(&manifest), &options(2));
    assert_eq!(second.cached, 5);

    std::fs::remove_file(&path).unwrap();
    assert!(!is_unchanged(&survey_now(), &manifest, 1 << 20));
}

#[test]
fn a_file_that_vanishes_or_is_too_large_is_listed() {
    let (folder, out) = folders(3);
    let survey = survey(folder.path(), &SurveyOptions::default()).unwrap();
    std::fs::remove_file(folder.path().join("001.docx")).unwrap();
    std::fs::write(folder.path().join("002.docx"), vec![b'x'; 2 << 20]).unwrap();
    let workspace = Workspace::open(out.path()).unwrap();
    let mut cache = Cache::open(&workspace.cache()).unwrap();
    let take = |_: &Done<'_>| Ok::<_, Infallible>(());
    let gathered = read_all(&survey, None, &mut cache, &options(2), take).unwrap();
    let told = |at: usize| {
        (gathered.units[at].file.status, gathered.units[at].file.reason.clone().unwrap_or_default())
    };
    assert_eq!(told(0).0, FileStatus::Document);
    assert_eq!(told(1), (FileStatus::Corrupt, "it cannot be read: no such file or directory".to_owned()));
    assert_eq!(told(2), (FileStatus::Corrupt, "it cannot be read: it is larger than 1 MiB".to_owned()));
    assert_eq!(told(3).0, FileStatus::Empty);
    let manifest = Manifest { files: gathered.seen, ..Manifest::default() };
    assert!(!is_unchanged(&survey, &manifest, 1 << 20));
}

/// A converter that panics.
struct Broken;

impl Convert for Broken {
    fn convert(&self, _: &[u8]) -> Result<Vec<u8>, String> {
        panic!("on purpose")
    }
}

#[test]
fn a_panic_is_one_file_s_failure() {
    let (folder, out) = folders(3);
    let mut legacy = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    legacy.resize(512, 0);
    legacy.extend("WordDocument".encode_utf16().flat_map(u16::to_le_bytes));
    legacy.resize(1024, 0);
    std::fs::write(folder.path().join("001.doc"), legacy).unwrap();
    let options =
        RunOptions { read: ReadOptions { convert: Some(&Broken), ..ReadOptions::default() }, ..options(2) };
    let (gathered, _) = gather(folder.path(), out.path(), None, &options);
    assert_eq!(gathered.units[1].file.status, FileStatus::Corrupt);
    assert!(gathered.units[1].file.reason.as_deref().unwrap().contains("error of this program"));
    assert_eq!(gathered.units.iter().filter(|unit| unit.documents.len() == 1).count(), 3);
    assert_eq!(gathered.seen[1].sha256, None);
}
