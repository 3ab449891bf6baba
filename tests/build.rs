//! Hands every page, as the reader sees it, to skeptic.
//!
//! skeptic does not expand directives and names its tests after the file, so the pages are
//! written to `OUT_DIR/pages` with their listings in place and their folders in the name:
//! `src/ownership/index.md` becomes `ownership-index.md`. Rejected programs stay out:
//! skeptic would demand that they compile, and trybuild holds them.

use anyhow::{Context, Result, bail};
use listings::{Kind, Sources, What};
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("..");
    for watched in [
        "src",
        listings::EXAMPLES,
        listings::COMPILE_FAIL,
        listings::REPORTS,
    ] {
        println!("cargo:rerun-if-changed=../{watched}");
    }
    let (sources, problems) = Sources::read(&root);
    if !problems.is_empty() {
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        bail!("\n{}", problems.join("\n"));
    }

    let pages = PathBuf::from(env::var("OUT_DIR")?).join("pages");
    fs::create_dir_all(&pages)?;
    let mut checked = Vec::new();
    for page in &sources.pages {
        let expanded = page.expand(|part| {
            let What::Listing(directive) = &part.what else {
                return anyhow::Ok(None);
            };
            let listing = sources
                .library
                .get(&directive.slug)
                .context("a known slug")?;
            Ok(Some(match listing.kind {
                Kind::Runs | Kind::Report => listings::fence(directive, listing),
                Kind::Rejected => String::new(),
            }))
        })?;
        let path = pages.join(flat_name(&page.path));
        if fs::read_to_string(&path).ok().as_ref() != Some(&expanded) {
            fs::write(&path, expanded)?;
        }
        checked.push(path);
    }
    checked.extend(["README.md", "CONTRIBUTING.md"].map(|readme| root.join(readme)));
    skeptic::generate_doc_tests(&checked);
    Ok(())
}

/// `src/ownership/index.md` as `ownership-index.md`.
fn flat_name(page: &Path) -> String {
    let parts: Vec<_> = page
        .iter()
        .skip(1)
        .map(|part| part.to_string_lossy())
        .collect();
    parts.join("-")
}
