//! Where bookmarks begin and end: a table of contents may gather a part of a text.

use std::collections::BTreeMap;

use crate::word::xml::Element;

/// A place in a text: a paragraph by its number, and a byte of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub line: usize,
    pub byte: usize,
}

/// Bookmarks with their places.
#[derive(Debug, Default)]
pub(super) struct Ranges {
    /// Ids of bookmarks that have not ended yet: their names in lower case.
    open: BTreeMap<String, String>,
    begin: BTreeMap<String, Place>,
    end: BTreeMap<String, Place>,
}

impl Ranges {
    /// Notes an element that begins or ends a bookmark.
    pub(super) fn note(&mut self, element: &Element<'_>, place: Place) {
        let Some(id) = element.attribute("w:id") else { return };
        if element.is("w:bookmarkStart") {
            let name = element.attribute("w:name").unwrap_or_default().to_lowercase();
            self.begin.entry(name.clone()).or_insert(place);
            self.open.insert(id.to_owned(), name);
        } else if element.is("w:bookmarkEnd")
            && let Some(name) = self.open.remove(id)
        {
            self.end.entry(name).or_insert(place);
        }
    }

    /// Where the bookmark of a name begins and ends.
    pub(super) fn get(&self, name: &str) -> Option<(Place, Place)> {
        let name = name.to_lowercase();
        Some((*self.begin.get(&name)?, *self.end.get(&name)?))
    }
}

/// Whether a range holds any text of a paragraph of that length.
pub(super) fn holds((begin, end): (Place, Place), line: usize, length: usize) -> bool {
    begin < Place { line, byte: length.max(1) } && end > Place { line, byte: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_holds_what_it_covers() {
        let range = (Place { line: 1, byte: 3 }, Place { line: 3, byte: 0 });
        let held = |line, length| holds(range, line, length);
        assert_eq!(
            [held(0, 9), held(1, 3), held(1, 4), held(2, 0), held(3, 9)],
            [false, false, true, true, false]
        );
    }
}
