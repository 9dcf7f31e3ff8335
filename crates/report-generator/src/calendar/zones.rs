//! Time zones: what documents print, and what a calendar understands.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use icalendar::Property;

/// How a time is to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// In universal time.
    Universal,
    /// In the time of Geneva.
    Zurich,
    /// As printed, wherever the reader is.
    Floating,
}

const ZURICH: &str = "Europe/Zurich";

/// The name that a document prints, folded, to the name of the zone.
static NAMES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let zones: BTreeMap<String, Vec<String>> =
        serde_json::from_slice(include_bytes!(concat!(env!("OUT_DIR"), "/time-zones.json")))
            .expect("the table of zones is constant: a test reads it");
    let names = zones.into_iter().flat_map(|(zone, names)| {
        names.into_iter().map(move |name| (folded(&name), zone.clone())).collect::<Vec<_>>()
    });
    names.collect()
});

impl Zone {
    /// The zone of a name as printed. Without a name, or with one that is not known, a time floats.
    pub(super) fn of(printed: Option<&str>) -> Self {
        let known = printed.and_then(|printed| NAMES.get(&folded(printed)));
        match known.map(String::as_str) {
            Some(ZURICH) => Self::Zurich,
            Some(_) => Self::Universal,
            None => Self::Floating,
        }
    }

    /// What follows a time in this zone.
    pub(super) const fn suffix(self) -> &'static str {
        match self {
            Self::Universal => "Z",
            Self::Zurich | Self::Floating => "",
        }
    }

    /// A property that holds a time in this zone.
    pub(super) fn property(self, key: &str, time: &str) -> Property {
        let mut property = Property::new(key, time);
        if self == Self::Zurich {
            property.add_parameter("TZID", ZURICH);
        }
        property
    }
}

fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").trim_matches(['(', ')', '.']).to_lowercase()
}

/// The time zone of Geneva, by the rules that hold since 1996.
pub(super) fn zurich() -> String {
    [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Zurich",
        "BEGIN:DAYLIGHT",
        "DTSTART:19960331T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19961027T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZNAME:CET",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
    ]
    .join("\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_names_are_known_in_any_language() {
        for name in ["CET", "CEST", "cest", "Geneva", "(Geneva  time)", "Ginebra", "日内瓦"] {
            assert_eq!(Zone::of(Some(name)), Zone::Zurich, "{name}");
        }
        assert_eq!(Zone::of(Some("UTC")), Zone::Universal);
        for name in ["CST", "Seoul", "local time", ""] {
            assert_eq!(Zone::of(Some(name)), Zone::Floating, "{name}");
        }
        assert_eq!(Zone::of(None), Zone::Floating);
    }
}
