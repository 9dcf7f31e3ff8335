//! Names that a template uses.

use super::join::Placed;
use super::tags::Kind;

/// Word capitalises the first word of what looks like a sentence. A name that neither the data nor the template
/// knows so, but does know without its capital, loses it.
pub(crate) fn fix_capitals(tags: &mut [Placed], known: &dyn Fn(&str) -> bool) {
    let declared = declared(tags);
    for placed in tags.iter_mut().filter(|placed| placed.tag.kind == Kind::Output) {
        let inner = &placed.tag.inner;
        let word: String = inner.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        let Some(first) = word.chars().next().filter(|first| first.is_uppercase()) else { continue };
        let lower = first.to_lowercase().chain(word.chars().skip(1)).collect::<String>();
        let is_known = |name: &str| known(name) || declared.iter().any(|declared| declared == name);
        if !is_known(&word) && is_known(&lower) {
            placed.tag.inner = format!("{lower}{}", &inner[word.len()..]);
        }
    }
}

/// Names that the template itself gives to values.
fn declared(tags: &[Placed]) -> Vec<String> {
    let mut names = vec!["loop".to_owned()];
    for placed in tags {
        let Some(statement) = placed.tag.statement() else { continue };
        let rest = placed.tag.inner.strip_prefix(statement.keyword.as_str()).unwrap_or_default();
        let targets = match statement.keyword.as_str() {
            "for" => rest.split(" in ").next().unwrap_or_default(),
            "set" | "with" => rest.split('=').next().unwrap_or_default(),
            "macro" | "import" | "from" => rest,
            _ => continue,
        };
        let words = targets.split(|c: char| !(c.is_alphanumeric() || c == '_'));
        names.extend(words.filter(|word| !word.is_empty()).map(str::to_owned));
    }
    names
}
