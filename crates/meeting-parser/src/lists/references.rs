//! References: every document number that the body mentions, counted, with the first place.

use meeting_model::Reference;

use crate::found::{Reading, url as url_of};

/// Numbers with the same part are one reference. A table of contents only repeats what headings mention.
pub(crate) fn read(reading: &Reading<'_>) -> Vec<Reference> {
    let mut references: Vec<Reference> = Vec::new();
    for line in reading.outline.all_lines().into_iter().filter(|line| !line.is_contents()) {
        for found in reading.numbers(&line.text) {
            let url = url_of(line, &found);
            let same = |known: &&mut Reference| known.number == found.number && known.part == found.part;
            if let Some(known) = references.iter_mut().find(same) {
                known.count += 1;
                known.url = known.url.take().or(url);
                continue;
            }
            references.push(Reference {
                number: found.number,
                printed: Some(found.printed),
                part: found.part,
                count: 1,
                at: reading.outline.location(line.spot),
                url,
            });
        }
    }
    references
}
