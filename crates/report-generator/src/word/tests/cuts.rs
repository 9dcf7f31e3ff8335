//! Properties: how Word has cut and decorated a template's text never changes what it is filled to.

use proptest::prelude::*;
use serde_json::json;
use word_document::testing::with_part;
use word_document::{Limits, Package};

use super::{filled_bytes, template};

const NOTATION: &str = "Of ‹‹ list|join(\", \") ›› {b|‹% for x in list %›}‹‹ x ››, {b|‹% endfor %›}‹% if yes %›yes‹% else %›no‹% endif %›\n‹% for row in rows %›\n‹‹ row.name|upper ››: ‹‹ row.text|default(\"none\") ››\n‹% endfor %›\n| head | ‹% for x in list %› |\n| ‹‹ loop.index ›› | ‹‹ x ›› |\n| end | ‹% endfor %› |\n‹‹ list|bullets ››\n%header ‹‹ yes ›› page";

fn data() -> serde_json::Value {
    json!({"list": ["x", "y & z"], "yes": true, "rows": [{"name": "a", "text": "“b” {c}"}, {"name": "d", "text": "e"}]})
}

/// What Word puts between pieces of a text.
const BETWEEN: [&str; 5] = [
    "",
    r#"<w:proofErr w:type="spellStart"/>"#,
    r#"<w:proofErr w:type="spellEnd"/><w:proofErr w:type="gramStart"/>"#,
    r#"<w:bookmarkStart w:id="ID" w:name="_GoBack"/><w:bookmarkEnd w:id="ID"/>"#,
    r#"<w:r w:rsidR="00AB12CD"><w:lastRenderedPageBreak/></w:r>"#,
];

/// A part with the text of its runs cut by chance.
fn cut(xml: &str, chances: &[u8]) -> String {
    let mut chances = chances.iter().copied().cycle();
    let mut out = String::new();
    let mut rest = xml;
    let mut id = 9000;
    while let Some(at) = rest.find("<w:r>") {
        let end = at + rest[at..].find("</w:r>").unwrap() + "</w:r>".len();
        let run = &rest[at..end];
        out.push_str(&rest[..at]);
        rest = &rest[end..];
        let text = run.find("<w:t").map(|from| (from, from + run[from..].find('>').unwrap() + 1));
        let Some((from, inner)) = text.filter(|_| run.matches("<w:t").count() == 1 && run.contains("</w:t>"))
        else {
            out.push_str(run);
            continue;
        };
        let properties = &run["<w:r>".len()..from];
        let mut left: Vec<char> = unescaped(&run[inner..run.find("</w:t>").unwrap()]).chars().collect();
        while !left.is_empty() {
            let chance = chances.next().unwrap();
            let length = (usize::from(chance) % 7 + 1).min(left.len());
            let piece: String = left.drain(..length).map(escaped).collect();
            out += &format!(
                r#"<w:r w:rsidR="00C{chance:02X}">{properties}<w:t xml:space="preserve">{piece}</w:t></w:r>"#
            );
            if !left.is_empty() {
                id += 1;
                out += &BETWEEN[usize::from(chance) / 7 % BETWEEN.len()].replace("ID", &id.to_string());
            }
        }
    }
    out + rest
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}

fn escaped(character: char) -> String {
    crate::word::text::xml_text(&character.to_string()).into_owned()
}

/// What AutoCorrect does to tags while one types.
fn corrected(notation: &str, chances: &[u8]) -> String {
    let mut chances = chances.iter().copied().cycle();
    let mut out = String::new();
    let (mut inside, mut quotes, mut first) = (false, 0, false);
    for character in notation.chars() {
        match character {
            '‹' => (inside, first) = (true, true),
            '›' => inside = false,
            _ => {}
        }
        let chance = if inside { chances.next().unwrap() } else { 0 };
        out.push(match character {
            '"' if inside => {
                quotes += 1;
                if quotes % 2 == 1 { '“' } else { '”' }
            }
            ' ' if chance % 3 == 1 && quotes % 2 == 0 => '\u{a0}',
            letter if first && letter.is_ascii_lowercase() && chance % 2 == 1 => letter.to_ascii_uppercase(),
            other => other,
        });
        first &= !character.is_alphabetic();
    }
    out
}

/// The bookmarks that came between stay, each under a name of its own.
fn without_bookmarks(shown: &str) -> String {
    let mut pieces = shown.split(" ‹bookmark _GoBack");
    let first = pieces.next().unwrap_or_default().to_owned();
    first + &pieces.map(|piece| piece.split_once('›').map_or("", |(_, rest)| rest)).collect::<String>()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_cut_template_is_filled_to_the_same_text(chances in prop::collection::vec(any::<u8>(), 1..60)) {
        let whole = filled_bytes(&template(NOTATION), &data());
        let mut bytes = template(&corrected(NOTATION, &chances));
        for name in ["word/document.xml", "word/header1.xml"] {
            let text = Package::open(&bytes, &Limits::default()).unwrap().text(name).unwrap().unwrap();
            bytes = with_part(&bytes, name, cut(&text, &chances));
        }
        prop_assert_eq!(without_bookmarks(&filled_bytes(&bytes, &data())), whole);
    }
}
