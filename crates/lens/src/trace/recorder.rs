//! The compiled recorder, which every program that is traced is linked with.

use crate::LensError;
use crate::rustc::{Compiler, KEPT};
use runner::{Command, End, Limits, Store};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Files of the recorder, each with its text.
macro_rules! files {
    ($($file:literal),* $(,)?) => {
        [$(($file, include_str!(concat!("../../../recorder/src/", $file)))),*]
    };
}

/// The recorder's text.
const FILES: [(&str, &str); 19] = files![
    "lib.rs",
    "allocator.rs",
    "arena.rs",
    "ground.rs",
    "log.rs",
    "look/mod.rs",
    "look/out.rs",
    "look/types/cells.rs",
    "look/types/collections.rs",
    "look/types/errors.rs",
    "look/types/iterators.rs",
    "look/types/mod.rs",
    "look/types/objects.rs",
    "look/types/pointers.rs",
    "look/types/values.rs",
    "raw.rs",
    "record.rs",
    "seen.rs",
    "threads.rs",
];
/// How it is compiled.
const FLAGS: [&str; 4] = [
    "--edition=2024",
    "--crate-type=lib",
    "--crate-name=__lens",
    "-O",
];
/// The longest that compiling it may take.
const LIMIT: Duration = Duration::from_secs(60);

/// The library of the compiled recorder, which is made once for each compiler.
///
/// # Errors
/// If it cannot be compiled or kept.
pub(crate) fn recorder() -> Result<PathBuf, LensError> {
    let version = &Compiler::find()?.version;
    let store = Store::open(KEPT)?;
    let folder = one_at_a_time(|| store.files("recorder", (FILES, FLAGS, version), compile))?;
    Ok(folder.join("lib__lens.rlib"))
}

/// Makes something while no other thread does: the second finds what the first has made.
fn one_at_a_time<T>(make: impl FnOnce() -> T) -> T {
    static MAKING: Mutex<()> = Mutex::new(());
    let _making = MAKING.lock().unwrap_or_else(PoisonError::into_inner);
    make()
}

fn compile(folder: &Path) -> Result<(), LensError> {
    fs::create_dir_all(folder.join("look/types"))?;
    for (file, text) in FILES {
        fs::write(folder.join(file), text)?;
    }
    let ran = Command::new(&Compiler::find()?.path)
        .args(FLAGS)
        .arg("lib.rs")
        .folder(folder)
        .limits(Limits::tool(LIMIT))
        .run()?;
    let how = match ran.end {
        End::Exited(_) if ran.succeeded() => return Ok(()),
        End::Exited(_) => ran.stderr().trim_end().to_owned(),
        stopped @ End::Stopped(_) => stopped.to_string(),
    };
    Err(LensError::NotReady(format!(
        "the recorder is not compiled ({how})"
    )))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    #[test]
    fn what_several_threads_ask_for_at_once_is_made_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(folder.path()).expect("a store");
        let made = AtomicUsize::new(0);
        let make = |_: &Path| -> Result<(), LensError> {
            made.fetch_add(1, Ordering::Relaxed);
            // The others come meanwhile.
            thread::sleep(Duration::from_millis(100));
            Ok(())
        };
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| one_at_a_time(|| store.files("it", 0, make).expect("made")));
            }
        });
        assert_eq!(made.into_inner(), 1);
    }
}
