//! The folder that a build may write to, and how it gets there whole.
//!
//! A build replaces a folder. So that it destroys nothing that it has not written, it writes into
//! the folder the list of its files, [`LIST`], and takes a folder only if it is not there, is empty,
//! or holds nothing but what such a list names:
//!
//! ```text
//! error: notes: holds todo.txt, which no build of this book has written; name a folder that …
//! ```

use crate::pages::site::files;
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};
use tempfile::TempDir;

/// The file in a built folder that names all others there, one a line.
pub const LIST: &str = ".built-files";

/// A folder that a build may replace.
pub struct Target {
    /// As it was named.
    named: PathBuf,
    /// Without links and dots.
    folder: PathBuf,
}

impl Target {
    /// The folder `named` for the book at `root` with its pages in `source`, if a build may replace it.
    pub fn new(root: &Path, source: &Path, named: &Path) -> Result<Target> {
        let place = named.display();
        let to = root.join(named);
        if to.is_symlink() {
            bail!("{place}: is a link; name the folder that it leads to");
        }
        let folder = without_links(&to)?;
        let [root, source] = [root, source].map(Path::canonicalize);
        if root
            .with_context(|| {
                format!("{place}: the book cannot be found; run this in the book's folder")
            })?
            .starts_with(&folder)
        {
            bail!("{place}: holds the book itself; name a folder of its own for the build");
        }
        if source.is_ok_and(|source| folder.starts_with(source)) {
            bail!("{place}: is among the book's pages; name a folder elsewhere");
        }
        let target = Target {
            named: named.to_owned(),
            folder,
        };
        let alone = target.alone()?;
        target.check(&target.folder)?;
        drop(alone);
        Ok(target)
    }

    /// A folder beside it, for a build under way, so that a rename does not copy.
    pub fn workshop(&self) -> Result<TempDir> {
        let made = || {
            let parent = self.folder.parent().unwrap_or(&self.folder);
            fs::create_dir_all(parent)?;
            tempfile::Builder::new().prefix(".book-").tempdir_in(parent)
        };
        made().with_context(|| {
            format!(
                "{}: no folder can be made beside it; name one where you may write",
                self.named.display()
            )
        })
    }

    /// Puts the folder `built` in its place; the workshop takes what was there.
    pub fn replace(&self, built: &Path, workshop: TempDir) -> Result<()> {
        let place = self.named.display();
        let cure = "close what uses it, or name another folder";
        write_list(built)?;
        let _alone = self.alone()?;
        let last = workshop.path().join("last");
        match fs::rename(&self.folder, &last) {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            moved => moved.with_context(|| format!("{place}: cannot be replaced; {cure}"))?,
        }
        // Somebody may have put something there meanwhile. From here on nobody does.
        let replaced = self.check(&last).and_then(|()| {
            fs::rename(built, &self.folder)
                .with_context(|| format!("{place}: cannot be written; {cure}"))
        });
        if replaced.is_err()
            && let Err(error) = fs::rename(&last, &self.folder)
            && error.kind() != ErrorKind::NotFound
        {
            let kept = workshop.keep().join("last");
            return replaced.with_context(|| {
                format!("{place}: is now {} ({error}); move it back", kept.display())
            });
        }
        replaced
    }

    /// While this is held, no other build replaces a folder beside it, nor looks at one.
    /// Windows cannot lock a folder; there the later of two builds may fail.
    fn alone(&self) -> Result<Option<File>> {
        let parent = self
            .folder
            .parent()
            .filter(|parent| cfg!(unix) && parent.is_dir());
        let locked = parent.map(|parent| {
            let parent = File::open(parent)?;
            match parent.lock() {
                // Not every file system has locks.
                Err(error) if error.kind() == ErrorKind::Unsupported => {}
                locked => locked?,
            }
            Ok::<_, std::io::Error>(parent)
        });
        locked.transpose().with_context(|| {
            format!(
                "{}: the folder around it cannot be locked; make it readable, or name another",
                self.named.display()
            )
        })
    }

    /// Complains if the folder, which may have been moved, is there and holds what no build has
    /// written.
    fn check(&self, folder: &Path) -> Result<()> {
        let place = self.named.display();
        match fs::symlink_metadata(folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            Err(error) => {
                return Err(error).with_context(|| {
                    format!(
                        "{place}: cannot be looked at; make it readable, or name another folder"
                    )
                });
            }
            Ok(found) if !found.is_dir() => {
                bail!("{place}: is no folder; name one that is empty or not there")
            }
            Ok(_) => {}
        }
        let list = match fs::read_to_string(folder.join(LIST)) {
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            list => list.with_context(|| {
                format!("{place}: its {LIST} cannot be read; delete the folder")
            })?,
        };
        let written: BTreeSet<&str> = list.lines().chain([LIST]).collect();
        let foreign = names(folder)?
            .into_iter()
            .find(|name| !written.contains(name.as_str()));
        match foreign {
            Some(name) => bail!(
                "{place}: holds {name}, which no build of this book has written; name a folder that is empty or not there, or, if mdBook or an older version has built this one, delete it once"
            ),
            None => Ok(()),
        }
    }
}

/// The folder by the name that it has without links and dots, whether it is there or not.
fn without_links(folder: &Path) -> Result<PathBuf> {
    let place = folder.display();
    let there = folder.ancestors().find(|part| part.exists());
    let (Some(there), Some(missing)) = (
        there,
        there.and_then(|there| folder.strip_prefix(there).ok()),
    ) else {
        bail!("{place}: cannot be found; name another folder");
    };
    if missing
        .components()
        .any(|part| part == Component::ParentDir)
    {
        bail!("{place}: leads through a folder that is not there; write it without `..`");
    }
    let there = there
        .canonicalize()
        .with_context(|| format!("{place}: cannot be found; name another folder"))?;
    // An empty rest would add a slash.
    Ok(missing
        .components()
        .fold(there, |folder, part| folder.join(part)))
}

fn write_list(folder: &Path) -> Result<()> {
    let list: String = names(folder)?
        .iter()
        .map(|name| format!("{name}\n"))
        .collect();
    let path = folder.join(LIST);
    fs::write(&path, list)
        .with_context(|| format!("{}: cannot be written; is the disk full?", path.display()))
}

/// The files in a folder and below it, in order.
fn names(folder: &Path) -> Result<Vec<String>> {
    let mut names = files(folder)?
        .iter()
        .map(|path| {
            Ok(path
                .strip_prefix(folder)?
                .to_string_lossy()
                .replace('\\', "/"))
        })
        .collect::<Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}
