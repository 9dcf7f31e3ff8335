//! Statements: their keywords, and what they open or close.

/// What a statement does to the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Begins what another statement ends.
    Opens,
    /// Parts what it stands in: `else`, `elif`.
    Parts,
    /// Ends what another one began.
    Closes,
    /// Stands for itself.
    Single,
    /// Is none of ours.
    Unknown,
}

/// Keywords, what each does, and the keyword of the statement that opens it.
pub(crate) const KEYWORDS: [(&str, Role, &str); 21] = [
    ("if", Role::Opens, "if"),
    ("elif", Role::Parts, "if"),
    ("else", Role::Parts, "if"),
    ("endif", Role::Closes, "if"),
    ("for", Role::Opens, "for"),
    ("endfor", Role::Closes, "for"),
    ("macro", Role::Opens, "macro"),
    ("endmacro", Role::Closes, "macro"),
    ("call", Role::Opens, "call"),
    ("endcall", Role::Closes, "call"),
    ("with", Role::Opens, "with"),
    ("endwith", Role::Closes, "with"),
    ("set", Role::Single, "set"),
    ("endset", Role::Closes, "set"),
    ("include", Role::Single, "include"),
    ("import", Role::Single, "import"),
    ("from", Role::Single, "from"),
    ("do", Role::Single, "do"),
    ("break", Role::Single, "break"),
    ("continue", Role::Single, "continue"),
    ("raw", Role::Opens, "raw"),
];

/// A statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Statement {
    pub keyword: String,
    pub role: Role,
    /// Keyword of the statement that opens it, or its own.
    pub opener: &'static str,
}

impl Statement {
    pub(crate) fn is(&self, keyword: &str) -> bool {
        self.keyword == keyword
    }

    /// Whether it may print something by itself.
    pub(crate) fn prints(&self) -> bool {
        matches!(self.opener, "include" | "call" | "do")
    }
}

/// A statement from its cleaned inner, and the inner with the keyword as it must be.
pub(super) fn statement(inner: &str) -> (Statement, String) {
    let word: String = inner.chars().take_while(|c| c.is_ascii_alphabetic() || *c == '_').collect();
    let lower = word.to_ascii_lowercase();
    let rest = &inner[word.len()..];
    let Some(&(keyword, role, opener)) = KEYWORDS.iter().find(|(keyword, ..)| *keyword == lower) else {
        return (Statement { keyword: word, role: Role::Unknown, opener: "" }, inner.to_owned());
    };
    let role = if keyword == "set" && !assigns(rest) { Role::Opens } else { role };
    (Statement { keyword: keyword.to_owned(), role, opener }, format!("{keyword}{rest}"))
}

/// Whether `set` gives the value itself, so that no `endset` follows.
fn assigns(rest: &str) -> bool {
    let mut quote = None;
    let mut depth = 0_i32;
    for character in rest.chars() {
        match (quote, character) {
            (Some(open), _) if open == character => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(character),
            (None, '(' | '[') => depth += 1,
            (None, ')' | ']') => depth -= 1,
            (None, '=') if depth == 0 => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn set_opens_where_it_gives_no_value() {
        assert_eq!(statement("set a = 1").0.role, Role::Single);
        assert_eq!(statement("Set a").0.role, Role::Opens);
        assert_eq!(statement("set a | replace(x=1)").0.role, Role::Opens);
        assert_eq!(statement("fro a in b").0.role, Role::Unknown);
    }
}
