//! `unchecked`: what does the same fault do where nothing refuses it? The twin in C++ and its report
//! know.

use crate::figures::inline;
use crate::questions::key::{Complaint, Key};
use crate::questions::{Choice, Opt};
use crate::words::questions as words;
use listings::{Counterfactual, Listing, shown};

/// The faults that are offered beside the right one.
const OFFERED: [&str; 3] = [
    "heap-use-after-free",
    "attempting double-free",
    "stack-use-after-return",
];

/// What is to be chosen, and the sentence that answers it.
pub fn key(listing: &Listing) -> Result<Key, Complaint> {
    let twin = listing.others.first();
    let Some((kind, detail)) = twin.and_then(|twin| twin.counterfactual()) else {
        let cure = format!("write {}", shown(&listing.beside("cpp")));
        return Err((format!("\"{}\" has no twin", listing.slug), cure));
    };
    let report = (kind == Counterfactual::Unsafe).then_some(detail);
    let mut faults: Vec<&str> = OFFERED.to_vec();
    faults.extend(report.filter(|report| !OFFERED.contains(report)));
    let mut options = Vec::new();
    for fault in faults {
        let Some(said) = words::fault(fault) else {
            let what = format!("nothing says in plain words what {fault:?} is");
            let cure = "add it to `FAULTS` in crates/book/src/words/questions.rs";
            return Err((what, cure.to_owned()));
        };
        options.push(Opt {
            text: inline::html(said),
            right: report == Some(fault),
            because: None,
        });
    }
    options.push(Opt {
        text: inline::html(words::NOTHING_WRONG),
        right: report.is_none(),
        because: None,
    });
    let because = match report {
        Some(report) => words::reported(report),
        None => words::ran_clean(detail),
    };
    Ok((vec![Choice::one(options)], inline::html(&because)))
}
