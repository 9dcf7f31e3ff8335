//! Fields that Word computes are marked to be computed again when the report is opened.

use std::collections::BTreeMap;

use word_document::{Package, ReadError};

use super::compile::Story;
use super::resources::part_of_kind;

/// Instructions whose result depends on the text around.
const DEPENDENT: [&str; 12] = [
    "TOC",
    "REF",
    "PAGEREF",
    "NOTEREF",
    "SEQ",
    "INDEX",
    "TOA",
    "STYLEREF",
    "NUMPAGES",
    "SECTIONPAGES",
    "=",
    "FORMULA",
];

/// Elements before which `w:updateFields` stands (17.15.1.78).
const AFTER: [&str; 24] = [
    "w:hdrShapeDefaults",
    "w:footnotePr",
    "w:endnotePr",
    "w:compat",
    "w:docVars",
    "w:rsids",
    "m:mathPr",
    "w:attachedSchema",
    "w:themeFontLang",
    "w:clrSchemeMapping",
    "w:doNotIncludeSubdocsInStats",
    "w:doNotAutoCompressPictures",
    "w:forceUpgrade",
    "w:captions",
    "w:readModeInkLockDown",
    "w:smartTagType",
    "sl:schemaLibrary",
    "w:shapeDefaults",
    "w:doNotEmbedSmartTags",
    "w:decimalSymbol",
    "w:listSeparator",
    "w14:docId",
    "w15:docId",
    "w15:chartTrackingRefBased",
];

/// Asks Word to compute fields again, where a changed text has any that depend on it.
pub(super) fn refresh(
    stories: &[Story],
    package: &mut Package<'_>,
    changes: &mut BTreeMap<String, String>,
) -> Result<(), ReadError> {
    if changes.is_empty() || !stories.iter().any(|story| has_dependent_fields(&story.text)) {
        return Ok(());
    }
    let Some((name, text)) = part_of_kind(package, stories, "settings")? else { return Ok(()) };
    if let Some(text) = asking(&text) {
        changes.insert(name, text);
    }
    Ok(())
}

/// Whether a text has a field whose result depends on others.
fn has_dependent_fields(text: &str) -> bool {
    let complex = text.split("<w:instrText").skip(1).filter_map(|rest| rest.split('>').nth(1));
    let simple = text.split("w:instr=\"").skip(1);
    complex.chain(simple).any(|instruction| {
        let word: String =
            instruction.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '=').collect();
        DEPENDENT
            .iter()
            .any(|name| word.eq_ignore_ascii_case(name) || (*name == "=" && word.starts_with('=')))
    })
}

/// Settings that ask for it; `None` where they do so already.
fn asking(settings: &str) -> Option<String> {
    if settings.contains("<w:updateFields") {
        return None;
    }
    let at = AFTER.iter().filter_map(|name| settings.find(&format!("<{name}"))).min();
    let at = at.or_else(|| settings.rfind("</w:settings>"))?;
    Some(format!(r#"{}<w:updateFields w:val="true"/>{}"#, &settings[..at], &settings[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_ask_in_their_place() {
        let settings = "<w:settings><w:zoom/><w:compat/><w:rsids/></w:settings>";
        assert_eq!(
            asking(settings).unwrap(),
            "<w:settings><w:zoom/><w:updateFields w:val=\"true\"/><w:compat/><w:rsids/></w:settings>"
        );
        assert_eq!(asking(&asking(settings).unwrap()), None);
    }

    #[test]
    fn only_fields_that_depend_on_the_text_count() {
        assert!(has_dependent_fields("<w:instrText xml:space=\"preserve\"> TOC \\o </w:instrText>"));
        assert!(has_dependent_fields("<w:fldSimple w:instr=\" REF x \">"));
        assert!(!has_dependent_fields("<w:instrText> PAGE </w:instrText><w:fldSimple w:instr=\"DATE\">"));
    }
}
