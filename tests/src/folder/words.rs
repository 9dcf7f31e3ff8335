//! What the made-up sentences are made of.

pub const GROUPS: &[&str] = &["SG2", "SG5", "SG13", "SG17", "ISO/IEC JTC 1", "IETF", "ETSI", "3GPP"];

pub const MEMBERS: &[&str] = &[
    "Fjordnett AS",
    "Lagoon Telecom",
    "Alta Redes",
    "Baltic Grid Operators",
    "Savanna Mobile",
    "Republic of Andaria",
    "Kingdom of Norland",
    "University of Port Selin",
];

pub const SUBJECTS: &[&str] = &[
    "The editor of the draft Recommendation",
    "The correspondence group",
    "A provider of rented sensors",
    "The register of gateways",
    "The profile for water meters",
    "Each operator of a city platform",
    "The test bed in the harbour",
    "The table of identifiers",
    "The appendix on use cases",
    "A device that sleeps for most of the day",
];

pub const VERBS: &[&str] = &[
    "describes",
    "collects",
    "compares",
    "replaces",
    "keeps apart",
    "measures",
    "publishes",
    "delegates",
    "checks",
    "summarizes",
];

pub const OBJECTS: &[&str] = &[
    "the requirements for metering of heat",
    "the time stamps of readings",
    "the interface towards the gateway",
    "consent of the people who live in the building",
    "the energy that a reading costs",
    "the terms defined elsewhere",
    "the fields of the data model",
    "the procedure for withdrawn devices",
    "the figures of the second trial",
    "the messages between platform and meter",
];

pub const TAILS: &[&str] = &[
    "before the next meeting",
    "in a table of its own",
    "without a change to the scope",
    "as shown in the figure",
    "for cities of every size",
    "under the existing work programme",
    "with a note for regulators",
    "although the trial was short",
    "where the network is slow",
    "by the end of the study period",
];

pub const HEADINGS: &[&str] = &[
    "Introduction",
    "Background",
    "Scope",
    "Proposal",
    "Discussion",
    "Requirements",
    "Security considerations",
    "Use cases",
    "Measurements",
    "Next steps",
];

/// Beginnings and endings of words that stand nowhere else: every text has words of its own.
pub const SYLLABLES: &[&str] = &[
    "bel", "cor", "dan", "fel", "gor", "hul", "jat", "kem", "lor", "mip", "nar", "pod", "quil", "ros", "sut",
    "tam", "vek", "wim", "xan", "yol", "zer",
];
