//! Legacy Word files through LibreOffice: in a process of its own, with a profile of its own, for a limited time.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use meeting_folder::Convert;
use tempfile::TempDir;

/// How often a running converter is looked at.
const LOOK: Duration = Duration::from_millis(20);

/// LibreOffice, one file at a time.
pub struct Converter {
    program: PathBuf,
    limit: Duration,
    /// The profile that it makes on its first run and keeps for the others.
    folder: Mutex<TempDir>,
}

impl Converter {
    /// A converter that is stopped after a time.
    pub fn new(program: &Path, limit: Duration) -> io::Result<Self> {
        Ok(Self { program: program.to_owned(), limit, folder: Mutex::new(TempDir::new()?) })
    }

    fn command(&self, folder: &Path) -> Command {
        let mut command = Command::new(&self.program);
        command
            .args(["--headless", "--norestore", "--nologo", "--nolockcheck"])
            .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
            .args(["--convert-to", "docx", "--outdir"])
            .arg(folder.join("out"))
            .arg(folder.join("in.doc"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        own_group(&mut command);
        command
    }

    fn run(&self, folder: &Path) -> Result<(), String> {
        let mut child = self.command(folder).spawn().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => format!(
                "{} is not installed: install LibreOffice, or save the file as .docx",
                self.program.display()
            ),
            _ => format!("{} cannot be started: {error}", self.program.display()),
        })?;
        let begin = Instant::now();
        loop {
            match child.try_wait() {
                Ok(Some(_)) => return Ok(()),
                Ok(None) if begin.elapsed() < self.limit => std::thread::sleep(LOOK),
                _ => {
                    stop(&mut child);
                    return Err(format!(
                        "the converter took more than {} seconds and was stopped: give it more time with \
                         --convert-timeout, or save the file as .docx",
                        self.limit.as_secs()
                    ));
                }
            }
        }
    }
}

impl Convert for Converter {
    fn convert(&self, bytes: &[u8]) -> Result<Vec<u8>, String> {
        let folder = self.folder.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = folder.path();
        let result = folder.join("out/in.docx");
        let _ = fs::remove_file(&result);
        fs::write(folder.join("in.doc"), bytes)
            .map_err(|error| format!("it cannot be handed over: {error}"))?;
        self.run(folder)?;
        fs::read(result).map_err(|_| "the converter could not read it: save it as .docx".to_owned())
    }
}

/// LibreOffice starts processes of its own: all of them are stopped together.
#[cfg(unix)]
fn own_group(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

#[cfg(not(unix))]
fn own_group(_: &mut Command) {}

fn stop(child: &mut Child) {
    #[cfg(unix)]
    if let Some(group) = rustix::process::Pid::from_raw(child.id().cast_signed()) {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
    let _ = child.wait();
}
