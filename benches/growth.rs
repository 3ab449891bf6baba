//! How the tools take a book that grows: copies of its pages and listings under other names.
//!
//! `cargo bench --bench growth` builds the book as it is and ten times as large, and prints what
//! each step took, how often that is of the small book's, and the most memory that the build had.
//! A step that takes more than ten times as long grows faster than the book.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

/// How many times as large the large book is.
const TIMES: usize = 10;
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
    let binary = root.join("target/debug/book");
    if !binary.is_file() {
        return Err("there is no target/debug/book; run `cargo build` first".to_owned());
    }
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
    for (one, many) in small.times.iter().zip(&large.times) {
        let (name, one, many) = (one.0, one.1.as_secs_f64(), many.1.as_secs_f64());
        println!("{name:<28} {one:>7.2} s {many:>7.2} s {:>7.1}", many / one);
    }
    let (one, many) = (small.peak_mib, large.peak_mib);
    println!(
        "{:<28} {one:>5.0} MiB {many:>5.0} MiB {:>7.1}",
        "most memory",
        many / one
    );
    fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))
}

/// What the steps of a build took.
struct Steps {
    times: Vec<(&'static str, Duration)>,
    peak_mib: f64,
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
fn build(binary: &Path, book: &Path, options: &[&str]) -> Result<(Duration, f64), String> {
    let started = Instant::now();
    let output = Command::new("/usr/bin/time")
        .args(["-f", "%M"])
        .arg(binary)
        .arg("build")
        .args(options)
        .current_dir(book)
        .stdout(Stdio::null())
        .output()
        .map_err(|error| format!("/usr/bin/time does not start ({error}); install it"))?;
    let took = started.elapsed();
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(format!("{} is not built\n{said}", book.display()));
    }
    let kib: f64 = said
        .lines()
        .last()
        .and_then(|line| line.parse().ok())
        .unwrap_or(f64::NAN);
    Ok((took, kib / 1024.0))
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
