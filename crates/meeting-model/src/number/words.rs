//! The words of a language that stand in document numbers.

/// Words that may stand in a number in place of its codes, in one language or in several at once.
///
/// The grammar itself knows codes alone (`TD`, `C`, `R1`, `GEN`), which are the same in every language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumberWords {
    /// A word and the series that it means: `Contribution` is `C`.
    pub series: Vec<(String, String)>,
    /// A word in the plural, after which a list of bare numbers may follow, and its series.
    pub plural_series: Vec<(String, String)>,
    /// Words for a revision, without a closing stop: `Rev`.
    pub revision: Vec<String>,
    /// A word for an attachment, without a closing stop, and its code: `Addendum` is `Add`.
    pub attachment: Vec<(String, String)>,
    /// Words between the numbers of a list or of a range: `and`, `to`.
    pub between: Vec<String>,
}

impl NumberWords {
    /// The words of English, the only ones that stand in the code; other languages come from a vocabulary.
    /// `DT` (document temporaire, documento temporal) and `Rév` are here because numbers are printed so whatever the
    /// language of the text around them.
    pub fn english() -> Self {
        Self {
            series: pairs(&[
                ("Contribution", "C"),
                ("Document", "DOC"),
                ("Doc.", "DOC"),
                ("Temporary Document", "TD"),
                ("DT", "TD"),
            ]),
            plural_series: pairs(&[
                ("TDs", "TD"),
                ("DOCs", "DOC"),
                ("Contributions", "C"),
                ("Documents", "DOC"),
                ("Temporary Documents", "TD"),
            ]),
            revision: ["Rev", "Revision", "Rév"].map(str::to_owned).to_vec(),
            attachment: pairs(&[
                ("Attachment", "Att"),
                ("Att", "Att"),
                ("Addendum", "Add"),
                ("Add", "Add"),
                ("Corrigendum", "Corr"),
                ("Corr", "Corr"),
            ]),
            between: ["and", "to", "&"].map(str::to_owned).to_vec(),
        }
    }

    /// These words and those of another language as well; where both know a word, ours holds.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        self.series.extend_from_slice(&other.series);
        self.plural_series.extend_from_slice(&other.plural_series);
        self.revision.extend_from_slice(&other.revision);
        self.attachment.extend_from_slice(&other.attachment);
        self.between.extend_from_slice(&other.between);
        self
    }
}

fn pairs(words: &[(&str, &str)]) -> Vec<(String, String)> {
    words.iter().map(|&(word, code)| (word.to_owned(), code.to_owned())).collect()
}
