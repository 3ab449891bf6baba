//! Questions, broken on purpose: one change in one block, and the book is checked as a build checks it.
//!
//! A change either stops the build, or makes no difference, or asks something else, which is answered
//! anew: no answer is written down, so none can be wrong. What is prose in a block is left alone.

use crate::pages::check::{self, Checked};
use crate::pages::mutate::{changes, copy_project};
use anyhow::{Result, bail};
use listings::{Sources, What};
use std::fs;
use std::path::{Path, PathBuf};

/// How many changes.
const MUTANTS: usize = 60;

struct Mutant {
    page: PathBuf,
    text: String,
    /// `src/ownership/moves.md:12: removed the line`
    name: String,
}

/// Breaks questions of the book at `root` and reports what came of it.
pub fn mutate_questions(root: &Path, sources: &Sources, seed: u64) -> Result<String> {
    let mut mutants = mutants(sources);
    fastrand::Rng::with_seed(seed).shuffle(&mut mutants);
    mutants.truncate(MUTANTS);
    let copy = root.join("target/mutate/questions");
    copy_project(root, &copy)?;
    copy_answers(root, &copy)?;
    let Ok(unbroken) = check::check(&copy)? else {
        bail!("the copy of the book has problems that the book has not");
    };
    let (mut stopped, mut same, mut anew) = (0, 0, Vec::new());
    for mutant in &mutants {
        let page = copy.join(&mutant.page);
        let before = fs::read_to_string(&page)?;
        fs::write(&page, &mutant.text)?;
        match check::check(&copy)? {
            Err(_) => stopped += 1,
            Ok(checked) if asks_the_same(&unbroken, &checked) => same += 1,
            Ok(_) => anew.push(mutant.name.clone()),
        }
        fs::write(&page, before)?;
    }
    fs::remove_dir_all(&copy)?;
    anew.sort();
    Ok(report(mutants.len(), stopped, same, &anew))
}

/// Every one-place change of every block, but for its prose.
fn mutants(sources: &Sources) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for page in &sources.pages {
        for part in &page.parts {
            let What::Question(_) = part.what else {
                continue;
            };
            let block = &page.text[part.range.clone()];
            for change in changes(block, true) {
                let line = block.lines().nth(change.line - 1).unwrap_or_default();
                let key = line.split(' ').next().unwrap_or_default();
                if line.starts_with("```") || ["text", "because", "prompt"].contains(&key) {
                    continue;
                }
                let mut text = page.text.clone();
                text.replace_range(part.range.clone(), change.text.trim_end());
                mutants.push(Mutant {
                    page: page.path.clone(),
                    text,
                    name: format!(
                        "{}:{}: {}",
                        listings::shown(&page.path),
                        part.line + change.line - 1,
                        change.what
                    ),
                });
            }
        }
    }
    mutants
}

/// Whether no reader would see a difference.
fn asks_the_same(one: &Checked, other: &Checked) -> bool {
    one.answers.values().eq(other.answers.values())
}

/// What is known already of unchanged programs.
fn copy_answers(root: &Path, copy: &Path) -> Result<()> {
    let (from, to) = (root.join("target/answers"), copy.join("target/answers"));
    fs::create_dir_all(&to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

fn report(mutants: usize, stopped: usize, same: usize, anew: &[String]) -> String {
    let mut report = format!(
        "{mutants} one-place changes to questions: {stopped} stop the build, {same} make no difference, {} ask\n\
         something else, which is answered anew\n",
        anew.len()
    );
    if !anew.is_empty() {
        report += &format!("\nAnswered anew:\n{}\n", anew.join("\n"));
    }
    report
}
