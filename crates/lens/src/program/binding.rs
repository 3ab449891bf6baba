//! Which variable a statement gives a value, and what becomes a part of it.

use std::ops::Range;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Expr, Token};

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
    pub(super) fn new(name: String, value: &Expr) -> Binding {
        let mut binding = Binding {
            name,
            value: value.span().byte_range(),
            parts: Vec::new(),
            closures: Vec::new(),
        };
        binding.collect(value);
        binding
    }

    pub(super) fn collect(&mut self, value: &Expr) {
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
    pub(super) fn holds(&self, bytes: &Range<usize>) -> bool {
        let inside = |closure: &Range<usize>| closure.contains(&bytes.start);
        self.parts.contains(bytes) || self.closures.iter().any(inside)
    }
}

/// Whether a function makes a value of its arguments: `Some`, `Point`, `Box::new`.
pub(super) fn is_constructor(function: &Expr) -> bool {
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
