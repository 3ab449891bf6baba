//! "What if I …?": a change of a listing that a reader may try, and what rustc says of it.

use crate::files::read_if_there;
use crate::question::{Change, changed};
use crate::{Listing, Problem};
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

/// The changes to be tried that stand beside a listing.
///
/// # Errors
/// If the file cannot be read, or changes a line that is not there.
pub(crate) fn what_ifs(root: &Path, listing: &Listing) -> Result<Vec<WhatIf>, Problem> {
    let path = listing.beside("what-if");
    let Some(text) = read_if_there(root, &path)? else {
        return Ok(Vec::new());
    };
    let written: Written = toml::from_str(&text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let line = 1 + text[..start].matches('\n').count();
        let said = error.message().to_owned();
        Problem::at(
            &path,
            line,
            said,
            "write `[[try]]` with `text`, `comes` and `changes`",
        )
    })?;
    let lines = listing.source.lines().count();
    for what_if in &written.r#try {
        if let Some(change) = what_if
            .changes
            .iter()
            .find(|change| !(1..=lines).contains(&change.line))
        {
            let said = format!(
                "\"{}\" changes line {}, and there is none",
                what_if.text, change.line
            );
            return Err(Problem::at(
                &path,
                1,
                said,
                "name a line of the listing, from 1",
            ));
        }
    }
    Ok(written.r#try)
}
