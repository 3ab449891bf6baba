//! Refuses a program that reads what is not in its text: another file, or the environment.
//!
//! ```text
//! std::include_str! ("notes.txt")              refused
//! #[path = "other.rs"] mod other;              refused
//! use own as println; println!(include_str)    refused: that is not std's println
//! println!("include_str!(…) reads a file")     says nothing: it is text
//! ```
//!
//! Tokens are looked at, not the tree: what a macro is given, or writes, is only tokens.

use crate::LensError;
use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use syn::ext::IdentExt;

/// Macros that read what is not in the text, or have an assembler do so.
const OUTSIDE: [&str; 8] = [
    "include",
    "include_str",
    "include_bytes",
    "env",
    "option_env",
    "asm",
    "global_asm",
    "naked_asm",
];

/// std's macros that call no macro whose name they are given.
const HARMLESS: [&str; 27] = [
    "assert",
    "assert_eq",
    "assert_ne",
    "column",
    "concat",
    "dbg",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "eprint",
    "eprintln",
    "file",
    "format",
    "format_args",
    "line",
    "matches",
    "module_path",
    "panic",
    "print",
    "println",
    "stringify",
    "todo",
    "unimplemented",
    "unreachable",
    "vec",
    "write",
    "writeln",
];

/// Whether a text that has no tokens may, in rustc's eyes, read something else than itself.
pub(super) fn may_read(text: &str) -> bool {
    ["include", "env", "asm", "path"]
        .iter()
        .any(|word| text.contains(word))
}

/// Whether std's macro of that name runs the expressions that it is given.
pub(super) fn takes_expressions(name: &str) -> bool {
    HARMLESS.contains(&name) && name != "stringify"
}

/// # Errors
/// If the program may read something else than its text.
pub(crate) fn check(tokens: TokenStream) -> Result<(), LensError> {
    let mut guard = Guard::default();
    guard.find_macros(tokens.clone());
    guard.any_name |= guard.writes_names(tokens.clone());
    guard.look(tokens, Within::default());
    match guard.found {
        None => Ok(()),
        Some((span, what)) => Err(LensError::NotHandled {
            line: span.start().line,
            message: match what.contains("asm") {
                true => format!("`{what}` lets an assembler read other files; take it out"),
                false => format!("`{what}` reads what is not in this file; put its text here"),
            },
        }),
    }
}

/// What the tokens stand in.
#[derive(Clone, Copy, Default)]
struct Within {
    /// `use …;`
    import: bool,
    /// `#[…]`
    attribute: bool,
    /// What a macro is given that may call what it is given.
    given: bool,
}

#[derive(Default)]
struct Guard {
    /// The macros that the program defines or imports by another name.
    macros: Vec<String>,
    /// Whether a macro may write such a name, so that it can be any.
    any_name: bool,
    /// The first thing that reads what is outside.
    found: Option<(Span, String)>,
}

impl Guard {
    fn find_macros(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, token) in tokens.iter().enumerate() {
            if let Some(named) = named_after(&tokens, at) {
                self.macros.extend(word(named));
                self.any_name |= named.is_none() || is(named, '$');
            }
            if let TokenTree::Group(group) = token {
                self.find_macros(group.stream());
            }
        }
    }

    /// Whether a macro of the program is given what names a macro.
    fn writes_names(&self, tokens: TokenStream) -> bool {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        tokens.iter().enumerate().any(|(at, token)| {
            let TokenTree::Group(group) = token else {
                return false;
            };
            let is_given = at > 1
                && is(tokens.get(at - 1), '!')
                && word(tokens.get(at - 2)).is_some_and(|name| self.may_call(&name));
            is_given && names_a_macro(group.stream()) || self.writes_names(group.stream())
        })
    }

    fn look(&mut self, tokens: TokenStream, within: Within) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut import = within.import;
        for (at, token) in tokens.iter().enumerate() {
            let before = |steps: usize| at.checked_sub(steps).and_then(|at| tokens.get(at));
            let (next, after_next) = (tokens.get(at + 1), tokens.get(at + 2));
            match token {
                TokenTree::Ident(_) => {
                    let name = word(Some(token)).unwrap_or_default();
                    let within = Within { import, ..within };
                    if let Some(what) = reads(&name, next, after_next, within) {
                        self.find(token.span(), what);
                    }
                    import |= name == "use" && !is(next, '<');
                }
                TokenTree::Punct(punct) if punct.as_char() == ';' => import = within.import,
                TokenTree::Group(group) => {
                    let bang = is(before(1), '!');
                    let attribute = group.delimiter() == Delimiter::Bracket
                        && (is(before(1), '#') || bang && is(before(2), '#'));
                    if attribute && is_written_by_macro(group.stream()) {
                        self.find(group.span(), "#[…$…]".into());
                    }
                    let called = if bang { word(before(2)) } else { None };
                    let given = within.given || called.is_some_and(|name| self.may_call(&name));
                    let attribute = attribute || within.attribute;
                    let inner = Within {
                        import,
                        attribute,
                        given,
                    };
                    self.look(group.stream(), inner);
                }
                _ => {}
            }
        }
    }

    /// Whether a macro of that name may call what it is given.
    fn may_call(&self, name: &str) -> bool {
        !HARMLESS.contains(&name) || self.any_name || self.macros.iter().any(|own| own == name)
    }

    fn find(&mut self, span: Span, what: String) {
        self.found.get_or_insert((span, what));
    }
}

/// What stands where `macro_rules!` or `as` gives a name, if the token there is one of them.
fn named_after(tokens: &[TokenTree], at: usize) -> Option<Option<&TokenTree>> {
    match word(tokens.get(at)).as_deref()? {
        "as" => Some(tokens.get(at + 1)),
        "macro_rules" if is(tokens.get(at + 1), '!') => Some(tokens.get(at + 2)),
        // A macro writes the `!`.
        "macro_rules" => Some(None),
        _ => None,
    }
}

/// Whether `macro_rules` or `as` is among the tokens.
fn names_a_macro(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => names_a_macro(group.stream()),
        token => matches!(word(Some(&token)).as_deref(), Some("macro_rules" | "as")),
    })
}

/// What a name reads, before these two tokens, that is not in the text.
fn reads(
    name: &str,
    next: Option<&TokenTree>,
    after_next: Option<&TokenTree>,
    within: Within,
) -> Option<String> {
    if OUTSIDE.contains(&name) {
        let called = is(next, '!') && matches!(after_next, Some(TokenTree::Group(_)));
        let renamed = within.import && word(next).as_deref() == Some("as");
        return (called || renamed || within.given).then(|| format!("{name}!"));
    }
    if name == "path" && is(next, '=') && (within.attribute || within.given) {
        return Some("path = …".into());
    }
    let module = word(next).filter(|_| name == "mod" && is(after_next, ';'))?;
    Some(format!("mod {module};"))
}

/// Whether a macro puts more into an attribute than a whole one or the text of a `doc`.
fn is_written_by_macro(tokens: TokenStream) -> bool {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let variable = tokens.iter().position(|token| is(Some(token), '$'));
    let whole = variable == Some(0) && (tokens.len() == 2 || is(tokens.get(2), ':'));
    let doc = word(tokens.first()).as_deref() == Some("doc");
    let inside = tokens.iter().any(|token| match token {
        TokenTree::Group(group) => has_variable(group.stream()),
        _ => false,
    });
    (variable.is_some() || inside) && !whole && !doc
}

fn has_variable(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => has_variable(group.stream()),
        token => is(Some(&token), '$'),
    })
}

/// The name that a token is, be it raw or not.
fn word(token: Option<&TokenTree>) -> Option<String> {
    match token? {
        TokenTree::Ident(name) => Some(name.unraw().to_string()),
        _ => None,
    }
}

fn is(token: Option<&TokenTree>, wanted: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
}
