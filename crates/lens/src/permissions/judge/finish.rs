//! Makes the reasons of a column agree with one another, and draws up the timeline.

use super::needs::{Needs, with_columns};
use super::{Column, Finding, Judge, denied};
use crate::timeline::{
    self, Change, Function, Permission, Point, Reason, ReasonKind, Refusal, Skipped, Timeline,
};

/// What is otherwise at the second point than at the first.
fn changes(columns: &[&Column], before: usize, after: usize) -> Vec<Change> {
    let changes = columns.iter().enumerate().filter_map(|(number, column)| {
        let after = column.cell(after)?;
        let before = column.cell(before);
        let may = |permission: &Permission| {
            let before = before.as_ref();
            before.is_some_and(|cell| cell.may(*permission))
        };
        let gained = Permission::ALL.into_iter();
        let gained = gained.filter(|permission| after.may(*permission) && !may(permission));
        let lost = Permission::ALL.into_iter();
        let lost = lost.filter(|permission| !after.may(*permission) && may(permission));
        let change = Change {
            column: number,
            gained: gained.collect(),
            lost: lost.collect(),
        };
        (!change.gained.is_empty() || !change.lost.is_empty()).then_some(change)
    });
    changes.collect()
}

impl Judge<'_> {
    /// A loan has one borrower, whichever use comes next: what is named where the borrower is used
    /// is named where another uses the loan through it. And it lasts for one reason: rustc does not
    /// say it where a move is refused that the probe makes good.
    pub(super) fn name_borrowers(&mut self) {
        for column in &mut self.columns {
            for [_, write, own] in column.states.iter_mut().flatten() {
                if let (Finding::Denied(write), Finding::Denied(own)) = (write, own)
                    && (write.kind, write.line) == (own.kind, own.line)
                    && own.later_use.is_none()
                {
                    own.later_use = write.later_use;
                    own.because.clone_from(&write.because);
                }
            }
            let states = column.states.iter_mut().flatten().flatten();
            let mut loans: Vec<&mut Reason> = states
                .filter_map(|state| match state {
                    Finding::Denied(reason) if reason.kind.is_loan() => Some(reason),
                    _ => None,
                })
                .collect();
            let named: Vec<Reason> = loans.iter().map(|loan| (**loan).clone()).collect();
            for loan in &mut loans {
                let mut borrowers = named
                    .iter()
                    .filter(|other| (other.kind, other.line) == (loan.kind, loan.line))
                    .filter_map(|other| other.place.as_ref());
                let borrower = borrowers.next();
                if loan.place.is_none() && borrowers.all(|other| Some(other) == borrower) {
                    loan.place = borrower.cloned();
                }
            }
        }
    }

    /// A move has one line and one reason: what was gone before a line has not moved on it. rustc
    /// takes a call through the new owner for the move.
    pub(super) fn date_moves(&mut self) {
        for column in &mut self.columns {
            let sites = &self.program.functions[column.body].points;
            for point in 0..sites.len() {
                let Some(reason) = column.moved(point).cloned() else {
                    continue;
                };
                let before = sites
                    .iter()
                    .rposition(|site| Some(site.line) == reason.line);
                let Some(first) = before.and_then(|before| column.moved(before)) else {
                    continue;
                };
                if first.line != reason.line && first.kind == reason.kind {
                    let first = Reason {
                        perhaps: first.perhaps || reason.perhaps,
                        ..first.clone()
                    };
                    column.states[point] = Some(denied(first));
                }
            }
        }
    }

    /// rustc names one part that has moved out of a place; here are all.
    pub(super) fn name_moved_parts(&mut self) {
        for whole in 0..self.columns.len() {
            let column = &self.columns[whole];
            let parts: Vec<&Column> = self
                .columns
                .iter()
                .filter(|part| {
                    let rest = part.expression.strip_prefix(&column.expression);
                    (part.body, part.variable) == (column.body, column.variable)
                        && rest.is_some_and(|rest| rest.starts_with('.'))
                })
                .collect();
            let mut named = Vec::new();
            for point in 0..column.states.len() {
                let moved: Vec<String> = parts
                    .iter()
                    .filter_map(|part| {
                        let line = part.moved(point)?.line?;
                        Some(format!("{} on line {line}", part.expression))
                    })
                    .collect();
                if let Some(reason) = column.moved(point)
                    && reason.kind == ReasonKind::PartlyMoved
                    && moved.len() > 1
                {
                    let reason = Reason {
                        place: None,
                        line: None,
                        or_on: Vec::new(),
                        label: moved.join(", "),
                        ..reason.clone()
                    };
                    named.push((point, reason));
                }
            }
            for (point, reason) in named {
                self.columns[whole].states[point] = Some(denied(reason));
            }
        }
    }

    /// A place of which nothing could be asked, and why.
    pub(super) fn unasked(&self, column: &Column) -> Option<Skipped> {
        let states = || column.states.iter().flatten();
        let partly = |states: &&[Finding; 3]| {
            !matches!(states[0], Finding::Absent(_))
                && states
                    .iter()
                    .any(|state| matches!(state, Finding::Absent(_)))
        };
        if column.is_shown() && states().find(partly).is_none() {
            return None;
        }
        let message = states().flatten().find_map(|state| match state {
            Finding::Absent(message) => Some(message),
            _ => None,
        })?;
        let sites = self.program.functions[column.body].points.iter();
        let first = sites
            .zip(&column.states)
            .find(|(_, states)| states.is_some());
        Some(Skipped {
            line: first.map_or(1, |(site, _)| site.line),
            what: format!("the place `{}` ({message})", column.expression),
        })
    }

    pub(super) fn finish(self, needs: &Needs, refusals: Vec<Refusal>) -> Timeline {
        let program = self.program;
        let mut not_looked_into = self.skipped.clone();
        not_looked_into.extend(
            self.columns
                .iter()
                .filter_map(|column| self.unasked(column)),
        );
        let mut functions = Vec::new();
        for (index, body) in program.functions.iter().enumerate() {
            let mut columns: Vec<&Column> = self
                .columns
                .iter()
                .filter(|column| column.body == index && column.is_shown())
                .collect();
            columns.sort_by_key(|column| {
                (
                    column.variable.unwrap_or(usize::MAX),
                    column.expression.starts_with('*'),
                )
            });
            if columns.is_empty() {
                continue;
            }
            let places: Vec<timeline::Place> = columns
                .iter()
                .map(|column| timeline::Place {
                    expression: column.expression.clone(),
                    declared: column
                        .variable
                        .map(|variable| body.variables[variable].declared),
                    ty: column.ty.clone(),
                    captured: column.pinned.is_some(),
                })
                .collect();
            let points = body
                .points
                .iter()
                .enumerate()
                .filter(|(point, _)| self.reached[index][*point]);
            let points = points.map(|(point, site)| {
                let needed = needs.get(&(index, point));
                let next = site.next.filter(|next| self.reached[index][*next]);
                let cells: Vec<_> = columns.iter().map(|column| column.cell(point)).collect();
                let needs = needed.map(|needed| with_columns(needed, &places, &cells, site.line));
                Point {
                    line: site.line,
                    column: site.column,
                    cells,
                    needs: needs.unwrap_or_default(),
                    changes: next.map_or(Vec::new(), |next| changes(&columns, point, next)),
                }
            });
            let mut points: Vec<Point> = points.collect();
            // `if full { 4 } else { 3 }` has three points and one thing to say.
            points.dedup_by(|next, point| {
                let same = next.line == point.line && next.cells == point.cells;
                if same {
                    point.needs.append(&mut next.needs);
                }
                same
            });
            functions.push(Function {
                name: body.name.clone(),
                points,
                places,
                captures: self.captures[index].clone(),
                awaits: self.awaits[index].clone(),
            });
        }
        not_looked_into.sort();
        not_looked_into.dedup();
        Timeline {
            functions,
            not_looked_into,
            refusals,
        }
    }
}
