//! From the name that a type has at run time to the way in which the program writes it.
//!
//! ```text
//! listing::Stack<alloc::vec::Vec<i32>>         crate::Stack<::std::vec::Vec<i32>>
//! ```

use super::rewrite::mains;
use super::types::Named;
use super::unseen::Unseen;
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};

/// More types are not asked for.
const MOST_TYPES: usize = 100;

/// Those of these types that can be looked into where their name is written.
pub(crate) fn named(file: &syn::File, names: &[String]) -> Vec<Named> {
    let mut items = Items::default();
    items.visit_file(file);
    let Some(main) = mains(file).next() else {
        return Vec::new();
    };
    let root = main.span().byte_range().end;
    let can_be = names.iter().filter(|name| Unseen::of(name).is_none());
    let written = can_be.filter_map(|name| items.written(name, root));
    written.take(MOST_TYPES).collect()
}

/// The types and traits of a program.
#[derive(Default)]
struct Items {
    /// The names of the modules and functions around.
    path: Vec<String>,
    functions: usize,
    all: Vec<Item>,
}

struct Item {
    /// As at run time, without the name of the crate.
    path: Vec<String>,
    /// Whether it is within a function, where it has no path.
    is_local: bool,
    /// Behind this byte it is known.
    end: usize,
}

impl Items {
    fn written(&self, name: &str, root: usize) -> Option<Named> {
        let mut ty: syn::Type = syn::parse_str(name).ok()?;
        let mut paths = Paths {
            items: self,
            deepest: None,
            is_unknown: false,
        };
        paths.visit_type_mut(&mut ty);
        if paths.is_unknown {
            return None;
        }
        Some(Named {
            ty: quote::quote!(#ty).to_string(),
            at: paths.deepest.map_or(root, |item| item.end),
        })
    }

    fn add(&mut self, name: &syn::Ident, item: Span) {
        let mut path = self.path.clone();
        path.push(name.to_string());
        self.all.push(Item {
            path,
            is_local: self.functions > 0,
            end: item.byte_range().end,
        });
    }
}

impl<'ast> Visit<'ast> for Items {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.path.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.path.pop();
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.path.push(item.sig.ident.to_string());
        self.functions += 1;
        visit::visit_item_fn(self, item);
        self.functions -= 1;
        self.path.pop();
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.add(&item.ident, item.span());
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.add(&item.ident, item.span());
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.add(&item.ident, item.span());
    }
}

/// Writes paths as the program may write them.
struct Paths<'i> {
    items: &'i Items,
    /// Of the program's types that are named the one within the most modules and functions: there
    /// all others are known.
    deepest: Option<&'i Item>,
    is_unknown: bool,
}

impl VisitMut for Paths<'_> {
    fn visit_path_mut(&mut self, path: &mut syn::Path) {
        visit_mut::visit_path_mut(self, path);
        let names: Vec<String> =
            (path.segments.iter().map(|part| part.ident.to_string())).collect();
        let Some(last) = path.segments.last() else {
            return;
        };
        // The program's `main` has been renamed.
        let original = |name| match name {
            "__lens_main" => "main",
            name => name,
        };
        let names: Vec<&str> = names.iter().map(|name| original(name.as_str())).collect();
        let last = last.clone();
        *path = match names[..] {
            // A number, a text or a parameter of a constant.
            [_] => return,
            ["listing", ref names @ ..] => {
                let Some(item) = self.items.all.iter().find(|item| item.path == names) else {
                    self.is_unknown = true;
                    return;
                };
                let depth = |item: &Item| item.path.len();
                if self
                    .deepest
                    .is_none_or(|deepest| depth(deepest) < depth(item))
                {
                    self.deepest = Some(item);
                }
                match item.is_local {
                    true => syn::parse_quote!(#last),
                    false => {
                        let names = names[..names.len() - 1].iter();
                        let modules = names.map(|name| syn::Ident::new(name, Span::call_site()));
                        syn::parse_quote!(crate::#(#modules::)*#last)
                    }
                }
            }
            // Where std defines a type is its own matter; it offers it in its outermost module.
            ["core" | "alloc" | "std", "sync", "atomic", ..] => {
                syn::parse_quote!(::std::sync::atomic::#last)
            }
            ["core" | "alloc" | "std", module, ..] => {
                let module = syn::Ident::new(module, Span::call_site());
                syn::parse_quote!(::std::#module::#last)
            }
            _ => {
                self.is_unknown = true;
                return;
            }
        };
    }
}
