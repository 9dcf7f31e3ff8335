//! Files from XML as it is, for what the notation has no word for.

use std::collections::BTreeMap;

use super::package::{Parts, relationships, word_part};

/// A Word file whose body is `xml`, which may use the usual prefixes. Its relationships are those of a file of the
/// notation that names none; [`with_part`] changes them.
pub fn docx_of_xml(xml: &str) -> Vec<u8> {
    Parts::new(usize::MAX).package(xml)
}

/// The same package with one part replaced, or put at the end.
///
/// # Panics
/// If `package` is none.
pub fn with_part(package: &[u8], name: &str, content: impl AsRef<[u8]>) -> Vec<u8> {
    let mut opened = crate::Package::open(package, &crate::Limits::default()).expect("a package");
    let change = BTreeMap::from([(name.to_owned(), content.as_ref().to_vec())]);
    opened.with_parts(&change).expect("a sound package")
}

/// The XML of a part: a root element of WordprocessingML with the usual prefixes.
pub fn part(root: &str, inner: &str) -> String {
    word_part(root, inner)
}

/// A relationships part of internal targets by kind; their ids are `rId1`, `rId2`, …
pub fn relationships_to(targets: &[(&str, &str)]) -> String {
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let entries = targets.iter().enumerate().map(|(at, (kind, target))| {
        format!(r#"<Relationship Id="rId{}" Type="{OFFICE}/{kind}" Target="{target}"/>"#, at + 1)
    });
    relationships(&entries.collect::<String>())
}
