//! Answers of the compiler, kept below `target/` so that a rebuild does not ask twice.
//!
//! An answer is good for one question (a kind and a program), one compiler and one version
//! of the code that asks; whatever changes gives another key, and old answers are never read.

use anyhow::{Context, Result};
use serde::{Serialize, de::DeserializeOwned};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// A folder of answers.
pub struct Cache {
    folder: PathBuf,
    compiler: &'static str,
}

impl Cache {
    /// The answers kept for the book at `root`.
    pub fn open(root: &Path) -> Result<Cache> {
        let folder = root.join("target/answers");
        fs::create_dir_all(&folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
        let compiler =
            lens::compiler_version().context("rustc does not start; is it installed?")?;
        Ok(Cache { folder, compiler })
    }

    /// The kept answer to a question about `source`, or what `ask` says now.
    pub fn get_or_ask<T: Serialize + DeserializeOwned>(
        &self,
        question: &str,
        source: &str,
        ask: impl FnOnce(&str) -> Result<T>,
    ) -> Result<T> {
        let mut key = DefaultHasher::new();
        (question, source, self.compiler, lens::VERSION).hash(&mut key);
        let path = self
            .folder
            .join(format!("{question}-{:016x}.json", key.finish()));
        let kept = fs::read(&path).ok();
        if let Some(answer) = kept.and_then(|kept| serde_json::from_slice(&kept).ok()) {
            return Ok(answer);
        }
        let answer = ask(source)?;
        // Written beside and renamed, so that another process never reads half an answer.
        let mut half = tempfile::NamedTempFile::new_in(&self.folder)?;
        serde_json::to_writer(&mut half, &answer)?;
        half.persist(&path)?;
        Ok(answer)
    }
}
