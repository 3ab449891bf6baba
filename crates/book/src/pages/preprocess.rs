//! The preprocessor: directives become figures, admonish blocks become boxes.
//!
//! [`Listings`] runs in process when this binary builds the book; [`answer_mdbook`] is the
//! same behind mdBook's protocol, for readers who run `mdbook serve`.

use crate::figures::{colors, figure};
use crate::pages::admonish;
use crate::pages::check::{self, Checked};
use anyhow::{Context, Result, bail};
use lens::Cache;
use mdbook_preprocessor::book::{Book, BookItem};
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// The one preprocessor of this book.
pub struct Listings {
    checked: Checked,
}

impl Listings {
    /// The preprocessor for the book at `root`, or every problem in it.
    pub fn of(root: &Path) -> Result<Listings> {
        match check::check(root)? {
            Ok(checked) => Ok(Listings { checked }),
            Err(problems) => bail!("{}", check::report(&problems)),
        }
    }

    /// A page's text with its measured numbers filled in.
    pub fn filled(&self, text: &str) -> String {
        // What cannot be filled was a problem in the check already.
        let filled = self
            .checked
            .measurements
            .as_ref()
            .map(|known| known.fill(text));
        filled
            .and_then(Result::ok)
            .unwrap_or_else(|| text.to_owned())
    }
}

impl Preprocessor for Listings {
    fn name(&self) -> &str {
        "listings"
    }

    fn run(&self, context: &PreprocessorContext, mut book: Book) -> Result<Book> {
        let Checked {
            sources,
            goldens,
            timelines,
            traces,
            ..
        } = &self.checked;
        let cache = Cache::open(&context.root)?;
        let mut drawn = BTreeMap::new();
        for (slug, timeline) in timelines {
            if let Some(listing) = sources.library.get(slug) {
                drawn.insert(slug, (timeline, colors::lines(&listing.source, &cache)?));
            }
        }
        book.for_each_mut(|item| {
            if let BookItem::Chapter(chapter) = item
                && let Some(source) = &chapter.source_path
                && let Some(page) = sources.page(&Path::new("src").join(source))
            {
                let to_root = "../".repeat(source.components().count() - 1);
                chapter.content = page.expand(&sources.library, |directive, listing| {
                    let timeline = drawn.get(&listing.slug);
                    let timeline = timeline.map(|(timeline, lines)| (*timeline, &**lines));
                    let trace = traces.get(&listing.slug);
                    figure::figure(directive, listing, goldens, timeline, trace, &to_root)
                });
                chapter.content = self.filled(&chapter.content);
            }
        });
        if context.renderer == "test" {
            return Ok(book);
        }
        let mut book = admonish::render(book)?;
        let mut colored = Ok(());
        book.for_each_mut(|item| {
            if let BookItem::Chapter(chapter) = item
                && colored.is_ok()
            {
                colored = colors::color(&chapter.content, &cache)
                    .map(|content| chapter.content = content);
            }
        });
        colored.map(|()| book)
    }
}

/// Reads a book from standard input and writes the finished one to standard output.
pub fn answer_mdbook() -> Result<()> {
    let input: serde_json::Value = serde_json::from_reader(io::stdin())
        .context("mdBook sent no JSON; run `mdbook build` instead")?;
    check_version(
        input[0]["mdbook_version"]
            .as_str()
            .unwrap_or("of an unknown version"),
    )?;
    let (context, book): (PreprocessorContext, Book) =
        serde_json::from_value(input).context("mdBook's JSON has a new shape")?;
    let book = Listings::of(&context.root)?.run(&context, book)?;
    serde_json::to_writer(io::stdout(), &book)?;
    Ok(())
}

fn check_version(version: &str) -> Result<()> {
    if version.starts_with("0.5.") {
        return Ok(());
    }
    bail!(
        "this book needs mdBook 0.5 and was called by mdBook {version}; run `cargo install mdbook --version 0.5.4 --locked`, or `cargo run`, which needs no mdBook"
    )
}

#[cfg(test)]
mod tests {
    use super::{Listings, check_version};
    use mdbook_driver::MDBook;
    use std::path::Path;

    #[test]
    fn an_older_mdbook_gets_one_clear_sentence() {
        assert!(check_version("0.5.4").is_ok());
        let said = check_version("0.4.52").expect_err("too old").to_string();
        assert!(
            said.starts_with(
                "this book needs mdBook 0.5 and was called by mdBook 0.4.52; run `cargo install"
            ),
            "{said}"
        );
        assert_eq!(said.lines().count(), 1);
    }

    /// The second opinion: rustdoc reads every block of every page, in edition 2024.
    #[test]
    fn rustdoc_accepts_every_page() {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
        let mut book = MDBook::load(root).expect("the book loads");
        book.with_preprocessor(Listings::of(root).expect("nothing is wrong with the book"));
        book.test(Vec::new()).expect("rustdoc accepts every block");
    }
}
