//! The words of all phrases and labels, numbered in the order in which they come.

use std::collections::{BTreeMap, HashMap};

use crate::fold::without_accents;
use crate::hash::{Hash, SLOTS, piece};
use crate::written::list;

/// The words, and what each section does with them.
pub struct WordTable {
    words: Vec<Word>,
    ids: HashMap<String, u16>,
    /// What phrases and labels are made of, one after the other, and where each of them is.
    made_of: Vec<u16>,
    places: HashMap<Vec<u16>, String>,
}

#[derive(Default)]
struct Word {
    text: String,
    labels: u32,
    /// For each section the phrases that begin with the word.
    starts: BTreeMap<u32, (usize, usize)>,
}

impl Default for WordTable {
    /// The first number stands for every word that is unknown.
    fn default() -> Self {
        Self {
            words: vec![Word::default()],
            ids: HashMap::new(),
            made_of: Vec::new(),
            places: HashMap::new(),
        }
    }
}

impl WordTable {
    /// The number of a word, a new one where it has none.
    pub fn id(&mut self, text: &str) -> u16 {
        if let Some(&id) = self.ids.get(text) {
            return id;
        }
        let id = u16::try_from(self.words.len()).expect("the vocabulary has fewer words");
        self.words.push(Word { text: text.to_owned(), ..Word::default() });
        self.ids.insert(text.to_owned(), id);
        id
    }

    /// The phrases of a section from one place to another begin with this word.
    pub fn starts(&mut self, text: &str, section: u32, place: (usize, usize)) {
        let id = self.id(text);
        self.words[usize::from(id)].starts.insert(section, place);
    }

    /// The numbers of a label's words.
    pub fn label(&mut self, words: &[String], section: u32) -> Vec<u16> {
        let ids: Vec<u16> = words.iter().map(|word| self.id(word)).collect();
        for &id in &ids {
            self.words[usize::from(id)].labels |= 1 << section;
        }
        ids
    }

    /// The place of a phrase or label in the table of what they are made of; the same for the same words.
    pub fn place(&mut self, words: &[u16]) -> String {
        if let Some(place) = self.places.get(words) {
            return place.clone();
        }
        let place = stretch(self.made_of.len(), words.len());
        self.made_of.extend(words);
        self.places.insert(words.to_vec(), place.clone());
        place
    }

    /// The tables of words and of what is made of them.
    pub fn written(&self) -> String {
        let (mut text, mut starts) = (String::new(), Vec::new());
        let words = self.words.iter().map(|word| {
            let bare = self.ids.get(&without_accents(&word.text)).copied().unwrap_or_default();
            let begins = word.starts.keys().fold(0_u32, |begins, section| begins | 1 << section);
            let (begun, written, length) = (starts.len(), text.len(), word.text.len());
            starts.extend(word.starts.values().map(|place| format!("{place:?}")));
            text.push_str(&word.text);
            let (head, labels) = (piece(word.text.as_bytes()), word.labels);
            format!(
                "\nWord {{ head: {head}, begins: {begins}, labels: {labels}, text: {written}, starts: {begun}, \
                 bare: {bare}, length: {length} }}"
            )
        });
        let words = list(words);
        format!(
            "pub(super) static WORDS: [Word; {}] = [{words}];\n\
             pub(super) static TEXT: &str = {text:?};\n\
             pub(super) static STARTS: [(u16, u16); {}] = [{}];\n\
             pub(super) static IDS: [WordId; {}] = {:?};\n\
             pub(super) static TABLE: [WordId; SLOTS] = {:?};\n",
            self.words.len(),
            starts.len(),
            list(starts.iter().cloned()),
            self.made_of.len(),
            self.made_of,
            self.slots()
        )
    }

    /// The table by hashes: each word in its slot or the next free one.
    fn slots(&self) -> Vec<u16> {
        assert!(self.words.len() * 2 < SLOTS, "the table of words is too small");
        let mut slots = vec![0; SLOTS];
        for (id, word) in (0..).zip(&self.words).skip(1) {
            let mut at = Hash::of(&word.text).slot();
            while slots[at] != 0 {
                at = (at + 1) % SLOTS;
            }
            slots[at] = id;
        }
        slots
    }
}

/// A stretch of a table, as the tables name it.
pub fn stretch(from: usize, length: usize) -> String {
    format!("Stretch({from}, {})", from + length)
}
