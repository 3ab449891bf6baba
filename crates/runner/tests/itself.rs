//! What is proved by running this very binary once more: on every system, or in a process that
//! may end.

use runner::{Command, End, Limit, Limits, Outcome};
use std::env;
use std::io::Write;
use std::process;
use std::time::Duration;

/// Set where a test of this binary is run once more, by itself.
const AGAIN: &str = "RUNNER_TEST_AGAIN";

fn is_again() -> bool {
    env::var_os(AGAIN).is_some()
}

/// Runs one test once more through the runner.
fn again(test: &str, limits: Limits) -> Outcome {
    let itself = env::current_exe().expect("this test has a path");
    let command = Command::new(itself).args(["--exact", test, "--nocapture"]);
    let command = command.env(AGAIN, "1").limits(limits);
    command.run().expect("it starts")
}

#[test]
fn an_endless_command_is_stopped_on_every_system() {
    if is_again() {
        std::thread::sleep(Duration::from_secs(60));
        process::exit(0);
    }
    let limits = Limits {
        time: Duration::from_secs(1),
        ..Limits::program()
    };
    let ran = again("an_endless_command_is_stopped_on_every_system", limits);
    assert_eq!(ran.end, End::Stopped(Limit::Time));
}

#[test]
fn a_command_that_prints_without_end_is_stopped_on_every_system() {
    while is_again() {
        println!("one more line");
    }
    let limits = Limits {
        output: 100_000,
        ..Limits::program()
    };
    let test = "a_command_that_prints_without_end_is_stopped_on_every_system";
    let ran = again(test, limits);
    assert_eq!(ran.end, End::Stopped(Limit::Output));
    assert_eq!(ran.stdout.len(), 100_000);
    assert!(ran.stdout().contains("one more line"));
}

#[test]
fn a_command_that_ends_is_not_stopped_on_any_system() {
    if is_again() {
        print!("an answer");
        std::io::stdout().flush().expect("printed");
        process::exit(7);
    }
    let test = "a_command_that_ends_is_not_stopped_on_any_system";
    let ran = again(test, Limits::program());
    assert!(matches!(ran.end, End::Exited(status) if status.code() == Some(7)));
    assert!(ran.stdout().ends_with("an answer"), "{}", ran.stdout());
}

#[cfg(unix)]
mod in_a_process_of_its_own {
    use super::*;
    use std::fs;
    use std::path::Path;
    use std::thread;
    use std::time::Instant;

    /// The same test in a process of its own, which is not under the runner, but under the limits
    /// that the shell sets.
    fn itself(test: &str, folder: &Path, limits: &str) -> process::Command {
        let mut command = process::Command::new("sh");
        command.args(["-c", &format!("{limits}exec \"$0\" \"$@\"")]);
        command.arg(env::current_exe().expect("this test has a path"));
        let test = format!("in_a_process_of_its_own::{test}");
        command.args(["--exact", &test, "--nocapture"]);
        command.env(AGAIN, "1").current_dir(folder);
        command
    }

    /// A command that writes its number to the current folder's file `number`, and sleeps.
    fn sleeper() -> Command {
        let folder = env::current_dir().expect("a folder");
        let script = "echo $$ > unfinished; mv unfinished number; exec sleep 60";
        Command::new("sh").args(["-c", script]).folder(folder)
    }

    fn soon<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        let began = Instant::now();
        loop {
            if let Some(found) = look() {
                return found;
            }
            assert!(began.elapsed() < Duration::from_secs(20), "{what}");
            thread::sleep(Duration::from_millis(10));
        }
    }

    fn number(folder: &Path) -> String {
        let read = || fs::read_to_string(folder.join("number")).ok();
        soon("it starts", read).trim().to_owned()
    }

    /// Whether a process of that number is at work.
    fn is_alive(process: &str) -> bool {
        let mut check = process::Command::new("ps");
        let said = check.args(["-o", "stat=", "-p", process]).output();
        let said = String::from_utf8(said.expect("ps starts").stdout).expect("text");
        !said.trim().is_empty() && !said.starts_with('Z')
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_command_ends_with_the_program_that_runs_it() {
        if is_again() {
            panic!("it is killed before: {:?}", sleeper().run());
        }
        let folder = tempfile::tempdir().expect("a folder");
        let test = "a_command_ends_with_the_program_that_runs_it";
        let mut program = itself(test, folder.path(), "").spawn().expect("it starts");
        let sleeps = number(folder.path());
        assert!(is_alive(&sleeps));
        program.kill().expect("killed");
        program.wait().expect("ended");
        soon("the command ends", || (!is_alive(&sleeps)).then_some(()));
    }

    #[test]
    fn a_program_that_ends_stops_what_runs_and_starts_nothing_more() {
        if is_again() {
            let runs = thread::spawn(|| sleeper().run());
            let sleeps = number(Path::new("."));
            runner::stop_all();
            runner::stop_all();
            soon("the command ends", || (!is_alive(&sleeps)).then_some(()));
            let error = runs.join().expect("no panic").expect_err("stopped");
            assert_eq!(error.to_string(), "the program is ending");
            let error = Command::new("true").run().expect_err("refused");
            assert_eq!(error.to_string(), "the program is ending");
            return;
        }
        let folder = tempfile::tempdir().expect("a folder");
        let test = "a_program_that_ends_stops_what_runs_and_starts_nothing_more";
        let ended = itself(test, folder.path(), "").output().expect("it starts");
        assert!(ended.status.success(), "{ended:?}");
        assert!(folder.path().join("number").exists(), "it was run");
    }

    #[test]
    fn limits_that_are_lower_already_stay_and_let_a_command_start() {
        if is_again() {
            let script = "ulimit -Hf > number; ulimit -Ht >> number";
            let command = Command::new("sh").args(["-c", script]).folder(".");
            assert!(command.run().expect("it starts").succeeded());
            return;
        }
        let folder = tempfile::tempdir().expect("a folder");
        let test = "limits_that_are_lower_already_stay_and_let_a_command_start";
        let limits = "ulimit -f 100; ulimit -t 5; ";
        // Into pipes: what this test's own output goes to may be a longer file already.
        let ended = itself(test, folder.path(), limits).output();
        let ended = ended.expect("it starts");
        assert!(ended.status.success(), "{ended:?}");
        assert_eq!(number(folder.path()), "100\n5");
    }
}
