//! How much there is in a folder.

use std::path::Path;

/// So many files and folders are too many, however small they are.
const MOST_FILES: usize = 10_000;
/// A path that is much longer the system does not take any more.
const MOST_LEVELS: usize = 100;

/// Whether the files at or below these folders have more bytes than `most` together, or are too
/// many, or too deep. Links are not followed. What cannot be read, or goes away meanwhile, does not
/// count.
pub(crate) fn holds_more<'a>(folders: impl IntoIterator<Item = &'a Path>, most: u64) -> bool {
    let (mut bytes, mut files) = (0_u64, 0);
    let mut open: Vec<_> = folders
        .into_iter()
        .map(|folder| (folder.to_owned(), 0))
        .collect();
    while let Some((folder, level)) = open.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let Ok(facts) = entry.metadata() else {
                continue;
            };
            files += 1;
            if facts.is_dir() {
                open.push((entry.path(), level + 1));
            } else {
                bytes = bytes.saturating_add(facts.len());
            }
            if bytes > most || files > MOST_FILES || level > MOST_LEVELS {
                return true;
            }
        }
    }
    false
}
