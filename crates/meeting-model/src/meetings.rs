//! Meetings, the groups that hold them, and the people in them.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ClockTime, DocumentNumber, Location, Month};

named! {
    /// Whether a meeting lies behind or ahead, from where the document stands.
    #[derive(Default)]
    pub enum MeetingStatus {
        Held = "held",
        #[default]
        Planned = "planned",
    }
}

/// A meeting planned or held.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Meeting {
    /// The group that meets.
    pub group: Option<String>,
    /// The name of the meeting.
    pub title: Option<String>,
    /// Planned or held.
    pub status: MeetingStatus,
    /// First day.
    pub start_date: Option<Date>,
    /// Last day.
    pub end_date: Option<Date>,
    /// When it begins.
    pub start_time: Option<ClockTime>,
    /// When it ends.
    pub end_time: Option<ClockTime>,
    /// Time zone of the times, as printed: `CEST`, `Geneva`.
    pub time_zone: Option<String>,
    /// The place; `online` for virtual and e-meetings.
    pub place: Option<String>,
    /// What it is about.
    pub topics: Option<String>,
    /// The day by which contributions are due.
    pub deadline: Option<Date>,
    /// The documents that report on it.
    pub reports: Vec<DocumentNumber>,
    /// Where it was found.
    pub at: Location,
}

named! {
    /// What a group is.
    #[derive(Default)]
    pub enum GroupKind {
        WorkingParty = "working_party",
        RapporteurGroup = "rapporteur_group",
        FocusGroup = "focus_group",
        JointCoordinationActivity = "joint_coordination_activity",
        #[default]
        Other = "other",
    }
}

/// A working party, rapporteur group, focus group or joint coordination activity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Group {
    /// The acronym: `RG-WM`.
    pub acronym: Option<String>,
    /// The full name.
    pub name: Option<String>,
    /// What it is.
    pub kind: GroupKind,
    /// The group it belongs to.
    pub parent: Option<String>,
    /// Acronyms of the groups that belong to it.
    pub subgroups: Vec<String>,
    /// Its officers, in order.
    pub officers: Vec<Officer>,
    /// Where it was found.
    pub at: Location,
}

/// Somebody in office in a group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Officer {
    /// The office: chair, vice-chair, rapporteur.
    pub role: Option<String>,
    /// Name without honorific.
    pub name: String,
    /// Organization or country, as printed.
    pub affiliation: Option<String>,
    /// First month in office.
    pub from: Option<Month>,
    /// Last month in office.
    pub until: Option<Month>,
}

/// Somebody named with a role, a membership or as a volunteer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Person {
    /// Name without honorific.
    pub name: String,
    /// The role.
    pub role: Option<String>,
    /// Organization.
    pub organization: Option<String>,
    /// Country, as printed.
    pub country: Option<String>,
    /// The group in which the role is held.
    pub group: Option<String>,
    /// First month in the role.
    pub from: Option<Month>,
    /// Last month in the role.
    pub until: Option<Month>,
    /// Where the person was found.
    pub at: Location,
}
