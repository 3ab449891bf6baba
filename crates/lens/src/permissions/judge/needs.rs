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
use crate::permissions::copies::{Complaint, Copy, Question, Spot};
use crate::permissions::types::without_payload;
use crate::program::{Body, Site, root_of};
use crate::timeline::{Cell, Need, Permission, Place, ReasonKind};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use syn::Expr;

/// By body and point: what is needed of which place.
pub(super) type Needs = BTreeMap<(usize, usize), BTreeMap<String, Permission>>;

impl<'p> Judge<'p> {
    /// What each statement of the program needs.
    pub(super) fn needs(&self) -> Result<Needs, LensError> {
        let mut asked: Vec<Vec<usize>> = Vec::new();
        for bodies in self.bodies_apart() {
            let depths: BTreeSet<usize> = bodies.iter().map(|body| self.depth(*body)).collect();
            for depth in depths {
                let mut deep = bodies.clone();
                deep.retain(|body| self.depth(*body) == depth);
                asked.push(deep);
            }
        }
        let copies: Vec<Copy<'p>> = asked
            .iter()
            .flat_map(|bodies| [self.lent(bodies, false), self.lent(bodies, true)])
            .collect();
        let answers = self.ask(&copies)?;
        let errors = answers
            .iter()
            .zip(asked.iter().flat_map(|bodies| [bodies, bodies]));
        let errors = errors
            .flat_map(|(answer, bodies)| answer.errors.iter().map(move |error| (error, bodies)));
        let mut needs = Needs::new();
        let mut copied = Vec::new();
        for (error, bodies) in errors {
            let Spot::Program(bytes) = &error.primary else {
                continue;
            };
            let Some((place, permission)) = self.touched(error, bytes) else {
                continue;
            };
            let Some(at) = self.statement_with(bytes, bodies, root_of(place)) else {
                continue;
            };
            if error.code == "E0506" && self.is_shallow(at, place)
                || permission == Permission::Write && self.is_called_as_written(at, place)
            {
                continue;
            }
            let place = self.nameable(at.0, place);
            let needed = needs.entry(at).or_default();
            if place.starts_with('*') && error.code == "E0503" && permission == Permission::Read {
                copied.push((at, place.to_owned()));
            }
            let strongest = needed.entry(place.to_owned()).or_insert(permission);
            *strongest = permission.max(*strongest);
        }
        // To index a slice is to read its length first: not what a reader calls a use of `*slice`.
        for (at, place) in copied {
            if let Some(needed) = needs.get_mut(&at)
                && needed.contains_key(&format!("{}[_]", &place[1..]))
            {
                needed.remove(&place);
            }
        }
        Ok(needs)
    }

    /// The place as a program can name it.
    pub(super) fn nameable<'a>(&self, body: usize, place: &'a str) -> &'a str {
        let mut columns = self.columns.iter();
        let root =
            columns.find(|column| column.body == body && column.expression == root_of(place));
        match root.and_then(|root| root.ty.as_deref()) {
            Some(ty) if !place.starts_with('*') => {
                without_payload(place, ty, &self.program.structs)
            }
            _ => place,
        }
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
                let named = !place.contains('[') && syn::parse_str::<Expr>(place).is_ok();
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
    pub(super) fn nearest(&self, body: usize, place: &str) -> Option<usize> {
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

    /// Whether the place is a closure that may be called, but that may not change what it captures:
    /// as it does in a copy that lends this exclusively in it.
    fn is_called_as_written(&self, at: (usize, usize), place: &str) -> bool {
        let mut columns = self.columns.iter();
        let column = columns.find(|column| column.body == at.0 && column.expression == place);
        column.is_some_and(|column| {
            let is_closure = column
                .ty
                .as_deref()
                .is_some_and(|ty| ty.starts_with("{closure@"));
            let cell = column.cell(at.1);
            is_closure && cell.is_some_and(|cell| !cell.write) && !self.is_refused(at)
        })
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
            // One error for one place and one expression: the read hides the write.
            "E0503" if is_compound_assignment(written) => (named, Permission::Write),
            "E0501" | "E0502" | "E0503" => (named, Permission::Read),
            "E0505" => (named, Permission::Own),
            // There "cannot move out of index of `Vec<String>`" names a type.
            "E0507" if message.contains("index of") => (written, Permission::Own),
            "E0507" => (named, Permission::Own),
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
    pub(super) fn statement_of(&self, bytes: &Range<usize>) -> Option<(usize, usize)> {
        self.statement_among(bytes, |_, _| true)
    }

    /// The same among those of some bodies where a variable is in scope.
    fn statement_with(
        &self,
        bytes: &Range<usize>,
        bodies: &[usize],
        variable: &str,
    ) -> Option<(usize, usize)> {
        self.statement_among(bytes, |number, site| {
            let body = &self.program.functions[number];
            let mut in_scope = site.in_scope.iter();
            bodies.contains(&number)
                && in_scope.any(|index| body.variables[*index].name == variable)
        })
    }

    /// In how many closures and async blocks a body is. A question in one may change what it
    /// captures, and how, so that nothing is asked around it at the same time.
    fn depth(&self, body: usize) -> usize {
        let functions = &self.program.functions;
        functions[body].closure.as_ref().map_or(0, |closure| {
            let around = functions.iter().filter(|other| {
                let other = other.closure.as_ref();
                other.is_some_and(|other| other.bytes.contains(&closure.bytes.start))
            });
            around.count()
        })
    }

    fn statement_among(
        &self,
        bytes: &Range<usize>,
        wanted: impl Fn(usize, &Site) -> bool,
    ) -> Option<(usize, usize)> {
        let bodies = self.program.functions.iter().enumerate();
        let points = bodies.flat_map(|(number, body): (usize, &Body)| {
            let points = body.points.iter().enumerate();
            let points = points.filter(|(_, site)| wanted(number, site));
            let stretches = points.filter_map(|(point, site)| {
                let stretch = self.stretch(site)?;
                Some((number, point, stretch))
            });
            stretches.collect::<Vec<_>>()
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

/// Whether some text is `PLACE += VALUE` or its like.
fn is_compound_assignment(text: &str) -> bool {
    let Ok(Expr::Binary(binary)) = syn::parse_str(text) else {
        return false;
    };
    use syn::BinOp::{
        AddAssign, BitAndAssign, BitOrAssign, BitXorAssign, DivAssign, MulAssign, RemAssign,
        ShlAssign, ShrAssign, SubAssign,
    };
    matches!(
        binary.op,
        AddAssign(_)
            | SubAssign(_)
            | MulAssign(_)
            | DivAssign(_)
            | RemAssign(_)
            | BitXorAssign(_)
            | BitAndAssign(_)
            | BitOrAssign(_)
            | ShlAssign(_)
            | ShrAssign(_)
    )
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn a_place_is_shown_by_the_nearest_column() {
        let places = |place| around(place).collect::<Vec<_>>();
        assert_eq!(places("s"), ["s"]);
        assert_eq!(places("*r"), ["*r"]);
        assert_eq!(places("a[_]"), ["a[_]", "*a", "a"]);
        assert_eq!(places("*list.items"), ["*list.items"]);
    }
}
