//! The indexes that the secretariat publishes, one per type of documents.

use std::fmt::Write as _;

use super::File;

/// The index of a type of documents: object name, source, title, Question of each.
pub fn index(series: &str, entries: &[(&str, &str, &str, &str)]) -> String {
    let mut folders = String::new();
    for (object, source, title, question) in entries {
        // Writing to a String cannot fail.
        let _ = write!(
            folders,
            "<folder><object_name>{object}</object_name><doc_type>{series}</doc_type><doc_class/>\
             <main_source>{source}</main_source><reception_date>2027-06-21</reception_date><ltitle_e>{title}</ltitle_e>\
             <unheard_of><deep>er</deep></unheard_of><study_questions><rvalue>{question}</rvalue></study_questions></folder>"
        );
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<page_content><page_param><type>mfolders</type><sector>T</sector>\
         <study_period>2025</study_period><group>T25-SG13</group><doc_type>{series}</doc_type></page_param>\
         <group_desc><object_name>T25-SG13</object_name><friendly_name>SG13</friendly_name></group_desc>\
         <meeting_desc><object_name>T25-SG13-270705</object_name><ltitle_e>Lower Isles [Port Selin]</ltitle_e>\
         <start_date>2027-07-05</start_date><end_date>2027-07-16</end_date></meeting_desc>\
         <folder_list>{folders}</folder_list></page_content>"
    )
}

pub(super) fn indexes() -> Vec<File> {
    let chair = "Chair, ITU-T SG13";
    let temporary = index(
        "TD",
        &[
            ("T25-SG13-270705-TD-PLEN-0010", chair, "Draft agenda of Study Group 13", "QALL/13"),
            ("T25-SG13-270705-TD-PLEN-0011", chair, "Draft report of Study Group 13", "QALL/13"),
            ("T25-SG13-270705-TD-PLEN-0012", "Chair, WP1/13", "Draft report of WP1/13", "QALL/13"),
            ("T25-SG13-270705-TD-GEN-0045", "ITU-T SG2", "LS/i on names of buoys [from ITU-T SG2]", "Q3/13"),
            (
                "T25-SG13-270705-TD-GEN-0046",
                "Rapporteur Q3/13",
                "LS/o/r on names of buoys (reply to SG2-LS63)",
                "Q3/13",
            ),
            ("T25-SG13-270705-TD-GEN-0048", "Harbour office", "Tide tables &amp; charts", "Q5/13"),
            ("T25-SG13-270705-TD-GEN-0049", "TSB", "A text that nobody sent", "Q5/13"),
        ],
    );
    let contributions = index(
        "C",
        &[
            ("T25-SG13-C-0031", "Marlin Networks", "Buoys that talk", "Q3/13"),
            ("T25-SG13-C-0032", "Sealane", "Lights for small ports", "Q3/13"),
            ("T25-SG13-C-0033", "Old Quay Telecom", "Tariffs of the tide", "Q5/13"),
            ("T25-SG13-C-0034", "Fjordlink (Norway)", "Radio under ice", "Q5/13"),
            ("T25-SG13-C-0035", "Marlin Networks (Malta)", "A ledger of fish", "Q5/13"),
            ("T25-SG13-C-0036", "Marlin Networks (Malta)", "Counting boats by their wake", "Q5/13"),
            ("T25-SG13-C-0037", "Reefcom (Fiji)", "Cables on coral", "Q5/13"),
            ("T25-SG13-C-0040", "Reefcom (Fiji)", "Old words on coral", "Q5/13"),
        ],
    );
    vec![
        ("Indexes/T25-SG13-270705-TD.xml".to_owned(), temporary.into_bytes()),
        ("Indexes/T25-SG13-C.xml".to_owned(), contributions.into_bytes()),
    ]
}
