use meeting_model::Block;

use super::{read, report};

#[test]
fn a_value_knows_its_block_row_column_and_paragraph() {
    let document =
        read("Lead\n# 1 Business\n|!del Ann| 1.0 | Gone | TD1 | Noted |\n| 1.1 | Plan | TD8 | Noted |");
    let at = &document.items[1].at;
    assert_eq!((at.block, at.row, at.column, at.paragraph), (2, Some(1), Some(0), Some(0)));
    assert_eq!(at.part, "word/document.xml");
    assert_eq!(at.heading.as_deref(), Some("1 Business"));
    assert_eq!(at.para_id.as_ref().map(String::len), Some(8));
}

#[test]
fn sections_hold_every_word_of_the_body_and_of_the_notes() {
    let document = report(
        "# 1 Opening\n- A point{foot|A note}\n| {span 2}Wide | {box|A box}cell |\n## 1.1 Below\nText\n# Annex A: List",
    );
    let text = serde_json::to_string(&document.sections).unwrap();
    for word in ["Opening", "A point", "A note", "Wide", "A box", "cell", "Below", "Text", "Annex A", "List"]
    {
        assert!(text.contains(word), "{word}");
    }
    let opening = document.sections.iter().find(|section| section.number.as_deref() == Some("1")).unwrap();
    assert_eq!(opening.sections[0].title.as_deref(), Some("Below"));
    let Block::Table(table) = &opening.blocks[1] else { panic!("{:?}", opening.blocks) };
    assert_eq!(table.rows, [[Some("Wide".to_owned()), None, Some("cell".to_owned())]]);
    assert_eq!(table.spans[0].column_span, 2);
}
