//! What a reader sees where an author wrote a directive: one figure for each listing.
//!
//! ```text
//! {{#listing ownership-moving-a-string}}
//! ```
//!
//! becomes a `<figure>` with the command that runs the program, the program, and what it printed.
//!
//! All of it is HTML. What a program, a compiler or a file says is text in it, in lines that end
//! with `&#10;`, so that Markdown, which comes after, sees no line of it.

use crate::figures::colors::{self, Colors};
use crate::figures::escape::escaped;
use crate::figures::{memory, timeline};
use crate::words::twins;
use anyhow::Result;
use languages::{Language, Sanitizer};
use lens::{Timeline, Trace};
use listings::{Directive, Kind, Listing, Other};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The pages that explain what a figure's parts mean, from the root of the book.
const ON_TIMELINES: &str = "reference/reading-a-timeline.md";
const ON_PICTURES: &str = "reference/reading-a-picture.md";

/// What figures are drawn from.
pub struct Figures<'b> {
    /// The goldens, by path relative to the root.
    pub goldens: &'b BTreeMap<PathBuf, String>,
    /// The timelines, by slug, or why there is none.
    pub timelines: &'b BTreeMap<String, Result<Timeline, String>>,
    /// The traces, by slug, or why there is none.
    pub traces: &'b BTreeMap<String, Result<Trace, String>>,
    /// The colors of the programs.
    pub colors: Colors,
}

impl Figures<'_> {
    /// The figure of a listing, as HTML; `to_root` leads from the page to the root of the book.
    ///
    /// Where the page asks about it, `asked` are the questions that stand within it; whatever answers
    /// one is then folded away at first, and no word outside tells whether the program compiles.
    pub fn figure(
        &self,
        directive: &Directive,
        listing: &Listing,
        to_root: &str,
        asked: Option<&str>,
    ) -> Result<String> {
        let info = listings::info(directive);
        if listing.kind == Kind::Report {
            return Ok(colors::text_block(&listing.source));
        }
        let lines = self.colors.lines("rust", &listing.source)?;
        let code = colors::block(info, &lines, &[]);
        if directive.in_other_languages {
            return self.in_other_languages(directive, listing, &code);
        }
        let how = |page, what| {
            format!("<p class=\"how\"><a href=\"{to_root}{page}\">How to read a {what}</a></p>")
        };
        let slug = &listing.slug;
        let open = asked.is_none();
        let (mut class, mut caption) = self.caption(listing);
        let mut parts = self.outcome(directive, listing);
        if let Some(questions) = asked {
            parts = questions.to_owned() + &self.folded_outcome(directive, listing, &caption);
            class += " asked";
            caption = format!("<code>{slug}</code>");
        }
        // Told at the start, so that nothing moves where a browser draws what has come so far.
        let mut beside = "";
        if let (true, Some(Ok(timeline))) = (directive.timeline, self.timelines.get(slug)) {
            parts +=
                &timeline::figure(slug, &lines, timeline, &how(ON_TIMELINES, "timeline"), open);
        }
        if let (Some(before), Some(trace)) = (&directive.memory, self.traces.get(slug)) {
            let how = how(ON_PICTURES, "picture");
            beside = trace.as_ref().map_or("", |_| " with-memory");
            parts += &memory::figure(slug, &listing.source, trace, before, &how, open);
        }
        let numbers: Vec<String> = (1..=lines.len()).map(|number| number.to_string()).collect();
        // The numbers as an attribute, so that no search finds them and no selection copies them.
        let mut figure = format!(
            "<figure class=\"{class}{beside}\" id=\"{slug}\">\n<figcaption>{caption} {}</figcaption>\n\
             <div class=\"numbers\" data-numbers=\"{}\"></div>\n\n{code}\n\n{parts}</figure>\n",
            run_tools(slug),
            escaped(&numbers.join("\n")),
        );
        if listing.kind == Kind::Rejected {
            for twin in &listing.others {
                figure += &self.counterfactual(slug, twin)?;
            }
        }
        Ok(figure)
    }

    fn golden(&self, listing: &Listing, extension: &str) -> &str {
        let golden = self.goldens.get(&listing.beside(extension));
        golden.map_or("", String::as_str)
    }

    /// What the program printed, or what rustc says of it.
    fn outcome(&self, directive: &Directive, listing: &Listing) -> String {
        let golden = |extension| self.golden(listing, extension);
        if listing.kind == Kind::Rejected {
            return disclosure("message", "What rustc says", golden("stderr"), true);
        }
        let open = !directive.predict;
        let mut outcome = disclosure("output", "Output", golden("stdout"), open);
        if directive.panics {
            outcome += &disclosure("message", "How it ends", golden("panic"), open);
        }
        outcome
    }

    /// The outcome of a program that a question is asked about, with the caption that would give it
    /// away.
    fn folded_outcome(&self, directive: &Directive, listing: &Listing, caption: &str) -> String {
        let golden = |extension| colors::text_block(self.golden(listing, extension));
        let said = match (listing.kind, directive.panics) {
            (Kind::Rejected, _) => golden("stderr"),
            (_, true) => golden("stdout") + &golden("panic"),
            _ => match self.golden(listing, "stdout") {
                "" => "<p>The program prints nothing.</p>".to_owned(),
                output => colors::text_block(output),
            },
        };
        format!(
            "<details class=\"outcome\"><summary>What happens</summary><p>{caption}</p>\n{said}</details>\n"
        )
    }

    /// The classes of a figure, and its caption.
    fn caption(&self, listing: &Listing) -> (String, String) {
        let slug = &listing.slug;
        if listing.kind != Kind::Rejected {
            let command = format!("<code>cargo run --example {slug}</code>");
            return ("listing".to_owned(), command);
        }
        let code = listings::error_code(self.golden(listing, "stderr")).map(escaped);
        let link = code.map_or(String::new(), |code| {
            format!(r#" <a href="https://doc.rust-lang.org/error_codes/{code}.html">{code}</a>"#)
        });
        let caption = format!(
            r#"<strong class="verdict">Does not compile</strong>{link} <code>tests/compile-fail/{slug}.rs</code>"#
        );
        ("listing rejected".to_owned(), caption)
    }

    /// The fault of a rejected program without the rule: its twin, and what came of it, in a box such as
    /// mdbook-admonish makes.
    fn counterfactual(&self, slug: &str, twin: &Other) -> Result<String> {
        let Some((kind, detail)) = twin.counterfactual() else {
            return Ok(String::new());
        };
        let language = Language::of(&twin.path).unwrap_or(Language::Cpp);
        let (name, extension) = (language.name(), language.extension());
        let id = format!("{slug}-in-{extension}");
        let report = self.goldens.get(&twin.golden).map_or("", String::as_str);
        Ok(format!(
            "\n\n<details id=\"{id}\" class=\"admonition admonish-example\" aria-labelledby=\"{id}-title\">\n\
             <summary class=\"admonition-title\">\n<div id=\"{id}-title\">\n<p>{}</p></div>\n</summary>\n\
             <div>\n<p>{}</p>{}\n<p>{}</p>{}</div>\n</details>\n",
            escaped(&twins::title(name, kind)),
            with_code(&twins::introduction(name, kind, &twin.source)),
            self.colors.block(extension, &twin.source)?,
            with_code(&twins::came_of_it(kind, detail)),
            colors::text_block(report),
        ))
    }

    /// One task in several languages, as tabs that need no JavaScript.
    fn in_other_languages(
        &self,
        directive: &Directive,
        listing: &Listing,
        code: &str,
    ) -> Result<String> {
        let slug = &listing.slug;
        let mut languages = vec![("Rust", "rs")];
        let command = format!("cargo run --example {slug}");
        let output = self.golden(listing, "stdout");
        let mut panels = vec![panel("Rust", &command, &run_tools(slug), code, output, "")];
        for other in &listing.others {
            let Some(language) = Language::of(&other.path) else {
                continue;
            };
            let (name, extension) = (language.name(), language.extension());
            let code = self.colors.block(extension, &other.source)?;
            let output = self.goldens.get(&other.golden).map_or("", String::as_str);
            let warning = languages::expected_report(&other.source);
            let warning = warning.map_or(String::new(), |report| {
                format!("<p>{}</p>\n", escaped(twins::without_sanitizer(report)))
            });
            let command =
                language.command(&listings::shown(&other.path), Sanitizer::of(&other.source));
            languages.push((name, extension));
            panels.push(panel(name, &command, "", &code, output, &warning));
        }
        let tab = |(number, (name, extension)): (usize, &(&str, &str))| {
            let checked = if directive.first == *extension {
                " checked"
            } else {
                ""
            };
            format!(
                "<input type=\"radio\" name=\"{slug}\" id=\"{slug}-{number}\"{checked}><label for=\"{slug}-{number}\">{name}</label>"
            )
        };
        let tabs: String = languages.iter().enumerate().map(tab).collect();
        Ok(format!(
            "<figure class=\"listing languages\" id=\"{slug}\">\n<figcaption>The same task in {} languages</figcaption>\n\
             <div class=\"tabs\" role=\"group\" aria-label=\"Languages\">{tabs}\n{}</div>\n</figure>\n",
            languages.len(),
            panels.concat()
        ))
    }
}

/// A tab's program and what came of it; the name is for paper, where no tab says it.
fn panel(
    name: &str,
    command: &str,
    tools: &str,
    code: &str,
    output: &str,
    warning: &str,
) -> String {
    format!(
        "<div class=\"panel\">\n<p class=\"command\"><strong>{name}</strong> <code>{}</code> {tools}</p>\n\n{code}\n\n{}{warning}</div>\n",
        escaped(command),
        disclosure("output", "Output", output, true)
    )
}

/// A sentence with what stands between backticks as code.
fn with_code(sentence: &str) -> String {
    let parts: Vec<&str> = sentence.split('`').collect();
    if parts.len().is_multiple_of(2) {
        // One that has no second is a backtick.
        return escaped(sentence);
    }
    let part = |(number, part): (usize, &&str)| match number % 2 {
        0 => escaped(part),
        _ => format!("<code>{}</code>", escaped(part)),
    };
    parts.iter().enumerate().map(part).collect()
}

/// The buttons that `theme/run.js` brings to life; they stand in the page so that nothing moves. The
/// style writes their names, which the search would find in every section.
fn run_tools(slug: &str) -> String {
    let button = |name: &str, class, more| {
        format!(
            "<button type=\"button\" class=\"{class}\" data-name=\"{name}\" aria-label=\"{name} {slug}\"{more}></button>"
        )
    };
    format!(
        "<span class=\"run-tools needs-js\">{} {} {}</span>",
        button("Run", "run", ""),
        button("Edit", "edit", ""),
        button("Reset", "reset", " hidden")
    )
}

/// A part of the figure that a reader can fold away; without JavaScript too.
fn disclosure(class: &str, title: &str, text: &str, open: bool) -> String {
    if text.is_empty() {
        return format!("<p class=\"{class}\">The program prints nothing.</p>\n");
    }
    let open = if open { " open" } else { "" };
    format!(
        "<details class=\"{class}\"{open}><summary>{title}</summary>\n{}</details>\n",
        colors::text_block(text)
    )
}
