//! What a reader sees where an author wrote a directive: one figure for each listing.
//!
//! ```text
//! {{#listing ownership-moving-a-string}}
//! ```
//!
//! becomes a `<figure>` with the command that runs the program, the program as a Markdown
//! block (so that skeptic, rustdoc and mdBook see the same one), and what it printed.

use crate::figures::{memory, timeline};
use languages::{Language, Sanitizer};
use lens::{Timeline, Trace};
use listings::{Counterfactual, Directive, Kind, Listing, Other, golden};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The pages that explain what a figure's parts mean, from the root of the book.
const ON_TIMELINES: &str = "ownership/reading-a-timeline.md";
const ON_PICTURES: &str = "ownership/reading-a-picture.md";

/// The figure of a listing, as Markdown with HTML around it. A timeline comes with the program's
/// lines in color; `to_root` leads from the page to the root of the book.
pub fn figure(
    directive: &Directive,
    listing: &Listing,
    goldens: &BTreeMap<PathBuf, String>,
    timeline: Option<(&Timeline, &[String])>,
    trace: Option<&Result<Trace, String>>,
    to_root: &str,
) -> String {
    let how = |page, what| {
        format!("<p class=\"how\"><a href=\"{to_root}{page}\">How to read a {what}</a></p>")
    };
    let text = |extension| {
        goldens
            .get(&listing.beside(extension))
            .map_or("", String::as_str)
    };
    let code = listings::fence(directive, listing);
    let slug = &listing.slug;
    let ownership = timeline
        .filter(|_| directive.timeline)
        .map_or(String::new(), |(timeline, lines)| {
            timeline::figure(slug, lines, timeline, &how(ON_TIMELINES, "timeline"))
        });
    let memory = match (trace, &directive.memory) {
        (Some(trace), Some(lines)) => memory::figure(
            slug,
            &listing.source,
            trace,
            lines,
            &how(ON_PICTURES, "picture"),
        ),
        _ => String::new(),
    };
    if directive.in_other_languages {
        return in_other_languages(directive, listing, &code, text("stdout"), goldens);
    }
    match listing.kind {
        Kind::Runs => {
            let command = format!("<code>cargo run --example {slug}</code>");
            let open = !directive.predict;
            let mut parts = disclosure("output", "Output", text("stdout"), open);
            if directive.panics {
                parts += &disclosure("message", "How it ends", text("panic"), open);
            }
            let parts = parts + &ownership + &memory;
            frame(slug, "listing", &command, &code, &parts)
        }
        Kind::Report => code,
        Kind::Rejected => {
            let message = text("stderr");
            let code_link = golden::error_code(message).map_or(String::new(), |code| {
                format!(
                    r#" <a href="https://doc.rust-lang.org/error_codes/{code}.html">{code}</a>"#
                )
            });
            let caption = format!(
                r#"<strong class="verdict">Does not compile</strong>{code_link} <code>tests/compile-fail/{slug}.rs</code>"#
            );
            let parts = disclosure("message", "What rustc says", message, true);
            let figure = frame(
                slug,
                "listing rejected",
                &caption,
                &code,
                &(parts + &ownership),
            );
            let twins = listing
                .others
                .iter()
                .map(|twin| counterfactual(twin, goldens));
            figure + &twins.collect::<String>()
        }
    }
}

/// What a rejected program would have done: its twin, and what came of it.
fn counterfactual(twin: &Other, goldens: &BTreeMap<PathBuf, String>) -> String {
    let Some((kind, detail)) = twin.counterfactual() else {
        return String::new();
    };
    let language = Language::of(&twin.path).unwrap_or(Language::Cpp);
    let came_of_it = match kind {
        Counterfactual::Unsafe => {
            "It compiles. A sanitizer, a checker built into the running program, stops it:"
                .to_owned()
        }
        _ => format!(
            "It runs, and no sanitizer complains. {}. It prints:",
            capitalized(detail.trim_end_matches('.'))
        ),
    };
    format!(
        "\n````admonish example title=\"In {}: {}\" collapsible=true\nWhat the program would have done, in {}, where nothing refuses it.\n\n\
         ```{}\n{}\n```\n\n{came_of_it}\n\n```text\n{}\n```\n````\n",
        language.name(),
        kind.name(),
        language.name(),
        language.extension(),
        twin.source.trim_end(),
        goldens
            .get(&twin.golden)
            .map_or("", |report| report.trim_end()),
    )
}

/// One task in five languages, as tabs that need no JavaScript.
fn in_other_languages(
    directive: &Directive,
    listing: &Listing,
    code: &str,
    output: &str,
    goldens: &BTreeMap<PathBuf, String>,
) -> String {
    let slug = &listing.slug;
    let mut languages = vec![("Rust", "rs")];
    let command = format!("cargo run --example {slug}");
    let mut panels = vec![panel("Rust", &command, &run_tools(slug), code, output, "")];
    for other in &listing.others {
        let Some(language) = Language::of(&other.path) else {
            continue;
        };
        let (name, extension) = (language.name(), language.extension());
        let code = format!("```{extension}\n{}\n```\n", other.source.trim_end());
        let output = goldens.get(&other.golden).map_or("", String::as_str);
        let warning = match languages::expected_report(&other.source) {
            Some(words) if words.contains("leak") => {
                "<p>Without the sanitizer it runs to its end, and nothing tells of the leak.</p>\n"
            }
            Some(_) => {
                "<p>Without the sanitizer it compiles and runs as well. The language promises nothing about what it then does.</p>\n"
            }
            None => "",
        };
        let command = language.command(
            &other.path.display().to_string(),
            Sanitizer::of(&other.source),
        );
        languages.push((name, extension));
        panels.push(panel(name, &command, "", &code, output, warning));
    }
    let tabs: String = languages
        .iter()
        .enumerate()
        .map(|(number, (name, extension))| {
            let checked = if directive.first == *extension {
                " checked"
            } else {
                ""
            };
            format!(
                "<input type=\"radio\" name=\"{slug}\" id=\"{slug}-{number}\"{checked}><label for=\"{slug}-{number}\">{name}</label>"
            )
        })
        .collect();
    format!(
        "<figure class=\"listing languages\" id=\"{slug}\">\n<figcaption>The same task in {} languages</figcaption>\n\
         <div class=\"tabs\" role=\"group\" aria-label=\"Languages\">{tabs}\n{}</div>\n</figure>\n",
        languages.len(),
        panels.concat()
    )
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
        "<div class=\"panel\">\n<p class=\"command\"><strong>{name}</strong> <code>{}</code> {tools}</p>\n\n{code}\n{}{warning}</div>\n",
        command.replace('&', "&amp;"),
        disclosure("output", "Output", output, true)
    )
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

fn frame(slug: &str, class: &str, caption: &str, code: &str, parts: &str) -> String {
    // As an attribute, so that no search finds them and no selection copies them.
    let fences = 2;
    let numbers: Vec<String> = (1..=code.trim_end().lines().count() - fences)
        .map(|number| number.to_string())
        .collect();
    let numbers = numbers.join("&#10;");
    let tools = run_tools(slug);
    format!(
        "<figure class=\"{class}\" id=\"{slug}\">\n<figcaption>{caption} {tools}</figcaption>\n<div class=\"numbers\" data-numbers=\"{numbers}\"></div>\n\n{code}\n{parts}</figure>\n"
    )
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
        "<details class=\"{class}\"{open}><summary>{title}</summary>\n\n```text\n{}\n```\n\n</details>\n",
        text.trim_end_matches('\n')
    )
}
