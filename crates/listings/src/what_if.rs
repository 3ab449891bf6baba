//! "What if I …?": a change of a listing that a reader may try, and what rustc says of it.

use crate::Problem;
use crate::change::{Change, changed};
use crate::files::read_if_there;
use serde::Deserialize;
use std::path::Path;

/// A change to be tried. It stands in `SLUG.what-if`, beside the listing:
///
/// ```toml
/// [[try]]
/// text = "use `s1` after the move"
/// comes = "E0382"
/// changes = [{ line = 6, with = '    println!("{s1} {s2}");' }]
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhatIf {
    /// What it does, inline Markdown, after the words "What if I".
    pub text: String,
    /// What comes of it: the code of rustc's first error, or `compiles`.
    pub comes: String,
    /// What it changes.
    pub changes: Vec<Change>,
}

impl WhatIf {
    /// The program with the change.
    pub fn applied(&self, source: &str) -> String {
        changed(source, &self.changes)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    r#try: Vec<WhatIf>,
}

/// The changes to be tried that stand in the file `path`, of a listing with this text.
///
/// # Errors
/// If the file cannot be read, or changes a line that is not there.
pub(crate) fn what_ifs(root: &Path, path: &Path, source: &str) -> Result<Vec<WhatIf>, Problem> {
    let Some(text) = read_if_there(root, path)? else {
        return Ok(Vec::new());
    };
    let written: Written = toml::from_str(&text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let line = 1 + text[..start].matches('\n').count();
        let said = error.message().to_owned();
        let cure = "write `[[try]]` with `text`, `comes` and `changes`";
        Problem::at(path, line, said, cure)
    })?;
    let lines = source.lines().count();
    for what_if in &written.r#try {
        let mut changed = what_if.changes.iter().map(|change| change.line);
        if let Some(line) = changed.find(|line| !(1..=lines).contains(line)) {
            let said = format!(
                "\"{}\" changes line {line}, and there is none",
                what_if.text
            );
            let cure = "name a line of the listing, from 1";
            return Err(Problem::at(path, 1, said, cure));
        }
    }
    Ok(written.r#try)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn what_is_wrong_with_a_proposal_is_said_with_its_place() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = Path::new("a.what-if");
        let read = |text: &str| {
            fs::write(folder.path().join(path), text).expect("written");
            what_ifs(folder.path(), path, "fn main() {\n}\n")
        };
        let wrong = |text: &str| read(text).expect_err("wrong").to_string();
        let good = "[[try]]\ntext = \"print\"\ncomes = \"compiles\"\nchanges = [{ line = 1, with = \"fn main() { f()\" }]\n";
        let tries = read(good).expect("right");
        assert_eq!(tries[0].applied("fn main() {\n}\n"), "fn main() { f()\n}\n");
        let said = wrong(&good.replace("line = 1", "line = 3"));
        assert!(
            said.starts_with("a.what-if:1: \"print\" changes line 3, and there is none"),
            "{said}"
        );
        let said = wrong("[[try]]\ntext = \"print\"\n");
        assert!(
            said.starts_with("a.what-if:1: missing field `comes`"),
            "{said}"
        );
    }
}
