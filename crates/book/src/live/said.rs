//! What is told of a program while it is looked at or run: one line of JSON for each bit.

use crate::live::desk::Asked;
use futures_util::stream::{self, Stream};
use runner::Stop;
use serde::Serialize;
use std::convert::Infallible;
use tokio::sync::mpsc;

/// A bit of an answer. What is `html` has been escaped here.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// All messages of rustc.
    Messages {
        /// How many are errors.
        errors: usize,
        /// Where they are, for an editor.
        problems: Vec<Problem>,
        /// rustc's words, and where the book teaches them.
        html: String,
    },
    /// The program with what is known of it so far.
    Figure {
        /// The stage of an instrument, and what stands under it.
        html: String,
        /// The classes of the figure around it.
        classes: &'static str,
    },
    /// Why there is no figure, or no memory in it: a sentence with code between backticks.
    Missing {
        /// The sentence as HTML.
        html: String,
    },
    /// A page that needs nothing else.
    Page {
        /// The page.
        html: String,
    },
    /// Questions about the program, and their answers.
    Questions {
        /// As they stand on a page.
        html: String,
    },
    /// The program has been compiled and starts.
    Started,
    /// The program printed this.
    Output {
        /// As it came.
        text: String,
        /// Whether it went to its errors.
        errors: bool,
    },
    /// It ended, or was stopped: a sentence.
    Ended {
        /// Whether all went well.
        well: bool,
        /// How, in a sentence.
        text: String,
    },
}

/// A spot with a message, in lines and characters from 1; the end is the first character after it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    pub level: String,
    pub message: String,
    pub line: usize,
    pub column: usize,
    pub end_line: usize,
    pub end_column: usize,
}

/// Who tells the bits to the page that asked.
#[derive(Clone)]
pub struct Teller {
    sender: mpsc::Sender<Said>,
    /// What stops the work when nobody listens.
    pub stop: Stop,
}

impl Teller {
    /// A teller, and the lines that the page reads. When nobody reads them any longer, the question
    /// is dropped.
    pub fn new(asked: Asked) -> (Teller, impl Stream<Item = Result<Vec<u8>, Infallible>>) {
        let (sender, told) = mpsc::channel(16);
        let stop = asked.stop.clone();
        let lines = stream::unfold((told, asked), |(mut told, asked)| async {
            let said = told.recv().await?;
            let mut line = serde_json::to_vec(&said).expect("plain data is JSON");
            line.push(b'\n');
            Some((Ok(line), (told, asked)))
        });
        (Teller { sender, stop }, lines)
    }

    /// Tells a bit, from a thread that may wait. Nobody may listen any longer.
    pub fn tell(&self, said: Said) {
        if self.stop.is_stopped() {
            return;
        }
        _ = self.sender.blocking_send(said);
    }
}
