//! Answers of the compiler, kept below `target/` so that nobody asks twice.
//!
//! An answer is good for one question (a kind and a program), one compiler and one version
//! of the code that asks; whatever changes gives another key, and old answers are never read.

use crate::rustc::compiler_version;
use runner::Store;
use serde::{Serialize, de::DeserializeOwned};
use std::io;
use std::path::Path;

/// Changes whenever this crate's code or what it is built from does, so that an answer kept by
/// older code is not taken for an answer of this one; `build.rs` makes it.
pub const VERSION: &str = env!("LENS_FINGERPRINT");

/// A folder of answers.
pub struct Cache {
    store: Store,
    compiler: &'static str,
}

impl Cache {
    /// The answers kept for the project at `root`.
    ///
    /// # Errors
    /// If the folder cannot be created or rustc cannot be started.
    pub fn open(root: &Path) -> io::Result<Cache> {
        Ok(Cache {
            store: Store::open(root.join("target/answers"))?,
            compiler: compiler_version()?,
        })
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
        let depends_on = (question, source, self.compiler, VERSION);
        self.store.answer(question, depends_on, || ask(source))
    }
}
