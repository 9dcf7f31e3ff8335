//! The Word files of the meeting, in the notation of `word_document::testing`.

use super::{File, word};

/// What a cover states.
#[derive(Clone, Copy)]
pub struct Cover<'a> {
    /// The number: `SG13-C31`.
    pub number: &'a str,
    /// The group.
    pub group: &'a str,
    /// The type: `TD`, `CONTRIBUTION`.
    pub kind: &'a str,
    /// Questions as printed: `3/13`.
    pub questions: &'a str,
    /// Who submits it.
    pub source: &'a str,
    /// The title.
    pub title: &'a str,
    /// Place and days.
    pub place: &'a str,
}

/// The days of the meeting.
const HERE: &str = "Port Selin, 5-16 July 2027";

impl Default for Cover<'_> {
    fn default() -> Self {
        Self {
            number: "SG13-C30",
            group: "SG13",
            kind: "CONTRIBUTION",
            questions: "3/13",
            source: "Marlin Networks (Malta)",
            title: "A title",
            place: HERE,
        }
    }
}

impl Cover<'_> {
    /// The document with this cover and body.
    pub fn with(&self, body: &str) -> Vec<u8> {
        self.in_language("Original: English", "Question(s):", "Source:", "Title:", body)
    }

    fn in_language(&self, original: &str, questions: &str, source: &str, title: &str, body: &str) -> Vec<u8> {
        word(&format!(
            "%grid 1191 369 3543 284 4536\n\
             | {{vmerge}}{{pic emblem}} | {{span 2}}{{vmerge}}{{b|INTERNATIONAL TELECOMMUNICATION UNION}} ¶ \
             {{b|TELECOMMUNICATION STANDARDIZATION SECTOR}} ¶ STUDY PERIOD 2025-2028 | {{span 2}}{} |\n\
             | {{vcont}} | {{span 2}}{{vcont}} | {{span 2}}{} |\n\
             | {{vcont}} | {{span 2}}{{vcont}} | {{span 2}}{{b|{original}}} |\n\
             | {{span 2}}{{b|{questions}}} | {} | {{span 2}}{} |\n\
             | {{span 5}}{{b|{}}} |\n\
             | {{span 2}}{{b|{source}}} | {{span 3}}{} |\n\
             | {{span 2}}{{b|{title}}} | {{span 3}}{} |\n\n{body}\n",
            self.number, self.group, self.questions, self.place, self.kind, self.source, self.title,
        ))
    }
}

const AGENDA: Cover<'_> = Cover {
    number: "SG13-TD10/PLEN",
    group: "SG13",
    kind: "TD",
    questions: "All/13",
    source: "Chair, ITU-T SG13",
    title: "Draft agenda of Study Group 13",
    place: HERE,
};

/// A contribution of this number and title.
pub(super) fn contribution(number: &str, title: &str) -> Vec<u8> {
    let number = format!("SG13-{number}");
    Cover { number: &number, title, questions: "5/13", ..Cover::default() }
        .with("This contribution proposes what its title says. It needs no more than two sentences for that.")
}

pub(super) fn first_contribution() -> Vec<u8> {
    Cover {
        number: "SG13-C31",
        title: "Buoys that talk",
        source: "Marlin Networks (Malta), Sealane (Chile)",
        ..Cover::default()
    }
    .with("Buoys could tell each other what they see. The older proposal in C12 is taken up again.")
}

/// The Word files that lie open in the folder.
pub fn documents() -> Vec<File> {
    [agendas(), reports(), liaisons(), contributions(), others()].concat()
}

fn named(path: &str, bytes: Vec<u8>) -> File {
    (path.to_owned(), bytes)
}

/// Three editions of the agenda, of which the last is in force, and agendas that are not that of the meeting.
fn agendas() -> Vec<File> {
    let rows = |extra: &str| {
        format!(
            "# 1 Opening\n| 1.1 | Adoption of the agenda | TD 10/PLEN | To approve |\n\n# 2 Buoys (Q3/13)\n\
             | 2.1 | Marlin Networks (Malta): Buoys that talk | C31 | To discuss |\n\
             | 2.2 | Sealane (Chile): Lights for small ports | C32 | To discuss |\n{extra}\n\
             # 3 Tides (Q5/13)\n| 3.1 | Old Quay Telecom (Ireland): Tariffs of the tide | C33 | To discuss |\n\
             | 3.2 | Fjordlink (Norway): Radio under ice | C34 | To discuss |\n\
             | 3.3 | Reefcom (Fiji): Cables on coral | C37 | To discuss |\n\n# 4 Closing\n"
        )
    };
    let edition = |number: &str, extra: &str| Cover { number, ..AGENDA }.with(&rows(extra));
    let part =
        Cover { number: "SG13-TD20/WP1", title: "Draft agenda of WP1/13", source: "Chair, WP1/13", ..AGENDA };
    let other = Cover {
        number: "SG17-TD700/PLEN",
        group: "SG17",
        title: "Draft agenda of Study Group 17",
        questions: "All/17",
        source: "Chair, ITU-T SG17",
        ..AGENDA
    };
    vec![
        named("TD/old/T25-SG13-270705-TD-PLEN-0010!!MSW-E.docx", edition("SG13-TD10/PLEN", "")),
        named(
            "TD/old/T25-SG13-270705-TD-PLEN-0010!R1!MSW-E.docx",
            edition("SG13-TD10R1/PLEN", "| 2.3 | TSB: Tide tables | TD 48/GEN | To note |\n"),
        ),
        named(
            "TD/T25-SG13-270705-TD-PLEN-0010!R2!MSW-E.docx",
            edition(
                "SG13-TD10R2/PLEN",
                "| 2.3 | ITU-T SG2: LS/i on names of buoys [from ITU-T SG2] | TD 45/GEN | To note |\n| 2.4 | Rapporteur Q3/13: LS/o/r on names of buoys | TD 46/GEN | To agree |\n",
            ),
        ),
        named(
            "TD/T25-SG13-270705-TD-WP1-0020!!MSW-E.docx",
            part.with(&rows("| 2.3 | More | C35, C36, TD 48/GEN | To note |\n")),
        ),
        named("Other groups/T25-SG17-270705-TD-PLEN-0700!!MSW-E.docx", other.with(&rows(""))),
    ]
}

/// The report of the meeting, in prose; that of a working party; that of the meeting before.
fn reports() -> Vec<File> {
    let report = Cover {
        number: "SG13-TD11/PLEN",
        title: "Draft report of Study Group 13 (Port Selin, 5-16 July 2027)",
        ..AGENDA
    };
    let part = Cover {
        number: "SG13-TD12/PLEN",
        title: "Draft report of WP1/13",
        source: "Chair, WP1/13",
        ..AGENDA
    };
    let earlier = Cover {
        number: "SG13-R4",
        kind: "REPORT",
        title: "Report of Study Group 13 (Windhaven, 1-12 March 2027)",
        place: "Windhaven, 1-12 March 2027",
        ..AGENDA
    };
    let body = "# 1 Opening\nThe agenda in TD 10 R2/PLEN was adopted.\n\
        # 2 Buoys\n## 2.1 Buoys that talk\nC31 was presented by Malta. The meeting agreed to begin a new work item on the basis of C31.\n\
        Action: Marlin Networks to send a first draft by 30 September 2027.\n\
        ## 2.2 Lights for small ports\nC32 was discussed. It was noted that TD 50/GEN has the figures.\n\
        ## 2.3 Liaison statements\nThe meeting took note of TD 45/GEN. The meeting approved TD 46/GEN.\n\
        # 3 Tides\n## 3.1 Tariffs of the tide\nC33 was withdrawn.\n## 3.2 A ledger of fish\nC35 was presented. The meeting took note of C35.\n\
        # 4 Closing\nThe next meeting is planned for 8-19 November 2027.\n";
    vec![
        named("TD/T25-SG13-270705-TD-PLEN-0011!!MSW-E.docx", report.with(body)),
        named("TD/T25-SG13-270705-TD-PLEN-0012!!MSW-E.docx", part.with("# 1 Buoys\nThe meeting agreed to begin a new work item on the basis of C31.\nAction: Marlin Networks to send a first draft by 30 September 2027.\n")),
        named("Earlier/T25-SG13-R-0004!!MSW-E.docx", earlier.with("# 1 Opening\nThe meeting agreed to keep the buoys in C12.\n")),
    ]
}

/// A statement that came in, and the answer to it.
fn liaisons() -> Vec<File> {
    let incoming = Cover {
        number: "SG13-TD45/GEN",
        kind: "LS",
        source: "ITU-T SG2",
        title: "LS/i on names of buoys (SG2-LS63) [from ITU-T SG2]",
        ..AGENDA
    };
    let outgoing = Cover {
        number: "SG13-TD46/GEN",
        kind: "LS",
        source: "Rapporteur Q3/13",
        title: "LS/o/r on names of buoys (reply to SG2-LS63) [to ITU-T SG2]",
        ..AGENDA
    };
    let text = "SG13 thanks SG2 for its statement on names of buoys and will use them in its new work item from the next meeting on.";
    vec![
        named(
            "TD/T25-SG13-270705-TD-GEN-0045!!MSW-E.docx",
            incoming.with("SG2 tells SG13 which names of buoys are in use and asks for comments on them."),
        ),
        named("TD/T25-SG13-270705-TD-GEN-0046!!MSW-E.docx", outgoing.with(text)),
        named("TD/answer to SG2.docx", Cover { number: "SG13-LS7", ..outgoing }.with(text)),
    ]
}

fn contributions() -> Vec<File> {
    let lights = Cover {
        number: "SG13-C32",
        title: "Lights for small ports",
        source: "Sealane (Chile)",
        ..Cover::default()
    };
    let light =
        |number: &str| Cover { number, ..lights }.with("Small ports need small lights. See also C31.");
    let french = Cover {
        number: "SG13-C33",
        title: "Tarifs de la marée",
        questions: "5/13",
        source: "Old Quay Telecom (Irlande)",
        place: "Port Selin, 5-16 juillet 2027",
        ..Cover::default()
    };
    let english = Cover {
        number: "SG13-C33",
        title: "Tariffs of the tide",
        questions: "5/13",
        source: "Old Quay Telecom (Ireland)",
        ..Cover::default()
    };
    let ice = Cover {
        number: "SG13-C43",
        title: "Radio below ice",
        questions: "5/13",
        source: "Fjordlink (Norway)",
        ..Cover::default()
    };
    vec![
        named("Contributions/T25-SG13-C-0031!!MSW-E.docx", first_contribution()),
        named("Contributions/T25-SG13-C-0032!!MSW-E.docx", light("SG13-C32")),
        named("Contributions/T25-SG13-C-0032!R2!MSW-E.docx", light("SG13-C32R2")),
        named("Contributions/T25-SG13-C-0032!A1!MSW-E.docx", light("SG13-C32 Add.1")),
        named(
            "Contributions/T25-SG13-C-0033!!MSW-F.docx",
            french.in_language(
                "Original : français",
                "Question(s) :",
                "Source :",
                "Titre :",
                "Les marées coûtent.",
            ),
        ),
        named(
            "Contributions/T25-SG13-C-0033!!MSW-E.docx",
            english.in_language("Original: French", "Question(s):", "Source:", "Title:", "Tides cost."),
        ),
        named("Contributions/t25-sg13-c-0034!!msw-e - with comments.docm", ice.with("Ice bears radio.")),
    ]
}

/// What has no number, or the wrong number of a subgroup.
fn others() -> Vec<File> {
    let list = Cover { number: "SG13-TD10/GEN", title: "List of participants", source: "TSB", ..AGENDA };
    vec![
        named("TD/T25-SG13-270705-TD-GEN-0010!!MSW-E.docx", list.with("Everybody who came.")),
        named("speech.docx", word("Ladies and gentlemen, welcome to the harbour.")),
    ]
}
