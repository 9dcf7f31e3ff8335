//! Runs of the program under limits.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Memory that a run may map, in MiB: 256 of inflated text (`Limits::total_size`), what is made of it, and the program.
const MEMORY: u64 = 1024;

/// How long a run may take, in a build without optimisation on a busy machine.
const TIME: Duration = Duration::from_secs(60);

/// What a run gave.
#[derive(Debug)]
pub struct Run {
    /// The exit status.
    pub status: i32,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

/// A folder of its own for one test.
pub struct Folder(TempDir);

impl Folder {
    /// An empty folder.
    pub fn new() -> Self {
        Self(TempDir::new().expect("the system has a folder for temporary files"))
    }

    /// Where a file stands.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file, with the folders that it needs.
    pub fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    /// Reads a file as text.
    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// Runs the program in the folder, within memory and time.
    ///
    /// # Panics
    /// Where it panics, dies of a signal, or is not done in time.
    pub fn run(&self, arguments: &[&str]) -> Run {
        let (stdout, stderr) = (self.path(".stdout"), self.path(".stderr"));
        let mut child = limited(arguments)
            .current_dir(self.0.path())
            .stdin(Stdio::null())
            .stdout(std::fs::File::create(&stdout).unwrap())
            .stderr(std::fs::File::create(&stderr).unwrap())
            .spawn()
            .unwrap();
        let start = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait().unwrap() {
                break status;
            }
            if start.elapsed() > TIME {
                let _ = child.kill();
                let _ = child.wait();
                panic!("not done after {TIME:?}: {arguments:?}");
            }
            std::thread::sleep(Duration::from_millis(5));
        };
        let text = |path| String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned();
        let (stdout, stderr) = (text(stdout), text(stderr));
        assert!(!stderr.contains("panicked"), "{stderr}");
        let status =
            status.code().unwrap_or_else(|| panic!("{arguments:?} died of a signal: {status}: {stderr}"));
        Run { status, stdout, stderr }
    }
}

#[cfg(unix)]
fn limited(arguments: &[&str]) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", "ulimit -v \"$0\" && exec \"$@\""]).arg((MEMORY * 1024).to_string());
    command.arg(env!("CARGO_BIN_EXE_rapporteur")).args(arguments);
    command
}

#[cfg(not(unix))]
fn limited(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
    command.args(arguments);
    command
}

/// The Document that the bytes of a file give.
///
/// # Panics
/// Where they give none.
pub fn document(bytes: &[u8]) -> serde_json::Value {
    let run = parse(bytes);
    assert_eq!(run.status, 0, "{}", run.stderr);
    serde_json::from_str(&run.stdout).unwrap()
}

/// The message about bytes that cannot be read: one line that names the file and tells what to do.
///
/// # Panics
/// Where they can be read, or the message is none.
pub fn refusal(bytes: &[u8]) -> String {
    let run = parse(bytes);
    assert_eq!((run.status, run.stdout.as_str()), (4, ""), "{}", run.stderr);
    let line = run.stderr.trim_end();
    assert!(
        line.starts_with("rapporteur: hostile.docx: ") && line.ends_with('.') && !line.contains('\n'),
        "{line}"
    );
    line.to_owned()
}

/// A run over one file.
pub fn parse(bytes: &[u8]) -> Run {
    let folder = Folder::new();
    folder.write("hostile.docx", bytes);
    folder.run(&["parse", "hostile.docx"])
}

/// All texts of `sections` in one.
pub fn text(document: &serde_json::Value) -> String {
    fn collect(value: &serde_json::Value, into: &mut String) {
        match value {
            serde_json::Value::String(text) => {
                into.push_str(text);
                into.push('\n');
            }
            serde_json::Value::Array(values) => values.iter().for_each(|value| collect(value, into)),
            serde_json::Value::Object(fields) => fields.values().for_each(|value| collect(value, into)),
            _ => {}
        }
    }
    let mut into = String::new();
    collect(&document["sections"], &mut into);
    into
}

/// Codes of the diagnostics.
pub fn codes(document: &serde_json::Value) -> Vec<&str> {
    document["diagnostics"].as_array().unwrap().iter().filter_map(|one| one["code"].as_str()).collect()
}
