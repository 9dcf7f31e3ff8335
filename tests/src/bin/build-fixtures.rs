//! Writes the Word files of `fixtures/` from their sources: `cargo run -p rapporteur-tests --bin build-fixtures`.

use rapporteur_tests::fixtures;

fn main() -> std::io::Result<()> {
    let folder = fixtures::folder();
    std::fs::create_dir_all(folder.join("not-word"))?;
    for (name, bytes) in fixtures::built() {
        std::fs::write(folder.join(&name), &bytes)?;
        println!("{name}: {} bytes", bytes.len());
    }
    Ok(())
}
