//! Registers as an XLSX workbook, one sheet each.

use jiff::civil::Date;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline, Url, Workbook,
    Worksheet, XlsxError,
};

use super::heights::height;
use super::sheet_names::sheet_names;
use super::{Cell, Column, Register};
use crate::target::Target;

/// The most characters that Excel takes in a cell, in UTF-16 code units.
const LONGEST_TEXT: usize = 32_767;

/// The most characters that Excel takes in the target of a link.
const LONGEST_TARGET: usize = 2_000;

/// The most links that Excel takes in a sheet.
const MOST_LINKS: usize = 65_000;

/// Paper of size A4, by Excel's number.
const A4: u8 = 9;

/// Widths outside of these make a sheet that nobody can read.
const WIDTHS: (u16, u16) = (4, 90);

/// Why registers do not fit into a workbook.
#[derive(Debug, thiserror::Error)]
#[error("the registers do not fit into a workbook: {0}")]
pub struct WorkbookError(#[from] XlsxError);

/// The registers as the bytes of an XLSX file: heads that stay in sight, filters, column widths, days as days, links
/// that can be followed, and no text taken for a formula. The same registers give the same bytes.
///
/// A text that is longer than Excel's 32,767 characters is cut and ends with an ellipsis; the CSV has it whole.
pub fn workbook(registers: &[Register]) -> Result<Vec<u8>, WorkbookError> {
    let mut workbook = Workbook::new();
    // A file made anew from the same data is the same file: the clock is left out of it.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let formats = Formats::new();
    for (register, name) in registers.iter().zip(sheet_names(registers.iter().map(|one| one.title.as_str())))
    {
        write_sheet(workbook.add_worksheet().set_name(name)?, register, &formats)?;
    }
    Ok(workbook.save_to_buffer()?)
}

struct Formats {
    head: Format,
    text: Format,
    number: Format,
    date: Format,
    link: Format,
}

impl Formats {
    fn new() -> Self {
        let text = Format::new().set_align(FormatAlign::Top).set_text_wrap();
        let head = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter)
            .set_background_color(Color::RGB(0x1F_4E_79))
            .set_font_color(Color::White)
            .set_border_bottom(FormatBorder::Thin);
        Self {
            head,
            number: text.clone().set_num_format("0"),
            date: text.clone().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
            link: text.clone().set_font_color(Color::RGB(0x05_63_C1)).set_underline(FormatUnderline::Single),
            text,
        }
    }
}

fn write_sheet(sheet: &mut Worksheet, register: &Register, formats: &Formats) -> Result<(), XlsxError> {
    write_layout(sheet, register)?;
    for (column, at) in register.columns.iter().zip(0..) {
        sheet.write_string_with_format(0, at, &column.title, &formats.head)?;
        sheet.set_column_width(at, width(column))?;
        // Texts have the format of their column: one of their own would be looked up for each.
        sheet.set_column_format(at, &formats.text)?;
    }
    if let Some(height) = height(register.columns.iter().map(|column| (column.title.as_str(), width(column))))
    {
        sheet.set_row_height(0, height)?;
    }
    let mut links = 0;
    for (row, at) in register.rows.iter().zip(1..) {
        for (cell, column) in row.iter().take(register.columns.len()).zip(0..) {
            write_cell(sheet, (at, column), cell, formats, &mut links)?;
        }
        let texts = row.iter().zip(&register.columns).map(|(cell, column)| (words(cell), width(column)));
        if let Some(height) = height(texts) {
            sheet.set_row_height(at, height)?;
        }
    }
    Ok(())
}

fn width(column: &Column) -> u16 {
    column.width.clamp(WIDTHS.0, WIDTHS.1)
}

/// What a cell shows, if that may take several lines.
fn words(cell: &Cell) -> &str {
    match cell {
        Cell::Text(text) | Cell::Link { text, .. } => text,
        Cell::Empty | Cell::Number(_) | Cell::Date(_) => "",
    }
}

fn write_layout(sheet: &mut Worksheet, register: &Register) -> Result<(), XlsxError> {
    let last_row = register.rows.len().try_into().unwrap_or(u32::MAX);
    if let Some(last_column) = register.columns.len().checked_sub(1) {
        sheet.autofilter(0, 0, last_row, last_column as u16)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_right_to_left(register.right_to_left);
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    sheet.set_header("&L&A").set_footer("&R&P/&N");
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    formats: &Formats,
    links: &mut usize,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => return Ok(()),
        Cell::Text(text) => sheet.write_string(row, column, fitting(text))?,
        #[allow(clippy::cast_precision_loss, reason = "a spreadsheet has no other numbers")]
        Cell::Number(number) => {
            sheet.write_number_with_format(row, column, *number as f64, &formats.number)?
        }
        Cell::Date(day) => match excel_day(*day) {
            Some(date) => sheet.write_datetime_with_format(row, column, date, &formats.date)?,
            None => sheet.write_string(row, column, day.to_string())?,
        },
        Cell::Link { text, target } => match url(target).filter(|_| *links < MOST_LINKS) {
            Some(url) => {
                *links += 1;
                sheet.write_url_with_options(row, column, url, fitting(text), "", Some(&formats.link))?
            }
            None => sheet.write_string(row, column, fitting(text))?,
        },
    };
    Ok(())
}

/// A spreadsheet knows no day before 1900.
fn excel_day(day: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| *year > 1900)?;
    ExcelDateTime::from_ymd(year, day.month().unsigned_abs(), day.day().unsigned_abs()).ok()
}

/// The link as Excel writes it, where a person may follow it without danger.
fn url(target: &str) -> Option<Url> {
    let written = match Target::of(target)? {
        Target::Url(url) => url.to_owned(),
        Target::File(path) => format!("file:///{path}"),
    };
    (written.encode_utf16().count() <= LONGEST_TARGET).then(|| Url::new(written))
}

/// As much of the text as Excel takes.
fn fitting(text: &str) -> String {
    if text.encode_utf16().count() <= LONGEST_TEXT {
        return text.to_owned();
    }
    let mut units = 1;
    let kept = text.chars().take_while(|character| {
        units += character.len_utf16();
        units <= LONGEST_TEXT
    });
    kept.chain(['…']).collect()
}
