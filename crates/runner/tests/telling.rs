//! What a command prints is told while it runs, and it can be stopped meanwhile.
#![cfg(unix)]

use runner::{Command, End, Limit, Limits, Stop, Stream};
use std::fs;
use std::io::ErrorKind;
use std::thread;
use std::time::{Duration, Instant};

/// Prints, and goes on when there is a file `go` in its folder.
const WAITS: &str = "echo first; while [ ! -e go ]; do sleep 0.01; done; echo second";

fn waiting() -> Limits {
    Limits {
        time: Duration::from_secs(60),
        ..Limits::program()
    }
}

#[test]
fn what_a_command_prints_is_told_while_it_runs() {
    let folder = tempfile::tempdir().expect("a folder");
    let command = Command::new("sh").args(["-c", WAITS]).limits(waiting());
    let mut told = Vec::new();
    let ran = command
        .folder(folder.path())
        .run_telling(&mut |stream, added| {
            // Otherwise it never goes on.
            fs::write(folder.path().join("go"), "").expect("written");
            told.push((stream, String::from_utf8_lossy(added).into_owned()));
        });
    assert_eq!(ran.expect("it starts").stdout(), "first\nsecond\n");
    let wanted = ["first\n", "second\n"].map(|line| (Stream::Output, line.to_owned()));
    assert_eq!(told, wanted);
}

/// What a script prints: told, and kept, by stream.
fn told(script: &str, limits: Limits) -> [(Vec<u8>, Vec<u8>); 2] {
    let command = Command::new("sh").args(["-c", script]).limits(limits);
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let ran = command.run_telling(&mut |stream, added| match stream {
        Stream::Output => output.extend_from_slice(added),
        Stream::Errors => errors.extend_from_slice(added),
    });
    let ran = ran.expect("it starts");
    [(output, ran.stdout), (errors, ran.stderr)]
}

#[test]
fn a_line_of_64_kibibytes_comes_whole() {
    let script = "head -c 65535 /dev/zero | tr '\\0' x; echo; sleep 0.1; head -c 65535 /dev/zero | tr '\\0' y >&2; echo >&2";
    for ((told, kept), letter) in told(script, waiting()).into_iter().zip([b'x', b'y']) {
        assert_eq!(told.len(), 65_536);
        assert!(told[..65_535].iter().all(|byte| *byte == letter));
        assert_eq!(told, kept);
    }
}

#[test]
fn telling_does_not_disturb_what_is_printed() {
    let script = "n=0; while [ $n -lt 3000 ]; do echo $n; echo $n >&2; n=$((n + 1)); done; sleep 0.05; echo end";
    let lines: String = (0..3000).map(|n| format!("{n}\n")).collect();
    let [(told_output, output), (told_errors, errors)] = told(script, waiting());
    assert_eq!(String::from_utf8_lossy(&output), format!("{lines}end\n"));
    assert_eq!(String::from_utf8_lossy(&errors), lines);
    assert_eq!((told_output, told_errors), (output, errors));
}

#[test]
fn no_more_is_told_than_is_kept() {
    let limits = Limits {
        output: 100_000,
        ..waiting()
    };
    let [(told, kept), _] = told("yes", limits);
    assert_eq!(told.len(), 100_000);
    assert_eq!(told, kept);
}

#[test]
fn a_command_that_is_stopped_from_outside_ends_with_all_that_it_started() {
    let stop = Stop::default();
    let script = "sleep 600.7 & echo first; sleep 600.7";
    let command = Command::new("sh").args(["-c", script]).limits(waiting());
    let began = Instant::now();
    let error = command
        .stopped_by(&stop)
        .run_telling(&mut |_, _| {
            let stop = stop.clone();
            thread::spawn(move || stop.stop());
        })
        .expect_err("stopped");
    assert_eq!(error.kind(), ErrorKind::Interrupted);
    assert_eq!(error.to_string(), "nobody waits for it any longer");
    assert!(began.elapsed() < Duration::from_secs(30));
    let all = Command::new("ps").args(["-eo", "stat=,args="]).run();
    let all = all.expect("ps starts").stdout().into_owned();
    let mut left = all.lines().filter(|line| !line.starts_with('Z'));
    assert!(!left.any(|line| line.contains("sleep 600.7")), "{all}");
}

#[test]
fn a_command_that_is_stopped_already_does_not_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let stop = Stop::default();
    let command = Command::new("touch").arg("started").folder(folder.path());
    let command = command.stopped_by(&stop);
    assert!(!stop.is_stopped());
    stop.clone().stop();
    assert!(stop.is_stopped());
    let error = command.run().expect_err("stopped");
    assert_eq!(error.kind(), ErrorKind::Interrupted);
    assert!(!folder.path().join("started").exists());
}

#[test]
fn what_ends_at_a_limit_is_told_first() {
    let limits = Limits {
        time: Duration::from_millis(500),
        ..Limits::program()
    };
    let command = Command::new("sh").args(["-c", "echo first; sleep 60"]);
    let mut told = Vec::new();
    let ran = command
        .limits(limits)
        .run_telling(&mut |_, added| told.extend_from_slice(added));
    assert_eq!(ran.expect("it starts").end, End::Stopped(Limit::Time));
    assert_eq!(told, b"first\n");
}
