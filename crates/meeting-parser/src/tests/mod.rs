//! Rules of the lists, each on a few lines of a document.

mod actions;
mod cover;
mod decisions;
mod items;
mod kinds;
mod languages;
mod lists;
mod meetings;
mod places;
mod shapes;
mod tables;

use meeting_model::Document;
use word_document::testing;

use crate::{Limits, parse};

/// A document of some lines of the notation.
fn read(notation: &str) -> Document {
    parse(&testing::docx(notation), "test.docx", &Limits::default()).expect("the notation makes a Word file")
}

/// A report of a rapporteur group with a cover, and these lines as its body.
fn report(body: &str) -> Document {
    read(&format!("{COVER}\n{body}"))
}

const COVER: &str = "\
| x | {cols dnum 2 2}TELECOMMUNICATION STANDARDIZATION SECTOR ¶ STUDY PERIOD 2025-2028 | TSAG-TD501R1 |
| {span 2}Question(s): | N/A | Geneva, 5-9 October 2026 |
| Source: | {span 3}Rapporteur, RG-XYZ |
| Title: | {span 3}Draft report of the RG-XYZ meeting |

";
