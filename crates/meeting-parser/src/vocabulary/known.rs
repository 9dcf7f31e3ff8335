//! Texts that were cut before: one rule after the other asks for the words of the same sentence.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use foldhash::fast::RandomState;

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
    MEMORY.take();
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
            *self = Self::default();
        }
        self.bytes += text.len();
        let (text, known) = (Rc::<str>::from(text), Rc::<Known>::default());
        self.texts.insert(text.clone(), known.clone());
        (text, known)
    }
}
