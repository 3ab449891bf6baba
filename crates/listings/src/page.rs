//! One page: its text, the parts of it that a machine writes, and what a page may not contain.

use crate::directive::{Complaint, Directive, Written};
use crate::markdown::{Code, Markdown};
use crate::problem::line_of;
use crate::question::FENCE;
use crate::{Kind, Library, Listing, Problem, Question};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// The admonish boxes this book uses, each for one thing (STYLE.md says which).
const ADMONISH_KINDS: [&str; 6] = ["tip", "warning", "note", "question", "example", "info"];
/// The fences an author may write for Rust code; directives write the others.
const RUST_FENCES: [&str; 3] = ["rust", "rust,no_run", "rust,should_panic"];

/// A page of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Relative to the book's root: `src/ownership/moves.md`.
    pub path: PathBuf,
    /// Its text as the author wrote it.
    pub text: String,
    /// What on it is no prose, in the order of the text.
    pub parts: Vec<Part>,
    /// The paragraphs that stand in no list, box or quotation.
    pub paragraphs: Vec<Vec<Inline>>,
}

/// A part of a page that is no prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where in the text it stands.
    pub range: Range<usize>,
    /// The line of the page, from 1.
    pub line: usize,
    /// What it is.
    pub what: What,
}

/// What a part of a page is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A fenced block of code that stands on the page itself.
    Code {
        /// The words on the fence.
        info: String,
        /// The code.
        text: String,
    },
    /// `{{#listing …}}` and the like.
    Listing(Directive),
    /// `{{#measured ratio trees rust c}}`, a number within a sentence: the words after the first.
    Measured(Vec<String>),
    /// `{{#chart time}}`.
    Chart(String),
    /// A block that asks a question.
    Question(Question),
    /// `{{#questions}}`: a list of all that are asked.
    Questions,
    /// `{{#paste}}`: a field for a message of rustc.
    Paste,
    /// `{{#workbench SLUG SLUG}}`: a field for a program, with these listings to start from.
    Workbench(Vec<String>),
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Its plain text.
    Text(String),
    /// As [`What::Measured`].
    Measured(Vec<String>),
}

impl Page {
    /// Reads a page and reports everything on it that may not be there.
    ///
    /// ```
    /// # use listings::{Inline, Library, Page, What};
    /// let text = "Rust took {{#measured time trees rust}}.\n\n```c\nint i;\n```\n";
    /// let (page, problems) = Page::parse("src/a.md".as_ref(), text.into(), &Library::default());
    /// assert_eq!(problems, []);
    /// let measured: Vec<String> = ["time", "trees", "rust"].map(str::to_owned).into();
    /// let code = What::Code { info: "c".into(), text: "int i;\n".into() };
    /// let parts: Vec<What> = page.parts.into_iter().map(|part| part.what).collect();
    /// assert_eq!(parts, [What::Measured(measured.clone()), code]);
    /// let sentence =
    ///     [Inline::Text("Rust took ".into()), Inline::Measured(measured), Inline::Text(".".into())];
    /// assert_eq!(page.paragraphs, [sentence]);
    /// ```
    pub fn parse(path: &Path, text: String, library: &Library) -> (Page, Vec<Problem>) {
        let markdown = Markdown::read(&text);
        let mut problems = Vec::new();
        let mut complain = |line: usize, (what, cure): Complaint| {
            problems.push(Problem::at(path, line, what, cure));
        };
        for code in markdown.code.iter().chain(&markdown.boxes) {
            if let Some(complaint) = complaint(code) {
                complain(line_of(&text, code.range.start), complaint);
            }
        }
        let mut parts = Vec::new();
        for written in Written::all(&text) {
            let start = match &written {
                Ok(written) => written.range.start,
                Err(start) => *start,
            };
            let line = line_of(&text, start);
            match what(written, &markdown, line, library) {
                Ok((range, what)) => parts.push(Part { range, line, what }),
                Err(complaint) => complain(line, complaint),
            }
        }
        let paragraphs = paragraphs(&markdown, &parts);
        for code in markdown.code {
            let line = line_of(&text, code.range.start);
            let what = match code.info {
                Some(info) if info == FENCE => match Question::read(&code.text, line, library) {
                    Ok(question) => What::Question(question),
                    Err((line, complaint)) => {
                        complain(line, complaint);
                        continue;
                    }
                },
                Some(info) => What::Code {
                    info,
                    text: code.text,
                },
                None => continue,
            };
            parts.push(Part {
                line,
                range: code.range,
                what,
            });
        }
        parts.sort_by_key(|part| part.range.start);
        for (line, complaint) in misplaced(&parts) {
            complain(line, complaint);
        }
        problems.sort();
        let page = Page {
            path: path.to_owned(),
            text,
            parts,
            paragraphs,
        };
        (page, problems)
    }

    /// The questions that it asks, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.parts.iter().filter_map(|part| match &part.what {
            What::Question(question) => Some(question),
            _ => None,
        })
    }

    /// The questions about a listing that stand at its figure, before it and after it: nothing is
    /// between them but others of the kind.
    pub fn questions_at(&self, directive: &Directive) -> Vec<&Question> {
        let is_figure =
            |part: &Part| matches!(&part.what, What::Listing(found) if found == directive);
        let Some(figure) = self.parts.iter().position(is_figure) else {
            return Vec::new();
        };
        let touch = |one: &Part, other: &Part| {
            let between = self.text.get(one.range.end..other.range.start);
            between.is_some_and(|text| text.trim().is_empty())
        };
        let about = |part: &'_ Part| matches!(&part.what, What::Question(question) if question.about == directive.slug);
        let mut first = figure;
        while first > 0
            && about(&self.parts[first - 1])
            && touch(&self.parts[first - 1], &self.parts[first])
        {
            first -= 1;
        }
        let mut last = figure;
        while let Some(next) = self.parts.get(last + 1)
            && about(next)
            && touch(&self.parts[last], next)
        {
            last += 1;
        }
        let at_figure = self.parts[first..=last].iter();
        at_figure
            .filter_map(|part| match &part.what {
                What::Question(question) => Some(question),
                _ => None,
            })
            .collect()
    }

    /// The listings that it shows, in order.
    pub fn directives(&self) -> impl Iterator<Item = &Directive> {
        self.parts.iter().filter_map(|part| match &part.what {
            What::Listing(directive) => Some(directive),
            _ => None,
        })
    }

    /// The page with what `write` makes of each part in its place; `None` leaves it as it is.
    ///
    /// What is left stays as the author wrote it, byte for byte.
    ///
    /// # Errors
    /// That of `write`, which is asked from the last part to the first: of several, the last one's.
    pub fn expand<E>(
        &self,
        mut write: impl FnMut(&Part) -> Result<Option<String>, E>,
    ) -> Result<String, E> {
        let mut expanded = self.text.clone();
        for part in self.parts.iter().rev() {
            if let Some(text) = write(part)? {
                expanded.replace_range(part.range.clone(), &text);
            }
        }
        Ok(expanded)
    }
}

/// The fenced block that shows a listing to whatever compiles the blocks of a page.
///
/// ````text
/// {{#listing ownership-moving-a-string}}    ```rust
///                                           fn main() { … }
///                                           ```
/// ````
pub fn fence(directive: &Directive, listing: &Listing) -> String {
    let info = info(directive);
    let longest = listing.source.split(|c| c != '`').map(str::len).max();
    let fence = "`".repeat(3.max(longest.unwrap_or(0) + 1));
    format!("{fence}{info}\n{}\n{fence}\n", listing.source.trim_end())
}

/// The words on the fence of a listing.
pub fn info(directive: &Directive) -> &'static str {
    match (directive.kind, directive.panics) {
        (Kind::Rejected, _) => "rust,compile_fail",
        (Kind::Runs, true) => "rust,should_panic",
        (Kind::Runs, false) => "rust",
        (Kind::Report, _) => "text",
    }
}

/// What is wrong with a block of code, or with a box.
fn complaint(code: &Code) -> Option<Complaint> {
    let Some(info) = &code.info else {
        return Some((
            "an indented code block, which rustdoc would take for Rust".into(),
            "fence it and name its language".into(),
        ));
    };
    let mut words = info.split_whitespace();
    match words.next() {
        None => Some((
            "a code block without a language".into(),
            "write ```text or ```rust".into(),
        )),
        Some(_) if code.is_box() && code.boxed => Some((
            "a box inside a box".into(),
            "end the first before the second".into(),
        )),
        Some(_) if code.is_box() => {
            let kind = words.next().unwrap_or_default();
            let known = ADMONISH_KINDS.contains(&kind);
            (!known).then(|| {
                (
                    format!("unknown admonish kind \"{kind}\""),
                    format!("use one of {}", ADMONISH_KINDS.join(", ")),
                )
            })
        }
        Some(_) if info == FENCE && code.boxed => Some((
            "a question inside an admonish box".into(),
            "put it before the box".into(),
        )),
        Some(FENCE) if info != FENCE => Some((
            format!("the fence \"{info}\" is not allowed"),
            "write ```question and nothing else".into(),
        )),
        Some(_) if info.starts_with("rust") && code.boxed => Some((
            "Rust code inside an admonish box, where no test sees it".into(),
            "put the program before the box".into(),
        )),
        Some(_) if info.starts_with("rust") && !RUST_FENCES.contains(&info.as_str()) => Some((
            format!("the fence \"{info}\" is not allowed"),
            format!(
                "use {}, or show a file with {{{{#rejected SLUG}}}}",
                RUST_FENCES.join("; ")
            ),
        )),
        Some(_) => None,
    }
}

/// What a directive stands for and what it takes the place of, or what is wrong with it.
fn what(
    written: Result<Written<'_>, usize>,
    markdown: &Markdown,
    line: usize,
    library: &Library,
) -> Result<(Range<usize>, What), Complaint> {
    let at = written
        .as_ref()
        .map_or_else(|start| *start, |written| written.range.start);
    let code = markdown.code.iter().map(|code| &code.range);
    if code.chain(&markdown.spans).any(|code| code.contains(&at)) {
        return Err((
            "a directive inside a code block is not expanded".into(),
            "move it out of the block".into(),
        ));
    }
    let on_a_box = |of: &Code| of.range.contains(&at) && !of.inside.contains(&at);
    if markdown.boxes.iter().any(on_a_box) {
        return Err((
            "a directive in the title of a box is not expanded".into(),
            "move it into the box".into(),
        ));
    }
    let written = written.map_err(|_| {
        (
            "a directive does not end on its line".to_owned(),
            "close it with `}}`, and write no other brace in it".to_owned(),
        )
    })?;
    let words = || written.words.iter().map(|word| (*word).to_owned());
    if written.name == "measured" {
        return Ok((written.range.clone(), What::Measured(words().collect())));
    }
    if !written.alone {
        return Err((
            "a directive shares its line with something else".into(),
            "let `{{#listing SLUG}}` stand alone, at the start of a line".into(),
        ));
    }
    if written.name == "chart" {
        let name = words().collect::<Vec<_>>().join(" ");
        return Ok((written.range, What::Chart(name)));
    }
    if written.name == "questions" && written.words.is_empty() {
        return Ok((written.range, What::Questions));
    }
    if written.name == "paste" && written.words.is_empty() {
        return Ok((written.range, What::Paste));
    }
    if written.name == "workbench" {
        let slugs: Vec<String> = words().collect();
        if let Some(slug) = slugs.iter().find(|slug| library.get(slug).is_none()) {
            return Err((
                format!("no listing is named \"{slug}\""),
                "name listings to start from: `{{#workbench SLUG SLUG}}`".into(),
            ));
        }
        return Ok((written.range, What::Workbench(slugs)));
    }
    if markdown.boxes.iter().any(|of| of.range.contains(&at)) {
        return Err((
            "a listing inside an admonish box, where no test sees it".into(),
            "put it before the box".into(),
        ));
    }
    let directive = Directive::read(&written, line, library)?;
    Ok((written.range, What::Listing(directive)))
}

/// Questions whose figure is not on the page, or gives the answer away.
fn misplaced(parts: &[Part]) -> Vec<(usize, Complaint)> {
    let mut misplaced = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        let What::Question(question) = &part.what else {
            continue;
        };
        let slug = &question.about;
        let figures = parts.iter().enumerate();
        let figure = figures.filter_map(|(at, part)| match &part.what {
            What::Listing(directive) if directive.slug == *slug => Some((at, directive)),
            _ => None,
        });
        let complaint = match figure.min_by_key(|(at, _)| *at) {
            None => Some((
                format!("the page asks about \"{slug}\" and does not show it"),
                format!(
                    "show it after the question: {{{{#listing {slug}}}}} or {{{{#rejected {slug}}}}}"
                ),
            )),
            Some((_, figure)) if figure.in_other_languages => Some((
                format!("the page shows \"{slug}\" in other languages, and what it prints with it"),
                "ask about a program that `listing` or `rejected` shows".to_owned(),
            )),
            Some((at, figure)) if at < number && !figure.predict => Some((
                format!("the figure of \"{slug}\" gives the answer away"),
                "put the question before the figure, or write `predict` in its directive"
                    .to_owned(),
            )),
            Some(_) => None,
        };
        misplaced.extend(complaint.map(|complaint| (part.line, complaint)));
    }
    misplaced
}

/// The paragraphs with what directives ask for in its place.
fn paragraphs(markdown: &Markdown, parts: &[Part]) -> Vec<Vec<Inline>> {
    let paragraphs = markdown.paragraphs.iter().map(|pieces| {
        let mut paragraph = Vec::new();
        for (range, text) in pieces {
            // Where the text is as it was written, it may hold directives.
            let mut at = range.start;
            for part in parts {
                let of = &part.range;
                if of.end <= at || range.end <= of.start {
                    continue;
                }
                if at < of.start {
                    let before = text.get(at - range.start..of.start - range.start);
                    paragraph.push(Inline::Text(before.unwrap_or_default().to_owned()));
                }
                if let (What::Measured(words), true) = (&part.what, range.start <= of.start) {
                    paragraph.push(Inline::Measured(words.clone()));
                }
                at = of.end;
            }
            if at == range.start {
                paragraph.push(Inline::Text(text.clone()));
            } else if at < range.end {
                let rest = text.get(at - range.start..).unwrap_or_default();
                paragraph.push(Inline::Text(rest.to_owned()));
            }
        }
        paragraph
    });
    let some = |paragraph: &Vec<Inline>| {
        let blank =
            |inline: &Inline| matches!(inline, Inline::Text(text) if text.trim().is_empty());
        !paragraph.iter().all(blank)
    };
    paragraphs.filter(some).collect()
}

#[cfg(test)]
mod tests {
    use super::{Inline, Page, What, fence};
    use crate::{Directive, Kind, Library, Listing, Problem};
    use tempfile::TempDir;

    fn parse(text: &str) -> (Page, Vec<Problem>) {
        Page::parse("src/a.md".as_ref(), text.to_owned(), &Library::default())
    }

    fn code(page: &Page) -> Vec<&str> {
        let code = page.parts.iter().filter_map(|part| match &part.what {
            What::Code { text, .. } => Some(text.as_str()),
            _ => None,
        });
        code.collect()
    }

    #[test]
    fn a_fence_is_longer_than_any_run_of_backticks_inside() {
        for ticks in 0..6 {
            let source = format!("// A\n{}\n~~~~\nfn main() {{}}\n", "`".repeat(ticks));
            let listing = Listing {
                slug: "a".into(),
                kind: Kind::Runs,
                source: source.clone(),
                others: Vec::new(),
                unchecked: None,
                what_ifs: Vec::new(),
            };
            let directive = Directive {
                slug: "a".into(),
                kind: Kind::Runs,
                panics: false,
                predict: false,
                timeline: false,
                memory: None,
                in_other_languages: false,
                first: "rs".into(),
                line: 1,
            };
            let (page, _) = parse(&fence(&directive, &listing));
            assert_eq!(code(&page), [source]);
        }
    }

    #[test]
    fn code_in_lists_and_boxes_is_found_where_it_stands() {
        let text =
            "- One\n\n  ```c\n  int a;\n  ```\n\n````admonish tip\nA\n```java\nint b;\n```\n````\n";
        let (page, problems) = parse(text);
        assert_eq!(problems, []);
        assert_eq!(code(&page), ["int a;\n", "int b;\n"]);
        let expanded = page.expand(|_| Ok::<_, ()>(Some("X".to_owned())));
        let expected = "- One\n\n  X\n\n````admonish tip\nA\nX\n````\n";
        assert_eq!(expanded.as_deref(), Ok(expected));
    }

    #[test]
    fn what_is_not_replaced_stays_byte_for_byte() {
        let text = "*a*  \n{{#measured cores}}\t&amp; \\*\n\n\n* {{#measured rounds}}\n```c\n```";
        let (page, problems) = parse(text);
        assert_eq!((problems, page.parts.len()), (Vec::new(), 3));
        assert_eq!(page.expand(|_| Ok::<_, ()>(None)).as_deref(), Ok(text));
    }

    #[test]
    fn a_paragraph_is_its_text_and_its_numbers() {
        let text =
            "A &amp; `b`\n{{#measured cores}}!\n{{#chart time}}\n\n- no\n\n{{#chart peak}}\n";
        let said = |text: &str| Inline::Text(text.into());
        let number = Inline::Measured(vec!["cores".into()]);
        let paragraph = ["A ", "&", " ", "b", " "].map(said).into_iter();
        let paragraph: Vec<Inline> = (paragraph.chain([number]))
            .chain(["!", " "].map(said))
            .collect();
        assert_eq!(parse(text).0.paragraphs, [paragraph]);
    }

    /// A page of a book with a program that runs and one that is refused.
    fn asking(text: &str) -> (Page, Vec<String>) {
        let folder = TempDir::new().expect("a temporary folder");
        for path in ["examples/sold.rs", "tests/compile-fail/lost.rs"] {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, "fn main() {}\n").expect("a listing");
        }
        let (library, _) = Library::read(folder.path());
        let (page, problems) = Page::parse("src/a.md".as_ref(), text.to_owned(), &library);
        (page, problems.iter().map(Problem::to_string).collect())
    }

    #[test]
    fn a_figure_does_not_give_the_answer_away() {
        let question = "```question\nabout = \"sold\"\nask = \"outcome\"\n```\n";
        let page =
            |before: &str, after: &str| asking(&format!("{before}\n{question}\n{after}\n")).1;
        assert_eq!(page("", "{{#listing sold}}"), Vec::<String>::new());
        assert_eq!(page("{{#listing sold predict}}", ""), Vec::<String>::new());
        assert_eq!(
            page("{{#listing sold}}", ""),
            [
                "src/a.md:2: the figure of \"sold\" gives the answer away; put the question before the figure, or write `predict` in its directive"
            ]
        );
        assert_eq!(
            page("", ""),
            [
                "src/a.md:2: the page asks about \"sold\" and does not show it; show it after the question: {{#listing sold}} or {{#rejected sold}}"
            ]
        );
        assert_eq!(
            page("```admonish tip", "{{#listing sold}}").len(),
            1,
            "a box is no place for a question"
        );
    }

    #[test]
    fn a_question_stands_at_its_figure_if_nothing_is_between() {
        let question = |ask: &str| format!("```question\nabout = \"sold\"\nask = \"{ask}\"\n```\n");
        let (outcome, drops) = (question("outcome"), question("drops"));
        let at_figure = |text: &str| {
            let (page, problems) = asking(text);
            assert_eq!(problems, Vec::<String>::new());
            let figure = page.directives().next().expect("a figure").clone();
            let questions = page.questions_at(&figure);
            questions
                .iter()
                .map(|question| question.ask.name())
                .collect::<Vec<_>>()
        };
        let figure = "{{#listing sold predict}}";
        assert_eq!(
            at_figure(&format!("{outcome}\n{drops}\n{figure}")),
            ["outcome", "drops"]
        );
        assert_eq!(
            at_figure(&format!("{outcome}\n{figure}\n\n{drops}")),
            ["outcome", "drops"]
        );
        assert_eq!(
            at_figure(&format!("{outcome}\nProse.\n\n{figure}\n")),
            [""; 0]
        );
        let of_other = "```question\nabout = \"lost\"\nask = \"line\"\n```\n";
        assert_eq!(
            at_figure(&format!(
                "{outcome}\n{of_other}\n{figure}\n\n{{{{#rejected lost}}}}"
            )),
            [""; 0]
        );
    }
}
