//! The numbers on the page are those of `benches/languages.json`, computed here once more.

use crate::support::{SmallBook, root};
use scraper::{Html, Selector};
use serde_json::{Value, json};
use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

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

/// A small book with every chart, and a run of two programs in which one took these times.
fn book_with(nanoseconds: Value, request: Value) -> SmallBook {
    let sample = |workload: &str, variant: &str, nanoseconds: &Value| {
        let values = json!({ "p50": request, "p999": request, "worst": request });
        json!({ "workload": workload, "variant": variant, "round": 1, "nanoseconds": nanoseconds, "peak_kib": 7, "values": values })
    };
    let one = json!(1);
    let measured = json!({
        "machine": { "processor": "One", "cores": 1 },
        "versions": {},
        "missing": [],
        "programs": [
            { "workload": "cache", "variant": "c", "size": "1" },
            { "workload": "cache", "variant": "rust", "size": "1" },
        ],
        "samples": [sample("cache", "c", &one), sample("cache", "rust", &nanoseconds)],
    });
    let book = SmallBook::built();
    book.write("benches/languages.json", measured.to_string());
    book.write(
        "src/tickets.md",
        "# Tickets\n\n{{#chart time}}\n\n{{#chart peak}}\n\n{{#chart pause}}\n\n\
         {{#listing tickets-counting}}\n\n{{#rejected tickets-lost}}\n",
    );
    book
}

/// What a build says, which ends within half a minute.
fn said_in_time(book: &SmallBook) -> (bool, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_book"))
        .arg("build")
        .current_dir(book.folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let end = Instant::now() + Duration::from_secs(30);
    while child.try_wait().expect("it is there").is_none() {
        if Instant::now() > end {
            child.kill().expect("it is stopped");
            panic!("the build does not end");
        }
        thread::sleep(Duration::from_millis(20));
    }
    let output = child.wait_with_output().expect("it has ended");
    let said = String::from_utf8_lossy(&output.stderr);
    (output.status.success(), said.into_owned())
}

#[test]
fn a_run_that_took_no_time_is_an_error_of_the_measurements() {
    for figure in [json!(0), json!(-1), json!(-0.0)] {
        let (success, said) = said_in_time(&book_with(figure, json!(1)));
        assert!(!success, "{said}");
        assert!(
            said.contains("benches/languages.json:1: round 1 of cache in rust has ")
                && said.contains(" nanoseconds; run `cargo bench --bench languages` again"),
            "{said}"
        );
    }
    let (_, said) = said_in_time(&book_with(Value::Null, json!(1)));
    assert!(
        said.contains("benches/languages.json:1: cannot be understood ("),
        "{said}"
    );
}

#[test]
fn what_a_chart_cannot_show_is_an_error_and_no_endless_build() {
    for (figure, said_as) in [(json!(0), "0"), (json!(-1), "-1")] {
        let (success, said) = said_in_time(&book_with(json!(1), figure));
        assert!(!success, "{said}");
        let complaint = format!(
            "src/tickets.md:7: benches/languages.json has {said_as} for median request of C, which the scale of the chart cannot show; "
        );
        assert!(said.contains(&complaint), "{said}");
    }
    // More times another than a number can say.
    let (success, said) = said_in_time(&book_with(json!(1e-320), json!(1)));
    assert!(success, "{said}");
    let book = book_with(json!(1e308), json!(1));
    let measured = fs::read_to_string(book.folder.path().join("benches/languages.json"));
    let measured = measured
        .expect("the measurements")
        .replace("\"nanoseconds\":1,", "\"nanoseconds\":1e-300,");
    book.write("benches/languages.json", measured);
    let (success, said) = said_in_time(&book);
    assert!(!success, "{said}");
    assert!(said.contains("has inf for cache of Rust"), "{said}");
}

#[test]
fn a_chart_of_one_value_or_of_the_least_and_the_greatest_is_drawn() {
    for (figure, request) in [
        (json!(1), json!(1)),
        (json!(10), json!(10)),
        (json!(3), json!(4)),
        (json!(5e-324), json!(1e300)),
    ] {
        let book = book_with(figure.clone(), request);
        let (success, said) = said_in_time(&book);
        assert!(success, "{said}");
        let page = fs::read_to_string(book.folder.path().join("book/tickets.html"));
        let html = Html::parse_document(&page.expect("the page"));
        let drawn = Selector::parse(".chart line, .chart rect, .chart .tick").expect("a selector");
        let mut percents = 0;
        for element in html.select(&drawn) {
            for (name, value) in element.value().attrs() {
                let Some(percent) = value.strip_suffix('%') else {
                    continue;
                };
                let percent: f64 = percent.parse().expect("a number");
                assert!((0.0..=100.0).contains(&percent), "{figure}: {name}={value}");
                percents += 1;
            }
        }
        assert!(percents > 30, "{percents} places");
        let ticks = Selector::parse(".chart .tick").expect("a selector");
        assert!(html.select(&ticks).count() >= 6, "{figure}");
    }
}

#[test]
fn measurements_that_cannot_be_read_are_not_none() {
    let book = SmallBook::built();
    let path = book.folder.path().join("benches/languages.json");
    fs::create_dir_all(path).expect("a folder in its place");
    let (success, said) = book.build();
    assert!(!success, "{said}");
    assert!(
        said.contains("benches/languages.json:1: cannot be read (Is a directory (os error 21)); make it a file that can be read"),
        "{said}"
    );
}
