//! Programs in `tests/why/`, each with the sentences that the table of `lens` has for it.
//!
//! ```text
//! //= line 5: names cannot be written: lent shared to all on line 3; …
//! ```
//!
//! What stands after a program's last line is not a part of it.

use std::fs;
use std::path::Path;

#[test]
fn each_program_gets_its_sentences() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/why");
    let mut programs = 0;
    for entry in fs::read_dir(folder).expect("the folder").flatten() {
        let source = fs::read_to_string(entry.path()).expect("a program");
        let (program, sentences) = source.split_once("//= ").expect("a sentence");
        let sentences: Vec<&str> = sentences.split("//= ").map(str::trim_end).collect();
        crate::lens::explains(program, &sentences);
        programs += 1;
    }
    assert!(programs >= 12, "{programs} programs");
}
