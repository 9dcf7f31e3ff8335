//! Who was in the chair, named without a title: `chaired by Ann Lee (Fio Net, Chile)`, `chaired by the Rapporteur, Ann
//! Lee (Chile)`. The affiliation shows that it is a person.

use crate::clauses;
use crate::values::person::{self, Person};
use crate::vocabulary::{Grammar, Marker, Vocabulary};

/// The longest name with what stands before it, in bytes.
const LONGEST: usize = 120;

/// The persons right after the words that say so.
pub(super) fn in_chair(sentence: &str, words: &Vocabulary) -> Vec<Person> {
    if !words.markers.has(sentence, Marker::Chaired) {
        return Vec::new();
    }
    let hits = words.markers.find(sentence).into_iter().filter(|hit| hit.key == Marker::Chaired);
    let found = hits.filter_map(|hit| {
        let rest = sentence[hit.range.end..].trim_start();
        let rest = clauses::leading_of(&words.grammar, rest, Grammar::Article)
            .map_or(rest, |article| rest[article.range.end..].trim_start());
        let office = words.roles.leading(rest);
        let rest = office.map_or(rest, |office| rest[office.range.end..].trim_start_matches([',', ' ']));
        let open = rest.find('(').filter(|open| *open <= LONGEST)?;
        let close = rest[open..].find(')')? + open + 1;
        let name = rest[..open].trim();
        // Other words before the bracket would make it something else.
        let is_name = name.split_whitespace().count() > 1 && !name.contains([',', ';', ':', '.']);
        let mut people = person::list(&rest[..close], words);
        let person = people.pop().filter(|_| people.is_empty() && is_name)?;
        person.affiliation.printed().is_some().then_some(person)
    });
    found.collect()
}
