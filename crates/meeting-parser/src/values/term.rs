//! Months and terms of office: `(from 01/2024)`, `(from 03/2022 to 12/2023)`, `(2022/03-09/2023)`, `July 2024`.

use std::fmt;

use super::date_symbols::{self, Placed, Symbol};
use crate::vocabulary::text::{Token, digit, tokens};
use crate::vocabulary::{Calendar, Vocabulary};

/// A month of a year; printed as the contract has it, `YYYY-MM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct YearMonth {
    /// The year.
    pub year: i16,
    /// The month, from 1.
    pub month: i8,
}

impl fmt::Display for YearMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// A term of office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Term {
    /// Its first month.
    pub from: Option<YearMonth>,
    /// Its last month.
    pub until: Option<YearMonth>,
}

struct FoundMonth {
    month: YearMonth,
    next: usize,
    token: usize,
}

/// The term that a text states, if it states one.
pub fn term(text: &str, words: &Vocabulary) -> Option<Term> {
    if !text.chars().any(|c| digit(c).is_some()) {
        return None;
    }
    let tokens = tokens(text);
    let symbols = date_symbols::read(text, &tokens, words);
    let months = found_months(&symbols);
    let (first, second) = (months.first()?, months.get(1));
    if let Some(second) = second.filter(|second| is_range(&tokens, first, second, words)) {
        return Some(Term { from: Some(first.month), until: Some(second.month) });
    }
    let said = |key| first.token.checked_sub(1).is_some_and(|at| ends_with(&tokens, at, key, words));
    if said(Calendar::Since) {
        Some(Term { from: Some(first.month), until: None })
    } else if said(Calendar::Until) || said(Calendar::Before) {
        Some(Term { from: None, until: Some(first.month) })
    } else {
        None
    }
}

/// The tokens between two months are a dash or a word for a range.
fn is_range(tokens: &[Token], first: &FoundMonth, second: &FoundMonth, words: &Vocabulary) -> bool {
    let between = first.token + 1..second.token;
    between.len() <= 8
        && between.clone().any(|at| {
            tokens[at].is('-')
                || ends_with(tokens, at, Calendar::Range, words)
                || ends_with(tokens, at, Calendar::Until, words)
        })
}

/// A phrase with this key ends at a token.
fn ends_with(tokens: &[Token], at: usize, key: Calendar, words: &Vocabulary) -> bool {
    (at.saturating_sub(3)..=at)
        .any(|from| words.calendar.at_key(tokens, from, key).is_some_and(|hit| hit.tokens.end == at + 1))
}

fn found_months(symbols: &[Placed]) -> Vec<FoundMonth> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < symbols.len() {
        let month = month_at(symbols, at);
        at = month.as_ref().map_or(at + 1, |month| month.next);
        found.extend(month);
    }
    found
}

fn month_at(symbols: &[Placed], at: usize) -> Option<FoundMonth> {
    let symbol = |at: usize| symbols.get(at).map(|placed| placed.symbol);
    let comma = usize::from(symbol(at + 1) == Some(Symbol::Comma));
    let (year, month, next) = match (symbol(at)?, symbol(at + 1 + comma)) {
        (Symbol::YearMonth(year, month), _) => (year, month, at + 1),
        (Symbol::Full(date), _) => (date.year(), date.month(), at + 1),
        (Symbol::Month(month), Some(Symbol::Year(year))) => (year, month, at + 2 + comma),
        (Symbol::Year(year), Some(Symbol::Month(month))) if comma == 0 && !year_follows(symbols, at + 2) => {
            (year, month, at + 2)
        }
        (Symbol::Day(_), Some(Symbol::Month(_))) => {
            let found = month_at(symbols, at + 1)?;
            return Some(FoundMonth { token: symbols[at].token, ..found });
        }
        // "January - June 2024": the first month has the year of the second.
        (Symbol::Month(month), Some(Symbol::Dash | Symbol::To)) => match (symbol(at + 2)?, symbol(at + 3)?) {
            (Symbol::Month(end), Symbol::Year(year)) if end > month => (year, month, at + 1),
            _ => return None,
        },
        _ => return None,
    };
    Some(FoundMonth { month: YearMonth { year, month }, next, token: symbols[at].token })
}

fn year_follows(symbols: &[Placed], at: usize) -> bool {
    matches!(symbols.get(at).map(|placed| placed.symbol), Some(Symbol::Year(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(text: &str) -> Option<String> {
        let print = |month: Option<YearMonth>| month.map_or("-".to_owned(), |month| month.to_string());
        term(text, Vocabulary::get()).map(|term| format!("{}/{}", print(term.from), print(term.until)))
    }

    #[test]
    fn terms_of_office() {
        for (text, expected) in [
            ("from 01/2024", Some("2024-01/-")),
            ("from 03/2022 to 12/2023", Some("2022-03/2023-12")),
            ("2022/03-09/2023", Some("2022-03/2023-09")),
            ("until July 2023", Some("-/2023-07")),
            ("since 2024-07", Some("2024-07/-")),
            ("January - June 2024", Some("2024-01/2024-06")),
            ("as of 1 September 2025", Some("2025-09/-")),
            ("depuis janvier 2024", Some("2024-01/-")),
            ("с марта 2022 по декабрь 2023 г.", Some("2022-03/2023-12")),
            ("desde enero de 2024", Some("2024-01/-")),
            ("自2024年1月至2025年6月", Some("2024-01/2025-06")),
            ("2022-2024", None),
            ("in memoriam", None),
            ("", None),
        ] {
            assert_eq!(printed(text).as_deref(), expected, "{text:?}");
        }
    }
}
