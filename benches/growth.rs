//! How the tools take a book that grows: copies of its pages and listings under other names.
//!
//! `cargo bench --bench growth` builds the book as it is and ten times as large, and prints what
//! each step took, how often that is of the small book's, and, on Linux and macOS, the most memory
//! that the build had. A step that takes more than ten times as long grows faster than the book,
//! which is an error.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// How many times as large the large book is.
const TIMES: usize = 10;
/// A step that takes more than so many times as long grows faster than the book.
const MOST: f64 = TIMES as f64 + 0.5;
/// What takes less, even of the large book, is not judged.
const LEAST_SECONDS: f64 = 1.0;
/// What a book is made of.
const PARTS: [&str; 7] = [
    "book.toml",
    "src",
    "theme",
    "examples",
    "tests/compile-fail",
    "tests/reports",
    "benches/languages.json",
];

fn main() -> ExitCode {
    match compare() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn compare() -> Result<(), String> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let binary = built(root)?;
    let folder = root.join("target/growth");
    println!(
        "{:<28} {:>9} {:>9} {:>7}",
        "",
        "1 book",
        format!("{TIMES} books"),
        "ratio"
    );
    let small = Steps::of(&binary, root, &folder.join("small"), 1)?;
    let large = Steps::of(&binary, root, &folder.join("large"), TIMES)?;
    let mut too_slow = Vec::new();
    for (one, many) in small.times.iter().zip(&large.times) {
        let (name, one, many) = (one.0, one.1.as_secs_f64(), many.1.as_secs_f64());
        println!("{name:<28} {one:>7.2} s {many:>7.2} s {:>7.1}", many / one);
        if many > LEAST_SECONDS && many / one > MOST {
            too_slow.push(name);
        }
    }
    if let (Some(one), Some(many)) = (small.peak_mib, large.peak_mib) {
        println!(
            "{:<28} {one:>5.0} MiB {many:>5.0} MiB {:>7.1}",
            "most memory",
            many / one
        );
    }
    fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    match too_slow.is_empty() {
        true => Ok(()),
        false => Err(format!(
            "{}: grows faster than the book; find what is done once for each page of each page",
            too_slow.join(", ")
        )),
    }
}

/// The book's program, built from what stands here now.
fn built(root: &Path) -> Result<PathBuf, String> {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--locked", "--package", "book"])
        .arg("--message-format=json-render-diagnostics")
        .current_dir(root)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("cargo does not start ({error})"))?;
    if !output.status.success() {
        return Err("the book's program is not built; mend what cargo says".to_owned());
    }
    let messages = String::from_utf8_lossy(&output.stdout);
    let program = messages.lines().find_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        let program = message["executable"].as_str()?;
        Some(PathBuf::from(program))
    });
    program.ok_or_else(|| "cargo does not say where the book's program is".to_owned())
}

/// What the steps of a build took.
struct Steps {
    times: Vec<(&'static str, Duration)>,
    peak_mib: Option<f64>,
}

impl Steps {
    fn of(binary: &Path, root: &Path, book: &Path, times: usize) -> Result<Steps, String> {
        multiply(root, book, times).map_err(|error| format!("{}: {error}", book.display()))?;
        // The contents in the sidebar are a golden of the summary.
        let contents = book.join("theme/header.hbs");
        fs::remove_file(&contents).map_err(|error| error.to_string())?;
        let (first, _) = build(binary, book, &[])?;
        let (again, peak_mib) = build(binary, book, &[])?;
        let (epub, _) = build(binary, book, &["--epub"])?;
        Ok(Steps {
            times: vec![
                ("checked, nothing known", first.saturating_sub(again)),
                ("built, all answers kept", again),
                ("the EPUB besides", epub.saturating_sub(again)),
            ],
            peak_mib,
        })
    }
}

/// Builds a book: how long that took, and the most memory that it had, in MiB.
fn build(binary: &Path, book: &Path, options: &[&str]) -> Result<(Duration, Option<f64>), String> {
    let failed = |error: std::io::Error| format!("{}: {error}", binary.display());
    let started = Instant::now();
    let child = Command::new(binary)
        .arg("build")
        .args(options)
        .current_dir(book)
        .stdout(Stdio::null())
        .spawn()
        .map_err(failed)?;
    let (status, peak_mib) = wait(child).map_err(failed)?;
    let took = started.elapsed();
    if !status.success() {
        return Err(format!(
            "{} is not built; mend what is said above",
            book.display()
        ));
    }
    Ok((took, peak_mib))
}

/// Waits for a child: its status, and its largest resident size in MiB, which `wait4` tells.
#[cfg(unix)]
fn wait(child: Child) -> std::io::Result<(ExitStatus, Option<f64>)> {
    use std::os::unix::process::ExitStatusExt;

    let mut status = 0;
    // SAFETY: an all-zero `rusage` is valid, and both pointers are to live local variables.
    #[expect(unsafe_code, reason = "only `wait4` tells the most memory")]
    let (waited, usage) = unsafe {
        let mut usage: libc::rusage = std::mem::zeroed();
        let pid = child.id() as libc::pid_t;
        (libc::wait4(pid, &mut status, 0, &mut usage), usage)
    };
    if waited < 0 {
        return Err(std::io::Error::last_os_error());
    }
    // macOS counts bytes, others KiB.
    let in_a_mib = if cfg!(target_os = "macos") {
        1024.0 * 1024.0
    } else {
        1024.0
    };
    let peak_mib = usage.ru_maxrss as f64 / in_a_mib;
    Ok((ExitStatus::from_raw(status), Some(peak_mib)))
}

#[cfg(not(unix))]
fn wait(mut child: Child) -> std::io::Result<(ExitStatus, Option<f64>)> {
    Ok((child.wait()?, None))
}

/// Writes the book at `root` so many times into `book`: every page in a folder of its own, every
/// listing under another name and with another last line, so that nothing is known of it.
fn multiply(root: &Path, book: &Path, times: usize) -> std::io::Result<()> {
    if book.exists() {
        fs::remove_dir_all(book)?;
    }
    let summary = fs::read_to_string(root.join("src/SUMMARY.md"))?;
    let mut summaries = summary.clone();
    for part in PARTS {
        for file in files(&root.join(part))? {
            let name = file.strip_prefix(root).unwrap_or(&file);
            write(&book.join(name), fs::read(&file)?)?;
        }
    }
    for copy in 2..=times {
        for part in PARTS {
            for file in files(&root.join(part))? {
                let name = file.strip_prefix(root).unwrap_or(&file);
                let Ok(text) = fs::read_to_string(&file) else {
                    continue;
                };
                if let Ok(page) = name.strip_prefix("src") {
                    if !["SUMMARY.md", "404.md"]
                        .iter()
                        .any(|other| page == Path::new(other))
                    {
                        write(
                            &book.join(format!("src/copy-{copy}")).join(page),
                            renamed(&text, copy),
                        )?;
                    }
                } else if part == "examples" || part.starts_with("tests") {
                    write(&book.join(copied(name, copy)), marked(&text, name, copy))?;
                }
            }
        }
        let (_, chapters) = summary.split_once('\n').unwrap_or_default();
        summaries += &chapters.replace("](", &format!("](copy-{copy}/"));
    }
    fs::write(book.join("src/SUMMARY.md"), summaries)
}

/// `examples/a.rs` as `examples/a-copy-2.rs`, `examples/other-languages/a/main.c` as
/// `examples/other-languages/a-copy-2/main.c`.
fn copied(name: &Path, copy: usize) -> PathBuf {
    let parts: Vec<String> = name
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    let slug = if name.starts_with("examples/other-languages") {
        2
    } else {
        parts.len() - 1
    };
    let renamed = parts
        .iter()
        .enumerate()
        .map(|(number, part)| match part.split_once('.') {
            Some((stem, ending)) if number == slug => format!("{stem}-copy-{copy}.{ending}"),
            None if number == slug => format!("{part}-copy-{copy}"),
            _ => part.clone(),
        });
    renamed.collect()
}

/// A program with one more line; anything else as it is.
fn marked(text: &str, name: &Path, copy: usize) -> String {
    match name.extension() {
        Some(ending) if ending == "rs" => format!("{text}// Copy {copy}.\n"),
        _ => text.to_owned(),
    }
}

/// A page whose directives name the copies.
fn renamed(page: &str, copy: usize) -> String {
    let lines = page.lines().map(|line| {
        let mut words: Vec<String> = line.split(' ').map(str::to_owned).collect();
        let other = ["{{#chart", "{{#measured"]
            .iter()
            .any(|word| line.starts_with(word));
        let names_a_listing = line.starts_with("{{#") && !other;
        if let (true, Some(slug)) = (names_a_listing, words.get_mut(1)) {
            *slug = match slug.strip_suffix("}}") {
                Some(slug) => format!("{slug}-copy-{copy}}}}}"),
                None => format!("{slug}-copy-{copy}"),
            };
        }
        words.join(" ") + "\n"
    });
    lines.collect()
}

/// The files at or below a path.
fn files(path: &Path) -> std::io::Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(path)? {
        found.extend(files(&entry?.path())?);
    }
    Ok(found)
}

fn write(path: &Path, text: impl AsRef<[u8]>) -> std::io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    fs::write(path, text)
}
