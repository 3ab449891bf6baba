//! Lists of questions: all of the book, on the page to come back to, and those of a part, at its
//! end. `theme/question.js` shows of them what was missed.

use crate::questions::Asked;
use crate::words::questions as words;
use std::fmt::Write;

/// The questions of one page.
pub struct OfPage<'a> {
    /// The page's title, as HTML.
    pub title: String,
    /// The way to the page from the page with the list: `../ownership/moves.md`.
    pub way: String,
    /// Its questions.
    pub asked: Vec<&'a Asked>,
}

/// What a reader may do with what was missed, and all questions of the book. The list stands last, so
/// that nothing moves when a script takes out of it what was not missed.
pub fn all(pages: &[OfPage<'_>]) -> String {
    let [save, load, wipe] = words::KEPT_TOOLS;
    let mut html = format!(
        "<div class=\"kept needs-js\"><button type=\"button\">{save}</button> <button type=\"button\">{load}</button> \
         <input type=\"file\" accept=\".json\" hidden aria-label=\"{load}\"> <button type=\"button\">{wipe}</button> <output></output></div>\
         <div class=\"all-questions\" data-questions=\"all\"><p class=\"none-due\" hidden>{}</p>",
        words::NONE_DUE
    );
    for page in pages.iter().filter(|page| !page.asked.is_empty()) {
        _ = write!(
            html,
            "<section data-page><h2>{}</h2><ul>{}</ul></section>",
            page.title,
            items(page)
        );
    }
    html + "</div>"
}

/// The questions of a part, for its end.
pub fn of_part(pages: &[OfPage<'_>]) -> String {
    if pages.iter().all(|page| page.asked.is_empty()) {
        return String::new();
    }
    let items: String = pages.iter().map(items).collect();
    format!(
        "\n\n<aside class=\"again\" data-questions=\"part\" hidden aria-label=\"{0}\"><p class=\"title\">{0}</p><ul>{items}</ul></aside>\n",
        words::OF_PART
    )
}

fn items(page: &OfPage<'_>) -> String {
    let way = &page.way;
    let item = |Asked { id, prompt, .. }: &&Asked| {
        format!("<li data-question=\"{id}\"><a href=\"{way}#{id}\">{prompt}</a></li>")
    };
    page.asked.iter().map(item).collect()
}
