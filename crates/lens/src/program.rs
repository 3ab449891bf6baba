//! Where a program can be probed: its functions, the points between two statements, and which
//! variables are in scope at each.

use crate::timeline::Skipped;
use crate::{LensError, rustc};
use proc_macro2::{LineColumn, Span};
use std::ops::Range;
use std::time::Instant;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Block, Expr, Pat, Stmt};

/// The longest program that is looked at.
const MOST_LINES: usize = 1_000;

/// A program, taken apart.
pub(crate) struct Program {
    /// The text, with inner attributes blanked out so that it can stand inside a module.
    pub source: String,
    pub functions: Vec<Body>,
    pub structs: Vec<Struct>,
    /// The statements, outermost first, and what each binds.
    pub statements: Vec<Statement>,
    pub skipped: Vec<Skipped>,
    /// When its time is up.
    pub deadline: Instant,
    line_starts: Vec<usize>,
}

/// The body of a function, a method or a closure.
pub(crate) struct Body {
    pub name: String,
    /// The bytes of the outermost function around it, which rustc checks as one.
    pub owner: Range<usize>,
    pub variables: Vec<Variable>,
    pub points: Vec<Site>,
}

#[derive(Clone)]
pub(crate) struct Variable {
    pub name: String,
    /// The line that declares it.
    pub declared: usize,
}

/// A place in the text where a probe can stand.
pub(crate) struct Site {
    /// The byte before which the probe stands.
    pub at: usize,
    /// What must stand before the probe and, at another byte, after it.
    pub before: &'static str,
    pub after: Option<(usize, &'static str)>,
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// The loops around it, outermost first.
    pub loops: Vec<Loop>,
    /// Indices into the body's variables; a later one shadows an earlier one of its name.
    pub in_scope: Vec<usize>,
}

#[derive(Clone)]
pub(crate) struct Loop {
    pub bytes: Range<usize>,
    /// How many of the body's variables were declared before it.
    pub outer_variables: usize,
}

pub(crate) struct Struct {
    pub name: String,
    pub fields: Vec<String>,
}

pub(crate) struct Statement {
    pub bytes: Range<usize>,
    /// For `let NAME = …` and `NAME = …`: the name, and the bytes of the value.
    pub binding: Option<(String, Range<usize>)>,
    pub is_let: bool,
    /// The last expression of a block, whose value the block has.
    pub is_value: bool,
}

impl Program {
    pub fn parse(source: &str) -> Result<Program, LensError> {
        let file = syn::parse_file(source).map_err(|error| LensError::NotRust {
            line: error.span().start().line,
            message: error.to_string(),
        })?;
        let lines = source.lines().count();
        let refuse = |line, message: String| Err(LensError::NotHandled { line, message });
        if lines > MOST_LINES {
            return refuse(
                MOST_LINES,
                format!(
                    "the program has {lines} lines and the lens looks at {MOST_LINES} at most; take out what the question does not need"
                ),
            );
        }
        if let Some((line, name)) = outside_text(source) {
            return refuse(
                line,
                format!("`{name}` reads what is not in this file; put its text here"),
            );
        }
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
        if !file
            .items
            .iter()
            .any(|item| matches!(item, syn::Item::Fn(f) if f.sig.ident == "main"))
        {
            return refuse(
                lines.max(1),
                "the program has no `fn main`; add one, empty if need be".into(),
            );
        }
        let mut walk = Walk::default();
        walk.visit_file(&file);
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
            deadline: Instant::now() + rustc::LIMIT,
            line_starts,
        })
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

    /// The variable that a `let` around these bytes gives its value.
    pub fn bound_by(&self, bytes: &Range<usize>) -> Option<&str> {
        let (name, value) = self.statement_around(bytes)?.binding.as_ref()?;
        (value.start <= bytes.start && bytes.end <= value.end).then_some(name)
    }
}

/// Overwrites bytes with blanks, so that every other byte keeps its place and line.
pub(crate) fn blank(source: &mut String, bytes: Range<usize>) {
    let blanks: String = source[bytes.clone()]
        .bytes()
        .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
        .collect();
    source.replace_range(bytes, &blanks);
}

/// Macros that pull in text from elsewhere.
fn outside_text(source: &str) -> Option<(usize, &'static str)> {
    const OUTSIDE: [&str; 5] = [
        "include!",
        "include_str!",
        "include_bytes!",
        "env!",
        "option_env!",
    ];
    source.lines().enumerate().find_map(|(index, line)| {
        let code = line.split("//").next().unwrap_or_default();
        let found = OUTSIDE.iter().find(|name| {
            code.match_indices(*name).any(|(at, _)| {
                let before = code[..at].chars().next_back();
                !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '"')
            })
        });
        found.map(|name| (index + 1, *name))
    })
}

/// What the walk through a function knows at a point.
#[derive(Clone, Default)]
struct Scope {
    in_scope: Vec<usize>,
    loops: Vec<Loop>,
}

#[derive(Default)]
struct Walk {
    functions: Vec<Body>,
    structs: Vec<Struct>,
    statements: Vec<Statement>,
    skipped: Vec<Skipped>,
    /// The names of the modules, types and functions around the current one.
    path: Vec<String>,
    /// The outermost function around the current point.
    owner: Option<Range<usize>>,
    /// The body being walked, and the scope at the current point.
    body: Option<Body>,
    scope: Scope,
}

impl Walk {
    /// Walks one body with a scope of its own and files it under its name.
    fn body(&mut self, name: String, bytes: Range<usize>, walk: impl FnOnce(&mut Walk)) {
        let outermost = self.owner.is_none();
        let owner = self.owner.get_or_insert(bytes).clone();
        let name_in_full = self.qualified(&name);
        let fresh = Body {
            name: name_in_full,
            owner,
            variables: Vec::new(),
            points: Vec::new(),
        };
        let outer_body = self.body.replace(fresh);
        let outer_scope = std::mem::take(&mut self.scope);
        self.path.push(name);
        walk(self);
        self.path.pop();
        self.scope = outer_scope;
        if outermost {
            self.owner = None;
        }
        if let Some(done) = std::mem::replace(&mut self.body, outer_body) {
            self.functions.push(done);
        }
    }

    fn qualified(&self, name: &str) -> String {
        let mut parts = self.path.clone();
        parts.push(name.to_owned());
        parts.join("::")
    }

    fn skip(&mut self, span: Span, what: &str) {
        self.skipped.push(Skipped {
            line: span.start().line,
            what: what.to_owned(),
        });
    }

    fn signature(&mut self, signature: &syn::Signature) {
        for input in &signature.inputs {
            match input {
                syn::FnArg::Receiver(receiver) => {
                    self.declare("self".into(), receiver.self_token.span().start());
                }
                syn::FnArg::Typed(typed) => self.bind(&typed.pat),
            }
        }
    }

    fn function(&mut self, signature: &syn::Signature, block: &Block) {
        let name = signature.ident.to_string();
        if signature.asyncness.is_some() {
            return self.skip(signature.span(), &format!("the async function `{name}`"));
        }
        let unit = matches!(signature.output, syn::ReturnType::Default);
        let close = block.brace_token.span.close().byte_range().end;
        self.body(name, signature.span().byte_range().start..close, |walk| {
            walk.signature(signature);
            walk.block(block, unit);
        });
    }

    fn declare(&mut self, name: String, at: LineColumn) {
        if let Some(body) = &mut self.body {
            self.scope.in_scope.push(body.variables.len());
            body.variables.push(Variable {
                name,
                declared: at.line,
            });
        }
    }

    /// Declares the variables of a pattern.
    fn bind(&mut self, pat: &Pat) {
        struct Names<'a>(&'a mut Walk);
        impl<'ast> Visit<'ast> for Names<'_> {
            fn visit_pat_ident(&mut self, pat: &'ast syn::PatIdent) {
                let name = pat.ident.to_string();
                // A capital letter is a constant or a variant, not a variable.
                if !name.starts_with(|c: char| c.is_uppercase()) {
                    self.0.declare(name, pat.ident.span().start());
                }
                visit::visit_pat_ident(self, pat);
            }
            fn visit_expr(&mut self, _: &'ast Expr) {}
        }
        Names(self).visit_pat(pat);
    }

    fn point(
        &mut self,
        at: usize,
        start: LineColumn,
        before: &'static str,
        after: Option<(usize, &'static str)>,
    ) {
        let scope = self.scope.clone();
        if let Some(body) = &mut self.body {
            body.points.push(Site {
                at,
                before,
                after,
                line: start.line,
                column: start.column + 1,
                loops: scope.loops,
                in_scope: scope.in_scope,
            });
        }
    }

    /// Walks a block. `unit` says that its value is `()`, so that a probe may stand after its
    /// last expression.
    fn block(&mut self, block: &Block, unit: bool) {
        let outer = self.scope.in_scope.clone();
        for (index, stmt) in block.stmts.iter().enumerate() {
            let last = index + 1 == block.stmts.len();
            self.statement(stmt, last, unit);
        }
        let close = block.brace_token.span.close();
        let (at, start) = (close.byte_range().start, close.start());
        match block.stmts.last() {
            Some(last) if has_value(last) && unit => self.point(at, start, ";", None),
            Some(last) if has_value(last) => {}
            _ => self.point(at, start, "", None),
        }
        self.scope.in_scope = outer;
    }

    fn statement(&mut self, stmt: &Stmt, last: bool, unit: bool) {
        let span = stmt.span();
        let bytes = span.byte_range();
        let binding = match stmt {
            Stmt::Local(local) => local.init.as_ref().and_then(|init| {
                let pat = match &local.pat {
                    Pat::Type(typed) => &*typed.pat,
                    pat => pat,
                };
                match pat {
                    Pat::Ident(ident) => Some((ident.ident.to_string(), &*init.expr)),
                    _ => None,
                }
            }),
            Stmt::Expr(Expr::Assign(assign), _) => match &*assign.left {
                Expr::Path(path) => path
                    .path
                    .get_ident()
                    .map(|name| (name.to_string(), &*assign.right)),
                _ => None,
            },
            _ => None,
        };
        let binding = binding.map(|(name, value)| (name, value.span().byte_range()));
        if let Stmt::Item(item) = stmt {
            return self.visit_item(item);
        }
        self.statements.push(Statement {
            bytes: bytes.clone(),
            binding,
            is_let: matches!(stmt, Stmt::Local(_)),
            is_value: last && has_value(stmt) && !unit,
        });
        self.point(bytes.start, span.start(), "", None);
        match stmt {
            Stmt::Local(local) => {
                if let Some(init) = &local.init {
                    self.value(&init.expr, false);
                    if let Some((_, diverge)) = &init.diverge {
                        self.value(diverge, false);
                    }
                }
                self.bind(&local.pat);
            }
            // A statement's block has the value `()`, and so has the last one of such a block.
            Stmt::Expr(expr, semicolon) => self.value(expr, semicolon.is_none() && (!last || unit)),
            Stmt::Macro(_) | Stmt::Item(_) => {}
        }
    }

    /// Walks an expression; `unit` says that its value is `()`.
    fn value(&mut self, expr: &Expr, unit: bool) {
        let outer = self.scope.in_scope.clone();
        match expr {
            Expr::Block(block) => self.block(&block.block, unit),
            Expr::Unsafe(block) => self.block(&block.block, unit),
            Expr::If(branch) => {
                self.condition(&branch.cond);
                self.block(&branch.then_branch, unit || branch.else_branch.is_none());
                self.scope.in_scope.clone_from(&outer);
                if let Some((_, otherwise)) = &branch.else_branch {
                    self.value(otherwise, unit);
                }
            }
            Expr::Match(matching) => {
                self.value(&matching.expr, false);
                for arm in &matching.arms {
                    self.bind(&arm.pat);
                    if let Some((_, guard)) = &arm.guard {
                        self.condition(guard);
                    }
                    if matches!(*arm.body, Expr::Block(_)) {
                        self.value(&arm.body, unit);
                    } else {
                        let body = arm.body.span();
                        let bytes = body.byte_range();
                        self.point(bytes.start, body.start(), "{", Some((bytes.end, "}")));
                        self.value(&arm.body, unit);
                    }
                    self.scope.in_scope.clone_from(&outer);
                }
            }
            Expr::While(looping) => self.looping(expr, |walk| {
                walk.condition(&looping.cond);
                walk.block(&looping.body, true);
            }),
            Expr::ForLoop(looping) => {
                self.value(&looping.expr, false);
                self.looping(expr, |walk| {
                    walk.bind(&looping.pat);
                    walk.block(&looping.body, true);
                });
            }
            Expr::Loop(looping) => self.looping(expr, |walk| walk.block(&looping.body, true)),
            Expr::Closure(_) | Expr::Async(_) | Expr::Const(_) => self.visit_expr(expr),
            other => visit::visit_expr(self, other),
        }
        self.scope.in_scope = outer;
    }

    fn looping(&mut self, expr: &Expr, walk: impl FnOnce(&mut Walk)) {
        let outer_variables = self.body.as_ref().map_or(0, |body| body.variables.len());
        self.scope.loops.push(Loop {
            bytes: expr.span().byte_range(),
            outer_variables,
        });
        walk(self);
        self.scope.loops.pop();
    }

    /// Walks a condition, whose `let`s bind for the block after it.
    fn condition(&mut self, expr: &Expr) {
        match expr {
            Expr::Let(binding) => {
                self.value(&binding.expr, false);
                self.bind(&binding.pat);
            }
            Expr::Binary(binary) if matches!(binary.op, syn::BinOp::And(_)) => {
                self.condition(&binary.left);
                self.condition(&binary.right);
            }
            Expr::Paren(inner) => self.condition(&inner.expr),
            other => self.value(other, false),
        }
    }
}

/// Whether a statement at the end of a block gives the block its value.
fn has_value(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Expr(Expr::ForLoop(_) | Expr::While(_), None) => false,
        Stmt::Expr(_, semicolon) => semicolon.is_none(),
        Stmt::Macro(call) => {
            call.semi_token.is_none()
                && !matches!(call.mac.delimiter, syn::MacroDelimiter::Brace(_))
        }
        Stmt::Local(_) | Stmt::Item(_) => false,
    }
}

impl<'ast> Visit<'ast> for Walk {
    fn visit_expr(&mut self, expr: &'ast Expr) {
        match expr {
            Expr::Closure(closure) => {
                if closure.asyncness.is_some() {
                    return self.skip(expr.span(), "an async closure");
                }
                let name = format!("{{closure on line {}}}", expr.span().start().line);
                self.body(name, expr.span().byte_range(), |walk| {
                    closure.inputs.iter().for_each(|input| walk.bind(input));
                    if let Expr::Block(block) = &*closure.body {
                        walk.block(&block.block, false);
                    } else {
                        let body = closure.body.span();
                        let bytes = body.byte_range();
                        walk.point(bytes.start, body.start(), "{", Some((bytes.end, "}")));
                        walk.value(&closure.body, false);
                    }
                });
            }
            Expr::Async(_) => self.skip(expr.span(), "an async block"),
            Expr::Const(_) => self.skip(expr.span(), "a const block"),
            other => self.value(other, false),
        }
    }

    fn visit_block(&mut self, block: &'ast Block) {
        self.block(block, false);
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig, &item.block);
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        let ty = &item.self_ty;
        let name = match &**ty {
            syn::Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
            _ => None,
        };
        self.path.push(name.unwrap_or_else(|| "impl".into()));
        visit::visit_item_impl(self, item);
        self.path.pop();
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig, &item.block);
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.path.push(item.ident.to_string());
        visit::visit_item_trait(self, item);
        self.path.pop();
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.function(&item.sig, block);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.path.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.path.pop();
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        let fields = item.fields.iter().enumerate().map(|(index, field)| {
            field
                .ident
                .as_ref()
                .map_or_else(|| index.to_string(), ToString::to_string)
        });
        self.structs.push(Struct {
            name: item.ident.to_string(),
            fields: fields.collect(),
        });
    }

    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        self.skip(item.span(), "the inside of a macro");
    }

    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        if !matches!(*item.expr, Expr::Lit(_)) {
            self.skip(
                item.span(),
                &format!("the value of the constant `{}`", item.ident),
            );
        }
    }

    fn visit_item_static(&mut self, item: &'ast syn::ItemStatic) {
        if !matches!(*item.expr, Expr::Lit(_)) {
            self.skip(
                item.span(),
                &format!("the value of the static `{}`", item.ident),
            );
        }
    }
}
