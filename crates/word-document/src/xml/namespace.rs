//! The vocabularies of Office Open XML, by the names that files give them.

/// The vocabularies that the reader tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Namespace {
    /// `w:`, WordprocessingML.
    Word,
    /// `w14:` and later extensions of WordprocessingML by Microsoft.
    WordExtension,
    /// `m:`, Office Math.
    Math,
    /// `wp:`, the place of drawings in text.
    DrawingPlace,
    /// Shapes, groups, pictures, canvases, charts: what a drawing holds.
    Drawing,
    /// `v:` and its kin, the older drawings.
    Vml,
    /// `mc:`, alternate content.
    Compatibility,
    /// Relationships parts.
    Relationships,
    /// Core, extended and custom properties, Dublin Core.
    Properties,
    /// None of these.
    Other,
}

impl Namespace {
    pub(super) fn of(uri: &str) -> Self {
        match uri {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Self::Word,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Self::Math,
            "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
            | "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing" => Self::DrawingPlace,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Self::Compatibility,
            "http://schemas.openxmlformats.org/package/2006/relationships" => Self::Relationships,
            "urn:schemas-microsoft-com:vml" | "urn:schemas-microsoft-com:office:office" => Self::Vml,
            "http://purl.org/dc/elements/1.1/" | "http://purl.org/dc/terms/" => Self::Properties,
            _ if uri.contains("/drawingml/") || is_word_drawing(uri) => Self::Drawing,
            _ if uri.starts_with("http://schemas.microsoft.com/office/word/") => Self::WordExtension,
            _ if uri.ends_with("-properties")
                || uri.ends_with("Properties")
                || uri.ends_with("docPropsVTypes") =>
            {
                Self::Properties
            }
            _ if uri.starts_with("urn:schemas-microsoft-com:office:") => Self::Vml,
            _ => Self::Other,
        }
    }
}

/// Shapes, groups and canvases that Word 2010 added.
fn is_word_drawing(uri: &str) -> bool {
    const STEM: &str = "http://schemas.microsoft.com/office/word/2010/wordprocessing";
    uri.strip_prefix(STEM).is_some_and(|kind| kind != "Drawing")
}
