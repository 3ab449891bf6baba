//! Says where the browser tests are, and on which machine they cannot run.
//!
//! They take minutes and packages from npm, so they are named and not run:
//! `npm test` in `tests/browser/` runs them, as CI does.

use libtest_mimic::{Failed, Trial};
use std::env;
use std::path::Path;
use std::process::Command;

/// The one trial.
pub fn trial() -> Trial {
    let mut missing = Vec::new();
    if env::var_os("CHROME_PATH").is_none()
        && !["chromium", "chromium-browser", "google-chrome"]
            .iter()
            .any(|name| installed(name))
    {
        missing.push("no Chromium");
    }
    if !installed("npm") {
        missing.push("no npm");
    }
    let reason = match missing.as_slice() {
        [] => "run by: cd tests/browser && npm ci && npm test".to_owned(),
        missing => format!(
            "skipped: there is {} on this machine",
            missing.join(" and ")
        ),
    };
    let required = env::var("BOOK_REQUIRE_BROWSER").is_ok_and(|value| value == "1");
    let cannot = !missing.is_empty();
    let trial = Trial::test("the pages in a real browser", move || {
        if cannot {
            return Err("install Chromium and npm first".into());
        }
        npm("ci")?;
        npm("test")
    });
    // In CI, where `.ci/run` runs them, a machine that cannot is an error.
    trial
        .with_kind(reason)
        .with_ignored_flag(!(cannot && required))
}

fn installed(tool: &str) -> bool {
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders).any(|folder| folder.join(tool).is_file())
}

fn npm(task: &str) -> Result<(), Failed> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/browser"));
    let status = Command::new("npm").arg(task).current_dir(folder).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`npm {task}` ended with {status}").into()),
        Err(error) => Err(format!("`npm {task}` does not start: {error}").into()),
    }
}
