//! Reading files and folders; what cannot be read is a problem with its place and cure.

use crate::Problem;
use crate::problem::line_of;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What `folder` has with that extension, relative to `root`, sorted.
pub(crate) fn files(
    root: &Path,
    folder: &str,
    extension: &str,
    problems: &mut Vec<Problem>,
) -> Vec<PathBuf> {
    let entries = entries(root, Path::new(folder), problems).into_iter();
    let paths = entries.map(|(path, _)| path);
    paths
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect()
}

/// What stands in `folder`, relative to `root`, sorted, and whether it is a folder; a folder that
/// is not there is empty.
pub(crate) fn entries(
    root: &Path,
    folder: &Path,
    problems: &mut Vec<Problem>,
) -> Vec<(PathBuf, bool)> {
    let mut entries = Vec::new();
    let read = fs::read_dir(root.join(folder)).and_then(|found| {
        for entry in found {
            let entry = entry?;
            // A link to a folder is none, so that no circle of links is followed.
            let is_folder = entry.file_type()?.is_dir();
            let path = folder.join(entry.file_name());
            if path.to_str().is_some() {
                entries.push((path, is_folder));
            } else {
                let what = "the file's name is not UTF-8";
                problems.push(Problem::at(path, 1, what, "rename it"));
            }
        }
        Ok(())
    });
    match read {
        Err(error) if error.kind() != ErrorKind::NotFound => problems.push(Problem::at(
            folder,
            1,
            format!("the folder cannot be read ({error})"),
            "make it a folder that can be read",
        )),
        _ => {}
    }
    entries.sort();
    entries
}

/// Whether something stands at that path below `root`, if only a link that leads nowhere.
pub(crate) fn is_there(root: &Path, path: &Path) -> Result<bool, Problem> {
    match fs::symlink_metadata(root.join(path)) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(unreadable(path, &error)),
    }
}

/// As [`read_text`], or `None` where nothing stands.
pub(crate) fn read_if_there(root: &Path, path: &Path) -> Result<Option<String>, Problem> {
    match is_there(root, path)? {
        true => read_text(root, path).map(Some),
        false => Ok(None),
    }
}

fn unreadable(path: &Path, error: &io::Error) -> Problem {
    Problem::at(
        path,
        1,
        format!("cannot be read ({error})"),
        "let a file stand there that can be read",
    )
}

/// The text of a file below `root`: UTF-8 with Unix line ends and nothing that no page can show.
pub(crate) fn read_text(root: &Path, path: &Path) -> Result<String, Problem> {
    let bytes = fs::read(root.join(path)).map_err(|error| unreadable(path, &error))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = 1 + valid.iter().filter(|byte| **byte == b'\n').count();
        Problem::at(
            path,
            line,
            "this line is not UTF-8",
            "save the file as UTF-8",
        )
    })?;
    // Neither HTML nor XML has these.
    let unshowable = |c: char| {
        c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    let Some((at, found)) = text.char_indices().find(|(_, c)| unshowable(*c)) else {
        return Ok(text);
    };
    let line = line_of(&text, at);
    Err(if found == '\r' {
        Problem::at(
            path,
            line,
            "Windows line end (CR LF)",
            "save the file with Unix line ends (LF)",
        )
    } else {
        Problem::at(
            path,
            line,
            format!(
                "a control character (U+{:04X}), which no page can show",
                u32::from(found)
            ),
            "take it out, or let the program print text alone",
        )
    })
}
