//! Errors as comments in a copy of the template.

use word_document::edit::{Comment, add_comments};
use word_document::{Limits, ReadError};

use super::Template;
use super::error::TemplateError;

/// Who comments.
const AUTHOR: &str = "rapporteur";

/// A copy of a template with its errors as Word comments, each at its paragraph. Errors of other parts than the
/// body, where Word allows no comments, and of partials stand at the first paragraph and say where they belong.
pub fn annotate(template: &Template<'_>, errors: &[TemplateError]) -> Result<Vec<u8>, ReadError> {
    let mut package = super::compile::open(template.bytes)?;
    let root = package.relationships("")?;
    let main = root.target_of_kind("officeDocument").unwrap_or("word/document.xml");
    let comments: Vec<Comment> = errors
        .iter()
        .map(|error| {
            let place =
                error.place.as_ref().filter(|place| place.part == main && error.template == template.name);
            Comment {
                paragraph: place.map_or(0, |place| place.index),
                text: text(error, place.is_some()),
                author: AUTHOR.to_owned(),
                initials: AUTHOR[..1].to_uppercase(),
            }
        })
        .collect();
    add_comments(template.bytes, &comments, &Limits::default())
}

/// What a comment says: the tag, what is wrong, what may be meant, and where it is if not here.
fn text(error: &TemplateError, is_here: bool) -> String {
    let mut lines = Vec::new();
    if !is_here {
        let place = error.place.as_ref().map(ToString::to_string).unwrap_or_default();
        lines.push(format!("{} {place}: {}", error.template, error.quoted).trim().to_owned());
    }
    if error.tag.is_empty() {
        lines.push(error.message.clone());
    } else {
        lines.push(format!("{}: {}", error.tag, error.message));
    }
    if let Some(suggestion) = &error.suggestion {
        lines.push(format!("Did you mean {suggestion}?"));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word::{Partials, check};
    use word_document::testing::docx;

    #[test]
    fn errors_become_comments() {
        let bytes = docx("fine\n| a | wrong \\{\\{ x.y. \\}\\} |\n%header \\{\\{ a\nx");
        let template = Template { name: "t.docx", bytes: &bytes };
        let errors = check(&template, &Partials::none(), None);
        assert_eq!(errors.len(), 2, "{errors:?}");
        let copy = annotate(&template, &errors).unwrap();
        let document = word_document::read(&copy, &Limits::default()).unwrap();
        let text = word_document::outline_text(&document);
        assert!(text.contains("{{ x.y. }}: the tag does not follow"), "{text}");
        assert!(text.contains("t.docx word/header1.xml, paragraph 1: {{ a"), "{text}");
    }
}
