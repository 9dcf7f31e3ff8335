//! Codes of the Union's bodies, which are the same in every language.

use super::keys::{Sector, Thing};

/// The codes of `bodies.toml`.
#[derive(Debug)]
pub struct Bodies {
    pub(super) advisory: &'static [(&'static str, Sector)],
    /// Other bodies of which there is one.
    pub single: &'static [&'static str],
    /// What the names of groups begin with, and what such a group is.
    pub prefixes: &'static [(&'static str, Option<Thing>)],
    pub(super) assemblies: &'static [(&'static str, Sector)],
}

/// Longest code that is that of an assembly only with its year.
const LONGEST_WITH_YEAR: usize = 3;

impl Bodies {
    /// The Sector of the assembly or conference with this code, a year after it or not.
    pub fn assembly(&self, code: &str) -> Option<Sector> {
        self.assemblies.iter().find_map(|&(known, sector)| {
            let rest = code.strip_prefix(known)?;
            let is_whole = rest.starts_with('-') || (rest.is_empty() && known.len() > LONGEST_WITH_YEAR);
            is_whole.then_some(sector)
        })
    }

    /// The groups that advise a Sector.
    pub fn advisory(&self) -> impl Iterator<Item = &'static str> {
        self.advisory.iter().map(|(code, _)| *code)
    }

    /// The Sector that a group advises.
    pub fn advised(&self, group: &str) -> Option<Sector> {
        self.advisory.iter().find(|(code, _)| *code == group).map(|(_, sector)| *sector)
    }

    /// The codes of assemblies, and whether a year has to follow.
    pub fn assemblies(&self) -> impl Iterator<Item = (&'static str, bool)> {
        self.assemblies.iter().map(|(code, _)| (*code, code.len() <= LONGEST_WITH_YEAR))
    }

    /// What a group is by what its code begins with: `FG-AINN`.
    pub fn kind(&self, code: &str) -> Option<Thing> {
        self.prefixes.iter().find_map(|(prefix, kind)| {
            let rest = code.strip_prefix(prefix)?;
            if rest.starts_with(|c: char| c.is_ascii_alphabetic()) { None } else { *kind }
        })
    }
}
