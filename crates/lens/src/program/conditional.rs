//! What is compiled on a condition alone.
//!
//! ```text
//! #[cfg(windows)]      `#[cfg(windows)]`, on line 1
//! fn main() { … }
//! ```

use crate::timeline::Skipped;
use std::ops::Range;
use syn::parse::{ParseStream, Parser};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, Meta};

/// An item, statement or arm with a condition, such as `#[cfg(windows)]` or `#[test]`.
pub(crate) struct Conditional {
    pub bytes: Range<usize>,
    pub line: usize,
    pub condition: String,
}

impl Conditional {
    /// That it is not compiled.
    pub fn left_out(&self) -> Skipped {
        Skipped {
            line: self.line,
            what: format!("the code that `{}` leaves out here", self.condition),
        }
    }
}

/// What a program has on a condition, in the order of the text.
pub(super) fn parts(file: &syn::File, source: &str) -> Vec<Conditional> {
    let mut conditions = Conditions {
        source,
        parts: Vec::new(),
    };
    conditions.visit_file(file);
    conditions.parts
}

struct Conditions<'s> {
    source: &'s str,
    parts: Vec<Conditional>,
}

impl Conditions<'_> {
    fn note(&mut self, part: &impl Spanned) {
        let bytes = part.span().byte_range();
        let text = &self.source[bytes.clone()];
        if !text.starts_with('#') {
            return;
        }
        let conditions = outer_attributes(text).into_iter().filter_map(|attribute| {
            let condition = match &attribute.meta {
                Meta::List(list) => list.path.is_ident("cfg"),
                Meta::Path(path) => path.is_ident("test"),
                Meta::NameValue(_) => false,
            };
            condition.then(|| text[attribute.span().byte_range()].to_owned())
        });
        let conditions: Vec<String> = conditions.collect();
        if !conditions.is_empty() {
            self.parts.push(Conditional {
                bytes,
                line: part.span().start().line,
                condition: conditions.join(" "),
            });
        }
    }
}

/// The attributes that a text begins with.
fn outer_attributes(text: &str) -> Vec<Attribute> {
    let parser = |input: ParseStream| {
        let attributes = input.call(Attribute::parse_outer);
        input.parse::<proc_macro2::TokenStream>()?;
        attributes
    };
    parser.parse_str(text).unwrap_or_default()
}

impl<'ast> Visit<'ast> for Conditions<'_> {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        self.note(item);
        visit::visit_item(self, item);
    }

    fn visit_impl_item(&mut self, item: &'ast syn::ImplItem) {
        self.note(item);
        visit::visit_impl_item(self, item);
    }

    fn visit_trait_item(&mut self, item: &'ast syn::TraitItem) {
        self.note(item);
        visit::visit_trait_item(self, item);
    }

    fn visit_stmt(&mut self, statement: &'ast syn::Stmt) {
        if !matches!(statement, syn::Stmt::Item(_)) {
            self.note(statement);
        }
        visit::visit_stmt(self, statement);
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        self.note(arm);
        visit::visit_arm(self, arm);
    }
}
