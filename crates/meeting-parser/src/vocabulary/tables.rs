//! The vocabulary as tables, written by the build script (`build/`).

#![allow(
    clippy::unreadable_literal,
    clippy::wildcard_imports,
    reason = "the tables are written by a program"
)]

use super::bodies::Bodies;
use super::countries::Countries;
use super::keys::*;
use super::lexicon::{Lexicon, Meanings, Phrase};
use super::words::{Stretch, Word, WordId};
use super::{Vocabulary, hash::SLOTS};

include!(concat!(env!("OUT_DIR"), "/vocabulary.rs"));
