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
use crate::figures::escape::{escaped, with_code};
use crate::figures::instrument::Instrument;
use crate::figures::memory::Pictures;
use crate::words::{memory as words, twins};
use anyhow::Result;
use languages::{Language, Sanitizer};
use lens::{Timeline, Trace};
use listings::{Directive, Kind, Listing, Other};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The page on which a figure stands.
pub struct OnPage<'p> {
    /// What leads from it to the root of the book.
    pub to_root: &'p str,
    /// Its text, which may name the places of a program.
    pub text: &'p str,
    /// The questions that stand within the figure, where the page asks about its listing.
    pub asked: Option<&'p str>,
}

/// What figures are drawn from.
pub struct Figures<'b> {
    /// The goldens, by path relative to the root.
    pub goldens: &'b BTreeMap<PathBuf, String>,
    /// The timelines, by slug, or why there is none.
    pub timelines: &'b BTreeMap<String, Result<Timeline, String>>,
    /// The traces, by slug, or why there is none.
    pub traces: &'b BTreeMap<String, Result<Trace, String>>,
    /// The traces of the runs that rustc prevents, by the slug of the rejected program.
    pub prevented: &'b BTreeMap<String, Trace>,
    /// The colors of the programs.
    pub colors: Colors,
}

impl Figures<'_> {
    /// The figure of a listing, as HTML.
    ///
    /// Where the page asks about it, whatever answers a question is folded away at first, and no
    /// word outside tells whether the program compiles.
    pub fn figure(
        &self,
        directive: &Directive,
        listing: &Listing,
        page: &OnPage<'_>,
    ) -> Result<String> {
        let info = listings::info(directive);
        if listing.kind == Kind::Report {
            return Ok(colors::text_block(&listing.source));
        }
        let lines = self.colors.lines("rust", &listing.source)?;
        if directive.in_other_languages {
            return self.in_other_languages(directive, listing, &colors::block(info, &lines, &[]));
        }
        let slug = &listing.slug;
        let timeline = self.timelines.get(slug).filter(|_| directive.timeline);
        let timeline = timeline.and_then(|timeline| timeline.as_ref().ok());
        let trace = directive.memory.as_ref().zip(self.traces.get(slug));
        let pictures = match trace {
            Some((before, Ok(trace))) => Some(Pictures::of(trace, before)),
            _ => self
                .prevented
                .get(slug)
                .zip(timeline)
                .map(|(trace, timeline)| {
                    let refusal = timeline.refusals.first();
                    Pictures::prevented(trace, refusal.map_or(0, |refusal| refusal.line))
                }),
        };
        let named = |place: &str| page.text.contains(&format!("`{place}`"));
        let instrument = Instrument::new(slug, &lines, timeline, pictures, &named);
        let mut outcome = self.outcome(directive, listing);
        if let Some((_, Err(why))) = trace {
            let why = escaped(&words::none(why));
            outcome += &format!("<p class=\"no-memory\">{why}.</p>\n");
        }
        let (mut class, mut caption) = self.caption(listing);
        // A page that asks for a prediction asks a question of its own.
        let asked = page.asked.or(directive.predict.then_some(""));
        if let Some(questions) = asked {
            outcome = questions.to_owned() + &folded(&format!("<p>{caption}</p>\n{outcome}"));
            class += " asked";
            caption = format!("<code>{slug}</code>");
        }
        let mut figure = format!(
            "<figure class=\"{class}{}\" id=\"{slug}\">\n<figcaption>{caption} {}</figcaption>\n\
             {}\n{}{outcome}</figure>\n",
            instrument.classes(),
            run_tools(slug),
            instrument.html(Some(page.to_root)),
            what_if(listing),
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
            return disclosure("message", "What rustc says", golden("stderr"));
        }
        let mut outcome = disclosure("output", "Output", golden("stdout"));
        if directive.panics {
            outcome += &disclosure("message", "How it ends", golden("panic"));
        }
        outcome
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
            let tool = run_tool(slug, name, extension);
            panels.push(panel(name, &command, &tool, &code, output, &warning));
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
        disclosure("output", "Output", output)
    )
}

/// The buttons that `theme/run.js` brings to life; they stand in the page so that nothing moves.
fn run_tools(slug: &str) -> String {
    let button = |name: &str, class, more| {
        format!(
            "<button type=\"button\" class=\"{class}\" aria-label=\"{name} {slug}\"{more}>{name}</button>"
        )
    };
    format!(
        "<span class=\"run-tools needs-js\" data-slug=\"{slug}\" data-language=\"rs\">{} {} {}</span>",
        button("Run", "run", ""),
        button("Edit", "edit", ""),
        button("Reset", "reset", " hidden")
    )
}

/// What a reader may try with a program, where `cargo run` serves the book and looks at it.
fn what_if(listing: &Listing) -> String {
    if listing.what_ifs.is_empty() {
        return String::new();
    }
    let tries = listing.what_ifs.iter().map(|what_if| {
        let program = escaped(what_if.applied(&listing.source).trim_end());
        let text = with_code(&what_if.text);
        format!(" <button type=\"button\" value=\"{program}\">{text}</button>")
    });
    format!(
        "<p class=\"what-if needs-js needs-server\">What if I …{}</p>\n",
        tries.collect::<String>()
    )
}

/// The button at a program in another language, which runs where `cargo run` serves the book.
fn run_tool(slug: &str, name: &str, extension: &str) -> String {
    format!(
        "<span class=\"run-tools needs-js needs-server\" data-slug=\"{slug}\" data-language=\"{extension}\">\
         <button type=\"button\" class=\"run\" aria-label=\"Run {slug} in {name}\">Run</button></span>"
    )
}

/// What happens, which the page asks for first. Until the reader opens it, the style keeps the lanes
/// and the pictures shut too.
fn folded(outcome: &str) -> String {
    format!("<details class=\"outcome\"><summary>What happens</summary>\n{outcome}</details>\n")
}

/// A part of the figure that a reader can fold away; without JavaScript too.
pub fn disclosure(class: &str, title: &str, text: &str) -> String {
    if text.is_empty() {
        return format!("<p class=\"{class}\">The program prints nothing.</p>\n");
    }
    format!(
        "<details class=\"{class}\" open><summary>{title}</summary>\n{}</details>\n",
        colors::text_block(text)
    )
}
