//! What a closure captures, and what it may so do with it.
//!
//! A probe in a closure may change how the closure captures what the probe names. So rustc is asked
//! first, in the body that creates the closure: everything the closure names is lent for ever, and
//! the errors at its creation say what it wants of it.
//!
//! ```text
//! let hit = { crate::__forever(&mut counter); || counter.hits += 1 };
//! E0499: cannot borrow `counter.hits` as mutable more than once at a time
//! ```

use super::{Column, Finding, Judge, is_borrow_error, without_const};
use crate::LensError;
use crate::permissions::copies::{Answer, Complaint, Copy, Part, Question, Spot};
use crate::program::{Body, Closure, root_of};
use crate::timeline::{Capture, CapturedBy, Permission, Reason, ReasonKind, Skipped};

/// How a closure has captured a place: what it may not do with it, whatever a probe would change.
#[derive(Clone)]
pub(super) struct Pinned {
    /// Why it may not write it.
    write: Option<Reason>,
    /// Why it may not move its value out, unless that copies it.
    own: Option<Reason>,
}

impl Pinned {
    /// Whether its value cannot be moved out.
    pub(super) fn stays(&self) -> bool {
        self.own.is_some()
    }
}

/// What a closure that is kept in a variable can be called as; the others are what the function
/// that they are given to asks for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    Fn,
    FnMut,
    FnOnce,
}

impl<'p> Judge<'p> {
    /// Finds what each closure and async block captures, and adds its columns.
    pub(super) fn find_captures(&mut self) -> Result<(), LensError> {
        let program = self.program;
        let closures = program.functions.iter().enumerate();
        let closures = closures.filter_map(|(body, function)| {
            let closure = function.closure.as_ref()?;
            (closure.captured > 0).then_some((body, closure))
        });
        let closures: Vec<(usize, &Closure)> = closures.collect();
        if closures.is_empty() {
            return Ok(());
        }
        let groups = self.closures_apart(&closures);
        let copies: Vec<Copy<'p>> = groups
            .iter()
            .flat_map(|group| [self.creation(group, false), self.creation(group, true)])
            .collect();
        let answers = self.ask(&copies)?;
        for (group, answers) in groups.iter().zip(answers.chunks(2)) {
            for (body, closure) in group {
                self.skip_unless_told(*body, closure, &answers[0]);
                let captures = self.captures_in(*body, closure, &answers[0]);
                let used = self.captures_in(*body, closure, &answers[1]);
                let form = self.form(closure, &used);
                self.add_captures(*body, captures, form);
            }
        }
        Ok(())
    }

    /// Groups closures so that none of a group is in another, and that a `const fn` has its own.
    fn closures_apart(&self, closures: &[(usize, &'p Closure)]) -> Vec<Vec<(usize, &'p Closure)>> {
        let mut groups: Vec<Vec<(usize, &Closure)>> = Vec::new();
        for (body, closure) in closures {
            let constant = |body: usize| &self.program.functions[body].constant;
            let beside = |(other, around): &(usize, &Closure)| {
                !around.bytes.contains(&closure.bytes.start)
                    && !closure.bytes.contains(&around.bytes.start)
                    && constant(*other) == constant(*body)
            };
            match groups.iter_mut().find(|group| group.iter().all(beside)) {
                Some(group) => group.push((*body, closure)),
                None => groups.push(vec![(*body, closure)]),
            }
        }
        groups
    }

    /// Lends what closures name before they are created. Without `move` a closure captures as its
    /// body uses.
    fn creation(&self, closures: &[(usize, &'p Closure)], without_move: bool) -> Copy<'p> {
        let mut copy = Copy::default();
        for (body, closure) in closures {
            let body = &self.program.functions[*body];
            let names = body.variables[..closure.captured].iter();
            let lent = names.map(|variable| Question::Forever(variable.name.clone()));
            copy.questions
                .extend(lent.map(|lent| (&closure.site, lent)));
            copy.without.extend(without_const(body));
            let moves = closure.moves.clone().filter(|_| without_move);
            copy.without
                .extend(moves.map(|moves| (moves, String::new())));
        }
        copy
    }

    /// Says so where rustc could not look at what a closure captures.
    fn skip_unless_told(&mut self, body: usize, closure: &Closure, answer: &Answer) {
        let owner = &self.program.functions[body].owner;
        let error = answer.errors.iter().find(|error| {
            let here = match &error.primary {
                Spot::Program(bytes) => owner.contains(&bytes.start),
                Spot::Question(..) => true,
            };
            here && !is_borrow_error(error)
        });
        self.skipped.extend(error.map(|error| Skipped {
            line: closure.site.line,
            what: format!("what the closure captures ({})", error.message),
        }));
    }

    /// What rustc says that a closure wants of what is lent.
    fn captures_in(&self, body: usize, closure: &Closure, answer: &Answer) -> Vec<Capture> {
        let body = &self.program.functions[body];
        let mut captures: Vec<Capture> = Vec::new();
        for error in &answer.errors {
            let capture = self.capture(body, closure, error);
            captures.extend(capture.filter(|new| !captures.iter().any(|old| old.path == new.path)));
        }
        captures.sort_by_key(|capture| variable_of(body, &capture.path));
        captures
    }

    fn capture(&self, body: &Body, closure: &Closure, error: &Complaint) -> Option<Capture> {
        let how = match error.code.as_str() {
            "E0502" if error.message.contains("as mutable because") => CapturedBy::Exclusive,
            "E0502" => CapturedBy::Shared,
            "E0499" | "E0500" | "E0501" | "E0524" => CapturedBy::Exclusive,
            "E0503" | "E0505" => CapturedBy::Move,
            _ => return None,
        };
        let Spot::Program(at) = &error.primary else {
            return None;
        };
        let mut labels = error.labels.iter();
        let lent = labels.any(|(spot, _)| matches!(spot, Spot::Question(..)));
        let path = error.message.split('`').nth(1)?;
        variable_of(body, path)?;
        let mut labels = error.labels.iter();
        let used = labels.find_map(|(spot, label)| match spot {
            Spot::Program(bytes) if label.contains("due to use") => Some(bytes),
            _ => None,
        });
        let line = self.program.line_of(used.unwrap_or(at).start);
        // Another loan may stand in the way before that for ever, but only where it is created.
        let created = at.start == closure.bytes.start;
        (created || lent && closure.bytes.contains(&at.start)).then(|| Capture {
            path: path.to_owned(),
            how,
            line,
        })
    }

    /// What a closure can be called as, by what its body does with what it captures.
    fn form(&self, closure: &Closure, used: &[Capture]) -> Form {
        let mut statements = self.program.statements.iter();
        let kept = statements.any(|statement| {
            let binding = statement.binding.as_ref();
            binding.is_some_and(|binding| binding.value == closure.bytes)
        });
        if closure.is_block || !kept {
            return Form::FnOnce;
        }
        let forms = used.iter().map(|capture| match capture.how {
            CapturedBy::Shared => Form::Fn,
            CapturedBy::Exclusive => Form::FnMut,
            CapturedBy::Move => Form::FnOnce,
        });
        forms.max().unwrap_or(Form::Fn)
    }

    fn add_captures(&mut self, body: usize, captures: Vec<Capture>, form: Form) {
        for capture in &captures {
            let variable = variable_of(&self.program.functions[body], &capture.path);
            let first_new = self.columns.len();
            self.add_column(body, variable, capture.path.clone());
            for column in &mut self.columns[first_new..] {
                column.pin(pinned(capture, form));
            }
        }
        self.captures[body] = captures;
    }

    /// Pins new columns as those are through which they are reached.
    pub(super) fn pin_from(&mut self, first_new: usize) {
        for new in first_new..self.columns.len() {
            let (known, new) = self.columns.split_at_mut(new);
            let pinned = known.iter().find_map(|column| {
                let same = (column.body, column.variable) == (new[0].body, new[0].variable);
                column.pinned.clone().filter(|_| same)
            });
            if let Some(pinned) = pinned {
                new[0].pin(pinned);
            }
        }
    }

    /// What is copied needs only to be read, so that it may be copied out of a closure all the same.
    pub(super) fn copies_of_pinned(&mut self) -> Result<(), LensError> {
        let program = self.program;
        let mut asked: Vec<Vec<usize>> = Vec::new();
        let mut copies = Vec::new();
        for bodies in self.bodies_apart() {
            let columns = 0..self.columns.len();
            let columns: Vec<usize> = columns
                .filter(|number| {
                    let column = &self.columns[*number];
                    let kept = column.pinned.as_ref().is_some_and(Pinned::stays);
                    kept && bodies.contains(&column.body) && column.is_shown()
                })
                .collect();
            if columns.is_empty() {
                continue;
            }
            let questions = columns.iter().map(|number| {
                let column = &self.columns[*number];
                let first = column.states.iter().position(Option::is_some).unwrap_or(0);
                let site = &program.functions[column.body].points[first];
                (site, Question::Copies(column.expression.clone()))
            });
            copies.push(Copy {
                questions: questions.collect(),
                without: without_const(&program.functions[bodies[0]])
                    .into_iter()
                    .collect(),
                ..Copy::default()
            });
            asked.push(columns);
        }
        if copies.is_empty() {
            return Ok(());
        }
        for (columns, answer) in asked.iter().zip(self.ask(&copies)?) {
            for (number, column) in columns.iter().enumerate() {
                let spot = Spot::Question(number, Part::Probe);
                let copy = !answer.errors.iter().any(|error| error.primary == spot);
                let column = &mut self.columns[*column];
                column.copy = Some(copy);
                for states in column.states.iter_mut().flatten().filter(|_| copy) {
                    states[Permission::Own as usize] = states[Permission::Read as usize].clone();
                }
            }
        }
        Ok(())
    }
}

impl Column {
    /// Denies what its closure may not do with it.
    fn pin(&mut self, pinned: Pinned) {
        for states in self.states.iter_mut().flatten() {
            let denied = [
                (Permission::Write, &pinned.write),
                (Permission::Own, &pinned.own),
            ];
            for (permission, reason) in denied {
                if let Some(reason) = reason {
                    states[permission as usize] = Finding::Denied(reason.clone());
                }
            }
        }
        self.pinned = Some(pinned);
    }
}

/// The number of the captured variable that a path begins with.
fn variable_of(body: &Body, path: &str) -> Option<usize> {
    let mut captured = body.variables[..body.captured()].iter();
    captured.position(|variable| variable.name == root_of(path))
}

fn pinned(capture: &Capture, form: Form) -> Pinned {
    let captured = |label: String| Some(Reason::new(ReasonKind::Captured, label));
    let by = captured(format!("by {}", capture.how));
    let in_form = |form: &str| captured(format!("by a closure that is `{form}`: it may run again"));
    match (capture.how, form) {
        (CapturedBy::Shared, _) => Pinned {
            write: by.clone(),
            own: by,
        },
        (CapturedBy::Exclusive, _) => Pinned {
            write: None,
            own: by,
        },
        (CapturedBy::Move, Form::Fn) => Pinned {
            write: captured("by a closure that is `Fn`: it changes nothing that it owns".into()),
            own: in_form("Fn"),
        },
        (CapturedBy::Move, Form::FnMut) => Pinned {
            write: None,
            own: in_form("FnMut"),
        },
        (CapturedBy::Move, Form::FnOnce) => Pinned {
            write: None,
            own: None,
        },
    }
}
