//! What a type, in rustc's words, lets a program reach through a place of it.
//!
//! ```text
//! &mut String               *r
//! (fn(u8) -> u8, String)    t.0, t.1
//! Ticket<'_>                the fields of the program's `Ticket`
//! ```

use crate::program::is_shallow;
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
    match syn::parse_str(ty) {
        Ok(Type::Reference(_)) => Reached::Referent,
        Ok(Type::Tuple(tuple)) => Reached::Parts(tuple.elems.len()),
        Ok(Type::Path(path)) if path.qself.is_none() => {
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
