//! What the page is made of, from `templates/page`: templates, style and script.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::text::{TextPartials, TextTemplate};

/// The text of a file of `templates/page`.
macro_rules! asset {
    ($name:literal) => {
        include_str!(concat!("../../../../templates/page/", $name))
    };
}

/// The page around its sections.
pub(super) const TEMPLATE: TextTemplate<'static> =
    TextTemplate { name: "page.html.j2", source: asset!("page.html.j2") };

/// The style, as it stands in the page.
pub(super) const STYLE: &str = concat!(
    asset!("style/base.css"),
    asset!("style/header.css"),
    asset!("style/overview.css"),
    asset!("style/tables.css"),
    asset!("style/narrow.css"),
    asset!("style/print.css"),
);

/// The script, as it stands in the page: its files share one scope.
pub(super) const SCRIPT: &str = concat!(
    asset!("script/begin.js"),
    asset!("script/lists.js"),
    asset!("script/filters.js"),
    asset!("script/sorting.js"),
    asset!("script/address.js"),
    asset!("script/search.js"),
    asset!("script/keys.js"),
    asset!("script/appearance.js"),
    asset!("script/end.js"),
);

const PARTIALS: &[(&str, &str)] = &[
    ("macros.html.j2", asset!("macros.html.j2")),
    ("overview.html.j2", asset!("overview.html.j2")),
    ("documents.html.j2", asset!("documents.html.j2")),
    ("items.html.j2", asset!("items.html.j2")),
    ("decisions.html.j2", asset!("decisions.html.j2")),
    ("actions.html.j2", asset!("actions.html.j2")),
    ("timeline.html.j2", asset!("timeline.html.j2")),
    ("liaisons.html.j2", asset!("liaisons.html.j2")),
    ("findings.html.j2", asset!("findings.html.j2")),
    ("help.html.j2", asset!("help.html.j2")),
    ("style", STYLE),
    ("script", SCRIPT),
];

/// The texts that the page includes, by name.
pub(super) fn partials() -> TextPartials {
    PARTIALS.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

/// What the page may do: its own style and script, nothing else; no text can be made into markup by the script.
pub(super) fn policy() -> String {
    format!(
        "default-src 'none'; style-src {}; script-src {}; img-src data:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        hash(STYLE),
        hash(SCRIPT)
    )
}

/// The source expression that allows just this text.
pub(super) fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}
