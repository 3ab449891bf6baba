//! What is not looked into, and why: the one list of it.

/// A kind of value that is not looked into.
#[derive(Debug, Clone, Copy)]
pub struct Unseen {
    /// What it is: `a closure`.
    pub what: &'static str,
    /// Why nobody looks into it, as the rest of a sentence that begins with `it`.
    pub why: &'static str,
    /// Whether a type is one, by its name at run time.
    is: fn(&str) -> bool,
}

/// Every kind, the more special before the more general; the last is for every other type.
pub const UNSEEN: [Unseen; 9] = [
    Unseen {
        what: "a future",
        why: "keeps what it holds across an `await` where no code can ask",
        is: |name| name == FUTURE,
    },
    Unseen {
        what: "a value behind too many others",
        why: "lies deeper than 24 others, or more than 4,096 were read before it",
        is: |name| name == "beyond",
    },
    Unseen {
        what: "a closure",
        why: "offers no names for what it has captured",
        is: |name| name.ends_with("{{closure}}"),
    },
    Unseen {
        what: "a function",
        why: "takes no memory as a value of its own",
        is: |name| name.starts_with("fn(") || name.starts_with("for<"),
    },
    Unseen {
        what: "a value behind a trait of std, such as `dyn Fn` or `dyn Display`",
        why: "does not tell which type it is of",
        is: |name| name.starts_with("dyn "),
    },
    Unseen {
        what: "an iterator such as `Map`, `Lines` or `Keys`",
        why: "keeps to itself where it stands",
        is: |name| is_of_std(name) && ITERATORS.contains(&last(name)),
    },
    Unseen {
        what: "a handle such as `File`, `Sender` or `JoinHandle`",
        why: "stands for what the system keeps or another thread shares",
        is: |name| is_of_std(name) && HANDLES.contains(&last(name)),
    },
    Unseen {
        what: "memory that may have no value, such as `MaybeUninit`",
        why: "must not be read by whoever does not know",
        is: |name| is_of_std(name) && ["MaybeUninit", "UnsafeCell"].contains(&last(name)),
    },
    Unseen {
        what: "a value of any other type that std keeps closed or the recorder cannot stand in",
        why: "offers no safe way to its inside",
        is: |_| true,
    },
];

/// How the recorder calls a future: at run time its type has the name of a closure.
pub(super) const FUTURE: &str = "future";

/// Iterators of std that offer no look at what remains.
const ITERATORS: [&str; 71] = [
    "Bytes",
    "Chain",
    "Chunks",
    "ChunksExact",
    "ChunksMut",
    "Cloned",
    "Copied",
    "Cycle",
    "Drain",
    "Empty",
    "Enumerate",
    "EscapeDebug",
    "EscapeDefault",
    "Filter",
    "FilterMap",
    "FlatMap",
    "Flatten",
    "FromFn",
    "Fuse",
    "Inspect",
    "IntoKeys",
    "IntoValues",
    "Keys",
    "Lines",
    "LinesAny",
    "Map",
    "MapWhile",
    "MatchIndices",
    "Matches",
    "Once",
    "OnceWith",
    "Peekable",
    "RChunks",
    "RMatches",
    "RSplit",
    "RSplitN",
    "Repeat",
    "RepeatN",
    "RepeatWith",
    "Rev",
    "Scan",
    "Skip",
    "SkipWhile",
    "Split",
    "SplitAsciiWhitespace",
    "SplitInclusive",
    "SplitMut",
    "SplitN",
    "SplitTerminator",
    "SplitWhitespace",
    "Splice",
    "StepBy",
    "Successors",
    "Take",
    "TakeWhile",
    "ToLowercase",
    "ToUppercase",
    "Values",
    "ValuesMut",
    "Windows",
    "Zip",
    "Args",
    "Vars",
    "ReadDir",
    "Difference",
    "Intersection",
    "Union",
    "SymmetricDifference",
    "Entry",
    "OccupiedEntry",
    "VacantEntry",
];

const HANDLES: [&str; 29] = [
    "File",
    "TcpStream",
    "TcpListener",
    "UdpSocket",
    "Child",
    "Command",
    "ChildStdin",
    "ChildStdout",
    "ChildStderr",
    "StdinLock",
    "StdoutLock",
    "StderrLock",
    "BufReader",
    "BufWriter",
    "LineWriter",
    "Sender",
    "SyncSender",
    "Receiver",
    "JoinHandle",
    "ScopedJoinHandle",
    "Thread",
    "Scope",
    "Barrier",
    "Condvar",
    "Waker",
    "Context",
    "Metadata",
    "DirEntry",
    "OpenOptions",
];

impl Unseen {
    /// The kind of a type that is never looked into, by its name at run time.
    pub(super) fn of(name: &str) -> Option<&'static Unseen> {
        let (_, special) = UNSEEN.split_last()?;
        special.iter().find(|kind| (kind.is)(name))
    }

    /// Why a value of a type was not looked into.
    pub(super) fn reason(name: &str) -> String {
        let kind = UNSEEN.iter().find(|kind| (kind.is)(name));
        kind.map_or(String::new(), |kind| kind.why.to_owned())
    }
}

fn is_of_std(name: &str) -> bool {
    ["core::", "alloc::", "std::"]
        .iter()
        .any(|root| name.starts_with(root))
}

/// `Map` of `core::iter::adapters::map::Map<…>`.
fn last(name: &str) -> &str {
    let path = name.split('<').next().unwrap_or(name);
    path.rsplit("::").next().unwrap_or(path)
}
