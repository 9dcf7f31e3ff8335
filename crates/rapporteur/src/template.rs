//! Templates that a command names: built into the program, or files.

mod partials;

use std::path::Path;

use minijinja::Value;
use report_generator::text::{self, TextForm, TextPartials, TextTemplate};
use report_generator::word::{self, Names, Partials, TemplateError};
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
        /// Word files that it includes, by name.
        partials: Vec<(String, Vec<u8>)>,
    },
    /// A text, whose name tells its form.
    Text {
        /// Its name.
        name: String,
        /// The text.
        source: String,
        /// Texts that it includes, by name.
        partials: TextPartials,
    },
}

impl Template {
    /// The template of this name: a file, if there is one, else one that is built in.
    ///
    /// # Errors
    /// A message for the user.
    pub fn named(name: &str) -> Result<Self, Message> {
        let path = Path::new(name);
        if let Some(template) = Self::built_in(name).filter(|_| !path.is_file()) {
            return Ok(template);
        }
        if !path.is_file() && path.extension().is_none() && path.components().count() < 2 {
            return Err(Message::unknown_template(name, &names()));
        }
        let input = Input::new(path);
        let bytes = input.read().map_err(|problem| Message::unread(&input.shown(), &problem))?;
        if TextForm::of(name).is_none() && !name.to_lowercase().ends_with(".j2") {
            let name = input.shown();
            let partials = partials::of_word(&word::Template { name: &name, bytes: &bytes }, path);
            return Ok(Self::Word { name, bytes, partials });
        }
        let source = String::from_utf8(bytes).map_err(|_| Message::no_text(&input.shown()))?;
        let name = input.file_name();
        let partials = partials::of_text(&TextTemplate { name: &name, source: &source }, path);
        Ok(Self::Text { name, source, partials })
    }

    /// The built-in template of this name.
    pub fn built_in(name: &str) -> Option<Self> {
        let word = templates::builtin(name).map(|template| Self::Word {
            name: name.to_owned(),
            bytes: template.bytes.to_vec(),
            partials: Vec::new(),
        });
        let text = |template: TextTemplate<'_>| Self::Text {
            name: name.to_owned(),
            source: template.source.to_owned(),
            partials: TextPartials::new(),
        };
        word.or_else(|| templates::builtin_text(name).map(text))
    }

    /// Its name.
    pub fn name(&self) -> &str {
        match self {
            Self::Word { name, .. } | Self::Text { name, .. } => name,
        }
    }

    /// Its bytes as they are in a file.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Word { bytes, .. } => bytes,
            Self::Text { source, .. } => source.as_bytes(),
        }
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

    /// The template filled with the view of a document.
    ///
    /// # Errors
    /// All that is wrong, a message each.
    pub fn fill(&self, view: &View) -> Result<Vec<u8>, Vec<Message>> {
        self.fill_with(&Value::from(minijinja::value::Serde(view)))
    }

    /// The template filled with data.
    ///
    /// # Errors
    /// All that is wrong, a message each.
    pub fn fill_with(&self, data: &Value) -> Result<Vec<u8>, Vec<Message>> {
        match self {
            Self::Word { name, bytes, partials } => {
                let template = word::Template { name, bytes };
                word::fill(&template, &word_partials(partials), data).map_err(|errors| {
                    errors.0.iter().map(|error| Message::template(&error.to_string())).collect()
                })
            }
            Self::Text { name, source, partials } => {
                text::fill(&TextTemplate { name, source }, partials, data)
                    .map(String::into_bytes)
                    .map_err(|error| vec![Message::template(&error.to_string())])
            }
        }
    }

    /// All that is wrong with it, against the JSON Schema of its data.
    pub fn check(&self, schema: &serde_json::Value) -> Vec<TemplateError> {
        match self {
            Self::Word { name, bytes, partials } => {
                word::check(&word::Template { name, bytes }, &word_partials(partials), Some(schema))
            }
            Self::Text { name, source, partials } => {
                text::check(&TextTemplate { name, source }, partials, Some(schema))
            }
        }
    }

    /// The names that it uses.
    ///
    /// # Errors
    /// A message for the user.
    pub fn uses(&self) -> Result<Names, Message> {
        match self {
            Self::Word { name, bytes, .. } => word::names(&word::Template { name, bytes })
                .map_err(|errors| Message::template(&errors.to_string())),
            Self::Text { name, source, .. } => Ok(text::names(&TextTemplate { name, source })),
        }
    }
}

/// The built-in Word templates, for a message.
fn names() -> String {
    templates::list().map(|template| template.name).collect::<Vec<_>>().join(", ")
}

fn word_partials(partials: &[(String, Vec<u8>)]) -> Partials<'_> {
    partials.iter().fold(Partials::none(), |all, (name, bytes)| all.with(name.as_str(), bytes))
}

/// Endings of the files that a text template of this name makes; none where its name does not tell.
fn endings(name: &str) -> &'static [&'static str] {
    match TextForm::of(name) {
        Some(TextForm::Markdown) => &["md", "markdown"],
        Some(TextForm::Html) => &["html", "htm"],
        _ => &[],
    }
}
