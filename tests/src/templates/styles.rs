//! The styles of ITU-T's documents, under the names that its templates give them.

use docx_rs::{
    AlignmentType, LineSpacing, RunFonts, SpecialIndentType, Style, StyleType, TableBorders, TableProperty,
};

/// The letters of all reports.
pub const FONT: &str = "Times New Roman";

/// All styles of the built-in templates.
pub fn all() -> Vec<Style> {
    let mut styles = vec![
        Style::new("Normal", StyleType::Paragraph)
            .name("Normal")
            .size(24)
            .line_spacing(before(120))
            .q_format(true),
        heading(1, 360),
        heading(2, 240),
        heading(3, 160),
        heading(4, 160),
        heading(5, 160),
        paragraph("Headingb", "Heading_b").bold().line_spacing(before(160)).next("Normal"),
        paragraph("Title", "Title").bold().size(28).align(AlignmentType::Center).line_spacing(before(240)),
        paragraph("AnnexNotitle", "Annex_No & title")
            .bold()
            .size(28)
            .align(AlignmentType::Center)
            .line_spacing(before(480).after(240))
            .next("Normal"),
        paragraph("Docnumber", "Docnumber").bold().size(32).align(AlignmentType::Right),
        paragraph("Tablehead", "Table_head")
            .bold()
            .size(22)
            .align(AlignmentType::Center)
            .line_spacing(before(80).after(80)),
        paragraph("Tabletext", "Table_text").size(22).line_spacing(before(40).after(40)),
        paragraph("Itemtext", "Item_text").line_spacing(before(60).after(60)),
        paragraph("Itemlabel", "Item_label").line_spacing(before(60)),
        listed("ListBullet", "List Bullet"),
        listed("ListNumber", "List Number"),
        paragraph("enumlev1", "enumlev1").line_spacing(before(80)).indent(
            Some(794),
            hanging(794),
            None,
            None,
        ),
        paragraph("enumlev2", "enumlev2").line_spacing(before(80)).indent(
            Some(1191),
            hanging(397),
            None,
            None,
        ),
        paragraph("Header", "header").size(18).align(AlignmentType::Center).line_spacing(before(0)),
        paragraph("Footer", "footer").size(18).line_spacing(before(0)),
        Style::new("Hyperlink", StyleType::Character).name("Hyperlink").color("0000FF").underline("single"),
    ];
    styles.push(
        Style::new("TableGrid", StyleType::Table)
            .name("Table Grid")
            .table_property(TableProperty::new().set_borders(TableBorders::new())),
    );
    styles
}

fn paragraph(id: &str, name: &str) -> Style {
    Style::new(id, StyleType::Paragraph).name(name).based_on("Normal").q_format(true)
}

fn listed(id: &str, name: &str) -> Style {
    paragraph(id, name).line_spacing(before(80))
}

fn heading(level: usize, space: u32) -> Style {
    paragraph(&format!("Heading{level}"), &format!("heading {level}"))
        .next("Normal")
        .bold()
        .line_spacing(before(space).after(60))
        .indent(Some(794), hanging(794), None, None)
        .outline_lvl(level - 1)
}

fn before(twentieths: u32) -> LineSpacing {
    LineSpacing::new().before(twentieths)
}

#[allow(clippy::unnecessary_wraps)] // What docx-rs wants.
fn hanging(twentieths: i32) -> Option<SpecialIndentType> {
    Some(SpecialIndentType::Hanging(twentieths))
}

/// The letters for all scripts.
pub fn fonts() -> RunFonts {
    RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT).east_asia("SimSun")
}
