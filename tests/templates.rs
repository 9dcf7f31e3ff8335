//! The built-in Word templates, and what is written from them and from docx-rs: sound Word files.

use docx_rs::{
    AbstractNumbering, AlignmentType, BreakType, Docx, Footer, Header, Hyperlink, HyperlinkType, IndentLevel,
    Level, LevelJc, LevelText, LineSpacing, NumberFormat, Numbering, NumberingId, PageMargin, Paragraph, Pic,
    Run, RunFonts, Shading, SpecialIndentType, Start, Style, StyleType, Tab, Table, TableCell, TableRow,
    VMergeType, WidthType,
};
use meeting_model::Language;
use rapporteur_tests::{fixtures::fixture, office, templates, validator::validate};
use report_generator::labels::Labels;
use report_generator::normalise::{normalise_package, parts};
use report_generator::view::View;
use report_generator::word::{self, Partials};

#[test]
fn the_templates_are_what_their_sources_give() {
    for (name, bytes) in templates::built() {
        let committed = std::fs::read(templates::folder().join(&name)).unwrap_or_default();
        assert!(
            committed == bytes,
            "templates/{name} is not what its source gives: run `cargo run -p rapporteur-tests --bin build-templates`"
        );
    }
}

#[test]
fn the_templates_are_sound_word_files() {
    validate("templates", &templates::built());
}

/// A template that the program has, filled with what a report of the fixtures says.
fn filled(template: &word::Template<'_>, report: &str, language: Language) -> Vec<u8> {
    let limits = meeting_parser::Limits::default();
    let document =
        meeting_parser::parse(&fixture(report).docx(), report, &limits).expect("the fixture is sound");
    let view = View::of(&document, &Labels::of(language).expect("the labels are there"));
    let data = minijinja::Value::from(minijinja::value::Serde(&view));
    word::fill(template, &Partials::none(), &data)
        .unwrap_or_else(|errors| panic!("{}: {errors:?}", template.name))
}

/// Every template filled from some of the fixtures in some of the languages.
fn all_filled(reports: &[&str], languages: &[Language]) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for template in report_generator::templates::list() {
        for report in reports {
            for &language in languages {
                let name = format!("{}-{report}-{language}.docx", template.name);
                files.push((name, filled(template, report, language)));
            }
        }
    }
    files
}

#[test]
fn filled_templates_are_sound_word_files() {
    let languages = [Language::English, Language::French, Language::Arabic];
    let files = all_filled(&["report-rows", "report-prose", "agenda", "cover-fr"], &languages);
    assert_eq!(files.len(), 120);
    validate("filled", &files);
}

#[test]
fn filled_templates_open_in_libre_office() {
    let files = all_filled(&["report-rows"], &[Language::English, Language::Arabic]);
    office::opens("filled", &files);
}

/// A template filled with a document of which little is known.
fn of_little(template: &str, header: serde_json::Value) -> Vec<u8> {
    let document = serde_json::from_value(serde_json::json!({ "header": header })).unwrap();
    let view = View::of(&document, &Labels::of(Language::English).unwrap());
    let data = minijinja::Value::from(minijinja::value::Serde(&view));
    word::fill(report_generator::templates::builtin(template).unwrap(), &Partials::none(), &data).unwrap()
}

fn part(file: &[u8], name: &str) -> String {
    let limits = word_document::Limits::default();
    word_document::Package::open(file, &limits).unwrap().text(name).unwrap().unwrap()
}

#[test]
fn a_cover_leaves_out_what_the_data_lacks() {
    let bare = of_little("action-summary", serde_json::json!({}));
    let text = part(&bare, "word/document.xml");
    for label in ["STUDY PERIOD", "Source:", "Title:", "Original:", "dsource", "dtitle1"] {
        assert!(!text.contains(label), "{label}");
    }
    let header = serde_json::json!({"study_period": "2025-2028", "source": "TSB", "title": "Actions", "language": "en"});
    let whole = of_little("action-summary", header);
    let text = part(&whole, "word/document.xml");
    for shown in
        ["STUDY PERIOD 2025-2028", "TSB", "Actions", "Original: English", "\"dsource\"", "\"dtitle1\""]
    {
        assert!(text.contains(shown), "{shown}");
    }
    validate("little", &[("bare.docx".to_owned(), bare), ("whole.docx".to_owned(), whole)]);
}

#[test]
fn a_report_is_of_the_last_day_of_its_meeting() {
    let dated =
        of_little("agenda", serde_json::json!({"start_date": "2026-10-05", "end_date": "2026-10-09"}));
    assert!(part(&dated, "docProps/core.xml").contains(">2026-10-09T00:00:00Z</dcterms:created>"));
    let undated = of_little("agenda", serde_json::json!({}));
    assert!(!part(&undated, "docProps/core.xml").contains("dcterms:created"));
    validate("dated", &[("dated.docx".to_owned(), dated), ("undated.docx".to_owned(), undated)]);
}

/// A document with all that docx-rs is used for here, and the traps that it is known for.
fn of_docx_rs() -> Docx {
    let level = |depth: usize| {
        Level::new(
            depth,
            Start::new(1),
            NumberFormat::new("decimal"),
            LevelText::new(format!("%{}.", depth + 1)),
            LevelJc::new("left"),
        )
        .indent(Some(360), Some(SpecialIndentType::Hanging(360)), None, None)
        .is_lgl()
        .bold()
    };
    let style = Style::new("Clause", StyleType::Paragraph)
        .name("Clause")
        .based_on("Normal")
        .bold()
        .italic()
        .fonts(RunFonts::new().ascii("Times New Roman"))
        .line_spacing(LineSpacing::new().before(120).after(60))
        .align(AlignmentType::Both)
        .outline_lvl(1)
        .q_format(true);
    Docx::new()
        .add_style(style)
        .add_abstract_numbering(AbstractNumbering::new(2).add_level(level(0)).add_level(level(1)))
        .add_numbering(Numbering::new(2, 2))
        .header(Header::new().add_paragraph(Paragraph::new().add_run(Run::new().add_text("Header"))))
        .footer(Footer::new().add_paragraph(Paragraph::new().add_run(Run::new().add_text("Footer"))))
        .title_pg()
        .page_size(11_907, 16_840)
        .page_margin(PageMargin::new().top(1_000))
        .custom_property("Docauthor", "R&D <group> \u{1}")
        .custom_property("Docnum", "TD1")
        .add_paragraph(paragraph())
        .add_paragraph(
            Paragraph::new().add_hyperlink(link("https://example.org/?a=1&b=2", HyperlinkType::External)),
        )
        .add_paragraph(Paragraph::new().add_hyperlink(link("annex", HyperlinkType::Anchor)))
        .add_table(table())
}

fn link(target: &str, kind: HyperlinkType) -> Hyperlink {
    Hyperlink::new(target, kind).add_run(Run::new().add_text("a link").color("0000FF").underline("single"))
}

fn paragraph() -> Paragraph {
    let run = Run::new()
        .add_text("text \u{b}\u{1f} & <more>")
        .add_break(BreakType::TextWrapping)
        .add_tab()
        .size(20)
        .bold()
        .italic()
        .highlight("yellow")
        .shading(Shading::new().fill("EEEEEE"))
        .fonts(RunFonts::new().ascii("Arial"));
    Paragraph::new()
        .add_run(run)
        .add_bookmark_start(1, "annex")
        .add_bookmark_end(1)
        .style("Clause")
        .numbering(NumberingId::new(2), IndentLevel::new(1))
        .align(AlignmentType::Left)
        .indent(Some(100), None, None, None)
        .line_spacing(LineSpacing::new().before(60))
        .add_tab(Tab::new().pos(900))
        .keep_next(true)
        .keep_lines(true)
        .page_break_before(true)
        .widow_control(true)
        .outline_lvl(2)
}

fn table() -> Table {
    let cell =
        |text: &str| TableCell::new().add_paragraph(Paragraph::new().add_run(Run::new().add_text(text)));
    let nested = Table::new(vec![TableRow::new(vec![cell("inside")])]).set_grid(vec![900]);
    let merged = || cell("over two rows").width(900, WidthType::Dxa).shading(Shading::new().fill("EEEEEE"));
    Table::new(vec![
        TableRow::new(vec![merged().vertical_merge(VMergeType::Restart), cell("b").grid_span(2)])
            .cant_split(),
        TableRow::new(vec![
            merged().vertical_merge(VMergeType::Continue),
            TableCell::new().add_table(nested),
            cell("c"),
        ]),
    ])
    .set_grid(vec![900, 900, 900])
    .indent(100)
    .width(2_700, WidthType::Dxa)
}

#[test]
fn what_docx_rs_writes_is_sound_once_it_is_normalised() {
    let picture = Pic::new_with_dimensions(b"\x89PNG\r\n\x1a\n".to_vec(), 10, 10);
    let with_picture = of_docx_rs().add_paragraph(Paragraph::new().add_run(Run::new().add_image(picture)));
    let files = [("plain.docx", of_docx_rs()), ("picture.docx", with_picture), ("empty.docx", Docx::new())];
    let normal = files.map(|(name, docx)| (name.to_owned(), normalise_package(parts(docx.build())).unwrap()));
    validate("docx-rs", &normal);
}
