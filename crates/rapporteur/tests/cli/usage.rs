//! Wrong usage, help and version.

use crate::support::Folder;

#[test]
fn wrong_usage_ends_with_2_and_says_so_on_standard_error() {
    let folder = Folder::new();
    for arguments in [
        &[][..],
        &["parse"],
        &["parse", "a.docx", "--format", "xml"],
        &["parse", "a.docx", "--max-inflated", "0"],
        &["prase", "a.docx"],
    ] {
        let run = folder.run(arguments);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(run.stderr.contains("--help"), "{arguments:?}: {}", run.stderr);
    }
}

#[test]
fn help_shows_commands_examples_and_exit_status() {
    let folder = Folder::new();
    let help = folder.run(&["--help"]);
    assert_eq!((help.status, help.stderr.as_str()), (0, ""));
    for words in ["parse", "schema", "Exit status:", "3  some inputs could not be read"] {
        assert!(help.stdout.contains(words), "{words}");
    }
    let help = folder.run(&["parse", "--help"]).stdout;
    for words in ["Examples:", "--format", "markdown", "--output", "--max-inflated"] {
        assert!(help.contains(words), "{words}");
    }
}

#[test]
fn the_version_is_the_package_version() {
    let run = Folder::new().run(&["--version"]);
    assert_eq!((run.status, run.stdout), (0, format!("rapporteur {}\n", env!("CARGO_PKG_VERSION"))));
}

/// Where the linker left it out, the program would be slower and nothing would tell.
#[test]
#[cfg(target_os = "linux")]
fn memory_comes_from_the_allocator_of_the_program() {
    let folder = Folder::new();
    let run = folder.command(&["--version"]).env("MIMALLOC_SHOW_STATS", "1").output().unwrap();
    let told = String::from_utf8(run.stderr).unwrap();
    assert!(told.contains("heap stats"), "{told}");
}
