//! The grammar of document numbers with the words of all languages.

use std::sync::LazyLock;

use meeting_model::NumberGrammar;

/// The grammar, compiled once.
pub(crate) fn grammar() -> &'static NumberGrammar {
    static GRAMMAR: LazyLock<&'static NumberGrammar> = LazyLock::new(NumberGrammar::english);
    *GRAMMAR
}
