//! A program that misbehaves is traced as far as it goes, and its end is told in one clear
//! sentence; what cannot be traced says why. Nothing is left behind.

use lens::{Ending, Gone, Patience, Step, Trace, build_traced, trace, trace_within};
use std::process::Command;
use std::time::{Duration, Instant};

/// A program may run for 5 s, and a loaded machine may need more to compile it.
const PATIENCE: Duration = Duration::from_secs(40);

/// For programs that do not end by themselves.
fn short() -> Patience {
    Patience {
        compiling: Duration::from_secs(30),
        running: 1,
        ..Patience::default()
    }
}

fn traced(source: &str) -> Trace {
    traced_within(source, Patience::default())
}

fn traced_within(source: &str, patience: Patience) -> Trace {
    let started = Instant::now();
    let trace =
        trace_within(source, None, patience).unwrap_or_else(|error| panic!("{error}\n{source}"));
    assert!(started.elapsed() < PATIENCE, "{:?}", started.elapsed());
    assert!(!trace.steps.is_empty());
    trace
}

/// Traces the body of a `main`, whose first statement is on line 2.
fn traced_main(body: &str) -> Trace {
    traced(&format!("fn main() {{\n{body}\n}}\n"))
}

#[track_caller]
fn ends(trace: &Trace, expected: &str) {
    assert_eq!(trace.ending.to_string(), expected);
}

#[track_caller]
fn notes(trace: &Trace, expected: &[&str]) {
    assert_eq!(trace.notes, expected);
}

fn last(trace: &Trace) -> &Step {
    trace.steps.last().expect("a step")
}

#[track_caller]
fn is_refused(source: &str, expected: &str) {
    let error = trace(source).expect_err("it cannot be traced").to_string();
    assert!(error.starts_with(expected), "{error}");
}

#[test]
fn an_endless_loop_is_stopped_after_five_seconds() {
    let trace = traced_main("let mut n = 0_u8;\nloop {\nn = n.wrapping_add(1);\n}");
    ends(&trace, "the program ran for 5 s and was stopped");
    notes(&trace, &["only the first 1000 steps are recorded"]);
    assert_eq!(trace.steps.len(), 1_000);
}

#[test]
fn endless_calls_and_allocations_leave_the_recorder_room() {
    let program = "fn add(n: u64) -> u64 {\nlet text = String::from(\"a\");\nn ^ text.len() as u64\n}\nfn main() {\nlet mut n = 0;\nloop {\nn = add(n);\n}\n}\n";
    ends(
        &traced_within(program, short()),
        "the program ran for 1 s and was stopped",
    );
}

/// What the system offers, for programs that break out of what Rust does.
const LIBC: &str = "unsafe extern \"C\" { fn fork() -> i32; fn close(file: i32) -> i32; fn wait(status: *mut i32) -> i32; fn malloc(size: usize) -> *mut u8; fn _exit(code: i32) -> !; fn sleep(seconds: u32) -> u32; }\n";

/// Traces the body of a `main` that may call the system; its first statement is on line 3.
fn traced_with_libc(body: &str) -> Trace {
    traced(&format!("{LIBC}fn main() {{\n{body}\n}}\n"))
}

#[test]
fn what_a_program_starts_ends_with_it() {
    let trace = traced_main(
        "let child = std::process::Command::new(\"sleep\").arg(\"60\").spawn().unwrap();\nprintln!(\"{}\", child.id());",
    );
    ends(&trace, "`main` returned");
    let state = Command::new("ps")
        .args(["-o", "stat=", "-p", trace.output.trim()])
        .output()
        .expect("ps starts");
    let state = String::from_utf8_lossy(&state.stdout).into_owned();
    assert!(state.is_empty() || state.starts_with('Z'), "{state}");
}

#[test]
fn memory_that_is_not_asked_of_rust_is_bounded_too() {
    let trace = traced_with_libc(
        "let block = unsafe { malloc(400 << 20) };\nprintln!(\"{}\", block.is_null());",
    );
    ends(&trace, "`main` returned");
    assert_eq!(trace.output, "true\n");
    // What a program may hold it gets, however much the recorder needs.
    let trace = traced_main("let all = vec![1_u8; 60 << 20];\nprintln!(\"{}\", all.len());");
    ends(&trace, "`main` returned");
}

/// How many bytes the recorder writes of a program.
fn recorded(source: &str) -> u64 {
    let folder = tempfile::tempdir().expect("a folder");
    build_traced(source, folder.path()).unwrap_or_else(|error| panic!("{error}\n{source}"));
    let log = folder.path().join("trace");
    let run = Command::new(folder.path().join("program"))
        .env("LENS_TRACE", &log)
        .current_dir(folder.path())
        .output()
        .expect("it runs");
    assert!(run.status.success(), "{run:?}");
    std::fs::metadata(log).expect("a trace").len()
}

#[test]
fn what_nobody_reads_is_not_written() {
    let program =
        "fn main() {\nfor _ in 0..100 {\ndrop(vec![String::from(\"a\"); 12_000]);\n}\n}\n";
    let bytes = recorded(program);
    assert!(bytes < 100_000, "{bytes} bytes");
}

#[test]
fn a_program_with_much_to_look_at_is_cut_short() {
    let program = "fn main() {\nlet all: Vec<Vec<String>> = vec![vec![String::from(\"a\"); 40]; 40];\nlet seen: Vec<Vec<&String>> = all.iter().map(|row| row.iter().collect()).collect();\nfor n in 0..1000 {\nstd::hint::black_box(n);\n}\nprintln!(\"{}\", seen.len());\n}\n";
    let bytes = recorded(program);
    assert!(bytes < 14 << 20, "{bytes} bytes");
    let trace = traced(program);
    ends(&trace, "`main` returned");
    let steps = trace.steps.len();
    notes(
        &trace,
        &[&format!("only the first {steps} steps are recorded")],
    );
    assert!((10..1_000).contains(&steps), "{steps}");
}

#[test]
fn a_fork_writes_nothing_into_the_trace() {
    let trace = traced_with_libc(
        "let child = unsafe { fork() };\nlet name = String::from(\"a\");\nif child == 0 {\nprintln!(\"child {name}\");\nreturn;\n}\nunsafe { wait(std::ptr::null_mut()) };\nprintln!(\"parent {name}\");",
    );
    ends(&trace, "`main` returned");
    assert_eq!(trace.output, "child a\nparent a\n");
    let lines: Vec<usize> = trace.steps.iter().map(|step| step.line).collect();
    assert_eq!(lines, [3, 3, 4, 5, 9, 9, 10, 11, 11]);
}

#[test]
fn a_fork_that_ends_at_once_does_not_end_the_program() {
    let trace = traced_with_libc(
        "if unsafe { fork() } == 0 {\nunsafe { _exit(3) };\n}\nunsafe { wait(std::ptr::null_mut()) };",
    );
    ends(&trace, "`main` returned");
}

#[test]
fn a_program_of_many_processes_is_stopped() {
    let trace = traced_with_libc(
        "for _ in 0..40 {\nif unsafe { fork() } == 0 {\nbreak;\n}\n}\nunsafe { sleep(4) };",
    );
    ends(
        &trace,
        "the program was more than 32 processes and was stopped",
    );
}

#[test]
fn a_program_that_writes_a_file_without_end_is_stopped() {
    let trace = traced_main(
        "use std::io::Write;\nlet mut file = std::fs::File::create(\"all\").unwrap();\nlet page = vec![1_u8; 1 << 20];\nwhile {\nfile.write_all(&page).unwrap();\ntrue\n} {}",
    );
    ends(
        &trace,
        "the program wrote a file of more than 32 MiB and was stopped",
    );
}

#[test]
fn a_program_that_closes_its_output_is_followed_to_its_end() {
    let trace = traced_with_libc(
        "println!(\"before\");\nunsafe { close(1) };\nprintln!(\"after\");\nlet name = String::from(\"a\");\ndrop(name);",
    );
    ends(&trace, "`main` returned");
    assert_eq!(trace.output, "before\n");
    assert_eq!(last(&trace).line, 8);
}

#[test]
fn a_program_that_closes_every_file_is_followed_and_keeps_its_own() {
    let trace = traced_with_libc(
        "for file in 3..20 {\nunsafe { close(file) };\n}\nstd::fs::write(\"own\", \"text\").unwrap();\nlet own = std::fs::File::options().read(true).append(true).open(\"own\").unwrap();\nlet name = String::from(\"a\");\nlet length = std::fs::read(\"own\").unwrap().len();\nassert_eq!(length, 4);\ndrop((own, name));",
    );
    ends(&trace, "`main` returned");
    assert_eq!(last(&trace).line, 12);
}

const CHANGED: &str = "line 1: the program has changed or removed what the recorder wrote";

/// A program that finds the recorder's file and does something to it.
#[cfg(target_os = "linux")]
fn that_finds_the_recorders_file(what: &str) -> String {
    format!(
        "fn main() {{\nfor number in 3..10 {{\nif let Ok(path) = std::fs::read_link(format!(\"/proc/self/fd/{{number}}\")) && path.ends_with(\"trace\") {{\n{what}\n}}\n}}\n}}\n"
    )
}

#[test]
#[cfg(target_os = "linux")]
fn a_program_that_changes_what_the_recorder_wrote_is_refused() {
    for what in [
        "std::fs::write(path, \"text\").unwrap();",
        "std::fs::write(path, \"\").unwrap();",
        "std::fs::write(path, \"\\\"begun\\\"\\n{\\\"step\\\":{\\\"printed\\\":0,\\\"unwinding\\\":false,\\\"allocations\\\":0,\\\"frees\\\":0,\\\"stack\\\":[1,2],\\\"events\\\":[],\\\"frames\\\":[{\\\"function\\\":9,\\\"call\\\":1,\\\"site\\\":99,\\\"places\\\":[]}],\\\"blocks\\\":[]}}\\n\").unwrap();",
    ] {
        is_refused(&that_finds_the_recorders_file(what), CHANGED);
    }
}

#[test]
#[cfg(target_os = "linux")]
fn no_program_removes_what_the_recorder_writes() {
    let program = that_finds_the_recorders_file(
        "std::fs::remove_file(&path).unwrap();\nstd::os::unix::fs::symlink(\"/dev/zero\", path).unwrap();",
    );
    if runner::confinement().files {
        let ending = traced(&program).ending;
        let Ending::Panicked { line: 4, message } = ending else {
            panic!("{ending:?}");
        };
        assert!(message.contains("PermissionDenied"), "{message}");
    } else {
        is_refused(&program, CHANGED);
    }
}

#[test]
fn a_program_sees_neither_the_recorder_nor_its_files() {
    let trace = traced_main(
        "println!(\"{:?}\", std::env::var(\"LENS_TRACE\").is_ok());\nprintln!(\"{}\", std::fs::read_dir(\".\").unwrap().count());",
    );
    assert_eq!(trace.output, "false\n0\n");
}

#[test]
fn output_that_is_no_text_stands_where_it_was_printed() {
    let trace = traced_main(
        "use std::io::Write;\nstd::io::stdout().write_all(b\"\\xff\\xfe\\n\").unwrap();\nprintln!(\"one\");\nprintln!(\"two\");",
    );
    let printed: Vec<&str> = trace.steps.iter().map(|step| &*step.printed).collect();
    assert_eq!(printed[1..4], ["\u{fffd}\u{fffd}\n", "one\n", "two\n"]);
}

#[test]
fn an_exit_in_a_drop_is_an_exit() {
    let program = "struct Last;\nimpl Drop for Last {\nfn drop(&mut self) {\nstd::process::exit(7);\n}\n}\nfn main() {\nlet _last = Last;\n}\n";
    let trace = traced(program);
    assert_eq!(trace.ending, Ending::Exited { code: 7 });
    assert_eq!(last(&trace).dropped, ["Last in main._last"]);
}

#[test]
fn a_pointer_that_leads_anywhere_is_no_fault_of_ours() {
    let trace =
        traced_main("let far = usize::MAX as *const u64;\nprintln!(\"{}\", far.is_null());");
    ends(&trace, "`main` returned");
}

#[test]
fn a_program_that_allocates_without_end_is_stopped() {
    let expected = "the program asked for more than 64 MiB and was stopped";
    let trace =
        traced_main("let mut all = Vec::new();\nloop {\nall.push(String::from(\"one\"));\n}");
    ends(&trace, expected);
    assert!(trace.steps.iter().any(|step| step.blocks.len() > 1));
    let trace =
        traced_main("let mut text = String::new();\nloop {\ntext.push_str(\"one more\");\n}");
    ends(&trace, expected);
    // A block of one byte costs the allocator many.
    let trace = traced_main("let mut all = Vec::new();\nloop {\nall.push(Box::new(1_u8));\n}");
    ends(&trace, expected);
    let trace = traced_main("let all = vec![1_u8; 1 << 36];\ndrop(all);");
    ends(&trace, expected);
    assert_eq!(last(&trace).line, 2);
}

#[test]
fn a_refused_allocation_that_the_program_survives_is_not_its_end() {
    let trace = traced_main(
        "let mut all: Vec<u8> = Vec::new();\nassert!(all.try_reserve(1 << 60).is_err());",
    );
    ends(&trace, "`main` returned");
    assert_eq!((trace.allocations, trace.frees), (0, 0));
}

#[test]
fn a_panic_is_told_with_its_line_and_message() {
    let trace =
        traced_main("let seats = vec![1, 2];\nlet at = seats.len();\nlet seat = seats[at];");
    ends(
        &trace,
        "the program panicked on line 4: index out of bounds: the len is 2 but the index is 2",
    );
    assert_eq!(last(&trace).freed, ["heap 1"]);
}

#[test]
fn a_panic_inside_std_is_told_with_the_line_that_led_there() {
    let trace = traced_main("let seats = [200_u8, 100];\nlet all: u8 = seats.iter().sum();");
    ends(
        &trace,
        "the program panicked on line 3: attempt to add with overflow",
    );
}

#[test]
fn a_panic_that_is_caught_is_not_the_end() {
    let trace = traced_main(
        "let caught = std::panic::catch_unwind(|| panic!(\"oh\"));\nprintln!(\"{}\", caught.is_err());",
    );
    ends(&trace, "`main` returned");
    assert_eq!(trace.output, "true\n");
}

#[test]
fn a_panic_without_words_is_still_a_panic() {
    let trace = traced_main("std::panic::set_hook(Box::new(|_| {}));\npanic!(\"unheard\");");
    ends(
        &trace,
        "the program panicked on line 3: no message was printed",
    );
}

#[test]
fn a_panic_that_cannot_unwind_aborts() {
    let drops = "struct Loud;\nimpl Drop for Loud {\nfn drop(&mut self) {\npanic!(\"again\");\n}\n}\nfn main() {\nlet _loud = Loud;\npanic!(\"first\");\n}\n";
    let trace = traced(drops);
    ends(
        &trace,
        "a panic on line 4 could not unwind and aborted the program: again",
    );
    assert_eq!(last(&trace).dropped, ["Loud in main._loud"]);
    let calls = "extern \"C\" fn leave() {\npanic!(\"no way out\");\n}\nfn main() {\nleave();\n}\n";
    ends(
        &traced(calls),
        "a panic on line 2 could not unwind and aborted the program: no way out",
    );
}

#[test]
fn an_abort_and_an_exit_are_told_apart() {
    let trace = traced_main("let name = String::from(\"a\");\nstd::process::abort();");
    ends(&trace, "the program aborted");
    assert_eq!(last(&trace).blocks.len(), 1);
    let trace = traced_main("let name = String::from(\"a\");\nstd::process::exit(3);");
    ends(
        &trace,
        "the program ended itself with exit status 3; what was in scope was not dropped",
    );
    assert_eq!((last(&trace).line, last(&trace).blocks.len()), (3, 1));
    let trace = traced_main("std::process::exit(0);");
    assert_eq!(trace.ending, Ending::Exited { code: 0 });
}

#[test]
fn an_error_that_main_returns_is_told() {
    let program =
        "fn main() -> Result<(), String> {\nlet why = String::from(\"closed\");\nErr(why)\n}\n";
    ends(
        &traced(program),
        "`main` returned a failure (exit status 1)",
    );
    let program = "use std::process::ExitCode;\nfn main() -> ExitCode {\nExitCode::from(4)\n}\n";
    ends(
        &traced(program),
        "`main` returned a failure (exit status 4)",
    );
}

#[test]
fn standard_input_is_empty_and_the_reader_is_told() {
    let trace = traced_main(
        "let mut line = String::new();\nlet read = std::io::stdin().read_line(&mut line);\nprintln!(\"{read:?}\");",
    );
    notes(
        &trace,
        &["the program reads standard input on line 3, and it is empty here"],
    );
    assert_eq!(trace.output, "Ok(0)\n");
}

#[test]
fn a_stack_that_overflows_is_told_with_the_first_calls() {
    let deep = ["no steps are recorded while more than 32 calls are in progress"];
    let without = "fn walk() {\nwalk();\n}\nfn main() {\nwalk();\n}\n";
    let trace = traced(without);
    ends(&trace, "the stack overflowed");
    notes(&trace, &deep);
    assert_eq!(last(&trace).frames.len(), 32);
    let with = "fn walk(depth: u64) -> u64 {\nlet next = depth + 1;\nwalk(next) + 1\n}\nfn main() {\nwalk(0);\n}\n";
    let trace = traced(with);
    ends(&trace, "the stack overflowed");
    notes(&trace, &deep);
    assert_eq!(last(&trace).function.as_deref(), Some("walk (31)"));
}

#[test]
fn a_step_never_shows_another_call_as_the_one_at_work() {
    let program = "fn walk(depth: u64) {\nif depth == 0 {\nprintln!(\"down\");\nreturn;\n}\nwalk(depth - 1);\n}\nfn main() {\nwalk(50);\n}\n";
    let trace = traced(program);
    ends(&trace, "`main` returned");
    // The innermost call alone prints, and it is too deep to be shown.
    assert!(trace.steps.iter().all(|step| step.line != 3));
    let printed: String = trace.steps.iter().map(|step| &*step.printed).collect();
    assert_eq!(printed, "down\n");
}

#[test]
fn a_program_that_prints_without_end_is_stopped() {
    let expected = "the program printed more than 1 MiB and was stopped";
    let kept = "only the first 16384 bytes of the output are kept";
    let trace =
        traced_main("let text = \"a\".repeat(1 << 20);\nprintln!(\"{text}\");\ndrop(text);");
    ends(&trace, expected);
    notes(&trace, &[kept]);
    assert_eq!(trace.output.len(), 16_384);
    let trace = traced_main("loop {\nprintln!(\"all work and no play\");\n}");
    ends(&trace, expected);
    notes(&trace, &["only the first 1000 steps are recorded", kept]);
    // Here no step is left to look at what has been printed.
    ends(
        &traced_main("while {\nprintln!(\"all work\");\ntrue\n} {}"),
        expected,
    );
    ends(
        &traced_main("loop {\neprintln!(\"all work\");\n}"),
        expected,
    );
}

#[test]
fn what_has_no_single_story_is_refused() {
    for starts in [
        "use std::thread;\nfn main() {\nthread::spawn(|| 1);\n}\n",
        "use std::{thread as loom, time};\nfn main() {\nloom::scope(|s| s.spawn(|| 1).join().unwrap());\n}\n",
        "use std::thread::*;\nfn main() {\nBuilder::new().spawn(|| 1).unwrap();\n}\n",
    ] {
        let expected = "line 3: the program starts a thread, and then several run at once: there is no one order of steps to draw";
        is_refused(starts, expected);
    }
    is_refused(
        "use std::alloc::System;\n#[global_allocator]\nstatic HEAP: System = System;\nfn main() {}\n",
        "line 2: the program chooses its own allocator or start, where the recorder has to stand",
    );
    // A word in a text or in a comment starts nothing, nor does what is never called.
    let trace = traced_main("// no thread\nprintln!(\"a thread /* global_allocator */\");");
    ends(&trace, "`main` returned");
    let trace = traced(
        "use std::{thread, time::Duration};\nfn unused() {\nthread::spawn(|| 1);\n}\nfn main() {\nlet pause = Duration::from_millis(1);\nthread::sleep(pause);\nlet thread = thread::current();\nprintln!(\"{:?}\", thread.name());\n}\n",
    );
    ends(&trace, "`main` returned");
    assert_eq!(trace.output, "Some(\"main\")\n");
}

#[test]
fn a_rejected_program_is_told_its_error_first() {
    for program in [
        "fn main() {\nstd::thread::spawn(|| 1);\nlet n: u8 = \"a\";\n}\n",
        "#[global_allocator]\nstatic HEAP: std::alloc::System = std::alloc::System;\nfn main() {\nlet n: u8 = \"a\";\n}\n",
    ] {
        let error = trace(program).expect_err("it is rejected").to_string();
        assert!(error.contains("error[E0308]: mismatched types"), "{error}");
    }
}

#[test]
fn memory_that_was_freed_is_given_out_again_only_where_there_is_no_room_to_keep_it() {
    let trace = traced_main(
        "let first = Box::new(1_u8);\nlet kept = &raw const *first;\ndrop(first);\nfor _ in 0..3 {\nlet page = vec![1_u8; 30 << 20];\ndrop(page);\n}\nlet late = Box::new(2_u8);\nlet stale = &raw const *late;\ndrop(late);\nlet other = Box::new(3_u8);\nprintln!(\"{} {} {other}\", kept.is_null(), stale.is_null());",
    );
    ends(&trace, "`main` returned");
    notes(
        &trace,
        &[
            "more than 64 MiB were freed before line 8: freed memory may be in use again, and raw pointers are not followed",
        ],
    );
    let gone = |line: usize, place: &str| {
        let step = trace.steps.iter().find(|step| step.line == line);
        let mut pointers = step.expect("a step").pointers();
        let pointer = pointers.find(|(name, _)| *name == place);
        pointer.expect("a pointer").1.gone.clone()
    };
    // What was kept stays so.
    assert_eq!(gone(13, "main.kept"), Some(Gone::Freed { before: 5 }));
    assert_eq!(gone(12, "main.stale"), Some(Gone::Freed { before: 12 }));
    // Another block lies there now.
    assert_eq!(gone(13, "main.stale"), Some(Gone::NotFollowed));
}

#[test]
fn what_a_call_has_left_behind_is_not_read() {
    let trace = traced(
        "fn heading() -> *const String {\nlet text = String::from(\"Shopping\");\n&raw const text\n}\nfn main() {\nprintln!(\"{}\", unsafe { &*heading() });\n}\n",
    );
    ends(
        &trace,
        "the program was stopped on line 6: where a call has returned other calls write, and no two runs find the same there",
    );
    let told: Vec<_> = trace
        .misuses
        .iter()
        .map(|misuse| misuse.to.as_deref())
        .collect();
    assert_eq!(told, [Some("heading.text")]);
}

#[test]
fn two_owners_that_unsafe_code_made_do_not_move_each_other() {
    let trace = traced(
        "fn issue(name: String) {\nprintln!(\"{name}\");\nstd::mem::forget(name);\n}\nfn main() {\nlet name = String::from(\"a\");\nissue(unsafe { std::ptr::read(&name) });\nissue(name);\n}\n",
    );
    ends(&trace, "`main` returned");
    let states: Vec<_> = trace
        .steps
        .iter()
        .filter(|step| step.line == 2)
        .map(|step| step.frames[0].places[0].state)
        .collect();
    assert_eq!(states, [lens::State::InUse, lens::State::Moved]);
}

#[test]
fn what_rustc_rejects_or_cannot_read_is_refused() {
    is_refused(
        "fn main() {\nlet a = String::new();\nlet b = a;\nprintln!(\"{a}{b}\");\n}\n",
        "rustc rejects the program, so it cannot run:\n\nerror[E0382]: borrow of moved value: `a`\n --> main.rs:4:12",
    );
    is_refused("Dear reader,\n", "line 1: not a Rust program");
}

#[test]
fn a_const_fn_is_named_as_not_looked_into() {
    let trace = traced(
        "const fn twice(n: u32) -> u32 {\nlet two = 2;\nn * two\n}\nfn main() {\nlet four = twice(2);\nprintln!(\"{four}\");\n}\n",
    );
    ends(&trace, "`main` returned");
    notes(
        &trace,
        &["`twice` is not looked into: a recorder cannot stand in it"],
    );
    assert_eq!(trace.output, "4\n");
}

#[test]
fn a_generic_function_is_followed() {
    let trace = traced(
        "fn first<T: Clone>(all: &[T]) -> T {\nlet one = all[0].clone();\none\n}\nfn main() {\nlet names = vec![String::from(\"a\")];\nlet one = first(&names);\nprintln!(\"{one}\");\n}\n",
    );
    ends(&trace, "`main` returned");
    let inside = |step: &&Step| step.function.as_deref() == Some("first");
    assert_eq!(trace.steps.iter().filter(inside).count(), 2);
}

#[test]
fn what_is_long_or_deep_or_wide_is_cut_short() {
    let trace = traced_main("let all: Vec<u32> = (0..100_000).collect();\ndrop(all);");
    ends(&trace, "`main` returned");
    assert_eq!(trace.steps[1].blocks[0].size, 400_000);
    let trace = traced(
        "struct Node { next: Option<Box<Node>> }\nfn main() {\nlet mut list = None;\nfor _ in 0..10_000 {\nlist = Some(Box::new(Node { next: list }));\n}\nprintln!(\"{}\", list.is_some());\n}\n",
    );
    ends(&trace, "`main` returned");
    notes(&trace, &["only the first 1000 steps are recorded"]);
    assert_eq!((trace.allocations, trace.frees), (10_001, 10_000));
    let trace = traced_main(
        "let row = vec![String::from(\"a\"); 64];\nlet page = vec![row; 64];\nlet book = vec![page; 64];\ndrop(book);",
    );
    ends(&trace, "`main` returned");
    assert_eq!(last(&trace).line, 6);
    let blocks = trace.steps.iter().map(|step| step.blocks.len()).max();
    assert!(blocks < Some(5_000), "{blocks:?}");
}

#[test]
fn a_thousand_rounds_end_as_they_do() {
    let trace =
        traced_main("let mut sum = 0;\nfor n in 0..1_000 {\nsum += n;\n}\nprintln!(\"{sum}\");");
    ends(&trace, "`main` returned");
    notes(&trace, &["only the first 1000 steps are recorded"]);
    assert_eq!(trace.output, "499500\n");
}

#[test]
fn nothing_is_left_in_the_temporary_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    // The lens asks the environment where to put its files, and so does this test's child.
    let child = Command::new(std::env::current_exe().expect("this test"))
        .args([
            "trace_bad_input::a_program_that_prints_without_end_is_stopped",
            "trace_bad_input::an_endless_loop_is_stopped_after_five_seconds",
            "trace_bad_input::what_rustc_rejects_or_cannot_read_is_refused",
            "trace_bad_input::a_panic_that_cannot_unwind_aborts",
        ])
        .arg("--exact")
        .env("TMPDIR", folder.path())
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&child.stdout);
    assert!(said.contains("4 passed"), "{said}");
    let left: Vec<_> = std::fs::read_dir(folder.path())
        .expect("readable")
        .flatten()
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

const NOISY: &str = "struct Noisy(String);\nimpl Drop for Noisy {\n    fn drop(&mut self) {\n        println!(\"drop {}\", self.0);\n    }\n}\n";

/// Whether a step holds a place that is whole in the running call's view, by its name.
fn shows(step: &Step, name: &str) -> bool {
    let mut places = step.frames.iter().flat_map(|frame| &frame.places);
    places.any(|held| held.place == name && held.node.is_some())
}

#[test]
fn a_macro_that_returns_does_not_let_dropped_values_be_read() {
    let trace = traced(&format!(
        "{NOISY}macro_rules! leave {{ () => {{ return }} }}\nfn work() {{\n    let a = Noisy(\"a\".into());\n    let b = Noisy(\"b\".into());\n    leave!();\n}}\nfn main() {{\n    work();\n}}\n"
    ));
    ends(&trace, "`main` returned");
    assert_eq!(trace.output, "drop b\ndrop a\n");
    let of_a = trace
        .steps
        .iter()
        .rfind(|step| step.line == 4)
        .expect("the drop of a");
    assert!(!shows(of_a, "work.b"), "b is dropped already: {of_a:?}");
}

#[test]
fn a_macro_that_names_a_variable_where_it_is_defined() {
    let trace = traced(&format!(
        "{NOISY}fn main() {{\n    let t = Noisy(\"t\".into());\n    macro_rules! eat {{ () => {{ drop(t) }} }}\n    eat!();\n    println!(\"end\");\n}}\n"
    ));
    ends(&trace, "`main` returned");
    assert_eq!(trace.output, "drop t\nend\n");
}

#[test]
fn a_reference_to_memory_that_unsafe_code_has_freed_is_not_followed() {
    let trace = traced_main(
        "    let p = Box::into_raw(Box::new(String::from(\"text\")));\n    let r: &String = unsafe { &*p };\n    println!(\"{r}\");\n    unsafe { drop(Box::from_raw(p)) };\n    println!(\"done\");",
    );
    ends(&trace, "`main` returned");
    notes(
        &trace,
        &[
            "line 3 is unsafe: where a raw pointer reaches memory that is gone is told, what is read later through a reference made of it is not seen",
        ],
    );
}

#[test]
fn clearing_a_list_does_not_move_it() {
    let trace = traced(&format!(
        "{NOISY}fn main() {{\n    let mut v = vec![Noisy(\"a\".into()), Noisy(\"b\".into())];\n    v.clear();\n    println!(\"{{}}\", v.len());\n}}\n"
    ));
    for step in &trace.steps {
        for held in step.frames.iter().flat_map(|frame| &frame.places) {
            assert_ne!(
                held.state,
                lens::State::Moved,
                "line {}: {}",
                step.line,
                held.place
            );
        }
    }
}
