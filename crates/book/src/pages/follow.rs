//! Follows the changes of a book that is served: each one is built, and what is wrong is said.

use crate::figures::measured;
use crate::pages::builds::Builds;
use anyhow::{Context, Result};
use notify::{RecursiveMode, Watcher};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::ErrorKind;
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// What a page is made of; what is not there yet is left out.
const WATCHED: [&str; 7] = [
    "src",
    "theme",
    "book.toml",
    listings::EXAMPLES,
    listings::COMPILE_FAIL,
    listings::REPORTS,
    measured::FILE,
];
/// An editor writes a file in several steps; wait until it is done.
const QUIET: Duration = Duration::from_millis(50);

/// Builds the book after every change; an error leaves the newest build.
/// `built` is the fingerprint of what was built last.
pub fn follow(builds: &Builds, built: u64) -> Result<()> {
    let (sender, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // A build reads every file; what is only read has not changed.
        if !event.as_ref().is_ok_and(|event| event.kind.is_access()) {
            _ = sender.send(event.map(|_| ()));
        }
    })?;
    for watched in WATCHED.map(|name| builds.root.join(name)) {
        if watched.is_dir() {
            watcher.watch(&watched, RecursiveMode::Recursive)?;
        } else if let Some(folder) = watched.parent().filter(|folder| folder.is_dir()) {
            // An editor may put a new file in a file's place, which nobody sees who watches the old one.
            watcher.watch(folder, RecursiveMode::NonRecursive)?;
        }
    }
    // The first look catches what changed before anything was watched.
    let mut built = Some(built);
    loop {
        match fingerprint(&builds.root) {
            Ok(now) if built == Some(now) => {}
            Ok(now) => {
                built = Some(now);
                rebuild(builds);
            }
            Err(error) => {
                // Whatever can be read again is built.
                built = None;
                say(&error);
            }
        }
        match changes.recv() {
            Ok(change) => change?,
            Err(_) => return Ok(()),
        }
        thread::sleep(QUIET);
        while changes.try_recv().is_ok() {}
    }
}

fn rebuild(builds: &Builds) {
    let started = Instant::now();
    match builds.build() {
        Ok(()) => println!("Rebuilt in {} ms", started.elapsed().as_millis()),
        Err(error) => say(&error),
    }
}

fn say(error: &anyhow::Error) {
    eprintln!("error: {error:#}\nThe last good build is served until this is mended.");
}

/// Differs when any watched file does: a watcher also reports files that were saved unchanged.
pub fn fingerprint(root: &Path) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    for name in WATCHED {
        hash_files(&root.join(name), &mut hasher)?;
    }
    Ok(hasher.finish())
}

fn hash_files(path: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    let unreadable = || format!("{}: cannot be read; make it readable", path.display());
    if path.is_dir() {
        let entries = fs::read_dir(path).with_context(unreadable)?;
        let mut paths = entries
            .map(|entry| Ok(entry.with_context(unreadable)?.path()))
            .collect::<Result<Vec<_>>>()?;
        paths.sort();
        for path in paths {
            hash_files(&path, hasher)?;
        }
        return Ok(());
    }
    match fs::read(path) {
        // It is not there yet, or no longer; an editor's own link may lead nowhere.
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        bytes => {
            path.hash(hasher);
            bytes.with_context(unreadable)?.hash(hasher);
        }
    }
    Ok(())
}
