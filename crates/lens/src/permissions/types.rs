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
    while done < place.len() {
        let rest = &place[done + 1..];
        let end = rest.find(['.', '[']).unwrap_or(rest.len());
        let part = match whole.map(without_references) {
            Some(Type::Array(array)) => Some(*array.elem),
            Some(Type::Slice(slice)) => Some(*slice.elem),
            Some(Type::Tuple(tuple)) => {
                let index = rest[..end].parse().unwrap_or(usize::MAX);
                tuple.elems.into_iter().nth(index)
            }
            Some(Type::Path(path)) => {
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
        whole = part;
        done += 1 + end;
        if whole.is_none() {
            return place;
        }
    }
    place
}

fn without_references(ty: Type) -> Type {
    match ty {
        Type::Reference(reference) => without_references(*reference.elem),
        other => other,
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
