//! The lanes beside a program: for each place one, with a cell beside each line that says what the
//! place may do before the line, and what the line needs and changes.
//!
//! ```text
//!                                  s1     s2
//! 3      let s2 = s1;              R O           needs O, loses R and O; s2 gains R and O
//! 5      println!("{s2}");                R O    needs R
//! ```
//!
//! A closure has the lanes of the function around it: what it captures is there already.

use lens::{Cell, Function, Need, Permission, Place, Point, ReasonKind, Timeline};

/// So many lanes stand beside a function at first; a reader may add the others.
const AT_FIRST: usize = 5;

/// What stands beside the lines of a function and its closures.
pub struct Body<'t> {
    /// The function, then the closures in it.
    functions: Vec<&'t Function>,
    /// Its lanes, in the order in which their places are declared.
    pub lanes: Vec<Lane<'t>>,
}

/// A place, and the column that it has in each function of its body.
pub struct Lane<'t> {
    /// The place.
    pub place: &'t Place,
    /// Whether another place of the body has its name.
    pub has_namesake: bool,
    /// Whether it stands there at first.
    pub at_first: bool,
    columns: Vec<Option<usize>>,
}

/// What stands in one lane beside one line.
pub struct Beside<'t> {
    /// What it may do before the line; nothing where it cannot be named.
    pub cell: Option<&'t Cell>,
    /// Whether the value is copied where it would otherwise be moved out.
    pub copy: bool,
    /// What the line needs of it.
    pub needs: Vec<Permission>,
    /// What it may do afterwards and might not before.
    pub gained: Vec<Permission>,
    /// What it might do before and may not afterwards.
    pub lost: Vec<Permission>,
}

impl Beside<'_> {
    /// Whether the place has no name there, and the line gives it none.
    pub fn is_empty(&self) -> bool {
        self.cell.is_none() && self.needs.is_empty() && self.gained.is_empty()
    }
}

/// What a loan, a move or an end has made of a place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// May do all it may ever do.
    Free,
    /// Lent by `&`.
    Shared,
    /// Lent by `&mut`.
    Exclusive,
    /// Moved out, or without a value.
    Gone,
    /// A reference that is not used again.
    Ended,
}

/// The bodies beside whose lines lanes stand: those in which something happens or is refused, or
/// `main` if nothing is. `named` says which places the page speaks of.
pub fn bodies<'t>(timeline: &'t Timeline, named: &dyn Fn(&str) -> bool) -> Vec<Body<'t>> {
    let mut grouped: Vec<Vec<&Function>> = Vec::new();
    for function in &timeline.functions {
        let around = outer(&function.name);
        match grouped.iter_mut().find(|of| outer(&of[0].name) == around) {
            Some(of) => of.push(function),
            None => grouped.push(vec![function]),
        }
    }
    let bodies: Vec<Body> = grouped
        .into_iter()
        .map(|functions| Body::new(functions, named))
        .collect();
    let refused = |body: &Body| {
        let mut refusals = timeline.refusals.iter();
        refusals.any(|refusal| !body.points(refusal.line).is_empty())
    };
    let (eventful, others): (Vec<Body>, Vec<Body>) = (bodies.into_iter())
        .partition(|body| refused(body) || body.lanes.iter().any(|lane| body.is_ever_held(lane)));
    if !eventful.is_empty() {
        return eventful;
    }
    let is_main = |body: &Body| body.functions[0].name == "main";
    others.into_iter().filter(is_main).collect()
}

/// `main` of `main::{closure on line 3}`.
fn outer(name: &str) -> &str {
    name.split("::{").next().unwrap_or(name)
}

impl<'t> Body<'t> {
    fn new(functions: Vec<&'t Function>, named: &dyn Fn(&str) -> bool) -> Body<'t> {
        let mut lanes: Vec<Lane> = Vec::new();
        for (number, function) in functions.iter().enumerate() {
            for (column, place) in function.places.iter().enumerate() {
                let known = lanes.iter_mut().find(|lane| same_place(lane.place, place));
                if let Some(lane) = known {
                    lane.columns[number] = Some(column);
                } else if tells_more(function, column) {
                    let mut columns = vec![None; functions.len()];
                    columns[number] = Some(column);
                    lanes.push(Lane {
                        place,
                        has_namesake: false,
                        at_first: true,
                        columns,
                    });
                }
            }
        }
        for number in 0..lanes.len() {
            let name = &lanes[number].place.expression;
            let namesakes = lanes.iter().filter(|lane| lane.place.expression == *name);
            lanes[number].has_namesake = namesakes.count() > 1;
        }
        let mut body = Body { functions, lanes };
        body.choose(named);
        body
    }

    /// Decides which lanes stand there at first: the most telling.
    fn choose(&mut self, named: &dyn Fn(&str) -> bool) {
        let mut telling: Vec<(usize, usize)> = (self.lanes.iter().enumerate())
            .map(|(number, lane)| {
                let held = usize::from(self.is_ever_held(lane));
                let named = usize::from(named(&lane.place.expression));
                (2 * held + named, number)
            })
            .collect();
        telling.sort_by_key(|(score, number)| (std::cmp::Reverse(*score), *number));
        for (_, number) in telling.into_iter().skip(AT_FIRST) {
            self.lanes[number].at_first = false;
        }
    }

    /// Whether a loan, a move or an end ever takes something from the place.
    fn is_ever_held(&self, lane: &Lane) -> bool {
        let columns = self.functions.iter().zip(&lane.columns);
        let mut cells = columns.flat_map(|(function, column)| {
            let cell = |point: &'t Point| point.cells[(*column)?].as_ref();
            function.points.iter().filter_map(cell)
        });
        cells.any(|cell| state(cell) != State::Free)
    }

    /// The function, then the closures in it.
    pub fn functions(&self) -> impl Iterator<Item = &'t Function> {
        self.functions.iter().copied()
    }

    /// The first line that has a point.
    pub fn first_line(&self) -> usize {
        let points = self.functions.iter().flat_map(|function| &function.points);
        points.map(|point| point.line).min().unwrap_or(1)
    }

    /// The points on a line, of the outermost function that has any there.
    pub fn points(&self, line: usize) -> Vec<&'t Point> {
        let mut of_line = self.functions.iter().map(|function| {
            let points = function.points.iter();
            points.filter(|point| point.line == line).collect()
        });
        of_line
            .find(|points: &Vec<&Point>| !points.is_empty())
            .unwrap_or_default()
    }

    /// What the statements of a line need, each once.
    pub fn needs(&self, line: usize) -> Vec<&'t Need> {
        let mut needs: Vec<&Need> = Vec::new();
        for need in self.points(line).iter().flat_map(|point| &point.needs) {
            if !needs.contains(&need) {
                needs.push(need);
            }
        }
        needs
    }

    /// The row beside a line, if it has a point.
    pub fn row(&self, line: usize) -> Option<Vec<Beside<'t>>> {
        if self.points(line).is_empty() {
            return None;
        }
        Some(
            self.lanes
                .iter()
                .map(|lane| self.beside(lane, line))
                .collect(),
        )
    }

    fn beside(&self, lane: &Lane<'t>, line: usize) -> Beside<'t> {
        let mut beside = Beside {
            cell: None,
            copy: self.is_copied(lane),
            needs: Vec::new(),
            gained: Vec::new(),
            lost: Vec::new(),
        };
        let of_line = self
            .functions
            .iter()
            .zip(&lane.columns)
            .find_map(|(function, column)| {
                let points = function.points.iter().filter(|point| point.line == line);
                let points: Vec<&Point> = points.collect();
                (!points.is_empty()).then_some((points, (*column)?))
            });
        let Some((points, column)) = of_line else {
            return beside;
        };
        beside.cell = points.iter().find_map(|point| point.cells[column].as_ref());
        let needs = points.iter().flat_map(|point| &point.needs);
        let needs = needs.filter(|need| need.column == Some(column));
        beside.needs = needs.map(|need| need.permission).collect();
        let changes = points.iter().flat_map(|point| &point.changes);
        for change in changes.filter(|change| change.column == column) {
            take(&mut beside.lost, &mut beside.gained, &change.gained);
            take(&mut beside.gained, &mut beside.lost, &change.lost);
        }
        beside
    }

    fn is_copied(&self, lane: &Lane) -> bool {
        let mut columns = self.functions.iter().zip(&lane.columns);
        columns.any(|(function, column)| {
            let cell = |point: &'t Point| point.cells[(*column)?].as_ref();
            function
                .points
                .iter()
                .filter_map(cell)
                .any(|cell| cell.copy)
        })
    }
}

/// Adds permissions to one side of the balance, or takes them off the other.
fn take(from: &mut Vec<Permission>, to: &mut Vec<Permission>, permissions: &[Permission]) {
    for permission in permissions {
        match from.iter().position(|other| other == permission) {
            Some(at) => _ = from.remove(at),
            None => to.push(*permission),
        }
    }
}

fn same_place(one: &Place, other: &Place) -> bool {
    (&one.expression, one.declared) == (&other.expression, other.declared)
}

/// Whether a column says something that the column of its variable does not: a field says what
/// its struct does until a part has moved or been lent.
fn tells_more(function: &Function, column: usize) -> bool {
    let place = &function.places[column];
    let Some((variable, _)) = place.expression.split_once('.') else {
        return true;
    };
    let of_variable =
        |other: &Place| other.expression == variable && other.declared == place.declared;
    let Some(parent) = function.places.iter().position(of_variable) else {
        return true;
    };
    function.points.iter().any(|point| {
        let states = [parent, column].map(|column| point.cells[column].as_ref().map(state));
        states[0] != states[1]
    })
}

/// The state that a cell tells of.
pub fn state(cell: &Cell) -> State {
    if let Some(reason) = &cell.why.read {
        return match reason.kind {
            ReasonKind::LentExclusively => State::Exclusive,
            ReasonKind::Ended => State::Ended,
            _ => State::Gone,
        };
    }
    let lent = |reason: &Option<lens::Reason>| {
        reason
            .as_ref()
            .is_some_and(|reason| reason.kind == ReasonKind::LentShared)
    };
    if lent(&cell.why.write) || lent(&cell.why.own) {
        State::Shared
    } else {
        State::Free
    }
}

impl State {
    /// Its class in HTML.
    pub fn class(self) -> &'static str {
        match self {
            State::Free => "free",
            State::Shared => "shared",
            State::Exclusive => "exclusive",
            State::Gone => "gone",
            State::Ended => "ended",
        }
    }
}
