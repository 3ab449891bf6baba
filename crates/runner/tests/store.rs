//! An answer is asked for once, and again when something that it depends on has changed.

use runner::{Store, fingerprint};
use std::cell::Cell;
use std::fs;
use std::io;

#[test]
fn an_answer_is_asked_for_once_for_each_thing_that_it_depends_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path().join("answers")).expect("it is made");
    let asked = Cell::new(0);
    let ask = |depends_on: &str| {
        store.answer("length", depends_on, || {
            asked.set(asked.get() + 1);
            Ok::<_, io::Error>(depends_on.len())
        })
    };
    for (program, length, times) in [("one", 3, 1), ("one", 3, 1), ("three", 5, 2)] {
        assert_eq!(ask(program).expect("an answer"), length);
        assert_eq!(asked.get(), times, "{program}");
    }
}

#[test]
fn a_failure_is_not_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path()).expect("it is there");
    let failed = store.answer("length", "a", || Err::<usize, _>(io::Error::other("busy")));
    assert!(failed.is_err());
    assert_eq!(
        store
            .answer("length", "a", || Ok::<_, io::Error>(1))
            .expect("asked again"),
        1
    );
    let failed = store.files("files", "a", |_| Err(io::Error::other("busy")));
    assert!(failed.is_err());
    let write = |folder: &std::path::Path| fs::write(folder.join("a"), "1");
    let files = store.files("files", "a", write).expect("made again");
    assert_eq!(fs::read_to_string(files.join("a")).expect("kept"), "1");
    let left = fs::read_dir(folder.path()).expect("readable").count();
    assert_eq!(left, 2, "nothing half made is left");
}

#[test]
fn a_damaged_answer_is_asked_for_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path()).expect("it is there");
    let ask = || store.answer("length", "a", || Ok::<_, io::Error>(1));
    assert_eq!(ask().expect("asked"), 1);
    for entry in fs::read_dir(folder.path()).expect("readable").flatten() {
        fs::write(entry.path(), "half an ans").expect("damaged");
    }
    assert_eq!(ask().expect("asked again"), 1);
}

#[test]
fn a_fingerprint_changes_with_every_file_below_a_folder_and_with_its_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let deep = folder.path().join("a/b");
    fs::create_dir_all(&deep).expect("made");
    let mut seen = Vec::new();
    for (name, text) in [("one.rs", "1"), ("one.rs", "2"), ("two.rs", "2")] {
        fs::write(deep.join(name), text).expect("written");
        seen.push(fingerprint([folder.path()]).expect("readable"));
    }
    seen.dedup();
    assert_eq!(seen.len(), 3);
    assert!(fingerprint([folder.path().join("gone")]).is_err());
}
