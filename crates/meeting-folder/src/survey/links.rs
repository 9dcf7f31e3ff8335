//! Symbolic links: one that leads to a file of the folder is that file once more, any other is listed and not followed.

use std::fs::Metadata;
use std::path::Path;

/// Where a symbolic link leads.
pub(super) enum Target {
    /// To a file of the folder.
    File(Metadata),
    /// Elsewhere, with the reason for which it is not followed.
    Refused(&'static str),
}

/// Follows a link as far as the folder goes.
pub(super) fn resolve(root: &Path, link: &Path) -> Target {
    let Ok(target) = link.canonicalize() else {
        return Target::Refused("it is a symbolic link that leads nowhere");
    };
    if !target.starts_with(root) {
        return Target::Refused("it is a symbolic link that leads out of the folder");
    }
    match target.metadata() {
        Ok(about) if about.is_file() => Target::File(about),
        _ => Target::Refused("it is a symbolic link to a folder, which is met by its own name"),
    }
}
