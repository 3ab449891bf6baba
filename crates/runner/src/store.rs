//! Answers that are kept, so that nobody asks a compiler twice.
//!
//! An answer is good for one question and everything that it depends on: the program, the
//! compiler, the code that asks. Whatever changes gives another key, and what was kept under the
//! old one is never read again.

use serde::{Serialize, de::DeserializeOwned};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

/// A folder of answers.
#[derive(Debug, Clone)]
pub struct Store {
    folder: PathBuf,
}

impl Store {
    /// The answers kept in that folder, which is made if it is not there.
    ///
    /// # Errors
    /// If it cannot be made.
    pub fn open(folder: impl Into<PathBuf>) -> io::Result<Store> {
        let folder = folder.into();
        fs::create_dir_all(&folder)?;
        Ok(Store { folder })
    }

    /// The kept answer to a question, or what `ask` says now. `depends_on` is everything that the
    /// answer depends on.
    ///
    /// # Errors
    /// If `ask` fails or the answer cannot be kept.
    pub fn answer<T, E>(
        &self,
        question: &str,
        depends_on: impl Hash,
        ask: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, E>
    where
        T: Serialize + DeserializeOwned,
        E: From<io::Error>,
    {
        let path = self.path(question, depends_on).with_extension("json");
        let kept = fs::read(&path).ok();
        if let Some(answer) = kept.and_then(|kept| serde_json::from_slice(&kept).ok()) {
            return Ok(answer);
        }
        let answer = ask()?;
        // Written beside and renamed, so that another process never reads half an answer.
        let half = tempfile::NamedTempFile::new_in(&self.folder)?;
        serde_json::to_writer(&half, &answer).map_err(io::Error::from)?;
        half.persist(&path).map_err(|error| error.error)?;
        Ok(answer)
    }

    /// The kept folder of files that are the answer to a question, or the one that `make` fills
    /// now.
    ///
    /// # Errors
    /// If `make` fails or the folder cannot be kept.
    pub fn files<E>(
        &self,
        question: &str,
        depends_on: impl Hash,
        make: impl FnOnce(&Path) -> Result<(), E>,
    ) -> Result<PathBuf, E>
    where
        E: From<io::Error>,
    {
        let path = self.path(question, depends_on);
        if path.is_dir() {
            return Ok(path);
        }
        let half = tempfile::tempdir_in(&self.folder)?;
        make(half.path())?;
        // Whoever comes second finds the folder taken, and uses what is there.
        match fs::rename(half.path(), &path) {
            Ok(()) => _ = half.keep(),
            Err(_) if path.is_dir() => {}
            Err(error) => return Err(error.into()),
        }
        Ok(path)
    }

    fn path(&self, question: &str, depends_on: impl Hash) -> PathBuf {
        let mut key = DefaultHasher::new();
        depends_on.hash(&mut key);
        self.folder
            .join(format!("{question}-{:016x}", key.finish()))
    }
}
