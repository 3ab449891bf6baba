//! How the values of a program's types are looked into: what is written beside each type.

use super::rewrite::{Insertions, METHODS, Purpose, how};
use quote::quote;
use std::fmt::Write;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// A type that code for every type has met at run time.
pub(crate) struct Named {
    /// As the program writes it.
    pub ty: String,
    /// The byte where all of its names are known.
    pub at: usize,
}

/// Walks the items: types to be looked into, and `drop`s.
pub(super) struct Types<'a> {
    insertions: &'a mut Insertions,
    source: &'a str,
    /// How many have a number.
    count: usize,
}

impl Types<'_> {
    /// Inserts how each type of the program and of these is looked into, and says how many there
    /// are.
    pub fn insert(
        insertions: &mut Insertions,
        source: &str,
        file: &syn::File,
        named: &[Named],
    ) -> usize {
        let mut types = Types {
            insertions,
            source,
            count: 0,
        };
        types.visit_file(file);
        for Named { ty, at } in named {
            types.add(*at, "", &see(ty));
        }
        types.count
    }

    /// Inserts `text` behind a type, and what the recorder notes at the program's start.
    fn add(&mut self, at: usize, text: &str, register: &str) {
        let number = self.count;
        self.count += 1;
        let text = format!(
            " {text} impl ::__lens::Register for crate::__Lens<{number}> {{ fn register(out: &mut ::__lens::Out) {{ {METHODS} {register} }} }}"
        );
        self.insertions.push(at, Purpose::Type(number), text);
    }

    /// Lets a type be looked into: `impl Look for NAME { … }` right after it.
    fn look(
        &mut self,
        item: &impl Spanned,
        generics: &syn::Generics,
        name: &syn::Ident,
        value: &str,
    ) {
        let value = format!(
            "{{ fn value(&self, out: &mut ::__lens::Out) {{ {METHODS} {value} out.close(); }} }}"
        );
        let at = item.span().byte_range().end;
        let mut parameters = generics.clone();
        for parameter in parameters.type_params_mut() {
            parameter.default = None;
        }
        if generics.type_params().next().is_none() {
            parameters.params.push(syn::parse_quote!(__By));
            let head = head(&parameters, generics, quote!(__By), quote!(#name));
            let ty = match generics.params.is_empty() {
                true => see(&name.to_string()),
                false => String::new(),
            };
            return self.add(at, &format!("{head} {value}"), &ty);
        }
        let found = head(
            &parameters,
            generics,
            quote!(::__lens::Found),
            quote!(#name),
        );
        for parameter in parameters.type_params_mut() {
            parameter
                .bounds
                .push(syn::parse_quote!(::__lens::Look<::__lens::Typed>));
        }
        let typed = head(
            &parameters,
            generics,
            quote!(::__lens::Typed),
            quote!(#name),
        );
        self.add(at, &format!("{found} {value} {typed} {value}"), "");
    }
}

/// `impl<PARAMETERS> Look<BY> for NAME<ARGUMENTS>`
fn head(
    parameters: &syn::Generics,
    generics: &syn::Generics,
    by: proc_macro2::TokenStream,
    name: proc_macro2::TokenStream,
) -> String {
    let (parameters, _, conditions) = parameters.split_for_impl();
    let (_, arguments, _) = generics.split_for_impl();
    quote!(impl #parameters ::__lens::Look<#by> for #name #arguments #conditions).to_string()
}

/// Notes how a type is looked into.
fn see(ty: &str) -> String {
    format!("out.see::<{ty}>((&&&&&&::__lens::Seen::<{ty}>::named()).how());")
}

/// `out.part("name", &self.name, HOW);`
fn part(name: &str, place: &str) -> String {
    format!("out.part({name:?}, &{place}, {});", how(place))
}

/// The names of fields: `name` or `0`.
fn field_names(fields: &syn::Fields) -> Vec<String> {
    let name = |(index, field): (usize, &syn::Field)| match &field.ident {
        Some(ident) => ident.to_string(),
        None => index.to_string(),
    };
    fields.iter().enumerate().map(name).collect()
}

impl<'ast> Visit<'ast> for Types<'_> {
    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        let mut value = format!("out.open({:?});", item.ident.to_string());
        for field in field_names(&item.fields) {
            value += &part(&field, &format!("self.{field}"));
        }
        self.look(item, &item.generics, &item.ident, &value);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        let mut value = String::from("match self {");
        for variant in &item.variants {
            let fields = field_names(&variant.fields);
            let bound = fields
                .iter()
                .enumerate()
                .map(|(index, field)| format!("{field}: __{index}, "));
            _ = write!(
                value,
                "Self::{} {{ {} }} => {{ out.open({:?});",
                variant.ident,
                bound.collect::<String>(),
                variant.ident.to_string()
            );
            for (index, field) in fields.iter().enumerate() {
                value += &part(field, &format!("*__{index}"));
            }
            value += "}";
        }
        value += "}";
        if !item.variants.is_empty() {
            self.look(item, &item.generics, &item.ident, &value);
        }
    }

    /// A value behind `dyn` is asked for its type by a trait that stands behind its own.
    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        visit::visit_item_trait(self, item);
        let name = &item.ident;
        let has_types = (item.items.iter()).any(|inner| matches!(inner, syn::TraitItem::Type(_)));
        if has_types || !self.source.contains(&format!("dyn {name}")) {
            return;
        }
        let mut parameters = item.generics.clone();
        parameters.params.insert(0, syn::parse_quote!('__a));
        parameters.params.push(syn::parse_quote!(__By));
        let (parameters, _, conditions) = parameters.split_for_impl();
        let (_, arguments, _) = item.generics.split_for_impl();
        let mut objects = vec![quote!()];
        if self.source.contains("Send") {
            objects.extend([quote!(+ Send), quote!(+ Send + Sync)]);
        }
        let looks = objects.into_iter().map(|also| {
            let head = quote!(impl #parameters ::__lens::Look<__By> for dyn #name #arguments #also + '__a #conditions);
            format!("{head} {{ fn value(&self, out: &mut ::__lens::Out) {{ ::__lens::Object::__lens_value(self, out) }} }} ")
        });
        let looks: String = looks.collect();
        let purpose = Purpose::Type(self.count);
        let (at, text) = match item.colon_token {
            Some(colon) if !item.supertraits.is_empty() => {
                (colon.span.byte_range().end, " ::__lens::Object +")
            }
            Some(colon) => (colon.span.byte_range().end, " ::__lens::Object"),
            None if item.generics.params.is_empty() => {
                (name.span().byte_range().end, ": ::__lens::Object")
            }
            None => (
                item.generics.params.span().byte_range().end + 1,
                ": ::__lens::Object",
            ),
        };
        self.insertions.push(at, purpose, text.to_owned());
        self.add(item.span().byte_range().end, &looks, "");
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        let of_trait = item.trait_.as_ref();
        let of_trait = of_trait.and_then(|(_, path, _)| path.segments.last());
        let is_of = |name| of_trait.is_some_and(|last| last.ident == name);
        for inner in &item.items {
            if let syn::ImplItem::Fn(function) = inner
                && is_of("Drop")
            {
                let open = function.block.brace_token.span.open().byte_range().end;
                self.insertions.push(
                    open,
                    Purpose::Drop(open),
                    " ::__lens::dropped(self);".into(),
                );
            }
        }
        if is_of("Error") && item.generics.params.is_empty() && self.source.contains("dyn ") {
            let ty = &self.source[item.self_ty.span().byte_range()];
            let register = format!("out.sees_error::<{ty}>();");
            self.add(item.span().byte_range().end, "", &register);
        }
        visit::visit_item_impl(self, item);
    }
}
