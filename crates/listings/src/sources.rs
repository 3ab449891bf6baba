//! All pages and listings of one book, read and checked together.

use crate::files::{entries, files, is_there, read_if_there, read_text};
use crate::problem::{line_of, shown};
use crate::{
    Ask, COMPILE_FAIL, Directive, EXAMPLES, Kind, Library, Listing, Page, Problem, Question,
};
use pulldown_cmark::{Event, Parser, Tag};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

/// The pages and listings below one folder that holds a `book.toml`.
#[derive(Debug, Clone)]
pub struct Sources {
    /// The folder.
    pub root: PathBuf,
    /// The pages that `src/SUMMARY.md` names, in its order.
    pub pages: Vec<Page>,
    /// The listings.
    pub library: Library,
}

impl Sources {
    /// Reads everything, and reports every mistake together.
    pub fn read(root: &Path) -> (Sources, Vec<Problem>) {
        let (library, mut problems) = Library::read(root);
        let mut pages = Vec::new();
        for path in page_paths(root, &mut problems) {
            match read_text(root, &path) {
                Ok(text) => {
                    let (page, found) = Page::parse(&path, text, &library);
                    problems.extend(found);
                    pages.push(page);
                }
                Err(problem) => problems.push(problem),
            }
        }
        problems.extend(asked_twice(&pages));
        let sources = Sources {
            root: root.to_owned(),
            pages,
            library,
        };
        (sources, problems)
    }

    /// The page at that path, relative to the root.
    pub fn page(&self, path: &Path) -> Option<&Page> {
        self.pages.iter().find(|page| page.path == path)
    }

    /// The slugs that pages mark with `panics`.
    pub fn panicking(&self) -> BTreeSet<&str> {
        self.marked(|directive| directive.panics)
    }

    /// The slugs whose timeline pages draw.
    pub fn with_timeline(&self) -> BTreeSet<&str> {
        self.marked(|directive| directive.timeline)
    }

    /// The slugs whose memory pages draw.
    pub fn with_memory(&self) -> BTreeSet<&str> {
        self.marked(|directive| directive.memory.is_some())
    }

    fn marked(&self, mark: impl Fn(&Directive) -> bool) -> BTreeSet<&str> {
        self.directives()
            .filter(|directive| mark(directive))
            .map(|directive| directive.slug.as_str())
            .collect()
    }

    /// The goldens that must stand beside the listings, relative to the root.
    pub fn expected_goldens(&self) -> BTreeMap<PathBuf, &Listing> {
        let (panicking, with_timeline) = (self.panicking(), self.with_timeline());
        let with_memory = self.with_memory();
        let mut expected = BTreeMap::new();
        for listing in self.library.iter() {
            let slug = listing.slug.as_str();
            let extensions = [
                ("stdout", listing.kind == Kind::Runs),
                ("stderr", listing.kind == Kind::Rejected),
                ("panic", panicking.contains(slug)),
                ("timeline", with_timeline.contains(slug)),
                ("memory", with_memory.contains(slug)),
            ];
            let wanted = extensions.into_iter().filter(|(_, wanted)| *wanted);
            expected.extend(wanted.map(|(extension, _)| (listing.beside(extension), listing)));
            expected.extend(
                listing
                    .others
                    .iter()
                    .map(|other| (other.golden.clone(), listing)),
            );
        }
        expected
    }

    /// The text of every golden, by path; one that is missing or unreadable is a problem.
    pub fn goldens(&self) -> (BTreeMap<PathBuf, String>, Vec<Problem>) {
        let mut goldens = BTreeMap::new();
        let mut problems = Vec::new();
        for (path, listing) in self.expected_goldens() {
            match read_if_there(&self.root, &path) {
                Ok(Some(text)) => _ = goldens.insert(path, text),
                Ok(None) => problems.push(Problem::at(
                    listing.path(),
                    1,
                    format!("has no {} beside it", shown(&path)),
                    "run `cargo run -- bless` and read the diff",
                )),
                Err(problem) => problems.push(problem),
            }
        }
        (goldens, problems)
    }

    /// Goldens that belong to no listing, relative to the root.
    pub fn stray_goldens(&self) -> Vec<PathBuf> {
        let expected = self.expected_goldens();
        [
            (EXAMPLES, "stdout"),
            (EXAMPLES, "panic"),
            (EXAMPLES, "timeline"),
            (EXAMPLES, "memory"),
            (COMPILE_FAIL, "stderr"),
            (COMPILE_FAIL, "timeline"),
            (COMPILE_FAIL, "report"),
        ]
        .into_iter()
        // What cannot be read was a problem when the listings were.
        .flat_map(|(folder, extension)| files(&self.root, folder, extension, &mut Vec::new()))
        .filter(|path| !expected.contains_key(path))
        .collect()
    }

    /// Listings that no page shows, goldens that belong to no listing, and rejected programs
    /// without a counterfactual.
    pub fn unused(&self) -> Vec<Problem> {
        let shown: BTreeSet<&str> = self
            .directives()
            .map(|directive| directive.slug.as_str())
            .collect();
        let unshown = self
            .library
            .iter()
            .filter(|listing| !shown.contains(listing.slug.as_str()));
        let unshown = unshown.map(|listing| {
            let directive = listing.kind.directive();
            Problem::at(
                listing.path(),
                1,
                format!("no page shows \"{}\"", listing.slug),
                format!(
                    "add {{{{#{directive} {}}}}} to a page, or `git rm` it",
                    listing.slug
                ),
            )
        });
        let stray = self.stray_goldens().into_iter().map(|path| {
            Problem::at(
                path,
                1,
                "belongs to no listing",
                "run `cargo run -- bless`, which deletes it",
            )
        });
        unshown
            .chain(stray)
            .chain(self.without_counterfactual())
            .collect()
    }

    /// Rejected programs of which nothing says what they would have done.
    fn without_counterfactual(&self) -> impl Iterator<Item = Problem> {
        let rejected = self
            .library
            .iter()
            .filter(|listing| listing.kind == Kind::Rejected);
        rejected.filter_map(|listing| match listing.others.as_slice() {
            [] => Some(Problem::at(
                listing.path(),
                1,
                "nothing says what the program would have done",
                format!("write {}, with its kind in the first line", shown(&listing.beside("cpp"))),
            )),
            [twin, ..] if twin.counterfactual().is_none() => Some(Problem::at(
                &twin.path,
                1,
                "the first line names no kind",
                "begin with `// without a meaning: …`, `// a matter of intent: …`, `// unsafe: …` or `// sound but rejected: …`",
            )),
            _ => None,
        })
    }

    /// Every question of every page.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.pages.iter().flat_map(Page::questions)
    }

    /// The slugs about which a question is asked that `wanted` wants.
    pub fn asked(&self, wanted: impl Fn(&Ask) -> bool) -> BTreeSet<&str> {
        self.questions()
            .filter(|question| wanted(&question.ask))
            .map(|question| question.about.as_str())
            .collect()
    }

    /// Every directive of every page.
    pub fn directives(&self) -> impl Iterator<Item = &Directive> {
        self.pages.iter().flat_map(Page::directives)
    }
}

/// Questions that ask what another has asked already.
fn asked_twice(pages: &[Page]) -> Vec<Problem> {
    let mut asked: Vec<(&Page, &Question)> = Vec::new();
    let mut problems = Vec::new();
    for page in pages {
        for question in page.questions() {
            let same = |(_, other): &&(&Page, &Question)| {
                (&other.about, &other.ask) == (&question.about, &question.ask)
            };
            if let Some((first, other)) = asked.iter().find(same) {
                problems.push(Problem::at(
                    &page.path,
                    question.line,
                    format!(
                        "{}:{} asks the same of \"{}\"",
                        shown(&first.path),
                        other.line,
                        question.about
                    ),
                    "ask something else, or of another listing",
                ));
            }
            asked.push((page, question));
        }
    }
    problems
}

/// The pages of `src/SUMMARY.md`; one that is missing on either side is a problem.
fn page_paths(root: &Path, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    let summary_path = Path::new("src/SUMMARY.md");
    let summary = match read_text(root, summary_path) {
        Ok(summary) => summary,
        Err(problem) => {
            problems.push(problem);
            return Vec::new();
        }
    };
    let mut paths = Vec::new();
    for (event, range) in Parser::new(&summary).into_offset_iter() {
        let Event::Start(Tag::Link { dest_url, .. }) = event else {
            continue;
        };
        let path = normalized(&Path::new("src").join(&*dest_url));
        match is_there(root, &path) {
            Ok(true) => paths.push(path),
            Ok(false) => problems.push(Problem::at(
                summary_path,
                line_of(&summary, range.start),
                format!("the page {} does not exist", shown(&path)),
                "create it or take the line out",
            )),
            Err(problem) => problems.push(problem),
        }
    }
    // What mdBook shows where there is no page.
    let not_found = Path::new("src/404.md");
    for path in markdown_files(root, Path::new("src"), problems) {
        if path != summary_path && path != not_found && !paths.contains(&path) {
            problems.push(Problem::at(
                &path,
                1,
                "the page is missing from src/SUMMARY.md",
                "add a line for it there or delete it",
            ));
        }
    }
    paths
}

/// `src/./a.md` as `src/a.md`.
fn normalized(path: &Path) -> PathBuf {
    path.components()
        .filter(|part| *part != Component::CurDir)
        .collect()
}

/// Every Markdown file below `folder`, relative to `root`, sorted.
fn markdown_files(root: &Path, folder: &Path, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for (path, is_folder) in entries(root, folder, problems) {
        if is_folder {
            found.extend(markdown_files(root, &path, problems));
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
    found
}
