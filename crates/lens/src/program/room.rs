//! How large and how deeply nested a program may be, and room on the stack for all that may.
//!
//! The parser calls itself for what is nested, and so does all that walks over its tree. What
//! nests is more than brackets: `!!!a`, `a.b().c()`, `a + b + c`, `if … else if …`, `A<A<A>>`.
//!
//! ```text
//! fn main() { ((((…))))     line 1: nested more than 256 deep; …
//! ```

use crate::LensError;
use proc_macro2::{Delimiter, Spacing, Span, TokenStream, TokenTree};
use std::str::FromStr;
use std::{panic, thread};

/// The longest program that is looked at.
const MOST_LINES: usize = 1_000;
const MOST_BYTES: usize = 64 << 10;
/// The deepest nesting that is looked at.
const MOST_DEEP: usize = 256;
/// What the deepest nesting needs, several times over.
const STACK: usize = 128 << 20;

/// Does something with the text of a program on a stack that is large enough for its nesting.
pub(crate) fn with_room<T: Send>(
    source: &str,
    work: impl FnOnce(&str) -> Result<T, LensError> + Send,
) -> Result<T, LensError> {
    let source = without_first_marks(source);
    check_size(&source)?;
    thread::scope(|scope| {
        let working = thread::Builder::new()
            .name("lens".into())
            .stack_size(STACK)
            .spawn_scoped(scope, || {
                check_depth(&source)?;
                work(&source)
            })
            .map_err(|error| LensError::NotReady(format!("a stack cannot be had ({error})")))?;
        match working.join() {
            Ok(done) => done,
            Err(panicked) => panic::resume_unwind(panicked),
        }
    })
}

/// Whether a text is nested so little that it can be parsed on any stack.
pub(crate) fn is_shallow(text: &str) -> bool {
    TokenStream::from_str(text)
        .is_ok_and(|tokens| first_deeper_than(MOST_DEEP / 8, tokens).is_none())
}

/// The text with blanks for a byte order mark and a first line `#!…`, which a module cannot begin
/// with.
fn without_first_marks(source: &str) -> String {
    let mut source = source.to_owned();
    if source.starts_with('\u{feff}') {
        super::blank(&mut source, 0.."\u{feff}".len());
    }
    let text = source.trim_start_matches(' ');
    let is_attribute = text
        .strip_prefix("#!")
        .is_some_and(|rest| rest.trim_start().starts_with('['));
    if text.starts_with("#!") && !is_attribute {
        let end = source.find('\n').unwrap_or(source.len());
        super::blank(&mut source, 0..end);
    }
    source
}

fn check_size(source: &str) -> Result<(), LensError> {
    let lines = source.lines().count();
    let (line, size, most) = if lines > MOST_LINES {
        (MOST_LINES, format!("{lines} lines"), MOST_LINES)
    } else if source.len() > MOST_BYTES {
        let line = 1 + source.as_bytes()[..MOST_BYTES]
            .iter()
            .filter(|byte| **byte == b'\n')
            .count();
        (line, format!("{} bytes", source.len()), MOST_BYTES)
    } else {
        return Ok(());
    };
    Err(LensError::NotHandled {
        line,
        message: format!(
            "the program has {size} and the lens looks at {most} at most; take out what the question does not need"
        ),
    })
}

fn check_depth(source: &str) -> Result<(), LensError> {
    let tokens = super::tokens(source)?;
    match first_deeper_than(MOST_DEEP, tokens) {
        None => Ok(()),
        Some(span) => Err(LensError::NotHandled {
            line: span.start().line,
            message: format!("nested more than {MOST_DEEP} deep; give a part of it a name"),
        }),
    }
}

/// The first token that is nested deeper than so much. Brackets are counted as they are, and
/// everything else that may nest until a token that ends it; it may be counted too deep, never too
/// little.
fn first_deeper_than(most: usize, tokens: TokenStream) -> Option<Span> {
    let mut levels = vec![Level::new(tokens, 0)];
    while let Some(level) = levels.last_mut() {
        let Some(token) = level.next() else {
            levels.pop();
            continue;
        };
        let depth = level.outside + level.count;
        if depth > most {
            return Some(token.span());
        }
        if let TokenTree::Group(group) = token {
            levels.push(Level::new(group.stream(), depth));
        }
    }
    None
}

/// The words that an expression can stand behind.
const BEFORE_AN_EXPRESSION: [&str; 22] = [
    "as", "async", "become", "box", "break", "const", "do", "else", "for", "if", "in", "let",
    "loop", "match", "move", "raw", "return", "static", "try", "unsafe", "while", "yield",
];

/// What stands between two brackets.
struct Level {
    tokens: proc_macro2::token_stream::IntoIter,
    /// The tokens before the next one; the last is the nearest.
    before: [Option<TokenTree>; 2],
    /// How deep the bracket itself is.
    outside: usize,
    /// How many tokens may nest since the last that ends all of them.
    count: usize,
    /// How many `<` are not closed.
    angles: usize,
    /// Whether a closure may have begun.
    pipes: bool,
}

impl Level {
    fn new(tokens: TokenStream, outside: usize) -> Level {
        Level {
            tokens: tokens.into_iter(),
            before: [None, None],
            outside,
            count: 0,
            angles: 0,
            pipes: false,
        }
    }

    fn next(&mut self) -> Option<TokenTree> {
        let token = self.tokens.next()?;
        self.weigh(&token);
        let [_, last] = std::mem::take(&mut self.before);
        self.before = [last, Some(token.clone())];
        Some(token)
    }

    fn weigh(&mut self, token: &TokenTree) {
        match token {
            TokenTree::Group(_) if self.is_after('#') => {}
            TokenTree::Group(_) => self.count += 1,
            TokenTree::Literal(_) => self.end_block(),
            TokenTree::Ident(word) => {
                let goes_on = ["as", "else", "in"].iter().any(|other| word == other);
                if !goes_on {
                    self.end_block();
                }
                if BEFORE_AN_EXPRESSION.iter().any(|other| word == other) && !self.is_after('\'') {
                    self.count += 1;
                }
            }
            TokenTree::Punct(punct) => match punct.as_char() {
                ';' => self.end(),
                // Between two `<…>`, or in `|a, b|`, it ends nothing.
                ',' if self.angles == 0 && !self.pipes => self.end(),
                ',' => {}
                '#' | '\'' => self.end_block(),
                '!' if self.is_after('#') => {}
                // `=>` begins the arm of a `match`.
                '>' if self.is_joint('=') => self.end(),
                other => {
                    self.count += 1;
                    match other {
                        '<' => self.angles += 1,
                        '>' if !self.is_joint('-') => self.angles = self.angles.saturating_sub(1),
                        '|' => self.pipes = true,
                        _ => {}
                    }
                }
            },
        }
    }

    /// Whether that character stands before, or before a `!`.
    fn is_after(&self, wanted: char) -> bool {
        let is = |token: &Option<TokenTree>, wanted: char| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == wanted);
        let [earlier, last] = &self.before;
        is(last, wanted) || is(last, '!') && is(earlier, wanted)
    }

    fn is_joint(&self, wanted: char) -> bool {
        matches!(&self.before[1], Some(TokenTree::Punct(punct))
            if punct.as_char() == wanted && punct.spacing() == Spacing::Joint)
    }

    /// What stands after a block and is no operator begins something new.
    fn end_block(&mut self) {
        if matches!(&self.before[1], Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace)
        {
            self.end();
        }
    }

    fn end(&mut self) {
        (self.count, self.angles, self.pipes) = (0, 0, false);
    }
}
