//! An expression of a tag, as far as it says which names, filters, tests and functions it uses.
//!
//! The engine reads expressions itself; of their trees it tells nothing. For names their tokens are enough.

/// A step from a value to one in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    Field(String),
    /// Any element of a list, or any value of a map.
    Item,
}

/// A filter after a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Filter {
    pub name: String,
    /// Its first argument, or that of `attribute`, where it is a text.
    pub argument: Option<String>,
}

/// A name with what follows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Use {
    pub root: String,
    pub steps: Vec<Step>,
    pub filters: Vec<Filter>,
    /// Whether the expression minds that the data may not have it.
    pub guarded: bool,
    /// Whether it is called.
    pub called: bool,
}

/// What an expression uses.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Expression {
    pub uses: Vec<Use>,
    pub filters: Vec<String>,
    pub tests: Vec<String>,
    pub texts: Vec<String>,
    /// Whether it is one name, with filters or without.
    pub is_path: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Name(String),
    Text(String),
    Number,
    Sign(char),
}

impl Token {
    fn is(&self, sign: char) -> bool {
        *self == Self::Sign(sign)
    }
}

const KEYWORDS: [&str; 13] =
    ["and", "or", "not", "in", "is", "if", "else", "true", "false", "none", "True", "False", "None"];

impl Expression {
    /// Reads an expression, or several in a row.
    pub(crate) fn read(text: &str) -> Self {
        let tokens = tokens(text);
        let mut reader = Reader { tokens: &tokens, at: 0, out: Self::default() };
        while reader.at < tokens.len() {
            let start = reader.at;
            reader.token();
            if start == 0 && reader.at == tokens.len() && !reader.out.uses.is_empty() {
                reader.out.is_path = matches!(tokens.first(), Some(Token::Name(_)));
            }
        }
        reader.out
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' | '\'' => {
                let (value, length) = string(rest, first);
                out.push(Token::Text(value));
                length
            }
            _ if first.is_alphabetic() || first == '_' => {
                let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
                out.push(Token::Name(rest[..end].to_owned()));
                end
            }
            _ if first.is_ascii_digit() => {
                out.push(Token::Number);
                rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len())
            }
            _ => {
                if !first.is_whitespace() {
                    out.push(Token::Sign(first));
                }
                first.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    out
}

/// A string at the start of a text, and its bytes.
fn string(text: &str, quote: char) -> (String, usize) {
    let mut value = String::new();
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => {
                escaped = false;
                value.push(character);
            }
            '\\' => escaped = true,
            _ if character == quote => return (value, at + character.len_utf8()),
            other => value.push(other),
        }
    }
    (value, text.len())
}

struct Reader<'t> {
    tokens: &'t [Token],
    at: usize,
    out: Expression,
}

impl Reader<'_> {
    fn peek(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead)
    }

    fn name(&self, ahead: usize) -> Option<&str> {
        match self.peek(ahead) {
            Some(Token::Name(name)) => Some(name),
            _ => None,
        }
    }

    fn is_sign(&self, ahead: usize, sign: char) -> bool {
        self.peek(ahead).is_some_and(|token| token.is(sign))
    }

    /// Reads one token, or a name with all that follows it.
    fn token(&mut self) {
        match self.peek(0) {
            Some(Token::Name(name)) if name == "is" => self.test(),
            Some(Token::Name(name)) if !KEYWORDS.contains(&name.as_str()) => {
                // A named argument is no name of the data.
                if self.is_sign(1, '=') && !self.is_sign(2, '=') {
                    self.at += 2;
                } else {
                    self.path();
                }
            }
            Some(Token::Text(text)) => {
                self.out.texts.push(text.clone());
                self.at += 1;
            }
            Some(Token::Sign('|')) => {
                let filter = self.filter();
                self.out.filters.extend(filter.map(|filter| filter.name));
            }
            Some(Token::Sign('.')) if self.name(1).is_some() => self.at += 2,
            _ => self.at += 1,
        }
    }

    fn path(&mut self) {
        let Some(root) = self.name(0).map(str::to_owned) else { return };
        self.at += 1;
        let mut found = Use { root, steps: Vec::new(), filters: Vec::new(), guarded: false, called: false };
        loop {
            if self.is_sign(0, '.') && self.name(1).is_some() {
                found.steps.push(Step::Field(self.name(1).unwrap_or_default().to_owned()));
                self.at += 2;
            } else if self.is_sign(0, '[') {
                let step = self.subscript();
                found.steps.push(step);
            } else if self.is_sign(0, '(') {
                // A method belongs to the value before it.
                if found.steps.pop().is_none() {
                    found.called = true;
                }
                self.skip_brackets('(', ')');
                self.guard(&mut found);
                self.out.uses.push(found);
                return;
            } else if self.is_sign(0, '|') && self.name(1).is_some() {
                let filter = self.filter();
                self.out.filters.extend(filter.iter().map(|filter| filter.name.clone()));
                found.filters.extend(filter);
            } else {
                break;
            }
        }
        self.guard(&mut found);
        self.out.uses.push(found);
    }

    fn guard(&self, found: &mut Use) {
        let default = |filter: &Filter| matches!(filter.name.as_str(), "default" | "d");
        let asks = |ahead| matches!(self.name(ahead), Some("defined" | "undefined"));
        let is = self.name(0) == Some("is");
        found.guarded = found.filters.first().is_some_and(default)
            || (is && (asks(1) || (self.name(1) == Some("not") && asks(2))));
    }

    /// What stands in brackets after a value: a field where it is a text.
    fn subscript(&mut self) -> Step {
        let field = match (self.peek(1), self.is_sign(2, ']')) {
            (Some(Token::Text(text)), true) => Some(text.clone()),
            _ => None,
        };
        if let Some(field) = field {
            self.at += 3;
            Step::Field(field)
        } else {
            self.skip_brackets('[', ']');
            Step::Item
        }
    }

    /// Reads what stands between brackets as expressions of their own.
    fn skip_brackets(&mut self, open: char, close: char) {
        let mut depth = 0_usize;
        while let Some(token) = self.peek(0) {
            if token.is(open) {
                depth += 1;
                self.at += 1;
            } else if token.is(close) {
                depth -= 1;
                self.at += 1;
                if depth == 0 {
                    return;
                }
            } else {
                self.token();
            }
        }
    }

    /// A filter and its arguments.
    fn filter(&mut self) -> Option<Filter> {
        self.at += 1;
        let name = self.name(0)?.to_owned();
        self.at += 1;
        let mut argument = None;
        if self.is_sign(0, '(') {
            argument = match (self.peek(1), self.peek(3)) {
                (Some(Token::Text(text)), _) => Some(text.clone()),
                (Some(Token::Name(word)), Some(Token::Text(text))) if word == "attribute" => {
                    Some(text.clone())
                }
                _ => None,
            };
            self.skip_brackets('(', ')');
        }
        Some(Filter { name, argument })
    }

    fn test(&mut self) {
        self.at += 1;
        if self.name(0) == Some("not") {
            self.at += 1;
        }
        if let Some(name) = self.name(0).map(str::to_owned) {
            if !matches!(name.as_str(), "none" | "None" | "true" | "false" | "True" | "False" | "in") {
                self.out.tests.push(name);
            }
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uses(text: &str) -> Vec<String> {
        let shown = |one: &Use| {
            let steps = one.steps.iter().map(|step| match step {
                Step::Field(name) => format!(".{name}"),
                Step::Item => "[]".to_owned(),
            });
            let mark = if one.guarded {
                "?"
            } else if one.called {
                "()"
            } else {
                ""
            };
            format!("{}{}{mark}", one.root, steps.collect::<String>())
        };
        Expression::read(text).uses.iter().map(shown).collect()
    }

    #[test]
    fn names_are_found_wherever_they_stand() {
        assert_eq!(uses("a.b[\"c\"].d"), ["a.b.c.d"]);
        assert_eq!(uses("a[b.c].d + e"), ["b.c", "a[].d", "e"]);
        assert_eq!(uses("f(x, k=y.z)|join(\", \")"), ["x", "y.z", "f()"]);
        assert_eq!(uses("a.upper() if not b else c"), ["a", "b", "c"]);
        assert_eq!(uses("a is defined and b is not undefined and c is none"), ["a?", "b?", "c"]);
        assert_eq!(uses("a|default(b) ~ 'x.y' ~ {'k': v}"), ["b", "a?", "v"]);
        assert_eq!(uses("1.5 + x == none"), ["x"]);
    }

    #[test]
    fn filters_and_tests_are_told() {
        let read = Expression::read("items|selectattr(\"a\")|sort(attribute=\"b\") is iterable");
        assert_eq!(read.filters, ["selectattr", "sort"]);
        assert_eq!(read.tests, ["iterable"]);
        assert_eq!(read.uses[0].filters[1].argument.as_deref(), Some("b"));
        assert!(Expression::read("a.b|sort").is_path && !Expression::read("a + b").is_path);
    }
}
