//! Why a permission is missing, read from rustc's own labels.

use crate::permissions::because::because;
use crate::permissions::copies::{Complaint, Part, Spot};
use crate::program::{Program, root_of};
use crate::timeline::{Permission, Reason, ReasonKind};
use std::ops::Range;

/// The probe that a complaint is about.
pub(crate) struct Asked {
    pub permission: Permission,
    /// The byte of the program that it stands before.
    pub at: usize,
    /// Its number in the copy.
    pub question: usize,
}

/// Reads the reason from a complaint about a probe.
pub(crate) fn reason(program: &Program, complaint: &Complaint, asked: &Asked) -> Reason {
    let kind = kind(complaint, asked.permission);
    let message = complaint.message.as_str();
    let labels: Vec<(&Range<usize>, &String)> = complaint
        .labels
        .iter()
        .filter_map(|(place, label)| match place {
            Spot::Program(bytes) => Some((bytes, label)),
            Spot::Question(..) => None,
        })
        .collect();
    let all = |wanted: &[&str]| {
        let mut found = labels.clone();
        found.retain(|(_, label)| wanted.iter().any(|words| label.contains(words)));
        found
    };
    let causes = match kind {
        _ if kind.is_move() => moves(complaint),
        ReasonKind::LentShared | ReasonKind::LentExclusively => all(&[
            "borrow occurs here",
            "is borrowed here",
            "construction occurs here",
            "borrow of",
        ]),
        ReasonKind::NotInitialized => all(&["declared here"]),
        ReasonKind::Ended => {
            let mut ends = all(&["dropped here while", "is freed at"]);
            let mut actions = labels.clone();
            actions.retain(|(bytes, _)| complaint.primary == Spot::Program((*bytes).clone()));
            ends.extend(actions);
            ends.truncate(1);
            ends
        }
        _ => Vec::new(),
    };
    let later = all(&[
        "later used",
        "later use",
        "used here, in later",
        "later call",
        "might be used here",
        "borrow later",
        "in later iteration of loop",
    ]);
    let cause = causes.first().copied();
    let later = later.first().copied();
    let place = match (kind, cause, causes.len()) {
        // What ended a reference names the place that was acted upon: cannot … `s` ….
        (ReasonKind::Ended, ..) => message.split('`').nth(1),
        (_, Some((bytes, label)), 1) if !label.contains("due to") => {
            let returned = all(&["returning this value"]).first().copied();
            let user = later.or(returned);
            let user = user.map(|(bytes, label)| self::user(program, bytes, label));
            program.holder(bytes, user)
        }
        _ => None,
    };
    let perhaps = match kind {
        // rustc counts what the other probes do, and other branches.
        ReasonKind::NotInitialized => cause.is_some_and(|(bytes, _)| {
            let name = message.split('`').nth(1).map_or("", root_of);
            program.may_have_value(name, bytes.start, asked.at)
        }),
        _ => {
            causes.len() > 1
                || cause.is_some_and(|(bytes, _)| program.is_conditional(bytes, asked.at))
        }
    };
    let line_of = |(bytes, _): (&Range<usize>, &String)| program.line_of(bytes.start);
    let line = cause.map(line_of);
    let mut or_on: Vec<usize> = causes.iter().skip(1).copied().map(line_of).collect();
    or_on.retain(|other| Some(*other) != line && kind.is_move());
    or_on.dedup();
    Reason {
        kind,
        place: place.map(str::to_owned),
        line,
        or_on,
        later_use: later.map(line_of),
        because: kind
            .is_loan()
            .then(|| because(program, &labels, asked.at))
            .flatten(),
        perhaps,
        label: match cause {
            Some((_, label)) => label.clone(),
            None => own_words(complaint, asked).to_owned(),
        },
    }
}

/// Whether a label stands where something is moved. What it quotes is a name, be it `removed`.
pub(crate) fn says_moved(label: &str) -> bool {
    let mut words = label.split('`').step_by(2);
    words.any(|words| words.contains("moved"))
}

/// Where the program itself has moved what a complaint is about, in the order of the text.
pub(crate) fn moves(complaint: &Complaint) -> Vec<(&Range<usize>, &String)> {
    let is_move = |label: &str| says_moved(label) && !label.contains("due to use in");
    let labels = complaint.labels.iter();
    let moves = labels.filter_map(|(place, label)| match place {
        Spot::Program(bytes) if is_move(label) => Some((bytes, label)),
        _ => None,
    });
    let mut moves: Vec<_> = moves.collect();
    moves.sort_by_key(|(bytes, _)| bytes.start);
    moves
}

fn kind(complaint: &Complaint, permission: Permission) -> ReasonKind {
    let message = complaint.message.as_str();
    match complaint.code.as_str() {
        "E0596" if message.contains("not declared as mutable") => ReasonKind::NotDeclaredMut,
        "E0596" => ReasonKind::BehindSharedReference,
        "E0525" => ReasonKind::Captured,
        _ if matches!(complaint.primary, Spot::Program(_)) => ReasonKind::Ended,
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
    }
}

/// What rustc says of this probe. One message may be about several places, and then it names
/// another; the label at the probe does not.
fn own_words<'c>(complaint: &'c Complaint, asked: &Asked) -> &'c str {
    let label = complaint.labels.iter().find(|(place, _)| {
        complaint.code == "E0596" && *place == Spot::Question(asked.question, Part::Probe)
    });
    match label {
        Some((_, label)) if !complaint.message.contains("pattern guard") => label,
        _ => &complaint.message,
    }
}

/// The variable that uses a loan later: it is written or returned there, or runs its destructor.
fn user<'a>(program: &'a Program, bytes: &Range<usize>, label: &'a str) -> &'a str {
    match label.split_once("when `") {
        Some((_, rest)) => root_of(rest),
        None => root_of(&program.source[bytes.clone()]),
    }
}
