//! Tags in a text as Word holds it: found, cleaned of what Word does to them while one types, and told apart.

mod clean;
mod scan;
mod statement;

pub(crate) use scan::{Found, Odd, Opening, scan};
pub(crate) use statement::{KEYWORDS, Role, Statement};

use statement::statement;

/// How far a tag reaches that says so itself, after the habit of docxtpl: `{%p …%}`, `{%tr …%}`, `{%tc …%}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    Auto,
    Run,
    Paragraph,
    Row,
    Cell,
}

/// What a tag is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `{{ … }}`.
    Output,
    /// `{% … %}`.
    Statement(Statement),
    /// `{# … #}`, and the two ends of `raw`.
    Comment,
}

/// A tag of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag {
    pub kind: Kind,
    pub level: Level,
    /// What stands between the braces, cleaned: `item.title`, `for item in items`.
    pub inner: String,
    /// As Word shows it.
    pub shown: String,
}

impl Tag {
    /// Reads a tag from how it is shown.
    pub(crate) fn read(shown: &str, opening: Opening) -> Self {
        let inner = shown.get(2..shown.len().saturating_sub(2)).unwrap_or_default();
        let inner = inner.trim_start_matches(['-', '+', '–']);
        let inner = inner.strip_suffix(['-', '+', '–']).unwrap_or(inner);
        let (kind, level, inner) = match opening {
            Opening::Comment => (Kind::Comment, Level::Auto, String::new()),
            Opening::Output => {
                let inner = clean::clean(inner);
                let (level, rest) = output_level(&inner);
                (Kind::Output, level, rest.trim().to_owned())
            }
            Opening::Statement => {
                let inner = clean::clean(inner);
                let (level, rest) = statement_level(&inner);
                let (kind, inner) = statement(rest.trim());
                (Kind::Statement(kind), level, inner)
            }
        };
        Self { kind, level, inner, shown: shown.to_owned() }
    }

    /// The tag as minijinja reads it.
    pub(crate) fn source(&self) -> String {
        match self.kind {
            Kind::Output => format!("{{{{ {} }}}}", self.inner),
            Kind::Statement(_) => format!("{{% {} %}}", self.inner),
            Kind::Comment => String::new(),
        }
    }

    /// The statement, if it is one.
    pub(crate) fn statement(&self) -> Option<&Statement> {
        match &self.kind {
            Kind::Statement(statement) => Some(statement),
            _ => None,
        }
    }
}

/// A prefix that follows the opening brace at once, and what stands after it.
fn prefixed(inner: &str) -> Option<(Level, &str)> {
    let (prefix, rest) = inner.split_once(' ')?;
    let level = match prefix.to_ascii_lowercase().as_str() {
        "p" => Level::Paragraph,
        "r" => Level::Run,
        "tr" => Level::Row,
        "tc" => Level::Cell,
        _ => return None,
    };
    Some((level, rest.trim_start()))
}

/// `{%tr for …%}`.
fn statement_level(inner: &str) -> (Level, &str) {
    prefixed(inner).unwrap_or((Level::Auto, inner))
}

/// `{{p value }}`, but not `{{p }}`, nor an expression that begins with a name `p`.
fn output_level(inner: &str) -> (Level, &str) {
    const OPERATORS: [&str; 7] = ["if", "in", "is", "and", "or", "not", "else"];
    match prefixed(inner) {
        Some((level, rest)) => {
            let word: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let names = rest.starts_with(|c: char| c.is_alphabetic() || c == '_' || c == '"' || c == '\'');
            if names && !OPERATORS.contains(&word.as_str()) { (level, rest) } else { (Level::Auto, inner) }
        }
        None => (Level::Auto, inner),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(shown: &str) -> Tag {
        let found = scan(shown, &mut false);
        assert!(found.odd.is_empty() && found.tags.len() == 1, "{shown}: {found:?}");
        Tag::read(&shown[found.tags[0].start..found.tags[0].end], found.tags[0].opening)
    }

    #[test]
    fn what_word_does_while_one_types_is_undone() {
        for (shown, source) in [
            ("{{ item.title }}", "{{ item.title }}"),
            ("{{item.title}}", "{{ item.title }}"),
            ("{{\u{a0}item.title\u{202f}}}", "{{ item.title }}"),
            ("{{ names|join(“, ”) }}", "{{ names|join(\", \") }}"),
            ("{{ names|join(‘it’) }}", "{{ names|join('it') }}"),
            ("{{ a|default(“it’s”) }}", "{{ a|default(\"it’s\") }}"),
            ("{{ a|default(„}}“) }}", "{{ a|default(\"}}\") }}"),
            ("{% For item in items %}", "{% for item in items %}"),
            ("{% If a – 1 %}", "{% if a - 1 %}"),
            ("{% Endfor %}", "{% endfor %}"),
            ("{%- if a -%}", "{% if a %}"),
            ("{%tr for a in b %}", "{% for a in b %}"),
            ("{{r rich }}", "{{ rich }}"),
            ("{{p if p else q }}", "{{ p if p else q }}"),
            ("{{ {\"a\": {\"b\": 1}}[\"a\"] }}", "{{ {\"a\": {\"b\": 1}}[\"a\"] }}"),
            ("{{ a\tor\nb }}", "{{ a or b }}"),
            ("{{ “a\u{a0}b” }}", "{{ \"a\u{a0}b\" }}"),
        ] {
            assert_eq!(read(shown).source(), source, "{shown}");
        }
    }

    #[test]
    fn levels_are_told() {
        assert_eq!(read("{%tr endfor %}").level, Level::Row);
        assert_eq!(read("{%P if a %}").level, Level::Paragraph);
        assert_eq!(read("{%tc for a in b %}").level, Level::Cell);
        assert_eq!(read("{{ p }}").level, Level::Auto);
    }
}
