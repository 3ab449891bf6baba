//! Which section of the book teaches an error code.
//!
//! The page with the table of codes says it; its rows begin so:
//!
//! ```text
//! | [E0382](../ownership/moves.md#ownership-use-after-move) | …
//! ```

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

/// By code, the address of its section below the book's own: `ownership/moves.html#…`. `pages` are
/// paths below `src`, and their texts.
pub fn sections<'a>(pages: impl Iterator<Item = (&'a Path, &'a str)>) -> BTreeMap<String, String> {
    let mut sections = BTreeMap::new();
    for (path, text) in pages {
        let folder = path.parent().unwrap_or(Path::new(""));
        for row in text.lines().filter_map(|line| line.strip_prefix("| [E")) {
            let Some((code, rest)) = row.split_once("](") else {
                continue;
            };
            let Some((link, _)) = rest.split_once(')') else {
                continue;
            };
            let (page, anchor) = link.split_once('#').unwrap_or((link, ""));
            let page = without_dots(&folder.join(page)).with_extension("html");
            let address = page.display().to_string().replace('\\', "/");
            sections.insert(format!("E{code}"), format!("{address}#{anchor}"));
        }
    }
    sections
}

/// `reference/../ownership/moves.md` is `ownership/moves.md`.
fn without_dots(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => _ = plain.pop(),
            Component::CurDir => {}
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_the_table_leads_to_its_section() {
        let text =
            "| error | what |\n| --- | --- |\n| [E0382](../ownership/moves.md#twice) | moved |\n";
        let page = (Path::new("reference/error-codes.md"), text);
        let sections = sections([page].into_iter());
        assert_eq!(sections["E0382"], "ownership/moves.html#twice");
    }
}
