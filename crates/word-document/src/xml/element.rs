//! A start tag and its attributes.

use std::borrow::Cow;

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
            at = pass(bytes, at, |byte| byte.is_ascii_whitespace());
            if at == bytes.len() {
                return Ok(None);
            }
            let key = at;
            at = pass(bytes, at, |byte| !ENDS_KEY[usize::from(byte)]);
            let [b'=', quote @ (b'"' | b'\''), ..] = bytes[at..] else { return Err(NotPlain) };
            let is_sought = is_named(&bytes[key..at], local_name.as_bytes());
            let value = at + 2;
            let sign = pass(bytes, value, |byte| !ENDS_PLAIN[usize::from(byte)]);
            at = pass(bytes, sign, |byte| byte != quote);
            if at == bytes.len() || is_sought && at != sign {
                return Err(NotPlain);
            }
            if is_sought {
                return Ok(Some(&self.raw[value..at]));
            }
            at += 1;
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
static ENDS_KEY: [bool; 256] = table(b"= \t\n\r\x0c");

/// The quotes, and what does not stand in a value as it is read (XML 1.0, 3.3.3).
static ENDS_PLAIN: [bool; 256] = table(b"\"'&\t\n\r");

/// Which bytes are one of these.
const fn table(those: &[u8]) -> [bool; 256] {
    let mut table = [false; 256];
    let mut at = 0;
    while at < those.len() {
        table[those[at] as usize] = true;
        at += 1;
    }
    table
}

/// The place of the first byte from `at` on that is not passed over. Names and values are short: a loop is through with one
/// before a search that takes many bytes at a time has begun.
#[inline]
fn pass(bytes: &[u8], mut at: usize, is_passed: impl Fn(u8) -> bool) -> usize {
    while let Some(byte) = bytes.get(at)
        && is_passed(*byte)
    {
        at += 1;
    }
    at
}

/// Whether a name is the local name, with any prefix or none.
fn is_named(name: &[u8], local_name: &[u8]) -> bool {
    let Some(prefix) = name.len().checked_sub(local_name.len()) else { return false };
    (prefix == 0 || name[prefix - 1] == b':') && is_same(&name[prefix..], local_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element(raw: &str) -> Element<'_> {
        Element { raw, name: "t", name_length: 3, namespace: Namespace::Word, depth: 0 }
    }

    #[test]
    fn a_plain_value_is_read_without_a_copy() {
        for (raw, expected) in [
            ("w:t", None),
            ("w:t ", None),
            ("w:t w:val=\"a > b\"", Some("a > b")),
            ("w:t x:eval='no' w:val='\u{e9}'", Some("\u{e9}")),
            ("w:t w:other=\"a &amp; it's\"\tval=\"b\" w:val=\"c\"", Some("b")),
            ("w:t\n  w:val=\"\" ", Some("")),
        ] {
            assert_eq!(element(raw).plain_attribute("val").ok(), Some(expected), "{raw}");
        }
    }

    #[test]
    fn a_value_is_the_same_whichever_way_it_is_read() {
        let values = ["\"a\"", "'a\"b'", "\"a'b\"", "\"a &lt; b\"", "'a\tb'", "\"\"", "\"open", "bare", ""];
        for first in values {
            for second in values {
                for between in [" ", "", "\n "] {
                    let raw = format!("w:t w:space={first}{between}w:val={second}");
                    let element = element(&raw);
                    if let Ok(plain) = element.plain_attribute("val") {
                        assert_eq!(plain, element.any_attribute("val").as_deref(), "{raw}");
                    }
                }
            }
        }
    }
}
