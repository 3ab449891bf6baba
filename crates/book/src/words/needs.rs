//! What a line needs, what it changes, and why it is refused.
//!
//! ```text
//! list: W, item: O
//! item -RO, kept +RO
//! line 5 needs W on `*self`, which may do nothing there: lent exclusively to i on line 3, …
//! ```

use crate::words::reasons::because;
use lens::{Function, Lack, Permission, Point, Refusal};

/// The letter of a permission.
pub fn letter(permission: Permission) -> char {
    match permission {
        Permission::Read => 'R',
        Permission::Write => 'W',
        Permission::Own => 'O',
    }
}

/// `list: W, item: O`; nothing where the line touches nothing.
pub fn needs(point: &Point) -> String {
    let needs = point.needs.iter().map(|need| {
        let late = if need.late {
            " (after its arguments)"
        } else {
            ""
        };
        format!("{}: {}{late}", need.place, letter(need.permission))
    });
    needs.collect::<Vec<_>>().join(", ")
}

/// `item -RO, kept +RO`; nothing where nothing changes.
pub fn changes(function: &Function, point: &Point) -> String {
    let letters = |sign: char, permissions: &[Permission]| {
        let letters: String = permissions.iter().copied().map(letter).collect();
        if letters.is_empty() {
            letters
        } else {
            format!(" {sign}{letters}")
        }
    };
    let changes = point.changes.iter().map(|change| {
        let place = &function.places[change.column].expression;
        format!(
            "{place}{}{}",
            letters('-', &change.lost),
            letters('+', &change.gained)
        )
    });
    changes.collect::<Vec<_>>().join(", ")
}

/// Why a line is refused, in one sentence: what it needs, what the place has, and for whose sake.
/// Nothing where the line lacks nothing but something must live longer: there rustc's labels say it.
pub fn refused(refusal: &Refusal) -> Option<String> {
    let Lack {
        place,
        permission,
        has,
        why,
    } = refusal.lack.as_ref()?;
    let has = match has.as_slice() {
        [] => "may do nothing there".to_owned(),
        has => format!(
            "has {}",
            has.iter().copied().map(letter).collect::<String>()
        ),
    };
    let why = why
        .as_ref()
        .map_or(String::new(), |why| format!(": {}", because(why)));
    Some(format!(
        "line {} needs {} on `{place}`, which {has}{why}",
        refusal.line,
        letter(*permission),
    ))
}
