//! What runs ends within its limits, and leaves nothing behind.
#![cfg(unix)]

use runner::{Command, End, Limit, Limits, Outcome};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

/// Runs a script of the shell under limits that take a moment to reach.
fn shell(script: &str, limits: Limits) -> Outcome {
    let command = Command::new("sh").args(["-c", script]).limits(limits);
    command.run().expect("the shell starts")
}

fn short() -> Limits {
    Limits {
        time: Duration::from_secs(1),
        ..Limits::program()
    }
}

#[test]
fn what_a_command_prints_and_how_it_ends_is_kept() {
    let ran = shell("echo out; echo err >&2; exit 3", Limits::program());
    assert_eq!((&*ran.stdout(), &*ran.stderr()), ("out\n", "err\n"));
    assert!(!ran.succeeded());
    assert!(matches!(ran.end, End::Exited(status) if status.code() == Some(3)));
}

#[test]
fn a_command_reads_what_it_is_given_and_nothing_else() {
    let cat = Command::new("cat").input("two tickets\n");
    assert_eq!(cat.run().expect("cat starts").stdout(), "two tickets\n");
    assert_eq!(Command::new("cat").run().expect("cat starts").stdout(), "");
}

#[test]
fn a_command_that_is_not_there_is_named() {
    let error = Command::new("no-such-tool").run().expect_err("not there");
    assert!(
        error.to_string().starts_with("no-such-tool does not start"),
        "{error}"
    );
}

#[test]
fn the_environment_is_cleared_and_the_folder_empty_and_gone_afterwards() {
    let script = "pwd; ls -A; echo $CARGO_MANIFEST_DIR$HOME; echo $TMPDIR; touch left";
    let ran = shell(script, Limits::program());
    let said = ran.stdout().into_owned();
    let lines: Vec<&str> = said.lines().collect();
    let [folder, variables, temporary] = lines.as_slice() else {
        panic!("an empty folder: {said}");
    };
    assert_eq!((*variables, *folder), ("", *temporary));
    assert!(!Path::new(folder).exists(), "{folder} is left behind");
}

#[test]
fn an_endless_command_is_stopped() {
    let started = Instant::now();
    assert_eq!(shell("sleep 60", short()).end, End::Stopped(Limit::Time));
    assert!(started.elapsed() < Duration::from_secs(30));
}

#[test]
fn a_command_that_ignores_signals_is_stopped() {
    let script = "trap '' INT TERM HUP XCPU; while :; do :; done";
    assert_eq!(shell(script, short()).end, End::Stopped(Limit::Time));
}

/// Whether a process of that number is at work.
fn is_alive(process: &str) -> bool {
    let check = Command::new("ps").args(["-o", "stat=", "-p", process.trim()]);
    let said = check.run().expect("ps starts").stdout().trim().to_owned();
    !said.is_empty() && !said.starts_with('Z')
}

#[test]
fn what_a_command_started_ends_with_it() {
    for script in ["sleep 60 & echo $!", "sleep 60 & echo $!; wait"] {
        let ran = shell(script, short());
        let child = ran.stdout().trim().to_owned();
        assert!(!child.is_empty(), "it says which process it started");
        assert!(!is_alive(&child), "{script}: {child} goes on");
    }
}

#[test]
fn a_command_that_prints_without_end_is_stopped() {
    let ran = shell(
        "yes",
        Limits {
            output: 100_000,
            ..Limits::program()
        },
    );
    assert_eq!(ran.end, End::Stopped(Limit::Output));
    assert_eq!(ran.stdout.len(), 100_000);
}

#[test]
fn a_command_that_writes_a_file_without_end_is_stopped() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("endless");
    let script = format!("exec yes > {}", file.display());
    let ran = shell(
        &script,
        Limits {
            file: 1 << 20,
            output: 1 << 20,
            ..Limits::program()
        },
    );
    assert_eq!(ran.end, End::Stopped(Limit::File));
    assert_eq!(fs::metadata(&file).expect("it was begun").len(), 1 << 20);
}

/// A second of processor time, however long that takes on a busy machine.
fn a_second_of_work() -> Limits {
    Limits {
        time: Duration::from_secs(60),
        processor: Some(1),
        ..Limits::program()
    }
}

#[test]
fn a_command_that_computes_without_end_is_stopped() {
    let ran = shell("while :; do :; done", a_second_of_work());
    assert_eq!(ran.end, End::Stopped(Limit::Processor));
}

#[test]
fn a_command_that_computes_on_when_it_is_told_to_end_is_stopped() {
    let ran = shell("trap '' XCPU; while :; do :; done", a_second_of_work());
    assert_eq!(ran.end, End::Stopped(Limit::Processor));
}

#[test]
fn a_command_that_is_killed_by_another_has_met_no_limit() {
    use std::os::unix::process::ExitStatusExt;

    let ran = shell("kill -KILL $$", Limits::program());
    assert!(matches!(ran.end, End::Exited(status) if status.signal() == Some(9)));
}

#[cfg(target_os = "linux")]
#[test]
fn memory_beyond_the_limit_is_refused() {
    let wants = |mebibytes: u64| {
        let limits = Limits {
            memory: Some(64 << 20),
            ..Limits::program()
        };
        shell(
            &format!(
                "head -c {} /dev/zero | tail -c 1 | wc -c; dd if=/dev/zero of=/dev/null bs={mebibytes}M count=1",
                1 << 20
            ),
            limits,
        )
    };
    assert!(wants(16).succeeded(), "{}", wants(16).stderr());
    assert!(!wants(400).succeeded());
}

#[cfg(target_os = "linux")]
#[test]
fn a_command_that_becomes_too_many_processes_is_stopped() {
    let limits = Limits {
        processes: Some(8),
        ..Limits::program()
    };
    let script = "while :; do sleep 60 & done";
    assert_eq!(shell(script, limits).end, End::Stopped(Limit::Processes));
}

fn folder_of(bytes: u64) -> Limits {
    Limits {
        time: Duration::from_secs(300),
        processor: None,
        file: 1 << 30,
        folder: Some(bytes),
        ..Limits::program()
    }
}

#[test]
fn a_command_that_fills_its_folders_is_stopped() {
    let scripts = [
        ("one file", "exec yes > file"),
        (
            "several",
            "for n in 1 2 3; do head -c 400000 /dev/zero > $n; done; sleep 60",
        ),
        (
            "in folders",
            "mkdir -p a/b c; for d in a/b c; do head -c 600000 /dev/zero > $d/f; done; sleep 60",
        ),
        ("before it ends", "head -c 1200000 /dev/zero > file"),
    ];
    for (way, script) in scripts {
        let ran = shell(script, folder_of(1_000_000));
        assert_eq!(ran.end, End::Stopped(Limit::Folder), "{way}");
    }
    let ran = shell("head -c 900000 /dev/zero > file", folder_of(1_000_000));
    assert!(ran.succeeded(), "{}", ran.end);
}

#[test]
fn the_working_folder_and_the_temporary_one_count_together() {
    let folder = tempfile::tempdir().expect("a folder");
    let script = "for f in file $TMPDIR/file; do head -c 600000 /dev/zero > $f; done";
    let command = Command::new("sh")
        .args(["-c", script])
        .folder(folder.path());
    let ran = command
        .limits(folder_of(1_000_000))
        .run()
        .expect("it starts");
    assert_eq!(ran.end, End::Stopped(Limit::Folder));
}

#[test]
fn a_link_does_not_count_for_what_it_leads_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let large = folder.path().join("large");
    fs::write(&large, vec![0; 2_000_000]).expect("written");
    let script = format!("ln -s {} file; ln -s / all", large.display());
    let ran = shell(&script, folder_of(1_000_000));
    assert!(ran.succeeded(), "{} {}", ran.end, ran.stderr());
}

#[test]
fn a_command_that_makes_files_without_end_is_stopped() {
    let files = "n=0; while :; do : > $n; n=$((n + 1)); done";
    let folders = "while :; do mkdir d; cd d; done";
    for script in [files, folders] {
        let ran = shell(script, folder_of(1 << 30));
        assert_eq!(ran.end, End::Stopped(Limit::Folder), "{script}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn memory_that_processes_hold_together_is_limited() {
    let hold = "head -c 30000000 /dev/zero | tail -c 30000000 >/dev/null";
    let one = format!(
        "dd if=/dev/zero bs=30M count=1 2>/dev/null | {{ sleep 1; cat; }} >/dev/null; {hold}"
    );
    let limits = Limits {
        resident: Some(100 << 20),
        ..Limits::program()
    };
    let together = format!("for n in 1 2 3 4 5 6; do {{ {one}; }} & done; wait");
    assert_eq!(shell(&together, limits).end, End::Stopped(Limit::Memory));
    let ran = shell(&one, limits);
    assert!(ran.succeeded(), "{}", ran.end);
}

#[test]
fn a_command_that_prints_a_gigabyte_is_stopped() {
    let ran = shell("head -c 1073741824 /dev/zero", Limits::program());
    assert_eq!(ran.end, End::Stopped(Limit::Output));
    assert_eq!(ran.stdout.len() as u64, Limits::program().output);
}
