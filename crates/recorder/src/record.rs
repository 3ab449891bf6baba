//! What has happened so far, and the steps that are written.

use crate::ground::Grave;
use crate::log::Log;
use crate::look::How;
use crate::look::out::Out;
use crate::look::types::see_common;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs::File;
use std::io::Seek;
use std::mem::ManuallyDrop;
use std::ops::Range;
use std::os::fd::FromRawFd;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Mutex;

/// The recorder writes this many steps at most.
const MOST_STEPS: usize = 1_000;
/// While more calls are in progress, no step is recorded.
const MOST_FRAMES: usize = 32;
/// More may not happen between two steps.
const MOST_EVENTS: usize = 10_000;
/// A program that holds more bytes is stopped.
const MOST_BYTES: usize = 64 << 20;
/// When the blocks that it has freed hold more, the next ones are really given back.
const MOST_KEPT: usize = 64 << 20;

pub(crate) struct Recorder {
    log: Log,
    printed: ManuallyDrop<File>,
    frames: Vec<Frame>,
    /// The addresses of the live blocks that something read has pointed to; nobody asks for the others.
    pointed_to: BTreeSet<usize>,
    allocations: usize,
    frees: usize,
    held: usize,
    /// How much the freed blocks hold that are kept, and whether one was too much.
    kept: usize,
    gives_back: bool,
    steps: usize,
    calls: usize,
    /// Whether nothing more is recorded.
    is_done: bool,
    /// Whether a step has been left out because too many calls were in progress.
    was_too_deep: bool,
    /// The address of a variable below the program's own.
    stack_bottom: usize,
    /// What happened since the last step, as JSON, and how much.
    events: Out,
    happened: usize,
    /// The lines that have reached into memory that is gone since the last step, and the block.
    reached: BTreeSet<(usize, &'static str, Option<usize>)>,
    /// Whether the program has unsafe code, which the compiler does not check.
    has_unsafe: bool,
    out: Out,
}

struct Frame {
    function: usize,
    /// Which call of the run it is.
    call: usize,
    site: usize,
    places: Vec<Option<Spot>>,
    /// What may be read while this frame is on top, and while it waits for a call.
    readable: &'static [usize],
    still: &'static [usize],
    /// What has moved elsewhere.
    moved: &'static [usize],
    /// The function's own variables lie above this address, and what it calls below.
    low: usize,
}

/// Where a place is, how long, and how it is read.
#[derive(Clone, Copy)]
struct Spot {
    at: *const (),
    size: usize,
    how: How,
    /// Writes down the place at that address.
    write: unsafe fn(*const (), How, &mut Out),
}

impl Spot {
    fn bytes(&self) -> Range<usize> {
        self.at.addr()..self.at.addr() + self.size
    }
}

// SAFETY: the addresses are only read on the thread that registered them: the program is at work
// on no other.
unsafe impl Send for Frame {}

static RECORDER: Mutex<Option<Recorder>> = Mutex::new(None);

/// Who is at work on a thread.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Worker {
    /// What runs before and after `main`, or another thread.
    Outside,
    Program,
    Recorder,
}

thread_local! {
    static AT_WORK: Cell<Worker> = const { Cell::new(Worker::Outside) };
}

pub(crate) fn at_work() -> Worker {
    // A thread that is ending has no such variable any more.
    AT_WORK.try_with(Cell::get).unwrap_or(Worker::Outside)
}

/// Runs `work` on the recorder, if the program is at work.
pub(crate) fn record(work: impl FnOnce(&mut Recorder)) {
    if at_work() != Worker::Program {
        return;
    }
    AT_WORK.set(Worker::Recorder);
    let mut recorder = RECORDER.lock().unwrap_or_else(|broken| broken.into_inner());
    if let Some(recorder) = recorder.as_mut() {
        work(recorder);
    }
    drop(recorder);
    AT_WORK.set(Worker::Program);
}

/// Types that are to be looked into wherever a value of theirs is found.
pub trait Register {
    /// Notes them.
    fn register(out: &mut Out);
}

/// Runs the program's `main` between the first step and the last, when these types are noted;
/// `has_unsafe` says whether the compiler has not checked all of it.
pub fn run<T>(has_unsafe: bool, types: &[fn(&mut Out)], main: impl FnOnce() -> T) -> T {
    let bottom = 0_u8;
    AT_WORK.set(Worker::Recorder);
    if let Some(log) = Log::open() {
        // SAFETY: standard output is open and, kept from dropping, is never closed.
        let printed = ManuallyDrop::new(unsafe { File::from_raw_fd(1) });
        let mut out = Out::default();
        see_common(&mut out);
        types.iter().for_each(|register| register(&mut out));
        *RECORDER.lock().unwrap_or_else(|broken| broken.into_inner()) = Some(Recorder {
            log,
            printed,
            frames: Vec::new(),
            pointed_to: BTreeSet::new(),
            allocations: 0,
            frees: 0,
            held: 0,
            kept: 0,
            gives_back: false,
            steps: 0,
            calls: 0,
            is_done: false,
            was_too_deep: false,
            stack_bottom: (&raw const bottom).addr(),
            events: Out::default(),
            happened: 0,
            reached: BTreeSet::new(),
            has_unsafe,
            out,
        });
    }
    AT_WORK.set(Worker::Program);
    let result = catch_unwind(AssertUnwindSafe(main));
    record(|recorder| {
        recorder.step();
        recorder.end(result.is_err());
    });
    AT_WORK.set(Worker::Outside);
    result.unwrap_or_else(|panic| resume_unwind(panic))
}

/// A call in progress; dropping it is leaving the function.
pub struct Entered;

/// Enters a function that has so many places.
#[inline(never)]
pub fn enter(function: usize, places: usize) -> Entered {
    // Right below the caller's frame, which ends at such a multiple.
    let low = 0_u8;
    enter_above(
        (&raw const low).addr().next_multiple_of(16),
        function,
        places,
    )
}

#[inline(never)]
fn enter_above(low: usize, function: usize, places: usize) -> Entered {
    record(|recorder| {
        recorder.calls += 1;
        recorder.frames.push(Frame {
            function,
            call: recorder.calls,
            site: 0,
            places: vec![None; places],
            readable: &[],
            still: &[],
            moved: &[],
            low,
        });
    });
    Entered
}

impl Drop for Entered {
    fn drop(&mut self) {
        record(|recorder| _ = recorder.frames.pop());
    }
}

/// Comes to a point of the current function where these of its places may be read, those even
/// while the statement after the point runs, and the last have moved elsewhere.
pub fn at(
    site: usize,
    readable: &'static [usize],
    still: &'static [usize],
    moved: &'static [usize],
) {
    record(|recorder| {
        if let Some(frame) = recorder.frames.last_mut() {
            frame.site = site;
            frame.readable = readable;
            frame.still = still;
            frame.moved = moved;
        }
        recorder.step();
    });
}

/// Notes that a value's `drop` begins.
pub fn dropped<T: ?Sized>(value: &T) {
    record(|recorder| {
        if !recorder.has_room_for_event() {
            return;
        }
        recorder.events.push("{\"dropped\":[");
        recorder.events.string(std::any::type_name::<T>());
        let at = (&raw const *value).addr();
        _ = write!(recorder.events.text, ",{at}]}}");
    });
}

/// A place that is remembered. It stands right after the place's variable and so goes out of scope
/// before it, on every way out of the block: what is about to be dropped is forgotten first.
#[must_use]
pub struct Remembered {
    call: usize,
    slot: usize,
}

/// Notes where a place of the current function is and how it is read.
pub fn remember<T>(slot: usize, place: &T, how: How) -> Remembered {
    unsafe fn write<T>(at: *const (), how: How, out: &mut Out) {
        // SAFETY: the caller promises that a `T` which may be read is there.
        out.node(unsafe { &*at.cast::<T>() }, how);
    }
    let spot = Spot {
        at: (&raw const *place).cast(),
        size: size_of::<T>(),
        how,
        write: write::<T>,
    };
    let mut call = 0;
    record(|recorder| {
        if let Some(frame) = recorder.frames.last_mut() {
            call = frame.call;
            frame.places[slot] = Some(spot);
        }
    });
    Remembered { call, slot }
}

impl Drop for Remembered {
    fn drop(&mut self) {
        record(|recorder| {
            let mut frames = recorder.frames.iter_mut();
            if let Some(frame) = frames.rfind(|frame| frame.call == self.call) {
                frame.places[self.slot] = None;
            }
        });
    }
}

impl Recorder {
    fn step(&mut self) {
        if self.is_done {
            return;
        }
        if self.frames.len() > MOST_FRAMES {
            if !self.was_too_deep {
                self.was_too_deep = true;
                self.stop("calls");
            }
            return;
        }
        if self.steps == MOST_STEPS || self.log.is_full(0) {
            return self.stop_recording();
        }
        self.steps += 1;
        let printed = self.printed.stream_position().unwrap_or(0);
        let out = &mut self.out;
        out.text.clear();
        out.nodes = 0;
        let top = 0_u8;
        let top = (&raw const top).addr();
        out.ground.stack = self.has_unsafe.then(|| {
            let values = self.frames.iter().flat_map(|frame| frame.spots(false));
            (top..self.stack_bottom, values.collect())
        });
        let unwinding = std::thread::panicking();
        let low = self
            .frames
            .last()
            .map_or(self.stack_bottom, |frame| frame.low);
        _ = write!(
            out.text,
            "{{\"step\":{{\"printed\":{printed},\"unwinding\":{unwinding},\"allocations\":{},\"frees\":{},\"gives_back\":{},\"stack\":[{top},{}],\"low\":{low},\"events\":[",
            self.allocations, self.frees, self.gives_back, self.stack_bottom
        );
        out.text.push_str(&self.events.text);
        self.events.text.clear();
        self.happened = 0;
        self.reached.clear();
        out.push("],\"frames\":[");
        let top = self.frames.len().saturating_sub(1);
        for (depth, frame) in self.frames.iter().enumerate() {
            let readable = match depth == top {
                true => frame.readable,
                // Values of the frames below may be dropped already.
                false if unwinding => &[],
                false => frame.still,
            };
            out.comma();
            _ = write!(
                out.text,
                "{{\"function\":{},\"call\":{},\"site\":{},\"places\":[",
                frame.function, frame.call, frame.site
            );
            for slot in readable {
                if let Some(spot) = &frame.places[*slot] {
                    out.comma();
                    _ = write!(out.text, "[{slot},");
                    // SAFETY: `lens` lists a place only where the compiler lets it be read, and a
                    // place that goes out of scope is forgotten before.
                    unsafe { (spot.write)(spot.at, spot.how, out) };
                    out.push("]");
                }
            }
            out.push("]}");
        }
        out.push("],\"blocks\":[");
        let mut graves = BTreeMap::new();
        for to in out.pointed_to.drain(..) {
            if let Some((at, (_, size))) = out.blocks.range(..=to).next_back()
                && to < at + size
            {
                self.pointed_to.insert(*at);
            } else if let Some(grave) = out.ground.grave(to) {
                graves.insert(grave.number, grave);
            }
        }
        for at in &self.pointed_to {
            let (number, size) = out.blocks[at];
            out.comma();
            _ = write!(out.text, "[{number},{at},{size}]");
        }
        out.push("],\"graves\":[");
        for grave in graves.values() {
            out.comma();
            out.push(&grave.line());
        }
        out.push("]}}\n");
        for name in std::mem::take(&mut out.unknown) {
            out.push("{\"unknown\":");
            out.string(name);
            out.push("}\n");
        }
        self.log.write(&out.text);
    }

    /// Says how `main` came to its end, and how many blocks it asked for and gave back.
    fn end(&mut self, panicked: bool) {
        let (allocations, frees) = (self.allocations, self.frees);
        self.log.write(&format!(
            "{{\"ended\":{{\"panicked\":{panicked},\"allocations\":{allocations},\"frees\":{frees}}}}}\n"
        ));
    }

    fn stop_recording(&mut self) {
        self.is_done = true;
        self.stop("steps");
    }

    /// Says what is not recorded or why the program is stopped.
    fn stop(&mut self, why: &str) {
        self.log.write(&format!("{{\"stopped\":\"{why}\"}}\n"));
    }

    /// Ends the program, and says why.
    pub(crate) fn stop_for_good(&mut self, why: &str) {
        self.stop(why);
        std::process::abort();
    }

    pub(crate) fn birth(&mut self, at: usize, size: usize) {
        self.allocations += 1;
        self.out.ground.is_taken(at, size);
        self.out.blocks.insert(at, (self.allocations, size));
        self.hold(size);
    }

    /// Whether the block is to be kept, so that no other comes to lie there.
    pub(crate) fn death(&mut self, at: usize) -> bool {
        let Some((number, size)) = self.out.blocks.remove(&at) else {
            // A block from before `main` is not the program's.
            let grave = self.out.ground.grave(at).filter(|grave| grave.at == at);
            if let Some(grave) = grave.filter(|_| !self.is_done) {
                self.log
                    .write(&format!("{{\"freed_again\":{}}}\n", grave.line()));
            }
            return grave.is_some();
        };
        self.frees += 1;
        self.held -= taken(size);
        self.out.ground.is_freed(Grave {
            number,
            at,
            size,
            step: self.steps,
        });
        if self.pointed_to.remove(&at) && self.has_room_for_event() {
            _ = write!(self.events.text, "{{\"freed\":{number}}}");
        }
        self.gives_back |= self.kept + taken(size) > MOST_KEPT;
        if !self.gives_back {
            self.kept += taken(size);
        }
        !self.gives_back
    }

    /// What is in a block goes to a new one of another size; whether the old one is to be kept.
    pub(crate) fn resize(&mut self, from: usize, to: usize, size: usize) -> bool {
        let number = self.out.blocks.get(&from).map(|(number, _)| *number);
        let is_known = self.pointed_to.contains(&from);
        let is_kept = self.death(from);
        self.birth(to, size);
        if let Some(number) = number.filter(|_| is_known)
            && self.has_room_for_event()
        {
            let to = self.allocations;
            _ = write!(self.events.text, "{{\"resized\":[{number},{to}]}}");
        }
        is_kept
    }

    /// Writes down at once, for the program may not live on, that it reaches into memory that is
    /// gone. Where a call has returned, other calls have written since, in every run something else:
    /// there it is stopped.
    pub(crate) fn reach(&mut self, line: usize, how: &'static str, at: usize, bytes: usize) {
        let low = self
            .frames
            .last()
            .map_or(self.stack_bottom, |frame| frame.low);
        let top = 0_u8;
        let is_below = ((&raw const top).addr().min(low)..low).contains(&at);
        let is_on_stack = is_below || (low..self.stack_bottom).contains(&at);
        let has_value = || self.frames.iter().any(|frame| frame.has_value_at(at));
        let grave = self.out.ground.grave(at);
        let is_gone = grave.is_some() || is_on_stack && (is_below || !has_value());
        let block = grave.map(|grave| grave.number);
        if is_gone && !self.is_done && self.reached.insert((line, how, block)) {
            let grave = grave.map_or("null".to_owned(), |grave| grave.line());
            self.log.write(&format!(
                "{{\"reached\":{{\"line\":{line},\"how\":\"{how}\",\"at\":{at},\"bytes\":{bytes},\"grave\":{grave}}}}}\n"
            ));
        }
        if is_below {
            self.stop_for_good("returned");
        }
    }

    fn hold(&mut self, size: usize) {
        self.held += taken(size);
        if self.held > MOST_BYTES {
            self.stop_for_good("memory");
        }
    }

    /// Makes ready for one more event, unless nobody will read it.
    fn has_room_for_event(&mut self) -> bool {
        if self.is_done {
            return false;
        }
        if self.happened == MOST_EVENTS || self.log.is_full(self.events.text.len()) {
            self.stop_recording();
            return false;
        }
        self.happened += 1;
        self.events.comma();
        true
    }
}

impl Frame {
    /// Where its places lie, but for those that have moved, or these alone.
    fn spots(&self, moved: bool) -> impl Iterator<Item = Range<usize>> {
        let spots = self.places.iter().enumerate();
        let wanted = move |slot: usize| self.moved.contains(&slot) == moved;
        spots.filter_map(move |(slot, spot)| Some(spot.as_ref().filter(|_| wanted(slot))?.bytes()))
    }

    /// Whether a value of it lies there: a variable's field may have moved by itself.
    fn has_value_at(&self, at: usize) -> bool {
        let has = |moved| self.spots(moved).any(|spot| spot.contains(&at));
        has(false) && !has(true)
    }
}

/// How much of the memory a block takes, what the system's allocator needs itself included: of
/// tiny blocks this is the most.
fn taken(size: usize) -> usize {
    (size + size_of::<usize>()).next_multiple_of(16).max(32)
}
