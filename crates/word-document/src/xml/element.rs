//! A start tag and its attributes.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::attributes::Attributes;

use super::Namespace;

/// A start tag.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Element<'a> {
    /// Name and attributes, as they are written.
    pub(super) raw: &'a str,
    /// Local name.
    pub(super) name: &'a str,
    /// Bytes of the whole name.
    pub(super) name_length: usize,
    pub(super) namespace: Namespace,
    pub(super) depth: usize,
}

impl<'a> Element<'a> {
    pub(crate) fn namespace(&self) -> Namespace {
        self.namespace
    }

    /// Local name.
    pub(crate) fn name(&self) -> &'a str {
        self.name
    }

    /// Whether this is the WordprocessingML element of that name.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.namespace == Namespace::Word && self.name == name
    }

    /// The value of an attribute by its local name, references expanded. No two attributes that Word writes on
    /// one element differ in the prefix alone.
    pub(crate) fn attribute(&self, local_name: &str) -> Option<Cow<'a, str>> {
        let mut attributes = Attributes::new(self.raw, self.name_length);
        attributes.with_checks(false);
        attributes.flatten().find(|found| found.key.local_name().into_inner() == local_name).map(|found| {
            found.normalized_value(XmlVersion::Implicit1_0).unwrap_or_else(|_| found.value.clone())
        })
    }

    /// `w:val`.
    pub(crate) fn value(&self) -> Option<Cow<'a, str>> {
        self.attribute("val")
    }

    /// `w:val` as a number; nonsense is none.
    pub(crate) fn number<T: std::str::FromStr>(&self) -> Option<T> {
        self.value()?.trim().parse().ok()
    }

    /// An on/off property (ECMA-376 part 1, 17.17.4): present without a value is on.
    pub(crate) fn is_on(&self) -> bool {
        self.value().is_none_or(|value| !matches!(&*value, "0" | "false" | "off"))
    }
}
