//! A number for files. Build scripts take this file as a module, so that they need not wait for a
//! crate to be compiled: it uses std alone.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::Path;

/// A number that changes whenever a file at or below one of these paths does, in name or content:
/// for a build script, so that answers of older code are not taken for answers of this one.
///
/// # Errors
/// If something cannot be read.
pub fn fingerprint<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> io::Result<u64> {
    let mut hasher = DefaultHasher::new();
    for path in paths {
        hash_files(path.as_ref(), &mut hasher)?;
    }
    Ok(hasher.finish())
}

fn hash_files(path: &Path, hasher: &mut DefaultHasher) -> io::Result<()> {
    let named = |error: io::Error| {
        io::Error::new(
            error.kind(),
            format!("{} cannot be read: {error}", path.display()),
        )
    };
    if !path.is_dir() {
        path.hash(hasher);
        fs::read(path).map_err(named)?.hash(hasher);
        return Ok(());
    }
    let entries = fs::read_dir(path).map_err(named)?;
    let entries: io::Result<Vec<_>> = entries.map(|entry| Ok(entry?.path())).collect();
    let mut paths = entries.map_err(named)?;
    paths.sort();
    paths.iter().try_for_each(|path| hash_files(path, hasher))
}
