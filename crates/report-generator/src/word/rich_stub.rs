//! A place holder until values made of paragraphs have landed.
use super::fragments::{Fragments, Surroundings, WordXml};

#[derive(Debug)]
pub(crate) struct Rich(pub WordXml);

impl minijinja::value::Object for Rich {}

impl Rich {
    pub(crate) fn to_word(&self, _: &Surroundings<'_>, _: &mut Fragments) -> WordXml {
        self.0.clone()
    }
}

pub(crate) fn add_filters(_: &mut minijinja::Environment<'static>) {}
