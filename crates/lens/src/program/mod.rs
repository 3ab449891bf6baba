//! Where a program can be probed: its functions, the points between two statements, and which
//! variables are in scope at each.

mod binding;
mod conditional;
mod guard;
mod items;
mod macros;
mod moved;
mod room;
mod walk;

pub(crate) use binding::Binding;
pub(crate) use conditional::Conditional;
use moved::Matched;
pub(crate) use room::{is_shallow, with_room};
use walk::Walk;

use crate::LensError;
use crate::timeline::Skipped;
use proc_macro2::{Span, TokenStream};
use std::ops::Range;
use std::str::FromStr;
use syn::spanned::Spanned;
use syn::visit::Visit;

/// A program, taken apart.
pub(crate) struct Program {
    /// The text, with inner attributes blanked out so that it can stand inside a module.
    pub source: String,
    pub functions: Vec<Body>,
    pub structs: Vec<Struct>,
    /// The statements, outermost first, and what each binds.
    pub statements: Vec<Statement>,
    pub skipped: Vec<Skipped>,
    /// What runs on some of the ways through the program alone.
    branches: Vec<Branch>,
    patterns: Vec<Matched>,
    /// What is compiled on a condition alone.
    pub conditional: Vec<Conditional>,
    /// Where variables are given a value after their declaration.
    pub assigned: Vec<Assigned>,
    line_starts: Vec<usize>,
}

/// The body of a function, a method, a closure or an async block.
pub(crate) struct Body {
    pub name: String,
    /// The bytes of the outermost function around it, which rustc checks as one.
    pub owner: Range<usize>,
    /// The bytes of the word `const` of the outermost function.
    pub constant: Option<Range<usize>>,
    /// The path of the module it is in.
    pub module: String,
    /// What it may capture, and then its own.
    pub variables: Vec<Variable>,
    pub points: Vec<Site>,
    /// Where it is created, if it is a closure or an async block.
    pub closure: Option<Closure>,
    /// Whether it is run piece by piece: an async function or block.
    pub is_async: bool,
    /// Its `.await`s, each where what is awaited has been evaluated.
    pub awaits: Vec<Site>,
}

impl Body {
    /// How many of its variables belong to the bodies around it.
    pub fn captured(&self) -> usize {
        self.closure.as_ref().map_or(0, |closure| closure.captured)
    }
}

/// A closure or an async block, seen from the body that creates it.
pub(crate) struct Closure {
    pub bytes: Range<usize>,
    /// The bytes of its word `move`.
    pub moves: Option<Range<usize>>,
    /// Whether it is an async block, which runs once.
    pub is_block: bool,
    /// Where a question about its creation stands.
    pub site: Site,
    /// How many variables of the bodies around it it names.
    pub captured: usize,
}

#[derive(Clone)]
pub(crate) struct Variable {
    pub name: String,
    /// The line that declares it.
    pub declared: usize,
    /// The byte at which its declaration names it, which tells it from all others.
    pub at: usize,
    /// The `let` that declares it without a value.
    pub late: Option<usize>,
}

/// `name = …`, or another assignment with the name on its left side.
pub(crate) struct Assigned {
    pub name: String,
    /// Where the variable is declared, if it is one of the same body.
    pub declared: Option<usize>,
    pub bytes: Range<usize>,
}

/// A place in the text where a probe can stand.
pub(crate) struct Site {
    /// The byte before which the probe stands.
    pub at: usize,
    /// What must stand before the probe and, at another byte, after it.
    pub before: &'static str,
    pub after: Option<(usize, &'static str)>,
    /// What must stand at an earlier byte.
    pub open: Option<(usize, &'static str)>,
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// The loops around it, outermost first.
    pub loops: Vec<Loop>,
    /// For `break 'rows` and `continue 'rows`: the label.
    pub jump: Option<String>,
    /// The next point of the same block: an index into the body's points.
    pub next: Option<usize>,
    /// Indices into the body's variables; a later one shadows an earlier one of its name.
    pub in_scope: Vec<usize>,
}

#[derive(Clone)]
pub(crate) struct Loop {
    /// From its label, if it has one.
    pub bytes: Range<usize>,
    /// As it is written: `'rows`.
    pub label: Option<String>,
    /// Whether it can have a value: `loop`, not `for` or `while`.
    pub has_value: bool,
    /// How many of the body's variables were declared before it.
    pub outer_variables: usize,
}

impl Loop {
    /// Whether a label is its own or of something in it.
    pub fn has_label(&self, label: &str, source: &str) -> bool {
        source[self.bytes.clone()].contains(&format!("{label}:"))
    }

    /// Its label, or the one that a copy gives it.
    pub fn label_to_use(&self) -> String {
        self.label.clone().unwrap_or_else(|| "'__again".into())
    }
}

pub(crate) struct Struct {
    /// With the modules and functions around it.
    pub name: String,
    /// The path of the module it is in.
    pub module: String,
    pub fields: Vec<Field>,
}

pub(crate) struct Field {
    pub name: String,
    pub ty: syn::Type,
    pub private: bool,
}

pub(crate) struct Statement {
    pub bytes: Range<usize>,
    /// For `let NAME = …` and `NAME = …`.
    pub binding: Option<Binding>,
}

/// A block, arm or loop's body.
struct Branch {
    bytes: Range<usize>,
    /// What in it runs always.
    except: Range<usize>,
    /// Where the `if` or `match` begins of which one branch runs and the others do not.
    of: usize,
}

impl Branch {
    fn contains(&self, at: usize) -> bool {
        self.bytes.contains(&at) && !self.except.contains(&at)
    }
}

impl Program {
    pub fn parse(source: &str) -> Result<Program, LensError> {
        guard::check(tokens(source)?)?;
        let file = syn::parse_file(source).map_err(|error| not_rust(error.span(), &error))?;
        let refuse = |line, message: String| Err(LensError::NotHandled { line, message });
        let mut source = source.to_owned();
        for attribute in &file.attrs {
            let line = attribute.span().start().line;
            if attribute.path().is_ident("feature") {
                return refuse(
                    line,
                    "`#![feature]` needs a nightly compiler; the lens asks the stable one".into(),
                );
            }
            if matches!(attribute.meta, syn::Meta::NameValue(_)) && attribute.path().is_ident("doc")
            {
                continue;
            }
            blank(&mut source, attribute.span().byte_range());
        }
        let mut walk = Walk::default();
        walk.visit_file(&file);
        let conditional = conditional::parts(&file, &source);
        let line_starts = std::iter::once(0)
            .chain(source.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        let mut functions = walk.functions;
        functions.retain(|body| !body.points.is_empty());
        functions.sort_by_key(|body| body.points[0].at);
        Ok(Program {
            source,
            functions,
            structs: walk.structs,
            statements: walk.statements,
            skipped: walk.skipped,
            branches: walk.branches,
            patterns: moved::patterns(&file),
            conditional,
            assigned: walk.assigned,
            line_starts,
        })
    }

    /// The bytes of the async blocks.
    pub fn async_blocks(&self) -> Vec<Range<usize>> {
        let closures = self
            .functions
            .iter()
            .filter_map(|body| body.closure.as_ref());
        let blocks = closures.filter(|closure| closure.is_block);
        blocks.map(|block| block.bytes.clone()).collect()
    }

    /// The line, from 1, of a byte of the text.
    pub fn line_of(&self, at: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= at)
    }

    /// The innermost statement around some bytes.
    pub fn statement_around(&self, bytes: &Range<usize>) -> Option<&Statement> {
        self.statements
            .iter()
            .filter(|statement| {
                statement.bytes.start <= bytes.start && bytes.end <= statement.bytes.end
            })
            .min_by_key(|statement| statement.bytes.len())
    }

    /// The variable that is given what these bytes move or lend: `b` of `let b = a;`. `user` is
    /// the variable that uses the loan later.
    pub fn holder(&self, bytes: &Range<usize>, user: Option<&str>) -> Option<&str> {
        let binding = self.statement_around(bytes)?.binding.as_ref()?;
        let inside = binding.value.start <= bytes.start && bytes.end <= binding.value.end;
        let held = binding.holds(bytes) || inside && user == Some(&binding.name);
        held.then_some(&binding.name)
    }

    /// Whether these bytes are run on some of the ways to `point` alone.
    pub fn is_conditional(&self, bytes: &Range<usize>, point: usize) -> bool {
        let apart = |branch: &Branch| branch.contains(bytes.start) && !branch.contains(point);
        point <= bytes.start || self.branches.iter().any(apart)
    }

    /// Whether a loop contains both bytes.
    pub fn is_one_loop(&self, one: usize, other: usize) -> bool {
        let sites = self.functions.iter().flat_map(|body| &body.points);
        let mut loops = sites.flat_map(|site| &site.loops);
        loops.any(|looping| looping.bytes.contains(&one) && looping.bytes.contains(&other))
    }

    /// Whether a variable that was declared without a value may have been given one at `point`.
    pub fn may_have_value(&self, name: &str, declared: usize, point: usize) -> bool {
        let sites = self.functions.iter().flat_map(|body| &body.points);
        let mut loops: Vec<&Loop> = sites.flat_map(|site| &site.loops).collect();
        // Only one of a loop's iterations can give its value to what was declared without `mut`.
        if !self.source[declared..].starts_with("mut ") {
            loops.clear();
        }
        let reaches = |at: usize| {
            let mut branches = self.branches.iter().filter(|branch| branch.contains(at));
            let in_other_branch = branches.any(|branch| {
                let mut others = self.branches.iter().filter(|other| other.of == branch.of);
                !branch.contains(point) && others.any(|other| other.contains(point))
            });
            let again = loops.iter().any(|looping| {
                let bytes = &looping.bytes;
                let inside = |at: usize| bytes.start < at && at < bytes.end;
                inside(at) && inside(point) && !inside(declared)
            });
            at > declared && (again || at < point && !in_other_branch)
        };
        let mut assigned = self.assigned.iter();
        assigned.any(|assigned| assigned.name == name && reaches(assigned.bytes.start))
    }
}

/// The tokens of a text. They are told apart without a stack, however deep they are nested.
pub(crate) fn tokens(source: &str) -> Result<TokenStream, LensError> {
    TokenStream::from_str(source).map_err(|error| not_rust(error.span(), &error))
}

/// That rustc may be asked about a text, though it may be no Rust: it reads no other file.
pub(crate) fn ensure_reads_itself_alone(source: &str) -> Result<(), LensError> {
    match tokens(source) {
        Ok(tokens) => guard::check(tokens),
        Err(error) if guard::may_read(source) => Err(error),
        Err(_) => Ok(()),
    }
}

fn not_rust(span: Span, error: &impl ToString) -> LensError {
    LensError::NotRust {
        line: span.start().line,
        message: error.to_string(),
    }
}

/// The variable or static that a place begins with: `v` of `*v[0].name`.
pub(crate) fn root_of(place: &str) -> &str {
    let name = |c: char| c.is_alphanumeric() || c == '_';
    let start = place.find(name).unwrap_or(0);
    let end = place[start..]
        .find(|c| !name(c))
        .map_or(place.len(), |end| start + end);
    &place[start..end]
}

/// Overwrites bytes with blanks, so that every other byte keeps its place and line.
pub(crate) fn blank(source: &mut String, bytes: Range<usize>) {
    let blanks: String = source[bytes.clone()]
        .bytes()
        .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
        .collect();
    source.replace_range(bytes, &blanks);
}
