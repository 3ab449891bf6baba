//! The answer to each question, from what machines have said of its listing.

use crate::figures::inline;
use crate::questions::repair::Edited;
use crate::questions::{Asked, Choice, Opt, letters, memory, outcome, refused, repair, unchecked};
use crate::words::questions as words;
use lens::{Timeline, Trace};
use listings::{Ask, Listing, Problem, Question, Reason, Sources};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// What is wrong with a question, and what to do.
pub type Complaint = (String, String);

/// The answer: what is to be chosen, and the sentence that answers the whole.
pub type Key = (Vec<Choice>, String);

/// What machines have said of the listings.
pub struct Facts<'f> {
    /// The slugs of those that panic.
    pub panicking: &'f BTreeSet<&'f str>,
    /// The goldens, by path relative to the root.
    pub goldens: &'f BTreeMap<PathBuf, String>,
    /// The timelines of what is asked about, by slug, or why there is none.
    pub timelines: &'f BTreeMap<String, Result<Timeline, String>>,
    /// The traces of what is asked about, by slug, or why there is none.
    pub traces: &'f BTreeMap<String, Result<Trace, String>>,
    /// What came of the edits.
    pub edited: &'f Edited,
}

impl Facts<'_> {
    /// The golden of that ending beside a listing.
    pub fn golden(&self, listing: &Listing, extension: &str) -> &str {
        let golden = self.goldens.get(&listing.beside(extension));
        golden.map_or("", String::as_str)
    }

    /// The timeline of a listing.
    pub fn timeline(&self, listing: &Listing) -> Result<&Timeline, Complaint> {
        known(self.timelines, listing, "timeline")
    }

    /// The trace of a listing.
    pub fn trace(&self, listing: &Listing) -> Result<&Trace, Complaint> {
        known(self.traces, listing, "memory to be traced")
    }
}

fn known<'f, T>(
    of: &'f BTreeMap<String, Result<T, String>>,
    listing: &Listing,
    what: &str,
) -> Result<&'f T, Complaint> {
    let slug = &listing.slug;
    let why = match of.get(slug) {
        Some(Ok(known)) => return Ok(known),
        Some(Err(why)) => why.as_str(),
        None => "it was not asked for",
    };
    let cure = "ask `outcome` or `why`, or of another program".to_owned();
    Err((format!("\"{slug}\" has no {what} ({why})"), cure))
}

/// The answered questions of a book, by page and line.
pub type Answers = BTreeMap<(PathBuf, usize), Asked>;

/// The answer to every question, or what is wrong with it.
pub fn answers(sources: &Sources, facts: &Facts<'_>) -> (Answers, Vec<Problem>) {
    let mut answers = Answers::new();
    let mut problems = Vec::new();
    let mut names = BTreeMap::new();
    for page in &sources.pages {
        for question in page.questions() {
            // Where no memory can be traced, nobody knows the answer.
            if question.ask.asks_memory() && !lens::CAN_TRACE {
                continue;
            }
            let listing = sources.library.get(&question.about).ok_or_else(|| {
                let what = format!("{} asks about no listing", listings::shown(&page.path));
                (what, "name one".to_owned())
            });
            let id = id(question, &mut names);
            match listing.and_then(|listing| asked(facts, listing, question, id)) {
                Ok(asked) => _ = answers.insert((page.path.clone(), question.line), asked),
                Err((what, cure)) => {
                    problems.push(Problem::at(&page.path, question.line, what, cure));
                }
            }
        }
    }
    (answers, problems)
}

/// The answer to a question about a listing, with its name on the page.
///
/// # Errors
/// What is wrong with the question, and what to do.
pub fn asked(
    facts: &Facts<'_>,
    listing: &Listing,
    question: &Question,
    id: String,
) -> Result<Asked, Complaint> {
    let (choices, because) = key(facts, listing, &question.ask)?;
    let prompt = match &question.prompt {
        Some(prompt) => inline::label(prompt),
        // Where no place is offered, none is asked for.
        None if question.ask == Ask::Line && choices.len() == 1 => inline::label(words::WHICH_LINE),
        None => inline::label(&words::prompt(&question.ask)),
    };
    Ok(Asked {
        id,
        about: question.about.clone(),
        line: line_that_shows(facts, listing, &question.ask),
        prompt,
        choices,
        because,
    })
}

fn key(facts: &Facts<'_>, listing: &Listing, ask: &Ask) -> Result<Key, Complaint> {
    match ask {
        Ask::Outcome { wrong } => outcome::key(facts, listing, wrong),
        Ask::Line => refused::key(facts, listing),
        Ask::Permission(spot) => letters::key(facts, listing, spot),
        Ask::Need(spot) => letters::need(facts, listing, spot),
        Ask::Points(spot) => memory::points(facts, listing, spot),
        Ask::Blocks { line } => memory::blocks(facts, listing, *line),
        Ask::Freed { line } => memory::freed(facts, listing, *line),
        Ask::Drops => memory::drops(facts, listing),
        Ask::Why { reasons } => Ok(why(reasons)),
        Ask::Repair { prints, edits } => repair::key(facts, listing, prints, edits),
        Ask::Unchecked => unchecked::key(listing),
    }
}

/// The line at which the figure shows why.
fn line_that_shows(facts: &Facts<'_>, listing: &Listing, ask: &Ask) -> Option<usize> {
    match ask {
        Ask::Freed { line } => memory::line_after(facts.trace(listing).ok()?, *line),
        Ask::Drops => memory::line_of_first_drop(facts.trace(listing).ok()?),
        ask => ask.line(),
    }
}

fn why(reasons: &[Reason]) -> Key {
    let option = |reason: &Reason| Opt {
        text: inline::label(&reason.text),
        right: reason.belief.is_none(),
        because: Some(inline::html(&reason.because)),
    };
    let options: Vec<Opt> = reasons.iter().map(option).collect();
    let right = options.iter().find(|option| option.right);
    let because = right.and_then(|option| option.because.clone());
    (vec![Choice::one(options)], because.unwrap_or_default())
}

/// `ownership-moving-a-string-permission-s1-5`; a number tells apart what would have one name.
fn id(question: &Question, names: &mut BTreeMap<String, usize>) -> String {
    let ask = &question.ask;
    let mut id = format!("{}-{}", question.about, ask.name());
    if let Some(place) = ask.place() {
        let plain = place.replace(|c: char| !c.is_ascii_alphanumeric(), "-");
        id += &format!("-{}", plain.trim_matches('-'));
    }
    if let Some(line) = ask.line() {
        id += &format!("-{line}");
    }
    let count = names.entry(id.clone()).or_insert(0);
    *count += 1;
    match *count {
        1 => id,
        count => format!("{id}-{count}"),
    }
}
