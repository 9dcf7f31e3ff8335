//! The codes of series, and the marks that stand in document numbers.

/// Series that may stand without a group in running text.
pub(super) const BARE: &[&str] = &["TD", "C", "DOC"];
/// Series that mean nothing in running text unless a group stands before them.
pub(super) const WITH_GROUP: &[&str] =
    &["R", "LS", "INFO", "INF", "COL", "CIR", "ADM", "REP", "OD", "DL", "I", "O"];
/// Series of focus groups that have a hyphen before the number.
pub(super) const HYPHENATED: &[&str] = &["I", "O"];

/// Whether the grammar knows the series.
pub(crate) fn is_series(code: &str) -> bool {
    BARE.contains(&code) || WITH_GROUP.contains(&code)
}

/// Whether the series may stand without a group in running text.
pub(super) fn is_bare(code: &str) -> bool {
    BARE.contains(&code)
}

/// Whether the character is one of the hyphens.
pub(super) const fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '\u{2010}'..='\u{2013}' | '\u{2212}')
}

/// Whether the character is one of the spaces, as Word files have them: no-break, narrow.
pub(super) const fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\u{A0}' | '\u{2007}' | '\u{2009}' | '\u{202F}')
}

/// Words that may stand at a place, the longest first.
#[derive(Clone, Debug)]
pub(super) struct Words(Vec<String>);

impl Words {
    pub(super) fn new<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut words: Vec<String> = words.filter(|word| !word.is_empty()).map(str::to_owned).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        Self(words)
    }

    /// What `read` makes of the text after the first of the words after which it makes anything.
    pub(super) fn before<'t, 'w, T>(
        &'w self,
        text: &'t str,
        read: impl Fn(&'w str, &'t str) -> Option<T>,
    ) -> Option<T> {
        self.0.iter().find_map(|word| read(word, after_word(text, word)?))
    }
}

/// What stands after a word, whose spaces may be any.
fn after_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    if !word.contains(' ') {
        return text.strip_prefix(word);
    }
    word.chars().try_fold(text, |rest, mark| match mark {
        ' ' => rest.strip_prefix(is_space),
        _ => rest.strip_prefix(mark),
    })
}

/// What stands before a word, whose spaces may be any.
pub(super) fn before_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    if !word.contains(' ') {
        return text.strip_suffix(word);
    }
    word.chars().rev().try_fold(text, |rest, mark| match mark {
        ' ' => rest.strip_suffix(is_space),
        _ => rest.strip_suffix(mark),
    })
}

/// What stands after a mark, where it is there.
pub(super) fn skip(text: &str, is: impl Fn(char) -> bool) -> &str {
    text.strip_prefix(is).unwrap_or(text)
}

/// The digits with which a text begins, so many at most, and what follows them; nothing, where there are none.
pub(super) fn digits(text: &str, most: usize) -> Option<(&str, &str)> {
    let count = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    (count > 0).then(|| text.split_at(count))
}
