//! Walks through a program's items and expressions, to the bodies in them.

use super::guard::takes_expressions;
use super::macros::{Inside, names_in};
use super::walk::{ASYNC_BLOCK, Walk};
use super::{Field, Struct};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Block, Expr};

impl<'ast> Visit<'ast> for Walk {
    fn visit_expr(&mut self, expr: &'ast Expr) {
        match expr {
            Expr::Closure(closure) => {
                let moves = closure.capture.map(|word| word.span());
                let what = match closure.asyncness {
                    Some(_) => "async closure",
                    None => "closure",
                };
                self.capturing(expr, what, moves, |walk| {
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
            Expr::Async(block) => {
                let moves = block.capture.map(|word| word.span());
                self.capturing(expr, ASYNC_BLOCK, moves, |walk| {
                    walk.block(&block.block, false);
                });
            }
            Expr::Const(_) => self.skip(expr.span(), "a const block"),
            other => self.value(other, false),
        }
    }

    fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
        for name in assigned_names(&assign.left) {
            self.assign(name, assign.span().byte_range());
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
        // Another macro may look at the tokens, which a copy with another assignment changes.
        if takes_expressions(&within) {
            for (name, bytes) in inside.assigned {
                self.assign(name, bytes);
            }
        }
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
                ty: field.ty.clone(),
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

/// The variables that an assignment with this left side gives a value.
pub(super) fn assigned_names(left: &Expr) -> Vec<String> {
    let all = |parts: &mut dyn Iterator<Item = &Expr>| parts.flat_map(assigned_names).collect();
    match left {
        Expr::Path(path) => path
            .path
            .get_ident()
            .map(ToString::to_string)
            .into_iter()
            .collect(),
        Expr::Paren(inner) => assigned_names(&inner.expr),
        Expr::Tuple(tuple) => all(&mut tuple.elems.iter()),
        Expr::Array(array) => all(&mut array.elems.iter()),
        Expr::Call(call) => all(&mut call.args.iter()),
        Expr::Struct(literal) => all(&mut literal.fields.iter().map(|field| &field.expr)),
        _ => Vec::new(),
    }
}
