//! Errors as comments in a copy of the template.

use word_document::edit::{Comment, add_comments};
use word_document::{Limits, ReadError, Relationships};

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
    let parts = package.relationships(main)?;
    let comments: Vec<Comment> = errors
        .iter()
        .map(|error| {
            let place =
                error.place.as_ref().filter(|place| place.part == main && error.template == template.name);
            Comment {
                paragraph: place.map_or(0, |place| place.index),
                text: match place {
                    Some(_) => text(error),
                    None => format!("{}\n{}", elsewhere(error, template.name, &parts), text(error)),
                },
                author: AUTHOR.to_owned(),
                initials: AUTHOR[..1].to_uppercase(),
            }
        })
        .collect();
    add_comments(template.bytes, &comments, &Limits::default())
}

/// Where an error is that cannot have its comment at its place, in the words of Word, and the text around it.
fn elsewhere(error: &TemplateError, template: &str, parts: &Relationships) -> String {
    let Some(place) = &error.place else { return error.template.clone() };
    let part = parts.iter().find(|(_, part)| part.target == place.part);
    let name = match part.map_or("", |(_, part)| part.kind.as_str()) {
        _ if error.template != template => "In the partial",
        "header" => "In a page header of",
        "footer" => "In a page footer of",
        "footnotes" => "In a footnote of",
        "endnotes" => "In an endnote of",
        "comments" => "In a comment of",
        _ => "In the properties of",
    };
    format!("{name} {} ({place}): {}", error.template, error.quoted)
}

/// What a comment says: the tag, what is wrong, and what may be meant.
fn text(error: &TemplateError) -> String {
    let mut lines = Vec::new();
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
        assert!(text.contains("In a page header of t.docx (word/header1.xml, paragraph 1): {{ a"), "{text}");
    }
}
