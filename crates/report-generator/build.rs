//! Makes JSON of the tables in `templates/` that are written as TOML: what reads JSON is in the program anyway.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

const TABLES: [&str; 7] = [
    "labels/ar.toml",
    "labels/en.toml",
    "labels/es.toml",
    "labels/fr.toml",
    "labels/ru.toml",
    "labels/zh.toml",
    "time-zones.toml",
];

fn main() -> Result<(), Box<dyn Error>> {
    let templates = Path::new("../../templates");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::create_dir_all(out.join("labels"))?;
    for name in TABLES {
        let path = templates.join(name);
        println!("cargo::rerun-if-changed={}", path.display());
        let table: serde_json::Value = toml::from_str(&fs::read_to_string(path)?)?;
        fs::write(out.join(name).with_extension("json"), table.to_string())?;
    }
    Ok(())
}
