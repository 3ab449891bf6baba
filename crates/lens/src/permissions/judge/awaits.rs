//! What an async function or block holds while it awaits.
//!
//! At the `.await`, after what is awaited has been evaluated, every variable is lent for ever:
//!
//! ```text
//! (save(&list), { crate::__forever(&mut guard); }).0.await
//! ```
//!
//! An error at the loan itself says that there is no value, or that it is lent and so has to stay;
//! one further on says that it is used later. A value that is neither has to stay if it has a
//! destructor.

use super::{Judge, MOVED, NO_VALUE, is_borrow_error};
use crate::LensError;
use crate::permissions::copies::{Answer, Copy, Part, Question, Spot};
use crate::program::Site;
use crate::timeline::{Await, Permission, Skipped};

/// An `.await` of a body, and what it may hold: variables, and what the body has captured.
struct Waiting<'p> {
    body: usize,
    site: &'p Site,
    places: Vec<Place>,
}

enum Place {
    Variable(String),
    /// It is a part of the async block as long as it has not been moved out.
    Captured(String),
}

impl<'p> Judge<'p> {
    /// Finds what is held across each `.await`.
    pub(super) fn find_held(&mut self) -> Result<(), LensError> {
        let waiting = self.waiting();
        if waiting.is_empty() {
            return Ok(());
        }
        // One by one: to lend a place again is to use it.
        let copies: Vec<Copy<'p>> = waiting
            .iter()
            .flat_map(|waiting| [waiting.lent(), waiting.dropped()])
            .collect();
        let answers = self.ask(&copies)?;
        for (waiting, answers) in waiting.iter().zip(answers.chunks(2)) {
            if !has_error(&answers[0], waiting.places.len(), NO_VALUE) {
                let mut errors = answers[0].errors.iter();
                let error = errors.find(|error| !is_borrow_error(error));
                self.skipped.extend(error.map(|error| Skipped {
                    line: waiting.site.line,
                    what: format!("what is held across the await ({})", error.message),
                }));
                continue;
            }
            let places = waiting.places.iter().enumerate();
            let held = places.filter(|(number, place)| match place {
                Place::Variable(_) => {
                    stays(*number, &answers[0]) || has_error(&answers[1], *number, "E0493")
                }
                Place::Captured(_) => true,
            });
            let held = held.filter(|(number, _)| {
                let empty = |code: &&str| has_error(&answers[0], *number, code);
                ![NO_VALUE, MOVED].iter().any(empty)
            });
            self.awaits[waiting.body].push(Await {
                line: waiting.site.line,
                held: held.map(|(_, place)| place.name().to_owned()).collect(),
            });
        }
        Ok(())
    }

    fn waiting(&self) -> Vec<Waiting<'p>> {
        let mut waiting = Vec::new();
        let columns = || self.columns.iter();
        for (number, body) in self.program.functions.iter().enumerate() {
            if !columns().any(|column| column.body == number) {
                continue;
            }
            for site in &body.awaits {
                let captured = self.captures[number].iter();
                let captured = captured.map(|capture| Place::Captured(capture.path.clone()));
                let own = body.captured()..body.variables.len();
                let visible = own.filter(|variable| self.visible(number, site, *variable));
                let own = visible.map(|own| Place::Variable(body.variables[own].name.clone()));
                waiting.push(Waiting {
                    body: number,
                    site,
                    places: captured.chain(own).collect(),
                });
            }
        }
        waiting
    }
}

impl<'p> Waiting<'p> {
    /// Lends each variable for ever, and asks at last whether the await is reached.
    fn lent(&self) -> Copy<'p> {
        let lent = self.places.iter().map(|place| match place {
            Place::Variable(name) => Question::Forever(name.clone()),
            Place::Captured(path) => Question::May(Permission::Read, path.clone()),
        });
        self.copy(lent.chain([Question::Reached]))
    }

    /// Asks which of them have a destructor.
    fn dropped(&self) -> Copy<'p> {
        let places = self.places.iter();
        self.copy(places.map(|place| Question::Drops(place.name().to_owned())))
    }

    fn copy(&self, questions: impl Iterator<Item = Question>) -> Copy<'p> {
        Copy {
            questions: questions.map(|question| (self.site, question)).collect(),
            ..Copy::default()
        }
    }
}

impl Place {
    fn name(&self) -> &str {
        match self {
            Place::Variable(name) | Place::Captured(name) => name,
        }
    }
}

/// Whether a value that is lent for ever is lent already, or used later. To be assigned is no use,
/// nor is to go out of scope.
fn stays(number: usize, answer: &Answer) -> bool {
    let loan = Spot::Question(number, Part::Probe);
    let conflicts = answer.errors.iter().filter(|error| {
        let codes = [
            "E0499", "E0500", "E0501", "E0502", "E0503", "E0505", "E0524",
        ];
        codes.contains(&error.code.as_str())
    });
    let in_program = |spot: &Spot| matches!(spot, Spot::Program(_));
    conflicts.into_iter().any(|error| {
        let mut labels = error.labels.iter().map(|(spot, _)| spot);
        match &error.primary {
            Spot::Program(_) => labels.any(|spot| *spot == loan),
            primary => *primary == loan && labels.any(in_program),
        }
    })
}

fn has_error(answer: &Answer, number: usize, code: &str) -> bool {
    let spot = Spot::Question(number, Part::Probe);
    let mut errors = answer.errors.iter();
    errors.any(|error| error.primary == spot && error.code == code)
}
