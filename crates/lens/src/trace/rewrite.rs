//! Rewrites a program so that it writes down its memory while it runs.
//!
//! Every insertion stands on the line of what follows it, so no line moves. One that the compiler
//! does not accept (in a `const fn`, say) is left out, and the rest is compiled again.

use super::reach;
use super::types::{Named, Types};
use crate::program::{Body, Program, Site};
use crate::timeline::{Cell, Function, Place, Point, ReasonKind, Timeline};
use quote::quote;
use std::collections::BTreeSet;
use std::ops::Range;
use syn::spanned::Spanned;

/// Where the recorder's methods come from.
pub(super) const METHODS: &str = "use ::__lens::Ask as _;";

/// How a place is looked into, which its type decides.
pub(super) fn how(place: &str) -> String {
    format!("(&&&&&&::__lens::Seen::of(&{place})).how()")
}

/// A point of the program at which a step is recorded.
pub(crate) struct Stop<'p> {
    /// The number of its function.
    pub function: usize,
    pub body: &'p Body,
    pub site: &'p Site,
    /// The text of what may run before the next point, if it is known.
    pub running: Option<String>,
    /// One for each place of the function, or none where the point is never reached.
    pub cells: &'p [Option<Cell>],
}

impl Stop<'_> {
    /// Whether what runs after this point names a place's variable.
    pub fn uses(&self, place: &Place) -> bool {
        let variable = place.expression.split('.').next().unwrap_or_default();
        let running = self.running.as_deref().unwrap_or_default();
        names(running, variable)
    }

    /// Whether a place's variable is in scope here, under its name or another's.
    pub fn has_in_scope(&self, place: &Place) -> bool {
        let name = place.expression.split('.').next();
        self.site.in_scope.iter().any(|number| {
            let variable = &self.body.variables[*number];
            Some(variable.name.as_str()) == name && Some(variable.declared) == place.declared
        })
    }
}

/// What an insertion is for; left out as a whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Purpose {
    /// The steps of a function.
    Function(usize),
    /// The address of a function's place, and how it is looked into.
    Place(usize, usize),
    /// The same, where the compiler is not asked for its type: it says too late which it is.
    PlaceOfFoundType(usize, usize),
    /// How a type is looked into, by its number.
    Type(usize),
    /// The note that a value is dropped.
    Drop(usize),
    /// The note that a pointer is followed, by its number.
    Reach(usize),
    /// The program's start; cannot be left out.
    Main,
}

/// A program with insertions.
pub(crate) struct Rewritten {
    pub text: String,
    /// The bytes of each insertion in `text`.
    pub inserted: Vec<(Range<usize>, Purpose)>,
}

/// A function of the program, and its columns in the timeline.
pub(crate) struct Traced<'p> {
    pub name: &'p str,
    pub places: &'p [Place],
}

/// The functions of a program, and all points in them.
pub(crate) fn functions<'p>(
    program: &'p Program,
    timeline: &'p Timeline,
) -> (Vec<Traced<'p>>, Vec<Stop<'p>>) {
    let (mut functions, mut stops) = (Vec::new(), Vec::new());
    for (function, body) in program.functions.iter().enumerate() {
        // A function without variables has no table.
        let table = timeline
            .functions
            .iter()
            .find(|table| is_about(table, body));
        // What a closure captures is a part of the closure, and its columns are the first.
        let captured = table.map_or(0, |table| {
            let places = table.places.iter();
            places.take_while(|place| place.captured).count()
        });
        functions.push(Traced {
            name: &body.name,
            places: table.map_or(&[], |table| &table.places[captured..]),
        });
        // A step of what is run piece by piece has no frame of its own.
        for site in body.points.iter().filter(|_| !body.is_async) {
            let points = table.map_or(&[][..], |table| &table.points);
            // The timeline leaves out a point that says the same as the one before on its line.
            let here = |point: &&Point| point.line == site.line && point.column <= site.column;
            stops.push(Stop {
                function,
                body,
                site,
                running: running(program, site),
                cells: points
                    .iter()
                    .rfind(here)
                    .map_or(&[], |point| &point.cells[captured..]),
            });
        }
    }
    (functions, stops)
}

fn is_about(table: &Function, body: &Body) -> bool {
    let starts_with = |point: &Point| {
        let mut sites = body.points.iter();
        sites.any(|site| (site.line, site.column) == (point.line, point.column))
    };
    table.name == body.name && table.points.first().is_some_and(starts_with)
}

/// The program's start; there may be several, of which one is compiled.
pub(super) fn mains(file: &syn::File) -> impl Iterator<Item = &syn::ItemFn> {
    file.items.iter().filter_map(|item| match item {
        syn::Item::Fn(main) if main.sig.ident == "main" => Some(main),
        _ => None,
    })
}

/// Writes the program anew, with these types to be looked into besides its own, and without what `left_out` names.
pub(crate) fn rewrite(
    program: &Program,
    file: &syn::File,
    functions: &[Traced<'_>],
    stops: &[Stop<'_>],
    named: &[Named],
    left_out: &BTreeSet<Purpose>,
) -> Rewritten {
    let mut insertions = Insertions {
        all: Vec::new(),
        has_unsafe: super::find_word(&program.source, &["unsafe"]).is_some(),
    };
    // Before all others: what they close was opened last.
    let reaches = reach::reaches(file);
    for (number, reach) in reaches.iter().enumerate() {
        insertions.push(reach.bytes.end, Purpose::Reach(number), ")".to_owned());
    }
    for (number, stop) in stops.iter().enumerate() {
        insertions.stop(&functions[stop.function], stops, number, left_out);
    }
    let types = Types::insert(&mut insertions, &program.source, file, named);
    for main in mains(file) {
        insertions.main(main, types);
    }
    for (number, reach) in reaches.iter().enumerate() {
        let text = format!("::__lens::reach({}, {:?}, ", reach.line, reach.how);
        insertions.push(reach.bytes.start, Purpose::Reach(number), text);
    }
    insertions.apply(&program.source, left_out)
}

pub(super) struct Insertions {
    /// Byte, text and purpose, in the order in which they were asked for.
    all: Vec<(usize, String, Purpose)>,
    /// Whether the compiler leaves a part of the program unchecked.
    has_unsafe: bool,
}

impl Insertions {
    pub fn push(&mut self, at: usize, purpose: Purpose, text: String) {
        self.all.push((at, text, purpose));
    }

    /// Renames `main`, and puts one in its place that runs it when so many types are noted.
    fn main(&mut self, main: &syn::ItemFn, types: usize) {
        let output = &main.sig.output;
        let output = quote!(#output);
        let mut conditions = main.attrs.clone();
        conditions.retain(|attribute| attribute.path().is_ident("cfg"));
        let conditions = quote!(#(#conditions)*);
        self.push(
            main.sig.ident.span().byte_range().start,
            Purpose::Main,
            "__lens_".into(),
        );
        let end = main.span().byte_range().end;
        let has_unsafe = self.has_unsafe;
        let head = format!(" {conditions} fn main() {output} {{ ::__lens::run({has_unsafe}, &[");
        self.push(end, Purpose::Main, head);
        for number in 0..types {
            let register = format!("<__Lens<{number}> as ::__lens::Register>::register, ");
            self.push(end, Purpose::Type(number), register);
        }
        let rest = format!("], __lens_main) }} {conditions} struct __Lens<const N: usize>;");
        self.push(end, Purpose::Main, rest);
    }

    fn stop(
        &mut self,
        table: &Traced<'_>,
        stops: &[Stop<'_>],
        number: usize,
        left_out: &BTreeSet<Purpose>,
    ) {
        let stop = &stops[number];
        let (at, function) = (stop.site.at, stop.function);
        let steps = || Purpose::Function(function);
        let of_function = || stops.iter().filter(|other| other.function == function);
        self.push(at, steps(), stop.site.before.to_owned());
        if of_function()
            .next()
            .is_some_and(|first| first.site.at == at)
        {
            let places = table.places.len();
            self.push(
                at,
                steps(),
                format!("let __frame = ::__lens::enter({function}, {places});"),
            );
        }
        for (slot, place) in table.places.iter().enumerate() {
            // A reference is looked into through the variable that holds it.
            if place.expression.contains(['*', '[']) || !is_readable(stop, slot) {
                continue;
            }
            let known_before = of_function()
                .take_while(|other| other.site.at < at)
                .filter_map(|other| other.cells.get(slot)?.as_ref())
                .next()
                .is_some_and(|cell| cell.read);
            if !known_before {
                let place = &place.expression;
                let known = Purpose::Place(function, slot);
                let (purpose, how) = match left_out.contains(&known) {
                    false => (known, how(place)),
                    true => (
                        Purpose::PlaceOfFoundType(function, slot),
                        format!("::__lens::How::found_of(&{place})"),
                    ),
                };
                let text = format!(
                    "let __{slot} = {{ {METHODS} ::__lens::remember({slot}, &{place}, {how}) }};"
                );
                self.push(at, purpose, text);
            }
        }
        let readable = readable(table, stop);
        let still = still_readable(table, stop, &readable);
        let moved = match self.has_unsafe {
            true => moved(table, stop),
            false => Vec::new(),
        };
        self.push(
            at,
            steps(),
            format!("::__lens::at({number}, &{readable:?}, &{still:?}, &{moved:?}); "),
        );
        if let Some((after, text)) = stop.site.after {
            self.push(after, steps(), text.to_owned());
        }
    }

    fn apply(mut self, source: &str, left_out: &BTreeSet<Purpose>) -> Rewritten {
        self.all.retain(|(_, _, purpose)| {
            let function_gone = match purpose {
                Purpose::Place(function, _) | Purpose::PlaceOfFoundType(function, _) => {
                    left_out.contains(&Purpose::Function(*function))
                }
                _ => false,
            };
            !function_gone && !left_out.contains(purpose)
        });
        self.all.sort_by_key(|(at, _, _)| *at);
        let mut text = String::new();
        let mut inserted = Vec::new();
        let mut done = 0;
        for (at, piece, purpose) in self.all {
            text.push_str(&source[done..at]);
            done = at;
            let from = text.len();
            text.push_str(&piece);
            inserted.push((from..text.len(), purpose));
        }
        text.push_str(&source[done..]);
        Rewritten { text, inserted }
    }
}

fn is_readable(stop: &Stop<'_>, slot: usize) -> bool {
    matches!(stop.cells.get(slot), Some(Some(cell)) if cell.read)
}

/// The places that are read at a point: variables, and fields where their variable may not be.
fn readable(table: &Traced<'_>, stop: &Stop<'_>) -> Vec<usize> {
    let may = |slot: usize| is_readable(stop, slot);
    (0..table.places.len())
        .filter(|slot| {
            let place = &table.places[*slot];
            if place.expression.contains(['*', '[']) || !may(*slot) {
                return false;
            }
            !(0..*slot).any(|other| {
                let outer = &table.places[other];
                place.declared == outer.declared
                    && may(other)
                    && place
                        .expression
                        .strip_prefix(&outer.expression)
                        .is_some_and(|rest| rest.starts_with('.'))
            })
        })
        .collect()
}

/// The places whose value has certainly moved elsewhere.
fn moved(table: &Traced<'_>, stop: &Stop<'_>) -> Vec<usize> {
    let is_moved = |slot: &usize| {
        let cell = stop.cells.get(*slot).and_then(Option::as_ref);
        let why = cell.and_then(|cell| cell.why.read.as_ref());
        let is_variable = !table.places[*slot].expression.contains(['*', '[']);
        is_variable && why.is_some_and(|why| why.kind == ReasonKind::Moved && !why.perhaps)
    };
    (0..table.places.len()).filter(is_moved).collect()
}

/// Those of the readable places that may be read while what comes after the point runs: it does
/// not name them, and nothing is dropped before the next point.
fn still_readable(table: &Traced<'_>, stop: &Stop<'_>, readable: &[usize]) -> Vec<usize> {
    if stop.running.is_none() {
        return Vec::new();
    }
    let unused = |slot: &usize| !stop.uses(&table.places[*slot]);
    readable.iter().copied().filter(unused).collect()
}

/// The text of what may run between a point and the next one: the statement there, or nothing but
/// drops at the end of a block, and the statements around it that go on. `None` if it cannot be
/// known: a macro of the program may name what its call does not.
fn running(program: &Program, site: &Site) -> Option<String> {
    let here = program
        .statements
        .iter()
        .filter(|statement| statement.bytes.start == site.at);
    let around = program.statements.iter().filter(|statement| {
        let bytes = &statement.bytes;
        let goes_on = !is_sequential(&program.source[bytes.clone()]);
        // At the end of a loop's block its head runs again.
        let ends_here = program.source[site.at..].starts_with('}');
        bytes.start < site.at && site.at < bytes.end && (goes_on || ends_here)
    });
    let mut text: String = around
        .chain(here)
        .map(|statement| &program.source[statement.bytes.clone()])
        .collect();
    if let Some((end, _)) = site.after {
        text += &program.source[site.at..end];
    }
    (!calls_unknown_macro(&text)).then_some(text)
}

/// The macros of std that use only what their call names.
const KNOWN_MACROS: [&str; 20] = [
    "assert",
    "assert_eq",
    "assert_ne",
    "concat",
    "dbg",
    "debug_assert",
    "debug_assert_eq",
    "eprint",
    "eprintln",
    "format",
    "matches",
    "panic",
    "print",
    "println",
    "stringify",
    "todo",
    "unreachable",
    "vec",
    "write",
    "writeln",
];

fn calls_unknown_macro(text: &str) -> bool {
    text.match_indices('!').any(|(at, _)| {
        let part = |c: char| c.is_alphanumeric() || c == '_';
        let name = text[..at].rsplit(|c| !part(c)).next().unwrap_or_default();
        let called = text[at + 1..].trim_start().starts_with(['(', '[', '{']);
        !name.is_empty() && called && !KNOWN_MACROS.contains(&name)
    })
}

/// Whether a text has a word in it.
fn names(text: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).any(|(from, _)| {
        !text[..from].ends_with(part) && !text[from + word.len()..].starts_with(part)
    })
}

/// Whether nothing of a statement runs after a block inside it has come to its end.
fn is_sequential(statement: &str) -> bool {
    [
        "if ", "for ", "while ", "loop", "match ", "{", "unsafe", "'",
    ]
    .iter()
    .any(|begin| statement.starts_with(begin))
}
