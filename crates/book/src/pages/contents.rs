//! The table of contents in the sidebar, there without JavaScript.
//!
//! mdBook's template has no way to write links that hold on pages in folders, so the list is a
//! partial of the theme, `theme/header.hbs`, made from `src/SUMMARY.md`: a golden like the
//! others, which `cargo run -- bless` regenerates.

use crate::figures::escape::escaped;
use crate::pages::site::url;
use anyhow::Result;
use mdbook_driver::MDBook;
use mdbook_driver::book::{BookItem, Chapter};
use std::fmt::Write;
use std::path::Path;

/// The partial, relative to the book's root.
pub const PARTIAL: &str = "theme/header.hbs";

/// What the partial must say for the book at `root`.
pub fn partial(root: &Path) -> Result<String> {
    let book = MDBook::load(root)?.book;
    let mut html = String::from("<ol class=\"contents\">\n");
    for item in &book.items {
        match item {
            BookItem::Chapter(chapter) => entry(chapter, &mut html),
            // A line, and a list of its own.
            BookItem::Separator => html += "</ol>\n<ol class=\"contents apart\">\n",
            BookItem::PartTitle(_) => {}
        }
    }
    Ok(html + "</ol>\n")
}

fn entry(chapter: &Chapter, html: &mut String) {
    let Some(path) = &chapter.path else { return };
    let page = string(&path.to_string_lossy());
    // mdBook writes the first page once more, as the index.
    let current = if html.contains("<li>") {
        format!("(eq path {page})")
    } else {
        format!("(or (eq path \"index.md\") (eq path {page}))")
    };
    // Writing to a String cannot fail.
    _ = write!(
        html,
        "<li><a href=\"{{{{ path_to_root }}}}{}\"{{{{#if {current}}}}} aria-current=\"page\"{{{{/if}}}}>{}</a>",
        url(&path.with_extension("html")),
        // Two braces begin what Handlebars replaces, and a backslash before them hides them.
        escaped(&chapter.name)
            .replace('{', "&#123;")
            .replace('\\', "&#92;")
    );
    if !chapter.sub_items.is_empty() {
        *html += "\n<ol>\n";
        for item in &chapter.sub_items {
            if let BookItem::Chapter(chapter) = item {
                entry(chapter, html);
            }
        }
        *html += "</ol>\n";
    }
    *html += "</li>\n";
}

/// A text as Handlebars has it in a template.
fn string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
