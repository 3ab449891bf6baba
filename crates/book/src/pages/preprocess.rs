//! The preprocessor: directives become figures, admonish blocks become boxes.
//!
//! [`Listings`] runs in process when this binary builds the book; [`answer_mdbook`] is the
//! same behind mdBook's protocol, for readers who run `mdbook serve`.

use crate::figures::colors::Colors;
use crate::figures::escape::{escaped, in_markdown};
use crate::figures::figure::{Figures, OnPage};
use crate::pages::check::{self, Checked};
use crate::pages::{admonish, describe};
use crate::questions::{Asked, draw, list};
use crate::words::codes;
use anyhow::{Context, Result, bail};
use listings::{Directive, Listing, Page, Question, What};
use mdbook_preprocessor::book::{Book, BookItem, Chapter};
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// The field for a message, which `theme/search.js` brings to life.
const PASTE: &str = r#"<div class="paste needs-js">
<label for="paste">Paste the message, whole, as the terminal or the editor shows it. It stays in your browser.</label>
<textarea id="paste" rows="8" spellcheck="false" autocomplete="off" autocapitalize="off"></textarea>
<p id="paste-count" role="status"></p>
<ol id="paste-results" class="found"></ol>
</div>
"#;

/// The field for a program.
const WORKBENCH: &str = r#"<figure class="listing workbench needs-js" id="bench">
<figcaption><label>Start from <select id="bench-example"><option value="">an example …</option>EXAMPLES</select></label>
<span class="bench-tools"><button type="button" class="run">Run</button> <button type="button" class="ask needs-server">Ask me</button> <button type="button" class="open">Open a file</button> <button type="button" class="share">Share</button> <button type="button" class="save needs-server">Save as a page</button></span>
<input type="file" accept=".rs,text/plain" hidden></figcaption>
<textarea rows="8" aria-label="Your program" wrap="off" spellcheck="false" autocapitalize="off" autocomplete="off"></textarea>
</figure>
"#;

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

    /// What a search engine is shown of a chapter.
    pub fn description(&self, chapter: &Chapter) -> String {
        self.page(chapter).map_or(String::new(), |page| {
            describe::description(&page.paragraphs, |words| self.measured(words))
        })
    }

    /// By error code, the address of the section that teaches it.
    pub fn codes(&self) -> BTreeMap<String, String> {
        let pages = self.checked.sources.pages.iter().filter_map(|page| {
            let path = page.path.strip_prefix("src").ok()?;
            Some((path, page.text.as_str()))
        });
        codes::sections(pages)
    }

    fn page(&self, chapter: &Chapter) -> Option<&Page> {
        let source = chapter.source_path.as_ref()?;
        self.checked.sources.page(&Path::new("src").join(source))
    }

    /// What was not measured was a problem in the check already.
    fn measured(&self, words: &[String]) -> String {
        let measurements = self.checked.measurements.as_ref();
        let measured = measurements.and_then(|known| known.words(words).ok());
        measured.unwrap_or_default()
    }

    /// A page for its reader: everything that is no prose as HTML.
    fn read(&self, page: &Page, figures: &Figures<'_>, order: &Order) -> Result<String> {
        let folders = page.path.components().count() - 2;
        let to_root = "../".repeat(folders);
        let mut in_figures: Vec<&Question> = Vec::new();
        for directive in page.directives() {
            in_figures.extend(page.questions_at(directive));
        }
        let expanded: Result<String> = page.expand(|part| {
            Ok(Some(match &part.what {
                What::Code { info, text } => figures.colors.block(info, text)?,
                What::Listing(directive) => {
                    let asked = self.asked_at(page, directive);
                    let there = OnPage {
                        to_root: &to_root,
                        text: &page.text,
                        asked: asked.as_deref(),
                    };
                    figures.figure(directive, self.listing(directive)?, &there)?
                }
                What::Question(question) if in_figures.contains(&question) => String::new(),
                What::Question(question) => {
                    let asked = self.asked(page, question);
                    asked.map_or(String::new(), |asked| draw::question(asked, false))
                }
                What::Questions => list::all(&self.of_pages(&order.pages, &to_root)),
                What::Paste => PASTE.to_owned(),
                What::Workbench(slugs) => self.workbench(slugs)?,
                What::Measured(words) => in_markdown(&self.measured(words)),
                What::Chart(name) => {
                    let measurements = self.checked.measurements.as_ref();
                    let chart = measurements.and_then(|known| known.chart(name).ok());
                    chart.unwrap_or_default()
                }
            }))
        });
        let asked = page
            .questions()
            .filter_map(|question| self.asked(page, question));
        let part = order
            .parts
            .iter()
            .find(|part| part.last() == Some(&page.path));
        let again = part.map_or(String::new(), |part| {
            let of_part = order.pages.iter().filter(|(path, _)| part.contains(path));
            let of_part: Vec<_> = of_part.cloned().collect();
            list::of_part(&self.of_pages(&of_part, &to_root))
        });
        Ok(expanded? + &again + &draw::answers(asked))
    }

    /// The questions of these pages, each with its title.
    fn of_pages(&self, pages: &[(PathBuf, String)], to_root: &str) -> Vec<list::OfPage<'_>> {
        let pages = pages.iter().filter_map(|(path, title)| {
            let page = self.checked.sources.page(path)?;
            let from_src = path.strip_prefix("src").ok()?;
            Some(list::OfPage {
                title: escaped(title),
                way: format!("{to_root}{}", listings::shown(from_src)),
                asked: page
                    .questions()
                    .filter_map(|question| self.asked(page, question))
                    .collect(),
            })
        });
        pages.collect()
    }

    /// The questions within a figure, where the page asks about its listing.
    fn asked_at(&self, page: &Page, directive: &Directive) -> Option<String> {
        let mut questions = page.questions();
        questions.find(|question| question.about == directive.slug)?;
        let at_figure = page.questions_at(directive).into_iter();
        let asked = at_figure.filter_map(|question| self.asked(page, question));
        Some(asked.map(|asked| draw::question(asked, true)).collect())
    }

    fn asked(&self, page: &Page, question: &Question) -> Option<&Asked> {
        let place = (page.path.clone(), question.line);
        self.checked.answers.get(&place)
    }

    /// A page for rustdoc: the programs.
    fn compiled(&self, page: &Page) -> Result<String> {
        page.expand(|part| match &part.what {
            What::Listing(directive) => {
                Ok(Some(listings::fence(directive, self.listing(directive)?)))
            }
            _ => Ok(None),
        })
    }

    fn listing(&self, directive: &Directive) -> Result<&Listing> {
        self.listing_named(&directive.slug)
    }

    fn listing_named(&self, slug: &str) -> Result<&Listing> {
        let listing = self.checked.sources.library.get(slug);
        listing.with_context(|| format!("no listing is named \"{slug}\""))
    }

    /// The workbench, which `theme/live/workbench.js` brings to life, with these listings to start
    /// from.
    fn workbench(&self, slugs: &[String]) -> Result<String> {
        let mut examples = String::new();
        for slug in slugs {
            let listing = self.listing_named(slug)?;
            // `ownership-moving-a-string`: its part of the book, and what it shows.
            let shows = slug.split_once('-').map_or(&**slug, |(_, shows)| shows);
            let name = shows.replace('-', " ");
            let program = escaped(listing.source.trim_end());
            examples += &format!("<option value=\"{program}\">{name}</option>");
        }
        Ok(WORKBENCH.replace("EXAMPLES", &examples))
    }
}

/// The pages as the summary has them.
struct Order {
    /// Each with its title.
    pages: Vec<(PathBuf, String)>,
    /// The pages of each part: a chapter and those below it.
    parts: Vec<Vec<PathBuf>>,
}

impl Order {
    fn of(book: &Book) -> Order {
        let path = |chapter: &Chapter| Some(Path::new("src").join(chapter.source_path.as_ref()?));
        let chapters = book.iter().filter_map(|item| match item {
            BookItem::Chapter(chapter) => Some((path(chapter)?, chapter.name.clone())),
            _ => None,
        });
        let parts = book.items.iter().filter_map(|item| match item {
            BookItem::Chapter(chapter) if !chapter.sub_items.is_empty() => {
                let below = chapter.sub_items.iter().filter_map(|item| match item {
                    BookItem::Chapter(chapter) => path(chapter),
                    _ => None,
                });
                Some(path(chapter).into_iter().chain(below).collect())
            }
            _ => None,
        });
        Order {
            pages: chapters.collect(),
            parts: parts.collect(),
        }
    }
}

impl Preprocessor for Listings {
    fn name(&self) -> &str {
        "listings"
    }

    fn run(&self, context: &PreprocessorContext, mut book: Book) -> Result<Book> {
        let figures = Figures {
            goldens: &self.checked.goldens,
            timelines: &self.checked.timelines,
            traces: &self.checked.traces,
            prevented: &self.checked.prevented,
            colors: Colors::open(&context.root)?,
        };
        let for_rustdoc = context.renderer == "test";
        let order = Order::of(&book);
        let mut done = Ok(());
        book.for_each_mut(|item| {
            if let BookItem::Chapter(chapter) = item
                && let Some(page) = self.page(chapter)
                && done.is_ok()
            {
                let expanded = match for_rustdoc {
                    true => self.compiled(page),
                    false => self.read(page, &figures, &order),
                };
                done = expanded.map(|content| chapter.content = content);
            }
        });
        done?;
        match for_rustdoc {
            true => Ok(book),
            false => admonish::render(book),
        }
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
