//! One run over a folder.

use std::io;
use std::panic::resume_unwind;
use std::path::Path;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use meeting_folder::cache::Cache;
use meeting_folder::run::{Gathered, RunOptions, Stop, is_unchanged, read_all};
use meeting_folder::store::{self, StoreError, Writer};
use meeting_folder::workspace::{Manifest, Seen, Workspace, now};
use meeting_folder::{Convert, ReadOptions, Survey, SurveyOptions, Unit};
use meeting_model::MeetingRecord;

use super::closing::{Closing, Effort, is_unread};
use super::convert::Converter;
use super::outputs::{self, Results};
use super::tasks::{Task, do_all};
use crate::Status;
use crate::arguments::{BatchArguments, Part};
use crate::input::MAX_FILE_SIZE;
use crate::messages::{self, Message};
use crate::progress::Progress;

/// The database of many meetings in the folder of `--store`.
const STORE: &str = "meetings.sqlite";
const DATABASE: &str = "meeting.sqlite";
/// The same and what SQLite lays beside it.
pub(super) const STORES: [&str; 2] = [STORE, "meetings.sqlite-journal"];

/// What a run needs to know throughout.
struct Run<'a> {
    arguments: &'a BatchArguments,
    workspace: Workspace,
    parts: Vec<Part>,
    begin: Instant,
    /// When the folder was first looked at.
    taken: i128,
    /// The program and the options that change what is read.
    reader: String,
    /// The same, and the options that change what is written.
    maker: String,
}

/// Reads the folder and writes the results, if anything changed.
pub fn once(arguments: &BatchArguments) -> Result<Status, Message> {
    super::make_folders(arguments)?;
    let out = messages::shown(&arguments.output);
    let workspace =
        Workspace::open(&arguments.output).map_err(|error| Message::no_workspace(&out, &error))?;
    let run = Run::new(arguments, workspace);
    let survey = run.survey()?;
    let before = run.workspace.manifest();
    if let Some(closing) = before.as_ref().and_then(|before| run.nothing_to_do(&survey, before)) {
        closing.tell(&run.effort(0, survey.files.len()));
        return Ok(closing.status(arguments.fail_on.map(Into::into)));
    }
    run.work(&survey, before.as_ref())
}

impl<'a> Run<'a> {
    fn new(arguments: &'a BatchArguments, workspace: Workspace) -> Self {
        let parts = arguments.parts();
        let reader = reader(arguments);
        let maker = format!("{reader} {parts:?} {:?}", outputs::way(&arguments.output, &arguments.folder));
        Self { arguments, workspace, parts, begin: Instant::now(), taken: now(), reader, maker }
    }

    fn survey(&self) -> Result<Survey, Message> {
        let options = SurveyOptions { exclude: super::excluded(self.arguments) };
        let folder = &self.arguments.folder;
        meeting_folder::survey(folder, &options)
            .map_err(|error| Message::no_folder(&messages::shown(folder), &error))
    }

    /// What the last run had to say, if it saw the same files and its results are still there.
    fn nothing_to_do(&self, survey: &Survey, before: &Manifest) -> Option<Closing> {
        let outputs = || {
            before.outputs.iter().all(|seen| self.workspace.output(&seen.path).is_ok_and(|now| now == *seen))
        };
        let stored = self.arguments.store.as_ref().is_none_or(|store| store.join(STORE).is_file());
        let same =
            before.maker == self.maker && stored && outputs() && is_unchanged(survey, before, MAX_FILE_SIZE);
        same.then(|| serde_json::from_value(before.closing.clone()).ok()).flatten()
    }

    fn work(&self, survey: &Survey, before: Option<&Manifest>) -> Result<Status, Message> {
        let mut cache = Cache::open(&self.workspace.cache()).map_err(|error| self.unwritten(&error))?;
        let mut writer = self.writer()?;
        let gathered = self.read(survey, before, &mut cache, writer.as_mut())?;
        let Gathered { units, spans, seen, keys, cached } = gathered;
        let settling = writer.map(settle);
        let record = record(&units);
        let_go(units);
        let way = outputs::way(&self.arguments.output, &self.arguments.folder);
        let results =
            Results { workspace: &self.workspace, record: &record, cache: &cache, spans: &spans, way: &way };
        self.write(&results, settling, survey)?;
        self.store()?;
        self.workspace.publish(&self.names()).map_err(|error| self.unwritten(&error))?;
        let closing = Closing::of(&record);
        let remembered = self.remember(seen, &closing).and_then(|()| cache.prune(&keys));
        remembered.map_err(|error| self.unwritten(&error))?;
        closing.tell(&self.effort(survey.files.len() - cached, cached));
        let_go((record, spans, keys));
        Ok(closing.status(self.arguments.fail_on.map(Into::into)))
    }

    /// Writes all results aside, what takes longest first: the tables and indexes of the database are half of the work.
    fn write(
        &self,
        results: &Results<'_>,
        settling: Option<Settling>,
        survey: &Survey,
    ) -> Result<(), Message> {
        let record = results.record;
        let finish = |writer: Writer| writer.finish(&key(record, survey), &folder_name(survey), record);
        let settled = || settling.map_or(Ok(()), |settling| joined(settling).and_then(finish));
        let database = || settled().map_err(|error| self.unstored(&error));
        let mut tasks: Vec<Task<'_, Message>> = vec![Box::new(database)];
        for write in Results::WRITES {
            tasks.push(Box::new(move || write(results, &self.parts).map_err(|error| self.unwritten(&error))));
        }
        do_all(self.jobs(), tasks)
    }

    /// The results that are asked for.
    fn names(&self) -> Vec<&'static str> {
        self.parts.iter().flat_map(|part| outputs::names(*part)).copied().collect()
    }

    /// Remembers what was seen and written, for the next run.
    fn remember(&self, files: Vec<Seen>, closing: &Closing) -> io::Result<()> {
        let outputs = self.names().into_iter().map(|name| self.workspace.output(name));
        self.workspace.remember(&Manifest {
            maker: self.maker.clone(),
            taken: self.taken,
            files,
            outputs: outputs.collect::<Result<_, _>>()?,
            closing: serde_json::to_value(closing)?,
        })
    }

    fn writer(&self) -> Result<Option<Writer>, Message> {
        let wanted = self.parts.contains(&Part::Sqlite) || self.arguments.store.is_some();
        let create =
            || Writer::create(&self.workspace.draft(DATABASE)).map_err(|error| self.unstored(&error));
        wanted.then(create).transpose()
    }

    fn read(
        &self,
        survey: &Survey,
        before: Option<&Manifest>,
        cache: &mut Cache,
        mut writer: Option<&mut Writer>,
    ) -> Result<Gathered, Message> {
        let converter = self.converter()?;
        let read = ReadOptions {
            convert: converter.as_ref().map(|converter| converter as &dyn Convert),
            ..ReadOptions::default()
        };
        let options = RunOptions {
            read,
            jobs: self.jobs(),
            largest: MAX_FILE_SIZE,
            maker: &self.reader,
            texts: writer.is_some(),
        };
        let progress = Progress::with_lines(survey.files.len());
        let gathered = read_all(survey, before, cache, &options, |done| {
            progress.at(&done.unit.file.file);
            if self.arguments.fail_fast
                && let Some(reason) = unread(done.unit)
            {
                return Err(Message::stopped(&done.unit.file.file, &reason));
            }
            let Some(writer) = &mut writer else { return Ok(()) };
            let mut documents = done.unit.documents.iter().zip(done.texts);
            documents
                .try_for_each(|(parsed, text)| writer.add_text(&parsed.path, text))
                .map_err(|error| self.unstored(&error))
        });
        gathered.map_err(|stop| match stop {
            Stop::Asked(message) => message,
            Stop::Io(error) => self.unwritten(&error),
        })
    }

    fn converter(&self) -> Result<Option<Converter>, Message> {
        let arguments = self.arguments;
        let limit = Duration::from_secs(arguments.convert_timeout);
        let make = || Converter::new(&arguments.converter, limit).map_err(|error| self.unwritten(&error));
        arguments.convert_doc.then(make).transpose()
    }

    fn jobs(&self) -> usize {
        let cores = || std::thread::available_parallelism().map_or(1, Into::into);
        self.arguments.jobs.map_or_else(cores, Into::into)
    }

    /// Copies the meeting into the database of many, which has its own lock.
    fn store(&self) -> Result<(), Message> {
        let Some(folder) = &self.arguments.store else { return Ok(()) };
        store::add_meeting(&folder.join(STORE), &self.workspace.draft(DATABASE))
            .map_err(|error| Message::unstored(&messages::shown(folder), &error))
    }

    fn effort(&self, read: usize, known: usize) -> Effort {
        Effort { read, known, time: self.begin.elapsed() }
    }

    fn unwritten(&self, error: &io::Error) -> Message {
        Message::unwritten(&messages::shown(&self.arguments.output), error)
    }

    fn unstored(&self, error: &StoreError) -> Message {
        Message::unstored(&messages::shown(&self.arguments.output), error)
    }
}

/// A database whose texts are written out.
type Settling = JoinHandle<Result<Writer, StoreError>>;

/// Writes out the texts of a database beside what goes on.
fn settle(mut writer: Writer) -> Settling {
    std::thread::spawn(move || writer.settle().map(|()| writer))
}

/// What a thread came to; its panic goes on here.
fn joined<T>(thread: JoinHandle<T>) -> T {
    thread.join().unwrap_or_else(|panic| resume_unwind(panic))
}

/// Gives memory back beside what goes on; at the end of the program nobody waits for it.
fn let_go(done_with: impl Send + 'static) {
    // Where no thread can be begun, it is given back here.
    let _ = std::thread::Builder::new().spawn(move || drop(done_with));
}

fn record(units: &[Unit]) -> MeetingRecord {
    let mut record = meeting_folder::record(units);
    record.findings = meeting_checks::check_meeting(&record);
    record
}

/// The first file of a unit that was not read, with the reason.
fn unread(unit: &Unit) -> Option<String> {
    let mut files = vec![&unit.file];
    while let Some(file) = files.pop() {
        if is_unread(file) {
            return Some(file.reason.clone().unwrap_or_default());
        }
        files.extend(file.holds.iter().rev());
    }
    None
}

/// A new program may read the same bytes otherwise: its version, and its own size and time, stand for it.
fn reader(arguments: &BatchArguments) -> String {
    let program = std::env::current_exe().and_then(|path| path.metadata());
    let build = program.map(|about| (about.len(), meeting_folder::workspace::stamp(&about).0));
    let converter = arguments.convert_doc.then_some(&arguments.converter);
    format!("{} {:?} {converter:?}", env!("CARGO_PKG_VERSION"), build.ok())
}

/// What tells the meeting from others: its group and first day, or else the folder.
fn key(record: &MeetingRecord, survey: &Survey) -> String {
    match (&record.meeting.group, record.meeting.start_date) {
        (Some(group), Some(day)) => format!("{group} {day}"),
        _ => folder_name(survey),
    }
}

fn folder_name(survey: &Survey) -> String {
    let folder = survey.folder.canonicalize().unwrap_or_else(|_| survey.folder.clone());
    folder.file_name().unwrap_or(Path::new("/").as_os_str()).to_string_lossy().into_owned()
}
