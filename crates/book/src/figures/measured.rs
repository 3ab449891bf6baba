//! Numbers and charts of the measured comparison, read from `benches/languages.json`.
//!
//! A page names a number where it needs one, and the chart that it belongs to:
//!
//! ```text
//! Rust took {{#measured ratio trees rust c}} times as long as C.
//!
//! {{#chart time}}
//! ```
//!
//! | words | give |
//! | --- | --- |
//! | `ratio WORKLOAD A B` | median over the rounds of A's time divided by B's in the same round |
//! | `spread WORKLOAD A B` | the least and the greatest of these: `1.02 to 1.31` |
//! | `time WORKLOAD A` | median time of a run, with its unit |
//! | `peak WORKLOAD A` | median peak resident memory in MiB |
//! | `median WORKLOAD A KEY` | median of a value that the program measures itself, with its unit |
//! | `size WORKLOAD`, `rounds`, `processor`, `cores`, `version LANGUAGE`, `missing` | of the run |

use crate::figures::chart::{Bar, Chart, Group, median};
use crate::words::numbers;
use listings::{Page, Problem, What};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// Where the measurements are kept, below the book's root.
pub const FILE: &str = "benches/languages.json";

/// The measurements.
#[derive(Deserialize)]
pub struct Measurements {
    machine: Machine,
    versions: BTreeMap<String, String>,
    missing: Vec<String>,
    programs: Vec<Contender>,
    samples: Vec<Sample>,
}

#[derive(Deserialize)]
struct Machine {
    processor: String,
    cores: usize,
}

#[derive(Deserialize)]
struct Contender {
    workload: String,
    variant: String,
    size: String,
}

#[derive(Deserialize)]
struct Sample {
    workload: String,
    variant: String,
    round: usize,
    nanoseconds: f64,
    peak_kib: f64,
    values: BTreeMap<String, f64>,
}

impl Measurements {
    /// The measurements of the book at `root`, if it has any.
    pub fn read(root: &Path) -> Result<Option<Measurements>, Problem> {
        let cure = "run `cargo bench --bench languages` again";
        let text = match fs::read_to_string(root.join(FILE)) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => {
                let what = format!("cannot be read ({error})");
                return Err(Problem::at(
                    FILE,
                    1,
                    what,
                    "make it a file that can be read",
                ));
            }
            Ok(text) => text,
        };
        let measurements: Measurements = serde_json::from_str(&text).map_err(|error| {
            let what = format!("cannot be understood ({error})");
            Problem::at(FILE, error.line(), what, cure)
        })?;
        match measurements.impossible() {
            Some(what) => Err(Problem::at(FILE, 1, what, cure)),
            None => Ok(Some(measurements)),
        }
    }

    /// What no run of a program can have measured.
    fn impossible(&self) -> Option<String> {
        self.samples.iter().find_map(|sample| {
            let figures = [
                ("nanoseconds", sample.nanoseconds),
                ("peak_kib", sample.peak_kib),
            ];
            let (name, figure) = figures.into_iter().find(|(_, figure)| *figure <= 0.0)?;
            Some(format!(
                "round {} of {} in {} has {figure} {name}",
                sample.round, sample.workload, sample.variant
            ))
        })
    }

    /// What stands in a sentence for `{{#measured …}}`, as plain text.
    pub fn words(&self, words: &[String]) -> Result<String, String> {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words.as_slice() {
            ["ratio", workload, a, b] => Ok(numbers::number(median(&self.ratios(workload, a, b)?))),
            ["spread", workload, a, b] => {
                let ratios = self.ratios(workload, a, b)?;
                Ok(numbers::spread(ratios[0], ratios[ratios.len() - 1]))
            }
            ["time", workload, a] => {
                let times = self.sorted(workload, a, |sample| Some(sample.nanoseconds))?;
                Ok(numbers::duration(median(&times)))
            }
            ["peak", workload, a] => {
                let peaks = self.sorted(workload, a, |sample| Some(sample.peak_kib))?;
                Ok(numbers::memory(median(&peaks)))
            }
            ["median", workload, a, key] => {
                let values = self.sorted(workload, a, |sample| sample.values.get(*key).copied())?;
                Ok(numbers::in_time(median(&values)))
            }
            ["size", workload] => {
                let mut contenders = self.programs.iter();
                let contender = contenders.find(|contender| contender.workload == *workload);
                let contender = contender.ok_or_else(|| format!("no workload \"{workload}\""))?;
                Ok(numbers::grouped(&contender.size))
            }
            ["rounds"] => Ok(self.rounds().to_string()),
            ["processor"] => Ok(self.machine.processor.clone()),
            ["cores"] => Ok(self.machine.cores.to_string()),
            ["version", language] => {
                let version = self.versions.get(*language).cloned();
                version.ok_or_else(|| format!("no language \"{language}\""))
            }
            ["missing"] => Ok(numbers::missing(&self.missing)),
            words => Err(format!(
                "`measured {}` asks for nothing that is measured",
                words.join(" ")
            )),
        }
    }

    fn rounds(&self) -> usize {
        self.samples
            .iter()
            .map(|sample| sample.round)
            .max()
            .unwrap_or(0)
    }

    fn sorted(
        &self,
        workload: &str,
        variant: &str,
        value: impl Fn(&Sample) -> Option<f64>,
    ) -> Result<Vec<f64>, String> {
        let of_program = self
            .samples
            .iter()
            .filter(|sample| sample.workload == workload && sample.variant == variant);
        let mut values: Vec<f64> = of_program.filter_map(value).collect();
        values.sort_by(f64::total_cmp);
        if values.is_empty() {
            return Err(format!("nothing was measured for {workload} in {variant}"));
        }
        Ok(values)
    }

    /// The ratio of two programs' times in each round, sorted.
    fn ratios(&self, workload: &str, a: &str, b: &str) -> Result<Vec<f64>, String> {
        self.ratios_of(workload, a, b, |sample| sample.nanoseconds)
    }

    fn ratios_of(
        &self,
        workload: &str,
        a: &str,
        b: &str,
        value: impl Fn(&Sample) -> f64,
    ) -> Result<Vec<f64>, String> {
        let of = |variant: &str, round| {
            let found = self.samples.iter().find(|sample| {
                sample.workload == workload && sample.variant == variant && sample.round == round
            });
            found.map(&value)
        };
        let mut ratios: Vec<f64> = (1..=self.rounds())
            .filter_map(|round| Some(of(a, round)? / of(b, round)?))
            .collect();
        ratios.sort_by(f64::total_cmp);
        if ratios.is_empty() {
            return Err(format!("{a} and {b} were not both measured for {workload}"));
        }
        Ok(ratios)
    }

    /// The variants of a workload, in the order in which they ran.
    fn variants(&self, workload: &str) -> Vec<&str> {
        let programs = self
            .programs
            .iter()
            .filter(|program| program.workload == workload);
        programs.map(|program| program.variant.as_str()).collect()
    }

    /// The chart of that name, as HTML.
    pub fn chart(&self, name: &str) -> Result<String, String> {
        let chart = match name {
            "time" => Chart {
                title: "Time relative to C",
                unit: numbers::ratio,
                baseline: Some(1.0),
                groups: self.relative_to_c(|sample| sample.nanoseconds),
            },
            "peak" => Chart {
                title: "Peak memory relative to C",
                unit: numbers::ratio,
                baseline: Some(1.0),
                groups: self.relative_to_c(|sample| sample.peak_kib),
            },
            "pause" => Chart {
                title: "How long a request to the cache takes",
                unit: numbers::duration,
                baseline: None,
                groups: self.pauses(),
            },
            _ => {
                return Err(format!(
                    "there is no chart \"{name}\"; there are time, peak and pause"
                ));
            }
        };
        chart.draw(name).map_err(|what| format!("{FILE} {what}"))
    }

    fn relative_to_c(&self, value: fn(&Sample) -> f64) -> Vec<Group> {
        let group = |workload: &str| {
            let bars = self.variants(workload).into_iter().filter_map(|variant| {
                Some(Bar {
                    name: numbers::spoken(variant),
                    values: self.ratios_of(workload, variant, "c", value).ok()?,
                })
            });
            Group {
                title: workload.to_owned(),
                bars: bars.collect(),
            }
        };
        ["trees", "words", "cache", "array"].map(group).into()
    }

    fn pauses(&self) -> Vec<Group> {
        let group = |(title, key): (&str, &str)| {
            let bars = self.variants("cache").into_iter().filter_map(|variant| {
                let value = |sample: &Sample| sample.values.get(key).copied();
                Some(Bar {
                    name: numbers::spoken(variant),
                    values: self.sorted("cache", variant, value).ok()?,
                })
            });
            Group {
                title: title.to_owned(),
                bars: bars.collect(),
            }
        };
        [
            ("median request", "p50"),
            ("99.9th percentile", "p999"),
            ("slowest request", "worst"),
        ]
        .map(group)
        .into()
    }
}

/// What a page asks for that was not measured.
pub fn problems(measurements: Option<&Measurements>, page: &Page) -> Vec<Problem> {
    let cure = "see the list at the top of crates/book/src/figures/measured.rs, or run `cargo bench --bench languages`";
    let problem = |part: &listings::Part| {
        let answer = match (&part.what, measurements) {
            (
                What::Code { .. }
                | What::Listing(_)
                | What::Question(_)
                | What::Questions
                | What::Paste
                | What::Workbench(_),
                _,
            ) => {
                return None;
            }
            (What::Measured(_) | What::Chart(_), None) => Err(format!("there is no {FILE}")),
            (What::Measured(words), Some(measurements)) => measurements.words(words),
            (What::Chart(name), Some(measurements)) => measurements.chart(name),
        };
        let what = answer.err()?;
        Some(Problem::at(&page.path, part.line, what, cure))
    };
    page.parts.iter().filter_map(problem).collect()
}
