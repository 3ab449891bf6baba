//! Builds the book in process, and never leaves half of one.

use crate::figures::escape::escaped;
use crate::pages::preprocess::Listings;
use crate::pages::site::{self, Site};
use crate::pages::target::Target;
use crate::pages::{epub, pdf, search};
use anyhow::{Result, bail};
use mdbook_driver::MDBook;
use mdbook_driver::config::Config;
use std::path::Path;

/// Where a page says that this program serves it and answers what it asks about programs, and what
/// this system cannot keep those from.
const SERVED: &str = "<!-- served -->";

/// What a build makes beside the pages.
#[derive(Default)]
pub struct Options {
    /// Every page listens at this path and reloads when told to.
    pub live_reload: Option<String>,
    /// Write an EPUB.
    pub epub: bool,
    /// Write a PDF, with the browser that is there.
    pub pdf: bool,
}

/// What a build has made.
pub struct Built {
    /// The names of the EPUB and the PDF in the built folder.
    pub downloads: Vec<String>,
    /// Why there is no PDF although one was asked for.
    pub missing_pdf: Option<anyhow::Error>,
}

/// Builds the book at `root` and puts it in the place of the folder `to`, if a build may replace
/// that. If anything else is wrong than the PDF, what was there stays.
pub fn build(root: &Path, to: &Path, options: &Options) -> Result<Built> {
    let target = Target::new(root, &root.join(config(root)?.book.src), to)?;
    let listings = Listings::of(root)?;
    let workshop = target.workshop()?;
    let next = workshop.path().join("next");
    let built = write(root, &next, listings, options)?;
    target.replace(&next, workshop)?;
    Ok(built)
}

/// Writes the book at `root`, in whose `listings` nothing is wrong, to a folder that nobody uses.
pub fn write(root: &Path, to: &Path, listings: Listings, options: &Options) -> Result<Built> {
    let mut config = config(root)?;
    config.build.build_dir = to.to_owned();
    if let Some(endpoint) = &options.live_reload {
        config.set("output.html.live-reload-endpoint", endpoint)?;
        config.set("output.html.site-url", "/")?;
    }
    let html = config.html_config().unwrap_or_default();
    let title = config.book.title.clone().unwrap_or_default();
    let name = epub::slug(&title);
    let mut book = MDBook::load_with_config(root, config)?;
    let site = Site::new(&title, html.site_url.as_deref(), &book.book, |chapter| {
        listings.description(chapter)
    });
    let codes = listings.codes();
    book.with_preprocessor(listings);
    book.build()?;
    site.finish(root, &root.join(&book.config.book.src), to)?;
    if options.live_reload.is_some() {
        let unconfined = runner::confinement().missing().unwrap_or_default();
        let mark = format!(
            "<meta name=\"served\" content=\"{}\">",
            escaped(&unconfined)
        );
        site::fill(to, SERVED, |_| mark.clone())?;
    }
    search::write(root, to, &site.pages(), &codes)?;
    let mut downloads = Vec::new();
    if options.epub {
        let file = format!("{name}.epub");
        epub::write(root, to, &book.config, &book.book.items, &to.join(&file))?;
        downloads.push(("EPUB", file));
    }
    let mut missing_pdf = None;
    if options.pdf {
        let file = format!("{name}.pdf");
        match pdf::write(&to.join("print.html"), &to.join(&file)) {
            Ok(()) => downloads.push(("PDF", file)),
            Err(error) => missing_pdf = Some(error),
        }
    }
    site::link_downloads(to, &downloads)?;
    Ok(Built {
        downloads: downloads.into_iter().map(|(_, file)| file).collect(),
        missing_pdf,
    })
}

/// What `book.toml` and the environment say.
fn config(root: &Path) -> Result<Config> {
    let mut config = Config::from_disk(root.join("book.toml"))?;
    config.update_from_env()?;
    if config.book.src != Path::new("src") {
        bail!(
            "book.toml: `src` is \"{}\", and this book's pages are in src/; take the line out",
            config.book.src.display()
        );
    }
    Ok(config)
}
