//! README.md tells the truth: its example is run, and its excerpt stands in the output.

use std::path::Path;

use crate::support::Folder;

/// Opens the excerpt in README.md; the line before it names the command.
const EXCERPT: &str = "```markdown\n";

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

#[test]
fn the_excerpt_is_what_the_command_prints() {
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    let command = readme.lines().find_map(|line| line.strip_prefix("cargo run --release -p rapporteur -- "));
    let arguments: Vec<&str> = command.expect("README.md runs the program").split(' ').collect();
    assert_eq!((arguments[0], arguments.len()), ("parse", 4), "{arguments:?}");
    let fixture = root().join(arguments[1]);
    let run = Folder::new().run(&["parse", fixture.to_str().unwrap(), arguments[2], arguments[3]]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));

    let excerpt =
        readme.split_once(EXCERPT).expect("README.md has an excerpt").1.split("```").next().unwrap();
    for line in excerpt.lines().filter(|line| !matches!(*line, "" | "…")) {
        assert!(run.stdout.lines().any(|printed| printed == line), "not printed: {line}\n{}", run.stdout);
    }
}
