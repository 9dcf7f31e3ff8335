//! Texts that were cut before: one rule after the other asks for the words of the same sentence.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use foldhash::fast::RandomState;
use smallvec::SmallVec;

use super::text::Token;

/// Shorter texts are cut again as fast as they are found again.
const SHORTEST: usize = 16;

/// How many bytes of texts a thread remembers; it forgets them all before it goes beyond.
const MOST: usize = 1 << 17;

/// What a text was cut into, as far as somebody has asked for it.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub words: OnceCell<Rc<Words>>,
    /// Its sentences.
    pub parts: OnceCell<Rc<[Range<usize>]>>,
}

/// The tokens of a text.
#[derive(Debug)]
pub struct Words {
    pub(super) tokens: Vec<Token>,
    /// The sections of the vocabulary in which a phrase begins with a word of it.
    pub(super) begins: u32,
    /// The keys of a section whose phrases stand in it, for the sections that somebody has asked for.
    keys: RefCell<SmallVec<[(u32, u128); SECTIONS]>>,
}

/// Sections that most texts are asked for.
const SECTIONS: usize = 4;

impl Words {
    pub(super) fn new(tokens: Vec<Token>, begins: u32) -> Self {
        Self { tokens, begins, keys: RefCell::default() }
    }

    /// The keys of a section, each a bit, which are looked for once.
    pub(super) fn keys(&self, section: u32, look: impl FnOnce(&[Token]) -> u128) -> u128 {
        let known = self.keys.borrow().iter().find(|known| known.0 == section).map(|known| known.1);
        known.unwrap_or_else(|| {
            let keys = look(&self.tokens);
            self.keys.borrow_mut().push((section, keys));
            keys
        })
    }
}

#[derive(Default)]
struct Memory {
    texts: HashMap<Rc<str>, Rc<Known>, RandomState>,
    /// The text that was asked for last: mostly it is the next one, too.
    last: Option<(Rc<str>, Rc<Known>)>,
    bytes: usize,
}

thread_local! {
    static MEMORY: RefCell<Memory> = RefCell::default();
}

/// Forgets all texts: those of the next document are others.
pub(crate) fn forget() {
    MEMORY.with_borrow_mut(Memory::clear);
}

/// Whether a text is not worth remembering.
pub(super) const fn is_short(text: &str) -> bool {
    text.len() < SHORTEST
}

/// What is known of a text.
pub(super) fn of(text: &str) -> Rc<Known> {
    MEMORY.with_borrow_mut(|memory| memory.of(text))
}

impl Memory {
    /// The room for texts stays, which [`MOST`] bounds.
    fn clear(&mut self) {
        self.texts.clear();
        self.last = None;
        self.bytes = 0;
    }

    fn of(&mut self, text: &str) -> Rc<Known> {
        if let Some((last, known)) = &self.last
            && **last == *text
        {
            return known.clone();
        }
        let (text, known) = match self.texts.get_key_value(text) {
            Some((text, known)) => (text.clone(), known.clone()),
            None => self.add(text),
        };
        self.last = Some((text, known.clone()));
        known
    }

    fn add(&mut self, text: &str) -> (Rc<str>, Rc<Known>) {
        if self.bytes + text.len() > MOST {
            self.clear();
        }
        self.bytes += text.len();
        let (text, known) = (Rc::<str>::from(text), Rc::<Known>::default());
        self.texts.insert(text.clone(), known.clone());
        (text, known)
    }
}
