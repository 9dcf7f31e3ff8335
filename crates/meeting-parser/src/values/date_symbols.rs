//! The words and numbers of a text as symbols of a calendar: what `date` and `term` parse.

use jiff::civil::{Date, Weekday};

use crate::vocabulary::text::{Kind, Token};
use crate::vocabulary::{Calendar, Grammar, Key, Month, Vocabulary, Weekday as DayName};

/// What a word or number can be in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Symbol {
    /// A number from 1 to 31 that may be a day.
    Day(i8),
    Month(i8),
    Year(i16),
    /// A date in figures.
    Full(Date),
    /// A month in figures: `2024-07`, `07/2024`.
    YearMonth(i16, i8),
    /// Any other number.
    Number(u32),
    /// A dash.
    Dash,
    /// A word between the ends of a range.
    To,
    /// A word or mark between the members of a list.
    And,
    Comma,
    Other,
}

/// A symbol and its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub symbol: Symbol,
    pub start: usize,
    pub end: usize,
    /// The token at which it begins.
    pub token: usize,
    /// The day of the week printed before it.
    pub weekday: Option<Weekday>,
    /// It stands after a word in capitals (`TD 12`): not the first day of a list.
    pub labelled: bool,
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    words: &'a Vocabulary,
    weekday: Option<(Weekday, usize)>,
    symbols: Vec<Placed>,
}

/// The symbols of a text, in one pass over its tokens.
pub(super) fn read(text: &str, tokens: &[Token], words: &Vocabulary) -> Vec<Placed> {
    let mut reader = Reader { text, tokens, words, weekday: None, symbols: Vec::with_capacity(tokens.len()) };
    let mut at = 0;
    while at < tokens.len() {
        let next = match tokens[at].kind {
            Kind::Number => reader.number(at),
            Kind::Word => reader.word(at),
            Kind::Mark => reader.mark(at),
        };
        at = next.max(at + 1);
    }
    reader.symbols
}

impl Reader<'_> {
    fn push(&mut self, symbol: Symbol, from: usize, to: usize) -> usize {
        let weekday = self.weekday.take();
        let dated = matches!(symbol, Symbol::Day(_) | Symbol::Month(_) | Symbol::Full(_) | Symbol::Year(_));
        let weekday = weekday.filter(|_| dated);
        self.symbols.push(Placed {
            symbol,
            start: weekday.map_or(self.tokens[from].start, |(_, start)| start),
            end: self.tokens[to - 1].end,
            token: from,
            weekday: weekday.map(|(day, _)| day),
            labelled: self.labelled(from),
        });
        to
    }

    /// Does a word in capitals stand before the token?
    fn labelled(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|at| &self.tokens[at]).filter(|t| t.kind == Kind::Word);
        before.is_some_and(|t| {
            let word = &self.text[t.start..t.end];
            word.chars().all(char::is_uppercase) && self.words.months.at(self.tokens, at - 1).is_none()
        })
    }

    fn number(&mut self, at: usize) -> usize {
        if let Some((symbol, to)) = self.figures(at) {
            return self.push(symbol, at, to);
        }
        let token = &self.tokens[at];
        let value = token.value(self.text).unwrap_or(u32::MAX);
        let long = token.length > 2;
        if let Some((symbol, to)) = self.marked(at, value) {
            return self.push(symbol, at, to);
        }
        if is_year(value, token) && !self.glued_after(at) {
            return self.push(Symbol::Year(value as i16), at, at + 1);
        }
        if long || !(1..=31).contains(&value) || self.glued_before(at) {
            return self.push(Symbol::Number(value), at, at + 1);
        }
        let to = self.after_ordinal(at + 1);
        let plain = to == at + 1;
        let symbol =
            if plain && self.glued_after(at) { Symbol::Number(value) } else { Symbol::Day(value as i8) };
        self.push(symbol, at, to)
    }

    /// A number that is followed by a word for year, month or day (Chinese).
    fn marked(&self, at: usize, value: u32) -> Option<(Symbol, usize)> {
        let mark = |key| self.words.calendar.at_key(self.tokens, at + 1, key).map(|hit| hit.tokens.end);
        self.tokens.get(at + 1).filter(|t| t.is_ideograph)?;
        if let Some(to) = mark(Calendar::YearMark).filter(|_| (1900..=2200).contains(&value)) {
            return Some((Symbol::Year(value as i16), to));
        }
        if let Some(to) = mark(Calendar::MonthMark).filter(|_| (1..=12).contains(&value)) {
            return Some((Symbol::Month(value as i8), to));
        }
        mark(Calendar::DayMark).filter(|_| (1..=31).contains(&value)).map(|to| (Symbol::Day(value as i8), to))
    }

    /// Dates and months in figures without spaces: `2025-05-27`, `27/05/2025`, `31.12.2025`, `07/2024`.
    fn figures(&self, at: usize) -> Option<(Symbol, usize)> {
        if self.glued_before(at) {
            return None;
        }
        let part = |at: usize| self.tokens.get(at).filter(|t| !t.spaced);
        let mark = part(at + 1).filter(|t| t.is('-') || t.is('/') || t.is('.'))?;
        let (a, b) = (&self.tokens[at], part(at + 2).filter(|t| t.kind == Kind::Number)?);
        let again = part(at + 3).filter(|t| t.is(mark.mark()));
        let third = again.and_then(|_| part(at + 4)).filter(|t| t.kind == Kind::Number);
        if let Some(c) = third {
            let more = part(at + 5).is_some_and(|t| t.is(mark.mark())) && part(at + 6).is_some();
            return (!more)
                .then(|| full(self.text, a, b, c))
                .flatten()
                .map(|date| (Symbol::Full(date), at + 5));
        }
        (!mark.is('.'))
            .then(|| year_month(self.text, a, b))
            .flatten()
            .map(|(year, month)| (Symbol::YearMonth(year, month), at + 3))
    }

    /// A number that is part of a longer expression: `TD12`, `RG-5`, `9:30`, `3.2`, `8/17`, `+41`.
    fn glued_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|at| &self.tokens[at]) else { return false };
        if self.tokens[at].spaced {
            return before.is('+');
        }
        match before.kind {
            Kind::Number => true,
            Kind::Word => !self.is_small_word(at - 1),
            Kind::Mark if before.is('-') => {
                !before.spaced
                    && at >= 2
                    && self.tokens[at - 2].kind == Kind::Word
                    && !self.is_small_word(at - 2)
            }
            Kind::Mark => ['/', ':', '.', '#', '+', '_', '='].iter().any(|&mark| before.is(mark)),
        }
    }

    fn glued_after(&self, at: usize) -> bool {
        let Some(after) = self.tokens.get(at + 1).filter(|t| !t.spaced) else { return false };
        let digits_follow = self.tokens.get(at + 2).is_some_and(|t| !t.spaced && t.kind == Kind::Number);
        match after.kind {
            Kind::Number => true,
            Kind::Word => !self.is_small_word(at + 1) && self.words.months.at(self.tokens, at + 1).is_none(),
            Kind::Mark => {
                after.is(':') || ((after.is('/') || after.is('.')) && digits_follow) || after.is('%')
            }
        }
    }

    /// Words that may touch a number: characters of a script without spaces, and particles.
    fn is_small_word(&self, at: usize) -> bool {
        let particle = [Calendar::Range, Calendar::Particle, Calendar::YearMark]
            .iter()
            .any(|&key| self.words.calendar.at_key(self.tokens, at, key).is_some());
        self.tokens[at].is_ideograph
            || particle
            || self.words.grammar.at_key(self.tokens, at, Grammar::And).is_some()
    }

    /// The place after the letters of an ordinal number: `27th`, `1er`, `26-го`.
    fn after_ordinal(&self, at: usize) -> usize {
        let dash = usize::from(self.tokens.get(at).is_some_and(|t| t.is('-') && !t.spaced));
        let touches = self.tokens.get(at + dash).is_some_and(|t| !t.spaced && t.kind == Kind::Word);
        let hit = self.words.calendar.at_key(self.tokens, at + dash, Calendar::Ordinal);
        hit.filter(|_| touches).map_or(at, |hit| hit.tokens.end)
    }

    fn word(&mut self, at: usize) -> usize {
        if let Some(hit) = self.words.months.at(self.tokens, at).filter(|_| self.is_capital(at)) {
            let to = hit.tokens.end;
            let stop =
                self.tokens.get(to).is_some_and(|t| t.is('.') && !t.spaced && to + 1 < self.tokens.len());
            self.push(Symbol::Month(month_number(hit.key)), at, to);
            return to + usize::from(stop);
        }
        if let Some(hit) = self.words.weekdays.at(self.tokens, at).filter(|_| self.is_capital(at)) {
            self.weekday = Some((weekday(hit.key), self.tokens[at].start));
            let to = hit.tokens.end;
            let mark = self.tokens.get(to).is_some_and(|t| t.is(',') || t.is('.') || t.is('\u{60C}'));
            return to + usize::from(mark);
        }
        let calendar = |key| self.words.calendar.at_key(self.tokens, at, key).map(|hit| hit.tokens.end);
        if let Some(to) = calendar(Calendar::Particle).or_else(|| calendar(Calendar::YearMark)) {
            let stop =
                self.tokens.get(to).is_some_and(|t| t.is('.') && !t.spaced && to + 1 < self.tokens.len());
            return to + usize::from(stop);
        }
        if let Some(to) = calendar(Calendar::Range) {
            return self.push(Symbol::To, at, to);
        }
        if let Some(hit) = self.words.grammar.at_key(self.tokens, at, Grammar::And) {
            return self.push(Symbol::And, at, hit.tokens.end);
        }
        self.push(Symbol::Other, at, at + 1)
    }

    /// A month or day that is also another word counts in capitals alone.
    fn is_capital(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let capital = self.text[token.start..token.end].starts_with(char::is_uppercase);
        capital || self.words.calendar.at_key(self.tokens, at, Calendar::CapitalMonth).is_none()
    }

    fn mark(&mut self, at: usize) -> usize {
        let token = &self.tokens[at];
        let symbol = match token.mark() {
            '-' | '~' => Symbol::Dash,
            ',' | '\u{60C}' | '\u{3001}' => Symbol::Comma,
            '&' => Symbol::And,
            '\'' => return at + 1,
            _ => Symbol::Other,
        };
        self.push(symbol, at, at + 1)
    }
}

fn is_year(value: u32, figures: &Token) -> bool {
    figures.length == 4 && (1950..=2100).contains(&value)
}

fn full(text: &str, first: &Token, second: &Token, third: &Token) -> Option<Date> {
    let (x, y, z) = (first.value(text)?, second.value(text)?, third.value(text)?);
    let short = |t: &Token| t.length <= 2;
    let date = |year: u32, month: u32, day: u32| {
        Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    };
    if is_year(x, first) && short(second) && short(third) {
        date(x, y, z)
    } else if is_year(z, third) && short(first) && short(second) {
        date(z, y, x).or_else(|| date(z, x, y))
    } else {
        None
    }
}

fn year_month(text: &str, a: &Token, b: &Token) -> Option<(i16, i8)> {
    let (x, y) = (a.value(text)?, b.value(text)?);
    let month = |value: u32, t: &Token| (1..=12).contains(&value) && t.length <= 2;
    if is_year(x, a) && month(y, b) {
        Some((x as i16, y as i8))
    } else if is_year(y, b) && month(x, a) {
        Some((y as i16, x as i8))
    } else {
        None
    }
}

fn month_number(month: Month) -> i8 {
    Month::ALL.iter().position(|&m| m == month).map_or(1, |at| at as i8 + 1)
}

fn weekday(day: DayName) -> Weekday {
    match day {
        DayName::Monday => Weekday::Monday,
        DayName::Tuesday => Weekday::Tuesday,
        DayName::Wednesday => Weekday::Wednesday,
        DayName::Thursday => Weekday::Thursday,
        DayName::Friday => Weekday::Friday,
        DayName::Saturday => Weekday::Saturday,
        DayName::Sunday => Weekday::Sunday,
    }
}
