//! Compilers and programs of six languages run confined as they do otherwise.
//!
//! One that is not installed is reported as ignored, and so is every one where commands are not
//! confined; where `BOOK_REQUIRE_LANGUAGES=1` is set, as in CI, what is not installed fails.

use libtest_mimic::{Arguments, Failed, Trial};
use runner::{Command, Limits, Outcome, confinement};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;
use std::{env, fs};

fn main() -> ExitCode {
    let trials = vec![
        trial("rust", &["rustc", "cc"], rust),
        trial("rust_library", &["rustc"], rust_library),
        trial("c", &["cc"], c),
        trial("c_sanitized", &["cc"], c_sanitized),
        trial("cpp_sanitized", &["c++"], cpp_sanitized),
        trial("java", &["javac", "java"], java),
        trial("python", &["python3"], python),
        trial("javascript", &["node"], javascript),
    ];
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn trial(name: &str, tools: &'static [&str], run: fn(&Path)) -> Trial {
    let is_required = env::var("BOOK_REQUIRE_LANGUAGES").is_ok_and(|value| value == "1");
    let missing: Vec<&str> = tools
        .iter()
        .copied()
        .filter(|tool| !is_on_path(tool))
        .collect();
    let name = match missing.as_slice() {
        [] => name.to_owned(),
        missing => format!("{name} (not installed: {})", missing.join(", ")),
    };
    let leave_out = !confinement().files || (!missing.is_empty() && !is_required);
    let test = move || {
        let folder = tempfile::tempdir().map_err(Failed::from)?;
        run(folder.path());
        Ok(())
    };
    Trial::test(name, test).with_ignored_flag(leave_out)
}

fn is_on_path(tool: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| folder.join(tool).is_file())
}

/// A confined command in that folder, without a limit of memory, which sanitizers and Java reserve.
fn confined(program: impl AsRef<Path>, arguments: &[&str], folder: &Path) -> Command {
    let limits = Limits {
        time: Duration::from_secs(120),
        processor: None,
        memory: None,
        processes: None,
        ..Limits::program()
    };
    let command = Command::new(program.as_ref()).args(arguments);
    let none: [&Path; 0] = [];
    command.folder(folder).limits(limits).confined(none)
}

/// The output of a command that ends well and says nothing to its errors.
fn said(command: &Command) -> String {
    let ran = command.run().expect("it starts");
    assert!(ran.succeeded(), "{}\n{}", ran.end, ran.stderr());
    assert_eq!(ran.stderr(), "");
    ran.stdout().into_owned()
}

fn written(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("written");
}

/// The compiler itself, not rustup's choice of it, which needs its user's settings; and all that
/// belongs to it.
fn rustc(arguments: &[&str], folder: &Path) -> Command {
    let asked = Command::new("rustc").args(["--print", "sysroot"]);
    let asked = asked.whole_environment().run().expect("rustc starts");
    let sysroot = PathBuf::from(asked.stdout().trim());
    confined(sysroot.join("bin/rustc"), arguments, folder).confined([sysroot])
}

fn rust(folder: &Path) {
    let text = r#"
        use std::{fs, thread, process::Command};
        fn main() {
            let sum: u32 = (0..8).map(|n| thread::spawn(move || n)).map(|t| t.join().unwrap()).sum();
            fs::write(std::env::temp_dir().join("a"), "a").unwrap();
            let said = Command::new("echo").arg("a child").output().unwrap();
            print!("{sum} {}", String::from_utf8_lossy(&said.stdout));
        }"#;
    written(folder, "main.rs", text);
    assert_eq!(said(&rustc(&["main.rs"], folder)), "");
    assert_eq!(
        said(&confined(folder.join("main"), &[], folder)),
        "28 a child\n"
    );
}

fn rust_library(folder: &Path) {
    written(folder, "lib.rs", "pub fn one() -> u32 { 1 }");
    written(
        folder,
        "main.rs",
        "fn main() { println!(\"{}\", one::one()) }",
    );
    let library = [
        "--crate-type=lib",
        "--crate-name=one",
        "-Cincremental=kept",
        "lib.rs",
    ];
    assert_eq!(said(&rustc(&library, folder)), "");
    let program = [
        "--edition=2021",
        "--extern=one=libone.rlib",
        "-O",
        "main.rs",
    ];
    assert_eq!(said(&rustc(&program, folder)), "");
    assert_eq!(said(&confined(folder.join("main"), &[], folder)), "1\n");
}

fn c(folder: &Path) {
    let text = "#include <stdio.h>\nint main(void) { puts(\"from C\"); return 0; }";
    written(folder, "main.c", text);
    assert_eq!(said(&confined("cc", &["main.c", "-o", "main"], folder)), "");
    assert_eq!(
        said(&confined(folder.join("main"), &[], folder)),
        "from C\n"
    );
}

const SANITIZED: &[&str] = &["-g", "-fsanitize=address,undefined", "-o", "main"];

/// The sanitizer still sees a mistake, and names its line.
fn reported(compiler: &str, source: &str, folder: &Path) -> Outcome {
    let compile = confined(compiler, SANITIZED, folder).arg(source);
    assert_eq!(said(&compile), "");
    assert_eq!(said(&confined(folder.join("main"), &[], folder)), "fine\n");
    let wrong = confined(folder.join("main"), &["wrong"], folder);
    wrong.run().expect("it starts")
}

fn c_sanitized(folder: &Path) {
    let text = "#include <stdio.h>\n#include <stdlib.h>\nint main(int n, char **v) {\n  char *p = malloc(4);\n  free(p);\n  if (n > 1) return p[0];\n  puts(\"fine\");\n  return 0;\n}";
    written(folder, "main.c", text);
    let ran = reported("cc", "main.c", folder);
    assert!(
        ran.stderr().contains("heap-use-after-free"),
        "{}",
        ran.stderr()
    );
    assert!(ran.stderr().contains("main.c:6"), "{}", ran.stderr());
}

fn cpp_sanitized(folder: &Path) {
    let text = "#include <iostream>\n#include <thread>\nint main(int n, char **) {\n  int most = 2147483647;\n  if (n > 1) most += n;\n  std::thread([] { std::cout << \"fine\\n\"; }).join();\n  return most == 0;\n}";
    written(folder, "main.cpp", text);
    let ran = reported("c++", "main.cpp", folder);
    assert!(
        ran.stderr().contains("signed integer overflow"),
        "{}",
        ran.stderr()
    );
    assert!(ran.stderr().contains("main.cpp:5"), "{}", ran.stderr());
}

fn java(folder: &Path) {
    let text = "public class Main { public static void main(String[] a) throws Exception { var t = new Thread(() -> System.out.println(\"from Java\")); t.start(); t.join(); } }";
    written(folder, "Main.java", text);
    assert_eq!(said(&confined("javac", &["Main.java"], folder)), "");
    let run = confined("java", &["-cp", ".", "Main"], folder);
    assert_eq!(said(&run), "from Java\n");
}

fn python(folder: &Path) {
    let text = "import subprocess, tempfile, threading, asyncio, socket\nthreading.Thread(target=print, args=('a thread',)).start()\nwith tempfile.TemporaryFile() as f: f.write(b'1')\nasyncio.run(asyncio.sleep(0))\nprint(subprocess.run(['echo', 'a child'], capture_output=True, text=True).stdout, end='')\n";
    written(folder, "main.py", text);
    let run = confined("python3", &["main.py"], folder);
    assert_eq!(said(&run), "a thread\na child\n");
}

fn javascript(folder: &Path) {
    let text = "const { Worker, isMainThread } = require('worker_threads');\nif (!isMainThread) { console.log('a worker'); } else { new Worker(__filename).on('exit', () => { const { stdout } = require('child_process').spawnSync('echo', ['a child'], { encoding: 'utf8' }); process.stdout.write(stdout); require('fs').writeFileSync(require('path').join(require('os').tmpdir(), 'a'), 'a'); }); }\n";
    written(folder, "main.js", text);
    let run = confined("node", &["main.js"], folder);
    assert_eq!(said(&run), "a worker\na child\n");
}
