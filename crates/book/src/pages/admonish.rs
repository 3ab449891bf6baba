//! Boxes: mdbook-admonish in process. It speaks mdBook 0.4; `crates/mdbook` translates.

use anyhow::Result;
use mdbook::preprocess::{Config, Preprocessor, PreprocessorContext};
use mdbook_preprocessor::book::{Book, BookItem};

/// The settings: the version of the stylesheet's class names, and that a mistake ends the build.
const SETTINGS: [(&str, &str); 2] = [("assets_version", "3.1.0"), ("on_failure", "bail")];

/// The book with every admonish block turned into HTML.
pub fn render(book: Book) -> Result<Book> {
    let settings = SETTINGS.map(|(key, value)| (key.to_owned(), value.to_owned()));
    let context = PreprocessorContext {
        renderer: "html".to_owned(),
        config: Config {
            table: settings.into(),
        },
    };
    let mut book = mdbook_admonish::Admonish.run(&context, book)?;
    book.for_each_mut(|item| {
        if let BookItem::Chapter(chapter) = item {
            chapter.content = accessible(&chapter.content);
        }
    });
    Ok(book)
}

/// Mends two things in mdbook-admonish's HTML that a screen reader stumbles over: the link
/// without text beside each title, which leads to nowhere, and the role `note` on a `<details>`,
/// which may have none.
fn accessible(html: &str) -> String {
    html.lines()
        .filter(|line| {
            !line
                .trim_start()
                .starts_with(r#"<a class="admonition-anchor-link""#)
        })
        .flat_map(
            |line| match line.strip_prefix("<details id=\"admonition-") {
                Some(rest) => [
                    "<details id=\"admonition-".to_owned(),
                    rest.replacen(" role=\"note\"", "", 1),
                    "\n".to_owned(),
                ],
                None => [line.to_owned(), "\n".to_owned(), String::new()],
            },
        )
        .collect()
}
