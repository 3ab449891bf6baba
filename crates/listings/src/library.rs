//! The programs the book shows: where each lives and what is written beside it.

use crate::Problem;
use crate::files::{files, read_if_there, read_text};
use crate::problem::shown;
use crate::what_if::{WhatIf, what_ifs};
use std::collections::BTreeMap;
use std::iter;
use std::path::{Path, PathBuf};

/// Where the programs that run live.
pub const EXAMPLES: &str = "examples";
/// Where the same programs in other languages live, a folder for each slug.
pub const OTHER_LANGUAGES: &str = "examples/other-languages";
/// The endings of programs in other languages, in the order in which the book shows them.
const OTHER_ENDINGS: [&str; 5] = ["c", "cpp", "java", "py", "js"];
/// Where the programs that rustc rejects live.
pub const COMPILE_FAIL: &str = "tests/compile-fail";
/// Where their unchecked twins live: the same programs but for raw pointers and `unsafe`.
const UNCHECKED: &str = "tests/unchecked";
/// Where what the tools found out is kept.
pub const REPORTS: &str = "tests/reports";

/// What a listing promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// It compiles and runs; beside `SLUG.rs` stands `SLUG.stdout`.
    Runs,
    /// rustc rejects it; beside `SLUG.rs` stands `SLUG.stderr`.
    Rejected,
    /// No program: what a tool found out, `SLUG.txt`.
    Report,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 3] = [Kind::Runs, Kind::Rejected, Kind::Report];

    /// The directive that shows it on a page.
    pub fn directive(self) -> &'static str {
        match self {
            Kind::Runs => "listing",
            Kind::Rejected => "rejected",
            Kind::Report => "report",
        }
    }

    fn folder(self) -> &'static str {
        match self {
            Kind::Runs => EXAMPLES,
            Kind::Rejected => COMPILE_FAIL,
            Kind::Report => REPORTS,
        }
    }

    fn extension(self) -> &'static str {
        match self {
            Kind::Runs | Kind::Rejected => "rs",
            Kind::Report => "txt",
        }
    }

    /// The file of the listing of that name, relative to the book's root.
    pub fn path(self, slug: &str) -> PathBuf {
        Path::new(self.folder()).join(format!("{slug}.{}", self.extension()))
    }
}

/// One program of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// Its name everywhere: in the directive, of the file, for `cargo run --example`.
    pub slug: String,
    /// What it promises.
    pub kind: Kind,
    /// Its text, as the reader sees it.
    pub source: String,
    /// The same task, or the fault of a rejected program, in other languages.
    pub others: Vec<Other>,
    /// The text of a rejected program's unchecked twin, if it has one.
    pub unchecked: Option<String>,
    /// What a reader may try with it.
    pub what_ifs: Vec<WhatIf>,
}

/// A program in another language, and where its output or report is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// Its file, relative to the book's root.
    pub path: PathBuf,
    /// Its text.
    pub source: String,
    /// The golden beside it, relative to the book's root.
    pub golden: PathBuf,
}

/// What the rule that refuses a program is for, asked in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counterfactual {
    /// Nothing could run it; its twin is refused as well.
    Meaningless,
    /// Rust asks you to say what you mean, and then takes it; its twin runs clean.
    Intent,
    /// A program with the same moves and borrows would use memory wrongly; a sanitizer reports
    /// its twin.
    Unsafe,
    /// None would, and the checker cannot see it; its twin runs clean.
    Sound,
}

impl Counterfactual {
    const ALL: [Counterfactual; 4] = [
        Counterfactual::Meaningless,
        Counterfactual::Intent,
        Counterfactual::Unsafe,
        Counterfactual::Sound,
    ];

    /// As the book says it.
    pub fn name(self) -> &'static str {
        match self {
            Counterfactual::Meaningless => "without a meaning",
            Counterfactual::Intent => "a matter of intent",
            Counterfactual::Unsafe => "unsafe",
            Counterfactual::Sound => "sound but rejected",
        }
    }
}

impl Other {
    /// The first line of a twin, `// KIND: DETAIL`.
    pub fn counterfactual(&self) -> Option<(Counterfactual, &str)> {
        let first = self.source.lines().next()?.strip_prefix("// ")?;
        let (name, detail) = first.split_once(": ")?;
        let kind = Counterfactual::ALL
            .into_iter()
            .find(|kind| kind.name() == name)?;
        Some((kind, detail))
    }
}

impl Listing {
    /// The program's file, relative to the book's root.
    pub fn path(&self) -> PathBuf {
        self.kind.path(&self.slug)
    }

    /// The endings of its program's files, one for each language: `rs`, `c`, `py`.
    pub fn endings(&self) -> Vec<&str> {
        let others = self.others.iter();
        let others = others.filter_map(|other| other.path.extension()?.to_str());
        iter::once("rs").chain(others).collect()
    }

    /// A file beside it (`stdout`, `panic`, `stderr`, `cpp`), relative to the book's root.
    pub fn beside(&self, extension: &str) -> PathBuf {
        self.path().with_extension(extension)
    }
}

/// All programs of the book, by slug.
#[derive(Debug, Clone, Default)]
pub struct Library {
    listings: BTreeMap<String, Listing>,
}

impl Library {
    /// Reads both rooms below `root`.
    pub fn read(root: &Path) -> (Library, Vec<Problem>) {
        let mut library = Library::default();
        let mut problems = Vec::new();
        for kind in Kind::ALL {
            let paths = files(root, kind.folder(), kind.extension(), &mut problems);
            for path in paths {
                match read_listing(root, &path, kind, &mut problems) {
                    Ok(listing) => library.add(listing, &mut problems),
                    Err(problem) => problems.push(problem),
                }
            }
        }
        (library, problems)
    }

    fn add(&mut self, listing: Listing, problems: &mut Vec<Problem>) {
        if let Some(other) = self.listings.get(&listing.slug) {
            problems.push(Problem::at(
                listing.path(),
                1,
                format!(
                    "the slug \"{}\" is taken by {}",
                    listing.slug,
                    shown(&other.path())
                ),
                "rename one of the two files",
            ));
        } else {
            self.listings.insert(listing.slug.clone(), listing);
        }
    }

    /// The listing of that name.
    pub fn get(&self, slug: &str) -> Option<&Listing> {
        self.listings.get(slug)
    }

    /// All listings, in the order of their slugs.
    pub fn iter(&self) -> impl Iterator<Item = &Listing> {
        self.listings.values()
    }

    /// The name of that kind that looks most like `slug`, if any does.
    pub fn nearest(&self, slug: &str, kind: Kind) -> Option<&str> {
        self.iter()
            .filter(|listing| listing.kind == kind)
            .map(|listing| (strsim::normalized_levenshtein(slug, &listing.slug), listing))
            .filter(|(likeness, _)| *likeness > 0.5)
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, listing)| listing.slug.as_str())
    }
}

fn read_listing(
    root: &Path,
    path: &Path,
    kind: Kind,
    problems: &mut Vec<Problem>,
) -> Result<Listing, Problem> {
    let slug = slug(path)?;
    let source = read_text(root, path)?;
    if source.trim().is_empty() {
        return Err(Problem::at(
            path,
            1,
            "the listing is empty",
            "write the program or delete the file",
        ));
    }
    let others = others(root, &slug, kind, problems);
    let unchecked = match kind {
        Kind::Rejected => read_if_there(root, &Path::new(UNCHECKED).join(format!("{slug}.rs")))?,
        _ => None,
    };
    let what_ifs = what_ifs(root, &path.with_extension("what-if"), &source)?;
    Ok(Listing {
        slug,
        kind,
        source,
        others,
        unchecked,
        what_ifs,
    })
}

/// The name of a listing, which stands in commands, addresses and attributes as it is.
fn slug(path: &Path) -> Result<String, Problem> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if stem.starts_with('-') || !stem.chars().all(plain) {
        return Err(Problem::at(
            path,
            1,
            "the file's name is no slug",
            "rename it: lower-case letters a to z, digits, and hyphens between them",
        ));
    }
    Ok(stem.into_owned())
}

/// The programs in other languages that belong to a listing.
fn others(root: &Path, slug: &str, kind: Kind, problems: &mut Vec<Problem>) -> Vec<Other> {
    let folder = Path::new(OTHER_LANGUAGES).join(slug);
    let candidates = OTHER_ENDINGS.map(|ending| match kind {
        Kind::Rejected => (
            Path::new(COMPILE_FAIL).join(format!("{slug}.{ending}")),
            "report".to_owned(),
        ),
        _ => (
            folder.join(format!("main.{ending}")),
            format!("{ending}.out"),
        ),
    });
    let mut others = Vec::new();
    for (path, ending) in candidates {
        match read_if_there(root, &path) {
            Ok(None) => {}
            Ok(Some(source)) => others.push(Other {
                source,
                golden: path.with_extension(ending),
                path,
            }),
            Err(problem) => problems.push(problem),
        }
    }
    others
}
