//! The first round: the program as it is, what is reached in it, the types, and from these the
//! columns.

use super::{Job, Judge, is_borrow_error, without_const};
use crate::LensError;
use crate::permissions::copies::{Copy, Question, Spot};
use crate::permissions::types::{Reached, reached};
use crate::program::{Conditional, Site};
use crate::timeline::Skipped;

impl<'p> Judge<'p> {
    /// The program as it is, which points are reached, the types, and each variable by itself.
    pub(super) fn first_round(&mut self) -> Result<(), LensError> {
        let program = self.program;
        let bodies = self.bodies_apart();
        let points = bodies.iter().map(|bodies| {
            let points = bodies.iter().flat_map(|body| {
                let points = 0..program.functions[*body].points.len();
                points.map(move |point| (*body, point))
            });
            points.collect::<Vec<(usize, usize)>>()
        });
        let points: Vec<_> = points.collect();
        let columns = bodies.iter().map(|bodies| {
            let columns = 0..self.columns.len();
            columns
                .filter(|column| bodies.contains(&self.columns[*column].body))
                .collect::<Vec<usize>>()
        });
        let columns: Vec<_> = columns.collect();
        let mut copies = vec![Copy::default()];
        for ((bodies, points), columns) in bodies.iter().zip(&points).zip(&columns) {
            let without: Vec<_> = without_const(&program.functions[bodies[0]])
                .into_iter()
                .collect();
            let reached = points.iter().map(|(body, point)| {
                let site = &program.functions[*body].points[*point];
                (site, Question::Reached)
            });
            let types = columns.iter().map(|column| {
                let column = &self.columns[*column];
                let first = column.states.iter().position(Option::is_some).unwrap_or(0);
                let site = &program.functions[column.body].points[first];
                (site, Question::Type(column.expression.clone()))
            });
            copies.push(Copy {
                questions: reached.collect(),
                without: without.clone(),
                ..Copy::default()
            });
            copies.push(Copy {
                questions: types.collect(),
                without,
                ..Copy::default()
            });
        }
        let jobs: Vec<Job> = self.jobs_by_variable((0..self.columns.len()).collect());
        let groups = self.pack(jobs);
        copies.extend(groups.iter().map(|group| self.copy(group)));
        let mut answers = self.ask(&copies)?.into_iter();
        let mut next = || answers.next().unwrap_or_default();

        let baseline = next();
        if let Some(error) = baseline.errors.iter().find(|error| !is_borrow_error(error)) {
            return Err(LensError::Stopped(error.message.clone()));
        }
        for error in &baseline.errors {
            self.learn_of_parts(error);
        }
        self.baseline = baseline.errors;
        for (points, columns) in points.iter().zip(&columns) {
            for error in next().errors {
                if let Spot::Question(number, _) = error.primary {
                    let (body, point) = points[number];
                    self.reached[body][point] = true;
                }
            }
            for error in next().errors {
                if let Spot::Question(number, _) = error.primary {
                    match error.message.strip_prefix("the trait bound `") {
                        Some(rest) => {
                            let ty = rest.split(": __Named").next();
                            self.columns[columns[number]].ty = ty.map(str::to_owned);
                        }
                        None => self.forget_column(columns[number], &error.message),
                    }
                }
            }
        }
        self.leave_out_what_is_never_reached();
        for group in groups {
            self.judge(&group, &next());
        }
        Ok(())
    }

    /// The bodies that one copy may ask about: all but those of each `const fn`, which a copy of
    /// its own asks about. An error in a `const fn` stops rustc in what uses its value.
    pub(super) fn bodies_apart(&self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for (number, body) in self.program.functions.iter().enumerate() {
            let like = |group: &&mut Vec<usize>| {
                self.program.functions[group[0]].constant == body.constant
            };
            match groups.iter_mut().find(like) {
                Some(group) => group.push(number),
                None => groups.push(vec![number]),
            }
        }
        groups
    }

    pub(super) fn leave_out_what_is_never_reached(&mut self) {
        self.leave_out_unreached(0);
        let left_out = self.left_out();
        for (body, reached) in self.program.functions.iter().zip(&self.reached) {
            for (site, reached) in body.points.iter().zip(reached) {
                let mut statements = self.program.statements.iter();
                let statement = statements.any(|statement| statement.bytes.start == site.at);
                let mut conditional = left_out.iter();
                let is_compiled = conditional.all(|part| !part.bytes.contains(&site.at));
                if !reached && statement && is_compiled {
                    self.skipped.push(Skipped {
                        line: site.line,
                        what: "a statement that is never reached".into(),
                    });
                }
            }
        }
        let left_out = left_out.into_iter().map(Conditional::left_out);
        self.skipped.extend(left_out);
    }

    /// The parts of the program that are not compiled, by a `#[cfg(…)]` or as tests: what is inside
    /// is not reached although what stands before is.
    fn left_out(&self) -> Vec<&'p Conditional> {
        let sites = || {
            let bodies = self.program.functions.iter().zip(&self.reached);
            bodies.flat_map(|(body, reached)| body.points.iter().zip(reached))
        };
        let is_left_out = |part: &&Conditional| {
            let inside = |site: &Site| part.bytes.start < site.at && part.bytes.contains(&site.at);
            let mut inner = sites().filter(|(site, _)| inside(site)).peekable();
            inner.peek().is_some()
                && inner.all(|(_, reached)| !reached)
                && sites().all(|(site, reached)| site.at != part.bytes.start || *reached)
        };
        let parts = self.program.conditional.iter().filter(is_left_out);
        let parts: Vec<&Conditional> = parts.collect();
        let outermost = |part: &&&Conditional| {
            let around = |other: &&&Conditional| {
                other.bytes.contains(&part.bytes.start) && other.bytes.len() > part.bytes.len()
            };
            !parts.iter().any(|other| around(&other))
        };
        parts.iter().filter(outermost).copied().collect()
    }

    /// Leaves out of the columns from that one on what is asked at points never reached.
    pub(super) fn leave_out_unreached(&mut self, first: usize) {
        for column in &mut self.columns[first..] {
            for (state, reached) in column.states.iter_mut().zip(&self.reached[column.body]) {
                if !reached {
                    *state = None;
                }
            }
        }
    }

    pub(super) fn forget_column(&mut self, number: usize, message: &str) {
        let column = &mut self.columns[number];
        column.states.fill(None);
        let variables = &self.program.functions[column.body].variables;
        let declared = column.variable.map(|variable| variables[variable].at);
        let mut conditional = self.program.conditional.iter().rev();
        if let Some(part) =
            conditional.find(|part| declared.is_some_and(|at| part.bytes.contains(&at)))
            && message.starts_with("cannot find value")
        {
            return self.skipped.push(part.left_out());
        }
        let line = self.program.functions[column.body]
            .points
            .first()
            .map_or(1, |site| site.line);
        let what = format!("the place `{}` ({message})", column.expression);
        self.skipped.push(Skipped { line, what });
    }

    /// Columns for what a variable's type lets a program reach through it.
    pub(super) fn derive_columns(&mut self) -> Vec<Job> {
        let variables: Vec<(usize, Option<usize>, String, String)> = self
            .columns
            .iter()
            .filter_map(|column| {
                let name = &self.program.functions[column.body].variables[column.variable?].name;
                let plain = *name == column.expression && column.states.iter().any(Option::is_some);
                plain.then(|| {
                    (
                        column.body,
                        column.variable,
                        name.clone(),
                        column.ty.clone().unwrap_or_default(),
                    )
                })
            })
            .collect();
        let first_new = self.columns.len();
        for (body, variable, name, ty) in variables {
            for expression in self.derived(body, &name, &ty) {
                self.add_column(body, variable, expression);
            }
        }
        self.pin_from(first_new);
        self.leave_out_unreached(first_new);
        self.jobs_by_variable((first_new..self.columns.len()).collect())
    }

    pub(super) fn derived(&mut self, body: usize, name: &str, ty: &str) -> Vec<String> {
        let struct_name = match reached(ty) {
            Reached::Referent => return vec![format!("*{name}")],
            Reached::Parts(count) => {
                return (0..count).map(|index| format!("{name}.{index}")).collect();
            }
            Reached::Fields(struct_name) => struct_name,
            Reached::Nothing => return Vec::new(),
        };
        let structs = &self.program.structs;
        let Some(found) = structs.iter().find(|found| found.name == struct_name) else {
            return Vec::new();
        };
        let body = &self.program.functions[body];
        let inside = found.module.is_empty()
            || body.module == found.module
            || body.module.starts_with(&format!("{}::", found.module));
        let (open, private): (Vec<_>, Vec<_>) = found
            .fields
            .iter()
            .map(|field| (format!("{name}.{}", field.name), inside || !field.private))
            .partition(|(_, open)| *open);
        let line = body.points.first().map_or(1, |site| site.line);
        self.skipped
            .extend(private.into_iter().map(|(place, _)| Skipped {
                line,
                what: format!("the private field `{place}`"),
            }));
        open.into_iter().map(|(place, _)| place).collect()
    }
}
