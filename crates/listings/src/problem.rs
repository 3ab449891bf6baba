use std::fmt;
use std::path::{Path, PathBuf};

/// One mistake of an author, said as `place: what is wrong; what to do`.
///
/// ```
/// # use listings::Problem;
/// let problem = Problem::at("src/ownership/moves.md", 42, "no listing is named \"moving\"", "name one");
/// assert_eq!(
///     problem.to_string(),
///     "src/ownership/moves.md:42: no listing is named \"moving\"; name one"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, relative to the book's root.
    pub file: PathBuf,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What mends it.
    pub cure: String,
}

impl Problem {
    /// A problem at one line of one file.
    pub fn at(
        file: impl AsRef<Path>,
        line: usize,
        what: impl Into<String>,
        cure: impl Into<String>,
    ) -> Problem {
        Problem {
            file: file.as_ref().to_owned(),
            line,
            what: what.into(),
            cure: cure.into(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Problem {
            file,
            line,
            what,
            cure,
        } = self;
        write!(f, "{}:{line}: {what}; {cure}", shown(file))
    }
}

/// A path below the book's root as a reader sees it, on every system the same:
/// `examples/other-languages/a/main.c`.
pub fn shown(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

/// The line, from 1, of a byte of the text.
pub(crate) fn line_of(text: &str, at: usize) -> usize {
    1 + text[..at].matches('\n').count()
}

#[cfg(test)]
mod tests {
    use super::shown;
    use std::path::Path;

    #[test]
    fn a_path_is_shown_with_slashes_whatever_joins_its_parts() {
        let path = Path::new("examples").join("other-languages").join("main.c");
        assert_eq!(shown(&path), "examples/other-languages/main.c");
    }
}
