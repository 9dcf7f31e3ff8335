//! From file names to document numbers and back.

use super::FileName;
use crate::number::is_series;
use crate::{DocumentNumber, Sector};

/// The modifiers that are part of a number: the letters of the file name, the code in the number, and how
/// many digits the file name has at least.
const MODIFIERS: &[(&str, &str, usize)] =
    &[("A", "Add", 1), ("C", "Corr", 1), ("N", "Ann", 2), ("Att", "Att", 1), ("Ann", "Ann", 1)];

/// The group of Council documents in file names (`S24-CL-C-0059`); their numbers have the year instead (`C24/59`).
const COUNCIL: &str = "CL";

impl FileName {
    /// The number of the document in the file; none where the series is none that numbers have.
    ///
    /// A modifier that is unknown is left out of the number.
    pub fn to_number(&self) -> Option<DocumentNumber> {
        let series = match self.series.as_str() {
            "oLS" => "LS",
            "DT" => "TD",
            series => series,
        };
        let mut number = DocumentNumber::new(is_series(series).then_some(series)?, self.number);
        if self.sector == Some(Sector::Union) && self.group == COUNCIL && series == "C" {
            number.session = Some(self.period);
        } else {
            number.group = Some(group_of_number(&self.group));
        }
        number.subgroup.clone_from(&self.subgroup);
        for modifier in &self.modifiers {
            apply(modifier, &mut number);
        }
        Some(number)
    }

    /// The name of the file that has this document, as a Word file; none where the number has no group.
    ///
    /// What a number does not state (meeting date, language) is to be set on the result.
    pub fn for_number(number: &DocumentNumber, sector: Sector, period: u8) -> Option<Self> {
        let group = match number.session {
            Some(_) => COUNCIL.to_owned(),
            None => group_of_name(number.group.as_deref()?, sector),
        };
        let revision = number.revision.map(|revision| format!("R{revision}"));
        let attachments = number.attachments.iter().map(|attachment| modifier(attachment));
        Some(Self {
            sector: Some(if number.session.is_some() { Sector::Union } else { sector }),
            period: number.session.unwrap_or(period),
            group,
            meeting_date: None,
            series: number.series.clone(),
            subgroup: number.subgroup.clone(),
            number: number.number,
            modifiers: revision.into_iter().chain(attachments).collect(),
            format: Some("MSW".to_owned()),
            language: None,
            copy: None,
            extension: Some("docx".to_owned()),
        })
    }
}

/// `WTSA.24` is `WTSA-24`, `sg05` is `SG5`.
fn group_of_number(group: &str) -> String {
    let group = if group.starts_with("sg") { group.to_uppercase() } else { group.to_owned() };
    crate::number::canonical_group(&group)
}

/// `WTSA-24` is `WTSA.24`; study groups of the Development Sector have two digits (`SG01`).
fn group_of_name(group: &str, sector: Sector) -> String {
    let dotted = group.replace('-', ".");
    match dotted.strip_prefix("SG") {
        Some(digit) if sector == Sector::Development && digit.len() == 1 => format!("SG0{digit}"),
        _ => dotted,
    }
}

/// `R1` is the revision, `A30` the attachment `Add30`.
fn apply(modifier: &str, number: &mut DocumentNumber) {
    let letters = modifier.trim_end_matches(|mark: char| mark.is_ascii_digit());
    let Ok(count) = modifier[letters.len()..].parse::<u16>() else { return };
    match MODIFIERS.iter().find(|(known, ..)| *known == letters) {
        _ if letters == "R" => number.revision = Some(count),
        Some((_, code, _)) => number.attachments.push(format!("{code}{count}")),
        None => {}
    }
}

/// `Add30` is `A30`, `Ann2` is `N02`.
fn modifier(attachment: &str) -> String {
    let code = attachment.trim_end_matches(|mark: char| mark.is_ascii_digit());
    let count = &attachment[code.len()..];
    match MODIFIERS.iter().find(|(_, known, _)| *known == code) {
        Some((letters, _, width)) => format!("{letters}{count:0>width$}"),
        None => attachment.to_owned(),
    }
}
