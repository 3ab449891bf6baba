//! Colors for code, computed while the book is built, so that no page ships a highlighter.
//!
//! ```text
//! let s = "hi";     <span class="k">let</span> s = <span class="s">"hi"</span>;
//! ```
//!
//! A block becomes one line of HTML, with its line ends written as `&#10;`, so that it stays one
//! block inside a list or a box.

use anyhow::{Context, Result};
use lens::Cache;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::sync::LazyLock;
use syntect::easy::ScopeRegionIterator;
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxSet};

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

/// A line's end within a block that is one line of HTML.
const LINE_END: &str = "&#10;";

/// The word on a fence, and the syntax it stands for.
const LANGUAGES: [(&str, &str); 6] = [
    ("rust", "rs"),
    ("c", "c"),
    ("cpp", "cpp"),
    ("java", "java"),
    ("python", "py"),
    ("py", "py"),
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

/// A chapter with every block of a known language in color.
pub fn color(markdown: &str, cache: &Cache) -> Result<String> {
    let mut colored = markdown.to_owned();
    for block in blocks(markdown).into_iter().rev() {
        let mut words = block.info.split([',', ' ']);
        let word = words.next().unwrap_or_default();
        let Some((_, extension)) = LANGUAGES.iter().find(|(name, _)| *name == word) else {
            continue;
        };
        let (code, hidden) = match word {
            "rust" => unhidden(&block.code),
            _ => (block.code, Vec::new()),
        };
        let html = html(&code, extension, cache)?;
        let html = with_hidden(&html, &hidden);
        let classes: String = words.flat_map(|word| [" ", word]).collect();
        let button = match hidden.iter().filter(|hidden| **hidden).count() {
            0 => String::new(),
            count => format!(
                "<button type=\"button\" class=\"unfold needs-js\" aria-expanded=\"false\">{count} hidden line{}</button>",
                if count == 1 { "" } else { "s" }
            ),
        };
        let pre =
            format!("<pre><code class=\"language-{word}{classes}\">{html}</code>{button}</pre>\n");
        colored.replace_range(block.range, &pre);
    }
    Ok(colored)
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

/// The hidden lines each in a span of its own, with its end.
fn with_hidden(html: &str, hidden: &[bool]) -> String {
    if !hidden.contains(&true) {
        return html.to_owned();
    }
    let lines = html.split_inclusive(LINE_END).zip(hidden);
    lines
        .map(|(line, hidden)| match hidden {
            true => format!("<span class=\"hidden\">{line}</span>"),
            false => line.to_owned(),
        })
        .collect()
}

/// The lines of a Rust program in color, each by itself.
pub fn lines(program: &str, cache: &Cache) -> Result<Vec<String>> {
    let html = html(program, "rs", cache)?;
    Ok(html.split(LINE_END).map(str::to_owned).collect())
}

fn html(code: &str, extension: &str, cache: &Cache) -> Result<String> {
    // Other code here gives other answers.
    let mut version = DefaultHasher::new();
    include_str!("colors.rs").hash(&mut version);
    let question = format!("spans-{:016x}-{extension}", version.finish());
    cache.get_or_ask(&question, code, |code| spans(code, extension))
}

struct Block {
    range: Range<usize>,
    info: String,
    code: String,
}

fn blocks(markdown: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut current: Option<Block> = None;
    for (event, range) in Parser::new_ext(markdown, Options::all()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                current = Some(Block {
                    range,
                    info: info.into_string(),
                    code: String::new(),
                });
            }
            Event::Text(text) => {
                if let Some(block) = &mut current {
                    block.code.push_str(&text);
                }
            }
            Event::End(TagEnd::CodeBlock) => blocks.extend(current.take()),
            _ => {}
        }
    }
    blocks
}

fn spans(code: &str, extension: &str) -> Result<String> {
    let syntax = SYNTAXES
        .find_syntax_by_extension(extension)
        .context("a syntax that syntect has")?;
    let mut state = ParseState::new(syntax);
    let mut stack = ScopeStack::new();
    let mut html = String::new();
    // The color that the end of `html` has.
    let mut colored = None;
    for line in code.split_inclusive('\n') {
        let operations = state.parse_line(line, &SYNTAXES)?;
        for (text, operation) in ScopeRegionIterator::new(&operations, line) {
            stack.apply(operation)?;
            if text.is_empty() {
                continue;
            }
            let color = match text.trim() {
                "" => colored,
                _ => class(stack.as_slice()).filter(|class| !class.is_empty()),
            };
            if colored != color {
                html += colored.map_or("", |_| "</span>");
                html += &color.map_or(String::new(), |class| format!("<span class=\"{class}\">"));
                colored = color;
            }
            html += &escaped(text.trim_end_matches('\n'));
            if text.ends_with('\n') {
                // No span reaches into the next line, so that a line can stand alone.
                html += colored.take().map_or("", |_| "</span>");
                html += LINE_END;
            }
        }
    }
    html += colored.map_or("", |_| "</span>");
    Ok(html)
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

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('\n', LINE_END)
}

#[cfg(test)]
mod tests {
    use super::{spans, unhidden, with_hidden};

    #[test]
    fn words_strings_and_comments_are_told_apart() {
        let html = spans("let s = \"<hi>\"; // seen\n", "rs").expect("Rust");
        assert!(html.contains("<span class=\"k\">let</span>"), "{html}");
        assert!(html.contains("&lt;hi&gt;"), "{html}");
        assert!(
            html.ends_with("<span class=\"c\">// seen</span>&#10;"),
            "{html}"
        );
    }

    #[test]
    fn hidden_lines_lose_their_mark_and_nothing_else() {
        let (code, hidden) = unhidden("# use a;\n#\n  # b();\n## c\n#[d]\n");
        assert_eq!(code, "use a;\n\n  b();\n# c\n#[d]\n");
        assert_eq!(hidden, [true, true, true, false, false]);
        let html = with_hidden("a&#10;b&#10;c", &[false, true, false]);
        assert_eq!(html, "a&#10;<span class=\"hidden\">b&#10;</span>c");
    }

    #[test]
    fn every_line_closes_what_it_opens() {
        let program = "fn main() {\n    let s = \"two\nlines\"; /* a\n b */\n}\n";
        let html = spans(program, "rs").expect("Rust");
        let lines: Vec<&str> = html.split(super::LINE_END).collect();
        assert_eq!(lines.len(), program.split('\n').count());
        for line in lines {
            let count = |mark: &str| line.matches(mark).count();
            assert_eq!(count("<span"), count("</span>"), "{line}");
        }
    }
}
