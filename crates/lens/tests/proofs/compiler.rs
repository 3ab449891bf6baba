//! One compiler answers every question, whichever folder a question is asked in.

use lens::{LensError, Options, Patience};
use std::env;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Duration;

/// Set where a test is run as a part of another one.
const A_PART: &str = "LENS_TEST_A_PART";

/// Runs one of these tests in a process of its own, in `folder`, with that text as the `rustc`
/// that comes first on `PATH`.
fn with_rustc(folder: &Path, text: &str, test: &str) -> Output {
    let first = tempfile::tempdir().expect("a folder");
    let script = first.path().join("rustc");
    fs::write(&script, text).expect("written");
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).expect("executable");
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = [first.path().to_owned()]
        .into_iter()
        .chain(env::split_paths(&path));
    Command::new(env::current_exe().expect("this test"))
        .args(["--exact", "--ignored", "--nocapture", test])
        .env("PATH", env::join_paths(folders).expect("a path"))
        .env(A_PART, "1")
        .current_dir(folder)
        .output()
        .expect("it runs")
}

/// Where the files of the real compiler are, asked where this test stands.
fn sysroot() -> PathBuf {
    let sysroot = Command::new("rustc")
        .args(["--print", "sysroot"])
        .output()
        .expect("rustc starts");
    let sysroot = String::from_utf8(sysroot.stdout).expect("text");
    PathBuf::from(sysroot.trim_end())
}

/// The same compiler once more in `folder`: by hard links, or copied where no link can lead.
fn as_a_copy(sysroot: &Path, folder: &Path) {
    for part in ["bin", "lib"] {
        let copy = |how| {
            let copied = Command::new("cp")
                .arg(how)
                .arg(sysroot.join(part))
                .arg(folder)
                .status();
            copied.expect("cp starts").success()
        };
        assert!(copy("-rlf") || copy("-rf"), "{part} is not copied");
    }
}

#[test]
fn the_folder_of_a_program_chooses_no_compiler() {
    let folder = tempfile::tempdir().expect("a folder");
    let here = folder.path().canonicalize().expect("it is there");
    // As rustup does: in one folder this compiler answers, in any other another one.
    let by_folder = format!(
        "#!/bin/sh
if [ \"$(pwd -P)\" = '{}' ]; then exec '{}' \"$@\"; fi
echo 'another compiler has been asked' >&2
exit 1
",
        here.display(),
        sysroot().join("bin/rustc").display()
    );
    let ran = with_rustc(&here, &by_folder, "compiler::asks_about_a_program");
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success(), "{said}");
    assert!(said.contains("1 passed"), "{said}");
}

#[test]
#[ignore = "a part of the test above, which runs it with another PATH"]
fn asks_about_a_program() {
    let program = "fn main() {\n    let a = 1;\n    drop(a);\n}\n";
    let verdict = lens::check(program, lens::LIMIT).expect("a verdict");
    assert_eq!(verdict, lens::Verdict::Accepted);
    lens::timeline(program, &Options::default()).expect("a timeline");
    let trace = lens::trace(program).expect("a trace");
    assert_eq!(trace.ending, lens::Ending::Returned);
}

/// In the time of the next two tests, a compiler that takes 3 s for each answer can give two: those
/// that a timeline of a short program takes.
const TWO_ANSWERS: Duration = Duration::from_secs(8);

#[test]
fn timeline_and_compiling_share_one_deadline() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let slow = folder.path().join("bin/rustc");
    // The compiler reads no file outside of its own folder.
    as_a_copy(&sysroot(), folder.path());
    fs::rename(&slow, folder.path().join("bin/real")).expect("moved");
    // What asks about the compiler itself is answered at once.
    let text = format!(
        "#!/bin/sh
case \"$*\" in
*sysroot*) echo '{0}'; exit ;;
*main.rs*) sleep 3 ;;
esac
exec '{0}/bin/real' \"$@\"
",
        folder.path().display()
    );
    fs::write(&slow, &text).expect("written");
    fs::set_permissions(&slow, fs::Permissions::from_mode(0o755)).expect("executable");
    let ran = with_rustc(
        folder.path(),
        &text,
        "compiler::asks_a_slow_compiler_three_times",
    );
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success(), "{said}");
    assert!(said.contains("1 passed"), "{said}");
}

#[test]
#[ignore = "a part of the test above, which runs it with another PATH"]
fn asks_a_slow_compiler_three_times() {
    // Whoever asks for all ignored tests has a compiler that is not slow.
    if env::var_os(A_PART).is_none() {
        return;
    }
    let program = "fn main() {\n    let a = 1;\n    drop(a);\n}\n";
    let patience = Patience {
        compiling: TWO_ANSWERS,
        running: 1,
        ..Patience::default()
    };
    let options = Options {
        limit: TWO_ANSWERS,
        ..Options::default()
    };
    let known = lens::timeline(program, &options).expect("time for two answers");
    lens::trace_within(program, Some(&known), patience.clone()).expect("time for two answers");
    let error = lens::trace_within(program, None, patience).expect_err("none for the third");
    assert!(matches!(error, LensError::TimedOut(TWO_ANSWERS)), "{error}");
}
