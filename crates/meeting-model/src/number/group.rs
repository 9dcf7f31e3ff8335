//! The group before a series, as its print is made canonical.

use super::codes::is_hyphen;

/// The canonical name of a group printed before a series.
///
/// Left out are the prefix of a file name (`T25-`), the sector (`ITU-T-`) and the date of a meeting; a dot, as
/// file names have it, is a hyphen (`WTSA.24`); a study group has no leading zero (`SG05`).
pub(crate) fn canonical(printed: &str) -> String {
    let mut parts: Vec<&str> =
        printed.split(|mark| is_hyphen(mark) || mark == '.').filter(|part| !part.is_empty()).collect();
    if parts.len() > 1 && is_period(parts[0]) {
        parts.remove(0);
    }
    if parts.len() > 2 && parts[0] == "ITU" && matches!(parts[1], "T" | "R" | "D") {
        parts.drain(..2);
    }
    if parts.len() > 1 && parts.last().is_some_and(|last| is_date(last)) {
        parts.pop();
    }
    let names: Vec<String> = parts.into_iter().map(without_zeros).collect();
    names.join("-")
}

/// The canonical name, where that is one that is read as itself: of `Y.4000G20-260302` is left what no group is called.
pub(super) fn settled(printed: &str) -> Option<String> {
    let name = canonical(printed);
    (super::before::is_joined(&name) && canonical(&name) == name).then_some(name)
}

/// `T25`: a sector and the year in which its study period began.
fn is_period(part: &str) -> bool {
    let digits = part.strip_prefix(['T', 'R', 'D', 'S']);
    digits.is_some_and(|digits| digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `250526`: the first day of a meeting.
fn is_date(part: &str) -> bool {
    part.len() == 6 && part.bytes().all(|byte| byte.is_ascii_digit())
}

fn without_zeros(part: &str) -> String {
    match part.strip_prefix("SG0") {
        Some(rest) if rest.starts_with(|digit: char| digit.is_ascii_digit()) => format!("SG{rest}"),
        _ => part.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::settled;

    #[test]
    fn a_group_is_read_back_from_its_name_or_is_none() {
        for (printed, name) in [
            ("T25-SG05", Some("SG5")),
            ("WTSA.24", Some("WTSA-24")),
            ("ITU-T-FG-AINN", Some("FG-AINN")),
            ("Y.4000G20-260302", None),
            ("T25-260302", None),
            ("T25-Y", None),
            ("T25-T26-SG1", None),
            ("SG005", None),
        ] {
            assert_eq!(settled(printed).as_deref(), name, "{printed}");
        }
    }
}
