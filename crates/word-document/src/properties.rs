//! Core and custom properties (ECMA-376 part 2, 8.3; part 1, 22.3).

use crate::error::ReadError;
use crate::xml::Cursor;

/// Core properties by local name.
pub(crate) fn parse_core(text: &str, part: &str) -> Result<Vec<(String, String)>, ReadError> {
    let mut cursor = Cursor::new(text, part, 16);
    let root = cursor.root()?;
    let mut found = Vec::new();
    while let Some(child) = cursor.next_child(&root)? {
        let value = cursor.text(&child)?;
        if !value.trim().is_empty() {
            found.push((child.name().to_owned(), value.trim().to_owned()));
        }
    }
    Ok(found)
}

/// Custom properties by name; values of all types as text.
pub(crate) fn parse_custom(text: &str, part: &str) -> Result<Vec<(String, String)>, ReadError> {
    let mut cursor = Cursor::new(text, part, 16);
    let root = cursor.root()?;
    let mut found = Vec::new();
    while let Some(child) = cursor.next_child(&root)? {
        if let Some(name) = child.attribute("name") {
            found.push((name.into_owned(), cursor.text(&child)?.trim().to_owned()));
        }
    }
    Ok(found)
}
