//! Every program in another language does what its golden says, one test for each.
//!
//! A test whose compiler is missing is reported as ignored, with its name. Where
//! `BOOK_REQUIRE_LANGUAGES=1` is set, as in CI, it fails instead.

use languages::{Language, expected_report, observe, run_unwatched};
use libtest_mimic::{Failed, Trial};
use listings::{Other, Sources};
use runner::Store;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// Where compiled programs are kept.
fn store(root: &Path) -> Store {
    Store::open(root.join("target/answers")).expect("the folder can be made")
}

/// One trial for each program, and one for each workload of the benchmark.
pub fn trials() -> Vec<Trial> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let (sources, problems) = Sources::read(&root);
    assert_eq!(problems, [], "the pages and listings are in order");
    let required = env::var("BOOK_REQUIRE_LANGUAGES").is_ok_and(|value| value == "1");
    let mut trials = Vec::new();
    for other in sources
        .library
        .iter()
        .flat_map(|listing| listing.others.clone())
    {
        let Some(language) = Language::of(&other.path) else {
            continue;
        };
        let missing = language.missing_tool();
        let name = other.path.display().to_string();
        let goes_wrong = expected_report(&other.source).is_some();
        let (unwatched, built) = (root.join(&other.path), store(&root));
        let root = root.clone();
        trials.push(
            Trial::test(name.clone(), move || {
                does_what_its_golden_says(&root, &other, missing)
            })
            .with_ignored_flag(missing.is_some() && !required),
        );
        if goes_wrong {
            let trial = Trial::test(format!("{name} without a sanitizer"), move || {
                run_unwatched(&unwatched, &built)
                    .map_err(|error| Failed::from(format!("{error:#}")))
            });
            trials.push(trial.with_ignored_flag(missing.is_some() && !required));
        }
    }
    for (workload, size) in AGREEMENT {
        let folder = root.join("benches/languages").join(workload);
        let built = store(&root);
        let missing = Language::ALL.into_iter().find_map(Language::missing_tool);
        let trial = Trial::test(
            format!("benches/languages/{workload}: all programs agree"),
            move || agree(&folder, size, &built),
        );
        trials.push(trial.with_ignored_flag(missing.is_some() && !required));
    }
    trials
}

/// Each workload of the benchmark, and a size that takes a moment.
const AGREEMENT: [(&str, &str); 5] = [
    ("trees", "8"),
    ("words", "5000"),
    ("cache", "80000"),
    ("array", "5000"),
    ("promptness", "16"),
];

fn agree(folder: &Path, size: &str, built: &Store) -> Result<(), Failed> {
    let mut answers = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| error.to_string())? {
        let path = entry.map_err(|error| error.to_string())?.path();
        // Java gives memory back when it likes: the program waits two seconds for nothing.
        if folder.ends_with("promptness") && Language::of(&path) == Some(Language::Java) {
            continue;
        }
        let answer = languages::answer(&path, size, built).map_err(|error| format!("{error:#}"))?;
        answers.push((path.file_name().unwrap_or_default().to_owned(), answer));
    }
    if answers.len() < 4 || answers.iter().any(|(_, answer)| *answer != answers[0].1) {
        return Err(format!("{answers:?}").into());
    }
    Ok(())
}

fn does_what_its_golden_says(
    root: &Path,
    other: &Other,
    missing: Option<&str>,
) -> Result<(), Failed> {
    if let Some(tool) = missing {
        return Err(format!("there is no {tool} here; install it").into());
    }
    let observed =
        observe(&root.join(&other.path), &store(root)).map_err(|error| format!("{error:#}"))?;
    let golden = fs::read_to_string(root.join(&other.golden)).unwrap_or_default();
    if observed == golden {
        return Ok(());
    }
    Err(format!(
        "{}:1: does not say what the program shows now; run `cargo run -- bless` and read the diff\n{observed}",
        other.golden.display()
    )
    .into())
}
