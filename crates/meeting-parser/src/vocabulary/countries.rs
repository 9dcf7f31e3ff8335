//! Names of countries: needed to tell *China*, a country, from *ITU/TSB*, an organization.

use std::collections::{BTreeMap, HashMap};

use super::file::VocabularyError;
use super::text::{normalise, without_accents};

const FILE: &str = include_str!("../../vocabulary/countries.toml");

/// The names of countries in the six languages, and their ISO codes.
#[derive(Debug)]
pub struct Countries(HashMap<String, String>);

impl Countries {
    pub(super) fn read() -> Result<Self, VocabularyError> {
        let file: BTreeMap<String, Vec<String>> =
            toml::from_str(FILE).map_err(|error| VocabularyError(format!("countries.toml: {error}")))?;
        let mut names = HashMap::new();
        for (code, list) in file {
            for name in list {
                names.entry(key(&name)).or_insert_with(|| code.clone());
            }
        }
        Ok(Self(names))
    }

    /// The ISO code of the country with this very name.
    pub fn code(&self, name: &str) -> Option<&str> {
        self.0.get(&key(name)).map(String::as_str)
    }
}

fn key(name: &str) -> String {
    without_accents(&normalise(name)).replace(['.', ','], "").replace("  ", " ")
}
