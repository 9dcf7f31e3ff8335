//! What is doubtful about the reading, with places in the Word file.

use meeting_model::{Diagnostic, Location};

use super::inline::text;
use super::layout::Page;

/// Writes the diagnostics as points.
pub fn write(page: &mut Page, diagnostics: &[Diagnostic]) {
    if diagnostics.is_empty() {
        return;
    }
    page.heading(2, "Diagnostics");
    page.points(diagnostics.iter().map(point));
}

fn point(diagnostic: &Diagnostic) -> String {
    let hint = diagnostic.hint.as_ref().map(|hint| format!(" {}", sentence(hint))).unwrap_or_default();
    format!(
        "**{}** {}: {}{hint} ({})",
        diagnostic.severity,
        text(&diagnostic.code),
        sentence(&diagnostic.message),
        place(&diagnostic.at)
    )
}

/// A message with a stop at its end, for another sentence follows.
fn sentence(words: &str) -> String {
    format!("{}.", text(words.trim_end_matches('.')))
}

/// A place as a person looks for it; blocks, rows and columns are counted from 1.
fn place(at: &Location) -> String {
    let mut parts = Vec::new();
    if let Some(heading) = &at.heading {
        parts.push(format!("under “{}”", text(heading)));
    }
    parts.push(format!("{} block {}", text(&at.part), at.block + 1));
    for (label, index) in [("row", at.row), ("column", at.column), ("paragraph", at.paragraph)] {
        parts.extend(index.map(|index| format!("{label} {}", index + 1)));
    }
    parts.join(", ")
}
