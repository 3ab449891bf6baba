//! Walks through a body: its points, and the variables in scope at each.

use super::{Assigned, Binding, Body, Branch, Closure, Loop, Site, Statement, Struct, Variable};
use crate::timeline::Skipped;
use proc_macro2::{LineColumn, Span};
use std::ops::Range;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Block, Expr, Pat, Stmt};

/// What the walk through a function knows at a point.
#[derive(Clone, Default)]
pub(super) struct Scope {
    pub(super) in_scope: Vec<usize>,
    pub(super) loops: Vec<Loop>,
}

#[derive(Default)]
pub(super) struct Walk {
    pub(super) functions: Vec<Body>,
    pub(super) structs: Vec<Struct>,
    pub(super) statements: Vec<Statement>,
    pub(super) skipped: Vec<Skipped>,
    pub(super) branches: Vec<Branch>,
    pub(super) assigned: Vec<Assigned>,
    /// The names of the modules, types and functions around the current one.
    pub(super) path: Vec<String>,
    /// The names of the modules alone.
    pub(super) modules: Vec<String>,
    /// The outermost function around the current point, and its word `const`.
    pub(super) owner: Option<(Range<usize>, Option<Range<usize>>)>,
    /// The names used in the current body that are not its own variables.
    pub(super) foreign: Vec<String>,
    /// The variables in scope in the bodies around the current one that it may capture.
    pub(super) around: Vec<Variable>,
    /// The body being walked, and the scope at the current point.
    pub(super) body: Option<Body>,
    pub(super) scope: Scope,
}

/// What an async block is called.
pub(super) const ASYNC_BLOCK: &str = "async block";

impl Body {
    /// Puts variables of the bodies around it before its own; they are in scope everywhere.
    fn adopt(&mut self, captured: Vec<Variable>) {
        let count = captured.len();
        self.variables.splice(0..0, captured);
        for site in self.points.iter_mut().chain(&mut self.awaits) {
            site.in_scope.iter_mut().for_each(|index| *index += count);
            site.in_scope.splice(0..0, 0..count);
            let loops = site.loops.iter_mut();
            loops.for_each(|looping| looping.outer_variables += count);
        }
    }
}

impl Walk {
    /// Walks one body with a scope of its own, files it under its name, and returns the names in
    /// it that are not its own.
    pub(super) fn body(
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
            closure: None,
            is_async: false,
            awaits: Vec::new(),
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

    /// Walks the body of a closure or an async block, and files what it may capture.
    pub(super) fn capturing(
        &mut self,
        expr: &Expr,
        what: &str,
        moves: Option<Span>,
        walk: impl FnOnce(&mut Walk),
    ) {
        let span = expr.span();
        let (bytes, start) = (span.byte_range(), span.start());
        let is_block = what == ASYNC_BLOCK;
        let site = self.site(bytes.start, start, "{", Some((bytes.end, "}")));
        let own = self.body.iter().flat_map(|body| {
            let in_scope = self.scope.in_scope.iter();
            in_scope.map(|index| body.variables[*index].clone())
        });
        let around: Vec<Variable> = self.around.iter().cloned().chain(own).collect();
        let further = std::mem::replace(&mut self.around, around);
        let name = format!("{{{what} on line {}}}", start.line);
        let foreign = self.body(name, bytes.clone(), None, walk);
        let around = std::mem::replace(&mut self.around, further);
        let named = foreign.iter().filter_map(|name| {
            let mut around = around.iter();
            around.rfind(|variable| variable.name == *name).cloned()
        });
        let named: Vec<Variable> = named.collect();
        if let Some(body) = self.functions.last_mut() {
            body.closure = Some(Closure {
                bytes,
                moves: moves.map(|span| span.byte_range()),
                is_block,
                site,
                captured: named.len(),
            });
            body.is_async = what.starts_with("async");
            body.adopt(named);
        }
        foreign.iter().for_each(|name| self.mention(name));
    }

    /// Notes the use of a name, for the closure around it may capture it.
    pub(super) fn mention(&mut self, name: &str) {
        if !self.is_variable(name) && !self.foreign.iter().any(|known| known == name) {
            self.foreign.push(name.to_owned());
        }
    }

    pub(super) fn is_variable(&self, name: &str) -> bool {
        let variables = self.body.as_ref().map(|body| &body.variables);
        let mut in_scope = self.scope.in_scope.iter();
        variables.is_some_and(|variables| in_scope.any(|index| variables[*index].name == name))
    }

    pub(super) fn qualified(&self, name: &str) -> String {
        let mut parts = self.path.clone();
        parts.push(name.to_owned());
        parts.join("::")
    }

    pub(super) fn skip(&mut self, span: Span, what: &str) {
        self.skipped.push(Skipped {
            line: span.start().line,
            what: what.to_owned(),
        });
    }

    /// Names the value of a constant or static, unless there is nothing in it to look into.
    pub(super) fn fixed(&mut self, span: Span, name: &str, value: &Expr) {
        if !matches!(value, Expr::Lit(_)) {
            self.skip(span, &format!("the value of the {name}"));
        }
    }

    pub(super) fn signature(&mut self, signature: &syn::Signature) {
        for input in &signature.inputs {
            match input {
                syn::FnArg::Receiver(receiver) => {
                    self.declare("self".into(), receiver.self_token.span());
                }
                syn::FnArg::Typed(typed) => self.bind(&typed.pat),
            }
        }
    }

    pub(super) fn function(&mut self, signature: &syn::Signature, block: &Block) {
        let name = signature.ident.to_string();
        let unit = matches!(signature.output, syn::ReturnType::Default);
        let close = block.brace_token.span.close().byte_range().end;
        let constant = signature.constness.map(|word| word.span().byte_range());
        let bytes = signature.span().byte_range().start..close;
        // A function in a function captures nothing.
        let around = std::mem::take(&mut self.around);
        self.body(name, bytes, constant, |walk| {
            walk.signature(signature);
            walk.block(block, unit);
        });
        self.around = around;
        if let Some(body) = self.functions.last_mut() {
            body.is_async = signature.asyncness.is_some();
        }
    }

    pub(super) fn declare(&mut self, name: String, span: Span) {
        if let Some(body) = &mut self.body {
            self.scope.in_scope.push(body.variables.len());
            body.variables.push(Variable {
                name,
                declared: span.start().line,
                at: span.byte_range().start,
                late: None,
            });
        }
    }

    /// Notes that what these bytes do gives the variable of that name a value.
    pub(super) fn assign(&mut self, name: String, bytes: Range<usize>) {
        let variables = self.body.as_ref().map(|body| &body.variables);
        let declared = variables.and_then(|variables| {
            let in_scope = self.scope.in_scope.iter().rev();
            let mut in_scope = in_scope.map(|index| &variables[*index]);
            let variable = in_scope.find(|variable| variable.name == name)?;
            Some(variable.at)
        });
        self.assigned.push(Assigned {
            name,
            declared,
            bytes,
        });
    }

    /// Declares the variables of a pattern.
    pub(super) fn bind(&mut self, pat: &Pat) {
        struct Names<'a>(&'a mut Walk);
        impl<'ast> Visit<'ast> for Names<'_> {
            fn visit_pat_ident(&mut self, pat: &'ast syn::PatIdent) {
                let name = pat.ident.to_string();
                // A capital letter is a constant or a variant, not a variable.
                if !name.starts_with(|c: char| c.is_uppercase()) {
                    self.0.declare(name, pat.ident.span());
                }
                visit::visit_pat_ident(self, pat);
            }
            fn visit_expr(&mut self, _: &'ast Expr) {}
        }
        Names(self).visit_pat(pat);
    }

    pub(super) fn point(
        &mut self,
        at: usize,
        start: LineColumn,
        before: &'static str,
        after: Option<(usize, &'static str)>,
    ) {
        let site = self.site(at, start, before, after);
        if let Some(body) = &mut self.body {
            body.points.push(site);
        }
    }

    fn site(
        &self,
        at: usize,
        start: LineColumn,
        before: &'static str,
        after: Option<(usize, &'static str)>,
    ) -> Site {
        let scope = self.scope.clone();
        Site {
            at,
            before,
            after,
            open: None,
            line: start.line,
            column: start.column + 1,
            loops: scope.loops,
            jump: None,
            next: None,
            in_scope: scope.in_scope,
        }
    }

    /// Notes an `.await`: a question stands where what is awaited has been evaluated.
    pub(super) fn awaits(&mut self, awaited: &syn::ExprAwait) {
        let base = awaited.base.span().byte_range();
        let word = awaited.await_token.span().start();
        let site = self.site(base.end, word, ", {", Some((base.end, " }).0")));
        if let Some(body) = &mut self.body {
            body.awaits.push(Site {
                open: Some((base.start, "(")),
                ..site
            });
        }
    }

    /// Notes that the point just made stands before a jump.
    pub(super) fn jump(&mut self, expr: &Expr) {
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
    pub(super) fn block(&mut self, block: &Block, unit: bool) {
        let outer = self.scope.in_scope.clone();
        let mut points = Vec::new();
        for (index, stmt) in block.stmts.iter().enumerate() {
            let last = index + 1 == block.stmts.len();
            let next = self.points();
            self.statement(stmt, last, unit);
            points.extend((self.points() > next).then_some(next));
        }
        let close = block.brace_token.span.close();
        let (at, start) = (close.byte_range().start, close.start());
        let next = self.points();
        match block.stmts.last() {
            Some(last) if has_value(last) && unit => self.point(at, start, ";", None),
            Some(last) if has_value(last) => {}
            _ => self.point(at, start, "", None),
        }
        points.extend((self.points() > next).then_some(next));
        if let Some(body) = &mut self.body {
            for pair in points.windows(2) {
                body.points[pair[0]].next = Some(pair[1]);
            }
        }
        self.scope.in_scope = outer;
    }

    /// How many points the body has so far.
    fn points(&self) -> usize {
        self.body.as_ref().map_or(0, |body| body.points.len())
    }

    pub(super) fn statement(&mut self, stmt: &Stmt, last: bool, unit: bool) {
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
                let before = self.scope.in_scope.len();
                self.bind(&local.pat);
                if let (None, Some(body)) = (&local.init, &mut self.body) {
                    for index in &self.scope.in_scope[before..] {
                        body.variables[*index].late = Some(bytes.start);
                    }
                }
            }
            // A statement's block has the value `()`, and so has the last one of such a block.
            Stmt::Expr(expr, semicolon) => self.value(expr, semicolon.is_none() && (!last || unit)),
            Stmt::Macro(call) => self.visit_macro(&call.mac),
            Stmt::Item(_) => {}
        }
    }

    /// Walks an expression; `unit` says that its value is `()`.
    pub(super) fn value(&mut self, expr: &Expr, unit: bool) {
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
            Expr::Await(awaited) => {
                self.awaits(awaited);
                self.value(&awaited.base, false);
            }
            other => visit::visit_expr(self, other),
        }
        self.scope.in_scope = outer;
    }

    pub(super) fn looping(
        &mut self,
        expr: &Expr,
        label: Option<&syn::Label>,
        walk: impl FnOnce(&mut Walk),
    ) {
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
    pub(super) fn branch(&mut self, of: usize, condition: &Expr, block: &Block) {
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
    pub(super) fn maybe(&mut self, of: usize, bytes: Range<usize>) {
        self.branches.push(Branch {
            bytes,
            except: 0..0,
            of,
        });
    }

    /// Walks a condition, whose `let`s bind for the block after it.
    pub(super) fn condition(&mut self, expr: &Expr) {
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
pub(super) fn is_lazy(operator: &syn::BinOp) -> bool {
    matches!(operator, syn::BinOp::And(_) | syn::BinOp::Or(_))
}

/// Whether a statement at the end of a block gives the block its value.
pub(super) fn has_value(stmt: &Stmt) -> bool {
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
