//! What the program moves at some bytes, written so that a copy can do it once more.
//!
//! ```text
//! send(user.name)                    let __gone = user.name;
//! match parcel { Some(text) => … }   match parcel { Some(text) => {} _ => {} }
//! ```

use super::Program;
use std::ops::Range;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Expr, Pat};

/// A pattern and the value that is held against it.
pub(super) struct Matched {
    pattern: Range<usize>,
    value: Range<usize>,
}

/// The patterns of a program that are held against a value.
pub(super) fn patterns(file: &syn::File) -> Vec<Matched> {
    let mut patterns = Patterns(Vec::new());
    patterns.visit_file(file);
    patterns.0
}

struct Patterns(Vec<Matched>);

impl Patterns {
    fn note(&mut self, pattern: &Pat, value: &Expr) {
        let pattern = match pattern {
            Pat::Type(typed) => &typed.pat,
            other => other,
        };
        self.0.push(Matched {
            pattern: pattern.span().byte_range(),
            value: value.span().byte_range(),
        });
    }
}

impl<'ast> Visit<'ast> for Patterns {
    fn visit_local(&mut self, local: &'ast syn::Local) {
        if let Some(init) = &local.init {
            self.note(&local.pat, &init.expr);
        }
        visit::visit_local(self, local);
    }

    fn visit_expr_let(&mut self, binding: &'ast syn::ExprLet) {
        self.note(&binding.pat, &binding.expr);
        visit::visit_expr_let(self, binding);
    }

    fn visit_expr_match(&mut self, matching: &'ast syn::ExprMatch) {
        for arm in &matching.arms {
            self.note(&arm.pat, &matching.expr);
        }
        visit::visit_expr_match(self, matching);
    }
}

impl Program {
    /// A statement that moves what rustc says is moved at these bytes. Where the bytes are more than
    /// the place, rustc quotes it in its words.
    pub fn move_again(&self, bytes: &Range<usize>, words: &str) -> String {
        let text = |bytes: &Range<usize>| &self.source[bytes.clone()];
        let mut patterns = self.patterns.iter();
        let around = patterns.find(|matched| {
            matched.pattern.start <= bytes.start && bytes.end <= matched.pattern.end
        });
        match around {
            Some(Matched { pattern, value }) => {
                let (pattern, value) = (text(pattern), text(value));
                format!("match {value} {{ {pattern} => {{}} _ => {{}} }}")
            }
            None => {
                let value = words.split('`').nth(1).unwrap_or(text(bytes));
                format!("let __gone = {value};")
            }
        }
    }
}
