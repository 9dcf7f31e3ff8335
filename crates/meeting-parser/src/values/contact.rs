//! Contact cells of a cover: *Name / role / organization, country*, and the cell beside it with
//! telephone and e-mail.

use std::collections::HashSet;

use super::organization::{Affiliation, affiliation, is_country};
use super::person;
use super::split::{clean, outside};
use crate::vocabulary::text::{Kind, digit, tokens};
use crate::vocabulary::{CoverField, Key, Marker, Vocabulary};

/// A person to contact.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// The name without title.
    pub name: Option<String>,
    /// The office as printed.
    pub role: Option<String>,
    /// The organization.
    pub organization: Option<String>,
    /// The country.
    pub country: Option<String>,
    /// The first telephone number.
    pub phone: Option<String>,
    /// The first e-mail address.
    pub email: Option<String>,
}

/// Telephone numbers and addresses, as they stand in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Details {
    /// Telephone numbers.
    pub phones: Vec<String>,
    /// Fax numbers.
    pub faxes: Vec<String>,
    /// E-mail addresses.
    pub emails: Vec<String>,
}

/// Reads a contact: the cell with name, role and affiliation (lines parted by line breaks or, on one line, by
/// slashes or commas) and the text of the cell beside it. An empty cell gives `None`.
pub fn contact(cell: &str, beside: &str, words: &Vocabulary) -> Option<Contact> {
    let mut found = details(beside, words);
    let mut lines: Vec<String> = Vec::new();
    for line in lines_of(cell, words) {
        let own = details(&line, words);
        let named = without_details(&line, words);
        found.phones.extend(own.phones);
        found.emails.extend(own.emails);
        lines.extend(
            Some(clean(named)).filter(|line| !line.is_empty() && !words.markers.is(line, Marker::Nothing)),
        );
    }
    let mut contact = named(&lines, words);
    contact.phone = found.phones.into_iter().next();
    contact.email = found.emails.into_iter().next();
    (contact != Contact::default()).then_some(contact)
}

/// The lines of a contact; those of a single line are cut at slashes with spaces or at commas.
fn lines_of(cell: &str, words: &Vocabulary) -> Vec<String> {
    let lines: Vec<&str> =
        cell.split(['\n', '\u{b}']).map(str::trim).filter(|line| !line.is_empty()).collect();
    let [single] = lines.as_slice() else { return lines.into_iter().map(str::to_owned).collect() };
    if single.contains(" / ") {
        return single.split(" / ").map(str::to_owned).collect();
    }
    let mut parts: Vec<String> = outside(single, |c| matches!(c, ',' | '，' | '、' | '،' | ';'))
        .into_iter()
        .map(|part| clean(&single[part]))
        .collect();
    if parts.len() < 2 {
        return parts;
    }
    // The body of an office goes with it: "Chair, SG3RG-X"; the country with the organization before it.
    if let Some(at) = parts.iter().skip(1).position(|part| is_role(part, words)).map(|at| at + 1) {
        while parts.get(at + 1).is_some_and(|next| is_body(next)) {
            let body = parts.remove(at + 1);
            parts[at] = format!("{}, {body}", parts[at]);
        }
    }
    if let Some(at) = parts
        .iter()
        .position(|part| is_country(part, words))
        .filter(|&at| at >= 2 && !is_role(&parts[at - 1], words))
    {
        let country = parts.remove(at);
        parts[at - 1] = format!("{}, {country}", parts[at - 1]);
    }
    parts
}

/// The short name of a group: capitals with figures or hyphens.
fn is_body(part: &str) -> bool {
    let short = part.split_whitespace().count() <= 3;
    short
        && part.contains(|c: char| c.is_ascii_digit() || matches!(c, '-' | '/'))
        && part.starts_with(char::is_uppercase)
        && !part.contains('@')
        && !part.contains(':')
}

fn is_role(line: &str, words: &Vocabulary) -> bool {
    !words.roles.find(line).is_empty()
}

/// Name, role and affiliation of the lines: the first is the name; the role is the line with an office, or the
/// second of three; the rest is the affiliation.
fn named(lines: &[String], words: &Vocabulary) -> Contact {
    let Some((first, rest)) = lines.split_first() else { return Contact::default() };
    let in_brackets = first
        .contains(['(', '（'])
        .then(|| person::list(first, words))
        .and_then(|people| people.into_iter().next());
    let name = person::name(first, words).or_else(|| Some(clean(first)));
    let office = rest.iter().position(|line| is_role(line, words) && !is_country(line, words));
    let role = office.or_else(|| {
        (rest.len() >= 2 && !is_country(&rest[1], words) && is_affiliation(&rest[1], words)).then_some(0)
    });
    let affiliated: Vec<&str> =
        rest.iter().enumerate().filter(|&(at, _)| Some(at) != role).map(|(_, line)| line.as_str()).collect();
    let mut found = affiliation(&affiliated.join(", "), words);
    if let Some(person) = in_brackets.filter(|_| found == Affiliation::default()) {
        found = person.affiliation.clone();
        return Contact {
            name: Some(person.name),
            organization: found.organization,
            country: found.country,
            role: role.map(|at| rest[at].clone()).or(found.role),
            ..Contact::default()
        };
    }
    let role = role.map(|at| rest[at].clone()).or(found.role);
    Contact { name, role, organization: found.organization, country: found.country, ..Contact::default() }
}

/// A line that ends in a country after a comma: the affiliation, so that the line before it is the role.
fn is_affiliation(line: &str, words: &Vocabulary) -> bool {
    affiliation(line, words).country.is_some()
}

/// The telephone numbers and addresses of a cell.
pub fn details(text: &str, words: &Vocabulary) -> Details {
    let mut details = Details { emails: emails(text), ..Details::default() };
    for (field, value) in labelled(text, words) {
        let Some(number) = number(value) else { continue };
        match field {
            Some(CoverField::Fax) => details.faxes.push(number),
            Some(CoverField::Email) => {}
            _ => details.phones.push(number),
        }
    }
    details
}

/// The values of a text, each with the label before it. Labels stand before a colon or at the start of a line.
fn labelled<'a>(text: &'a str, words: &Vocabulary) -> Vec<(Option<CoverField>, &'a str)> {
    let mut values = Vec::new();
    for line in text.split(['\n', '\u{b}']) {
        let tokens = tokens(line);
        let mut labels: Vec<(CoverField, usize, usize)> = Vec::new();
        for at in 0..tokens.len() {
            let Some(hit) = [CoverField::Phone, CoverField::Fax, CoverField::Email]
                .iter()
                .find_map(|&key| words.cover.at_key(&tokens, at, key))
            else {
                continue;
            };
            let after = tokens[hit.tokens.end..].iter().find(|t| !t.is('.'));
            let parted = after.is_some_and(|t| t.is(':') || t.is('+') || t.kind == Kind::Number)
                || labels.is_empty() && at == 0;
            if parted && tokens[at].spaced {
                labels.push((hit.key, hit.range.start, hit.range.end));
            }
        }
        let first = labels.first().map_or(line.len(), |&(_, start, _)| start);
        values.push((None, &line[..first]));
        for (at, &(field, _, end)) in labels.iter().enumerate() {
            let next = labels.get(at + 1).map_or(line.len(), |&(_, start, _)| start);
            values.push((Some(field), &line[end.min(next)..next]));
        }
    }
    values.retain(|(field, value)| field.is_some() || value.trim_start().starts_with('+'));
    values
}

/// A telephone number: figures, spaces and the usual marks, with at least five figures.
fn number(text: &str) -> Option<String> {
    let text = text.trim_start_matches([' ', ':', '.', '\t', '\u{a0}', '：']);
    let end = text
        .find(|c: char| {
            digit(c).is_none()
                && !c.is_whitespace()
                && !matches!(c, '+' | '(' | ')' | '-' | '.' | '/' | '‑' | '–')
        })
        .unwrap_or(text.len());
    let number = text[..end].split_whitespace().collect::<Vec<_>>().join(" ");
    let number = number.trim_end_matches(['.', '-', '/', '(', ' ', '–']).to_owned();
    (number.chars().filter(|&c| digit(c).is_some()).count() >= 5).then_some(number)
}

/// The e-mail addresses of a text, in its order, each once.
pub fn emails(text: &str) -> Vec<String> {
    let mut emails = Vec::new();
    let mut seen = HashSet::new();
    for word in text.split(|c: char| {
        c.is_whitespace()
            || matches!(c, ',' | ';' | '<' | '>' | '(' | ')' | '[' | ']' | ':' | '：' | '"' | '，' | '、')
    }) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '_');
        let Some((user, host)) = word.split_once('@') else { continue };
        let sound = !user.is_empty() && host.contains('.') && !host.contains('@');
        if sound && seen.insert(word) {
            emails.push(word.to_owned());
        }
    }
    emails
}

/// A line up to its first telephone number or address (with the label before it).
fn without_details<'a>(line: &'a str, words: &Vocabulary) -> &'a str {
    let tokens = tokens(line);
    let label = (0..tokens.len()).find_map(|at| {
        let hit = words.cover.at(&tokens, at)?;
        let detail = matches!(hit.key, CoverField::Phone | CoverField::Fax | CoverField::Email);
        let colon =
            tokens[hit.tokens.end..].iter().find(|t| !t.is('.')).is_some_and(|t| t.is(':') || t.is('+'));
        (detail && colon && CoverField::ALL.contains(&hit.key)).then_some(hit.range.start)
    });
    let address = line.find('@').map(|at| line[..at].rfind(char::is_whitespace).map_or(0, |space| space));
    let plus = line.find(" +").or_else(|| line.starts_with('+').then_some(0));
    let end = [label, address, plus].into_iter().flatten().min().unwrap_or(line.len());
    &line[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(contact: Option<Contact>) -> String {
        let Some(c) = contact else { return "none".to_owned() };
        [c.name, c.role, c.organization, c.country, c.phone, c.email]
            .map(|field| field.unwrap_or("-".to_owned()))
            .join("|")
    }

    #[test]
    fn cells_of_a_cover() {
        for (cell, beside, expected) in [
            (
                "Léa Roux\nRapporteur, TSAG RG-X\nAura Net, France",
                "E-mail:\tlea@aura.example",
                "Léa Roux|Rapporteur, TSAG RG-X|Aura Net|France|-|lea@aura.example",
            ),
            (
                "Bo Tian\nAssociate rapporteur, RG-X\nChina",
                "",
                "Bo Tian|Associate rapporteur, RG-X|-|China|-|-",
            ),
            (
                "Aiko Tan\nCounsellor\nITU/TSB",
                "Tel:\t+41 22 730 00 01\nE-mail:\ta.tan@tsb.example ",
                "Aiko Tan|Counsellor|ITU/TSB|-|+41 22 730 00 01|a.tan@tsb.example",
            ),
            (
                "Fatou Sarr\nSahel Énergie, Niger",
                "Tél.: +227 20 00 00 11 Courriel : f@sahel.example",
                "Fatou Sarr|-|Sahel Énergie|Niger|+227 20 00 00 11|f@sahel.example",
            ),
            (
                "Marisol Paz\nDirectora de Regulación\nSabana, Colombia",
                "Correo-e:\tm@s.example",
                "Marisol Paz|Directora de Regulación|Sabana|Colombia|-|m@s.example",
            ),
            ("Ana Gil\nHead of Numbering\nOrbit\nChile", "", "Ana Gil|Head of Numbering|Orbit|Chile|-|-"),
            ("Ana Gil / Editor / Orbit, Chile", "", "Ana Gil|Editor|Orbit|Chile|-|-"),
            (
                "Ana Gil, Chair, SG3RG-LAC, Colombia, E-mail: ana@x.example",
                "",
                "Ana Gil|Chair, SG3RG-LAC|-|Colombia|-|ana@x.example",
            ),
            ("Ana Gil, Orbit, Chile", "Fax: +56 2 000 11 22", "Ana Gil|-|Orbit|Chile|-|-"),
            ("Mr Bo Lind (Norvo, Sweden)", "T: +46 000 11 22", "Bo Lind|-|Norvo|Sweden|+46 000 11 22|-"),
            (
                "李明\n星光通信\n中国",
                "电话：+86 10 0000 1111\n电子邮件：li@x.example",
                "李明|-|星光通信|中国|+86 10 0000 1111|li@x.example",
            ),
            (
                "Анна Лебедева\nСвязь\nРоссийская Федерация",
                "Тел.: +7 000 111 22 33\nЭл. почта: a@l.example",
                "Анна Лебедева|-|Связь|Российская Федерация|+7 000 111 22 33|a@l.example",
            ),
            ("N/A", "", "none"),
            (" \n ", "", "none"),
        ] {
            assert_eq!(row(contact(cell, beside, Vocabulary::get())), expected, "{cell:?}");
        }
    }

    #[test]
    fn several_numbers_and_addresses() {
        let found = details(
            "Tel: +1 613 000 1111 Fax: +1 613 000 2222\nE-mail: <a@b.example>; c@d.example.",
            Vocabulary::get(),
        );
        assert_eq!(found.phones, ["+1 613 000 1111"]);
        assert_eq!(found.faxes, ["+1 613 000 2222"]);
        assert_eq!(found.emails, ["a@b.example", "c@d.example"]);
        assert_eq!(details("", Vocabulary::get()), Details::default());
    }

    #[test]
    fn hostile_cells_are_read_in_time() {
        for text in ["@", "Tel: ", "+", "a@b.c ", "Fax", "/ ", "é: ", "Chair, A-1, "] {
            let _ = contact(&text.repeat(1_000), &text.repeat(1_000), Vocabulary::get());
        }
    }
}
