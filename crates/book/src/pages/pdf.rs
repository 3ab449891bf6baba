//! The book as a PDF: a browser prints `print.html`, which holds every page.

use crate::pages::site::url;
use anyhow::{Context, Result, bail};
use runner::{Command, Limits};
use std::env::consts::EXE_SUFFIX;
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{env, fs};

/// The names under which Chromium and Chrome are installed.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// How long a browser may take; this book takes seconds.
const PATIENCE: Duration = Duration::from_secs(300);
/// How much is shown of what a browser says of its failure, in lines.
const SHOWN: usize = 5;

/// The browser that `CHROME_PATH` names, or the first one on `PATH`.
fn browser() -> Result<PathBuf> {
    let folders = env::var_os("PATH").unwrap_or_default();
    let installed = env::split_paths(&folders)
        .flat_map(|folder| NAMES.map(|name| folder.join(format!("{name}{EXE_SUFFIX}"))))
        .find(|path| path.is_file());
    match env::var_os("CHROME_PATH").map(PathBuf::from).or(installed) {
        Some(browser) => Ok(browser),
        None => bail!(
            "--pdf: there is no Chromium or Chrome on PATH; install one (on Debian: `apt-get install chromium`), name one in CHROME_PATH, or build without --pdf"
        ),
    }
}

/// Prints the page to `to`.
pub fn write(page: &Path, to: &Path) -> Result<()> {
    let browser = browser()?;
    let page = page.canonicalize().with_context(|| {
        format!(
            "{}: is not there; leave output.html.print on in book.toml",
            page.display()
        )
    })?;
    let profile = tempfile::tempdir().context("no temporary folder can be made")?;
    // The page is this book's own, and a container's root may not use the sandbox.
    let ran = Command::new(&browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
        ])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .arg(format!("--print-to-pdf={}", to.display()))
        .arg(address(&page))
        .whole_environment()
        .limits(Limits::tool(PATIENCE))
        .run()
        .context("--pdf: the browser cannot be run; name another in CHROME_PATH")?;
    if ran.succeeded() && to.is_file() {
        return Ok(());
    }
    let mut complaint = format!(
        "{}: printed no PDF ({}); name another browser in CHROME_PATH",
        browser.display(),
        ran.end
    );
    for line in telling(&ran.stderr()) {
        complaint += "\n";
        complaint += line;
    }
    // What it may have begun.
    if to.exists() {
        fs::remove_file(to).with_context(|| format!("{}: cannot be removed", to.display()))?;
    }
    bail!("{complaint}")
}

/// The address of a file by its canonical path: `file:///home/a%20b.html`, `file:///C:/a.html`.
fn address(file: &Path) -> String {
    let path = file.to_string_lossy();
    // So Windows begins a canonical path.
    let path = path.strip_prefix(r"\\?\").unwrap_or(&path);
    match path.split_once(':') {
        Some((drive, path)) if drive.len() == 1 && drive != "/" => {
            format!("file:///{drive}:{}", url(Path::new(path)))
        }
        _ => format!("file://{}", url(Path::new(path))),
    }
}

/// The lines of a browser's log that tell why it printed nothing, the last ones. Chromium logs
/// errors as well that it goes on after: of a missing D-Bus, of the graphics card.
///
/// ```text
/// [3857:3886:1126/012525.365483:ERROR:dbus/bus.cc:405] Failed to connect to the bus: …
/// ```
fn telling(log: &str) -> Vec<&str> {
    let goes_on = |line: &str| {
        let of_the_log = line
            .strip_prefix('[')
            .and_then(|line| line.split_once("] "));
        of_the_log
            .is_some_and(|(place, _)| !place.contains(":FATAL:") && !place.contains("headless"))
    };
    let lines = log.lines().map(str::trim_end);
    let telling: Vec<&str> = lines
        .filter(|line| !line.is_empty() && !goes_on(line))
        .collect();
    telling[telling.len().saturating_sub(SHOWN)..].to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_an_address_on_every_system() {
        for (path, expected) in [
            ("/home/a b.html", "file:///home/a%20b.html"),
            ("/:/a.html", "file:///%3A/a.html"),
            (r"\\?\C:\a b\c.html", "file:///C:/a%20b/c.html"),
        ] {
            assert_eq!(address(Path::new(path)), expected);
        }
    }
}
