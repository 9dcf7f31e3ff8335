//! The codes of bodies, which no language changes.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::keys::Sector;
use crate::written::list;

/// The file `bodies.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bodies {
    advisory: BTreeMap<Sector, Vec<String>>,
    single: Vec<String>,
    prefixes: Prefixes,
    assemblies: BTreeMap<Sector, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Prefixes {
    rapporteur_group: Vec<String>,
    focus_group: Vec<String>,
    joint_coordination_activity: Vec<String>,
    correspondence_group: Vec<String>,
    other: Vec<String>,
}

impl Bodies {
    /// The codes as a field of the vocabulary.
    pub fn written(&self) -> String {
        format!(
            "bodies: Bodies {{ advisory: &[{}], single: &[{}], prefixes: &[{}], assemblies: &[{}] }},\n",
            of_sectors(&self.advisory),
            codes(&self.single),
            self.prefixes.written(),
            of_sectors(&self.assemblies),
        )
    }
}

impl Prefixes {
    fn written(&self) -> String {
        let kinds = [
            (&self.rapporteur_group, "Some(Thing::RapporteurGroup)"),
            (&self.focus_group, "Some(Thing::FocusGroup)"),
            (&self.joint_coordination_activity, "Some(Thing::JointCoordinationActivity)"),
            (&self.correspondence_group, "Some(Thing::CorrespondenceGroup)"),
            (&self.other, "None"),
        ];
        list(
            kinds
                .into_iter()
                .flat_map(|(codes, kind)| codes.iter().map(move |code| format!("({code:?}, {kind})"))),
        )
    }
}

fn of_sectors(codes: &BTreeMap<Sector, Vec<String>>) -> String {
    list(
        codes.iter().flat_map(|(sector, codes)| {
            codes.iter().map(move |code| format!("({code:?}, Sector::{sector:?})"))
        }),
    )
}

fn codes(codes: &[String]) -> String {
    list(codes.iter().map(|code| format!("{code:?}")))
}
