//! A summary as Markdown or HTML, by the templates that are built in.

use minijinja::Value;
use minijinja::value::Serde;

use super::{Summary, view_of};
use crate::labels::Labels;
use crate::text::{TextForm, TextPartials, TextTemplate, TextTemplateError, fill};

/// The template of a summary in this form; plain text has that of Markdown.
pub const fn text_template(form: TextForm) -> TextTemplate<'static> {
    match form {
        TextForm::Html => TextTemplate {
            name: "summary.html.j2",
            source: include_str!("../../../../templates/summary.html.j2"),
        },
        TextForm::Markdown | TextForm::Plain => TextTemplate {
            name: "summary.md.j2",
            source: include_str!("../../../../templates/summary.md.j2"),
        },
    }
}

/// The summary as a text template writes it: one that is built in, or another.
pub fn as_text(
    summary: &Summary,
    labels: &Labels,
    template: &TextTemplate<'_>,
) -> Result<String, TextTemplateError> {
    fill(template, &TextPartials::new(), &Value::from(Serde(&view_of(summary, labels))))
}
