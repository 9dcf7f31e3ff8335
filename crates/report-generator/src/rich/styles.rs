//! The styles that rich values take: the template's own, by name; where it has none, one is defined.
//!
//! A paragraph whose style is not defined loses its table's cells in LibreOffice, so none is ever named without being there.

use docx_rs::{
    AbstractNumbering, BuildXML, IndentLevel, Level, LevelJc, LevelText, NumberFormat, SpecialIndentType,
    Start, Style, StyleType, TableBorders, TableProperty,
};

use crate::normalise::normalise;
use crate::word::fragments::{Fragments, StyleKind};

/// Names under which templates have a style for something, best first. The first is defined where none is there.
pub(super) struct Wanted {
    kind: StyleKind,
    names: &'static [&'static str],
}

pub(super) const BULLETS: Wanted =
    Wanted { kind: StyleKind::Paragraph, names: &["List Bullet", "enumlev1", "List Paragraph"] };
pub(super) const NUMBERS: Wanted =
    Wanted { kind: StyleKind::Paragraph, names: &["List Number", "enumlev1", "List Paragraph"] };
pub(super) const LINK: Wanted = Wanted { kind: StyleKind::Character, names: &["Hyperlink"] };
pub(super) const TABLE: Wanted = Wanted { kind: StyleKind::Table, names: &["Table Grid"] };

/// The id of the style for it.
pub(super) fn style(wanted: &Wanted, fragments: &mut Fragments) -> String {
    let known = wanted.names.iter().find_map(|name| fragments.style(wanted.kind, name));
    if let Some(id) = known {
        return id.to_owned();
    }
    let base = fragments.style(StyleKind::Paragraph, "Normal").map(str::to_owned);
    let name = wanted.names[0];
    fragments.add_style(wanted.kind, name, |id| xml(&define(wanted.kind, name, id, base.as_deref())))
}

/// The id of the template's style of that name, whatever its kind of paragraph; defined like Normal where it is not there.
pub(super) fn named(name: &str, fragments: &mut Fragments) -> String {
    let base = fragments.style(StyleKind::Paragraph, "Normal").map(str::to_owned);
    fragments.add_style(StyleKind::Paragraph, name, |id| {
        xml(&define(StyleKind::Paragraph, name, id, base.as_deref()))
    })
}

/// The id of the template's own style of that name.
pub(super) fn of_template(name: &str, fragments: &Fragments) -> Option<String> {
    fragments.style(StyleKind::Paragraph, name).map(str::to_owned)
}

fn define(kind: StyleKind, name: &str, id: &str, base: Option<&str>) -> Style {
    let style = |its: StyleType| Style::new(id, its).name(name);
    match kind {
        StyleKind::Character => style(StyleType::Character).color("0563C1").underline("single"),
        StyleKind::Table => {
            style(StyleType::Table).table_property(TableProperty::new().set_borders(TableBorders::new()))
        }
        StyleKind::Paragraph => match base {
            Some(base) => style(StyleType::Paragraph).based_on(base),
            None => style(StyleType::Paragraph),
        },
    }
}

fn xml(built: &impl BuildXML) -> String {
    let xml = String::from_utf8_lossy(&built.build()).into_owned();
    normalise("word/styles.xml", &xml).expect("docx-rs writes well-formed styles")
}

/// The number of a list in Word that begins at some depth. Numbered lists begin anew each time; bullets need not.
pub(super) fn numbering(ordered: bool, depth: usize, fragments: &mut Fragments) -> u32 {
    let key = format!("{}{depth}", if ordered { "numbers" } else { "bullets" });
    fragments.list(&key, ordered, || levels(ordered, depth))
}

/// The nine levels that a list may have (17.9.6), its first at some depth.
fn levels(ordered: bool, first: usize) -> String {
    let list =
        (0..9).fold(AbstractNumbering::new(0), |list, depth| list.add_level(level(ordered, depth, first)));
    let xml = String::from_utf8_lossy(&list.build()).into_owned();
    let xml = normalise("word/numbering.xml", &xml).expect("docx-rs writes well-formed levels");
    let content = xml.split_once('>').and_then(|(_, rest)| rest.rsplit_once("</w:abstractNum>"));
    let content = content.map_or("", |(content, _)| content);
    // Word drops levels below the first where nothing says that there are several.
    format!(r#"<w:multiLevelType w:val="hybridMultilevel"/>{content}"#)
}

fn level(ordered: bool, depth: usize, first: usize) -> Level {
    let formats = [("decimal", ")"), ("lowerLetter", ")"), ("lowerRoman", ")")];
    let bullets = ["\u{2022}", "\u{2013}", "\u{25aa}"];
    let (format, text) = if ordered {
        let (format, end) = formats[depth.saturating_sub(first) % formats.len()];
        (format, format!("%{}{end}", depth + 1))
    } else {
        ("bullet", bullets[depth.saturating_sub(first) % bullets.len()].to_owned())
    };
    let hanging = 360;
    let left = 360 * (depth as i32 + 1);
    Level::new(depth, Start::new(1), NumberFormat::new(format), LevelText::new(text), LevelJc::new("left"))
        .indent(Some(left), Some(SpecialIndentType::Hanging(hanging)), None, None)
}

/// The level of a list in Word.
pub(super) fn depth_of(depth: usize) -> IndentLevel {
    IndentLevel::new(depth.min(8))
}
