//! Where the text of an entry begins after its number.

/// Twentieths of a point that a digit of a number takes at most, and the space after the last.
const DIGIT: u32 = 130;
const SPACE: u32 = 130;
/// Numbers of a level have so much room in the entries that Word writes with letters of twelve points.
const ROOM: u32 = 480;

/// Properties that stand before tabs in those of a paragraph (17.3.1.26).
const BEFORE: [&str; 9] = [
    "<w:keepNext",
    "<w:keepLines",
    "<w:pageBreakBefore",
    "<w:framePr",
    "<w:widowControl",
    "<w:numPr",
    "<w:suppressLineNumbers",
    "<w:pBdr",
    "<w:shd",
];

/// Where the text begins after the number of an entry; `None` where the entry has none.
pub(super) fn after_number(text: &str, level: usize) -> Option<u32> {
    let (number, _) = text.split_once('\t')?;
    let level = u32::try_from(level).ok()?;
    let length = u32::try_from(number.chars().count()).ok()?;
    let indent = 240 * level.saturating_sub(1);
    Some((ROOM * level).max(indent + length.saturating_mul(DIGIT) + SPACE))
}

/// Whether properties of a paragraph or style say where text after a number begins: a tab or a hanging first line.
pub(super) fn has_left(properties: &str) -> bool {
    let is_left =
        |tag: &str| ["left", "start", "num"].iter().any(|side| tag.contains(&format!("w:val=\"{side}\"")));
    properties.contains("w:hanging=")
        || properties.split("<w:tab ").skip(1).any(|rest| is_left(rest.split('>').next().unwrap_or_default()))
}

/// Properties of a paragraph, with a tab for the text after a number.
pub(super) fn with_left(properties: &str, at: u32) -> String {
    let tab = format!(r#"<w:tab w:val="left" w:pos="{at}"/>"#);
    if properties.contains("<w:tabs>") {
        return properties.replacen("<w:tabs>", &format!("<w:tabs>{tab}"), 1);
    }
    let after_style =
        properties.find("<w:pStyle").and_then(|style| Some(style + properties[style..].find('>')? + 1));
    match after_style.filter(|_| !BEFORE.iter().any(|name| properties.contains(name))) {
        Some(end) => format!("{}<w:tabs>{tab}</w:tabs>{}", &properties[..end], &properties[end..]),
        None => properties.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tab_is_added_where_there_is_none() {
        let bare = r#"<w:pPr><w:pStyle w:val="V1"/><w:jc w:val="left"/></w:pPr>"#;
        let made = with_left(bare, 480);
        assert_eq!(
            made,
            r#"<w:pPr><w:pStyle w:val="V1"/><w:tabs><w:tab w:val="left" w:pos="480"/></w:tabs><w:jc w:val="left"/></w:pPr>"#
        );
        assert!(!has_left(bare) && has_left(&made) && has_left(r#"<w:ind w:hanging="3"/>"#));
        let right =
            r#"<w:pPr><w:pStyle w:val="V1"/><w:tabs><w:tab w:val="right" w:pos="9"/></w:tabs></w:pPr>"#;
        assert!(
            with_left(right, 480)
                .contains(r#"<w:tabs><w:tab w:val="left" w:pos="480"/><w:tab w:val="right""#)
        );
        let kept = r#"<w:pPr><w:pStyle w:val="V1"/><w:keepNext/></w:pPr>"#;
        assert_eq!(with_left(kept, 480), kept);
    }

    #[test]
    fn long_numbers_have_more_room() {
        assert_eq!(
            [after_number("1\ta", 1), after_number("1.2\ta", 2), after_number("a", 1)],
            [Some(480), Some(960), None]
        );
        assert!(after_number("Annex A\ta", 1) > Some(900));
    }
}
