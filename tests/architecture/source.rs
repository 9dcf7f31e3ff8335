//! Rust sources as tokens: without comments, documentation and test code.

use std::path::Path;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use rapporteur_tests::{files_under, root};
use syn::Lit;

/// A token that a rule may object to, with its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub line: usize,
    pub kind: Kind,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A name or a keyword.
    Name(String),
    /// The value of a string or character literal.
    Text(String),
    /// A sign, an opening or a closing bracket.
    Sign(char),
}

impl Token {
    /// The name, if it is one.
    pub fn name(&self) -> Option<&str> {
        match &self.kind {
            Kind::Name(name) => Some(name),
            _ => None,
        }
    }

    /// The value of a literal, if it is one.
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// The tokens of a source that belong to the product.
pub fn tokens(source: &str) -> Vec<Token> {
    let stream: TokenStream = source.parse().expect("the sources compile");
    let mut out = Vec::new();
    collect(stream, &mut out);
    out
}

/// What a rule says of the product code of a crate, each finding with file and line.
pub fn findings(krate: &str, rule: impl Fn(&[Token]) -> Vec<(usize, String)>) -> Vec<String> {
    let folder = root().join("crates").join(krate).join("src");
    let files: Vec<_> = files_under(&folder, "rs").into_iter().filter(|path| !is_test_file(path)).collect();
    assert!(!files.is_empty(), "{krate} has sources: a rule that sees none keeps nothing");
    let mut out = Vec::new();
    for path in files {
        let shown = path.strip_prefix(root()).unwrap_or(&path).display();
        let source = std::fs::read_to_string(&path).unwrap();
        out.extend(rule(&tokens(&source)).iter().map(|(line, why)| format!("{shown}:{line}: {why}")));
    }
    out
}

/// Unit tests in files of their own are declared as `#[cfg(test)] mod tests;` everywhere.
fn is_test_file(path: &Path) -> bool {
    let inner = path.strip_prefix(root()).unwrap_or(path);
    inner.components().any(|part| matches!(part.as_os_str().to_str(), Some("tests" | "tests.rs")))
}

fn collect(stream: TokenStream, out: &mut Vec<Token>) {
    let mut trees = stream.into_iter().peekable();
    while let Some(tree) = trees.next() {
        // An inner attribute has an exclamation mark before its brackets.
        if is_sign(&tree, '#') {
            trees.next_if(|next| is_sign(next, '!'));
            if let Some(TokenTree::Group(attribute)) = trees.next_if(is_brackets) {
                if is_test_only(&attribute) {
                    skip_item(&mut trees);
                } else if !is_documentation(&attribute) {
                    collect(attribute.stream(), out);
                }
                continue;
            }
        }
        push(tree, out);
    }
}

fn push(tree: TokenTree, out: &mut Vec<Token>) {
    let line = tree.span().start().line;
    match tree {
        TokenTree::Group(group) => {
            let (open, close) = brackets(group.delimiter());
            out.push(Token { line, kind: Kind::Sign(open) });
            collect(group.stream(), out);
            out.push(Token { line: group.span_close().start().line, kind: Kind::Sign(close) });
        }
        TokenTree::Ident(name) => out.push(Token { line, kind: Kind::Name(name.to_string()) }),
        TokenTree::Punct(sign) => out.push(Token { line, kind: Kind::Sign(sign.as_char()) }),
        TokenTree::Literal(literal) => {
            let text = match Lit::new(literal) {
                Lit::Str(text) => text.value(),
                Lit::Char(character) => character.value().to_string(),
                Lit::ByteStr(bytes) => String::from_utf8_lossy(&bytes.value()).into_owned(),
                _ => return,
            };
            out.push(Token { line, kind: Kind::Text(text) });
        }
    }
}

/// The item under `#[cfg(test)]` ends with its braces or its semicolon.
fn skip_item(trees: &mut impl Iterator<Item = TokenTree>) {
    for tree in trees {
        let braces = matches!(&tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
        if braces || is_sign(&tree, ';') {
            return;
        }
    }
}

fn is_sign(tree: &TokenTree, sign: char) -> bool {
    matches!(tree, TokenTree::Punct(its) if its.as_char() == sign)
}

fn is_brackets(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket)
}

fn is_test_only(attribute: &Group) -> bool {
    let text: String = attribute.stream().to_string().split_whitespace().collect();
    text == "test" || text == "cfg(test)"
}

/// A doc comment reaches the parser as `#[doc = "…"]`. It may say what a crate is *not* about.
fn is_documentation(attribute: &Group) -> bool {
    attribute.stream().into_iter().next().is_some_and(|first| first.to_string() == "doc")
}

fn brackets(delimiter: Delimiter) -> (char, char) {
    match delimiter {
        Delimiter::Brace => ('{', '}'),
        Delimiter::Bracket => ('[', ']'),
        Delimiter::Parenthesis | Delimiter::None => ('(', ')'),
    }
}

#[test]
fn comments_documentation_and_tests_are_left_out() {
    let source = r#"
        //! Knows nothing of meetings.
        #![allow(dead_code)]
        /// A "word".
        const A: &str = concat!("one", 'c'); // "no"
        #[cfg(test)]
        mod tests { const B: &str = "no"; }
        #[cfg(test)]
        mod more;
        #[serde(rename = "two")]
        struct C;
    "#;
    let found = tokens(source);
    let texts: Vec<(usize, &str)> =
        found.iter().filter_map(|token| Some((token.line, token.text()?))).collect();
    assert_eq!(texts, [(5, "one"), (5, "c"), (10, "two")]);
    assert!(found.iter().any(|token| token.name() == Some("C")));
    assert!(!found.iter().any(|token| matches!(token.name(), Some("tests" | "more"))));
}
