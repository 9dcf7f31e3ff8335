//! What is known besides the agenda: documents, or parts of documents, laid over it.

use meeting_model::{Document, Header, Item, Location};

/// Lays `more` over a document: what it states wins, what it does not state stays.
pub(super) fn into(document: &mut Document, more: &Document) {
    header(&mut document.header, &more.header);
    more.items.iter().for_each(|item| into_items(&mut document.items, item));
    for listed in &more.documents {
        let same = document.documents.iter_mut().find(|own| match (&own.number, &listed.number) {
            (Some(own), Some(new)) => own.matches_any_revision(new),
            _ => false,
        });
        match same {
            Some(own) => *own = listed.clone(),
            None => document.documents.push(listed.clone()),
        }
    }
    append(&mut document.decisions, &more.decisions, |own, new| own.item == new.item && own.text == new.text);
    append(&mut document.actions, &more.actions, |own, new| {
        (own.id.is_some() && own.id == new.id) || (own.item == new.item && own.text == new.text)
    });
    append(&mut document.meetings, &more.meetings, |own, new| {
        own.group == new.group && own.start_date == new.start_date && own.start_time == new.start_time
    });
    append(&mut document.people, &more.people, |own, new| own.name == new.name && own.role == new.role);
    append(&mut document.groups, &more.groups, |own, new| own.acronym == new.acronym && own.name == new.name);
    append(&mut document.texts, &more.texts, |own, new| own.designation == new.designation);
    append(&mut document.questions, &more.questions, |own, new| own.number == new.number);
    append(&mut document.work_items, &more.work_items, |own, new| own.designation == new.designation);
    append(&mut document.terms_of_reference, &more.terms_of_reference, |own, new| {
        own.group == new.group && own.title == new.title
    });
}

/// An element that is there already gives way to the newer one.
fn append<T: Clone>(own: &mut Vec<T>, more: &[T], same: impl Fn(&T, &T) -> bool) {
    for new in more {
        match own.iter_mut().find(|old| same(old, new)) {
            Some(old) => *old = new.clone(),
            None => own.push(new.clone()),
        }
    }
}

fn header(own: &mut Header, more: &Header) {
    macro_rules! take {
        ($($field:ident),+) => { $(if let Some(value) = &more.$field { own.$field = Some(value.clone()); })+ };
    }
    take!(sector, group, study_period, language, place, start_date, end_date, document_type, purpose);
    take!(source, title, r#abstract, action_required, number, printed);
    macro_rules! take_list {
        ($($field:ident),+) => { $(if !more.$field.is_empty() { own.$field.clone_from(&more.$field); })+ };
    }
    take_list!(questions, keywords, contacts);
}

fn into_items(items: &mut Vec<Item>, more: &Item) {
    let same = items.iter_mut().find(|own| own.number.is_some() && own.number == more.number);
    let Some(own) = same else {
        let after = items.iter().rposition(|own| key(own) <= key(more)).map_or(0, |at| at + 1);
        items.insert(after, more.clone());
        return;
    };
    macro_rules! take {
        ($($field:ident),+) => { $(if let Some(value) = &more.$field { own.$field = Some(value.clone()); })+ };
    }
    take!(section, title, presented_by, text);
    macro_rules! take_list {
        ($($field:ident),+) => { $(if !more.$field.is_empty() { own.$field.clone_from(&more.$field); })+ };
    }
    take_list!(sources, documents, proposed, outcomes);
}

/// Whether an item says what happened.
pub(super) fn is_told(item: &Item) -> bool {
    item.text.is_some() || !item.outcomes.is_empty() || item.presented_by.is_some()
}

/// Items in the order of their numbers: `2.10` comes after `2.9`.
fn key(item: &Item) -> Vec<u32> {
    let number = item.number.as_deref().unwrap_or_default();
    number.split('.').map(|part| part.parse().unwrap_or(u32::MAX)).collect()
}

/// A draft stands in no Word file yet.
pub(super) fn forget_places(document: &mut Document) {
    macro_rules! forget {
        ($($list:ident),+) => { $(document.$list.iter_mut().for_each(|element| element.at = Location::default());)+ };
    }
    forget!(items, documents, decisions, actions, meetings, groups, people, texts, questions, work_items);
    forget!(terms_of_reference);
}
