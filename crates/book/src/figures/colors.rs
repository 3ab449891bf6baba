//! Colors for code, computed while the book is built, so that no page ships a highlighter.
//!
//! ```text
//! let s = "hi";     <span class="k">let</span> s = <span class="s">"hi"</span>;
//! ```
//!
//! A block becomes one line of HTML, with its line ends written as `&#10;`, so that it stays one
//! block inside a list or a box, and nothing in it is Markdown.

use crate::figures::escape::escaped;
use anyhow::{Context, Result};
use runner::Store;
use serde::{Deserialize, Serialize};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::sync::LazyLock;
use syntect::easy::ScopeRegionIterator;
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxSet};

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

/// Changes with the code that colors: this file, and whatever it depends on.
static CODE: LazyLock<u64> = LazyLock::new(|| {
    let mut hasher = DefaultHasher::new();
    include_str!("colors.rs").hash(&mut hasher);
    include_str!("../../../../Cargo.lock").hash(&mut hasher);
    hasher.finish()
});

/// The word on a fence, and the syntax it stands for.
const LANGUAGES: [(&str, &str); 7] = [
    ("rust", "rs"),
    ("c", "c"),
    ("cpp", "cpp"),
    ("java", "java"),
    ("python", "py"),
    ("py", "py"),
    ("js", "js"),
];

/// What begins the name of a scope, and the class of what it holds; the innermost scope decides.
const CLASSES: [(&str, &str); 13] = [
    ("keyword.operator", ""),
    ("comment", "c"),
    ("string", "s"),
    ("constant", "n"),
    ("punctuation.definition.string", "s"),
    ("entity.name.function", "f"),
    ("support.function", "f"),
    ("support.macro", "f"),
    ("variable.function", "f"),
    ("entity.name", "t"),
    ("support.type", "t"),
    ("storage", "k"),
    ("keyword", "k"),
];

/// A line of code, without its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line(Vec<Span>);

/// Text of one color.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Span {
    text: String,
    /// Empty for the color of all text.
    class: String,
}

impl Line {
    /// The line in color.
    pub fn html(&self) -> String {
        let spans = self.0.iter().map(|span| match span.class.as_str() {
            "" => escaped(&span.text),
            class => format!("<span class=\"{class}\">{}</span>", escaped(&span.text)),
        });
        spans.collect()
    }

    /// How many blanks stand before its first sign.
    pub fn indent(&self) -> usize {
        let text = self.text();
        text.len() - text.trim_start().len()
    }

    /// How many signs it has.
    pub fn width(&self) -> usize {
        self.text().chars().count()
    }

    fn text(&self) -> String {
        self.0.iter().map(|span| &*span.text).collect()
    }

    /// Whether it is empty, or holds a comment and nothing else.
    pub fn says_nothing(&self) -> bool {
        let mut spans = self.0.iter();
        spans.all(|span| span.class == "c" || span.text.trim().is_empty())
    }
}

/// What colors code, and keeps what it has colored.
pub struct Colors {
    answers: Store,
}

impl Colors {
    /// With the answers kept for the project at `root`.
    pub fn open(root: &Path) -> Result<Colors> {
        let answers = Store::open(root.join("target/answers"))?;
        Ok(Colors { answers })
    }

    /// The lines of a program in color; in a language that has none, as they are.
    pub fn lines(&self, language: &str, code: &str) -> Result<Vec<Line>> {
        self.answers
            .answer("spans", (*CODE, language, code), || lines(language, code))
    }

    /// A block of code that stands on a page as `info` says: `rust,no_run`.
    pub fn block(&self, info: &str, code: &str) -> Result<String> {
        let language = info.split([',', ' ']).next().unwrap_or_default();
        let (code, hidden) = match language {
            "rust" => unhidden(code),
            _ => (code.to_owned(), Vec::new()),
        };
        Ok(block(info, &self.lines(language, &code)?, &hidden))
    }
}

/// What was said, to the byte, as a block: each line in a span, so that what continues a long one
/// can be set in.
pub fn text_block(text: &str) -> String {
    let lines = text.split_inclusive('\n');
    let lines: String = lines
        .map(|line| format!("<span>{}</span>", escaped(line)))
        .collect();
    format!("<pre class=\"said\"><code class=\"language-text\">{lines}</code></pre>")
}

/// The lines of a program in color, of which nothing is kept; in a language that has none, as they
/// are.
pub fn lines(language: &str, code: &str) -> Result<Vec<Line>> {
    match LANGUAGES.iter().find(|(name, _)| *name == language) {
        Some((_, extension)) => spans(code, extension),
        None => {
            let plain = |line: &str| Line(vec![Span::new(line, "")]);
            Ok(code.split_terminator('\n').map(plain).collect())
        }
    }
}

/// A block of lines in color; those that `hidden` marks each in a span of its own, with its end.
pub fn block(info: &str, lines: &[Line], hidden: &[bool]) -> String {
    let mut html = String::new();
    for (number, line) in lines.iter().enumerate() {
        let line = line.html() + &escaped("\n");
        html += &match hidden.get(number) {
            Some(true) => format!("<span class=\"hidden\">{line}</span>"),
            _ => line,
        };
    }
    let button = match hidden.iter().filter(|hidden| **hidden).count() {
        0 => String::new(),
        count => format!(
            "<button type=\"button\" class=\"unfold needs-js\" aria-expanded=\"false\">{count} hidden line{}</button>",
            if count == 1 { "" } else { "s" }
        ),
    };
    let classes = escaped(&info.split([',', ' ']).collect::<Vec<_>>().join(" "));
    format!("<pre><code class=\"language-{classes}\">{html}</code>{button}</pre>")
}

/// A program without the marks of its hidden lines, and which lines those are: as rustdoc has it,
/// a line is hidden by `# ` before it, and `##` stands for one `#`.
fn unhidden(code: &str) -> (String, Vec<bool>) {
    let lines = code.split_inclusive('\n').map(|line| {
        let indent = line.len() - line.trim_start().len();
        let (space, rest) = line.split_at(indent);
        if let Some(rest) = rest.strip_prefix("# ") {
            (format!("{space}{rest}"), true)
        } else if rest.trim_end() == "#" {
            ("\n".to_owned(), true)
        } else if let Some(rest) = rest.strip_prefix("##") {
            (format!("{space}#{rest}"), false)
        } else {
            (line.to_owned(), false)
        }
    });
    lines.unzip()
}

fn spans(code: &str, extension: &str) -> Result<Vec<Line>> {
    let syntax = SYNTAXES
        .find_syntax_by_extension(extension)
        .context("a syntax that syntect has")?;
    let mut state = ParseState::new(syntax);
    let mut stack = ScopeStack::new();
    let mut lines = Vec::new();
    for line in code.split_inclusive('\n') {
        let mut spans: Vec<Span> = Vec::new();
        let operations = state.parse_line(line, &SYNTAXES)?;
        for (text, operation) in ScopeRegionIterator::new(&operations, line) {
            stack.apply(operation)?;
            let text = text.trim_end_matches('\n');
            if text.is_empty() {
                continue;
            }
            let class = class(stack.as_slice()).unwrap_or_default();
            match spans.last_mut() {
                // Blanks have no color of their own.
                Some(last) if last.class == class || text.trim().is_empty() => last.text += text,
                _ if text.trim().is_empty() => spans.push(Span::new(text, "")),
                _ => spans.push(Span::new(text, class)),
            }
        }
        lines.push(Line(spans));
    }
    Ok(lines)
}

impl Span {
    fn new(text: &str, class: &str) -> Span {
        Span {
            text: text.to_owned(),
            class: class.to_owned(),
        }
    }
}

fn class(scopes: &[Scope]) -> Option<&'static str> {
    scopes.iter().rev().find_map(|scope| {
        let name = scope.build_string();
        CLASSES
            .iter()
            .find(|(prefix, _)| name.starts_with(prefix))
            .map(|(_, class)| *class)
    })
}

#[cfg(test)]
mod tests {
    use super::{Line, Span, block, spans, unhidden};

    #[test]
    fn words_strings_and_comments_are_told_apart() {
        let lines = spans("let s = \"<hi>\"; // seen\n", "rs").expect("Rust");
        let [line] = lines.as_slice() else {
            panic!("one line: {lines:?}")
        };
        let html = line.html();
        assert!(html.contains("<span class=\"k\">let</span>"), "{html}");
        assert!(html.contains("&lt;hi&gt;"), "{html}");
        assert!(html.ends_with("<span class=\"c\">// seen</span>"), "{html}");
    }

    #[test]
    fn hidden_lines_lose_their_mark_and_nothing_else() {
        let (code, hidden) = unhidden("# use a;\n#\n  # b();\n## c\n#[d]\n");
        assert_eq!(code, "use a;\n\n  b();\n# c\n#[d]\n");
        assert_eq!(hidden, [true, true, true, false, false]);
        let lines = ["a", "b", "c"].map(|text| Line(vec![Span::new(text, "")]));
        let html = block("rust", &lines, &[false, true, false]);
        assert!(
            html.contains("a&#10;<span class=\"hidden\">b&#10;</span>c&#10;</code>"),
            "{html}"
        );
    }

    #[test]
    fn the_lines_are_those_of_the_program_whatever_spans_them() {
        let program = "fn main() {\n    let s = \"two\nlines\"; /* a\n\n b */\n}\n";
        let lines = spans(program, "rs").expect("Rust");
        let text = |line: &Line| -> String { line.0.iter().map(|span| &*span.text).collect() };
        let texts: Vec<String> = lines.iter().map(text).collect();
        assert_eq!(texts, program.lines().collect::<Vec<_>>());
    }

    #[test]
    fn a_line_of_comment_or_of_nothing_says_nothing() {
        let lines = spans("\n  // a\nf(); // b\n/* c */ g();\n", "rs").expect("Rust");
        let silent: Vec<bool> = lines.iter().map(Line::says_nothing).collect();
        assert_eq!(silent, [true, true, false, false]);
    }
}
