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
            .with_context(|| format!("{place}: the book cannot be found"))?
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
        target.check()?;
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
        made().with_context(|| format!("{}: no folder can be made beside it", self.named.display()))
    }

    /// Puts the folder `built` in its place; `workshop` takes what was there.
    pub fn replace(&self, built: &Path, workshop: &Path) -> Result<()> {
        let place = self.named.display();
        write_list(built)?;
        let _alone = self.alone()?;
        // Somebody may have put something there meanwhile.
        self.check()?;
        let last = workshop.join("last");
        match fs::rename(&self.folder, &last) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("{place}: cannot be replaced"));
            }
            _ => {}
        }
        if let Err(error) = fs::rename(built, &self.folder) {
            // Where nothing was there, nothing is lost.
            _ = fs::rename(&last, &self.folder);
            return Err(error).with_context(|| format!("{place}: cannot be written"));
        }
        Ok(())
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
            parent.lock()?;
            Ok::<_, std::io::Error>(parent)
        });
        locked.transpose().with_context(|| {
            format!(
                "{}: the folder around it cannot be locked",
                self.named.display()
            )
        })
    }

    /// Complains if the folder is there and holds what no build has written.
    fn check(&self) -> Result<()> {
        let place = self.named.display();
        match fs::symlink_metadata(&self.folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            Err(error) => {
                return Err(error).with_context(|| format!("{place}: cannot be looked at"));
            }
            Ok(found) if !found.is_dir() => {
                bail!("{place}: is no folder; name one that is empty or not there")
            }
            Ok(_) => {}
        }
        let list = match fs::read_to_string(self.folder.join(LIST)) {
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            list => list.with_context(|| {
                format!("{place}: its {LIST} cannot be read; delete the folder")
            })?,
        };
        let written: BTreeSet<&str> = list.lines().chain([LIST]).collect();
        let foreign = names(&self.folder)?
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
        .with_context(|| format!("{place}: cannot be found"))?;
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
    fs::write(&path, list).with_context(|| format!("{} cannot be written", path.display()))
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
