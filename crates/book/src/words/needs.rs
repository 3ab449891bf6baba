//! What a line needs, what it changes, and why it is refused.
//!
//! ```text
//! list: W, item: O
//! item -RO, kept +RO
//! Line 3 moves `s1` out. `s1` loses R and O; `s2` gains R and O.
//! line 5 needs W on `*self`, which may do nothing there: lent exclusively to i on line 3, …
//! ```

use crate::words::reasons::because;
use lens::{Function, Lack, Need, Permission, Point, Refusal};

/// The letter of a permission; C where moving copies.
pub fn letter(permission: Permission, copy: bool) -> char {
    match permission {
        Permission::Read => 'R',
        Permission::Write => 'W',
        Permission::Own if copy => 'C',
        Permission::Own => 'O',
    }
}

/// `R and O`.
fn letters(permissions: &[Permission], copy: bool) -> String {
    let letters = permissions.iter().map(|of| letter(*of, copy).to_string());
    listed(&letters.collect::<Vec<_>>())
}

/// `a, b and c`.
fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [others @ .., last] => format!("{} and {last}", others.join(", ")),
    }
}

/// What a line does to one place: `The line needs O, takes R and O.`
pub fn touched(
    needs: &[Permission],
    gained: &[Permission],
    lost: &[Permission],
    copy: bool,
) -> Option<String> {
    let parts = [("needs", needs), ("takes", lost), ("gives", gained)];
    let parts: Vec<String> = (parts.iter())
        .filter(|(_, permissions)| !permissions.is_empty())
        .map(|(verb, permissions)| format!("{verb} {}", letters(permissions, copy)))
        .collect();
    (!parts.is_empty()).then(|| format!("The line {}.", parts.join(", ")))
}

/// A place that a line changes.
pub struct Changed<'t> {
    /// Its name.
    pub place: &'t str,
    /// Whether its value is copied where it would otherwise be moved out.
    pub copy: bool,
    /// What it may do afterwards and might not before.
    pub gained: Vec<Permission>,
    /// What it might do before and may not afterwards.
    pub lost: Vec<Permission>,
}

/// What a line does: `Line 3 moves `s1` out. `s1` loses R and O; `s2` gains R and O.`
pub fn does(line: usize, needs: &[&Need], changes: &[Changed<'_>]) -> String {
    let verbs = [
        (Permission::Read, "reads", ""),
        (Permission::Write, "changes", ""),
        (Permission::Own, "moves", " out"),
    ];
    let does = verbs.into_iter().filter_map(|(permission, verb, out)| {
        let of_kind = needs.iter().filter(|need| need.permission == permission);
        let places = of_kind.map(|need| {
            let late = if need.late {
                " (after its arguments)"
            } else {
                ""
            };
            format!("`{}`{late}", need.place)
        });
        let places = listed(&places.collect::<Vec<_>>());
        (!places.is_empty()).then(|| format!("{verb} {places}{out}"))
    });
    let does = listed(&does.collect::<Vec<_>>());
    let changes = changes.iter().map(|change| {
        let parts = [("loses", &change.lost), ("gains", &change.gained)];
        let parts = parts.iter().filter(|(_, letters)| !letters.is_empty());
        let parts = parts.map(|(verb, of)| format!("{verb} {}", letters(of, change.copy)));
        format!("`{}` {}", change.place, listed(&parts.collect::<Vec<_>>()))
    });
    let changes = changes.collect::<Vec<_>>().join("; ");
    match (does.is_empty(), changes.is_empty()) {
        (true, true) => format!("Line {line} needs nothing and changes nothing."),
        (false, true) => format!("Line {line} {does}."),
        (true, false) => format!("Line {line}: {changes}."),
        (false, false) => format!("Line {line} {does}. {changes}."),
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
        format!("{}: {}{late}", need.place, letter(need.permission, false))
    });
    needs.collect::<Vec<_>>().join(", ")
}

/// `item -RO, kept +RO`; nothing where nothing changes.
pub fn changes(function: &Function, point: &Point) -> String {
    let signed = |sign: char, permissions: &[Permission]| {
        let letters: String = permissions.iter().map(|of| letter(*of, false)).collect();
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
            signed('-', &change.lost),
            signed('+', &change.gained)
        )
    });
    changes.collect::<Vec<_>>().join(", ")
}

/// What a refused line needs and what the place has: `needs W of `list`, has R`.
pub fn lack(refusal: &Refusal) -> Option<String> {
    let lack = refusal.lack.as_ref()?;
    let has = match lack.has.as_slice() {
        [] => "nothing".to_owned(),
        has => letters(has, false),
    };
    let needed = letter(lack.permission, false);
    Some(format!("needs {needed} of `{}`, has {has}", lack.place))
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
            has.iter().map(|of| letter(*of, false)).collect::<String>()
        ),
    };
    let why = why
        .as_ref()
        .map_or(String::new(), |why| format!(": {}", because(why)));
    Some(format!(
        "line {} needs {} on `{place}`, which {has}{why}",
        refusal.line,
        letter(*permission, false),
    ))
}
