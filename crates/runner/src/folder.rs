//! How much there is in a folder, and how deep.

use std::fs;
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
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
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

/// Brings folders that are too deep in `top` up to it, so that it can be removed: a path to them is
/// longer than the system takes, and each level would be one open file.
pub(crate) fn make_shallow(top: &Path) {
    let mut open = vec![(top.to_owned(), 0)];
    while let Some((folder, level)) = open.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            if !entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                continue;
            }
            if level < MOST_LEVELS {
                open.push((entry.path(), level + 1));
                continue;
            }
            // An empty folder with a name that no other has, whose place it takes.
            let Ok(above) = tempfile::tempdir_in(top).map(tempfile::TempDir::keep) else {
                return;
            };
            if fs::rename(entry.path(), &above).is_ok() {
                open.push((above, 1));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    /// Where a folder in `folder` is, and how deep.
    fn below(folder: &Path, level: usize) -> Vec<(PathBuf, usize)> {
        let entries = fs::read_dir(folder).expect("a folder").flatten();
        entries.map(|entry| (entry.path(), level + 1)).collect()
    }

    #[test]
    fn what_is_very_deep_is_brought_up_whole() {
        let top = tempfile::tempdir().expect("a folder");
        let (made, within) = (top.path().join("made"), top.path().join("within"));
        fs::create_dir(&made).expect("made");
        // From the inside out, for no path leads there.
        for _ in 1..500 {
            fs::rename(&made, &within).expect("moved");
            fs::create_dir(&made).expect("made");
            fs::rename(&within, made.join("d")).expect("moved");
        }
        make_shallow(top.path());
        let (mut open, mut folders, mut deepest) = (below(top.path(), 0), 0, 0);
        while let Some((folder, level)) = open.pop() {
            (folders, deepest) = (folders + 1, deepest.max(level));
            open.extend(below(&folder, level));
        }
        assert_eq!((folders, deepest), (500, MOST_LEVELS));
    }
}
