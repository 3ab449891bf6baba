//! Where a program can be probed: its functions, the points between two statements, and which
//! variables are in scope at each.

mod guard;
mod room;

pub(crate) use room::{is_shallow, with_room};

use crate::LensError;
use crate::timeline::Skipped;
use proc_macro2::{LineColumn, Span, TokenStream, TokenTree};
use std::ops::Range;
use std::str::FromStr;
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Block, Expr, Pat, Stmt, Token};

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
    /// The variables that are given a value after their declaration, and where.
    assigned: Vec<(String, usize)>,
    line_starts: Vec<usize>,
}

/// The body of a function, a method or a closure.
pub(crate) struct Body {
    pub name: String,
    /// The bytes of the outermost function around it, which rustc checks as one.
    pub owner: Range<usize>,
    /// The bytes of the word `const` of the outermost function.
    pub constant: Option<Range<usize>>,
    /// The path of the module it is in.
    pub module: String,
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
    /// For `break 'rows` and `continue 'rows`: the label.
    pub jump: Option<String>,
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
    pub private: bool,
}

pub(crate) struct Statement {
    pub bytes: Range<usize>,
    /// For `let NAME = …` and `NAME = …`.
    pub binding: Option<Binding>,
    pub is_let: bool,
    /// The last expression of a block, whose value the block has.
    pub is_value: bool,
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

/// A variable and the value that a statement gives it.
pub(crate) struct Binding {
    pub name: String,
    pub value: Range<usize>,
    /// The expressions that become the value or a part of it: of `Pair { left, right: &r }` the
    /// whole, `left`, `&r` and `r`.
    parts: Vec<Range<usize>>,
    /// The closures among them, which hold what they capture.
    closures: Vec<Range<usize>>,
}

impl Binding {
    fn new(name: String, value: &Expr) -> Binding {
        let mut binding = Binding {
            name,
            value: value.span().byte_range(),
            parts: Vec::new(),
            closures: Vec::new(),
        };
        binding.collect(value);
        binding
    }

    fn collect(&mut self, value: &Expr) {
        let bytes = value.span().byte_range();
        match value {
            Expr::Array(array) => array.elems.iter().for_each(|part| self.collect(part)),
            Expr::Tuple(tuple) => tuple.elems.iter().for_each(|part| self.collect(part)),
            Expr::Struct(literal) => {
                let fields = literal.fields.iter().map(|field| &field.expr);
                fields.for_each(|part| self.collect(part));
            }
            Expr::Call(call) if is_constructor(&call.func) => {
                call.args.iter().for_each(|part| self.collect(part));
            }
            Expr::Macro(call) if call.mac.path.is_ident("vec") => {
                let parts = Punctuated::<Expr, Token![,]>::parse_terminated;
                let parts = call.mac.parse_body_with(parts).unwrap_or_default();
                parts.iter().for_each(|part| self.collect(part));
            }
            Expr::Paren(inner) => self.collect(&inner.expr),
            Expr::Reference(lent) => self.collect(&lent.expr),
            Expr::Closure(_) => self.closures.push(bytes.clone()),
            _ => {}
        }
        self.parts.push(bytes);
    }

    /// Whether what these bytes move or lend ends up in the variable.
    fn holds(&self, bytes: &Range<usize>) -> bool {
        let inside = |closure: &Range<usize>| closure.contains(&bytes.start);
        self.parts.contains(bytes) || self.closures.iter().any(inside)
    }
}

/// Whether a function makes a value of its arguments: `Some`, `Point`, `Box::new`.
fn is_constructor(function: &Expr) -> bool {
    const BOXES: [&str; 6] = ["Box", "Rc", "Arc", "Cell", "RefCell", "Mutex"];
    let Expr::Path(path) = function else {
        return false;
    };
    let names = path.path.segments.iter();
    let names: Vec<String> = names.map(|name| name.ident.to_string()).collect();
    match names.as_slice() {
        [.., ty, name] if name == "new" => BOXES.contains(&ty.as_str()),
        [.., name] => name.starts_with(char::is_uppercase),
        [] => false,
    }
}

impl Program {
    pub fn parse(source: &str) -> Result<Program, LensError> {
        guard::check(tokens(source)?)?;
        let file = syn::parse_file(source).map_err(|error| not_rust(error.span(), &error))?;
        let lines = source.lines().count();
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
            branches: walk.branches,
            assigned: walk.assigned,
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
        assigned.any(|(variable, at)| variable == name && reaches(*at))
    }
}

/// The tokens of a text. They are told apart without a stack, however deep they are nested.
pub(crate) fn tokens(source: &str) -> Result<TokenStream, LensError> {
    TokenStream::from_str(source).map_err(|error| not_rust(error.span(), &error))
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
    branches: Vec<Branch>,
    assigned: Vec<(String, usize)>,
    /// The names of the modules, types and functions around the current one.
    path: Vec<String>,
    /// The names of the modules alone.
    modules: Vec<String>,
    /// The outermost function around the current point, and its word `const`.
    owner: Option<(Range<usize>, Option<Range<usize>>)>,
    /// The names used in the current body that are not its own variables.
    foreign: Vec<String>,
    /// The body being walked, and the scope at the current point.
    body: Option<Body>,
    scope: Scope,
}

impl Walk {
    /// Walks one body with a scope of its own, files it under its name, and returns the names in
    /// it that are not its own.
    fn body(
        &mut self,
        name: String,
        bytes: Range<usize>,
        constant: Option<Range<usize>>,
        walk: impl FnOnce(&mut Walk),
    ) -> Vec<String> {
        let outermost = self.owner.is_none();
        let (owner, constant) = self.owner.get_or_insert((bytes, constant)).clone();
        let fresh = Body {
            name: self.qualified(&name),
            owner,
            constant,
            module: self.modules.join("::"),
            variables: Vec::new(),
            points: Vec::new(),
        };
        let outer_body = self.body.replace(fresh);
        let outer_scope = std::mem::take(&mut self.scope);
        let outer_foreign = std::mem::take(&mut self.foreign);
        self.path.push(name);
        walk(self);
        self.path.pop();
        self.scope = outer_scope;
        let foreign = std::mem::replace(&mut self.foreign, outer_foreign);
        if outermost {
            self.owner = None;
        }
        if let Some(done) = std::mem::replace(&mut self.body, outer_body) {
            self.functions.push(done);
        }
        foreign
    }

    /// Notes the use of a name, for the closure around it may capture it.
    fn mention(&mut self, name: &str) {
        if !self.is_variable(name) && !self.foreign.iter().any(|known| known == name) {
            self.foreign.push(name.to_owned());
        }
    }

    fn is_variable(&self, name: &str) -> bool {
        let variables = self.body.as_ref().map(|body| &body.variables);
        let mut in_scope = self.scope.in_scope.iter();
        variables.is_some_and(|variables| in_scope.any(|index| variables[*index].name == name))
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

    /// Names the value of a constant or static, unless there is nothing in it to look into.
    fn fixed(&mut self, span: Span, name: &str, value: &Expr) {
        if !matches!(value, Expr::Lit(_)) {
            self.skip(span, &format!("the value of the {name}"));
        }
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
        let constant = signature.constness.map(|word| word.span().byte_range());
        let bytes = signature.span().byte_range().start..close;
        self.body(name, bytes, constant, |walk| {
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
                jump: None,
                in_scope: scope.in_scope,
            });
        }
    }

    /// Notes that the point just made stands before a jump.
    fn jump(&mut self, expr: &Expr) {
        let label = match expr {
            Expr::Break(jump) => &jump.label,
            Expr::Continue(jump) => &jump.label,
            _ => return,
        };
        if let Some(site) = self.body.as_mut().and_then(|body| body.points.last_mut()) {
            site.jump = label.as_ref().map(ToString::to_string);
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
                    Pat::Ident(ident) => Some(Binding::new(ident.ident.to_string(), &init.expr)),
                    _ => None,
                }
            }),
            Stmt::Expr(Expr::Assign(assign), _) => match &*assign.left {
                Expr::Path(path) => path
                    .path
                    .get_ident()
                    .map(|name| Binding::new(name.to_string(), &assign.right)),
                _ => None,
            },
            _ => None,
        };
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
        if let Stmt::Expr(expr, _) = stmt {
            self.jump(expr);
        }
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
            Stmt::Macro(call) => self.visit_macro(&call.mac),
            Stmt::Item(_) => {}
        }
    }

    /// Walks an expression; `unit` says that its value is `()`.
    fn value(&mut self, expr: &Expr, unit: bool) {
        let outer = self.scope.in_scope.clone();
        match expr {
            Expr::Block(block) => {
                // `break 'label` may leave it early.
                if block.label.is_some() {
                    let bytes = block.span().byte_range();
                    self.maybe(bytes.start, bytes);
                }
                self.block(&block.block, unit);
            }
            Expr::Unsafe(block) => self.block(&block.block, unit),
            Expr::If(branch) => {
                self.condition(&branch.cond);
                let start = expr.span().byte_range().start;
                self.branch(start, &branch.cond, &branch.then_branch);
                self.block(&branch.then_branch, unit || branch.else_branch.is_none());
                self.scope.in_scope.clone_from(&outer);
                if let Some((_, otherwise)) = &branch.else_branch {
                    self.maybe(start, otherwise.span().byte_range());
                    self.value(otherwise, unit);
                }
            }
            Expr::Match(matching) => {
                self.value(&matching.expr, false);
                for arm in &matching.arms {
                    if matching.arms.len() > 1 {
                        self.maybe(expr.span().byte_range().start, arm.span().byte_range());
                    }
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
                        self.jump(&arm.body);
                        self.value(&arm.body, unit);
                    }
                    self.scope.in_scope.clone_from(&outer);
                }
            }
            Expr::While(looping) => self.looping(expr, looping.label.as_ref(), |walk| {
                walk.condition(&looping.cond);
                walk.branch(expr.span().byte_range().start, &looping.cond, &looping.body);
                walk.block(&looping.body, true);
            }),
            Expr::ForLoop(looping) => {
                self.value(&looping.expr, false);
                self.looping(expr, looping.label.as_ref(), |walk| {
                    walk.bind(&looping.pat);
                    let bytes = looping.body.span().byte_range();
                    walk.maybe(bytes.start, bytes);
                    walk.block(&looping.body, true);
                });
            }
            Expr::Loop(looping) => self.looping(expr, looping.label.as_ref(), |walk| {
                let bytes = looping.body.span().byte_range();
                walk.maybe(bytes.start, bytes);
                walk.block(&looping.body, true);
            }),
            Expr::Binary(binary) if is_lazy(&binary.op) => {
                self.value(&binary.left, false);
                let bytes = binary.right.span().byte_range();
                self.maybe(bytes.start, bytes);
                self.value(&binary.right, false);
            }
            Expr::Closure(_) | Expr::Async(_) | Expr::Const(_) => self.visit_expr(expr),
            other => visit::visit_expr(self, other),
        }
        self.scope.in_scope = outer;
    }

    fn looping(&mut self, expr: &Expr, label: Option<&syn::Label>, walk: impl FnOnce(&mut Walk)) {
        let outer_variables = self.body.as_ref().map_or(0, |body| body.variables.len());
        let word = match expr {
            Expr::While(looping) => looping.while_token.span(),
            Expr::ForLoop(looping) => looping.for_token.span(),
            Expr::Loop(looping) => looping.loop_token.span(),
            other => other.span(),
        };
        let start = label.map_or(word, Spanned::span).byte_range().start;
        self.scope.loops.push(Loop {
            bytes: start..expr.span().byte_range().end,
            label: label.map(|label| label.name.to_string()),
            has_value: matches!(expr, Expr::Loop(_)),
            outer_variables,
        });
        walk(self);
        self.scope.loops.pop();
    }

    /// Files what runs only where a condition, or a part of it, holds; it ends with the block.
    fn branch(&mut self, of: usize, condition: &Expr, block: &Block) {
        let end = block.span().byte_range().end;
        match condition {
            // A value that does not match has been looked at all the same.
            Expr::Let(binding) => self.branches.push(Branch {
                bytes: binding.span().byte_range().start..end,
                except: binding.expr.span().byte_range(),
                of,
            }),
            Expr::Binary(binary) if matches!(binary.op, syn::BinOp::And(_)) => {
                self.branch(of, &binary.left, block);
                self.maybe(of, binary.right.span().byte_range().start..end);
                self.branch(of, &binary.right, block);
            }
            Expr::Paren(inner) => self.branch(of, &inner.expr, block),
            _ => {}
        }
        self.maybe(of, block.span().byte_range());
    }

    /// Files what runs only sometimes, as a branch of what begins at `of`.
    fn maybe(&mut self, of: usize, bytes: Range<usize>) {
        self.branches.push(Branch {
            bytes,
            except: 0..0,
            of,
        });
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

/// Whether the right side is run only sometimes.
fn is_lazy(operator: &syn::BinOp) -> bool {
    matches!(operator, syn::BinOp::And(_) | syn::BinOp::Or(_))
}

/// The variables that the expressions given to a macro declare.
#[derive(Default)]
struct Inside {
    variables: Vec<syn::Ident>,
}

impl<'ast> Visit<'ast> for Inside {
    fn visit_pat_ident(&mut self, pat: &'ast syn::PatIdent) {
        if !pat.ident.to_string().starts_with(char::is_uppercase) {
            self.variables.push(pat.ident.clone());
        }
        visit::visit_pat_ident(self, pat);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        let parts = Punctuated::<Expr, Token![,]>::parse_terminated;
        if let Ok(parts) = call.parse_body_with(parts) {
            parts.iter().for_each(|part| self.visit_expr(part));
        } else if let Ok(pattern) = call.parse_body_with(parse_matches) {
            self.visit_pat(&pattern);
        }
    }
}

/// The pattern of `matches!(value, pattern if guard)`.
fn parse_matches(input: ParseStream) -> syn::Result<Pat> {
    input.parse::<Expr>()?;
    input.parse::<Token![,]>()?;
    let pattern = Pat::parse_multi_with_leading_vert(input)?;
    input.parse::<TokenStream>()?;
    Ok(pattern)
}

/// The names in what a macro is given, and in the `{name}`s of its texts. What follows a point
/// is a field or a method; what follows two is the end of a range.
fn names_in(tokens: TokenStream, note: &mut impl FnMut(&str)) {
    let mut points = 0;
    for token in tokens {
        let after_point = points == 1;
        points = match &token {
            TokenTree::Punct(punct) if punct.as_char() == '.' => points + 1,
            _ => 0,
        };
        match token {
            TokenTree::Ident(name) if !after_point => note(&name.to_string()),
            TokenTree::Group(group) => names_in(group.stream(), note),
            TokenTree::Literal(text) => {
                let text = text.to_string();
                let after_braces = text.split('{').skip(1);
                let named = after_braces
                    .filter(|part| part.starts_with(|c: char| c.is_alphabetic() || c == '_'));
                named.for_each(|part| note(root_of(part)));
            }
            _ => {}
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
                let line = expr.span().start().line;
                let name = format!("{{closure on line {line}}}");
                let foreign = self.body(name, expr.span().byte_range(), None, |walk| {
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
                foreign.iter().for_each(|name| self.mention(name));
                let captured: Vec<String> = foreign
                    .into_iter()
                    .filter(|name| self.is_variable(name))
                    .collect();
                if !captured.is_empty() {
                    let captured = captured.join(", ");
                    self.skip(expr.span(), &format!("captured by the closure: {captured}"));
                }
            }
            Expr::Async(_) => self.skip(expr.span(), "an async block"),
            Expr::Const(_) => self.skip(expr.span(), "a const block"),
            other => self.value(other, false),
        }
    }

    fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
        let left = match &*assign.left {
            Expr::Tuple(tuple) => tuple.elems.iter().collect(),
            other => vec![other],
        };
        for place in left {
            if let Expr::Path(path) = place
                && let Some(name) = path.path.get_ident()
            {
                let at = assign.span().byte_range().start;
                self.assigned.push((name.to_string(), at));
            }
        }
        visit::visit_expr_assign(self, assign);
    }

    fn visit_expr_path(&mut self, path: &'ast syn::ExprPath) {
        if let Some(name) = path.path.get_ident() {
            self.mention(&name.to_string());
        }
    }

    /// What a macro is given need not be an expression: no probe can stand there. It is read for
    /// the names it uses, and the variables that it declares are named.
    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        names_in(call.tokens.clone(), &mut |name| self.mention(name));
        let mut inside = Inside::default();
        inside.visit_macro(call);
        let within = call.path.segments.last().map(|last| last.ident.to_string());
        let within = within.unwrap_or_default();
        for name in inside.variables {
            self.skip(
                name.span(),
                &format!("the variable `{name}` inside `{within}!`"),
            );
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
        self.modules.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.modules.pop();
        self.path.pop();
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        let fields = item.fields.iter().enumerate().map(|(index, field)| {
            let name = field.ident.as_ref().map(ToString::to_string);
            Field {
                name: name.unwrap_or_else(|| index.to_string()),
                private: matches!(field.vis, syn::Visibility::Inherited),
            }
        });
        self.structs.push(Struct {
            name: self.qualified(&item.ident.to_string()),
            module: self.modules.join("::"),
            fields: fields.collect(),
        });
    }

    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        self.skip(item.span(), "the inside of a macro");
    }

    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        self.fixed(
            item.span(),
            &format!("constant `{}`", item.ident),
            &item.expr,
        );
    }

    fn visit_impl_item_const(&mut self, item: &'ast syn::ImplItemConst) {
        self.fixed(
            item.span(),
            &format!("constant `{}`", item.ident),
            &item.expr,
        );
    }

    fn visit_trait_item_const(&mut self, item: &'ast syn::TraitItemConst) {
        if let Some((_, value)) = &item.default {
            self.fixed(item.span(), &format!("constant `{}`", item.ident), value);
        }
    }

    fn visit_item_static(&mut self, item: &'ast syn::ItemStatic) {
        self.fixed(item.span(), &format!("static `{}`", item.ident), &item.expr);
    }
}
