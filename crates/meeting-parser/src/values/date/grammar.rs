//! How days, months and years follow each other: day first (`26-30 May 2025`), month first (`September 8, 2025`,
//! `2026年1月26日`), in figures; ranges over months; lists that share a month or a year.

use jiff::civil::Weekday;

use super::super::date_symbols::{Placed, Symbol};
use super::{Day, FoundDates};

/// Days of one month as they stand together.
struct Group {
    spans: Vec<Span>,
    month: i8,
    year: Option<i16>,
    /// The symbol after it.
    next: usize,
    start: usize,
    end: usize,
}

struct Span {
    first: i8,
    last: i8,
    weekday: Option<Weekday>,
    start: usize,
    end: usize,
}

/// A found date and whether the next one belongs to the same list.
struct Piece {
    found: FoundDates,
    linked: bool,
}

pub(super) fn dates(symbols: &[Placed]) -> Vec<FoundDates> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 0;
    while at < symbols.len() {
        let Some(group) = group(symbols, at) else {
            at += 1;
            continue;
        };
        at = group.next;
        match range_end(symbols, &group) {
            Some((last, found)) => {
                at = last.next;
                pieces.push(Piece { found, linked: false });
            }
            None => pieces.extend(group.pieces()),
        }
        let linked = joined(symbols, at).is_some();
        if let Some(piece) = pieces.last_mut() {
            piece.linked = linked && group_after(symbols, at);
        }
    }
    fill_years(&mut pieces);
    pieces.into_iter().map(|piece| piece.found).filter(is_sound).collect()
}

fn is_sound(found: &FoundDates) -> bool {
    found.start.is_valid() && found.end.is_valid() && found.dates().is_none_or(|(start, end)| start <= end)
}

fn group(symbols: &[Placed], at: usize) -> Option<Group> {
    match symbols.get(at)?.symbol {
        Symbol::Full(date) => {
            let placed = &symbols[at];
            let span = Span {
                first: date.day(),
                last: date.day(),
                weekday: placed.weekday,
                start: placed.start,
                end: placed.end,
            };
            let (month, year) = (date.month(), Some(date.year()));
            Some(Group { spans: vec![span], month, year, next: at + 1, start: placed.start, end: placed.end })
        }
        Symbol::Day(_) => days_in_figures(symbols, at).or_else(|| day_first(symbols, at)),
        Symbol::Month(_) | Symbol::Year(_) => month_first(symbols, at),
        _ => None,
    }
}

/// `12-16/12/2022`: a day, a dash without spaces, and a date in figures of the same month.
fn days_in_figures(symbols: &[Placed], at: usize) -> Option<Group> {
    let [first, dash, last] = symbols.get(at..at + 3)? else { return None };
    let (Symbol::Day(day), Symbol::Dash, Symbol::Full(date)) = (first.symbol, dash.symbol, last.symbol)
    else {
        return None;
    };
    let is_one = !first.labelled && first.end == dash.start && dash.end == last.start && day < date.day();
    let span = Span { first: day, last: date.day(), weekday: None, start: first.start, end: last.end };
    is_one.then(|| Group {
        spans: vec![span],
        month: date.month(),
        year: Some(date.year()),
        next: at + 3,
        start: first.start,
        end: last.end,
    })
}

fn group_after(symbols: &[Placed], at: usize) -> bool {
    joined(symbols, at).is_some_and(|next| group(symbols, next).is_some())
}

/// The symbol after a comma, an "and" or both.
fn joined(symbols: &[Placed], at: usize) -> Option<usize> {
    let symbol = |at: usize| symbols.get(at).map(|placed| placed.symbol);
    match (symbol(at)?, symbol(at + 1)) {
        (Symbol::Comma, Some(Symbol::And)) => Some(at + 2),
        (Symbol::Comma | Symbol::And, _) => Some(at + 1),
        _ => None,
    }
}

/// The symbol after a dash or a "to".
fn ranged(symbols: &[Placed], at: usize) -> Option<usize> {
    matches!(symbols.get(at)?.symbol, Symbol::Dash | Symbol::To).then_some(at + 1)
}

fn day(symbols: &[Placed], at: usize) -> Option<i8> {
    match symbols.get(at)?.symbol {
        Symbol::Day(day) => Some(day),
        _ => None,
    }
}

fn month(symbols: &[Placed], at: usize) -> Option<i8> {
    match symbols.get(at)?.symbol {
        Symbol::Month(month) => Some(month),
        _ => None,
    }
}

/// A day or a range of days that begins at a symbol, and the symbol after it.
fn span(symbols: &[Placed], at: usize) -> Option<(Span, usize)> {
    let first = day(symbols, at)?;
    let placed = &symbols[at];
    let whole =
        |last, end, next| (Span { first, last, weekday: placed.weekday, start: placed.start, end }, next);
    let second = ranged(symbols, at + 1).and_then(|next| day(symbols, next).map(|last| (last, next)));
    match second {
        Some((last, next)) if last >= first => Some(whole(last, symbols[next].end, next + 1)),
        Some(_) => None,
        None => Some(whole(first, placed.end, at + 1)),
    }
}

/// `26-30 May 2025`, `10, 17 and 24 March 2026`, `12-May-2026`.
fn day_first(symbols: &[Placed], at: usize) -> Option<Group> {
    let mut spans: Vec<Span> = Vec::new();
    let mut next = at;
    let number = loop {
        let (span, after) = span(symbols, next)?;
        if spans.last().is_some_and(|before| before.last >= span.first)
            || (!spans.is_empty() && symbols[at].labelled)
        {
            return None;
        }
        spans.push(span);
        let dash = usize::from(symbols.get(after).is_some_and(|placed| placed.symbol == Symbol::Dash));
        next = after;
        if let Some(number) = month(symbols, after).or_else(|| month(symbols, after + dash)) {
            next += usize::from(month(symbols, after).is_none()) + 1;
            break number;
        }
        // A list longer than a month has days is none, and the work stays linear.
        next = joined(symbols, after).filter(|_| spans.len() < 31)?;
    };
    let mut end = symbols[next - 1].end;
    let year = year(symbols, &mut next, &mut end);
    if let Some(last) = spans.last_mut() {
        last.end = end;
    }
    Some(Group { spans, month: number, year, next, start: symbols[at].start, end })
}

/// `September 8, 2025`, `May 26-30, 2025`, `2026年1月26日`.
fn month_first(symbols: &[Placed], at: usize) -> Option<Group> {
    let before = match symbols.get(at)?.symbol {
        Symbol::Year(year) => Some(year),
        _ => None,
    };
    let place = at + usize::from(before.is_some());
    let number = month(symbols, place)?;
    let mut spans: Vec<Span> = Vec::new();
    let mut next = place + 1;
    while let Some((span, after)) =
        span(symbols, if spans.is_empty() { next } else { joined(symbols, next).unwrap_or(usize::MAX) })
    {
        // A day before another month belongs to that one.
        let taken = month(symbols, after).is_some() && !is_marked_month(symbols, after);
        if taken || spans.last().is_some_and(|before| before.last >= span.first) {
            break;
        }
        spans.push(span);
        next = after;
    }
    let mut end = spans.last()?.end;
    let year = before.or_else(|| year(symbols, &mut next, &mut end));
    spans.first_mut()?.start = symbols[at].start;
    spans.last_mut()?.end = end;
    Some(Group { spans, month: number, year, next, start: symbols[at].start, end })
}

/// A month that has its own day after it: `1月26日2月3日`.
fn is_marked_month(symbols: &[Placed], at: usize) -> bool {
    day(symbols, at + 1).is_some()
}

/// The year after a month or day, unless it is the first half of a time (`17 March, 2000-2200`).
fn year(symbols: &[Placed], next: &mut usize, end: &mut usize) -> Option<i16> {
    let skip = usize::from(
        symbols.get(*next).is_some_and(|placed| matches!(placed.symbol, Symbol::Comma | Symbol::Dash)),
    );
    let placed = symbols.get(*next + skip)?;
    let Symbol::Year(year) = placed.symbol else { return None };
    let after = |offset: usize| symbols.get(*next + skip + offset).map(|placed| placed.symbol);
    let long = |symbol| {
        matches!(symbol, Some(Symbol::Year(_))) || matches!(symbol, Some(Symbol::Number(n)) if n >= 100)
    };
    if matches!(after(1), Some(Symbol::Dash)) && long(after(2)) {
        return None;
    }
    // `26 May, 2026年...`: a year that has a month after it is that month's.
    if skip == 1 && matches!(after(1), Some(Symbol::Month(_))) {
        return None;
    }
    *next += skip + 1;
    *end = placed.end;
    Some(year)
}

/// A range over two months: `30 March - 3 April 2026`.
fn range_end(symbols: &[Placed], first: &Group) -> Option<(Group, FoundDates)> {
    let [span] = first.spans.as_slice() else { return None };
    let last = group(symbols, ranged(symbols, first.next)?).filter(|_| span.first == span.last)?;
    let [end] = last.spans.as_slice() else { return None };
    if end.first != end.last {
        return None;
    }
    let turn = i16::from(first.month > last.month);
    let start_year = first.year.or_else(|| last.year.map(|year| year.saturating_sub(turn)));
    let end_year = last.year.or_else(|| first.year.map(|year| year.saturating_add(turn)));
    let start = Day { year: start_year, month: first.month, day: span.first, weekday: span.weekday };
    let found = FoundDates {
        range: first.start..last.end,
        start,
        end: Day { year: end_year, month: last.month, day: end.last, weekday: end.weekday },
    };
    is_sound(&found).then_some((last, found))
}

impl Group {
    fn pieces(self) -> Vec<Piece> {
        let Self { spans, month, year, .. } = self;
        let day = |day, weekday| Day { year, month, day, weekday };
        let piece = |span: Span| FoundDates {
            range: span.start..span.end,
            start: day(span.first, span.weekday),
            end: day(span.last, span.weekday.filter(|_| span.first == span.last)),
        };
        spans.into_iter().map(|span| Piece { found: piece(span), linked: true }).collect()
    }
}

/// Members of one list share the year that is printed with the last (or the first) of them.
fn fill_years(pieces: &mut [Piece]) {
    for at in (0..pieces.len().saturating_sub(1)).rev() {
        let (year, month) = (pieces[at + 1].found.start.year, pieces[at + 1].found.start.month);
        let piece = &mut pieces[at];
        if piece.linked && piece.found.end.year.is_none() {
            let turn = i16::from(piece.found.end.month > month);
            set_year(&mut piece.found, year.map(|year| year.saturating_sub(turn)));
        }
    }
    for at in 1..pieces.len() {
        let before = &pieces[at - 1];
        let (linked, year, month) = (before.linked, before.found.end.year, before.found.end.month);
        let found = &mut pieces[at].found;
        if linked && found.start.year.is_none() {
            let turn = i16::from(month > found.start.month);
            set_year(found, year.map(|year| year.saturating_add(turn)));
        }
    }
}

fn set_year(found: &mut FoundDates, year: Option<i16>) {
    found.start.year = year;
    found.end.year = year.map(|year| year.saturating_add(i16::from(found.start.month > found.end.month)));
}
