//! Writes the Word templates of `templates/` from their sources: `cargo run -p rapporteur-tests --bin build-templates`.

use rapporteur_tests::templates;

fn main() -> std::io::Result<()> {
    let folder = templates::folder();
    for (name, bytes) in templates::built() {
        std::fs::write(folder.join(&name), &bytes)?;
        println!("{name}: {} bytes", bytes.len());
    }
    Ok(())
}
