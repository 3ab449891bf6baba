//! One page: its text, its directives, and what a page may not contain.

use crate::{Kind, Library, Listing, Problem};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// The admonish boxes this book uses, each for one thing (STYLE.md says which).
const ADMONISH_KINDS: [&str; 6] = ["tip", "warning", "note", "question", "example", "info"];
/// The fences an author may write for Rust code; directives write the others.
const RUST_FENCES: [&str; 3] = ["rust", "rust,no_run", "rust,should_panic"];

/// Directives that stand for numbers; they show no code, so this crate leaves them alone.
pub const NUMBERS: [&str; 2] = ["measured", "chart"];
/// The directive that shows a listing in five languages.
const IN_OTHER_LANGUAGES: &str = "in-other-languages";

/// A page of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Relative to the book's root: `src/ownership/moves.md`.
    pub path: PathBuf,
    /// Its text as the author wrote it.
    pub text: String,
    /// Its directives, in order.
    pub directives: Vec<Directive>,
}

/// A line of a page that names a listing: `{{#listing SLUG panics}}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive {
    /// Which listing is shown.
    pub slug: String,
    /// What the page says of it: `{{#listing …}}` runs, `{{#rejected …}}` does not compile.
    pub kind: Kind,
    /// `panics`: the program is meant to panic.
    pub panics: bool,
    /// `predict`: what it prints is folded away at first, for the text asks for a prediction.
    pub predict: bool,
    /// `timeline`: its ownership timeline is drawn.
    pub timeline: bool,
    /// `memory`: its memory pictures are drawn; `memory=3,5` names the lines before which.
    pub memory: Option<Vec<usize>>,
    /// `{{#in-other-languages …}}`: the same task in other languages is shown beside it.
    pub in_other_languages: bool,
    /// `first=c`: the language that is shown before the reader chooses one, by its files' ending.
    pub first: String,
    /// The line of the page, from 1.
    pub line: usize,
    /// The bytes of the page that the listing replaces.
    pub range: Range<usize>,
}

impl Page {
    /// Reads a page's directives and reports everything on it that may not be there.
    pub fn parse(path: &Path, text: String, library: &Library) -> (Page, Vec<Problem>) {
        let mut problems = Vec::new();
        let code = code_blocks(&text);
        for block in &code {
            check_fence(path, &text, block, &mut problems);
        }
        let directives = text
            .match_indices("{{#")
            .filter_map(|(start, _)| {
                let around = code.iter().find(|block| block.range.contains(&start));
                let in_code = around.is_some();
                let in_box = around.is_some_and(CodeBlock::is_admonish);
                let name = text[start + 3..]
                    .split([' ', '}'])
                    .next()
                    .unwrap_or_default();
                if NUMBERS.contains(&name) && (!in_code || in_box) {
                    return None;
                }
                parse_directive(&text, start, in_code, library)
                    .map_err(|(what, cure)| {
                        problems.push(Problem::at(path, line_of(&text, start), what, cure));
                    })
                    .ok()
            })
            .collect();
        problems.sort();
        let page = Page {
            path: path.to_owned(),
            text,
            directives,
        };
        (page, problems)
    }

    /// The page with every directive replaced by what `write` makes of it.
    ///
    /// Text between directives stays as it is, byte for byte.
    pub fn expand(
        &self,
        library: &Library,
        mut write: impl FnMut(&Directive, &Listing) -> String,
    ) -> String {
        let mut expanded = self.text.clone();
        for directive in self.directives.iter().rev() {
            if let Some(listing) = library.get(&directive.slug) {
                expanded.replace_range(directive.range.clone(), &write(directive, listing));
            }
        }
        expanded
    }
}

/// The fenced block that shows a listing, the same for every test and for the reader.
///
/// ```text
/// {{#listing ownership-moving-a-string}}    ```rust
///                                           fn main() { … }
///                                           ```
/// ```
pub fn fence(directive: &Directive, listing: &Listing) -> String {
    let info = match (directive.kind, directive.panics) {
        (Kind::Rejected, _) => "rust,compile_fail",
        (Kind::Runs, true) => "rust,should_panic",
        (Kind::Runs, false) => "rust",
        (Kind::Report, _) => "text",
    };
    format!("```{info}\n{}\n```\n", listing.source.trim_end())
}

struct CodeBlock {
    range: Range<usize>,
    /// The info string of a fence; `None` for an indented block.
    info: Option<String>,
}

impl CodeBlock {
    /// Whether it is prose that mdbook-admonish turns into a box.
    fn is_admonish(&self) -> bool {
        self.info
            .as_ref()
            .is_some_and(|info| info.starts_with("admonish"))
    }
}

fn code_blocks(text: &str) -> Vec<CodeBlock> {
    Parser::new_ext(text, Options::all())
        .into_offset_iter()
        .filter_map(|(event, range)| match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => Some(CodeBlock {
                range,
                info: Some(info.into_string()),
            }),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                Some(CodeBlock { range, info: None })
            }
            _ => None,
        })
        .collect()
}

fn check_fence(path: &Path, text: &str, block: &CodeBlock, problems: &mut Vec<Problem>) {
    let line = line_of(text, block.range.start);
    let mut problem =
        |what: String, cure: String| problems.push(Problem::at(path, line, what, cure));
    let Some(info) = &block.info else {
        return problem(
            "an indented code block, which rustdoc would take for Rust".into(),
            "fence it and name its language".into(),
        );
    };
    let mut words = info.split_whitespace();
    match words.next() {
        None => problem(
            "a code block without a language".into(),
            "write ```text or ```rust".into(),
        ),
        Some("admonish") => {
            let kind = words.next().unwrap_or_default();
            if !ADMONISH_KINDS.contains(&kind) {
                problem(
                    format!("unknown admonish kind \"{kind}\""),
                    format!("use one of {}", ADMONISH_KINDS.join(", ")),
                );
            }
            let body = &text[block.range.clone()];
            if body
                .lines()
                .skip(1)
                .any(|line| line.trim_start().starts_with("```rust"))
            {
                problem(
                    "Rust code inside an admonish box, where no test sees it".into(),
                    "put the program before the box".into(),
                );
            }
        }
        Some(_) if info.starts_with("rust") && !RUST_FENCES.contains(&info.as_str()) => problem(
            format!("the fence \"{info}\" is not allowed"),
            format!(
                "use {}, or show a file with {{{{#rejected SLUG}}}}",
                RUST_FENCES.join("; ")
            ),
        ),
        Some(_) => {}
    }
}

/// Reads `{{#listing SLUG panics}}` at `start`, or says what is wrong and what to do.
fn parse_directive(
    text: &str,
    start: usize,
    in_code: bool,
    library: &Library,
) -> Result<Directive, (String, String)> {
    if in_code {
        return Err((
            "a directive inside a code block is not expanded".into(),
            "move it out of the block".into(),
        ));
    }
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let words = text[line_start..line_end]
        .strip_prefix("{{#")
        .and_then(|rest| rest.trim_end().strip_suffix("}}"))
        .filter(|words| !words.contains(['{', '}']))
        .ok_or_else(|| {
            (
                "a directive shares its line with something else".to_owned(),
                "let `{{#listing SLUG}}` stand alone, at the start of a line".to_owned(),
            )
        })?;
    let mut words = words.split_whitespace();
    let name = words.next().unwrap_or_default();
    let named = |kind: &Kind| match name {
        IN_OTHER_LANGUAGES => *kind == Kind::Runs,
        _ => kind.directive() == name,
    };
    let Some(kind) = Kind::ALL.into_iter().find(named) else {
        return Err((
            format!("unknown directive \"{name}\""),
            "use `listing` for a program that runs, `rejected` for one that does not compile"
                .into(),
        ));
    };
    let slug = words.next().unwrap_or_default().to_owned();
    let mut directive = Directive {
        slug,
        kind,
        panics: false,
        predict: false,
        timeline: false,
        memory: None,
        in_other_languages: name == IN_OTHER_LANGUAGES,
        first: "rs".into(),
        line: line_of(text, start),
        range: line_start..line_end,
    };
    let unknown = |option: &str| {
        let known = match kind {
            Kind::Runs if name == IN_OTHER_LANGUAGES => "`first=c`, or none",
            Kind::Runs => "`timeline`, `memory`, `memory=3,5`, `panics`, `predict`, or none",
            Kind::Rejected => "`timeline`, or none",
            Kind::Report => "none",
        };
        (
            format!("unknown option \"{option}\" of `{name}`"),
            format!("use {known}"),
        )
    };
    for option in words {
        match (kind, option) {
            (Kind::Runs, option) if directive.in_other_languages => {
                let language = option
                    .strip_prefix("first=")
                    .ok_or_else(|| unknown(option))?;
                directive.first = language.to_owned();
            }
            (Kind::Runs, "panics") => directive.panics = true,
            (Kind::Runs, "predict") => directive.predict = true,
            (Kind::Runs | Kind::Rejected, "timeline") => directive.timeline = true,
            (Kind::Runs, "memory") => directive.memory = Some(Vec::new()),
            (Kind::Runs, option) if option.starts_with("memory=") => {
                directive.memory = Some(line_numbers(option)?);
            }
            _ => return Err(unknown(option)),
        }
    }
    match library.get(&directive.slug) {
        Some(listing) if directive.in_other_languages && listing.others.is_empty() => Err((
            format!("\"{}\" is not there in any other language", listing.slug),
            format!(
                "write {}/{}/main.c, or .cpp, .java, .py",
                crate::OTHER_LANGUAGES,
                listing.slug
            ),
        )),
        Some(listing)
            if directive.in_other_languages && !listing.endings().contains(&&*directive.first) =>
        {
            Err((
                format!(
                    "\"{}\" is not there in \"{}\"",
                    listing.slug, directive.first
                ),
                format!("use one of {}", listing.endings().join(", ")),
            ))
        }
        Some(listing) if listing.kind == kind => Ok(directive),
        Some(listing) => Err((
            format!("\"{}\" is {}", directive.slug, listing.path().display()),
            format!("show it with `{}`", listing.kind.directive()),
        )),
        None => Err((
            format!("no listing is named \"{}\"", directive.slug),
            match library.nearest(&directive.slug, kind) {
                Some(nearest) => format!("did you mean \"{nearest}\"?"),
                None => format!("create {}", kind.path(&directive.slug).display()),
            },
        )),
    }
}

/// The lines of `memory=3,5`.
fn line_numbers(option: &str) -> Result<Vec<usize>, (String, String)> {
    let lines = option.trim_start_matches("memory=").split(',');
    lines
        .map(str::parse)
        .collect::<Result<_, _>>()
        .map_err(|_| {
            (
                format!("\"{option}\" names no lines"),
                "write the lines of the listing, as in `memory=3,5`".to_owned(),
            )
        })
}

/// The line, from 1, of a byte of the text.
pub(crate) fn line_of(text: &str, at: usize) -> usize {
    1 + text[..at].matches('\n').count()
}
