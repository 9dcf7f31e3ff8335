//! `rapporteur batch`: a meeting's folder in, the meeting's model out.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};

use meeting_folder::{FoundFile, ReadOptions, SurveyOptions, Unit};
use meeting_model::{FileStatus, MeetingFile, MeetingRecord};
use rayon::prelude::*;

use crate::Status;
use crate::arguments::BatchArguments;
use crate::input::MAX_FILE_SIZE;
use crate::messages::{self, Message};
use crate::output::Output;

/// Reads the folder and writes what it comes to.
pub fn run(arguments: &BatchArguments) -> Status {
    if let Err(error) = fs::create_dir_all(&arguments.output) {
        messages::tell(&Message::unwritten(&messages::shown(&arguments.output), &error));
        return Status::NothingDone;
    }
    let options = SurveyOptions { exclude: vec![arguments.output.clone()] };
    let survey = match meeting_folder::survey(&arguments.folder, &options) {
        Ok(survey) => survey,
        Err(error) => {
            messages::tell(&Message::no_folder(&messages::shown(&arguments.folder), &error));
            return Status::NothingDone;
        }
    };
    let options = ReadOptions::default();
    let units: Vec<Unit> = survey.files.par_iter().map(|file| read(file, &options)).collect();
    let mut record = meeting_folder::record(&units);
    record.findings = meeting_checks::check_meeting(&record);
    if let Err(error) = write(arguments, &record) {
        messages::tell(&Message::unwritten(&messages::shown(&arguments.output), &error));
        return Status::NothingDone;
    }
    status(&record)
}

fn read(file: &FoundFile, options: &ReadOptions<'_>) -> Unit {
    if let Some((status, reason)) = &file.refused {
        return Unit::unread(&file.path, *status, reason.clone());
    }
    match bytes(file) {
        Ok(bytes) => meeting_folder::read_unit(&file.path, &bytes, options),
        Err(error) => Unit::unread(&file.path, FileStatus::Corrupt, format!("it cannot be read: {error}")),
    }
}

fn bytes(file: &FoundFile) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(&file.disk)?.take(MAX_FILE_SIZE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_FILE_SIZE { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

fn write(arguments: &BatchArguments, record: &MeetingRecord) -> io::Result<()> {
    let mut output = Output::open(Some(&arguments.output.join("meeting.json")))?;
    serde_json::to_writer_pretty(&mut output, record)?;
    output.write_all(b"\n")?;
    output.finish()
}

/// Tells which files could not be read, those in archives too.
fn status(record: &MeetingRecord) -> Status {
    let unread: usize = record.files.iter().map(|file| tell_unread(file, "")).sum();
    if unread == 0 { Status::Done } else { Status::SomeUnread }
}

fn tell_unread(file: &MeetingFile, within: &str) -> usize {
    let path = format!("{within}{}", file.file);
    let unread = match file.status {
        FileStatus::Corrupt | FileStatus::Encrypted | FileStatus::Empty => true,
        FileStatus::Document => file.reason.is_some(),
        _ => false,
    };
    if unread {
        messages::tell(&Message::not_read(&path, file.reason.as_deref().unwrap_or_default()));
    }
    usize::from(unread) + file.holds.iter().map(|held| tell_unread(held, &format!("{path}/"))).sum::<usize>()
}
