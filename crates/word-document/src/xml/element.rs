//! A start tag and its attributes.

use std::borrow::Cow;

use memchr::memchr;
use quick_xml::XmlVersion;
use quick_xml::events::attributes::Attributes;

use super::Namespace;
use super::tokens::is_same;

/// An attribute is not written plainly, or has a value to expand.
struct NotPlain;

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
        match self.plain_attribute(local_name) {
            Ok(value) => value.map(Cow::Borrowed),
            Err(NotPlain) => self.any_attribute(local_name),
        }
    }

    /// The value of an attribute as it is written, where all attributes up to it are written as Word writes them.
    fn plain_attribute(&self, local_name: &str) -> Result<Option<&'a str>, NotPlain> {
        let bytes = self.raw.as_bytes();
        let mut at = self.name_length;
        loop {
            let is_key = |byte: &u8| !byte.is_ascii_whitespace();
            let Some(spaces) = bytes[at..].iter().position(is_key) else { return Ok(None) };
            let key = at + spaces;
            let length = bytes[key..].iter().position(|byte| ENDS_KEY[usize::from(*byte)]);
            let equals = key + length.ok_or(NotPlain)?;
            let [b'=', quote @ (b'"' | b'\''), rest @ ..] = &bytes[equals..] else { return Err(NotPlain) };
            let value = equals + 2..equals + 2 + memchr(*quote, rest).ok_or(NotPlain)?;
            if is_named(&bytes[key..equals], local_name.as_bytes()) {
                let value = &self.raw[value];
                let is_plain = !value.bytes().any(|byte| matches!(byte, b'&' | b'\t' | b'\n' | b'\r'));
                return if is_plain { Ok(Some(value)) } else { Err(NotPlain) };
            }
            at = value.end + 1;
        }
    }

    /// The same however the attributes are written.
    fn any_attribute(&self, local_name: &str) -> Option<Cow<'a, str>> {
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

/// The bytes that may follow the name of an attribute.
static ENDS_KEY: [bool; 256] = {
    let mut ends = [false; 256];
    let mut at = 0;
    while at < 256 {
        ends[at] = at as u8 == b'=' || (at as u8).is_ascii_whitespace();
        at += 1;
    }
    ends
};

/// Whether a name is the local name, with any prefix or none.
fn is_named(name: &[u8], local_name: &[u8]) -> bool {
    let Some(prefix) = name.len().checked_sub(local_name.len()) else { return false };
    (prefix == 0 || name[prefix - 1] == b':') && is_same(&name[prefix..], local_name)
}
