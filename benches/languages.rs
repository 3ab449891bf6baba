//! The measured comparison: five workloads in Rust, C, C++, Java and Python.
//!
//! `cargo bench --bench languages` compiles every program below `benches/languages/` with its
//! language's usual release settings, runs them in turn (A B C … A B C …), one round to warm up
//! and ten that count, checks that all print the same answer, and writes
//! `benches/languages.json` after each round, so that Ctrl-C loses none. The pages read that
//! file; no number on them is typed. `-- --quick` takes small sizes and three rounds and writes to
//! `target/languages-quick.json`.

use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, ExitCode, ExitStatus, Stdio};
use std::time::Instant;

/// A workload, its sizes, and whether there is a variant with an arena.
struct Workload {
    name: &'static str,
    normal: &'static str,
    quick: &'static str,
    arena: bool,
    /// Whether Java also runs with a heap limited to twice the live data: where there is a live
    /// structure that collections work around.
    limited: bool,
}

const WORKLOADS: [Workload; 5] = [
    Workload {
        name: "trees",
        normal: "16",
        quick: "13",
        arena: true,
        limited: true,
    },
    Workload {
        name: "words",
        normal: "5000000",
        quick: "500000",
        arena: false,
        limited: true,
    },
    Workload {
        name: "cache",
        normal: "2000000",
        quick: "200000",
        arena: false,
        limited: true,
    },
    Workload {
        name: "array",
        normal: "5000000",
        quick: "500000",
        arena: false,
        limited: false,
    },
    Workload {
        name: "promptness",
        normal: "512",
        quick: "64",
        arena: false,
        limited: false,
    },
];

const RUST: [&str; 4] = ["rustc", "--edition=2024", "-O", "-o"];
const C: [&str; 4] = ["cc", "-std=c11", "-O2", "-o"];
const CPP: [&str; 4] = ["c++", "-std=c++17", "-O2", "-o"];

/// A program ready to run.
struct Program {
    workload: &'static str,
    /// `rust`, `c`, `cpp`, `java`, `python`, with `-arena` or `-limited`.
    variant: String,
    command: Vec<String>,
    size: &'static str,
}

/// What one run showed.
struct Run {
    nanoseconds: u64,
    peak_kib: u64,
    values: BTreeMap<String, String>,
}

fn main() -> ExitCode {
    let quick = env::args().any(|argument| argument == "--quick");
    match bench(quick) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn bench(quick: bool) -> Result<(), String> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let built = root.join("target/bench-languages");
    fs::create_dir_all(&built).map_err(|error| format!("{}: {error}", built.display()))?;
    let missing: Vec<&str> = ["rustc", "cc", "c++", "javac", "java", "python3"]
        .into_iter()
        .filter(|tool| version(tool).is_none())
        .collect();
    for tool in &missing {
        println!("There is no {tool} here; its language is left out.");
    }
    let has = |tools: &[&str]| tools.iter().all(|tool| !missing.contains(tool));

    println!("Compiling …");
    let mut programs = Vec::new();
    for workload in &WORKLOADS {
        let folder = root.join("benches/languages").join(workload.name);
        let size = if quick {
            workload.quick
        } else {
            workload.normal
        };
        let mut add = |variant: &str, command: Vec<String>| {
            programs.push(Program {
                workload: workload.name,
                variant: variant.to_owned(),
                command,
                size,
            });
        };
        for (variant, compiler, ending) in
            [("c", C, "c"), ("cpp", CPP, "cpp"), ("rust", RUST, "rs")]
        {
            if !has(&compiler[..1]) {
                continue;
            }
            for (file, suffix) in [("main", ""), ("arena", "-arena")] {
                if file == "main" || workload.arena {
                    let program = built.join(format!("{}-{variant}{suffix}", workload.name));
                    compile(
                        &compiler,
                        &program,
                        &folder.join(format!("{file}.{ending}")),
                    )?;
                    add(
                        &format!("{variant}{suffix}"),
                        vec![program.display().to_string()],
                    );
                }
            }
        }
        if has(&["javac", "java"]) {
            let classes = built.join(workload.name);
            let classes = classes.display().to_string();
            let source = folder.join("main.java").display().to_string();
            let live = root.join("benches/languages/Live.java");
            finish(
                Command::new("javac")
                    .args(["-d", &classes, &source])
                    .arg(live),
                &source,
            )?;
            let java = |options: &[&str]| {
                let words = ["java"]
                    .into_iter()
                    .chain(options.iter().copied())
                    .chain(["-cp", &classes, "Main"]);
                words.map(str::to_owned).collect::<Vec<String>>()
            };
            add("java", java(&[]));
            if workload.limited {
                let limit = 2 * live_data(&classes, size)?;
                add("java-limited", java(&[&format!("-Xmx{limit}m")]));
            }
        }
        if has(&["python3"]) {
            // The interpreter itself, and not a wrapper that looks for it at every start.
            let interpreter =
                output("python3", &["-c", "import sys; print(sys.executable)"]).unwrap_or_default();
            add(
                "python",
                vec![interpreter, folder.join("main.py").display().to_string()],
            );
        }
    }

    let rounds = if quick { 3 } else { 10 };
    let file = if quick {
        root.join("target/languages-quick.json")
    } else {
        root.join("benches/languages.json")
    };
    let mut samples: Vec<Value> = Vec::new();
    let started = Instant::now();
    for round in 0..=rounds {
        let mut of_round = Vec::new();
        let mut answers: BTreeMap<&str, (&str, String)> = BTreeMap::new();
        for program in &programs {
            let run = run(program)?;
            let answer = run.values.get("answer").cloned().unwrap_or_default();
            let (first, expected) = answers
                .entry(program.workload)
                .or_insert((&program.variant, answer.clone()));
            if *expected != answer {
                return Err(format!(
                    "{}: {} answers {answer}, and {first} answers {expected}",
                    program.workload, program.variant
                ));
            }
            let values: Map<String, Value> = run
                .values
                .iter()
                .filter(|(key, _)| *key != "answer")
                .filter_map(|(key, value)| Some((key.clone(), json!(value.parse::<i64>().ok()?))))
                .collect();
            of_round.push(json!({
                "workload": program.workload,
                "variant": program.variant,
                "round": round,
                "nanoseconds": run.nanoseconds,
                "peak_kib": run.peak_kib,
                "values": values,
            }));
        }
        // The first round warms up caches and does not count.
        if round > 0 {
            samples.extend(of_round);
            let report = report(quick, &missing, &programs, &samples);
            fs::write(&file, report).map_err(|error| format!("{}: {error}", file.display()))?;
        }
        println!(
            "Round {round} of {rounds}, {} s",
            started.elapsed().as_secs()
        );
    }
    println!("Wrote {}", file.display());
    Ok(())
}

fn report(quick: bool, missing: &[&str], programs: &[Program], samples: &[Value]) -> String {
    let first_line = |tool: &str| version(tool).unwrap_or_default();
    let commands: Vec<Value> = programs
        .iter()
        .map(|program| {
            let options: Vec<&String> = program.command.iter().filter(|word| word.starts_with("-X")).collect();
            json!({ "workload": program.workload, "variant": program.variant, "size": program.size, "options": options })
        })
        .collect();
    let report = json!({
        "quick": quick,
        "machine": {
            "processor": processor(),
            "cores": std::thread::available_parallelism().map_or(0, usize::from),
            "kernel": of_system("sys/kernel/osrelease").trim(),
        },
        "versions": {
            "rust": first_line("rustc"), "c": first_line("cc"), "cpp": first_line("c++"),
            "java": first_line("java"), "python": first_line("python3"),
        },
        "flags": { "rust": RUST[1..3].join(" "), "c": C[1..3].join(" "), "cpp": CPP[1..3].join(" "), "java": "", "python": "" },
        "missing": missing,
        "programs": commands,
        "samples": samples,
    });
    // A sample a line, so that a new measurement reads well as a difference.
    report
        .to_string()
        .replace("{\"nanoseconds\"", "\n{\"nanoseconds\"")
        + "\n"
}

fn compile(compiler: &[&str; 4], program: &Path, source: &Path) -> Result<(), String> {
    let name = source.display().to_string();
    finish(
        Command::new(compiler[0])
            .args(&compiler[1..])
            .arg(program)
            .arg(source),
        &name,
    )
}

fn finish(command: &mut Command, source: &str) -> Result<(), String> {
    let output = command
        .output()
        .map_err(|error| format!("{source}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!(
        "{source}: does not compile\n{}",
        String::from_utf8_lossy(&output.stderr)
    ))
}

/// The most that was in use in Java's heap right after a full collection, in MiB, as its own log
/// says, of a run in which `Live.java` asks for one again and again.
fn live_data(classes: &str, size: &str) -> Result<u64, String> {
    let output = Command::new("java")
        .args(["-Xlog:gc:stderr", "-cp", classes, "Live", size])
        .output()
        .map_err(|error| format!("java: {error}"))?;
    // [0.5s][info][gc] GC(3) Pause Full (System.gc()) 120M->35M(256M) 5.2ms
    let log = String::from_utf8_lossy(&output.stderr);
    log.lines()
        .filter(|line| line.contains("Pause Full (System.gc())"))
        .filter_map(|line| {
            let (_, after) = line.split_once("M->")?;
            after.split_once('M')?.0.parse::<u64>().ok()
        })
        .max()
        .ok_or_else(|| format!("java Live {size}: no full collection in its log\n{log}"))
}

fn run(program: &Program) -> Result<Run, String> {
    let name = format!("{} in {}", program.workload, program.variant);
    let started = Instant::now();
    let mut child = Command::new(&program.command[0])
        .args(&program.command[1..])
        .arg(program.size)
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .map_err(|error| format!("{name}: {error}"))?;
    let mut text = String::new();
    let mut pipe = child.stdout.take().ok_or("no pipe")?;
    pipe.read_to_string(&mut text)
        .map_err(|error| format!("{name}: {error}"))?;
    let (status, peak_kib) = wait(child.id()).map_err(|error| format!("{name}: {error}"))?;
    let nanoseconds = u64::try_from(started.elapsed().as_nanos()).unwrap_or(u64::MAX);
    if !status.success() {
        return Err(format!("{name} ended with {status}\n{text}"));
    }
    let values = text.lines().filter_map(|line| line.split_once(' '));
    let mut values: BTreeMap<String, String> = values
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .collect();
    // A program that goes on to sort its own times says what its task alone took.
    let mut of_the_task = |key| values.remove(key).and_then(|value| value.parse().ok());
    Ok(Run {
        nanoseconds: of_the_task("work_ns").unwrap_or(nanoseconds),
        peak_kib: of_the_task("work_peak_kib").unwrap_or(peak_kib),
        values,
    })
}

/// Waits for a child and returns its status and its peak resident size in KiB, which only
/// `wait4` tells.
#[cfg(unix)]
fn wait(pid: u32) -> Result<(ExitStatus, u64), std::io::Error> {
    use std::os::unix::process::ExitStatusExt;

    let mut status = 0;
    // SAFETY: an all-zero `rusage` is valid, and both pointers are to live local variables.
    #[expect(
        unsafe_code,
        reason = "std does not tell how much memory a child has used"
    )]
    let (waited, usage) = unsafe {
        let mut usage: libc::rusage = std::mem::zeroed();
        (
            libc::wait4(pid as libc::pid_t, &mut status, 0, &mut usage),
            usage,
        )
    };
    if waited < 0 {
        return Err(std::io::Error::last_os_error());
    }
    Ok((ExitStatus::from_raw(status), usage.ru_maxrss as u64))
}

#[cfg(not(unix))]
fn wait(_pid: u32) -> Result<(ExitStatus, u64), std::io::Error> {
    let message = "only Linux and macOS tell how much memory a program has used";
    Err(std::io::Error::other(message))
}

/// What Linux says of itself in a file below /proc; nothing elsewhere.
#[cfg(target_os = "linux")]
fn of_system(file: &str) -> String {
    fs::read_to_string(Path::new("/proc").join(file)).unwrap_or_default()
}

#[cfg(not(target_os = "linux"))]
fn of_system(_file: &str) -> String {
    String::new()
}

fn output(tool: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(tool)
        .args(arguments)
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    // Java writes its version to standard error.
    let text = [output.stdout, output.stderr].concat();
    Some(
        String::from_utf8_lossy(&text)
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned(),
    )
}

fn version(tool: &str) -> Option<String> {
    let question = if tool.starts_with("java") {
        "-version"
    } else {
        "--version"
    };
    output(tool, &[question])
}

fn processor() -> String {
    let text = of_system("cpuinfo");
    let model = text
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    model.map_or_else(String::new, |(_, model)| model.trim().to_owned())
}
