//! Templates that a command names: built into the program, or files.

use std::path::Path;

use minijinja::Value;
use report_generator::text::{self, TextForm, TextPartials, TextTemplate};
use report_generator::word::{self, Partials};
use report_generator::{View, templates};

use crate::input::Input;
use crate::messages::Message;

/// A template, ready to be filled.
#[derive(Debug)]
pub enum Template {
    /// A Word file.
    Word {
        /// Its name in messages.
        name: String,
        /// The file.
        bytes: Vec<u8>,
    },
    /// A text, whose name tells its form.
    Text {
        /// Its name.
        name: String,
        /// The text.
        source: String,
    },
}

impl Template {
    /// The template of this name: a file, if there is one, else one that is built in.
    ///
    /// # Errors
    /// A message for the user.
    pub fn named(name: &str) -> Result<Self, Message> {
        let path = Path::new(name);
        let is_path = path.is_file() || path.extension().is_some() || path.components().count() > 1;
        if !is_path {
            let built_in = templates::builtin(name);
            let names = || templates::list().map(|template| template.name).collect::<Vec<_>>().join(", ");
            return built_in
                .map(|template| Self::Word { name: name.to_owned(), bytes: template.bytes.to_vec() })
                .ok_or_else(|| Message::unknown_template(name, &names()));
        }
        let input = Input::new(path);
        let bytes = input.read().map_err(|problem| Message::unread(&input.shown(), &problem))?;
        if TextForm::of(name).is_none() && !name.to_lowercase().ends_with(".j2") {
            return Ok(Self::Word { name: input.shown(), bytes });
        }
        let source = String::from_utf8(bytes).map_err(|_| Message::no_text(&input.shown()))?;
        Ok(Self::Text { name: input.file_name(), source })
    }

    /// Whether it makes files of this name; else what it makes.
    ///
    /// # Errors
    /// A message for the user.
    pub fn suits(&self, output: &Path) -> Result<(), Message> {
        let ending = output.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        let Some(ending) = ending.filter(|_| output != Path::new("-")) else { return Ok(()) };
        let (name, made) = match self {
            Self::Word { name, .. } => (name, &["docx"][..]),
            Self::Text { name, .. } => (name, endings(name)),
        };
        if made.is_empty() || made.contains(&ending.as_str()) {
            return Ok(());
        }
        Err(Message::wrong_ending(output, name, made))
    }

    /// The template filled.
    ///
    /// # Errors
    /// All that is wrong, a message each.
    pub fn fill(&self, view: &View) -> Result<Vec<u8>, Vec<Message>> {
        let data = Value::from(minijinja::value::Serde(view));
        match self {
            Self::Word { name, bytes } => {
                let template = word::Template { name, bytes };
                word::fill(&template, &Partials::none(), &data).map_err(|errors| {
                    errors.0.iter().map(|error| Message::template(&error.to_string())).collect()
                })
            }
            Self::Text { name, source } => {
                text::fill(&TextTemplate { name, source }, &TextPartials::new(), &data)
                    .map(String::into_bytes)
                    .map_err(|error| vec![Message::template(&error.to_string())])
            }
        }
    }
}

/// Endings of the files that a text template of this name makes; none where its name does not tell.
fn endings(name: &str) -> &'static [&'static str] {
    match TextForm::of(name) {
        Some(TextForm::Markdown) => &["md", "markdown"],
        Some(TextForm::Html) => &["html", "htm"],
        _ => &[],
    }
}
