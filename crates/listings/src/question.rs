//! A question that a page asks about one of its listings, as its author writes it.
//!
//! ````text
//! ```question                                   Question {
//! about = "ownership-moving-a-string"      →        about: "ownership-moving-a-string",
//! ask = "permission"                                ask: Ask::Permission { place: "s1", line: 5 }, …
//! place = "s1"                                  }
//! line = 5
//! ```
//! ````
//!
//! The answer is not written here: a machine derives it from the listing, but for `why`, of which
//! it is known by hand which option is right.

use crate::change::{Change, changed};
use crate::directive::Complaint;
use crate::problem::line_of;
use crate::{Kind, Library, Listing};
use serde::Deserialize;
use std::ops::Range;
use toml::Spanned;

/// The word on the fence.
pub(crate) const FENCE: &str = "question";

/// What learners believe, by the key that a wrong option of `why` names.
pub const BELIEFS: [(&str, &str); 22] = [
    ("move-copies", "a move copies or frees the text"),
    ("moved-is-null", "the old variable is null"),
    ("copy-is-stack", "Copy means on the stack"),
    ("ownership-is-heap", "ownership is about the heap"),
    (
        "borrow-to-block-end",
        "a borrow lasts to the end of the block",
    ),
    ("mut-moves", "`&mut` moves the value"),
    ("reference-keeps-alive", "a reference keeps its owner alive"),
    (
        "annotation-lengthens",
        "a lifetime annotation lengthens a life",
    ),
    (
        "static-is-forever",
        "`'static` means lives for the whole run",
    ),
    (
        "mut-is-exclusive",
        "`mut` on the variable and `&mut` are the same thing",
    ),
    (
        "shared-is-immutable-forever",
        "an immutable reference makes the value immutable for all time",
    ),
    (
        "checker-runs",
        "the checker follows what the program does at run time",
    ),
    (
        "index-borrows-element",
        "indexing borrows the element alone",
    ),
    (
        "method-borrows-fields",
        "a method borrows the fields it uses",
    ),
    ("clone-is-cure", "cloning is the cure"),
    (
        "rc-has-owners",
        "Rc has several owners, so the rule is broken",
    ),
    ("box-is-reference", "Box is a reference"),
    (
        "dropping-reference-drops",
        "dropping a reference drops the value",
    ),
    (
        "partial-move-all-or-none",
        "a moved-out field makes the whole struct unusable, or none of it",
    ),
    ("unsafe-off", "unsafe switches the checker off"),
    (
        "collector-would-catch",
        "a garbage collector would have caught the dangling pointer",
    ),
    (
        "refused-would-crash",
        "if it does not compile it would have crashed",
    ),
];

/// A question about a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The slug of the listing.
    pub about: String,
    /// What is asked.
    pub ask: Ask,
    /// The question in the author's words, inline Markdown; otherwise its kind has words.
    pub prompt: Option<String>,
    /// The line of the page, from 1.
    pub line: usize,
}

/// What a question asks; lines are those of the listing, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Does it compile, and what does it print?
    Outcome {
        /// Other outputs that are offered.
        wrong: Vec<String>,
    },
    /// Which line is refused, and which place is that about?
    Line,
    /// What may a place do before a line?
    Permission(Spot),
    /// What does a line need of a place?
    Need(Spot),
    /// Where does the pointer in a place lead before a line?
    Points(Spot),
    /// How many heap blocks are live before a line?
    Blocks {
        /// The line.
        line: usize,
    },
    /// Which blocks does a line free?
    Freed {
        /// The line.
        line: usize,
    },
    /// In which order are the program's values dropped?
    Drops,
    /// Why is it so?
    Why {
        /// The reasons that are offered, one of them right.
        reasons: Vec<Reason>,
    },
    /// Which of these edits makes it compile and print this?
    Repair {
        /// The whole output.
        prints: String,
        /// The edits that are offered.
        edits: Vec<Edit>,
    },
    /// What would the same fault do without the rule?
    Unchecked,
}

/// A place at a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// As it is written: `s1`, `*r`, `p.name`.
    pub place: String,
    /// The line.
    pub line: usize,
}

/// An option of a `why`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Inline Markdown.
    pub text: String,
    /// The sentence that answers it, inline Markdown.
    pub because: String,
    /// What somebody believes who takes it; nothing for the right one.
    pub belief: Option<String>,
}

/// An option of a `repair`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Inline Markdown.
    pub text: String,
    /// The sentence that answers it, inline Markdown.
    pub because: String,
    /// What it changes.
    pub changes: Vec<Change>,
}

impl Ask {
    /// As the author writes it: `outcome`.
    pub fn name(&self) -> &'static str {
        match self {
            Ask::Outcome { .. } => "outcome",
            Ask::Line => "line",
            Ask::Permission(_) => "permission",
            Ask::Need(_) => "need",
            Ask::Points(_) => "points",
            Ask::Blocks { .. } => "blocks",
            Ask::Freed { .. } => "freed",
            Ask::Drops => "drops",
            Ask::Why { .. } => "why",
            Ask::Repair { .. } => "repair",
            Ask::Unchecked => "unchecked",
        }
    }

    /// The line of the listing that it asks about.
    pub fn line(&self) -> Option<usize> {
        match self {
            Ask::Permission(spot) | Ask::Need(spot) | Ask::Points(spot) => Some(spot.line),
            Ask::Blocks { line } | Ask::Freed { line } => Some(*line),
            _ => None,
        }
    }

    /// The place that it asks about.
    pub fn place(&self) -> Option<&str> {
        match self {
            Ask::Permission(spot) | Ask::Need(spot) | Ask::Points(spot) => Some(&spot.place),
            _ => None,
        }
    }

    /// Whether the answer is in the program's timeline.
    pub fn asks_timeline(&self) -> bool {
        matches!(self, Ask::Line | Ask::Permission(_) | Ask::Need(_))
    }

    /// Whether the answer is in what a run of the program recorded.
    pub fn asks_memory(&self) -> bool {
        matches!(
            self,
            Ask::Points(_) | Ask::Blocks { .. } | Ask::Freed { .. } | Ask::Drops
        )
    }

    /// The kind of listing that it can be asked of, if not of both.
    fn of(&self) -> Option<Kind> {
        match self {
            Ask::Line | Ask::Unchecked => Some(Kind::Rejected),
            _ if self.asks_memory() => Some(Kind::Runs),
            _ => None,
        }
    }
}

impl Edit {
    /// The program with its lines changed.
    ///
    /// ```
    /// # use listings::{Change, Edit};
    /// let changes = vec![Change { line: 2, with: String::new() }];
    /// let edit = Edit { text: "Leave it out".into(), because: "It was not used.".into(), changes };
    /// assert_eq!(edit.applied("fn main() {\n    f();\n}\n"), "fn main() {\n}\n");
    /// ```
    pub fn applied(&self, source: &str) -> String {
        changed(source, &self.changes)
    }
}

/// The block as TOML has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    about: Spanned<String>,
    ask: Spanned<String>,
    prompt: Option<Spanned<String>>,
    wrong: Option<Spanned<Vec<String>>>,
    place: Option<Spanned<String>>,
    line: Option<Spanned<usize>>,
    prints: Option<Spanned<String>>,
    option: Option<Vec<Spanned<WrittenOption>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenOption {
    text: String,
    because: String,
    #[serde(default)]
    right: bool,
    belief: Option<String>,
    change: Option<Vec<Change>>,
}

/// What is wrong, and at which bytes of the block.
type Mistake = (Range<usize>, Complaint);

impl Question {
    /// What a block that begins on `fence` asks, or the line of the page where it is wrong, and how.
    pub(crate) fn read(
        text: &str,
        fence: usize,
        library: &Library,
    ) -> Result<Question, (usize, Complaint)> {
        let read = || {
            let written = written(text)?;
            let listing = listing(&written.about, library)?;
            let question = written.question(listing, fence)?;
            Ok(question)
        };
        read().map_err(|(at, complaint): Mistake| (fence + line_of(text, at.start), complaint))
    }
}

fn written(text: &str) -> Result<Written, Mistake> {
    toml::from_str(text).map_err(|error| {
        let at = error.span().unwrap_or(0..0);
        let said = error.message().trim().replace('\n', ", ");
        let cure = "CONTRIBUTING.md has the keys of each kind under \"Ask a question\"";
        (
            at,
            (
                format!("the question is not written right ({said})"),
                cure.to_owned(),
            ),
        )
    })
}

/// The listing that a question is about.
fn listing<'l>(about: &Spanned<String>, library: &'l Library) -> Result<&'l Listing, Mistake> {
    let slug = about.get_ref();
    let listing = library.get(slug);
    listing
        .filter(|listing| listing.kind != Kind::Report)
        .ok_or_else(|| {
            let mut nearest = [Kind::Runs, Kind::Rejected].into_iter();
            let cure = match nearest.find_map(|kind| library.nearest(slug, kind)) {
                Some(nearest) => format!("did you mean \"{nearest}\"?"),
                None => "name a program of examples/ or tests/compile-fail/".to_owned(),
            };
            let what = format!("no program is named \"{slug}\"");
            (about.span(), (what, cure))
        })
}

impl Written {
    fn question(self, listing: &Listing, line: usize) -> Result<Question, Mistake> {
        let at = self.ask.span();
        let name = self.ask.get_ref().clone();
        self.only_keys_of(&name)?;
        let prompt = match &self.prompt {
            Some(prompt) => Some(some_text("prompt", prompt.get_ref(), &prompt.span())?),
            None => None,
        };
        let about = self.about.get_ref().clone();
        let ask = self.ask(&name, listing)?;
        if let Some(kind) = ask.of()
            && kind != listing.kind
        {
            let (what, cure) = match kind {
                Kind::Rejected => ("compiles", "ask it of a program of tests/compile-fail/"),
                _ => ("does not compile", "ask it of a program of examples/"),
            };
            let what = format!("`{name}` cannot be asked of \"{about}\", which {what}");
            return Err((at, (what, cure.to_owned())));
        }
        Ok(Question {
            about,
            ask,
            prompt,
            line,
        })
    }

    /// Complains of a key that the kind does not take.
    fn only_keys_of(&self, name: &str) -> Result<(), Mistake> {
        let known = KINDS.iter().find(|(kind, _)| *kind == name);
        let Some((_, keys)) = known else {
            let kinds: Vec<&str> = KINDS.iter().map(|(kind, _)| *kind).collect();
            let what = format!("nobody can ask \"{name}\"");
            let cure = format!("use one of {}", kinds.join(", "));
            return Err((self.ask.span(), (what, cure)));
        };
        let first = |options: &Vec<Spanned<WrittenOption>>| options.first().map(Spanned::span);
        let written = [
            ("wrong", self.wrong.as_ref().map(Spanned::span)),
            ("place", self.place.as_ref().map(Spanned::span)),
            ("line", self.line.as_ref().map(Spanned::span)),
            ("prints", self.prints.as_ref().map(Spanned::span)),
            ("option", self.option.as_ref().and_then(first)),
        ];
        for (key, span) in written {
            if let (Some(span), false) = (span, keys.contains(&key)) {
                let what = format!("`{name}` takes no `{key}`");
                return Err((span, (what, format!("take `{key}` out"))));
            }
        }
        Ok(())
    }

    fn ask(self, name: &str, listing: &Listing) -> Result<Ask, Mistake> {
        let spot = |written: &Written| {
            let line = written.line(name, listing)?;
            let Some(place) = &written.place else {
                return Err(written.lacks(name, "place"));
            };
            let place = some_text("place", place.get_ref(), &place.span())?;
            Ok(Spot { place, line })
        };
        Ok(match name {
            "line" => Ask::Line,
            "permission" => Ask::Permission(spot(&self)?),
            "need" => Ask::Need(spot(&self)?),
            "points" => Ask::Points(spot(&self)?),
            "blocks" => Ask::Blocks {
                line: self.line(name, listing)?,
            },
            "freed" => Ask::Freed {
                line: self.line(name, listing)?,
            },
            "drops" => Ask::Drops,
            "unchecked" => Ask::Unchecked,
            "why" => Ask::Why {
                reasons: self.reasons()?,
            },
            "repair" => self.repair(listing)?,
            _ => Ask::Outcome {
                wrong: self.wrong.map_or(Vec::new(), Spanned::into_inner),
            },
        })
    }

    fn lacks(&self, name: &str, key: &str) -> Mistake {
        let what = format!("`{name}` needs a `{key}`");
        (self.ask.span(), (what, format!("write `{key} = …`")))
    }

    /// A line of the program on which something stands.
    fn line(&self, name: &str, listing: &Listing) -> Result<usize, Mistake> {
        let line = self.line.as_ref().ok_or_else(|| self.lacks(name, "line"))?;
        in_program(*line.get_ref(), listing, &line.span())?;
        Ok(*line.get_ref())
    }

    fn options(&self) -> Result<&[Spanned<WrittenOption>], Mistake> {
        let options = self.option.as_deref().unwrap_or_default();
        if options.len() < 2 {
            let what = "the question offers no choice".to_owned();
            let cure = "write two `[[option]]`s or more".to_owned();
            return Err((self.ask.span(), (what, cure)));
        }
        for option in options {
            let WrittenOption { text, because, .. } = option.get_ref();
            some_text("text", text, &option.span())?;
            some_text("because", because, &option.span())?;
        }
        Ok(options)
    }

    fn reasons(&self) -> Result<Vec<Reason>, Mistake> {
        let options = self.options()?;
        let mut reasons = Vec::new();
        for option in options {
            let WrittenOption {
                text,
                because,
                right,
                belief,
                change,
            } = option.get_ref();
            let mistake = |what: String, cure: &str| Err((option.span(), (what, cure.to_owned())));
            match (right, belief) {
                _ if change.is_some() => {
                    let what = "an option of `why` changes no line".to_owned();
                    return mistake(what, "take `change` out, or ask `repair`");
                }
                (true, Some(_)) => {
                    let what = "the right option is no mistaken belief".to_owned();
                    return mistake(what, "take `belief` or `right` out");
                }
                (false, None) => {
                    let what = "an option says not whether it is right".to_owned();
                    return mistake(what, "write `right = true`, or `belief = \"KEY\"`");
                }
                (false, Some(key)) if !BELIEFS.iter().any(|(known, _)| known == key) => {
                    let keys: Vec<&str> = BELIEFS.iter().map(|(key, _)| *key).collect();
                    let what = format!("nobody is known to believe \"{key}\"");
                    return mistake(what, &format!("use one of {}", keys.join(", ")));
                }
                _ => {}
            }
            reasons.push(Reason {
                text: text.clone(),
                because: because.clone(),
                belief: belief.clone(),
            });
        }
        let right = reasons.iter().filter(|reason| reason.belief.is_none());
        match right.count() {
            1 => Ok(reasons),
            count => {
                let what = format!("{count} options are right");
                let cure = "let exactly one say `right = true`".to_owned();
                Err((self.ask.span(), (what, cure)))
            }
        }
    }

    fn repair(&self, listing: &Listing) -> Result<Ask, Mistake> {
        let prints = self.prints.as_ref();
        let prints = prints.ok_or_else(|| self.lacks("repair", "prints"))?;
        let mut edits: Vec<Edit> = Vec::new();
        for option in self.options()? {
            let WrittenOption {
                text,
                because,
                right,
                belief,
                change,
            } = option.get_ref();
            let mistake =
                |what: &str, cure: &str| Err((option.span(), (what.to_owned(), cure.to_owned())));
            if *right || belief.is_some() {
                let what = "which edit is right is found by running it";
                return mistake(what, "take `right` and `belief` out");
            }
            let changes = change.clone().unwrap_or_default();
            if changes.is_empty() {
                return mistake("an edit changes nothing", "write an `[[option.change]]`");
            }
            for change in &changes {
                in_program(change.line, listing, &option.span())?;
            }
            let edit = Edit {
                text: text.clone(),
                because: because.clone(),
                changes,
            };
            let applied = edit.applied(&listing.source);
            let same = |other: &Edit| other.applied(&listing.source) == applied;
            if applied == listing.source || edits.iter().any(same) {
                return mistake("an edit makes no other program", "change another line");
            }
            edits.push(edit);
        }
        Ok(Ask::Repair {
            prints: prints.get_ref().clone(),
            edits,
        })
    }
}

/// The kinds, and the keys that each takes besides `about`, `ask` and `prompt`.
const KINDS: [(&str, &[&str]); 11] = [
    ("outcome", &["wrong"]),
    ("line", &[]),
    ("permission", &["place", "line"]),
    ("need", &["place", "line"]),
    ("points", &["place", "line"]),
    ("blocks", &["line"]),
    ("freed", &["line"]),
    ("drops", &[]),
    ("why", &["option"]),
    ("repair", &["prints", "option"]),
    ("unchecked", &[]),
];

fn in_program(line: usize, listing: &Listing, at: &Range<usize>) -> Result<(), Mistake> {
    let there = line.checked_sub(1);
    let there = there.and_then(|index| listing.source.lines().nth(index));
    if there.is_some_and(|line| !line.trim().is_empty()) {
        return Ok(());
    }
    let what = format!("nothing stands on line {line} of \"{}\"", listing.slug);
    let cure = "name a line of the program".to_owned();
    Err((at.clone(), (what, cure)))
}

fn some_text(key: &str, text: &str, at: &Range<usize>) -> Result<String, Mistake> {
    if text.trim().is_empty() {
        let what = format!("`{key}` says nothing");
        return Err((at.clone(), (what, "write a sentence".to_owned())));
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::{Library, Question};
    use tempfile::TempDir;

    /// A library with a program that runs and one that is refused, three lines each.
    fn library() -> (TempDir, Library) {
        let folder = TempDir::new().expect("a temporary folder");
        for (path, text) in [
            ("examples/sold.rs", "fn main() {\n    sell();\n\n}\n"),
            (
                "tests/compile-fail/lost.rs",
                "fn main() {\n    lose();\n}\n",
            ),
        ] {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, text).expect("a listing");
        }
        let (library, problems) = Library::read(folder.path());
        assert_eq!(problems, []);
        (folder, library)
    }

    /// A block that begins on line 3 of a page: the question, or what is wrong with it.
    fn asked(toml: &str) -> Result<Question, String> {
        let (_folder, library) = library();
        let read = Question::read(toml, 3, &library);
        read.map_err(|(line, (what, cure))| format!("{line}: {what}; {cure}"))
    }

    const OPTIONS: &str = "[[option]]\ntext = \"A\"\nbecause = \"a\"\nright = true\n\
                           [[option]]\ntext = \"B\"\nbecause = \"b\"\nbelief = \"moved-is-null\"\n";

    #[test]
    fn a_question_is_read_from_its_block() {
        let question = asked(
            "about = \"sold\"\nask = \"permission\"\nplace = \"s\"\nline = 2\nprompt = \"May it?\"",
        )
        .expect("a question");
        assert_eq!(question.prompt.as_deref(), Some("May it?"));
        assert_eq!((question.about.as_str(), question.line), ("sold", 3));
        assert_eq!(
            (question.ask.place(), question.ask.line()),
            (Some("s"), Some(2))
        );
    }

    #[test]
    fn each_mistake_is_told_with_its_line_and_its_cure() {
        let head = "about = \"sold\"\nask = ";
        let why = format!("{head}\"why\"\n");
        let repair = "about = \"lost\"\nask = \"repair\"\nprints = \"x\"\n";
        let edit = |change: &str| format!("[[option]]\ntext = \"A\"\nbecause = \"a\"\n{change}");
        let changed = edit("[[option.change]]\nline = 2\nwith = \"x();\"\n");
        for (toml, expected) in [
            (
                "about = \"soldd\"\nask = \"drops\"".to_owned(),
                "src/a.md:4: no program is named \"soldd\"; did you mean \"sold\"?",
            ),
            (
                format!("{head}\"pemission\""),
                "src/a.md:5: nobody can ask \"pemission\"; use one of outcome, line, permission, need, points, blocks, freed, drops, why, repair, unchecked",
            ),
            (
                format!("{head}\"drops\"\nplaec = \"s\""),
                "src/a.md:6: the question is not written right (unknown field `plaec`, expected one of `about`, `ask`, `prompt`, `wrong`, `place`, `line`, `prints`, `option`); CONTRIBUTING.md has the keys of each kind under \"Ask a question\"",
            ),
            (
                format!("{head}\"drops\"\nline = 2"),
                "src/a.md:6: `drops` takes no `line`; take `line` out",
            ),
            (
                format!("{head}\"permission\"\nline = 2"),
                "src/a.md:5: `permission` needs a `place`; write `place = …`",
            ),
            (
                format!("{head}\"blocks\"\nline = 3"),
                "src/a.md:6: nothing stands on line 3 of \"sold\"; name a line of the program",
            ),
            (
                format!("{head}\"line\""),
                "src/a.md:5: `line` cannot be asked of \"sold\", which compiles; ask it of a program of tests/compile-fail/",
            ),
            (
                "about = \"lost\"\nask = \"drops\"".to_owned(),
                "src/a.md:5: `drops` cannot be asked of \"lost\", which does not compile; ask it of a program of examples/",
            ),
            (
                format!(
                    "{why}{}",
                    OPTIONS.replace("belief = \"moved-is-null\"", "right = true")
                ),
                "src/a.md:5: 2 options are right; let exactly one say `right = true`",
            ),
            (
                format!(
                    "{why}{}",
                    OPTIONS.replace("right = true", "belief = \"mut-moves\"")
                ),
                "src/a.md:5: 0 options are right; let exactly one say `right = true`",
            ),
            (
                format!("{why}{}", OPTIONS.replace("belief = \"moved-is-null\"", "")),
                "src/a.md:10: an option says not whether it is right; write `right = true`, or `belief = \"KEY\"`",
            ),
            (
                format!("{repair}{changed}{changed}"),
                "src/a.md:13: an edit makes no other program; change another line",
            ),
            (
                format!("{repair}{changed}{}", edit("")),
                "src/a.md:13: an edit changes nothing; write an `[[option.change]]`",
            ),
            (
                format!(
                    "{repair}{changed}{}",
                    edit("[[option.change]]\nline = 9\nwith = \"\"\n")
                ),
                "src/a.md:13: nothing stands on line 9 of \"lost\"; name a line of the program",
            ),
            (
                format!("{repair}{changed}"),
                "src/a.md:5: the question offers no choice; write two `[[option]]`s or more",
            ),
        ] {
            let said = asked(&toml).expect_err(&toml);
            assert_eq!(format!("src/a.md:{said}"), expected, "{toml}");
        }
        let unknown = OPTIONS.replace("moved-is-null", "moved-is-gone");
        let said = asked(&format!("{why}{unknown}")).expect_err("nobody believes that");
        let begin = "10: nobody is known to believe \"moved-is-gone\"; use one of move-copies, ";
        assert!(said.starts_with(begin), "{said}");
    }
}
