//! What is seen of the tokens that a macro is given: the variables they declare and the names
//! they use.

use super::items::assigned_names;
use super::root_of;
use proc_macro2::{TokenStream, TokenTree};
use std::ops::Range;
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Expr, Pat, Token};

/// What the expressions given to a macro declare, and what they give a value.
#[derive(Default)]
pub(super) struct Inside {
    pub(super) variables: Vec<syn::Ident>,
    pub(super) assigned: Vec<(String, Range<usize>)>,
}

impl<'ast> Visit<'ast> for Inside {
    fn visit_pat_ident(&mut self, pat: &'ast syn::PatIdent) {
        if !pat.ident.to_string().starts_with(char::is_uppercase) {
            self.variables.push(pat.ident.clone());
        }
        visit::visit_pat_ident(self, pat);
    }

    fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
        let bytes = assign.span().byte_range();
        let names = assigned_names(&assign.left).into_iter();
        self.assigned
            .extend(names.map(|name| (name, bytes.clone())));
        visit::visit_expr_assign(self, assign);
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
pub(super) fn parse_matches(input: ParseStream) -> syn::Result<Pat> {
    input.parse::<Expr>()?;
    input.parse::<Token![,]>()?;
    let pattern = Pat::parse_multi_with_leading_vert(input)?;
    input.parse::<TokenStream>()?;
    Ok(pattern)
}

/// The names in what a macro is given, and in the `{name}`s of its texts. What follows a point
/// is a field or a method; what follows two is the end of a range.
pub(super) fn names_in(tokens: TokenStream, note: &mut impl FnMut(&str)) {
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
