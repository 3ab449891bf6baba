//! Answers of the compiler, kept below `target/` so that nobody asks twice.
//!
//! An answer is good for one question (a kind and a program), one compiler and one version
//! of the code that asks; whatever changes gives another key, and old answers are never read.

use crate::{VERSION, compiler_version};
use serde::{Serialize, de::DeserializeOwned};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

/// A folder of answers.
pub struct Cache {
    folder: PathBuf,
    compiler: &'static str,
}

impl Cache {
    /// The answers kept for the project at `root`.
    ///
    /// # Errors
    /// If the folder cannot be created or rustc cannot be started.
    pub fn open(root: &Path) -> io::Result<Cache> {
        let folder = root.join("target/answers");
        fs::create_dir_all(&folder)?;
        let compiler = compiler_version()?;
        Ok(Cache { folder, compiler })
    }

    /// The kept answer to a question about `source`, or what `ask` says now.
    ///
    /// # Errors
    /// If `ask` fails or the answer cannot be kept.
    pub fn get_or_ask<T, E>(
        &self,
        question: &str,
        source: &str,
        ask: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<T, E>
    where
        T: Serialize + DeserializeOwned,
        E: From<io::Error>,
    {
        let mut key = DefaultHasher::new();
        (question, source, self.compiler, VERSION).hash(&mut key);
        let path = self
            .folder
            .join(format!("{question}-{:016x}.json", key.finish()));
        let kept = fs::read(&path).ok();
        if let Some(answer) = kept.and_then(|kept| serde_json::from_slice(&kept).ok()) {
            return Ok(answer);
        }
        let answer = ask(source)?;
        // Written beside and renamed, so that another process never reads half an answer.
        let half = tempfile::NamedTempFile::new_in(&self.folder)?;
        serde_json::to_writer(&half, &answer).map_err(io::Error::from)?;
        half.persist(&path).map_err(|error| error.error)?;
        Ok(answer)
    }
}
