//! What the search looks through: the sections of the pages, as a reader sees them.
//!
//! ```text
//! <h2 id="two-at-once-e0499">Two at once (E0499)</h2>
//! <p>Can two of them exist? Predict the line.</p> …
//! ```
//!
//! becomes a section of `index.json`, with its address, its title, its opening, its text, and what
//! rustc says on it. What stands in a figure, in a block of code or in a question is left out, but
//! for the messages. The index and what `theme/search/` holds are written to a folder whose name
//! changes with them, so that no browser mixes two states of the book.

use crate::pages::site;
use anyhow::{Context, Result};
use ego_tree::NodeRef;
use rayon::prelude::*;
use scraper::{ElementRef, Html, Node, Selector};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// What finds, relative to the book's root. A theme without it has no search.
const ENGINE: &str = "theme/search";
/// Where the button that opens the search stands in a theme's template.
const BUTTON: &str = "<!-- search -->";
/// An opening is at least this long, if the paragraph is.
const OPENING: usize = 40;

const SENTENCE_END: [char; 3] = ['.', '?', '!'];

#[derive(Serialize)]
struct Index<'b> {
    sections: Vec<Section>,
    /// By error code, the address of the section that teaches it.
    codes: &'b BTreeMap<String, String>,
}

#[derive(Serialize, Default, Debug, PartialEq)]
struct Section {
    /// `ownership/moves.html#two-owners`
    address: String,
    /// The page's name.
    page: String,
    title: String,
    /// Its first sentence that does not only lead over to a program.
    opening: String,
    /// All of its prose.
    text: String,
    /// What rustc says on it.
    messages: Vec<String>,
}

/// Gives the book in `folder` its search. `pages` are their paths there and their names.
pub fn write(
    root: &Path,
    folder: &Path,
    pages: &[(&Path, &str)],
    codes: &BTreeMap<String, String>,
) -> Result<()> {
    let engine = root.join(ENGINE);
    if !engine.is_dir() {
        return Ok(());
    }
    let sections = pages.par_iter().map(|(path, name)| {
        let html = fs::read_to_string(folder.join(path))
            .with_context(|| format!("{} cannot be read", path.display()))?;
        Ok(sections(&html, &site::url(path), name))
    });
    let sections: Vec<Vec<Section>> = sections.collect::<Result<_>>()?;
    let index = Index {
        sections: sections.into_iter().flatten().collect(),
        codes,
    };
    let mut files = vec![(PathBuf::from("index.json"), serde_json::to_vec(&index)?)];
    let mut paths = site::files(&engine)?;
    paths.sort();
    for path in paths {
        let name = path.strip_prefix(&engine)?.to_owned();
        let bytes = fs::read(&path).with_context(|| {
            format!(
                "{ENGINE}/{}: cannot be read; make it readable",
                name.display()
            )
        })?;
        files.push((name, bytes));
    }
    let mut state = DefaultHasher::new();
    files.hash(&mut state);
    let name = format!("search-{:016x}", state.finish());
    for (path, bytes) in files {
        let path = folder.join(&name).join(path);
        let into = path.parent().unwrap_or(folder);
        fs::create_dir_all(into)
            .and_then(|()| fs::write(&path, bytes))
            .with_context(|| format!("{} cannot be written", path.display()))?;
    }
    site::fill(folder, BUTTON, |to_root| {
        format!(
            "<button type=\"button\" class=\"needs-js\" id=\"search-button\" data-engine=\"{to_root}{name}/\" aria-keyshortcuts=\"/ s\">Search</button>"
        )
    })
}

/// The sections of a page.
fn sections(html: &str, address: &str, page: &str) -> Vec<Section> {
    let html = Html::parse_document(html);
    let main = Selector::parse("main").expect("a selector");
    let mut reading = Reading {
        address,
        page,
        sections: Vec::new(),
    };
    if let Some(main) = html.select(&main).next() {
        reading.children(*main);
    }
    for section in &mut reading.sections {
        section.text = plain(&section.text);
    }
    reading.sections
}

struct Reading<'p> {
    address: &'p str,
    page: &'p str,
    sections: Vec<Section>,
}

impl Reading<'_> {
    fn children(&mut self, node: NodeRef<'_, Node>) {
        for child in node.children() {
            match child.value() {
                Node::Text(text) => {
                    if let Some(section) = self.sections.last_mut() {
                        section.text += text;
                    }
                }
                Node::Element(_) => {
                    if let Some(element) = ElementRef::wrap(child) {
                        self.element(element);
                    }
                }
                _ => {}
            }
        }
    }

    fn element(&mut self, element: ElementRef<'_>) {
        let name = element.value().name();
        if let ("h1" | "h2" | "h3", Some(id)) = (name, element.attr("id")) {
            self.sections.push(Section {
                address: format!("{}#{id}", self.address),
                page: self.page.to_owned(),
                title: text(element),
                ..Section::default()
            });
            return;
        }
        let Some(section) = self.sections.last_mut() else {
            return;
        };
        if name == "figure" {
            section.messages.extend(messages(element));
        }
        if !is_read(element) {
            return;
        }
        if matches!(name, "p" | "li") && !section.opening.ends_with(SENTENCE_END) {
            let opening = opening(&text(element));
            // What ends with a colon leads over to a program; it stands in where no sentence follows.
            if opening.ends_with(SENTENCE_END)
                || section.opening.is_empty() && opening.ends_with(':')
            {
                section.opening = opening;
            }
        }
        let around = around(name);
        section.text += around;
        self.children(*element);
        if let Some(section) = self.sections.last_mut() {
            section.text += around;
        }
    }
}

/// Whether what an element holds is prose.
fn is_read(element: ElementRef<'_>) -> bool {
    let is_one_of = |names: &[&str]| {
        let mut classes = element.value().classes();
        classes.any(|class| names.contains(&class))
    };
    !matches!(
        element.value().name(),
        "figure" | "pre" | "script" | "style" | "svg" | "form" | "button"
    ) && !is_one_of(&[
        "question",
        "answers",
        "again",
        "admonish-example",
        "suggest",
        "paste",
    ]) && element.attr("hidden").is_none()
}

/// What rustc says in a figure.
fn messages(figure: ElementRef<'_>) -> Vec<String> {
    let said = Selector::parse(".message pre").expect("a selector");
    let said = figure.select(&said);
    said.map(|message| message.text().collect()).collect()
}

/// What tells the text of an element from the text around it: words of two blocks, or of two cells,
/// are two words, and code stands between backquotes.
fn around(name: &str) -> &'static str {
    match name {
        "code" => "`",
        "em" | "strong" | "a" | "span" | "sub" | "sup" => "",
        _ => " ",
    }
}

/// The text of an element.
fn text(element: ElementRef<'_>) -> String {
    fn read(node: NodeRef<'_, Node>, into: &mut String) {
        for child in node.children() {
            match child.value() {
                Node::Text(text) => *into += text,
                Node::Element(element) => {
                    let around = around(element.name());
                    *into += around;
                    read(child, into);
                    *into += around;
                }
                _ => {}
            }
        }
    }
    let mut text = String::new();
    read(*element, &mut text);
    plain(&text)
}

/// A text on one line, with quotes as a keyboard has them.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words
        .join(" ")
        .replace(['\u{2018}', '\u{2019}'], "'")
        .replace(['\u{201c}', '\u{201d}'], "\"")
}

/// The first sentence of a paragraph, and the next where the first is very short.
fn opening(paragraph: &str) -> String {
    let ends = paragraph.match_indices(['.', '?', '!', ':']);
    let mut ends = ends.map(|(at, mark)| at + mark.len());
    let end = ends.find(|end| *end >= OPENING && paragraph[*end..].starts_with(' '));
    paragraph[..end.unwrap_or(paragraph.len())].to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Section, opening, sections};

    #[test]
    fn a_section_has_its_prose_and_its_messages_and_no_other_word() {
        let html = r##"<nav>Contents</nav><main>
<h1 id="a"><a href="#a">Moves: <code>&amp;mut</code></a></h1>
<p>Look at this:</p>
<p>It’s <em>given</em> away, and then it is gone for good. Nobody knows.</p>
<figure><details class="message"><summary>rustc</summary><pre>error: no
</pre></details><p>hidden</p></figure>
<pre>code</pre><div class="question"><p>asked</p></div>
<table><tr><td>one</td><td>two</td></tr></table>
<h2 id="b">Next</h2>
<section class="answers"><h2>Answers</h2><p>answered</p></section>
</main>"##;
        let expected = [
            Section {
                address: "m.html#a".into(),
                page: "Moves".into(),
                title: "Moves: `&mut`".into(),
                opening: "It's given away, and then it is gone for good.".into(),
                text: "Look at this: It's given away, and then it is gone for good. Nobody knows. one two".into(),
                messages: vec!["error: no\n".into()],
            },
            Section {
                address: "m.html#b".into(),
                page: "Moves".into(),
                title: "Next".into(),
                ..Section::default()
            },
        ];
        assert_eq!(sections(html, "m.html", "Moves"), expected);
    }

    #[test]
    fn an_opening_is_whole_sentences() {
        assert_eq!(
            opening("Short. So is this, but together they will do. No."),
            "Short. So is this, but together they will do."
        );
        assert_eq!(
            opening("What std::mem::take leaves behind, in version 1.95 of Rust? Much."),
            "What std::mem::take leaves behind, in version 1.95 of Rust?"
        );
        assert_eq!(opening("No end"), "No end");
    }
}
