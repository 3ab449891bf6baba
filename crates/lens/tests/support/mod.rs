//! The book's listings, which these tests take as their programs.

use std::fs;
use std::path::Path;

/// The name and text of every program in a folder of the book.
pub fn listings(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(folder);
    let mut listings: Vec<(String, String)> = fs::read_dir(folder)
        .expect("the folder")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| {
            let name = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            (name, fs::read_to_string(path).expect("a listing"))
        })
        .collect();
    listings.sort();
    listings
}
