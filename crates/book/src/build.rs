//! Builds the book in process, and never leaves half of one.

use crate::preprocess::Listings;
use crate::site::Site;
use anyhow::{Context, Result};
use mdbook_driver::MDBook;
use mdbook_driver::config::Config;
use std::fs;
use std::path::Path;

/// Where a page that is being served asks for news of the next build.
pub const LIVE_RELOAD: &str = "__livereload";

/// Renders the book at `root` to `to`. If anything is wrong, what was there stays.
///
/// With `live_reload`, every page listens at that path and reloads when told to.
pub fn build(root: &Path, to: &Path, live_reload: Option<&str>) -> Result<()> {
    let listings = Listings::of(root)?;
    let mut config = Config::from_disk(root.join("book.toml"))?;
    config.update_from_env()?;
    let next = beside(to, "next");
    config.build.build_dir = next.clone();
    if let Some(endpoint) = live_reload {
        config.set("output.html.live-reload-endpoint", endpoint)?;
        config.set("output.html.site-url", "/")?;
    }
    let html = config.html_config().unwrap_or_default();
    let title = config.book.title.clone().unwrap_or_default();
    let mut book = MDBook::load_with_config(root, config)?;
    let site = Site::new(&title, html.site_url.as_deref(), &book.book, |text| {
        listings.filled(text)
    });
    book.with_preprocessor(listings);
    if let Err(error) = book.build().and_then(|()| site.finish(root, &next)) {
        remove(&next)?;
        return Err(error);
    }
    let last = beside(to, "last");
    remove(&last)?;
    if to.exists() {
        fs::rename(to, &last).with_context(|| format!("cannot replace {}", to.display()))?;
    }
    fs::rename(&next, to).with_context(|| format!("cannot write {}", to.display()))?;
    remove(&last)
}

/// `book` as `.book-next`, in the same folder, so that a rename does not copy.
fn beside(folder: &Path, word: &str) -> std::path::PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!(".{name}-{word}"))
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}
