//! Follows the changes of a book that is served: each one is built, and what is wrong is said.

use crate::figures::measured;
use crate::pages::builds::Builds;
use anyhow::{Context, Result};
use notify::{RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::ErrorKind;
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// What a page is made of; names with an ending are files.
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
/// `built` is the state of the sources that were built last.
pub fn follow(builds: &Builds, built: u64) -> Result<()> {
    let (sender, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // A build reads every file; what is only read has not changed.
        if !event.as_ref().is_ok_and(|event| event.kind.is_access()) {
            _ = sender.send(event.map(|_| ()));
        }
    })?;
    let mut built = Some(built);
    loop {
        // The look after it catches what changed before it was watched.
        watch(&mut watcher, &builds.root);
        match state_of_sources(&builds.root) {
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
            Ok(Ok(())) => {}
            Ok(Err(error)) => missed(&error),
            Err(_) => return Ok(()),
        }
        thread::sleep(QUIET);
        while changes.try_recv().is_ok() {}
    }
}

/// Watches what is there, on each turn anew: a folder that was made again is another one, even if
/// nobody saw it gone.
fn watch(watcher: &mut impl Watcher, root: &Path) {
    let mut watched = BTreeSet::new();
    for path in WATCHED.map(|name| root.join(name)) {
        // An editor may put a new file in a file's place: its folder is watched.
        let (folder, mode) = match path.extension() {
            None => (path.as_path(), RecursiveMode::Recursive),
            Some(_) => (path.parent().unwrap_or(root), RecursiveMode::NonRecursive),
        };
        if watched.insert(folder.to_owned()) {
            // It may not be watched any longer.
            _ = watcher.unwatch(folder);
            match watcher.watch(folder, mode) {
                Err(error) if folder.is_dir() => missed(&error),
                // Or it is not there yet, or no longer.
                _ => {}
            }
        }
    }
}

fn missed(error: &notify::Error) {
    eprintln!("error: a change may be missed ({error}); save the file once more");
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
pub fn state_of_sources(root: &Path) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    for name in WATCHED {
        hash_sources(&root.join(name), &mut hasher)?;
    }
    Ok(hasher.finish())
}

fn hash_sources(path: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    let unreadable = || format!("{}: cannot be read; make it readable", path.display());
    if path.is_dir() {
        let entries = fs::read_dir(path).with_context(unreadable)?;
        let mut paths = entries
            .map(|entry| Ok(entry.with_context(unreadable)?.path()))
            .collect::<Result<Vec<_>>>()?;
        paths.sort();
        for path in paths {
            hash_sources(&path, hasher)?;
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
