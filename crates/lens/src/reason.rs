//! Why a permission is missing, read from rustc's own labels.

use crate::copies::{Complaint, Permission, Place};
use crate::program::Program;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Why a place may not be read, written or moved out of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The kind of reason.
    pub kind: ReasonKind,
    /// The other variable concerned: who got the value, or who borrowed it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub place: Option<String>,
    /// Where that happened: a line of the program, from 1.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub line: Option<usize>,
    /// The line of the later use that keeps the loan alive.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub later_use: Option<usize>,
    /// rustc's own words.
    pub label: String,
}

/// The kinds of reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ReasonKind {
    /// The value has moved elsewhere.
    #[serde(rename = "moved")]
    Moved,
    /// A part of the value has moved elsewhere.
    #[serde(rename = "partly moved")]
    PartlyMoved,
    /// A shared reference to it is live.
    #[serde(rename = "lent shared")]
    LentShared,
    /// An exclusive reference to it is live.
    #[serde(rename = "lent exclusively")]
    LentExclusively,
    /// It has not been given a value.
    #[serde(rename = "not initialized")]
    NotInitialized,
    /// It was declared without `mut`.
    #[serde(rename = "not declared mut")]
    NotDeclaredMut,
    /// It is reached through a shared reference.
    #[serde(rename = "behind a shared reference")]
    BehindSharedReference,
    /// It is a reference whose referent has since been changed, moved or dropped.
    #[serde(rename = "ended")]
    Ended,
    /// Its value cannot be moved out from where it is.
    #[serde(rename = "not movable from here")]
    NotMovable,
}

impl fmt::Display for ReasonKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ReasonKind::Moved => "moved",
            ReasonKind::PartlyMoved => "partly moved",
            ReasonKind::LentShared => "lent shared",
            ReasonKind::LentExclusively => "lent exclusively",
            ReasonKind::NotInitialized => "not initialized",
            ReasonKind::NotDeclaredMut => "not declared mut",
            ReasonKind::BehindSharedReference => "behind a shared reference",
            ReasonKind::Ended => "ended",
            ReasonKind::NotMovable => "not movable from here",
        })
    }
}

impl ReasonKind {
    /// Whether the reason holds wherever the place has a value, not at this point alone.
    pub fn is_lasting(self) -> bool {
        matches!(
            self,
            ReasonKind::NotDeclaredMut | ReasonKind::BehindSharedReference | ReasonKind::NotMovable
        )
    }
}

/// Reads the reason from a complaint about a probe for `permission`.
pub(crate) fn reason(program: &Program, complaint: &Complaint, permission: Permission) -> Reason {
    let code = complaint.code.as_str();
    let at_probe = matches!(complaint.primary, Place::Question(..));
    let message = complaint.message.as_str();
    let kind = match code {
        "E0596" if message.contains("not declared as mutable") => ReasonKind::NotDeclaredMut,
        "E0596" => ReasonKind::BehindSharedReference,
        _ if !at_probe => ReasonKind::Ended,
        "E0381" => ReasonKind::NotInitialized,
        "E0382" if message.contains("partially moved") => ReasonKind::PartlyMoved,
        "E0382" => ReasonKind::Moved,
        "E0502" if permission == Permission::Write => ReasonKind::LentShared,
        "E0505" => ReasonKind::LentShared,
        "E0499" | "E0500" | "E0501" | "E0502" | "E0503" | "E0524" => ReasonKind::LentExclusively,
        "E0507" if message.contains("behind a shared reference") => {
            ReasonKind::BehindSharedReference
        }
        _ => ReasonKind::NotMovable,
    };
    let found = |wanted: &[&str]| {
        complaint
            .labels
            .iter()
            .find_map(|(place, label)| match place {
                Place::Program(bytes) if wanted.iter().any(|words| label.contains(words)) => {
                    Some((bytes, label))
                }
                _ => None,
            })
    };
    let cause = match kind {
        ReasonKind::Moved | ReasonKind::PartlyMoved => found(&["moved"]),
        ReasonKind::LentShared | ReasonKind::LentExclusively => found(&[
            "borrow occurs here",
            "is borrowed here",
            "construction occurs here",
            "borrow of",
        ]),
        ReasonKind::NotInitialized => found(&["declared here", "initialized"]),
        ReasonKind::Ended => complaint
            .labels
            .iter()
            .find_map(|(place, label)| match place {
                Place::Program(bytes) if *place == complaint.primary => Some((bytes, label)),
                _ => None,
            }),
        _ => None,
    };
    let later = found(&[
        "later used",
        "later use",
        "used here, in later",
        "later call",
        "might be used here",
        "borrow later",
    ]);
    let label = cause.map_or_else(|| message.to_owned(), |(_, label)| label.clone());
    // The action that ended a reference names the place that was acted upon: cannot … `s` ….
    let acted_upon = || Some(message.split('`').nth(1)?.to_owned());
    let bound = || program.bound_by(cause?.0).map(str::to_owned);
    Reason {
        kind,
        place: if kind == ReasonKind::Ended {
            acted_upon()
        } else {
            bound()
        },
        line: cause.map(|(bytes, _)| program.line_of(bytes.start)),
        later_use: later.map(|(bytes, _)| program.line_of(bytes.start)),
        label,
    }
}
