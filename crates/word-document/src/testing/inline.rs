//! Paragraphs and what stands in them.

use super::definitions::list_properties;
use super::package::Parts;
use super::{escape, revision};

/// A piece of a line.
pub(super) enum Piece<'n> {
    Text(String),
    /// Name, arguments, content.
    Directive(&'n str, &'n str, &'n str),
}

/// Cuts a line at its directives. A directive's content may hold others.
pub(super) fn pieces(line: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = line;
    while let Some(character) = rest.chars().next() {
        let length = character.len_utf8();
        match character {
            '\\' if rest.len() > 1 => {
                let escaped = rest[1..].chars().next().unwrap_or('\\');
                text.push(escaped);
                rest = &rest[1 + escaped.len_utf8()..];
                continue;
            }
            '{' => {
                if !text.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut text)));
                }
                let end = closing(rest);
                pieces.push(directive(&rest[1..end]));
                rest = &rest[end + 1..];
                continue;
            }
            _ => text.push(character),
        }
        rest = &rest[length..];
    }
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    pieces
}

fn directive(inner: &str) -> Piece<'_> {
    let (head, content) = inner.split_once('|').unwrap_or((inner, ""));
    let (name, arguments) = head.split_once(' ').unwrap_or((head, ""));
    Piece::Directive(name, arguments, content)
}

/// Byte of the brace that closes the first one.
fn closing(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, character) in text.char_indices() {
        match character {
            _ if escaped => {
                escaped = false;
                continue;
            }
            '\\' => escaped = true,
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    panic!("a brace is not closed in {text:?}");
}

/// A paragraph from a line without its leading signs.
pub(super) fn paragraph(line: &str, parts: &mut Parts) -> String {
    let (mut properties, mut mark, mut content) = (String::new(), String::new(), String::new());
    for piece in pieces(line) {
        match piece {
            Piece::Directive("style", name, _) => {
                let id = parts.style(name);
                properties.insert_str(0, &format!(r#"<w:pStyle w:val="{id}"/>"#));
            }
            Piece::Directive("num", list, _) => {
                properties += &list_properties(list);
            }
            Piece::Directive("rtl", ..) => properties += "<w:bidi/>",
            Piece::Directive(change @ ("mark-del" | "mark-ins" | "mark-to" | "mark-from"), author, _) => {
                let element = match change {
                    "mark-del" => "del",
                    "mark-ins" => "ins",
                    "mark-to" => "moveTo",
                    _ => "moveFrom",
                };
                mark += &format!("<w:{element} {}/>", revision(parts, author));
            }
            piece => content += &inline(&piece, "", parts),
        }
    }
    if !mark.is_empty() {
        properties += &format!("<w:rPr>{mark}</w:rPr>");
    }
    if !properties.is_empty() {
        properties = format!("<w:pPr>{properties}</w:pPr>");
    }
    format!(r#"<w:p w14:paraId="{:08X}">{properties}{content}</w:p>"#, parts.next_para_id())
}

/// A piece with the run properties that hold around it.
fn inline(piece: &Piece<'_>, format: &str, parts: &mut Parts) -> String {
    let (name, arguments, content) = match piece {
        Piece::Text(text) => return runs(text, format, "w:t", parts),
        Piece::Directive(name, arguments, content) => (*name, *arguments, *content),
    };
    let within = |format: &str, parts: &mut Parts| -> String {
        pieces(content).iter().map(|piece| inline(piece, format, parts)).collect()
    };
    match name {
        "b" => within(&format!("{format}<w:b/>"), parts),
        "hidden" => within(&format!("{format}<w:vanish/>"), parts),
        "ins" => format!("<w:ins {}>{}</w:ins>", revision(parts, arguments), within(format, parts)),
        "to" => format!("<w:moveTo {}>{}</w:moveTo>", revision(parts, arguments), within(format, parts)),
        "from" => {
            format!("<w:moveFrom {}>{}</w:moveFrom>", revision(parts, arguments), within(format, parts))
        }
        "del" => {
            let text = runs(content, format, "w:delText", parts);
            format!("<w:del {}>{text}</w:del>", revision(parts, arguments))
        }
        "link" => {
            let id = parts.relationship("hyperlink", arguments, true);
            format!(r#"<w:hyperlink r:id="{id}">{}</w:hyperlink>"#, within(format, parts))
        }
        "simple" => {
            format!(r#"<w:fldSimple w:instr="{}">{}</w:fldSimple>"#, escape(arguments), within(format, parts))
        }
        "field" => field(arguments, &within(format, parts)),
        "sdt" => control("", &within(format, parts)),
        "prompt" => control("<w:showingPlcHdr/>", &within(format, parts)),
        "tag" => {
            format!(r#"<w:smartTag w:uri="u" w:element="e">{}</w:smartTag>"#, within(format, parts))
        }
        "anchor" => format!(r#"<w:hyperlink w:anchor="{arguments}">{}</w:hyperlink>"#, within(format, parts)),
        "unknown" => format!("<w:{arguments}>{}</w:{arguments}>", within(format, parts)),
        "math" => format!("<m:oMath><m:r><m:t>{}</m:t></m:r></m:oMath>", escape(content)),
        _ => element(name, arguments, content, parts),
    }
}

/// Directives that stand for one element.
fn element(name: &str, arguments: &str, content: &str, parts: &mut Parts) -> String {
    match name {
        "tab" => "<w:r><w:tab/></w:r>".to_owned(),
        "br" => "<w:r><w:br/></w:r>".to_owned(),
        "nbhy" => "<w:r><w:noBreakHyphen/></w:r>".to_owned(),
        "shy" => "<w:r><w:softHyphen/></w:r>".to_owned(),
        "sym" => {
            let (font, code) = arguments.rsplit_once(' ').unwrap_or((arguments, "0"));
            format!(r#"<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>"#)
        }
        "pic" => format!(
            r#"<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="{}" name="Picture" descr="{}"/></wp:inline></w:drawing></w:r>"#,
            parts.next_id(),
            escape(arguments)
        ),
        "box" => {
            let inner = paragraph(content, parts);
            format!(
                r#"<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:wsp><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"#
            )
        }
        "foot" => parts.note("footnote", "", content),
        "end" => parts.note("endnote", "", content),
        "comment" => parts.note("comment", arguments, content),
        "bm" => {
            let id = parts.next_id();
            let inner: String = pieces(content).iter().map(|piece| inline(piece, "", parts)).collect();
            format!(
                r#"<w:bookmarkStart w:id="{id}" w:name="{arguments}"/>{inner}<w:bookmarkEnd w:id="{id}"/>"#
            )
        }
        "cols" => {
            let words: Vec<&str> = arguments.split(' ').collect();
            let [name, first, last] = words[..] else { panic!("cols NAME FIRST LAST, not {arguments:?}") };
            let id = parts.next_id();
            format!(
                r#"<w:bookmarkStart w:id="{id}" w:name="{name}" w:colFirst="{first}" w:colLast="{last}"/><w:bookmarkEnd w:id="{id}"/>"#
            )
        }
        _ => panic!("the notation has no directive {name:?}"),
    }
}

fn field(instruction: &str, result: &str) -> String {
    let character = |kind| format!(r#"<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    format!(
        r#"{}<w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r>{}{result}{}"#,
        character("begin"),
        escape(instruction),
        character("separate"),
        character("end")
    )
}

fn control(properties: &str, content: &str) -> String {
    format!("<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>")
}

/// Text in runs of the length that is asked for, with the marks between them that Word's spelling check leaves.
fn runs(text: &str, format: &str, element: &str, parts: &Parts) -> String {
    let format = if format.is_empty() { String::new() } else { format!("<w:rPr>{format}</w:rPr>") };
    let characters: Vec<char> = text.chars().collect();
    let runs = characters.chunks(parts.run_length).map(|run| {
        let text = escape(&run.iter().collect::<String>());
        format!(r#"<w:r>{format}<{element} xml:space="preserve">{text}</{element}></w:r>"#)
    });
    runs.collect::<Vec<_>>().join(r#"<w:proofErr w:type="spellStart"/>"#)
}
