//! Persons in running text: after a title (*Mr*, *Ms*), with the office that stands before or after the name.

mod after;
mod elected;

use std::cell::OnceCell;
use std::ops::Range;

use super::{Affiliation, LONGEST_NAME, Person, trailing};
use crate::values::split::closing;
use crate::vocabulary::text::{Kind, Tokens, tokens};
use crate::vocabulary::{Grammar, Hit, Language, PersonWord, Role, Vocabulary};

/// More words than this between a name and the end of its clause are no office.
const LONGEST_OFFICE: usize = 9;

/// More tokens than these do not only join two persons.
const JOINT: usize = 4;

/// "As" stands so near to the name.
const NEAR_AS: usize = 5;

/// Titles that may follow each other: *Prof. Dr*.
const MOST_TITLES: usize = 3;

struct Reader<'a> {
    text: &'a str,
    tokens: Tokens,
    /// Its brackets, looked for behind the first name: most texts have none.
    pairs: OnceCell<Vec<(usize, usize)>>,
    words: &'a Vocabulary,
}

/// Every person who is named with a title.
pub fn find(text: &str, words: &Vocabulary) -> Vec<Person> {
    if !words.persons.has(text, PersonWord::Honorific) {
        return Vec::new();
    }
    let reader = Reader { text, tokens: tokens(text), pairs: OnceCell::new(), words };
    let mut people: Vec<Person> = Vec::new();
    let mut at = 0;
    // The token after the last person and the office that follows.
    let mut gap = 0;
    // The office that was printed before the last person: it may be that of the next one too.
    let mut shared: Option<(String, Role)> = None;
    // Persons since the last one with an office of its own: the office after the last of them is theirs.
    let mut open = 0;
    // The first person of the list that is being read.
    let mut row = 0;
    while at < reader.tokens.len() {
        let listed = gap > 0 && at - gap <= JOINT && reader.is_joint(gap..at);
        let titled = reader.titled(at);
        let Some((person, next)) = titled.or_else(|| if listed { reader.untitled(at) } else { None }) else {
            at += 1;
            continue;
        };
        let (after, end) =
            reader.office_after(next).map_or((None, next), |(office, end)| (Some(office), end));
        shared = reader.office_before(gap..at).or(shared.filter(|_| listed));
        open = if listed { open } else { people.len() };
        row = if listed { row } else { people.len() };
        people.push(person);
        match after.or_else(|| shared.clone()) {
            Some((role, office)) => {
                let role = super::singular(&role, words);
                // "Mr A (SG5 Chair) and Ms B (SG9 Chair) as representatives": that is what they are named for.
                let is_as = reader.as_before(next..end).is_some();
                let from = if is_as { row } else { open };
                people[from..]
                    .iter_mut()
                    .filter(|p| p.role.is_none() || (is_as && p.office.is_none()))
                    .for_each(|p| {
                        p.role = Some(role.clone());
                        p.office = Some(office);
                    });
                open = people.len();
            }
            None if people.last().is_some_and(|p| p.role.is_some()) => open = people.len(),
            None => {}
        }
        gap = end;
        at = end.max(at + 1);
    }
    people
}

impl Reader<'_> {
    /// A person whose title stands at a token, and the token after the name and its parentheses.
    fn titled(&self, at: usize) -> Option<(Person, usize)> {
        let Some(mut start) = self.honorific(at) else { return self.titled_after(at) };
        for _ in 0..MOST_TITLES {
            start = self.honorific(start).unwrap_or(start);
        }
        self.named(start)
    }

    /// A person without title in a list of persons: only with an affiliation in parentheses.
    fn untitled(&self, at: usize) -> Option<(Person, usize)> {
        let office = self.words.roles.at(&self.tokens, at).is_some();
        let (person, next) = self.named(at).filter(|_| !office && self.is_capital(at))?;
        let known = person.affiliation.printed().is_some() && person.name.contains(' ');
        known.then_some((person, next))
    }

    /// A person whose name begins at a token.
    fn named(&self, start: usize) -> Option<(Person, usize)> {
        let end = self.name_end(start)?;
        let name = &self.text[self.tokens[start].start..self.tokens[end - 1].end];
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let (mut affiliation, mut close) = self.brackets(end);
        if let Some((country, after)) =
            self.country_after(end).filter(|_| affiliation == Affiliation::default())
        {
            affiliation.country = Some(country);
            close = after;
        }
        let next = self.tokens.partition_point(|t| t.start < close);
        let range = self.tokens[start].start..close;
        let role = affiliation.role.clone();
        Some((Person { range, name, affiliation, role, office: None }, next))
    }

    /// *Mr A B, Saudi Arabia (Kingdom of)*: a country after a comma, and the place after it.
    fn country_after(&self, at: usize) -> Option<(String, usize)> {
        self.tokens.get(at).filter(|t| t.is(','))?;
        let start = self.tokens.get(at + 1)?.start;
        let last = (at + 2 + 2 * LONGEST_OFFICE).min(self.tokens.len());
        let ends = (at + 2..=last)
            .filter(|&end| self.tokens.get(end).is_none_or(|next| next.kind == Kind::Mark || next.spaced));
        let mut names = ends.map(|end| &self.text[start..self.tokens[end - 1].end]);
        let country = names.rfind(|name| super::is_country(name, self.words))?;
        Some((country.to_owned(), start + country.len()))
    }

    /// The token after a title. A title of one letter (*M.*) after a word in capitals is an initial.
    fn honorific(&self, at: usize) -> Option<usize> {
        let hit = self.words.persons.at_key(&self.tokens, at, PersonWord::Honorific)?;
        // A title in signs follows the name.
        let is_sign = self.tokens[at].is_ideograph;
        if is_sign || (!self.is_capital(at) && hit.tokens.len() == 1) {
            return None;
        }
        let letter = self.tokens[at].length == 1;
        let before = at.checked_sub(1).filter(|&before| self.tokens[before].kind == Kind::Word);
        if letter && before.is_some_and(|before| self.is_capital(before)) {
            return None;
        }
        let stop = self.tokens.get(hit.tokens.end).is_some_and(|t| t.is('.') && !t.spaced);
        Some(hit.tokens.end + usize::from(stop))
    }

    fn is_capital(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|t| t.kind == Kind::Word && !self.text[t.start..].starts_with(char::is_lowercase))
    }

    /// The token after a name that begins at one.
    fn name_end(&self, start: usize) -> Option<usize> {
        let mut end = start;
        let mut at = start;
        let mut parts = 0;
        while let Some(token) = self.tokens.get(at).filter(|_| parts <= LONGEST_NAME) {
            let joins = !token.spaced && at > start;
            let initial = || at > start && self.tokens[at - 1].length == 1;
            let particle = || self.words.persons.at_key(&self.tokens, at, PersonWord::NameParticle).is_some();
            if token.kind == Kind::Word && (self.is_capital(at) || joins) {
                parts += usize::from(token.spaced);
                end = at + 1;
            } else if token.kind == Kind::Word && particle() && token.end - token.start > 1 {
                parts += 1;
            } else if joins && (token.is('-') || token.is('\'') || (token.is('.') && initial())) {
                end = if token.is('.') { at + 1 } else { end };
            } else {
                break;
            }
            at += 1;
        }
        (end > start).then_some(end)
    }

    /// What stands in parentheses after a token, and the place after them.
    fn brackets(&self, at: usize) -> (Affiliation, usize) {
        let start = self.tokens[at - 1].end;
        let mut close = start;
        let pairs = self.pairs.get_or_init(|| closing(self.text));
        let first = pairs.partition_point(|&(open, _)| open < start);
        for &(open, end) in &pairs[first..] {
            if !self.text[close..open].trim().is_empty() {
                break;
            }
            close = end;
        }
        (trailing(&self.text[start..close], self.words).1, close)
    }

    /// The office after a name: *, Rapporteur of SG5, …*, *RG-X Rapporteur*, *as co-editor*, *served as Chair of …*.
    fn office_after(&self, at: usize) -> Option<((String, Role), usize)> {
        let comma = self.tokens.get(at).is_some_and(|t| t.is(',') || t.is('\u{60C}'));
        let start = at + usize::from(comma);
        let end = self.clause_end(start);
        if let Some(start) = self.as_before(start..end) {
            let hit = self.role_in(start..end.min(start + LONGEST_OFFICE))?;
            let end = self.office_end(&hit, end);
            return Some(((self.phrase(start..end), hit.key), end));
        }
        let hit = self.role_in(start..end.min(start + LONGEST_OFFICE))?;
        // ", assisted by Vice-chairs Mr …" names the next person's office.
        let named =
            |at: usize| self.is_capital(at) || self.tokens[at].kind != Kind::Word || self.is_article(at);
        let own = (start..hit.tokens.start).all(named) && self.honorific(hit.tokens.end).is_none();
        if self.is_elected(start..hit.tokens.start) {
            let end = self.office_end(&hit, end);
            return Some(((self.phrase(hit.tokens.start..end), hit.key), end));
        }
        if !own || (!comma && hit.tokens.start != start) {
            return None;
        }
        let end = self.office_end(&hit, end);
        Some(((self.phrase(start..end), hit.key), end))
    }

    /// The token after "as", which stands near the beginning of a clause.
    fn as_before(&self, clause: Range<usize>) -> Option<usize> {
        let near = clause.start..clause.end.min(clause.start + NEAR_AS);
        let hit = near.into_iter().find_map(|at| self.words.grammar.at_key(&self.tokens, at, Grammar::As))?;
        let article = self.words.grammar.at_key(&self.tokens, hit.tokens.end, Grammar::Article);
        Some(article.map_or(hit.tokens.end, |article| article.tokens.end))
    }

    /// Where the words of an office end: with it, or with the body after "of" (*Representative to SG5* | *to help*).
    fn office_end(&self, hit: &Hit<Role>, clause: usize) -> usize {
        if !self.is_connective(hit.tokens.end) {
            return hit.tokens.end;
        }
        let body = |at: usize| {
            let figure = usize::from(self.tokens[at - 1].kind == Kind::Number);
            let before = &self.tokens[at - 1 - figure];
            let word = &self.text[before.start..before.end];
            word.chars().count() > 1 && word.chars().all(char::is_uppercase) && self.is_connective(at)
        };
        (hit.tokens.end + 2..clause).find(|&at| body(at)).unwrap_or(clause)
    }

    /// The last office between two persons: *supported by Associate Rapporteurs of SG5, Mr …*.
    fn office_before(&self, gap: Range<usize>) -> Option<(String, Role)> {
        let from = gap.clone().rev().find(|&at| self.ends_sentence(at)).map_or(gap.start, |at| at + 1);
        let from = from.max(gap.end.saturating_sub(3 * LONGEST_OFFICE));
        let hits = self.words.roles.find_in(&self.tokens[from..gap.end]);
        let hit = hits.last()?;
        let role = from + hit.tokens.start..from + hit.tokens.end;
        let tail = role.end..gap.end;
        let near = tail.clone().filter(|&at| self.tokens[at].kind == Kind::Word).count() <= LONGEST_OFFICE;
        // "was in the chair, assisted by Mr …": words after a comma are no part of the office.
        let whole = tail.clone().rev().skip(1).all(|at| !self.tokens[at].is(','));
        // Arabic puts the body right after the office: `رئيس الفريق السيد …`.
        let is_construct = hit.language == Language::Arabic && tail.len() <= NEAR_AS;
        let direct = tail.is_empty()
            || is_construct
            || self.is_connective(role.end)
            || self.tokens[role.end].is(',')
            || self.tokens[role.end].is(':');
        (near && direct && whole).then(|| (self.phrase(role.start..gap.end), hit.key))
    }

    /// Nothing but commas and "and" stands between two persons.
    fn is_joint(&self, gap: Range<usize>) -> bool {
        gap.len() <= JOINT
            && gap.into_iter().all(|at| {
                let comma = [',', ';', '\u{60C}', '\u{3001}'].iter().any(|&mark| self.tokens[at].is(mark));
                comma || self.words.grammar.at_key(&self.tokens, at, Grammar::And).is_some()
            })
    }

    /// The first office in a range of tokens, cut there at another person's title.
    fn role_in(&self, range: Range<usize>) -> Option<Hit<Role>> {
        range.into_iter().find_map(|at| self.words.roles.at(&self.tokens, at))
    }

    fn is_article(&self, at: usize) -> bool {
        self.words.grammar.at_key(&self.tokens, at, Grammar::Article).is_some()
    }

    fn is_connective(&self, at: usize) -> bool {
        self.words.grammar.at_key(&self.tokens, at, Grammar::Connective).is_some()
            && self.words.grammar.at_key(&self.tokens, at, Grammar::And).is_none()
    }

    /// The end of the clause that begins at a token: a mark, "and", or a title.
    fn clause_end(&self, start: usize) -> usize {
        let ends = |at: usize| {
            let token = &self.tokens[at];
            let joins = token.is('-')
                || token.is('/')
                || token.is('\'')
                || (token.is('.') && !self.ends_sentence(at));
            (token.kind == Kind::Mark && !joins)
                || (token.spaced && self.words.grammar.at_key(&self.tokens, at, Grammar::And).is_some())
                || self.honorific(at).is_some()
        };
        let last = (start + 3 * LONGEST_OFFICE).min(self.tokens.len());
        (start..last).find(|&at| ends(at)).unwrap_or(last)
    }

    fn ends_sentence(&self, at: usize) -> bool {
        let spaced = self.tokens.get(at + 1).is_none_or(|t| t.spaced);
        let abbreviation = || {
            at.checked_sub(1).is_some_and(|before| {
                let word = &self.tokens[before].folded(self.text);
                word.chars().count() == 1 || self.words.is_abbreviation(word)
            })
        };
        self.tokens[at].is('.') && spaced && !abbreviation()
    }

    fn phrase(&self, range: Range<usize>) -> String {
        let Some(last) = range.end.checked_sub(1).filter(|&last| last >= range.start) else {
            return String::new();
        };
        let phrase = super::clean(&self.text[self.tokens[range.start].start..self.tokens[last].end]);
        phrase.trim_end_matches([':', '：', ' ']).to_owned()
    }
}
