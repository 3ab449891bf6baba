//! What each statement needs of the places it touches.
//!
//! ```text
//! let __held = crate::__Held((&mut list, &mut word, ));  list.push(word);
//! error: cannot borrow `list` as mutable more than once at a time      the line needs W of `list`
//! error: cannot move out of `word` because it is borrowed              and O of `word`
//! ```
//!
//! In one copy every variable is lent before every statement until its block ends, in another lent
//! exclusively. Whatever a statement does with one of them is then an error at that statement, and
//! the error says what it does: shared loans stand in the way of writes and moves, exclusive ones
//! of reads, too.

use super::{Job, Judge, without_const};
use crate::LensError;
use crate::permissions::copies::{Complaint, Copy, Question, Spot, ask};
use crate::program::{Body, Site};
use crate::timeline::{Cell, Need, Permission, Place, ReasonKind};
use std::collections::BTreeMap;
use std::ops::Range;

/// By body and point: what is needed of which place.
pub(super) type Needs = BTreeMap<(usize, usize), BTreeMap<String, Permission>>;

impl<'p> Judge<'p> {
    /// What each statement of the program needs.
    pub(super) fn needs(&self) -> Result<Needs, LensError> {
        let copies: Vec<Copy<'p>> = self
            .bodies_apart()
            .iter()
            .flat_map(|bodies| [self.lent(bodies, false), self.lent(bodies, true)])
            .collect();
        let answers = ask(self.program, &copies, self.deadline)?;
        let mut needs = Needs::new();
        for error in answers.iter().flat_map(|answer| &answer.errors) {
            let Spot::Program(bytes) = &error.primary else {
                continue;
            };
            let (Some((place, permission)), Some(at)) =
                (self.touched(error, bytes), self.statement_of(bytes))
            else {
                continue;
            };
            if error.code == "E0506" && self.is_shallow(at, place) {
                continue;
            }
            let needed = needs.entry(at).or_default();
            let strongest = needed.entry(place.to_owned()).or_insert(permission);
            *strongest = permission.max(*strongest);
        }
        Ok(needs)
    }

    /// Columns for places that a statement needs, where the nearest column lacks what it needs: its
    /// other parts are lent, this one is not.
    pub(super) fn columns_for(&mut self, needs: &Needs) -> Vec<Job> {
        let first_new = self.columns.len();
        for ((body, point), needed) in needs {
            for (place, permission) in needed {
                let nearest = self.nearest(*body, place);
                let lacks = nearest.is_some_and(|column| {
                    let column = &self.columns[column];
                    let cell = column.cell(*point);
                    column.expression != *place && cell.is_some_and(|cell| !cell.may(*permission))
                });
                let named = !place.contains('[') && syn::parse_str::<syn::Expr>(place).is_ok();
                if lacks && named && !self.is_refused((*body, *point)) {
                    let variable = nearest.and_then(|nearest| self.columns[nearest].variable);
                    self.add_column(*body, variable, place.clone());
                }
            }
        }
        self.leave_out_unreached(first_new);
        self.jobs_by_variable((first_new..self.columns.len()).collect())
    }

    /// The column of a place, or of the nearest place around it.
    fn nearest(&self, body: usize, place: &str) -> Option<usize> {
        let mut places = around(place);
        places.find_map(|place| {
            let mut columns = self.columns.iter();
            columns.position(|column| column.body == body && column.expression == place)
        })
    }

    /// Whether rustc refuses the statement at a point.
    fn is_refused(&self, at: (usize, usize)) -> bool {
        let mut primaries = self.baseline.iter().map(|error| &error.primary);
        primaries.any(|primary| match primary {
            Spot::Program(bytes) => self.statement_of(bytes) == Some(at),
            Spot::Question(..) => false,
        })
    }

    /// Whether an assignment takes nothing from the place, which may not be written: it is empty, or
    /// a reference whose referent alone has been lent on.
    fn is_shallow(&self, at: (usize, usize), place: &str) -> bool {
        let mut columns = self.columns.iter();
        let column = columns.find(|column| column.body == at.0 && column.expression == place);
        let cell = column.and_then(|column| column.cell(at.1));
        cell.is_some_and(|cell| !cell.write) && !self.is_refused(at)
    }

    /// The place that a complaint about a statement is about, and what it is about to suffer.
    fn touched<'a>(
        &'a self,
        error: &'a Complaint,
        bytes: &Range<usize>,
    ) -> Option<(&'a str, Permission)> {
        let message = error.message.as_str();
        let named = message.split('`').nth(1)?;
        let written = &self.program.source[bytes.clone()];
        Some(match error.code.as_str() {
            // Such an error points at the declaration, and there is one about the loan.
            "E0594" | "E0596" if message.contains("not declared as mutable") => return None,
            "E0499" | "E0500" | "E0506" | "E0524" | "E0594" | "E0596" => (named, Permission::Write),
            "E0501" | "E0502" if message.contains("as mutable because") => {
                (named, Permission::Write)
            }
            "E0501" | "E0502" | "E0503" => (named, Permission::Read),
            "E0505" => (named, Permission::Own),
            // "cannot move out of index of `Vec<String>`" names a type.
            "E0507" | "E0508" | "E0509" => (written, Permission::Own),
            _ => return None,
        })
    }

    /// The program with every variable lent before every statement of these bodies.
    fn lent(&self, bodies: &[usize], exclusively: bool) -> Copy<'p> {
        let mut copy = Copy::default();
        for number in bodies {
            let body = &self.program.functions[*number];
            copy.without.extend(without_const(body));
            for site in body.points.iter().filter(|site| self.begins(site)) {
                let mut names: Vec<String> = Vec::new();
                for variable in &site.in_scope {
                    let name = &body.variables[*variable].name;
                    if !names.contains(name) {
                        names.push(name.clone());
                    }
                }
                if !names.is_empty() {
                    let lent = Question::Lent(exclusively, names);
                    copy.questions.push((site, lent));
                }
            }
        }
        copy
    }

    /// Whether a point stands before a statement, not at the end of a block.
    fn begins(&self, site: &Site) -> bool {
        self.stretch(site).is_some()
    }

    /// The bytes of the statement, or the arm, that a point stands before.
    fn stretch(&self, site: &Site) -> Option<Range<usize>> {
        if let ("{", Some((end, _))) = (site.before, site.after) {
            return Some(site.at..end);
        }
        let mut statements = self.program.statements.iter();
        let statement = statements.find(|statement| statement.bytes.start == site.at)?;
        Some(statement.bytes.clone())
    }

    /// The innermost statement around some bytes: its body and its point.
    fn statement_of(&self, bytes: &Range<usize>) -> Option<(usize, usize)> {
        let bodies = self.program.functions.iter().enumerate();
        let points = bodies.flat_map(|(number, body): (usize, &Body)| {
            let points = body.points.iter().enumerate();
            points.filter_map(move |(point, site)| Some((number, point, self.stretch(site)?)))
        });
        let around =
            points.filter(|(.., stretch)| stretch.start <= bytes.start && bytes.end <= stretch.end);
        let innermost = around.min_by_key(|(.., stretch)| stretch.len())?;
        Some((innermost.0, innermost.1))
    }
}

/// What is needed before a line, each with the column that shows it.
pub(super) fn with_columns(
    needed: &BTreeMap<String, Permission>,
    places: &[Place],
    cells: &[Option<Cell>],
    line: usize,
) -> Vec<Need> {
    let column_of = |place: &str| {
        let mut columns = places.iter();
        columns.position(|column| column.expression == place)
    };
    let needs = needed.iter().map(|(place, permission)| {
        let column = around(place).find_map(|around| column_of(&around));
        let cell = column.and_then(|column| cells[column].as_ref());
        let why = cell.and_then(|cell| cell.why_not(*permission));
        Need {
            place: place.clone(),
            column,
            permission: *permission,
            late: *permission == Permission::Write
                && why.is_some_and(|why| {
                    why.kind == ReasonKind::LentShared && why.later_use == Some(line)
                }),
        }
    });
    needs.collect()
}

/// The place itself and those that it is a part of, the nearest first: `list.items.0`, `list.items`,
/// `*list`, `list`. What a reference leads to is no part of the reference.
fn around(place: &str) -> impl Iterator<Item = String> {
    let mut places = vec![place.to_owned()];
    let mut rest = place;
    while let Some((whole, _)) = rest
        .rsplit_once(['.', '['])
        .filter(|_| !rest.starts_with('*'))
    {
        // rustc writes no `*` where a field is reached through a reference.
        places.push(format!("*{whole}"));
        places.push(whole.to_owned());
        rest = whole;
    }
    places.into_iter()
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn a_place_is_shown_by_the_nearest_column() {
        let places = |place| around(place).collect::<Vec<_>>();
        assert_eq!(places("s"), ["s"]);
        assert_eq!(places("*r"), ["*r", "r"]);
        assert_eq!(places("a[_]"), ["a[_]", "*a", "a"]);
        assert_eq!(places("*list.items"), ["*list.items"]);
    }
}
