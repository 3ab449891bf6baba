//! What the served pages may ask of this computer, and what they, and all others, may not.

use crate::serve::Served;
use crate::support::part::part;
use crate::support::root;
use rayon::prelude::*;
use scraper::{Html, Selector};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

/// No answer takes longer, however loaded the machine is.
const PATIENCE: Duration = Duration::from_secs(60);

/// A request as a page of the book sends it, to be changed.
struct Request {
    method: &'static str,
    path: &'static str,
    headers: Vec<(&'static str, String)>,
    body: String,
}

impl Request {
    fn of(served: &Served, path: &'static str, question: &Value) -> Request {
        Request::new(served.port, &served.key, path, question)
    }

    fn new(port: u16, key: &str, path: &'static str, question: &Value) -> Request {
        Request {
            method: "POST",
            path,
            headers: vec![
                ("Host", format!("127.0.0.1:{port}")),
                ("Origin", format!("http://127.0.0.1:{port}")),
                ("Sec-Fetch-Site", "same-origin".to_owned()),
                ("Content-Type", "application/json".to_owned()),
                ("Book-Key", key.to_owned()),
            ],
            body: question.to_string(),
        }
    }

    /// With another header of that name, or without it.
    fn with(mut self, name: &'static str, value: Option<String>) -> Request {
        self.headers.retain(|(other, _)| *other != name);
        self.headers.extend(value.map(|value| (name, value)));
        self
    }

    fn send(&self, port: u16) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        let mut text = format!("{} {} HTTP/1.0\r\n", self.method, self.path);
        for (name, value) in &self.headers {
            text += &format!("{name}: {value}\r\n");
        }
        let length = self.body.len();
        text += &format!("Content-Length: {length}\r\n\r\n{}", self.body);
        stream.write_all(text.as_bytes()).expect("it reads");
        stream
    }

    /// The status, and the body.
    fn answer(&self, port: u16) -> (u16, String) {
        let mut answer = Vec::new();
        let mut stream = self.send(port);
        stream.read_to_end(&mut answer).expect("it answers");
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok());
        (status.expect("a status"), body.to_owned())
    }
}

fn question(program: &str) -> Value {
    json!({ "page": "a page", "turn": 0, "program": program })
}

/// The bits of the answer to a question.
fn asked(served: &Served, path: &'static str, question: &Value) -> Vec<Value> {
    asked_of(served.port, &served.key, path, question)
}

fn asked_of(port: u16, key: &str, path: &'static str, question: &Value) -> Vec<Value> {
    let (status, body) = Request::new(port, key, path, question).answer(port);
    assert_eq!(status, 200, "{body}");
    let bits = body.lines().map(serde_json::from_str);
    bits.collect::<Result<_, _>>().expect("lines of JSON")
}

fn looked(served: &Served, program: &str) -> Vec<Value> {
    asked(served, "/live/look", &question(program))
}

/// What a run printed, to its output and its errors, and how it ended.
fn ran(served: &Served, question: &Value) -> (String, String, String) {
    let bits = asked(served, "/live/run", question);
    let printed = |errors: bool| -> String {
        let of = bits.iter().map(|bit| &bit["output"]);
        let of = of.filter(|bit| bit["errors"] == errors);
        of.filter_map(|bit| bit["text"].as_str()).collect()
    };
    let end = bits.iter().find_map(|bit| bit["ended"]["text"].as_str());
    let messages = bits.iter().find_map(|bit| bit["messages"]["html"].as_str());
    let errors = printed(true) + messages.unwrap_or_default();
    (printed(false), errors, end.expect("it ends").to_owned())
}

fn run(served: &Served, program: &str) -> (String, String, String) {
    ran(served, &question(program))
}

/// The processes that were started by that one, by their names.
fn started_by(process: u32) -> Vec<String> {
    let list = fs::read_dir("/proc").expect("the processes");
    let stats = list
        .flatten()
        .filter_map(|entry| fs::read_to_string(entry.path().join("stat")).ok());
    let stats: Vec<String> = stats.collect();
    let child = |stat: &String| {
        let (name, rest) = stat.rsplit_once(") ")?;
        let parent = rest.split(' ').nth(1)?.parse::<u32>().ok()?;
        (parent == process).then(|| name.to_owned())
    };
    stats.iter().filter_map(child).collect()
}

const HELLO: &str = "fn main() {\n    println!(\"hello\");\n}\n";

#[test]
fn each_missing_or_wrong_sign_of_the_reader_is_refused() {
    let served = Served::from(4100);
    let port = served.port;
    let request = || Request::of(&served, "/live/run", &question(HELLO));
    assert_eq!(request().answer(port).0, 200);
    let elsewhere = || "http://elsewhere.example".to_owned();
    let wrong: [(&str, Option<String>, u16); 14] = [
        ("Host", None, 421),
        ("Host", Some("elsewhere.example".into()), 421),
        ("Host", Some(format!("elsewhere.example:{port}")), 421),
        ("Origin", None, 403),
        ("Origin", Some(elsewhere()), 403),
        ("Origin", Some("null".into()), 403),
        ("Sec-Fetch-Site", None, 403),
        ("Sec-Fetch-Site", Some("cross-site".into()), 403),
        ("Sec-Fetch-Site", Some("same-site".into()), 403),
        ("Content-Type", None, 415),
        ("Content-Type", Some("text/plain".into()), 415),
        ("Book-Key", None, 401),
        ("Book-Key", Some(String::new()), 401),
        ("Book-Key", Some("0".repeat(32)), 401),
    ];
    for path in ["/live/look", "/live/run", "/live/page", "/live/questions"] {
        for (name, value, status) in &wrong {
            let mut request = request().with(name, value.clone());
            request.path = path;
            let (answered, body) = request.answer(port);
            assert_eq!(answered, *status, "{path} {name}: {value:?}");
            assert!(
                !body.contains("hello") && !body.contains(&served.key),
                "{body}"
            );
        }
        for method in ["GET", "PUT", "OPTIONS"] {
            let mut request = request();
            (request.method, request.path) = (method, path);
            assert_eq!(request.answer(port).0, 405, "{method}");
        }
    }
    // What only a form, an image, a script or a socket of another page would send.
    let simple = request()
        .with("Book-Key", None)
        .with("Content-Type", Some("text/plain".into()));
    assert_ne!(simple.answer(port).0, 200);
    let socket = request().with("Upgrade", Some("websocket".into()));
    let mut socket = socket.with("Origin", Some(elsewhere()));
    socket.method = "GET";
    assert_eq!(socket.answer(port).0, 403);
}

#[test]
fn reading_needs_no_key_and_tells_none() {
    let served = Served::from(4150);
    let mut request = Request::of(&served, "/", &question("")).with("Book-Key", None);
    request.method = "GET";
    let (status, page) = request.answer(served.port);
    assert_eq!(status, 200);
    assert!(!page.contains(&served.key));
    let whole = served.ask("GET", "/", &format!("Host: 127.0.0.1:{}\r\n", served.port));
    for header in [
        "content-security-policy: frame-ancestors 'none'",
        "x-frame-options: DENY",
        "cross-origin-opener-policy: same-origin",
    ] {
        assert!(whole.contains(header), "{header}");
    }
}

#[test]
fn a_question_that_is_none_is_refused_and_the_next_is_answered() {
    let served = Served::from(4200);
    let mut request = Request::of(&served, "/live/look", &question(HELLO));
    for (body, status) in [
        ("", 400),
        ("{", 400),
        ("{}", 422),
        ("{\"page\":1,\"turn\":0,\"program\":2}", 422),
        ("[]", 422),
    ] {
        request.body = body.to_owned();
        assert_eq!(request.answer(served.port).0, status, "{body:?}");
    }
    request.body = question(&"x".repeat(2 << 20)).to_string();
    assert_eq!(request.answer(served.port).0, 413);
    let mut other = question("");
    other["language"] = json!("cobol");
    request.path = "/live/run";
    request.body = other.to_string();
    assert_eq!(request.answer(served.port).0, 400);
    let (said, _, _) = run(&served, HELLO);
    assert_eq!(said, "hello\n");
}

#[test]
fn a_look_tells_the_message_first_then_the_lanes_then_the_memory() {
    let served = Served::from(4250);
    let program = "fn main() {\n    let a = String::from(\"<b>\");\n    let b = a;\n    println!(\"{b}\");\n}\n";
    let bits = looked(&served, program);
    let [messages, lanes, memory] = &bits[..] else {
        panic!("three bits: {bits:?}");
    };
    assert_eq!(messages["messages"]["errors"], 0);
    let html = |bit: &Value| bit["figure"]["html"].as_str().expect("a figure").to_owned();
    assert!(!html(lanes).contains("<svg") && html(memory).contains("<svg"));
    assert!(!html(memory).contains("<b>"), "{}", html(memory));

    let refused = program.replace("{b}", "{a}{b}");
    let bits = looked(&served, &refused);
    let messages = &bits[0]["messages"];
    assert_eq!(messages["errors"], 1, "{bits:?}");
    let problem = json!({
        "level": "error", "message": "borrow of moved value: `a`",
        "line": 4, "column": 16, "endLine": 4, "endColumn": 17,
    });
    assert_eq!(messages["problems"][0], problem);
    assert!(
        messages["html"]
            .as_str()
            .expect("HTML")
            .contains("<b class=\"a9\">error[E0382]</b>")
    );
    assert_eq!(bits.len(), 2, "it does not run: {bits:?}");
    assert!(html(&bits[1]).contains("refused"));

    let types = looked(&served, "fn main() { let a: u8 = \"\"; }\n");
    assert_eq!(types[0]["messages"]["errors"], 1);
    assert!(
        types[1]["missing"]["html"]
            .as_str()
            .expect("a sentence")
            .contains("Mend this first")
    );
}

#[test]
fn a_run_tells_output_errors_input_and_end() {
    let served = Served::from(4300);
    let program = "fn main() {\n    let mut line = String::new();\n    std::io::stdin().read_line(&mut line).unwrap();\n    println!(\"read {line:?}\");\n    eprintln!(\"to the errors\");\n    panic!(\"no ticket left\");\n}\n";
    let mut asked = question(program);
    asked["input"] = json!("seven\n");
    let (output, errors, end) = ran(&served, &asked);
    assert_eq!(output, "read \"seven\\n\"\n");
    assert!(
        errors.starts_with("to the errors\n") && errors.contains("no ticket left"),
        "{errors}"
    );
    assert!(
        end.starts_with("It ended with exit status: 101, after "),
        "{end}"
    );
    let (_, errors, end) = run(
        &served,
        "fn main() { let a = String::new(); drop(a); drop(a) }",
    );
    assert!(errors.contains("E0382"), "{errors}");
    assert_eq!(end, "It does not compile, so it was not run.");
}

#[test]
fn other_languages_run_where_their_compilers_are() {
    let served = Served::from(4350);
    for (language, program) in [
        (
            "c",
            "#include <stdio.h>\nint main(void) { puts(\"hello\"); }\n",
        ),
        (
            "cpp",
            "#include <iostream>\nint main() { std::cout << \"hello\\n\"; }\n",
        ),
        (
            "java",
            "class A { public static void main(String[] a) { System.out.println(\"hello\"); } }\n",
        ),
        ("py", "print('hello')\n"),
    ] {
        let mut asked = question(program);
        asked["language"] = json!(language);
        let (output, errors, end) = ran(&served, &asked);
        assert_eq!(output, "hello\n", "{language}: {errors} {end}");
    }
    let mut asked = question(
        "#include <stdlib.h>\nint main(void) { char *p = malloc(1); free(p); return *p; }\n",
    );
    asked["language"] = json!("c");
    let (_, errors, _) = ran(&served, &asked);
    assert!(errors.contains("heap-use-after-free"), "{errors}");
}

/// A program with this body of `main`.
fn main_with(body: &str) -> String {
    format!("#![allow(unconditional_recursion)]\nuse std::io::Write;\nfn main() {{\n{body}\n}}\n")
}

#[test]
fn what_takes_too_much_is_stopped_told_and_leaves_nothing() {
    let served = Served::from(4400);
    let bodies = [
        ("loop {}", "ran too long"),
        (
            "loop { std::process::Command::new(std::env::current_exe().unwrap()).spawn().unwrap(); }",
            "started too many processes",
        ),
        (
            "let mut all = Vec::new(); loop { all.push(vec![1_u8; 1 << 20]); }",
            "ended with signal",
        ),
        (
            "let mut n = 0; loop { n += 1; std::fs::write(format!(\"f{n}\"), vec![1; 1 << 20]).unwrap(); }",
            "wrote too much",
        ),
        (
            "let mut f = std::fs::File::create(\"f\").unwrap(); loop { f.write_all(&[0; 65536]).unwrap(); }",
            "wrote too large a file",
        ),
        (
            "loop { println!(\"{}\", \"x\".repeat(100)); }",
            "printed too much",
        ),
        (
            "fn f(n: u64) -> u64 { n + f(n + 1) } println!(\"{}\", f(0));",
            "signal",
        ),
    ];
    for (body, words) in bodies {
        let began = Instant::now();
        let (_, _, end) = run(&served, &main_with(body));
        assert!(end.contains(words), "{body}: {end}");
        assert!(began.elapsed() < PATIENCE, "{body}");
    }
    let (line, _, _) = run(&served, &main_with("print!(\"{}\", \"x\".repeat(65536));"));
    assert_eq!(line.len(), 65536);
    let (said, _, _) = run(&served, HELLO);
    assert_eq!(said, "hello\n");
    assert_eq!(started_by(served.child.id()), Vec::<String>::new());
}

#[test]
fn a_process_that_is_left_behind_does_not_stay() {
    let served = Served::from(4450);
    let body = "std::process::Command::new(\"sh\").args([\"-c\", \"trap '' TERM HUP INT; sleep 4711 & setsid sleep 4712 & sleep 4713\"]).spawn().unwrap(); std::thread::sleep(std::time::Duration::from_millis(300));";
    let (_, errors, end) = run(&served, &main_with(body));
    assert!(
        end.starts_with("It ended well") || end.starts_with("It printed nothing"),
        "{end}{errors}"
    );
    for number in ["4711", "4712", "4713"] {
        let all = fs::read_dir("/proc").expect("the processes").flatten();
        let mut lines =
            all.filter_map(|entry| fs::read_to_string(entry.path().join("cmdline")).ok());
        assert!(
            !lines.any(|line| line == format!("sleep\0{number}\0")),
            "{number}"
        );
    }
}

#[test]
fn files_outside_and_the_network_are_out_of_reach() {
    let served = Served::from(4500);
    let secret = tempfile::NamedTempFile::new().expect("a file");
    fs::write(secret.path(), "a secret\n").expect("written");
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let secret_path = secret.path().display();
    let home = std::env::var("HOME").expect("a home");
    let attempts = [
        "std::fs::read_to_string(\"/etc/passwd\").map(drop)".to_owned(),
        format!("std::fs::read_to_string(\"{secret_path}\").map(drop)"),
        format!("std::fs::read_dir(\"{home}\").map(drop)"),
        format!("std::fs::write(\"{secret_path}\", \"\")"),
        "std::fs::write(\"/tmp/left-by-a-program\", \"\")".to_owned(),
        format!("std::net::TcpStream::connect((\"127.0.0.1\", {port})).map(drop)"),
        "std::net::UdpSocket::bind((\"127.0.0.1\", 0)).map(drop)".to_owned(),
        "std::net::TcpListener::bind((\"127.0.0.1\", 0)).map(drop)".to_owned(),
        "std::os::unix::net::UnixStream::connect(\"/run/systemd/private\").map(drop)".to_owned(),
    ];
    for attempt in attempts {
        let body = format!("print!(\"{{:?}}\", {attempt}.map_err(|error| error.kind()));");
        let (said, errors, _) = run(&served, &main_with(&body));
        assert_eq!(said, "Err(PermissionDenied)", "{attempt}: {errors}");
    }
    assert_eq!(
        fs::read_to_string(secret.path()).expect("there"),
        "a secret\n"
    );
}

#[test]
fn no_program_reads_a_file_while_it_is_compiled() {
    let served = Served::from(4550);
    let secret = tempfile::NamedTempFile::new().expect("a file");
    fs::write(secret.path(), "\"a secret\"\n").expect("written");
    let path = secret.path().display();
    let programs = [
        format!("fn main() {{ println!(\"{{}}\", include_str!(\"{path}\")); }}"),
        format!("fn main() {{ println!(\"{{}}\", include ! (\"{path}\")); }}"),
        format!("fn main() {{ println!(\"{{:?}}\", include_bytes!(\"{path}\")); }}"),
        format!("#[path = \"{path}\"] mod secret; fn main() {{}}"),
        format!(
            "macro_rules! m {{ ($a:ident) => {{ $a!(\"{path}\") }} }} fn main() {{ println!(\"{{}}\", m!(include_str)); }}"
        ),
        format!("#[doc = include_str!(\"{path}\")] fn main() {{}}"),
        "fn main() { println!(\"{}\", env!(\"HOME\")); }".to_owned(),
    ];
    for program in programs {
        for bit in looked(&served, &program) {
            assert!(!bit.to_string().contains("a secret"), "{program}: {bit}");
        }
        let (output, errors, end) = run(&served, &program);
        assert!(
            !output.contains("a secret") && !errors.contains("a secret"),
            "{program}"
        );
        assert!(
            end.contains("was not run") || end.contains("not run"),
            "{program}: {end}"
        );
    }
}

#[test]
fn what_eats_the_compiler_is_stopped_and_the_next_question_is_answered() {
    let served = Served::from(4600);
    let programs = [
        "const N: u64 = { let mut n = 0; while n < u64::MAX { n += 1; } n };\n#[allow(long_running_const_eval)] fn main() { println!(\"{}\", N); }",
        "macro_rules! m { ($($t:tt)*) => { m!($($t)* $($t)*); } }\nfn main() { m!(a); }",
        "struct A<T>(T);\ntrait F { fn f(); }\nimpl<T> F for A<T> where A<A<T>>: F { fn f() {} }\nfn main() { A::<u8>::f(); }",
        "fn f<T: Clone>(t: T, n: u32) { if n > 0 { f((t.clone(), t), n - 1) } }\nfn main() { f(1, 30); }",
    ];
    for program in programs {
        let began = Instant::now();
        looked(&served, program);
        run(&served, program);
        assert!(began.elapsed() < 2 * PATIENCE, "{program}");
    }
    assert_eq!(run(&served, HELLO).0, "hello\n");
    assert_eq!(started_by(served.child.id()), Vec::<String>::new());
}

#[test]
fn the_newest_question_of_a_page_wins_and_no_more_than_two_compilers_work() {
    let mut served = Served::from(4650);
    let port = served.port;
    let program =
        |n: usize| format!("fn main() {{\n    let n = {n};\n    println!(\"{{n}}\");\n}}\n");
    let burst: Vec<TcpStream> = (0..200)
        .map(|n| {
            let mut question = question(&program(n));
            question["turn"] = json!(n);
            Request::of(&served, "/live/look", &question).send(port)
        })
        .collect();
    let mut pages = Vec::new();
    for n in 0..50 {
        let mut question = question(&program(n));
        question["page"] = json!(format!("page {n}"));
        pages.push(Request::of(&served, "/live/look", &question).send(port));
    }
    let mut most = 0;
    let began = Instant::now();
    while most == 0 || began.elapsed() < Duration::from_secs(3) {
        let working = started_by(served.child.id());
        most = most.max(
            working
                .iter()
                .filter(|name| name.ends_with("(rustc"))
                .count(),
        );
        thread::sleep(Duration::from_millis(5));
    }
    assert!(most <= 2, "{most} compilers at a time");
    let mut last = String::new();
    let mut newest = burst.into_iter().next_back().expect("one");
    newest.read_to_string(&mut last).expect("an answer");
    assert!(last.contains("\"figure\""), "{last}");
    drop(pages);
    assert_eq!(run(&served, HELLO).0, "hello\n");
    // Stopped in the middle of a question.
    let _asked = Request::of(&served, "/live/run", &question(&main_with("loop {}"))).send(port);
    thread::sleep(Duration::from_millis(500));
    let id = served.child.id();
    assert!(served.interrupt().success());
    assert_eq!(started_by(id), Vec::<String>::new());
    let left: Vec<PathBuf> = fs::read_dir(served.temporary.path())
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    let holds: Vec<PathBuf> = left
        .iter()
        .flat_map(|folder| crate::support::files(folder))
        .collect();
    assert_eq!((left, holds), (Vec::new(), Vec::new()));
}

#[test]
fn a_page_that_is_saved_asks_nobody_for_anything() {
    let served = Served::from(4700);
    let program = fs::read_to_string(root().join("examples/ownership-moving-a-string.rs"));
    let bits = asked(
        &served,
        "/live/page",
        &question(&program.expect("a listing")),
    );
    let html = bits[0]["page"]["html"].as_str().expect("a page");
    assert!(html.len() < 200_000, "{} bytes", html.len());
    for outside in ["src=", "href=", "url(", "@import", "http://", "fetch("] {
        let found = html
            .match_indices(outside)
            .map(|(at, _)| &html[at..(at + 40).min(html.len())]);
        let found: Vec<&str> = found
            .filter(|found| !found.contains("www.w3.org/2000/svg"))
            .collect();
        assert_eq!(found, Vec::<&str>::new());
    }
    assert!(html.contains("<svg") && html.contains("class=\"program"));
}

/// What a program's table says beside each line, and the sentence of each line: by line and place.
fn said_of_lines(html: &Html) -> BTreeMap<(String, String), String> {
    let select = |selector| Selector::parse(selector).expect("a selector");
    let mut said = BTreeMap::new();
    let mut places: Vec<String> = Vec::new();
    for row in html.select(&select("table.program tr")) {
        let names: Vec<String> = row
            .select(&select("th.name"))
            .map(|name| name.text().collect())
            .collect();
        if !names.is_empty() {
            places = names;
        }
        let line = row.attr("data-line").unwrap_or_default();
        for (place, cell) in places.iter().zip(row.select(&select("td.lane"))) {
            if let Some(letters) = cell.attr("aria-label") {
                said.insert((line.to_owned(), place.clone()), letters.to_owned());
            }
        }
    }
    for sentence in html.select(&select(".sentences > li[data-line]")) {
        let line = sentence.attr("data-line").unwrap_or_default().to_owned();
        said.insert((line, String::new()), sentence.text().collect());
    }
    said
}

/// What the live page says of a listing that is not edited is what the built page says.
fn agree(listings: &[(&str, &str, &Html)]) -> usize {
    let served = Served::from(4750);
    let mut facts = 0;
    for (slug, source, figure) in listings {
        let mut question = question(source);
        question["page"] = json!(slug);
        let bits = asked(&served, "/live/look", &question);
        let html = bits
            .iter()
            .rev()
            .find_map(|bit| bit["figure"]["html"].as_str());
        let html = html.unwrap_or_else(|| panic!("{slug}: no figure: {bits:?}"));
        let live = said_of_lines(&Html::parse_fragment(html));
        let built = said_of_lines(figure);
        assert!(!built.is_empty(), "{slug}");
        for (place, said) in &built {
            assert_eq!(live.get(place), Some(said), "{slug}: {place:?}");
            facts += 1;
        }
    }
    facts
}

/// What the reader is asked about a program: each question, with its right options.
fn asked_about(served: &Served, program: &str) -> Vec<(String, Vec<String>)> {
    let question = json!({ "page": "asked-1", "turn": 0, "program": program });
    let bits = asked(served, "/live/questions", &question);
    let html = bits[0]["questions"]["html"].as_str();
    let html = Html::parse_fragment(html.unwrap_or_else(|| panic!("{bits:?}")));
    let all = |selector| Selector::parse(selector).expect("a selector");
    let text = |of: scraper::ElementRef<'_>| of.text().collect::<String>();
    let right_ones = all("label:has([data-right]) .text");
    let mut asked = Vec::new();
    for question in html.select(&all(".question[id][data-about='asked-1']")) {
        for part in question.select(&all("fieldset:has([type='radio'])")) {
            let right = part.select(&all("[data-right]")).count();
            assert_eq!(right, 1, "{}", question.html());
        }
        let prompt = question.select(&all(".asks")).map(text).collect();
        let right = question.select(&right_ones);
        asked.push((prompt, right.map(text).collect()));
    }
    let answers = html.select(&all(".answers .because")).count();
    assert_eq!(answers, asked.len());
    asked
}

#[test]
fn a_reader_is_asked_about_any_program() {
    let served = Served::from(4350);
    let program = "fn main() {\n    let s1 = String::from(\"<b>\");\n    let s2 = s1;\n    println!(\"{s2}\");\n    println!(\"end\");\n}\n";
    let block = "he block on the heap that line 2 asked for, with \"<b>\"";
    let expected = [
        (
            "Does it compile? If so, what does it print?",
            "It compiles and prints <b>\nend".to_owned(),
        ),
        (
            "What may be done with s1 just before line 4 runs?",
            String::new(),
        ),
        (
            "What does line 3 need of s1?",
            "O move its value out, or C copy it".to_owned(),
        ),
        (
            "Where does the pointer in s2 lead just before line 6 runs?",
            format!("To t{block}"),
        ),
        (
            "Which blocks of the heap are freed on line 6?",
            format!("T{block}"),
        ),
    ];
    let asked = asked_about(&served, program);
    let told = asked
        .iter()
        .map(|(prompt, right)| (&**prompt, right.join("; ")));
    assert_eq!(told.collect::<Vec<_>>(), expected);

    let refused = program.replace("{s2}", "{s1}{s2}");
    let asked = asked_about(&served, &refused);
    let right = |start: &str| {
        let of = asked.iter().find(|(prompt, _)| prompt.starts_with(start));
        of.unwrap_or_else(|| panic!("{start}: {asked:?}"))
            .1
            .join("; ")
    };
    assert_eq!(right("Does it compile"), "It does not compile");
    assert_eq!(
        right("rustc refuses one line"),
        "4     println!(\"{s1}{s2}\");; s1"
    );
    assert_eq!(
        right("What does line 3 need of s1?"),
        "O move its value out, or C copy it"
    );

    let panics =
        "fn main() {\n    let list = vec![1];\n    println!(\"{}\", list[list.len()]);\n}\n";
    let asked = asked_about(&served, panics);
    assert_eq!(
        asked[0].1,
        ["It compiles, and its run ends with a panic: it stops with a message"]
    );

    // More steps than are recorded, and more output than a reader compares: not asked about.
    let long = "fn main() {\n    let list = vec![1];\n    let mut n = 0;\n    for _ in 0..5000 {\n        n += list.len();\n    }\n    println!(\"{n} {}\", \"-\".repeat(600));\n}\n";
    let asked = asked_about(&served, long);
    let prompts: Vec<&str> = asked.iter().map(|(prompt, _)| &**prompt).collect();
    assert!(!prompts.is_empty());
    let starts = [
        "Does it compile",
        "Where does",
        "Which blocks",
        "In which order",
    ];
    let of_the_run = |prompt: &&&str| starts.iter().any(|start| prompt.starts_with(start));
    assert_eq!(prompts.iter().find(of_the_run), None);

    // What is no program, has several threads, or asks under a name that could be markup.
    let ask = |page: &str, program: &str| {
        let question = json!({ "page": page, "turn": 0, "program": program });
        Request::of(&served, "/live/questions", &question).answer(served.port)
    };
    let (_, said) = ask("asked-2", "fn main() { let = }");
    assert!(said.contains("missing"), "{said}");
    let threads = "fn main() {\n    let name = String::from(\"a\");\n    let done = std::thread::spawn(move || println!(\"{name}\"));\n    done.join().unwrap();\n}\n";
    assert!(!asked_about(&served, threads).is_empty(), "about its lanes");
    assert_eq!(ask("<b>", HELLO).0, 400);
}

#[test]
fn a_reader_is_asked_about_the_listings() {
    let served = Served::from(4380);
    let figures = figures();
    let mut kinds = BTreeMap::new();
    for (slug, source, _) in figures.iter().step_by(6) {
        let asked = asked_about(&served, source);
        assert!(asked.len() >= 2, "{slug}: {asked:?}");
        for (prompt, _) in asked {
            let start: String = prompt.split(' ').take(2).collect();
            *kinds.entry(start).or_insert(0) += 1;
        }
    }
    assert!(kinds.len() >= 6, "{kinds:?}");
}

/// The figures of the book that have lanes, with their listings.
fn figures() -> Vec<(String, String, Html)> {
    let (sources, _) = listings::Sources::read(root());
    let figure = Selector::parse("figure.listing[id]").expect("a selector");
    let lane = Selector::parse("td.lane").expect("a selector");
    let pages = crate::html::pages().iter();
    let pages =
        pages.filter(|(path, _)| !["print.html", "index.html"].contains(&&*path.to_string_lossy()));
    let mut figures = Vec::new();
    for (_, text) in pages {
        for found in Html::parse_document(text).select(&figure) {
            let slug = found.attr("id").unwrap_or_default();
            let listing = sources.library.get(slug);
            if let (Some(listing), true) = (listing, found.select(&lane).next().is_some()) {
                let html = Html::parse_fragment(&found.html());
                figures.push((slug.to_owned(), listing.source.clone(), html));
            }
        }
    }
    assert!(figures.len() >= 60, "{} figures", figures.len());
    figures
}

#[test]
fn some_listings_are_told_live_as_on_their_page() {
    let figures = figures();
    let some = figures
        .iter()
        .step_by(8)
        .map(|(slug, source, html)| (&**slug, &**source, html));
    let facts = agree(&some.collect::<Vec<_>>());
    assert!(facts >= 100, "{facts} facts");
}

#[test]
#[ignore = "takes minutes; CI runs an eighth"]
fn every_listing_is_told_live_as_on_its_page() {
    let figures = part(figures());
    let all = figures
        .iter()
        .map(|(slug, source, html)| (&**slug, &**source, html));
    let facts = agree(&all.collect::<Vec<_>>());
    println!("{} listings, {facts} facts agree", figures.len());
}

/// A program with one change at one place, as somebody makes it who tries things out.
fn edited(source: &str, random: &mut fastrand::Rng) -> String {
    let mut lines: Vec<String> = source.lines().map(str::to_owned).collect();
    let at = random.usize(..lines.len());
    let swapped = |line: &str, from: &str, to: &str| line.replacen(from, to, 1);
    match random.u8(..10) {
        0 => _ = lines.remove(at),
        1 => lines.insert(at, lines[at].clone()),
        2 if at > 0 => lines.swap(at - 1, at),
        3 => lines[at] = swapped(&lines[at], "&", ""),
        4 => lines[at] = swapped(&lines[at], "mut ", ""),
        5 => lines[at] = swapped(&lines[at], "let ", "let mut "),
        6 => lines[at] = swapped(&lines[at], ";", ".clone();"),
        7 => lines[at] = swapped(&lines[at], "(", "(&"),
        8 => {
            let end = (0..=random.usize(..=lines[at].len())).rev();
            let end = end.into_iter().find(|end| lines[at].is_char_boundary(*end));
            lines[at].truncate(end.unwrap_or(0));
        }
        _ => lines[at] = swapped(&lines[at], " = ", " = &mut "),
    }
    lines.join("\n") + "\n"
}

/// Edits of listings, asked of the real server: always an answer within its limit, and the lens
/// says the same.
fn survive(edits: usize) {
    let served = Served::from(4800);
    let (sources, _) = listings::Sources::read(root());
    let listings: Vec<&str> = sources
        .library
        .iter()
        .map(|listing| &*listing.source)
        .collect();
    let mut random = fastrand::Rng::with_seed(14);
    let programs: Vec<String> = (0..edits)
        .map(|number| edited(listings[number * 7 % listings.len()], &mut random))
        .collect();
    let programs = part(programs);
    let (port, key) = (served.port, served.key.clone());
    let refused: Vec<bool> = programs
        .par_iter()
        .enumerate()
        .map(|(number, program)| {
            let mut question = question(program);
            question["page"] = json!(format!("page {number}"));
            let began = Instant::now();
            let bits = asked_of(port, &key, "/live/look", &question);
            assert!(began.elapsed() < PATIENCE, "{program}");
            let errors = bits[0]["messages"]["errors"].as_u64();
            let accepted = match lens::check(program, PATIENCE) {
                Ok(verdict) => verdict == lens::Verdict::Accepted,
                Err(error) => panic!("{error}\n{program}"),
            };
            // A machine that does too much else at the time is told of, and answers nothing.
            if bits
                .iter()
                .any(|bit| bit.to_string().contains("needed longer"))
            {
                return !accepted;
            }
            let Some(errors) = errors else {
                // What reads other files, say, is refused by name.
                assert!(bits[0]["missing"].is_object(), "{bits:?}\n{program}");
                return true;
            };
            assert_eq!(errors == 0, accepted, "{bits:?}\n{program}");
            let figure = bits
                .iter()
                .rev()
                .find_map(|bit| bit["figure"]["html"].as_str());
            let options = lens::Options {
                limit: PATIENCE,
                ..lens::Options::default()
            };
            match (figure, lens::timeline(program, &options)) {
                (Some(html), Ok(timeline)) => {
                    let marks = html.matches("<tr class=\"refused\"").count();
                    let mut lines: Vec<usize> = timeline
                        .refusals
                        .iter()
                        .map(|refusal| refusal.line)
                        .collect();
                    lines.sort_unstable();
                    lines.dedup();
                    assert_eq!(marks, lines.len(), "{program}");
                }
                (None, Err(_)) => {}
                (figure, timeline) => panic!("{figure:?}\n{timeline:?}\n{program}"),
            }
            !accepted
        })
        .collect();
    let count = refused.iter().filter(|refused| **refused).count();
    let edits = programs.len();
    println!("{edits} edits, {count} of them refused");
    assert!(count > edits / 10 && count < edits, "{count} of {edits}");
    assert_eq!(started_by(served.child.id()), Vec::<String>::new());
}

#[test]
fn a_few_edits_are_answered_as_the_lens_answers() {
    survive(20);
}

#[test]
#[ignore = "takes minutes; CI runs an eighth"]
fn five_hundred_edits_are_answered_as_the_lens_answers() {
    survive(500);
}
