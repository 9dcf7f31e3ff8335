//! An affiliation: which part is the organization, which the country. *Ericsson, Canada* is an
//! organization and a country, *China* alone a country, *Ericsson Canada* and *ITU/TSB* are organizations.

use super::split::{clean, closing, outside};
use super::term::{self, Term};
use crate::vocabulary::text::tokens;
use crate::vocabulary::{PersonWord, Vocabulary};

/// What stands in parentheses after a name, or under it in a contact.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Affiliation {
    /// The organization as printed.
    pub organization: Option<String>,
    /// The country as printed.
    pub country: Option<String>,
    /// An office that is printed in the place of the organization: *(TSAG Chair)*.
    pub role: Option<String>,
    /// Months of office.
    pub term: Term,
    /// What is none of these: *participating remotely*.
    pub remarks: Vec<String>,
}

impl Affiliation {
    /// Organization and country in one text, as printed.
    pub fn printed(&self) -> Option<String> {
        let parts: Vec<&str> =
            [&self.organization, &self.country].into_iter().flatten().map(String::as_str).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// Reads an affiliation: parts between commas, the last one that is a country parts organization and remarks.
pub fn affiliation(text: &str, words: &Vocabulary) -> Affiliation {
    let mut affiliation = Affiliation::default();
    let mut parts: Vec<String> = Vec::new();
    for range in outside(text, |c| matches!(c, ',' | ';' | '，' | '、' | '；' | '،' | '\n')) {
        let part = clean(&text[range]);
        match term::term(&part, words) {
            Some(term) if parts.is_empty() || part.split(' ').count() <= 6 => affiliation.term = term,
            _ if part.is_empty() => {}
            _ => parts.push(part),
        }
    }
    join_inverted(&mut parts, words);
    let country = parts.iter().rposition(|part| is_country(part, words));
    if let Some(at) = country {
        affiliation.remarks = parts.split_off(at + 1);
        affiliation.country = parts.pop();
    } else if parts.len() > 1 {
        let remarks = parts.iter().skip(1).position(|part| part.starts_with(char::is_lowercase));
        affiliation.remarks = remarks.map_or(Vec::new(), |at| parts.split_off(at + 1));
    }
    if let [only] = parts.as_slice()
        && country.is_none()
        && is_office(only, words)
    {
        affiliation.role = parts.pop();
    }
    affiliation.organization = (!parts.is_empty()).then(|| parts.join(", "));
    affiliation
}

/// *Iran, Islamic Republic of*: the form of the state belongs to the name before it.
fn join_inverted(parts: &mut Vec<String>, words: &Vocabulary) {
    let mut at = 1;
    while at < parts.len() {
        if words.persons.is(&parts[at], PersonWord::CountryForm)
            && words.countries.code(&parts[at - 1]).is_some()
        {
            let form = parts.remove(at);
            parts[at - 1] = format!("{}, {form}", parts[at - 1]);
        } else {
            at += 1;
        }
    }
}

/// Is the text an office and no organization: it begins or ends with the word for one, and has no country?
fn is_office(text: &str, words: &Vocabulary) -> bool {
    let tokens = tokens(text);
    let hits = words.roles.find_in(&tokens);
    hits.iter().any(|hit| hit.tokens.start == 0 || hit.tokens.end == tokens.len())
}

/// Is the text the name of a country, also with the form of its state (*Republic of …*, *… (Kingdom of)*)?
pub fn is_country(name: &str, words: &Vocabulary) -> bool {
    let name = name.trim();
    let inverted = || name.split_once(',').map(|(bare, form)| (bare.trim(), form.trim()));
    words.countries.code(name).is_some()
        || without_form(name, words).is_some_and(|bare| words.countries.code(bare).is_some())
        || without_bracket(name).is_some_and(|bare| words.countries.code(bare).is_some())
        || inverted().is_some_and(|(bare, form)| {
            words.persons.is(form, PersonWord::CountryForm) && words.countries.code(bare).is_some()
        })
}

fn without_form<'a>(name: &'a str, words: &Vocabulary) -> Option<&'a str> {
    let tokens = tokens(name);
    let mut end = 0;
    // Two forms may follow each other: "the Republic of".
    for _ in 0..2 {
        let Some(hit) = words.persons.at_key(&tokens, end, PersonWord::CountryForm) else { break };
        end = hit.tokens.end;
    }
    let rest = tokens.get(end).filter(|_| end > 0)?.start;
    let article = tokens.get(end).filter(|t| t.is('\'')).map(|t| t.end);
    Some(name[article.unwrap_or(rest)..].trim())
}

fn without_bracket(name: &str) -> Option<&str> {
    let &(start, end) = closing(name).last()?;
    (end == name.len() && start > 0).then(|| name[..start].trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, organization: Option<&str>, country: Option<&str>) {
        let found = affiliation(text, Vocabulary::get());
        assert_eq!(
            (found.organization.as_deref(), found.country.as_deref()),
            (organization, country),
            "{text:?}"
        );
    }

    #[test]
    fn organization_and_country() {
        check("Polar Radio, Canada", Some("Polar Radio"), Some("Canada"));
        check("China", None, Some("China"));
        check("ITU/TSB", Some("ITU/TSB"), None);
        check("Polar Canada", Some("Polar Canada"), None);
        check("Hanji Telecom, Korea (Rep. of)", Some("Hanji Telecom"), Some("Korea (Rep. of)"));
        check("Fjordnett, Rep. of Korea", Some("Fjordnett"), Some("Rep. of Korea"));
        check("Instituto Sur (ISUR), Mexico", Some("Instituto Sur (ISUR)"), Some("Mexico"));
        check(
            "ABC, Ministry of Posts and Industry, China",
            Some("ABC, Ministry of Posts and Industry"),
            Some("China"),
        );
        check("Lanterna, China, participating remotely", Some("Lanterna"), Some("China"));
        check("Saudi Arabia (Kingdom of)", None, Some("Saudi Arabia (Kingdom of)"));
        check("Hashemite Kingdom of Jordan", None, Some("Hashemite Kingdom of Jordan"));
        check("the Republic of Côte d'Ivoire", None, Some("the Republic of Côte d'Ivoire"));
        check("Iran, Islamic Republic of", None, Some("Iran, Islamic Republic of"));
        check("P.R. China", None, Some("P.R. China"));
        check("Acme, Inc., USA", Some("Acme, Inc."), Some("USA"));
        check("Énergie Sahel, Niger", Some("Énergie Sahel"), Some("Niger"));
        check("АО «Связь», Российская Федерация", Some("АО «Связь»"), Some("Российская Федерация"));
        check("星光通信，中国", Some("星光通信"), Some("中国"));
        check("شركة النجم، مصر", Some("شركة النجم"), Some("مصر"));
        check("", None, None);
    }

    #[test]
    fn terms_offices_and_remarks() {
        let words = Vocabulary::get();
        let found = affiliation("Ghana, from 03/2022 to 01/2024", words);
        assert_eq!(
            (found.country.as_deref(), found.term.until.map(|m| m.to_string()).as_deref()),
            (Some("Ghana"), Some("2024-01"))
        );
        assert_eq!(affiliation("SG5 Chair", words).role.as_deref(), Some("SG5 Chair"));
        assert_eq!(affiliation("Ireland; in memoriam", words).remarks, ["in memoriam"]);
        assert_eq!(affiliation("Orbit, Chile", words).printed().as_deref(), Some("Orbit, Chile"));
    }
}
