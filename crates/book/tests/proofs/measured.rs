//! The numbers on the page are those of `benches/languages.json`, computed here once more.

use scraper::{Html, Selector};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// The value of each round of one program, in the order of the rounds.
fn rounds(measured: &Value, workload: &str, variant: &str, pointer: &str) -> Vec<f64> {
    let samples = measured["samples"].as_array().expect("samples");
    let of_program = samples
        .iter()
        .filter(|sample| sample["workload"] == workload && sample["variant"] == variant);
    of_program
        .map(|sample| {
            sample
                .pointer(pointer)
                .and_then(Value::as_f64)
                .expect("a number")
        })
        .collect()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    (values[(values.len() - 1) / 2] + values[values.len() / 2]) / 2.0
}

#[test]
fn the_page_says_what_was_measured() {
    let text = fs::read_to_string(root().join("benches/languages.json")).expect("the measurements");
    let measured: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(
        measured["quick"], false,
        "the page shows a whole measurement, not a quick one"
    );
    let folder = tempfile::tempdir().expect("a folder");
    let status = Command::new(env!("CARGO_BIN_EXE_book"))
        .arg("build")
        .arg(folder.path().join("book"))
        .current_dir(root())
        .status()
        .expect("the binary starts");
    assert!(status.success());
    let page = fs::read_to_string(folder.path().join("book/comparison/what-it-costs.html"))
        .expect("the page");
    let html = Html::parse_document(&page);
    let row = Selector::parse("#chart-time tbody tr").expect("a selector");
    let mut checked = 0;
    for row in html.select(&row) {
        let cells: Vec<String> = row
            .child_elements()
            .map(|cell| cell.text().collect())
            .collect();
        let variant = match cells[1].as_str() {
            "C" => "c",
            "C++" => "cpp",
            "Rust" => "rust",
            "Java" => "java",
            "Python" => "python",
            _ => continue,
        };
        let own = rounds(&measured, &cells[0], variant, "/nanoseconds");
        let c = rounds(&measured, &cells[0], "c", "/nanoseconds");
        assert!(own.len() >= 10, "ten rounds");
        let expected = median(own.iter().zip(&c).map(|(own, c)| own / c).collect());
        let shown: f64 = cells[2].trim_end_matches(" ×").parse().expect("a number");
        assert!(
            (shown - expected).abs() <= 0.006 * expected.max(1.0),
            "{cells:?}: {expected}"
        );
        checked += 1;
    }
    assert_eq!(checked, 20, "four workloads in five languages");
}
