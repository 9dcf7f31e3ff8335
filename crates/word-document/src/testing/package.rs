//! The parts of the package beside the main one.

use std::fmt::Write as _;

use super::escape;
use super::inline::paragraph;

const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14""#;
const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// What the main part refers to, gathered while it is built.
pub(super) struct Parts {
    pub run_length: usize,
    /// Widths of the next table's columns.
    pub grid: Vec<String>,
    ids: u32,
    para_ids: u32,
    pub(super) styles: Vec<String>,
    pub(super) lists: Vec<(String, Vec<String>)>,
    /// A list, the one that it goes on with, the level that starts again, its first number.
    pub(super) restarts: Vec<[String; 4]>,
    /// A style and the list and level that number its paragraphs.
    pub(super) numbered: Vec<(String, String)>,
    relationships: Vec<(String, String, bool)>,
    /// Kind, author and paragraph of each note.
    notes: Vec<(&'static str, String, String)>,
    headers: Vec<(&'static str, String)>,
    properties: Vec<(String, String)>,
    core: Vec<(String, String)>,
}

impl Parts {
    pub(super) fn new(run_length: usize) -> Self {
        Self {
            run_length,
            grid: Vec::new(),
            ids: 0,
            para_ids: 0x1000_0000,
            styles: vec!["Normal".to_owned()],
            lists: vec![("1".to_owned(), vec!["bullet".to_owned(), "\u{f0b7}".to_owned()])],
            restarts: Vec::new(),
            numbered: Vec::new(),
            relationships: Vec::new(),
            notes: Vec::new(),
            headers: Vec::new(),
            properties: Vec::new(),
            core: Vec::new(),
        }
    }

    pub(super) fn next_id(&mut self) -> u32 {
        self.ids += 1;
        self.ids
    }

    pub(super) fn next_para_id(&mut self) -> u32 {
        self.para_ids += 1;
        self.para_ids
    }

    /// The id of a style: never like its name, as in a localised Word.
    pub(super) fn style(&mut self, name: &str) -> String {
        let at = self.styles.iter().position(|known| known == name).unwrap_or_else(|| {
            self.styles.push(name.to_owned());
            self.styles.len() - 1
        });
        format!("Stil{at}")
    }

    pub(super) fn relationship(&mut self, kind: &str, target: &str, external: bool) -> String {
        self.relationships.push((kind.to_owned(), target.to_owned(), external));
        format!("rId{}", self.relationships.len())
    }

    /// A footnote, endnote or comment, and the run that refers to it.
    pub(super) fn note(&mut self, kind: &'static str, author: &str, content: &str) -> String {
        let text = paragraph(content, self);
        self.notes.push((kind, author.to_owned(), text));
        format!(r#"<w:r><w:{kind}Reference w:id="{}"/></w:r>"#, self.notes.len())
    }

    pub(super) fn directive(&mut self, line: &str) {
        let (name, rest) = line.split_once(' ').unwrap_or((line, ""));
        let (first, value) = rest.split_once(' ').unwrap_or((rest, ""));
        match name {
            "list" => {
                self.lists.push((first.to_owned(), value.split(' ').map(str::to_owned).collect()));
            }
            "restart" => {
                let words: Vec<String> = rest.split(' ').map(str::to_owned).collect();
                self.restarts.push(words.try_into().expect("restart LIST OF LEVEL NUMBER"));
            }
            "numbered" => {
                self.style(value);
                self.numbered.push((value.to_owned(), first.to_owned()));
            }
            "runs" => self.run_length = self.run_length.min(rest.parse().expect("runs NUMBER")),
            "grid" => self.grid = rest.split(' ').map(str::to_owned).collect(),
            "header" => {
                let text = paragraph(rest, self);
                self.headers.push(("header", text));
            }
            "footer" => {
                let text = paragraph(rest, self);
                self.headers.push(("footer", text));
            }
            "property" => self.properties.push((first.to_owned(), value.to_owned())),
            "core" => self.core.push((first.to_owned(), value.to_owned())),
            "" => {}
            _ => panic!("the notation has no line %{name}"),
        }
    }

    /// The whole file.
    pub(super) fn package(mut self, body: &str) -> Vec<u8> {
        let mut parts = vec![("word/styles.xml".to_owned(), self.styles_part())];
        self.relationship("styles", "styles.xml", false);
        parts.push(("word/numbering.xml".to_owned(), self.numbering_part()));
        self.relationship("numbering", "numbering.xml", false);
        for kind in ["footnote", "endnote", "comment"] {
            if let Some(part) = self.notes_part(kind) {
                parts.push((format!("word/{kind}s.xml"), part));
                self.relationship(&format!("{kind}s"), &format!("{kind}s.xml"), false);
            }
        }
        let mut section = String::new();
        for (number, (kind, text)) in std::mem::take(&mut self.headers).into_iter().enumerate() {
            let name = format!("{kind}{}.xml", number + 1);
            let id = self.relationship(kind, &name, false);
            section += &format!(r#"<w:{kind}Reference w:type="default" r:id="{id}"/>"#);
            let root = if kind == "header" { "hdr" } else { "ftr" };
            parts.push((format!("word/{name}"), word_part(root, &text)));
        }
        let body = format!("<w:body>{body}<w:sectPr>{section}</w:sectPr></w:body>");
        parts.push(("word/document.xml".to_owned(), word_part("document", &body)));
        parts.push(("word/_rels/document.xml.rels".to_owned(), self.relationships_part()));
        parts.extend(self.property_parts());
        let types = content_types(&parts);
        parts.insert(0, ("[Content_Types].xml".to_owned(), types));
        crate::write_package(parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())))
            .expect("writing into memory does not fail")
    }

    fn notes_part(&self, kind: &str) -> Option<String> {
        let mut notes = String::new();
        for (at, (_, author, text)) in self.notes.iter().enumerate().filter(|(_, note)| note.0 == kind) {
            let author =
                if author.is_empty() { String::new() } else { format!(r#" w:author="{}""#, escape(author)) };
            let _ = write!(notes, r#"<w:{kind} w:id="{}"{author}>{text}</w:{kind}>"#, at + 1);
        }
        (!notes.is_empty()).then(|| word_part(&format!("{kind}s"), &notes))
    }

    fn relationships_part(&self) -> String {
        let mut xml = String::new();
        for (at, (kind, target, external)) in self.relationships.iter().enumerate() {
            let mode = if *external { r#" TargetMode="External""# } else { "" };
            let _ = write!(
                xml,
                r#"<Relationship Id="rId{}" Type="{OFFICE}/{kind}" Target="{}"{mode}/>"#,
                at + 1,
                escape(target)
            );
        }
        relationships(&xml)
    }

    /// Properties, and the relationships of the package, which name them.
    fn property_parts(&self) -> Vec<(String, String)> {
        let mut rels =
            format!(r#"<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>"#);
        let mut parts = Vec::new();
        if !self.core.is_empty() {
            let _ = write!(
                rels,
                r#"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>"#
            );
            let mut inner = String::new();
            for (name, value) in &self.core {
                let _ = write!(inner, "<dc:{name}>{}</dc:{name}>", escape(value));
            }
            parts.push((
                "docProps/core.xml".to_owned(),
                format!(
                    r#"{DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">{inner}</cp:coreProperties>"#
                ),
            ));
        }
        if !self.properties.is_empty() {
            let _ = write!(
                rels,
                r#"<Relationship Id="rId3" Type="{OFFICE}/custom-properties" Target="docProps/custom.xml"/>"#
            );
            parts.push(("docProps/custom.xml".to_owned(), self.custom_part()));
        }
        parts.push(("_rels/.rels".to_owned(), relationships(&rels)));
        parts
    }

    fn custom_part(&self) -> String {
        let mut inner = String::new();
        for (at, (name, value)) in self.properties.iter().enumerate() {
            let _ = write!(
                inner,
                r#"<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{}" name="{}"><vt:lpwstr>{}</vt:lpwstr></property>"#,
                at + 2,
                escape(name),
                escape(value)
            );
        }
        format!(
            r#"{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{inner}</Properties>"#
        )
    }
}

pub(super) fn word_part(root: &str, inner: &str) -> String {
    format!("{DECLARATION}<w:{root} {NAMESPACES}>{inner}</w:{root}>")
}

pub(super) fn relationships(inner: &str) -> String {
    format!(
        r#"{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>"#
    )
}

fn content_types(parts: &[(String, String)]) -> String {
    let mut inner = String::from(
        r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>"#,
    );
    for (name, _) in parts.iter().filter(|(name, _)| name.starts_with("word/") && !name.contains("_rels")) {
        let kind = name.trim_start_matches("word/").trim_end_matches(".xml");
        let kind = kind.trim_end_matches(|c: char| c.is_ascii_digit());
        let kind = if kind == "document" { "document.main" } else { kind };
        let _ = write!(inner, r#"<Override PartName="/{name}" ContentType="{WORD_TYPE}.{kind}+xml"/>"#);
    }
    for (name, kind) in [
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
    ] {
        if parts.iter().any(|(part, _)| part == name) {
            let _ = write!(inner, r#"<Override PartName="/{name}" ContentType="{kind}"/>"#);
        }
    }
    format!(
        r#"{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{inner}</Types>"#
    )
}
