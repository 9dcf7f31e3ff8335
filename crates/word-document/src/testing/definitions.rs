//! Styles and lists.

use std::fmt::Write as _;

use super::escape;
use super::package::{Parts, word_part};

impl Parts {
    pub(super) fn styles_part(&self) -> String {
        let mut styles = String::new();
        for (at, name) in self.styles.iter().enumerate() {
            let default = if at == 0 { r#" w:default="1""# } else { "" };
            let outline = name.strip_prefix("heading ").and_then(|level| level.parse::<u8>().ok());
            let outline =
                outline.map_or_else(String::new, |level| format!(r#"<w:outlineLvl w:val="{}"/>"#, level - 1));
            let number = self.numbered.iter().find(|(style, _)| style == name);
            let number = number.map_or_else(String::new, |(_, list)| list_properties(list));
            // Writing to a String cannot fail.
            let _ = write!(
                styles,
                r#"<w:style w:type="paragraph"{default} w:styleId="Stil{at}"><w:name w:val="{}"/><w:pPr>{number}{outline}</w:pPr></w:style>"#,
                escape(name)
            );
        }
        word_part("styles", &styles)
    }

    pub(super) fn numbering_part(&self) -> String {
        let (mut abstracts, mut lists) = (String::new(), String::new());
        for (number, levels) in &self.lists {
            let mut xml = String::new();
            for (level, pair) in levels.chunks(2).enumerate() {
                let [format, text] = pair else { panic!("list {number}: a level is a format and a label") };
                let (format, options) = format.split_once('/').unwrap_or((format, ""));
                let font = if format == "bullet" { bullet_font(options) } else { String::new() };
                let _ = write!(
                    xml,
                    r#"<w:lvl w:ilvl="{level}">{}<w:lvlText w:val="{}"/>{font}</w:lvl>"#,
                    level_properties(format, options),
                    escape(text)
                );
            }
            let _ = write!(abstracts, r#"<w:abstractNum w:abstractNumId="{number}">{xml}</w:abstractNum>"#);
            let _ = write!(lists, r#"<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>"#);
        }
        for [number, of, level, start] in &self.restarts {
            let _ = write!(
                lists,
                r#"<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/><w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>"#
            );
        }
        word_part("numbering", &(abstracts + &lists))
    }
}

/// List and level (`3.0`) of a paragraph or style.
pub(super) fn list_properties(list: &str) -> String {
    let (list, level) = list.split_once('.').unwrap_or((list, "0"));
    format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"#)
}

/// The font of a bullet, Symbol where `font=Name` asks for no other; `_` stands for a space.
fn bullet_font(options: &str) -> String {
    let name = options.strip_prefix("font=").unwrap_or("Symbol").replace('_', " ");
    format!(r#"<w:rPr><w:rFonts w:ascii="{name}" w:hAnsi="{name}"/></w:rPr>"#)
}

/// What a level of a list says before its label: `start=5`, `restart=0` and `legal` are asked for.
fn level_properties(format: &str, options: &str) -> String {
    let option = |name: &str| options.split('/').find_map(|option| option.strip_prefix(name));
    let restart =
        option("restart=").map_or_else(String::new, |at| format!(r#"<w:lvlRestart w:val="{at}"/>"#));
    let legal = option("legal").map_or("", |_| "<w:isLgl/>");
    let start = option("start=").unwrap_or("1");
    format!(r#"<w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{restart}{legal}"#)
}
