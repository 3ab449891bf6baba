//! Finds where unsafe code follows a raw pointer, so that the recorder is told before it does.
//!
//! ```text
//! unsafe { println!("{}", (*p).len()) }      p is used
//! unsafe { &*p }                             p is lent
//! unsafe { *p = 5 }                          p is written
//! unsafe { p.read() }                        p is read
//! ```
//!
//! Whether it is a raw pointer rustc alone knows: what is none is left out of the next copy.

use std::ops::Range;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Expr, Token};

/// An expression that may be a raw pointer and is followed there.
pub(super) struct Reach {
    pub bytes: Range<usize>,
    pub line: usize,
    /// What happens to what it leads to: `read`, `written`, `lent` or `used`.
    pub how: &'static str,
}

/// Every place of a program where unsafe code may follow a raw pointer.
pub(super) fn reaches(file: &syn::File) -> Vec<Reach> {
    let mut walk = Walk::default();
    walk.visit_file(file);
    walk.found
}

#[derive(Default)]
struct Walk {
    is_unsafe: bool,
    found: Vec<Reach>,
}

impl Walk {
    fn find(&mut self, pointer: &Expr, how: &'static str) {
        // A reference is none.
        if self.is_unsafe && !matches!(pointer, Expr::Reference(_)) {
            self.found.push(Reach {
                bytes: pointer.span().byte_range(),
                line: pointer.span().start().line,
                how,
            });
        }
    }

    /// Visits what stands where something happens to it: a dereferenced pointer is followed.
    fn place(&mut self, place: &Expr, how: &'static str) {
        match place {
            Expr::Paren(inside) => self.place(&inside.expr, how),
            Expr::Unary(syn::ExprUnary {
                op: syn::UnOp::Deref(_),
                expr,
                ..
            }) => {
                self.find(expr, how);
                self.visit_expr(expr);
            }
            Expr::Field(field) => self.place(&field.base, how),
            Expr::Index(index) => {
                self.place(&index.expr, how);
                self.visit_expr(&index.index);
            }
            other => self.visit_expr(other),
        }
    }

    /// Visits a place whose address alone is taken.
    fn address(&mut self, place: &Expr) {
        match place {
            Expr::Paren(inside) => self.address(&inside.expr),
            Expr::Unary(syn::ExprUnary {
                op: syn::UnOp::Deref(_),
                expr,
                ..
            }) => self.visit_expr(expr),
            Expr::Field(field) => self.address(&field.base),
            other => self.visit_expr(other),
        }
    }

    fn within_unsafe(&mut self, is_unsafe: bool, walk: impl FnOnce(&mut Walk)) {
        let outside = std::mem::replace(&mut self.is_unsafe, is_unsafe);
        walk(self);
        self.is_unsafe = outside;
    }
}

/// The macros of std that evaluate what they are given, and do not print it as it is written.
const EVALUATING_MACROS: [&str; 11] = [
    "assert_eq",
    "assert_ne",
    "eprint",
    "eprintln",
    "format",
    "panic",
    "print",
    "println",
    "vec",
    "write",
    "writeln",
];

/// What a method or function of std does to what its raw pointer leads to.
fn done_by(name: &syn::Ident) -> Option<&'static str> {
    Some(match name.to_string().as_str() {
        "read" | "read_unaligned" | "read_volatile" => "read",
        "write" | "write_unaligned" | "write_volatile" | "replace" => "written",
        "as_ref" | "as_mut" => "lent",
        "drop_in_place" | "from_raw" | "from_raw_parts" | "from_raw_parts_mut" => "used",
        _ => return None,
    })
}

impl<'ast> Visit<'ast> for Walk {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        // The recorder does not stand in it.
        if item.sig.asyncness.is_some() {
            return;
        }
        let is_unsafe = item.sig.unsafety.is_some();
        self.within_unsafe(is_unsafe, |walk| visit::visit_item_fn(walk, item));
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if item.sig.asyncness.is_some() {
            return;
        }
        let is_unsafe = item.sig.unsafety.is_some();
        self.within_unsafe(is_unsafe, |walk| visit::visit_impl_item_fn(walk, item));
    }

    fn visit_expr(&mut self, expr: &'ast Expr) {
        match expr {
            Expr::Async(_) => {}
            Expr::Unsafe(block) => {
                self.within_unsafe(true, |walk| visit::visit_expr_unsafe(walk, block));
            }
            // Nothing is followed where an address alone is taken.
            Expr::RawAddr(address) => self.address(&address.expr),
            Expr::Reference(lent) => self.place(&lent.expr, "lent"),
            Expr::Assign(assign) => {
                self.place(&assign.left, "written");
                self.visit_expr(&assign.right);
            }
            Expr::MethodCall(call) => {
                match done_by(&call.method) {
                    Some(how) => {
                        self.find(&call.receiver, how);
                        self.visit_expr(&call.receiver);
                    }
                    None => self.place(&call.receiver, "used"),
                }
                call.args.iter().for_each(|part| self.visit_expr(part));
            }
            Expr::Call(call) => {
                let name = match &*call.func {
                    Expr::Path(path) => path.path.segments.last().map(|last| &last.ident),
                    _ => None,
                };
                if let (Some(how), Some(pointer)) = (name.and_then(done_by), call.args.first()) {
                    self.find(pointer, how);
                }
                visit::visit_expr_call(self, call);
            }
            Expr::Field(_)
            | Expr::Index(_)
            | Expr::Unary(syn::ExprUnary {
                op: syn::UnOp::Deref(_),
                ..
            }) => self.place(expr, "read"),
            other => visit::visit_expr(self, other),
        }
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        let name = call.path.segments.last().map(|last| last.ident.to_string());
        let name = name.unwrap_or_default();
        let is_address = ["addr_of", "addr_of_mut"].contains(&&*name);
        let parts = Punctuated::<Expr, Token![,]>::parse_terminated;
        let parts = match is_address || EVALUATING_MACROS.contains(&&*name) {
            true => call.parse_body_with(parts).unwrap_or_default(),
            false => Punctuated::new(),
        };
        for part in &parts {
            match is_address {
                true => self.address(part),
                false => self.visit_expr(part),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::reaches;

    /// What is followed in the body of a `main`, and how.
    fn found(body: &str) -> Vec<String> {
        let source = format!("fn main() {{ {body} }}");
        let file = syn::parse_file(&source).expect("Rust");
        let reaches = reaches(&file).into_iter();
        reaches
            .map(|reach| format!("{} {}", &source[reach.bytes], reach.how))
            .collect()
    }

    #[test]
    fn a_pointer_is_found_wherever_unsafe_code_follows_it() {
        for (body, expected) in [
            ("let n = unsafe { *p };", &["p read"][..]),
            ("let n = unsafe { (*p).name.0[1] };", &["p read"]),
            ("unsafe { *p = *q };", &["p written", "q read"]),
            ("unsafe { (*p).name = name };", &["p written"]),
            ("let r = unsafe { &mut *p };", &["p lent"]),
            ("let r = unsafe { &(*p).name };", &["p lent"]),
            ("unsafe { (*p).push(1) };", &["p used"]),
            (
                "let n = unsafe { self.head.add(1).read() };",
                &["self.head.add(1) read"],
            ),
            ("drop(unsafe { Box::from_raw(p) });", &["p used"]),
            ("unsafe { println!(\"{}\", **p) };", &["*p read", "p read"]),
            ("println!(\"{}\", unsafe { &*p });", &["p lent"]),
        ] {
            assert_eq!(found(body), expected, "{body}");
        }
    }

    #[test]
    fn where_none_is_followed_nothing_is_found() {
        for body in [
            "let n = *reference;",
            "let at = unsafe { &raw const (*p).name };",
            "let copy = unsafe { std::ptr::read(&value) };",
            "unsafe { own!(*p) };",
            "let later = unsafe { async { *p } };",
        ] {
            assert_eq!(found(body), [""; 0], "{body}");
        }
    }
}
