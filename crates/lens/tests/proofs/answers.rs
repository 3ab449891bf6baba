//! A kept answer does not outlive the code that gave it.

#[expect(dead_code, reason = "the list alone is looked at")]
#[path = "../../build.rs"]
mod build;

use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder").flatten();
    let paths = entries.map(|entry| entry.path());
    let below = |path: PathBuf| {
        if path.is_dir() {
            files(&path)
        } else {
            vec![path]
        }
    };
    paths.flat_map(below).collect()
}

#[test]
fn every_file_that_decides_an_answer_is_a_part_of_its_key() {
    let crates = ["src", "../recorder/src", "../runner/src"];
    let deciding = crates.iter().flat_map(|folder| files(Path::new(folder)));
    let own = ["build.rs", "Cargo.toml", "../../Cargo.lock"];
    for file in deciding.chain(own.map(PathBuf::from)) {
        let counted = build::DEPENDS_ON.iter().any(|path| file.starts_with(path));
        assert!(counted, "{} is no part of the key", file.display());
    }
}

#[test]
fn the_key_is_that_of_the_files_as_they_are() {
    let now = runner::fingerprint(build::DEPENDS_ON).expect("readable");
    assert_eq!(lens::VERSION, format!("{now:016x}"));
}
