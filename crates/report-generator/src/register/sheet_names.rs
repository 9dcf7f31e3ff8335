//! Names of sheets, as Excel accepts them.

/// The longest name, in UTF-16 code units.
const LONGEST: usize = 31;

/// Excel keeps this name for itself.
const RESERVED: &str = "history";

/// A name for each title: no sign that Excel refuses, not too long, no two alike.
pub(super) fn sheet_names<'a>(titles: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (at, title) in titles.enumerate() {
        let base = sanitised(title).unwrap_or_else(|| (at + 1).to_string());
        // One more name than there are others, and the one that is reserved.
        let name =
            (1..=names.len() + 2).map(|count| numbered(&base, count)).find(|name| is_free(&names, name));
        names.extend(name);
    }
    names
}

/// The title without the signs that Excel refuses; nothing where no sign is left.
fn sanitised(title: &str) -> Option<String> {
    let refused = |sign: char| "[]:*?/\\".contains(sign) || sign.is_control();
    let plain: String = title.chars().map(|sign| if refused(sign) { ' ' } else { sign }).collect();
    let folded = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = trimmed(shortened(&folded, LONGEST));
    (!name.is_empty()).then(|| name.to_owned())
}

fn numbered(base: &str, count: usize) -> String {
    if count == 1 {
        return base.to_owned();
    }
    let end = format!(" ({count})");
    format!("{}{end}", trimmed(shortened(base, LONGEST - end.len())))
}

fn is_free(names: &[String], name: &str) -> bool {
    let same = |other: &String| other.to_lowercase() == name.to_lowercase();
    name.to_lowercase() != RESERVED && !names.iter().any(same)
}

/// Excel takes an apostrophe at either end for a quotation mark.
fn trimmed(name: &str) -> &str {
    name.trim_matches(|sign: char| sign == '\'' || sign.is_whitespace())
}

/// As many whole characters as fit.
fn shortened(text: &str, limit: usize) -> &str {
    let mut units = 0;
    for (at, character) in text.char_indices() {
        units += character.len_utf16();
        if units > limit {
            return &text[..at];
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::utility::check_sheet_name;

    use super::*;

    #[test]
    fn every_title_gets_a_name_of_its_own_that_excel_accepts() {
        let long = "A very long title of a register that does not fit";
        let titles =
            ["Actions", "actions", "TD 1/2: [new]?", "'quoted'", "", "//", "History", long, long, "😀"];
        let names = sheet_names(titles.into_iter());
        assert_eq!(names[..4], ["Actions", "actions (2)", "TD 1 2 new", "quoted"]);
        assert_eq!(names[4..7], ["5", "6", "History (2)"]);
        assert_eq!(names[7], "A very long title of a register");
        assert_eq!(names[8], "A very long title of a regi (2)");
        for name in &names {
            check_sheet_name(name).unwrap();
        }
    }

    #[test]
    fn length_is_counted_as_excel_counts() {
        let names = sheet_names(["😀".repeat(20).as_str()].into_iter());
        assert_eq!(names[0].chars().count(), 15);
        check_sheet_name(&names[0]).unwrap();
    }
}
