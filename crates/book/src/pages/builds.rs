//! The builds that one run of the server makes: each in a temporary folder of its own, of which the
//! newest is served. So nobody who asks for a page meets a half-written folder, or none.

use crate::pages::build::{self, Options};
use crate::pages::preprocess::Listings;
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use tempfile::TempDir;
use tokio::sync::watch;

/// Where a page asks for news of the build after its own: `/__livereload/NAME`.
pub const LIVE_RELOAD: &str = "__livereload";

/// The newest build, until serving has ended. Its folder is removed when nobody holds it any longer.
pub type Newest = watch::Receiver<Option<Arc<TempDir>>>;

/// The builds of the book at `root`.
pub struct Builds {
    pub root: PathBuf,
    newest: watch::Sender<Option<Arc<TempDir>>>,
    /// Whether serving has ended. Held while pages are written.
    ended: Mutex<bool>,
}

impl Builds {
    pub fn new(root: PathBuf) -> Builds {
        let (newest, ended) = (watch::Sender::new(None), Mutex::new(false));
        Builds {
            root,
            newest,
            ended,
        }
    }

    /// What is served, and the news of it.
    pub fn newest(&self) -> Newest {
        self.newest.subscribe()
    }

    /// Builds the book once more. If anything is wrong, the newest build stays.
    pub fn build(&self) -> Result<()> {
        let listings = Listings::of(&self.root)?;
        let ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner);
        if *ended {
            return Ok(());
        }
        let folder = tempfile::Builder::new()
            .prefix("book-")
            .tempdir()
            .context("no temporary folder can be made; is the disk full?")?;
        let options = Options {
            live_reload: Some(format!("{LIVE_RELOAD}/{}", name(&folder))),
            ..Options::default()
        };
        build::write(&self.root, folder.path(), listings, &options)?;
        self.newest.send_replace(Some(Arc::new(folder)));
        Ok(())
    }

    /// Removes what is left. Waits for pages that are being written, not for compilers.
    pub fn end(&self) {
        let mut ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner);
        *ended = true;
        self.newest.send_replace(None);
    }
}

/// What tells a build from all others.
pub fn name(folder: &TempDir) -> String {
    let name = folder.path().file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
