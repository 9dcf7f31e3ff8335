//! What kind of data each part of a package holds (ECMA-376 part 2, 7.2.3).

use std::cell::RefCell;
use std::rc::Rc;

use crate::error::ReadError;
use crate::package::Package;
use crate::recent::{Recent, TEMPLATES};
use crate::xml::Cursor;

/// Where a package says it.
const PART: &str = "[Content_Types].xml";

/// The types of the parts that have entries of their own: names as they are written, and types.
#[derive(Debug, Default)]
pub(crate) struct ContentTypes(Vec<(String, String)>);

thread_local! {
    static RECENT: RefCell<Recent<ContentTypes>> = const { RefCell::new(Recent::new(TEMPLATES)) };
}

impl ContentTypes {
    /// The types that a package names, or `None` where it names none at all.
    ///
    /// # Errors
    /// A [`ReadError`] where the list of types is damaged or meets a limit. Of a list that is not well-formed, what stands
    /// before the fault is taken.
    pub(crate) fn of(package: &mut Package<'_>) -> Result<Option<Rc<Self>>, ReadError> {
        RECENT.with_borrow_mut(|recent| recent.part(package, PART, |text| Ok(Self::parse(&text))))
    }

    fn parse(text: &str) -> Self {
        let mut cursor = Cursor::new(text, PART, 8);
        let mut types = Vec::new();
        if let Ok(root) = cursor.root() {
            while let Ok(Some(child)) = cursor.next_child(&root) {
                let name = child.attribute("PartName").map(|name| name.trim_start_matches('/').to_owned());
                types.extend(name.zip(child.attribute("ContentType").map(String::from)));
            }
        }
        Self(types)
    }

    /// The type of a part by its own entry.
    pub(crate) fn of_part(&self, part: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| name.eq_ignore_ascii_case(part)).map(|(_, kind)| kind.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_the_type_of_its_first_entry() {
        let types = ContentTypes::parse(
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>\
             <Default Extension='xml' ContentType='application/xml'/>\
             <Override PartName='/Word/document.xml' ContentType='first'/>\
             <Override PartName='/word/document.xml' ContentType='second'/><Override ContentType='third'/></Types",
        );
        assert_eq!(types.of_part("word/document.xml"), Some("first"));
        assert_eq!(types.of_part("word/styles.xml"), None);
    }
}
