//! What a type, in rustc's words, lets a program reach through a place of it.
//!
//! ```text
//! &mut String               *r
//! (fn(u8) -> u8, String)    t.0, t.1
//! Ticket<'_>                the fields of the program's `Ticket`
//! ```

use crate::program::{Struct, is_shallow};
use syn::Type;

/// What can be reached.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Reached {
    /// What a reference or a box leads to.
    Referent,
    /// That many parts of a tuple.
    Parts(usize),
    /// The fields of the struct with that path, if it is the program's own.
    Fields(String),
    /// Nothing with a name; nor through a type that cannot be written, such as a closure's.
    Nothing,
}

/// What can be reached through a place of that type.
pub(crate) fn reached(ty: &str) -> Reached {
    if !is_shallow(ty) {
        return Reached::Nothing;
    }
    match parsed(ty) {
        Some(Type::Reference(_)) => Reached::Referent,
        Some(Type::Tuple(tuple)) => Reached::Parts(tuple.elems.len()),
        Some(Type::Path(path)) if path.qself.is_none() => {
            let names = path.path.segments.iter().map(|name| name.ident.to_string());
            let names: Vec<String> = names.collect();
            match names.as_slice() {
                [name] if name == "Box" => Reached::Referent,
                names => Reached::Fields(names.join("::")),
            }
        }
        _ => Reached::Nothing,
    }
}

/// A place without what rustc appends for the payload of an enum's variant, which no program can
/// name: `job` for `job.0` if `job` is an `Option`. `ty` is the type of the variable it begins with.
pub(crate) fn without_payload<'a>(place: &'a str, ty: &str, structs: &[Struct]) -> &'a str {
    let mut whole = parsed(ty);
    let mut done = place.find(['.', '[']).unwrap_or(place.len());
    while let Some(of) = whole.take().map(what_is_reached)
        && done < place.len()
    {
        let element = place[done..].starts_with('[');
        let rest = &place[done + 1..];
        let end = match element {
            true => rest.find(']').map_or(rest.len(), |end| end + 1),
            false => rest.find(['.', '[']).unwrap_or(rest.len()),
        };
        whole = match of {
            Type::Array(array) => Some(*array.elem),
            Type::Slice(slice) => Some(*slice.elem),
            Type::Tuple(tuple) => {
                let index = rest[..end].parse().unwrap_or(usize::MAX);
                tuple.elems.into_iter().nth(index)
            }
            Type::Path(path) if !element => {
                let mut structs = structs.iter();
                let last = path.path.segments.last().map(|name| name.ident.to_string());
                let named = |found: &&Struct| found.name.rsplit("::").next() == last.as_deref();
                let Some(found) = structs.find(named) else {
                    return &place[..done];
                };
                let mut fields = found.fields.iter();
                let field = fields.find(|field| field.name == rest[..end]);
                field.map(|field| field.ty.clone())
            }
            _ => None,
        };
        done += 1 + end;
    }
    place
}

/// The type behind references and boxes, which a field is reached through.
fn what_is_reached(ty: Type) -> Type {
    match ty {
        Type::Reference(reference) => what_is_reached(*reference.elem),
        Type::Path(path) => match boxed(&path) {
            Some(inner) => what_is_reached(inner),
            None => Type::Path(path),
        },
        other => other,
    }
}

fn boxed(path: &syn::TypePath) -> Option<Type> {
    let last = path
        .path
        .segments
        .last()
        .filter(|last| last.ident == "Box")?;
    match &last.arguments {
        syn::PathArguments::AngleBracketed(list) => {
            list.args.iter().find_map(|argument| match argument {
                syn::GenericArgument::Type(inner) => Some(inner.clone()),
                _ => None,
            })
        }
        _ => None,
    }
}

/// A type in rustc's words. `&{integer}` is a reference, whatever is behind it; `fn(u8) -> u8
/// {double}` is a function.
fn parsed(ty: &str) -> Option<Type> {
    let parsed = syn::parse_str(&with_braces_as(ty, "_"));
    parsed
        .or_else(|_| syn::parse_str(&with_braces_as(ty, "")))
        .ok()
}

/// The type with something else for each `{…}`, which no program can write.
fn with_braces_as(ty: &str, instead: &str) -> String {
    let mut text = String::new();
    let mut depth = 0_usize;
    for c in ty.chars() {
        match c {
            '{' => {
                if depth == 0 {
                    text += instead;
                }
                depth += 1;
            }
            '}' => depth = depth.saturating_sub(1),
            other if depth == 0 => text.push(other),
            _ => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::Field;

    #[test]
    fn an_arrow_closes_no_bracket() {
        assert_eq!(reached("(fn(u8) -> u8, String)"), Reached::Parts(2));
        assert_eq!(reached("(String,)"), Reached::Parts(1));
        assert_eq!(reached("()"), Reached::Parts(0));
    }

    #[test]
    fn what_cannot_be_written_may_stand_behind_what_can() {
        assert_eq!(reached("&{integer}"), Reached::Referent);
        assert_eq!(
            reached("&mut {closure@main.rs:2:13: 2:15}"),
            Reached::Referent
        );
        assert_eq!(reached("({integer}, {float})"), Reached::Parts(2));
        assert_eq!(
            reached("(fn(u8) -> u8 {double}, String)"),
            Reached::Parts(2)
        );
    }

    #[test]
    fn only_a_box_is_a_box() {
        assert_eq!(reached("Box<dyn Fn(u8) -> u8>"), Reached::Referent);
        assert_eq!(reached("&'static [u8; 4]"), Reached::Referent);
        assert_eq!(
            reached("shop::Ticket<'_, (u8, u8)>"),
            Reached::Fields("shop::Ticket".into())
        );
    }

    #[test]
    fn the_payload_of_a_variant_has_no_name() {
        let file = "struct Node { value: u32, next: Option<Box<Node>> }";
        let Ok(syn::Item::Struct(item)) = syn::parse_str(file) else {
            panic!("a struct");
        };
        let fields = item.fields.iter().map(|field| Field {
            name: field
                .ident
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
            ty: field.ty.clone(),
            private: true,
        });
        let structs = [Struct {
            name: "Node".into(),
            module: String::new(),
            fields: fields.collect(),
        }];
        let named = |place, ty| without_payload(place, ty, &structs);
        assert_eq!(named("job.0", "Option<String>"), "job");
        assert_eq!(named("pair.0", "(String, u8)"), "pair.0");
        assert_eq!(named("pair[..]", "[String; 2]"), "pair[..]");
        assert_eq!(named("head.next.0.value", "&mut Box<Node>"), "head.next");
        assert_eq!(named("names[at]", "Vec<String>"), "names[at]");
        assert_eq!(named("s", "String"), "s");
    }

    #[test]
    fn nothing_is_reached_through_what_cannot_be_written() {
        for ty in [
            "{closure@main.rs:2:13: 2:15}",
            "fn(u8) -> u8 {double}",
            "*const u8",
            "[u8; 3]",
        ] {
            assert_eq!(reached(ty), Reached::Nothing, "{ty}");
        }
        let deep = "&".repeat(100_000) + "u8";
        assert_eq!(reached(&deep), Reached::Nothing);
    }
}
