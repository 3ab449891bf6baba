//! `outcome`: does it compile, and what does it print? The goldens know.

use crate::figures::inline;
use crate::questions::key::{Complaint, Facts, Key};
use crate::questions::{Choice, Opt, draw};
use crate::words::questions as words;
use listings::{Kind, Listing};

/// What is to be chosen, and the sentence that answers it.
pub fn key(facts: &Facts<'_>, listing: &Listing, wrong: &[String]) -> Result<Key, Complaint> {
    let refused = listing.kind == Kind::Rejected;
    let panics = facts.panicking.contains(&*listing.slug);
    let printed = facts.golden(listing, "stdout").trim_end();
    let runs = !refused && !panics;
    let mut outputs: Vec<(&str, bool)> = wrong
        .iter()
        .map(|wrong| (wrong.trim_end(), false))
        .collect();
    outputs.extend(runs.then_some((printed, true)));
    outputs.sort_unstable();
    if let Some(twice) = outputs.windows(2).find(|two| two[0].0 == two[1].0) {
        let what = match runs && twice[0].0 == printed {
            true => format!(
                "the wrong output {:?} is what \"{}\" prints",
                printed, listing.slug
            ),
            false => format!("the output {:?} is offered twice", twice[0].0),
        };
        return Err((what, "take it out of `wrong`".to_owned()));
    }
    let option = |text: String, right: bool, because: &str| Opt {
        text,
        right,
        because: Some(inline::html(because)),
    };
    let mut options = vec![option(
        inline::html(words::REFUSED),
        refused,
        words::NOT_REFUSED,
    )];
    if outputs.is_empty() {
        options.push(option(inline::html(words::RUNS), false, not(refused)));
    }
    for (output, right) in outputs {
        options.push(option(draw::prints(output), right, not(refused)));
    }
    options.push(option(
        inline::html(words::PANICS),
        panics,
        match refused {
            true => words::NOT_COMPILED,
            false => words::NOT_PANICKED,
        },
    ));
    let because = match (refused, panics) {
        (true, _) => words::refused(facts.golden(listing, "stderr")),
        (_, true) => words::panicked(facts.golden(listing, "panic")),
        _ => words::printed(printed),
    };
    Ok((vec![Choice::one(options)], inline::html(&because)))
}

/// The sentence for whoever expects an output that does not come.
fn not(refused: bool) -> &'static str {
    match refused {
        true => words::NOT_COMPILED,
        false => words::NOT_PRINTED,
    }
}
