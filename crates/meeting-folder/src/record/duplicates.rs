//! Files of the same bytes: one of them is the file, the others repeat it.

use std::collections::BTreeMap;

use meeting_model::{FileStatus, MeetingFile};

use super::naming;

/// For each file that repeats another, the path of that other.
///
/// Of several, the file is the one with an ITU name as it came from the server; then one outside archives, in a folder
/// nearer the top, then the one with the shorter name, for copies are called `report (1).docx`, and last the first by path.
pub(super) fn find(files: &[(String, &MeetingFile)]) -> BTreeMap<String, String> {
    let mut by_content: BTreeMap<&str, Vec<(String, usize)>> = BTreeMap::new();
    for (path, file) in files {
        let content = file.sha256.as_deref().filter(|_| counts(file.status));
        if let Some(content) = content {
            let depth = path.matches('/').count();
            by_content.entry(content).or_default().push((path.clone(), depth));
        }
    }
    let mut repeated = BTreeMap::new();
    for (_, mut same) in by_content.into_iter().filter(|(_, same)| same.len() > 1) {
        let length = |path: &str| crate::unit::last(path).chars().count();
        same.sort_by_cached_key(|(path, depth)| (rank(path), *depth, length(path), path.clone()));
        let (first, _) = same.remove(0);
        repeated.extend(same.into_iter().map(|(path, _)| (path, first.clone())));
    }
    repeated
}

/// Two empty files have nothing in common.
fn counts(status: FileStatus) -> bool {
    !matches!(status, FileStatus::Empty | FileStatus::Lock | FileStatus::System)
}

/// How far a name is from that of the server: 0 the very name, 1 a copy or a name with remarks, 2 none.
fn rank(path: &str) -> u8 {
    match naming::itu_name(path) {
        Some(name) if name.copy.is_none() && name.to_string() == crate::unit::last(path) => 0,
        Some(_) => 1,
        None => 2,
    }
}
