//! parse(render(document)) gives the same items, documents, actions, decisions and meetings, as far as the template
//! carries them; `templates/README.md` states what each one carries.

mod carried;
mod corpus;
mod fixtures;
mod generated;
mod languages;
mod support;
