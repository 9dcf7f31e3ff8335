//! How a verb of disposal stands in its sentence: alone (*Noted.*), passive (*was noted*), active (*The meeting
//! noted*), denied, only supposed (*to be approved*, *would be sent*), or with a clause (*noted that …*). What a
//! decision or an outcome is, follows from this.

use std::ops::Range;

use crate::vocabulary::text::{Kind, Tokens};
use crate::vocabulary::{Grammar, Hit, Key, Language, Lexicon, Vocabulary};

/// How far before its verb an auxiliary, a negation or a subject may stand, in tokens.
const NEAR: usize = 5;

/// How far a second verb may stand after "was introduced by the Rapporteur and …".
const LINK: usize = 12;

/// In which voice a verb stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// At the beginning of its sentence: *Presented and noted*.
    Alone,
    /// After an auxiliary: *was reviewed and agreed*.
    Passive,
    /// After its subject: *The meeting took note of*.
    Active,
    /// Neither: *both approved by the previous meeting*.
    Clause,
}

/// A verb in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "independent observations about one verb, each named")]
pub struct Verb<K> {
    /// The verb.
    pub key: K,
    /// Its bytes.
    pub range: Range<usize>,
    /// Its voice.
    pub voice: Voice,
    /// *was not agreed*.
    pub denied: bool,
    /// *to be approved*, *would be*, *will be*, *can be*, *if*.
    pub supposed: bool,
    /// A clause follows: *noted that*.
    pub that: bool,
    /// *it was agreed*.
    pub impersonal: bool,
    /// The words before the verb, and before its auxiliary: its subject.
    pub subject: Range<usize>,
    /// The subject is the meeting or the group as a whole.
    pub by_meeting: bool,
    /// The words after *by*.
    pub by: Option<Range<usize>>,
    /// The clause speaks of an earlier meeting: *at the previous meeting*.
    pub previous: bool,
    /// It stands in parentheses.
    pub bracketed: bool,
}

impl<K> Verb<K> {
    /// Does the verb state a fact: neither denied nor supposed, and in a main clause?
    pub fn is_fact(&self) -> bool {
        !self.denied && !self.supposed && self.voice != Voice::Clause
    }
}

struct Sentence<'a> {
    text: &'a str,
    tokens: Tokens,
    words: &'a Vocabulary,
    /// For each token the first one of its clause.
    clauses: Vec<usize>,
    /// For each token the last impersonal phrase (*it was*) at or before it.
    impersonal: Vec<Option<usize>>,
}

/// The verbs of one sentence, in its order.
pub fn verbs<K: Key>(sentence: &str, lexicon: &Lexicon<K>, words: &Vocabulary) -> Vec<Verb<K>> {
    let tokens = lexicon.tokens(sentence);
    let hits = lexicon.find_in(&tokens);
    if hits.is_empty() {
        return Vec::new();
    }
    let sentence = Sentence::new(sentence, tokens, words);
    let depth = sentence.depths();
    let mut verbs: Vec<Verb<K>> = Vec::new();
    let mut last: Option<Range<usize>> = None;
    for hit in hits {
        let place = hit.tokens.clone();
        let before = last.as_ref().zip(verbs.last());
        let linked = before
            .filter(|(last, verb)| sentence.is_linked(last.end..place.start, &hit, verb.voice))
            .map(|(_, verb)| verb.clone());
        let mut verb = sentence.verb(hit, depth[place.start] > 0);
        if let Some(first) = linked.filter(|_| verb.voice != Voice::Passive) {
            // "was reviewed and agreed": the second verb stands as the first one does.
            verb = Verb {
                key: verb.key,
                range: verb.range,
                that: verb.that,
                by: verb.by,
                denied: first.denied || verb.denied,
                ..first
            };
        }
        verbs.push(verb);
        last = Some(place);
    }
    verbs
}

impl<'a> Sentence<'a> {
    fn new(text: &'a str, tokens: Tokens, words: &'a Vocabulary) -> Self {
        let count = tokens.len();
        let mut sentence = Self {
            text,
            tokens,
            words,
            clauses: Vec::with_capacity(count + 1),
            impersonal: Vec::with_capacity(count),
        };
        let (mut start, mut impersonal) = (0, None);
        for at in 0..count {
            sentence.clauses.push(start);
            if sentence.parts_clauses(at) {
                start = at + 1;
            }
            impersonal = if sentence.is(at, Grammar::Impersonal) { Some(at) } else { impersonal };
            sentence.impersonal.push(impersonal);
        }
        sentence.clauses.push(start);
        sentence
    }

    fn verb<K: Key>(&self, hit: Hit<K>, bracketed: bool) -> Verb<K> {
        let at = hit.tokens.start;
        let near = at.saturating_sub(NEAR)..at;
        // The auxiliary stands before the verb, with adverbs and "not" between them.
        let own = self.auxiliaries(at, hit.language);
        let first = if own == at { self.before_joined(at, hit.language).unwrap_or(own) } else { own };
        let passive = first < at && (first..at).any(|at| self.is(at, Grammar::Passive));
        let supposed = (first..at)
            .chain(first.saturating_sub(1)..first)
            .any(|at| self.is(at, Grammar::Supposed) || self.is(at, Grammar::Will));
        let by_meeting = self.meeting_before(first);
        let by = self.by(hit.tokens.end);
        let inflected = !passive && self.is_subject_near(first);
        let begins = self.begins_statement(first) && !passive;
        let voice = match () {
            () if passive || self.is_reflexive(&hit) => Voice::Passive,
            () if begins => Voice::Alone,
            () if by_meeting || inflected => Voice::Active,
            () => Voice::Clause,
        };
        let start = self.clause_start(first);
        Verb {
            key: hit.key,
            range: hit.range,
            voice,
            denied: near.chain(first..at).any(|place| place + 3 >= first && self.denies(place)),
            supposed,
            that: self.has_clause(hit.tokens.end),
            impersonal: at
                .checked_sub(1)
                .and_then(|before| self.impersonal[before])
                .is_some_and(|said| said >= start),
            subject: self.bytes(start..first),
            by_meeting: by_meeting || by.as_ref().is_some_and(|by| self.names_meeting(by.clone())),
            previous: (at.saturating_sub(NEAR)..self.clause_end(hit.tokens.end))
                .any(|at| self.is(at, Grammar::Previous)),
            by: by.map(|by| self.bytes(by)),
            bracketed,
        }
    }

    /// A clause follows: `noted that`, with a comma or a few words between (`noted with concern that`).
    fn has_clause(&self, at: usize) -> bool {
        const FARTHEST: usize = 4;
        let is_between = |at: usize| {
            let token = &self.tokens[at];
            let is_word = token.kind == Kind::Word && !self.is_capitals(at) && !self.is(at, Grammar::Article);
            is_word || token.is(',')
        };
        (at..self.tokens.len().min(at + FARTHEST))
            .take_while(|&place| place == at || is_between(place - 1))
            .any(|place| self.is(place, Grammar::That))
    }

    fn is(&self, at: usize, key: Grammar) -> bool {
        self.words.grammar.at_key(&self.tokens, at, key).is_some()
    }

    /// "Not" before a verb; "not only" does not deny.
    fn denies(&self, at: usize) -> bool {
        let hit = self.words.grammar.at_key(&self.tokens, at, Grammar::Negation);
        hit.is_some_and(|hit| !self.is(hit.tokens.end, Grammar::Adverb))
    }

    /// The first of the auxiliaries, adverbs and negations that stand directly before a verb.
    fn auxiliaries(&self, at: usize, language: Language) -> usize {
        let mut first = at;
        while let Some(before) = first.checked_sub(1).filter(|before| at - before <= NEAR + 1) {
            let small =
                [Grammar::Passive, Grammar::Supposed, Grammar::Will, Grammar::Negation, Grammar::Adverb];
            let word = (before.saturating_sub(2)..=before).find(|&from| {
                small.iter().any(|&key| {
                    let hit = self.words.grammar.at_key(&self.tokens, from, key);
                    // `a` is an auxiliary in one language and an article in another.
                    let is_own = |hit: &Hit<Grammar>| key != Grammar::Adverb || hit.language == language;
                    hit.is_some_and(|hit| hit.tokens.end == before + 1 && is_own(&hit))
                })
            });
            let Some(word) = word else { break };
            first = word;
        }
        first
    }

    /// The auxiliary of a verb that is joined to another one: `was drafted and approved`, `was edited on screen and
    /// agreed`.
    fn before_joined(&self, at: usize, language: Language) -> Option<usize> {
        let and = at.checked_sub(1).filter(|&and| self.is(and, Grammar::And))?;
        let start = self.clause_start(and).max(and.saturating_sub(NEAR));
        let other = (start..and).rev().find(|&other| {
            let first = self.auxiliaries(other, language);
            first < other && (first..other).any(|at| self.is(at, Grammar::Passive))
        })?;
        Some(self.auxiliaries(other, language))
    }

    /// The beginning of the clause in which a token stands.
    fn clause_start(&self, at: usize) -> usize {
        self.clauses.get(at).copied().unwrap_or(at)
    }

    /// Does a statement begin at a token: the sentence, or what follows a colon, a quote or a dash?
    fn begins_statement(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|at| &self.tokens[at]);
        self.clause_start(at) == at
            && before.is_none_or(|t| t.is(':') || t.is('"') || t.is('-') || t.is('.') || t.is('('))
    }

    fn parts_clauses(&self, at: usize) -> bool {
        let marks = [',', ';', ':', '(', ')', '[', '.', '\u{3002}', '\u{60C}', '"', '-'];
        marks.iter().any(|&mark| self.tokens[at].is(mark)) && self.parts(at)
    }

    fn clause_end(&self, at: usize) -> usize {
        let last = (at + 3 * LINK).min(self.tokens.len());
        (at..last)
            .find(|&at| {
                [',', ';', ':', '(', '.', '\u{3002}', '\u{60C}']
                    .iter()
                    .any(|&mark| self.tokens[at].is(mark) && self.parts(at))
            })
            .unwrap_or(last)
    }

    /// Does a mark part clauses: not a stop or hyphen within a word (`A.7`, `RG-X`)?
    fn parts(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let inner = token.is('.') || token.is('-') || token.is(':');
        !inner || self.tokens.get(at + 1).is_none_or(|next| next.spaced || (token.is('-') && token.spaced))
    }

    /// A word for the meeting ends directly before a token (over "at its … session").
    fn meeting_before(&self, at: usize) -> bool {
        let from = at.saturating_sub(NEAR);
        (from..at).any(|place| {
            let hit = self.words.grammar.at_key(&self.tokens, place, Grammar::Meeting);
            hit.is_some_and(|hit| {
                hit.tokens.end == at
                    || (hit.tokens.end < at
                        && self.clause_start(at) <= place
                        && self.begins_with_article(place))
            })
        }) || self.thing_before(at)
    }

    fn begins_with_article(&self, at: usize) -> bool {
        at == self.clause_start(at) || self.is(at.saturating_sub(1), Grammar::Connective)
    }

    /// A group stands directly before a token: its name, with a number perhaps (*Working Party 2/13*).
    fn thing_before(&self, at: usize) -> bool {
        let start = self.clause_start(at);
        let from = at.saturating_sub(NEAR + 1).max(start);
        (from..at).any(|place| {
            self.words.things.at(&self.tokens, place).is_some_and(|hit| {
                use crate::vocabulary::Thing;
                let group = matches!(
                    hit.key,
                    Thing::WorkingParty
                        | Thing::RapporteurGroup
                        | Thing::FocusGroup
                        | Thing::StudyGroup
                        | Thing::Plenary
                        | Thing::RegionalGroup
                        | Thing::JointCoordinationActivity
                        | Thing::CorrespondenceGroup
                );
                let tail = hit.tokens.end..at;
                let code = |at: usize| self.tokens[at].kind != Kind::Word || self.is_capitals(at);
                group && place <= start + 1 && tail.into_iter().all(code)
            })
        })
    }

    fn is_capitals(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        self.text[token.start..token.end].chars().all(|c| c.is_uppercase() || c.is_numeric())
    }

    fn names_meeting(&self, tokens: Range<usize>) -> bool {
        tokens.take(NEAR).any(|at| self.is(at, Grammar::Meeting))
    }

    /// A short subject of its own stands before a verb at the head of the clause: *Canada presented*.
    fn is_subject_near(&self, at: usize) -> bool {
        let start = self.clause_start(at);
        let count = at - start;
        count > 0 && start == 0 && self.tokens[start..at].iter().any(|t| t.kind == Kind::Word)
    }

    /// Verb forms that are passive or whole statements by themselves: of languages without auxiliaries, and phrases.
    fn is_reflexive<K>(&self, hit: &Hit<K>) -> bool {
        let start = hit.tokens.start;
        matches!(hit.language, Language::Spanish | Language::Arabic)
            && hit.tokens.len() > 1
            && self.is(start, Grammar::Passive)
            || hit.language == Language::Russian
                && (hit.tokens.start > self.clause_start(start)
                    || (start > 0 && self.tokens[start - 1].is(',')))
                && !self.meeting_before(start)
                && self.is_short_form(hit)
                && !self.is_active_form(start)
            || hit.language == Language::Chinese
                && self.tokens[start].is_ideograph
                && !self.meeting_before(start)
                && start > 0
                && self.is(start - 1, Grammar::Passive)
    }

    /// The whole clause before a Russian short participle is its subject: *Отчет утвержден*.
    fn is_short_form<K>(&self, hit: &Hit<K>) -> bool {
        self.clause_end(hit.tokens.end).saturating_sub(hit.tokens.end) <= LINK
    }

    /// A form that the vocabulary knows to be active by its ending.
    fn is_active_form(&self, at: usize) -> bool {
        let word = self.tokens[at].folded(self.text);
        let starts = word.char_indices().skip(1).map(|(start, _)| start);
        starts.into_iter().any(|start| self.words.grammar.is(&word[start..], Grammar::ActiveEnding))
    }

    /// The words after "by".
    fn by(&self, at: usize) -> Option<Range<usize>> {
        let near = at..(at + 3).min(self.tokens.len());
        let hit = near.into_iter().find_map(|at| self.words.grammar.at_key(&self.tokens, at, Grammar::By))?;
        let end = self.clause_end(hit.tokens.end);
        (end > hit.tokens.end).then_some(hit.tokens.end..end)
    }

    /// Are two verbs linked: "and" stands directly before the second, within the same clause?
    fn is_linked<K>(&self, between: Range<usize>, hit: &Hit<K>, voice: Voice) -> bool {
        let Some(last) = between.end.checked_sub(1) else { return false };
        let adverb = |at: usize| {
            let adverb = self.words.grammar.at_key(&self.tokens, at, Grammar::Adverb);
            adverb.is_some_and(|adverb| adverb.language == hit.language) || self.is(at, Grammar::Passive)
        };
        // `The plenary, having considered TD 5, approved it`: a side clause ends at its comma.
        if voice == Voice::Clause && self.tokens[last].is(',') {
            return false;
        }
        // `The meeting discussed the draft, approved by SG 1`: a participle that only describes the draft.
        let is_described = self.tokens[last].is(',') && self.is(hit.tokens.end, Grammar::By);
        if voice == Voice::Active && is_described {
            return false;
        }
        let and = if adverb(last) { last.checked_sub(1) } else { Some(last) };
        let linked = and.is_some_and(|and| {
            between.contains(&and) && (self.is(and, Grammar::And) || self.tokens[and].is(','))
        });
        linked
            && between.len() <= LINK
            && !between.into_iter().any(|at| {
                ['.', ';', '(', '\u{3002}'].iter().any(|&mark| self.tokens[at].is(mark) && self.parts(at))
            })
    }

    /// How deep in parentheses each token stands.
    fn depths(&self) -> Vec<u32> {
        let mut depth = 0u32;
        self.tokens
            .iter()
            .map(|t| {
                depth = if t.is('(') {
                    depth + 1
                } else if t.is(')') {
                    depth.saturating_sub(1)
                } else {
                    depth
                };
                depth
            })
            .collect()
    }

    fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        let end =
            tokens.end.checked_sub(1).filter(|&last| last >= tokens.start).map(|last| self.tokens[last].end);
        let start = self.tokens.get(tokens.start).map_or(self.text.len(), |t| t.start);
        start..end.unwrap_or(start)
    }
}
