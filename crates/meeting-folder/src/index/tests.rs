use super::*;

const INDEX: &str = r"<?xml version='1.0' encoding='utf-8'?>
<page_content>
<page_param><sector>T</sector><study_period>2025</study_period><group>T25-SG13</group><doc_type>TD</doc_type></page_param>
<group_desc><object_name>T25-SG13</object_name><friendly_name>SG13</friendly_name></group_desc>
<meeting_desc><object_name>T25-SG13-270705</object_name><ltitle_e>Lower Isles [Port Selin]</ltitle_e>
<start_date>2027-07-05</start_date><end_date>2027-07-16</end_date></meeting_desc>
<folder_list><folder><object_name>T25-SG13-270705-TD-WP1-0048</object_name><doc_type>TD</doc_type><main_source>Harbour
office</main_source><reception_date>2027-06-21 10:00</reception_date><ltitle_e>Tides &amp; <![CDATA[<charts>]]> &#8211; &unknown;all</ltitle_e>
<ltitle_f>Mar&#xE9;es</ltitle_f><unheard_of><object_name>no</object_name></unheard_of>
<study_questions><rvalue>Q5/13</rvalue><rvalue>Q3/13</rvalue></study_questions></folder>
<folder><object_name>T25-SG13-270705-TD-GEN-0049</object_name><ltitle_e/><ltitle_f>Seulement en français</ltitle_f></folder>
<folder><object_name>not a name</object_name></folder></folder_list></page_content>";

fn read(text: &str) -> Result<Index, IndexError> {
    Index::read("a.xml", text.as_bytes())
}

#[test]
fn an_index_tells_its_meeting_and_documents() {
    let index = read(INDEX).unwrap();
    assert_eq!(
        (index.group.as_deref(), index.series.as_deref(), index.period),
        (Some("SG13"), Some("TD"), Some(2025))
    );
    assert_eq!(index.start_date.map(|day| day.to_string()).as_deref(), Some("2027-07-05"));
    assert_eq!(index.end_date.map(|day| day.to_string()).as_deref(), Some("2027-07-16"));
    assert_eq!(index.title.as_deref(), Some("Lower Isles [Port Selin]"));
    assert_eq!(index.entries.len(), 3);
    let tides = &index.entries[0];
    assert_eq!(tides.number.as_ref().map(ToString::to_string).as_deref(), Some("SG13-TD48/WP1"));
    assert_eq!(tides.source.as_deref(), Some("Harbour office"));
    assert_eq!(tides.title.as_deref(), Some("Tides & <charts> – all"));
    assert_eq!(tides.questions, ["Q5/13", "Q3/13"]);
    assert_eq!(tides.received.map(|day| day.to_string()).as_deref(), Some("2027-06-21"));
    assert_eq!(index.entries[1].title.as_deref(), Some("Seulement en français"));
    assert_eq!(index.entries[2].number, None);
}

#[test]
fn groups_of_other_sectors_are_named_as_their_documents_are() {
    let index =
        read("<page_content><group_desc><object_name>D22-SG01</object_name></group_desc></page_content>");
    assert_eq!(index.unwrap().group.as_deref(), Some("SG1"));
}

#[test]
fn utf_16_is_read_as_well() {
    let wide: Vec<u8> = format!("\u{feff}{INDEX}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(Index::is_one(&wide));
    assert_eq!(Index::read("a.xml", &wide), read(INDEX));
}

#[test]
fn only_an_index_begins_as_one() {
    assert!(Index::is_one(INDEX.as_bytes()));
    assert!(Index::is_one(b"\xEF\xBB\xBF<!-- remark --><page_content/>"));
    for other in ["", "page_content", "<page/>", "<page_contents/>", "<?xml?>", "\0<page_content>"] {
        assert!(!Index::is_one(other.as_bytes()), "{other}");
    }
}

#[test]
fn what_is_no_sound_index_is_refused() {
    let bomb = format!("<!DOCTYPE x [<!ENTITY a \"b\">]>{INDEX}");
    assert_eq!(
        read(&bomb.replace("<?xml version='1.0' encoding='utf-8'?>", "")),
        Err(IndexError::DocumentType)
    );
    assert!(matches!(read("<page_content><folder_list>"), Err(IndexError::Malformed(_))));
    assert!(matches!(read("<page_content></folder_list>"), Err(IndexError::Malformed(_))));
    assert_eq!(read(&"<a>".repeat(1_000)), Err(IndexError::TooLarge));
    assert_eq!(Index::read("a.xml", b"<page_content>\xFF</page_content>"), Err(IndexError::Encoding));
}
