//! The bridge to mdbook-admonish, which speaks mdBook 0.4's JSON and not 0.5's.
//!
//! It differs in three points: the book's chapters are called `sections` there and `items`
//! here, a book has a field `__non_exhaustive`, and a null in the configuration is an error. The real library runs in
//! process on a book renamed for it. Delete this module, and list `mdbook-admonish` in
//! `book.toml`, once mdbook-admonish's pull request 235 (mdBook 0.5) is released.

use anyhow::{Context, Result};
use mdbook::preprocess::{Preprocessor, PreprocessorContext};
use mdbook_preprocessor::book::{Book, BookItem};
use serde_json::{Value, json};

/// The version of the stylesheet's class names that mdbook-admonish asks for.
const ASSETS_VERSION: &str = "3.1.0";

/// The book with every admonish block turned into HTML.
pub fn render(book: Book) -> Result<Book> {
    let context: PreprocessorContext = serde_json::from_value(json!({
        "root": ".",
        "config": {
            "book": { "authors": [], "language": "en", "multilingual": false, "src": "src" },
            "preprocessor": { "admonish": { "assets_version": ASSETS_VERSION, "on_failure": "bail" } },
        },
        "renderer": "html",
        "mdbook_version": mdbook::MDBOOK_VERSION,
    }))?;
    let mut renamed = serde_json::to_value(book)?;
    rename(&mut renamed, "items", "sections");
    renamed["__non_exhaustive"] = Value::Null;
    let old = serde_json::from_value(renamed).context("mdBook's book has a new shape")?;
    let rendered = mdbook_admonish::Admonish.run(&context, old)?;
    let mut renamed = serde_json::to_value(rendered)?;
    rename(&mut renamed, "sections", "items");
    let mut book: Book = serde_json::from_value(renamed)?;
    book.for_each_mut(|item| {
        if let BookItem::Chapter(chapter) = item {
            chapter.content = accessible(&chapter.content);
        }
    });
    Ok(book)
}

fn rename(book: &mut Value, from: &str, to: &str) {
    if let Some(fields) = book.as_object_mut()
        && let Some(chapters) = fields.remove(from)
    {
        fields.insert(to.to_owned(), chapters);
    }
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
