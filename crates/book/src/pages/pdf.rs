//! The book as a PDF: a browser prints `print.html`, which holds every page.

use anyhow::{Context, Result, bail};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The names under which Chromium and Chrome are installed.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// The browser that `CHROME_PATH` names, or the first one on `PATH`.
pub fn browser() -> Result<PathBuf> {
    let folders = env::var_os("PATH").unwrap_or_default();
    let installed = env::split_paths(&folders)
        .flat_map(|folder| NAMES.map(|name| folder.join(name)))
        .find(|path| path.is_file());
    match env::var_os("CHROME_PATH").map(PathBuf::from).or(installed) {
        Some(browser) => Ok(browser),
        None => bail!(
            "--pdf: there is no Chromium or Chrome on PATH; install one (on Debian: `apt-get install chromium`), name one in CHROME_PATH, or build without --pdf"
        ),
    }
}

/// Prints the page to `to`.
pub fn write(browser: &Path, page: &Path, to: &Path) -> Result<()> {
    let page = page.canonicalize().with_context(|| {
        format!(
            "{}: is not there; leave output.html.print on in book.toml",
            page.display()
        )
    })?;
    let profile = tempfile::tempdir().context("no temporary folder can be made")?;
    // The page is this book's own, and a container's root may not use the sandbox.
    let output = Command::new(browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
        ])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .arg(format!("--print-to-pdf={}", to.display()))
        .arg(format!("file://{}", page.display()))
        .output()
        .with_context(|| {
            format!(
                "{}: does not start; name another browser in CHROME_PATH",
                browser.display()
            )
        })?;
    if output.status.success() && to.is_file() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    bail!(
        "{}: printed no PDF; name another browser in CHROME_PATH\n{}",
        browser.display(),
        said.trim_end()
    )
}
