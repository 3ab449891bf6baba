//! Asks the reader about a program: what it does, what its places may do, what its memory holds.

use crate::live::desk::{Desk, WORKERS};
use crate::live::look::missing;
use crate::live::said::{Said, Teller};
use crate::questions::{draw, program};
use crate::words::questions as words;
use lens::{Options, Patience};
use tokio::task::block_in_place;

/// Makes questions of a program; the figure that shows why has this `name` on the page.
pub async fn make(desk: &Desk, program: String, name: String, teller: Teller) {
    let options = Options {
        stop: teller.stop.clone(),
        ..Options::default()
    };
    let patience = Patience {
        stop: teller.stop.clone(),
        ..Patience::default()
    };
    let _workers = desk.workers(WORKERS).await;
    block_in_place(|| {
        let timeline = match lens::timeline(&program, &options) {
            Ok(timeline) => timeline,
            Err(error) => return teller.tell(missing(&error.to_string())),
        };
        // What cannot be traced is asked about its lanes alone.
        let trace = timeline
            .refusals
            .is_empty()
            .then(|| lens::trace_within(&program, Some(&timeline), patience));
        let trace = trace.and_then(Result::ok);
        let asked = program::asked(&name, &program, timeline, trace);
        if asked.is_empty() {
            return teller.tell(missing(words::NOTHING_TO_ASK));
        }
        let questions: String = asked
            .iter()
            .map(|asked| draw::question(asked, true))
            .collect();
        teller.tell(Said::Questions {
            html: questions + &draw::answers(&asked),
        });
    });
}
