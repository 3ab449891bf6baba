//! How long a reader waits for the live book: the first answer and all of it, over one check of the
//! same program by rustc.
//!
//! `cargo bench -p book` serves the book and asks it about every listing, as a page does. A check
//! and a question are measured in turn, in one run, and the best of three counts.

use listings::Sources;
use serde_json::json;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

struct Measured {
    slug: String,
    check: Duration,
    first: Duration,
    whole: Duration,
}

fn main() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let mut server: Child = Command::new(env!("CARGO_BIN_EXE_book"))
        .args(["--no-open", "--port", "3970"])
        .current_dir(root)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let said = BufReader::new(server.stdout.take().expect("a pipe")).lines();
    let address = said
        .map_while(Result::ok)
        .find_map(|line| Some(line.strip_prefix("The book is at http://")?.to_owned()));
    let address = address.expect("the book is served");
    let (host, key) = address.split_once("/#key=").expect("a key");
    let key = key.split(' ').next().unwrap_or_default();
    let (sources, _) = Sources::read(root);
    let mut measured = Vec::new();
    for listing in sources.library.iter() {
        let mut best = Measured {
            slug: listing.slug.clone(),
            check: Duration::MAX,
            first: Duration::MAX,
            whole: Duration::MAX,
        };
        for _ in 0..3 {
            let began = Instant::now();
            _ = lens::check(&listing.source, lens::LIMIT);
            best.check = best.check.min(began.elapsed());
            let (first, whole) = ask(host, key, &listing.source);
            best.first = best.first.min(first);
            best.whole = best.whole.min(whole);
        }
        measured.push(best);
    }
    server.kill().expect("it ends");
    server.wait().expect("it has ended");
    print("first answer", &mut measured, |one| one.first);
    print("whole answer", &mut measured, |one| one.whole);
}

/// After which time the first bit of the answer came, and the last.
fn ask(host: &str, key: &str, program: &str) -> (Duration, Duration) {
    let question = json!({ "page": "bench", "turn": 0, "program": program }).to_string();
    let began = Instant::now();
    let mut stream = TcpStream::connect(host).expect("it listens");
    write!(
        stream,
        "POST /live/look HTTP/1.0\r\nHost: {host}\r\nOrigin: http://{host}\r\n\
         Sec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nBook-Key: {key}\r\n\
         Content-Length: {}\r\n\r\n{question}",
        question.len()
    )
    .expect("it reads");
    let mut first = Duration::MAX;
    for line in BufReader::new(stream).lines().map_while(Result::ok) {
        if line.starts_with('{') {
            first = first.min(began.elapsed());
        }
    }
    (first, began.elapsed())
}

fn print(what: &str, measured: &mut [Measured], of: impl Fn(&Measured) -> Duration) {
    let ratio = |one: &Measured| of(one).as_secs_f64() / one.check.as_secs_f64();
    measured.sort_by(|a, b| ratio(a).total_cmp(&ratio(b)));
    for one in &*measured {
        println!(
            "{:6.2}  {:5} ms  {}",
            ratio(one),
            of(one).as_millis(),
            one.slug
        );
    }
    let at = |percent: usize| &measured[(measured.len() * percent / 100).min(measured.len() - 1)];
    println!(
        "{} listings, {what} over one check: median {:.2} ({} ms), 95th percentile {:.2}, maximum {:.2}\n",
        measured.len(),
        ratio(at(50)),
        of(at(50)).as_millis(),
        ratio(at(95)),
        ratio(at(100)),
    );
}
