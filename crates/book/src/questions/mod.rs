//! The questions of the pages: their answers, which a machine derives, and their HTML.
//!
//! ````text
//! ```question                                  What does it print?
//! about = "ownership-moving-a-string"     →      ( ) It does not compile
//! ask = "outcome"                                ( ) It compiles and prints hello
//! wrong = ["hello hello"]                        ( ) It compiles and prints hello hello
//! ```
//! ````
//!
//! The answer stands at the end of the page, for paper and for whoever has no JavaScript;
//! `theme/question.js` brings it to the question when it is answered.

pub mod draw;
pub mod key;
mod letters;
pub mod list;
mod memory;
mod outcome;
pub mod program;
mod refused;
pub mod repair;
mod unchecked;

/// A question whose answer is known. Its texts are HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Its name on the page, and where a browser keeps what was missed: the same after a rebuild for
    /// as long as the same is asked.
    pub id: String,
    /// The slug of its listing.
    pub about: String,
    /// The line of the listing at which its figure shows why; 0 after `main`.
    pub line: Option<usize>,
    /// The question.
    pub prompt: String,
    /// What is to be chosen; more than one if the question has parts.
    pub choices: Vec<Choice>,
    /// The sentence that answers it.
    pub because: String,
}

/// A part of a question: options to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What this part asks, where the question does not say it.
    pub legend: Option<String>,
    /// How the options stand: one below the other, or as its class says.
    pub class: &'static str,
    /// Whether any number of options may be right, none too, not one alone.
    pub several: bool,
    /// The options, in the order in which they stand.
    pub options: Vec<Opt>,
}

/// An option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opt {
    /// What it says.
    pub text: String,
    /// Whether it is right.
    pub right: bool,
    /// The sentence that answers it, where it has one of its own.
    pub because: Option<String>,
}

impl Choice {
    /// One option of several is right.
    fn one(options: Vec<Opt>) -> Choice {
        Choice {
            legend: None,
            class: "",
            several: false,
            options,
        }
    }
}
