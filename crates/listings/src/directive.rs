//! `{{#NAME WORD …}}`: how a page asks for what a machine writes.

use crate::library::{Kind, Library, OTHER_LANGUAGES};
use crate::problem::shown;
use std::ops::Range;

/// What is wrong, and what to do.
pub(crate) type Complaint = (String, String);

/// The directive that shows a listing in five languages.
const IN_OTHER_LANGUAGES: &str = "in-other-languages";

/// A directive as it is written.
pub(crate) struct Written<'t> {
    /// The bytes of the page from `{{#` to `}}`.
    pub range: Range<usize>,
    /// Its first word.
    pub name: &'t str,
    /// Its other words.
    pub words: Vec<&'t str>,
    /// Whether it has its line for itself.
    pub alone: bool,
}

impl<'t> Written<'t> {
    /// Every directive of a text, or where one begins that does not end.
    pub fn all(text: &'t str) -> impl Iterator<Item = Result<Written<'t>, usize>> {
        let starts = text.match_indices("{{#").map(|(start, _)| start);
        starts.map(|start| Written::at(text, start).ok_or(start))
    }

    fn at(text: &'t str, start: usize) -> Option<Written<'t>> {
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let inside = &text[start + 3..line_end];
        let (inside, after) = inside.split_once("}}")?;
        if inside.contains(['{', '}']) {
            return None;
        }
        let mut words = inside.split_whitespace();
        Some(Written {
            range: start..start + 3 + inside.len() + 2,
            name: words.next().unwrap_or_default(),
            words: words.collect(),
            alone: start == line_start && after.trim().is_empty(),
        })
    }
}

/// What a page says of a listing that it shows: `{{#listing SLUG panics}}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive {
    /// Which listing is shown.
    pub slug: String,
    /// What the page says of it: `{{#listing …}}` runs, `{{#rejected …}}` does not compile.
    pub kind: Kind,
    /// `panics`: the program is meant to panic.
    pub panics: bool,
    /// `predict`: what comes of it is folded away at first, for the text asks for a prediction.
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
}

impl Directive {
    /// What `{{#listing SLUG panics}}` says, or what is wrong with it.
    pub(crate) fn read(
        written: &Written<'_>,
        line: usize,
        library: &Library,
    ) -> Result<Directive, Complaint> {
        let name = written.name;
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
        let mut words = written.words.iter().copied();
        let mut directive = Directive {
            slug: words.next().unwrap_or_default().to_owned(),
            kind,
            panics: false,
            predict: false,
            timeline: false,
            memory: None,
            in_other_languages: name == IN_OTHER_LANGUAGES,
            first: "rs".into(),
            line,
        };
        for option in words {
            directive.add(option, name)?;
        }
        directive.check(library)?;
        Ok(directive)
    }

    fn add(&mut self, option: &str, name: &str) -> Result<(), Complaint> {
        let known = match self.kind {
            Kind::Runs if self.in_other_languages => "`first=c`, or none",
            Kind::Runs => "`timeline`, `memory`, `memory=3,5`, `panics`, `predict`, or none",
            Kind::Rejected => "`timeline`, `predict`, or none",
            Kind::Report => "none",
        };
        let unknown = || {
            (
                format!("unknown option \"{option}\" of `{name}`"),
                format!("use {known}"),
            )
        };
        match (self.kind, option) {
            (Kind::Runs, option) if self.in_other_languages => {
                let language = option.strip_prefix("first=").ok_or_else(unknown)?;
                self.first = language.to_owned();
            }
            (Kind::Runs, "panics") => self.panics = true,
            (Kind::Runs | Kind::Rejected, "predict") => self.predict = true,
            (Kind::Runs | Kind::Rejected, "timeline") => self.timeline = true,
            (Kind::Runs, "memory") => self.memory = Some(Vec::new()),
            (Kind::Runs, option) if option.starts_with("memory=") => {
                self.memory = Some(line_numbers(option)?);
            }
            _ => return Err(unknown()),
        }
        Ok(())
    }

    /// Whether there is such a listing, of that kind and in these languages.
    fn check(&self, library: &Library) -> Result<(), Complaint> {
        let slug = &self.slug;
        let Some(listing) = library.get(slug) else {
            return Err((
                format!("no listing is named \"{slug}\""),
                match library.nearest(slug, self.kind) {
                    Some(nearest) => format!("did you mean \"{nearest}\"?"),
                    None => format!("create {}", shown(&self.kind.path(slug))),
                },
            ));
        };
        if self.in_other_languages && listing.others.is_empty() {
            return Err((
                format!("\"{slug}\" is not there in any other language"),
                format!("write {OTHER_LANGUAGES}/{slug}/main.c, or .cpp, .java, .py"),
            ));
        }
        if self.in_other_languages && !listing.endings().contains(&&*self.first) {
            return Err((
                format!("\"{slug}\" is not there in \"{}\"", self.first),
                format!("use one of {}", listing.endings().join(", ")),
            ));
        }
        if listing.kind != self.kind {
            return Err((
                format!("\"{slug}\" is {}", shown(&listing.path())),
                format!("show it with `{}`", listing.kind.directive()),
            ));
        }
        Ok(())
    }
}

/// The lines of `memory=3,5`.
fn line_numbers(option: &str) -> Result<Vec<usize>, Complaint> {
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
