//! What a reader sees where an author wrote a directive: one figure for each listing.
//!
//! ```text
//! {{#listing ownership-moving-a-string}}
//! ```
//!
//! becomes a `<figure>` with the command that runs the program, the program as a Markdown
//! block (so that skeptic, rustdoc and mdBook see the same one), and what it printed.

use crate::timeline;
use lens::Timeline;
use listings::{Directive, Kind, Listing, golden};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The figure of a listing, as Markdown with HTML around it.
pub fn figure(
    directive: &Directive,
    listing: &Listing,
    goldens: &BTreeMap<PathBuf, String>,
    timeline: Option<&Timeline>,
) -> String {
    let text = |extension| {
        goldens
            .get(&listing.beside(extension))
            .map_or("", String::as_str)
    };
    let code = listings::fence(directive, listing);
    let slug = &listing.slug;
    let ownership = timeline
        .filter(|_| directive.timeline)
        .map_or(String::new(), |timeline| {
            timeline::figure(slug, &listing.source, timeline)
        });
    match listing.kind {
        Kind::Runs => {
            let command = format!("<code>cargo run --example {slug}</code>");
            let mut parts = disclosure("output", "Output", text("stdout"));
            if directive.panics {
                parts += &disclosure("message", "How it ends", text("panic"));
            }
            frame(slug, "listing", &command, &code, &(parts + &ownership))
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
            let parts = disclosure("message", "What rustc says", message);
            frame(
                slug,
                "listing rejected",
                &caption,
                &code,
                &(parts + &ownership),
            )
        }
    }
}

fn frame(slug: &str, class: &str, caption: &str, code: &str, parts: &str) -> String {
    format!(
        "<figure class=\"{class}\" id=\"{slug}\">\n<figcaption>{caption}</figcaption>\n\n{code}\n{parts}</figure>\n"
    )
}

/// A part of the figure that a reader can fold away; without JavaScript too.
fn disclosure(class: &str, title: &str, text: &str) -> String {
    if text.is_empty() {
        return format!("<p class=\"{class}\">The program prints nothing.</p>\n");
    }
    format!(
        "<details class=\"{class}\" open><summary>{title}</summary>\n\n```text\n{}\n```\n\n</details>\n",
        text.trim_end_matches('\n')
    )
}
