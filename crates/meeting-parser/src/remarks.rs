//! Diagnostics: what is doubtful, contradictory or unread in a document.

use meeting_model::{Diagnostic, Document, FileName, Kind, Location, Severity};
use word_document::{Oddity, Place, RevisionKind, WordDocument};

use crate::found::Reading;

/// Reads the diagnostics of a document whose lists are done.
pub(crate) fn read(word: &WordDocument, document: &Document, reading: &Reading<'_>) -> Vec<Diagnostic> {
    let mut remarks: Vec<Diagnostic> =
        word.oddities.iter().map(|oddity| of_oddity(oddity, reading)).collect();
    remarks.extend(tracked_changes(word, reading));
    remarks.extend(number_and_file_name(document, reading));
    remarks.extend(empty_report(document, reading));
    remarks
}

fn of_oddity(oddity: &Oddity, reading: &Reading<'_>) -> Diagnostic {
    let severity = match oddity.code {
        "part-unreadable" | "too-deep" | "chunk-left-out" | "more-oddities" => Severity::Warning,
        _ => Severity::Info,
    };
    Diagnostic {
        code: oddity.code.to_owned(),
        severity,
        message: oddity.message.clone(),
        hint: None,
        at: Location { part: String::from(&*oddity.part), ..place(oddity.place, reading) },
    }
}

fn place(place: Place, reading: &Reading<'_>) -> Location {
    reading.outline.location(crate::outline::Spot { place, para_id: None, heading: None })
}

/// Tracked changes that are still open: the reader should know that the text may yet change.
fn tracked_changes(word: &WordDocument, reading: &Reading<'_>) -> Option<Diagnostic> {
    let first = word.revisions.first()?;
    let mut authors: Vec<&str> = word.revisions.iter().map(|change| change.author.as_str()).collect();
    authors.sort_unstable();
    authors.dedup();
    let deleted = word
        .revisions
        .iter()
        .filter(|change| matches!(change.kind, RevisionKind::Deleted | RevisionKind::MovedFrom))
        .count();
    Some(Diagnostic {
        code: "tracked-changes".to_owned(),
        severity: Severity::Info,
        message: format!(
            "{} tracked changes ({deleted} deletions) by {} are read as accepted",
            word.revisions.len(),
            authors.join(", ")
        ),
        hint: Some("Accept or reject them in Word if the text is final.".to_owned()),
        at: Location { part: String::from(&*first.part), ..place(first.place, reading) },
    })
}

/// The cover and the file's name tell different numbers.
fn number_and_file_name(document: &Document, reading: &Reading<'_>) -> Option<Diagnostic> {
    let by_name = document.file.name.parse::<FileName>().ok()?.to_number()?;
    let on_cover = document.header.number.as_ref()?;
    (!by_name.matches(on_cover)).then(|| Diagnostic {
        code: "number-differs-from-file-name".to_owned(),
        severity: Severity::Warning,
        message: format!("the cover says {on_cover}, the file name {by_name}"),
        hint: Some("Correct the cover or rename the file.".to_owned()),
        at: first_block(reading),
    })
}

/// The place of what is said of the document as a whole.
fn first_block(reading: &Reading<'_>) -> Location {
    let first = reading.outline.blocks.first();
    first.map(|block| reading.outline.location(block.spot())).unwrap_or_default()
}

/// A report in which no business was found was not understood.
fn empty_report(document: &Document, reading: &Reading<'_>) -> Option<Diagnostic> {
    let expects = matches!(document.kind, Kind::MeetingReport | Kind::Agenda);
    (expects && document.items.is_empty()).then(|| Diagnostic {
        code: "no-items".to_owned(),
        severity: Severity::Warning,
        message: "no numbered heading, row or paragraph was found".to_owned(),
        hint: Some("Number the items, or use heading styles.".to_owned()),
        at: first_block(reading),
    })
}
