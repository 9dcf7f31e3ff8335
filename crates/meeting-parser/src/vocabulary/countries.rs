//! Names of countries: needed to tell *China*, a country, from *ITU/TSB*, an organization.

use super::fold::country_name;

/// The names of countries in the six languages, in order, and their ISO codes.
#[derive(Debug)]
pub struct Countries(pub(super) &'static [(&'static str, &'static str)]);

impl Countries {
    /// The ISO code of the country with this very name.
    pub fn code(&self, name: &str) -> Option<&'static str> {
        let name = country_name(name);
        self.0.binary_search_by(|(known, _)| (*known).cmp(&name)).ok().map(|at| self.0[at].1)
    }
}
