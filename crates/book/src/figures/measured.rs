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

use listings::{Page, Problem};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::ops::Range;
use std::path::Path;

/// Where the measurements are kept, below the book's root.
pub const FILE: &str = "benches/languages.json";

/// The measurements.
#[derive(Deserialize)]
pub struct Measurements {
    machine: Machine,
    versions: BTreeMap<String, String>,
    missing: Vec<String>,
    programs: Vec<Program>,
    samples: Vec<Sample>,
}

#[derive(Deserialize)]
struct Machine {
    processor: String,
    cores: usize,
}

#[derive(Deserialize)]
struct Program {
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
        let Ok(text) = fs::read_to_string(root.join(FILE)) else {
            return Ok(None);
        };
        serde_json::from_str(&text).map(Some).map_err(|error| {
            let cure = "run `cargo bench --bench languages` again";
            Problem::at(
                FILE,
                error.line(),
                format!("cannot be understood ({error})"),
                cure,
            )
        })
    }

    /// The text with every number and chart in place of its directive.
    pub fn fill(&self, text: &str) -> Result<String, (usize, String)> {
        let mut filled = text.to_owned();
        for directive in directives(text).iter().rev() {
            let what = self
                .answer(directive)
                .map_err(|what| (line_of(text, directive.range.start), what))?;
            filled.replace_range(directive.range.clone(), &what);
        }
        Ok(filled)
    }

    fn answer(&self, directive: &Directive<'_>) -> Result<String, String> {
        match (directive.name, directive.words.as_slice()) {
            ("chart", [chart]) => self.chart(chart),
            ("measured", ["ratio", workload, a, b]) => {
                Ok(number(median(&self.ratios(workload, a, b)?)))
            }
            ("measured", ["spread", workload, a, b]) => {
                let ratios = self.ratios(workload, a, b)?;
                Ok(format!(
                    "{} to {}",
                    number(ratios[0]),
                    number(ratios[ratios.len() - 1])
                ))
            }
            ("measured", ["time", workload, a]) => Ok(duration(median(&self.times(workload, a)?))),
            ("measured", ["peak", workload, a]) => Ok(format!(
                "{:.0} MiB",
                median(&self.sorted(workload, a, |sample| Some(sample.peak_kib / 1024.0))?)
            )),
            ("measured", ["median", workload, a, key]) => {
                let median =
                    median(&self.sorted(workload, a, |sample| sample.values.get(*key).copied())?);
                Ok(if median < 0.0 {
                    "not at all".into()
                } else {
                    duration(median)
                })
            }
            ("measured", ["size", workload]) => {
                let program = self
                    .programs
                    .iter()
                    .find(|program| program.workload == *workload);
                program
                    .map(|program| grouped(&program.size))
                    .ok_or_else(|| format!("no workload \"{workload}\""))
            }
            ("measured", ["rounds"]) => Ok(self.rounds().to_string()),
            ("measured", ["processor"]) => Ok(self.machine.processor.clone()),
            ("measured", ["cores"]) => Ok(self.machine.cores.to_string()),
            ("measured", ["version", language]) => self
                .versions
                .get(*language)
                .cloned()
                .ok_or_else(|| format!("no language \"{language}\"")),
            ("measured", ["missing"]) if self.missing.is_empty() => {
                Ok("No language was missing".into())
            }
            ("measured", ["missing"]) => Ok(format!(
                "Missing on that machine: {}",
                self.missing.join(", ")
            )),
            (name, words) => Err(format!(
                "`{name} {}` asks for nothing that is measured",
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

    fn times(&self, workload: &str, variant: &str) -> Result<Vec<f64>, String> {
        self.sorted(workload, variant, |sample| Some(sample.nanoseconds))
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

    fn chart(&self, name: &str) -> Result<String, String> {
        let groups = |value: fn(&Sample) -> f64| {
            ["trees", "words", "cache", "array"].map(|workload| {
                let bars = self.variants(workload).into_iter().filter_map(|variant| {
                    Some(Bar {
                        name: spoken(variant),
                        values: self.ratios_of(workload, variant, "c", value).ok()?,
                    })
                });
                Group {
                    title: workload.to_owned(),
                    bars: bars.collect(),
                }
            })
        };
        match name {
            "time" => Ok(Chart {
                title: "Time relative to C",
                unit: |ratio| format!("{} ×", number(ratio)),
                baseline: Some(1.0),
                groups: groups(|sample| sample.nanoseconds).into(),
            }
            .draw(name)),
            "peak" => Ok(Chart {
                title: "Peak memory relative to C",
                unit: |ratio| format!("{} ×", number(ratio)),
                baseline: Some(1.0),
                groups: groups(|sample| sample.peak_kib).into(),
            }
            .draw(name)),
            "pause" => {
                let groups = [
                    ("median request", "p50"),
                    ("99.9th percentile", "p999"),
                    ("slowest request", "worst"),
                ];
                let groups = groups.map(|(title, key)| {
                    let bars = self.variants("cache").into_iter().filter_map(|variant| {
                        let values = self
                            .sorted("cache", variant, |sample| sample.values.get(key).copied())
                            .ok()?;
                        Some(Bar {
                            name: spoken(variant),
                            values,
                        })
                    });
                    Group {
                        title: title.to_owned(),
                        bars: bars.collect(),
                    }
                });
                let chart = Chart {
                    title: "How long a request to the cache takes",
                    unit: duration,
                    baseline: None,
                    groups: groups.into(),
                };
                Ok(chart.draw(name))
            }
            _ => Err(format!(
                "there is no chart \"{name}\"; there are time, peak and pause"
            )),
        }
    }
}

/// A chart of horizontal bars on a logarithmic scale.
struct Chart {
    title: &'static str,
    unit: fn(f64) -> String,
    /// Where bars begin; `None` for the left edge.
    baseline: Option<f64>,
    groups: Vec<Group>,
}

struct Group {
    title: String,
    bars: Vec<Bar>,
}

struct Bar {
    name: String,
    /// One value for each round, sorted.
    values: Vec<f64>,
}

/// The names stand left of the drawing and the values right of it, so that it is as wide as the
/// screen lets it; the style leaves this much room for them, in px.
const NAMES: f64 = 120.0;
const VALUES: f64 = 65.0;
const ROW: f64 = 20.0;

impl Chart {
    fn draw(&self, id: &str) -> String {
        let all = || {
            self.groups
                .iter()
                .flat_map(|group| &group.bars)
                .flat_map(|bar| &bar.values)
                .copied()
        };
        let low = 10_f64.powf(all().fold(f64::INFINITY, f64::min).log10().floor());
        let high = 10_f64.powf(all().fold(0.0, f64::max).log10().ceil());
        // In percent of the plot.
        let x = |value: f64| 100.0 * (value / low).ln() / (high / low).ln();
        let rows: usize = self.groups.iter().map(|group| group.bars.len() + 2).sum();
        let height = ROW * (rows + 1) as f64;
        let mut svg = format!(
            "<svg width=\"100%\" height=\"{height}\" role=\"img\" aria-labelledby=\"chart-{id}-title chart-{id}-description\">\
             <title id=\"chart-{id}-title\">{}</title><desc id=\"chart-{id}-description\">{}</desc>",
            self.title,
            self.in_words()
        );
        let mut tick = low;
        while tick <= high * 1.001 {
            let at = x(tick);
            _ = write!(
                svg,
                "<line class=\"grid\" x1=\"{at:.1}%\" x2=\"{at:.1}%\" y1=\"{ROW}\" y2=\"{height}\"/><text class=\"tick\" x=\"{at:.1}%\" y=\"14\">{}</text>",
                (self.unit)(tick)
            );
            tick *= 10.0;
        }
        let mut y = ROW;
        for group in &self.groups {
            y += ROW;
            _ = write!(
                svg,
                "<text class=\"group\" x=\"-{NAMES}\" y=\"{y}\">{}</text>",
                group.title
            );
            for bar in &group.bars {
                y += ROW;
                let middle = median(&bar.values);
                let (least, most) = (bar.values[0], bar.values[bar.values.len() - 1]);
                let base = x(self.baseline.unwrap_or(low));
                let (from, to) = (base.min(x(middle)), base.max(x(middle)));
                let class = if bar.name.starts_with("Rust") {
                    "bar rust"
                } else {
                    "bar"
                };
                _ = write!(
                    svg,
                    "<text class=\"name\" x=\"-8\" y=\"{y}\">{}</text>\
                     <text class=\"value\" x=\"100%\" dx=\"{VALUES}\" y=\"{y}\">{}</text>\
                     <rect class=\"{class}\" x=\"{from:.1}%\" y=\"{}\" width=\"{:.1}%\" height=\"12\"/>\
                     <line class=\"spread\" x1=\"{:.1}%\" x2=\"{:.1}%\" y1=\"{}\" y2=\"{}\"/>",
                    bar.name,
                    (self.unit)(middle),
                    y - 11.0,
                    (to - from).max(0.3),
                    x(least),
                    x(most),
                    y - 5.0,
                    y - 5.0,
                );
            }
            y += ROW;
        }
        svg += "</svg>";
        format!(
            "<figure class=\"chart\" id=\"chart-{id}\">\n<figcaption>{}: the bar is the median, the thin line reaches from the least to the \
             greatest of all rounds; each step of the scale is ten times the last.</figcaption>\n\
             {svg}\n\
             <details><summary>The numbers</summary>{}</details>\n</figure>\n",
            self.title,
            self.table()
        )
    }

    /// `trees: C 1.00 ×, C++ 1.31 ×, Rust 1.12 ×. words: …`
    fn in_words(&self) -> String {
        let groups = self.groups.iter().map(|group| {
            let bars = group
                .bars
                .iter()
                .map(|bar| format!("{} {}", bar.name, (self.unit)(median(&bar.values))));
            format!("{}: {}.", group.title, bars.collect::<Vec<_>>().join(", "))
        });
        groups.collect::<Vec<_>>().join(" ")
    }

    fn table(&self) -> String {
        let mut html = String::from(
            "<div class=\"table-wrapper\"><table><thead><tr><th scope=\"col\">of</th><th scope=\"col\">in</th>\
             <th scope=\"col\">median</th><th scope=\"col\">least</th><th scope=\"col\">greatest</th></tr></thead><tbody>",
        );
        for group in &self.groups {
            for bar in &group.bars {
                let cells = [
                    median(&bar.values),
                    bar.values[0],
                    bar.values[bar.values.len() - 1],
                ]
                .map(self.unit);
                _ = write!(html, "<tr><td>{}</td><td>{}</td>", group.title, bar.name);
                for cell in cells {
                    _ = write!(html, "<td>{cell}</td>");
                }
                html += "</tr>";
            }
        }
        html + "</tbody></table></div>"
    }
}

struct Directive<'t> {
    range: Range<usize>,
    name: &'t str,
    words: Vec<&'t str>,
}

fn directives(text: &str) -> Vec<Directive<'_>> {
    let starts = text.match_indices("{{#").map(|(start, _)| start);
    starts
        .filter_map(|start| {
            let length = text[start..].find("}}")?;
            let mut words = text[start + 3..start + length].split_whitespace();
            let name = words
                .next()
                .filter(|name| listings::NUMBERS.contains(name))?;
            Some(Directive {
                range: start..start + length + 2,
                name,
                words: words.collect(),
            })
        })
        .collect()
}

/// What a page asks for that was not measured.
pub fn problems(measurements: Option<&Measurements>, page: &Page) -> Vec<Problem> {
    let cure = "see the list at the top of crates/book/src/figures/measured.rs, or run `cargo bench --bench languages`";
    let mut problems = Vec::new();
    for directive in directives(&page.text) {
        let answer = match measurements {
            Some(measurements) => measurements.answer(&directive),
            None => Err(format!("there is no {FILE}")),
        };
        if let Err(what) = answer {
            problems.push(Problem::at(
                &page.path,
                line_of(&page.text, directive.range.start),
                what,
                cure,
            ));
        }
    }
    problems
}

fn median(sorted: &[f64]) -> f64 {
    let middle = sorted.len() / 2;
    if sorted.len().is_multiple_of(2) {
        (sorted[middle - 1] + sorted[middle]) / 2.0
    } else {
        sorted[middle]
    }
}

/// Three figures: `0.42`, `1.31`, `38.2`, `112`.
fn number(value: f64) -> String {
    match value {
        _ if value >= 100.0 => format!("{value:.0}"),
        _ if value >= 10.0 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

fn duration(nanoseconds: f64) -> String {
    match nanoseconds {
        _ if nanoseconds >= 1e9 => format!("{} s", number(nanoseconds / 1e9)),
        _ if nanoseconds >= 1e6 => format!("{} ms", number(nanoseconds / 1e6)),
        _ if nanoseconds >= 1e3 => format!("{} µs", number(nanoseconds / 1e3)),
        _ => format!("{nanoseconds:.0} ns"),
    }
}

/// `5000000` as `5,000,000`.
fn grouped(digits: &str) -> String {
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .filter_map(|group| std::str::from_utf8(group).ok())
        .collect();
    groups.join(",")
}

fn spoken(variant: &str) -> String {
    let (language, suffix) = variant.split_once('-').unwrap_or((variant, ""));
    let language = match language {
        "c" => "C",
        "cpp" => "C++",
        "rust" => "Rust",
        "java" => "Java",
        "python" => "Python",
        other => other,
    };
    match suffix {
        "" => language.to_owned(),
        "arena" => format!("{language}, arena"),
        "limited" => format!("{language}, small heap"),
        other => format!("{language}, {other}"),
    }
}

fn line_of(text: &str, at: usize) -> usize {
    1 + text[..at].matches('\n').count()
}
