//! Builds the book in process, and never leaves half of one.

use crate::pages::preprocess::Listings;
use crate::pages::site::Site;
use crate::pages::{epub, pdf};
use anyhow::{Context, Result};
use mdbook_driver::MDBook;
use mdbook_driver::config::Config;
use std::fs;
use std::path::{Path, PathBuf};

/// Where a page that is being served asks for news of the next build.
pub const LIVE_RELOAD: &str = "__livereload";

/// What a build makes beside the pages.
#[derive(Default)]
pub struct Options {
    /// Every page listens at this path and reloads when told to.
    pub live_reload: Option<&'static str>,
    /// Write an EPUB.
    pub epub: bool,
    /// Write a PDF with this browser.
    pub pdf: Option<PathBuf>,
}

impl Options {
    /// For a book that is served on this computer.
    pub fn served() -> Options {
        Options {
            live_reload: Some(LIVE_RELOAD),
            ..Options::default()
        }
    }
}

/// Renders the book at `root` to `to`, and returns the names of its EPUB and its PDF there.
/// If anything is wrong, what was there stays.
pub fn build(root: &Path, to: &Path, options: &Options) -> Result<Vec<String>> {
    let listings = Listings::of(root)?;
    let mut config = Config::from_disk(root.join("book.toml"))?;
    config.update_from_env()?;
    let next = beside(to, "next");
    config.build.build_dir = next.clone();
    if let Some(endpoint) = options.live_reload {
        config.set("output.html.live-reload-endpoint", endpoint)?;
        config.set("output.html.site-url", "/")?;
    }
    let files = match render(root, &next, config, listings, options) {
        Ok(files) => files,
        Err(error) => {
            remove(&next)?;
            return Err(error);
        }
    };
    let last = beside(to, "last");
    remove(&last)?;
    if to.exists() {
        fs::rename(to, &last).with_context(|| format!("cannot replace {}", to.display()))?;
    }
    fs::rename(&next, to).with_context(|| format!("cannot write {}", to.display()))?;
    remove(&last)?;
    Ok(files)
}

fn render(
    root: &Path,
    to: &Path,
    config: Config,
    listings: Listings,
    options: &Options,
) -> Result<Vec<String>> {
    let html = config.html_config().unwrap_or_default();
    let title = config.book.title.clone().unwrap_or_default();
    let name = epub::slug(&title);
    let mut book = MDBook::load_with_config(root, config)?;
    let mut site = Site::new(&title, html.site_url.as_deref(), &book.book, |chapter| {
        listings.description(chapter)
    });
    let epub = options.epub.then(|| format!("{name}.epub"));
    let pdf = options.pdf.as_ref().map(|_| format!("{name}.pdf"));
    site.downloads
        .extend(epub.iter().map(|file| ("EPUB", file.clone())));
    site.downloads
        .extend(pdf.iter().map(|file| ("PDF", file.clone())));
    book.with_preprocessor(listings);
    book.build()?;
    site.finish(root, to)?;
    if let Some(file) = &epub {
        epub::write(root, to, &book.config, &book.book.items, &to.join(file))?;
    }
    if let (Some(file), Some(browser)) = (&pdf, &options.pdf) {
        pdf::write(browser, &to.join("print.html"), &to.join(file))?;
    }
    Ok(epub.into_iter().chain(pdf).collect())
}

/// `book` as `.book-next`, in the same folder, so that a rename does not copy.
fn beside(folder: &Path, word: &str) -> PathBuf {
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
