//! LibreOffice, where it is installed: every file that is written opens in it.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::validator::{target, written};

/// Converts the files to PDF. Where LibreOffice is not installed, it says so and does nothing.
///
/// # Panics
/// Where a file gives no PDF.
pub fn opens(name: &str, files: &[(String, Vec<u8>)]) {
    let Some(office) = office() else {
        eprintln!("skipped: LibreOffice (soffice) is not installed");
        return;
    };
    let folder = target().join("opened").join(name);
    std::fs::create_dir_all(&folder).expect("target/ can be written");
    let paths: Vec<PathBuf> = files.iter().map(|(name, bytes)| written(&folder, name, bytes)).collect();
    let pdf = |path: &Path| path.with_extension("pdf");
    for path in &paths {
        let _ = std::fs::remove_file(pdf(path));
    }
    // A profile of its own: another LibreOffice may be running.
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let output = Command::new(office)
        .args(["--headless", &profile, "--convert-to", "pdf", "--outdir"])
        .arg(&folder)
        .args(&paths)
        .output()
        .expect("LibreOffice runs");
    let missing: Vec<&PathBuf> = paths.iter().filter(|path| !is_pdf(&pdf(path))).collect();
    assert!(missing.is_empty(), "{missing:?}\n{}", String::from_utf8_lossy(&output.stderr));
}

fn is_pdf(path: &Path) -> bool {
    std::fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"%PDF"))
}

/// The program, where it is in one of the folders of programs.
fn office() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join("soffice")).find(|path| path.is_file())
}
