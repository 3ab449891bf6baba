//! `cargo run` serves the book on this computer alone and follows every change.

use crate::support::SmallBook;
use std::env;
use std::fs::{self, Permissions};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

const PATIENCE: Duration = Duration::from_secs(30);

/// A small book being served, until it is dropped.
pub struct Served {
    book: SmallBook,
    pub child: Child,
    said: Receiver<String>,
    complained: Receiver<String>,
    /// What it said before it listened.
    lines: Vec<String>,
    pub port: u16,
    /// What a page sends with a question about a program.
    pub key: String,
    /// Where it has its temporary folders.
    pub temporary: TempDir,
}

impl Served {
    pub fn from(port: u16) -> Served {
        let book = SmallBook::built();
        let temporary = TempDir::new().expect("a temporary folder");
        let mut child = Command::new(env!("CARGO_BIN_EXE_book"))
            .args(["--no-open", "--port", &port.to_string()])
            .current_dir(book.folder.path())
            .env("TMPDIR", temporary.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let said = lines(child.stdout.take().expect("a pipe"));
        let complained = lines(child.stderr.take().expect("a pipe"));
        let mut lines = Vec::new();
        let (port, key) = loop {
            let line = said.recv_timeout(PATIENCE);
            let line = line.expect("it says where the book is");
            if let Some(rest) = line.strip_prefix("The book is at http://127.0.0.1:") {
                let (port, rest) = rest.split_once("/#key=").expect("a port and a key");
                let key = rest.split(' ').next().unwrap_or_default().to_owned();
                break (port.parse().expect("a port"), key);
            }
            lines.push(line);
        };
        Served {
            book,
            child,
            said,
            complained,
            lines,
            port,
            key,
            temporary,
        }
    }

    /// The whole answer to a request for exactly that path.
    fn get(&self, path: &str) -> String {
        self.ask("GET", path, &format!("Host: 127.0.0.1:{}\r\n", self.port))
    }

    /// The whole answer to a request with these headers, each with its line end.
    pub fn ask(&self, method: &str, path: &str, headers: &str) -> String {
        ask(self.port, method, path, headers)
    }

    /// The status of the answer to that.
    fn status(&self, method: &str, path: &str, headers: &str) -> u16 {
        let answer = self.ask(method, path, headers);
        let status = answer
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok());
        status.unwrap_or_else(|| panic!("no status: {answer}"))
    }

    /// Where a page with the newest build asks for news.
    fn news(&self) -> String {
        let page = self.get("/");
        let (_, rest) = page.split_once("__livereload/").expect("an address");
        let build = rest.split(['"', '`']).next().expect("a name");
        format!("/__livereload/{build}")
    }

    /// Asks there for news, with these headers too: the status, and what tells the news.
    fn listen(&self, path: &str, headers: &str) -> (u16, BufReader<TcpStream>) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        let host = format!("Host: 127.0.0.1:{}", self.port);
        write!(stream, "GET {path} HTTP/1.0\r\n{host}\r\n{headers}\r\n").expect("it reads");
        let mut answer = BufReader::new(stream);
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert_ne!(
                answer.read_line(&mut head).expect("it answers"),
                0,
                "{head}"
            );
        }
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok());
        let events = head.contains("content-type: text/event-stream\r\n");
        let status = status.expect("a status");
        assert_eq!(status == 200, events, "{head}");
        (status, answer)
    }

    /// The folders with builds in them.
    fn built(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.temporary.path()).expect("the temporary folder");
        let mut paths: Vec<_> = entries
            .map(|entry| entry.expect("an entry").path())
            .collect();
        paths.retain(|path| path.join("index.html").exists());
        paths
    }

    /// Ends it as Ctrl-C does.
    pub fn interrupt(&mut self) -> ExitStatus {
        let pid = self.child.id().to_string();
        let status = Command::new("kill").args(["-INT", &pid]).status();
        assert!(status.expect("kill").success());
        self.child.wait().expect("it ends")
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

fn lines(stream: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, lines) = channel();
    thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            // A test may have ended.
            _ = sender.send(line);
        }
    });
    lines
}

fn first_line(mut news: BufReader<TcpStream>) -> String {
    let mut line = String::new();
    news.read_line(&mut line).expect("news");
    line
}

fn ask(port: u16, method: &str, path: &str, headers: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("it listens");
    write!(stream, "{method} {path} HTTP/1.0\r\n{headers}\r\n").expect("it reads");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("it answers");
    String::from_utf8_lossy(&answer).into_owned()
}

/// Waits for a line that begins so.
fn wait_for(lines: &Receiver<String>, start: &str) -> String {
    loop {
        let line = lines.recv_timeout(PATIENCE);
        let line = line.unwrap_or_else(|_| panic!("it did not say {start:?}"));
        if line.starts_with(start) {
            return line;
        }
    }
}

#[test]
fn it_serves_the_pages_and_a_page_for_what_is_not_there() {
    let served = Served::from(3100);
    let index = served.get("/");
    assert!(index.starts_with("HTTP/1.0 200"), "{index}");
    assert!(index.contains("3 tickets"), "{index}");
    let missing = served.get("/no-such-page.html");
    assert!(missing.starts_with("HTTP/1.0 404"), "{missing}");
}

#[test]
fn it_serves_nothing_outside_the_book() {
    let served = Served::from(3200);
    for path in [
        "/../book.toml",
        "/..%2fbook.toml",
        "/%2e%2e/book.toml",
        "/./../book.toml",
        "//book.toml",
        "/..\\book.toml",
        "/book.toml",
        "/%00",
    ] {
        let answer = served.get(path);
        assert!(!answer.contains("A small book\"\n"), "{path}: {answer}");
        let status = answer.split(' ').nth(1).unwrap_or_default();
        assert!(["400", "404", "405"].contains(&status), "{path}: {answer}");
    }
}

#[test]
fn a_link_that_leads_out_of_the_book_is_not_followed() {
    let served = Served::from(3800);
    let [built] = &served.built()[..] else {
        panic!("one build");
    };
    let outside = served.book.folder.path();
    symlink(outside.join("book.toml"), built.join("outside.html")).expect("a link");
    symlink(outside, built.join("outside")).expect("a link");
    symlink("tickets.html", built.join("inside.html")).expect("a link");
    for path in [
        "/outside.html",
        "/outside/book.toml",
        "/outside/src/tickets.md",
    ] {
        let answer = served.get(path);
        assert!(answer.starts_with("HTTP/1.0 404"), "{path}: {answer}");
    }
    assert!(served.get("/inside.html").starts_with("HTTP/1.0 200"));
}

#[test]
fn it_answers_to_its_own_name_alone() {
    let served = Served::from(3850);
    let port = served.port;
    for host in ["127.0.0.1", "localhost"] {
        let headers = format!("Host: {host}:{port}\r\n");
        assert_eq!(served.status("GET", "/", &headers), 200, "{host}");
    }
    let elsewhere = port - 1;
    for host in [
        format!("Host: books.example:{port}\r\n"),
        format!("Host: 127.0.0.1.books.example:{port}\r\n"),
        format!("Host: 127.0.0.1:{elsewhere}\r\n"),
        format!("Host: [::1]:{port}\r\n"),
        "Host: 127.0.0.1\r\n".to_owned(),
        String::new(),
    ] {
        let answer = served.ask("GET", "/", &host);
        assert!(answer.starts_with("HTTP/1.0 421"), "{host}: {answer}");
        let why =
            format!("\r\n\r\nThis book is served at http://127.0.0.1:{port}, by no other name.\n");
        assert!(answer.ends_with(&why), "{answer}");
        assert_eq!(
            served.status("GET", "/__livereload/book-1", &host),
            421,
            "{host}"
        );
    }
}

#[test]
fn a_page_from_elsewhere_gets_no_page_and_no_news() {
    let served = Served::from(3900);
    let port = served.port;
    let news = served.news();
    let told = |origin: &str| served.listen(&news, &format!("Origin: {origin}\r\n")).0;
    let page = |origin: &str| {
        let headers = format!("Host: 127.0.0.1:{port}\r\nOrigin: {origin}\r\n");
        served.status("GET", "/", &headers)
    };
    for own in [
        format!("http://127.0.0.1:{port}"),
        format!("http://localhost:{port}"),
    ] {
        assert_eq!((told(&own), page(&own)), (200, 200), "{own}");
    }
    for foreign in [
        "http://books.example".to_owned(),
        format!("https://127.0.0.1:{port}"),
        format!("http://127.0.0.1:{}", port - 1),
        "null".to_owned(),
    ] {
        assert_eq!((told(&foreign), page(&foreign)), (403, 403), "{foreign}");
    }
}

#[test]
fn it_is_read_and_nothing_else() {
    let served = Served::from(3950);
    let own = format!("Host: 127.0.0.1:{}\r\n", served.port);
    assert_eq!(served.status("HEAD", "/", &own), 200);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        for path in ["/", "/no-such-page.html", "/__livereload/book-1"] {
            assert_eq!(served.status(method, path, &own), 405, "{method} {path}");
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn it_listens_on_loopback_only() {
    let served = Served::from(3300);
    let port = format!(":{:04X}", served.port);
    let listening = |table: &str| -> Vec<String> {
        let table = fs::read_to_string(table).unwrap_or_default();
        let addresses = table.lines().filter_map(|line| {
            let mut fields = line.split_whitespace().skip(1);
            let (own, _, state) = (fields.next()?, fields.next()?, fields.next()?);
            // 0A is listening.
            (own.ends_with(&port) && state == "0A").then(|| own.to_owned())
        });
        addresses.collect()
    };
    assert_eq!(listening("/proc/net/tcp"), [format!("0100007F{port}")]);
    assert_eq!(listening("/proc/net/tcp6"), [""; 0]);
    assert!(TcpStream::connect(("::1", served.port)).is_err());
}

#[test]
fn a_taken_port_moves_to_the_next_free_one_and_says_so() {
    let taken = (3400..3500).find_map(|port| TcpListener::bind(("127.0.0.1", port)).ok());
    let taken = taken.expect("a free port");
    let port = taken.local_addr().expect("an address").port();
    let served = Served::from(port);
    assert!(served.port > port);
    let said = format!("Port {port} is taken; using {}.", served.port);
    assert!(served.lines.contains(&said), "{:?}", served.lines);
}

#[test]
fn a_change_of_a_page_listing_or_golden_reloads_the_open_page() {
    let served = Served::from(3500);
    for (path, text, shown) in [
        (
            "src/tickets.md",
            "# Trains\n\n{{#listing tickets-counting}}\n",
            "Trains",
        ),
        (
            "examples/tickets-counting.stdout",
            "4 tickets\n",
            "4 tickets",
        ),
        (
            "examples/tickets-counting.rs",
            "fn main() {\n    println!(\"4 trains\");\n}\n",
            "4 trains",
        ),
        ("theme/head.hbs", "<!-- a new head -->", "a new head"),
    ] {
        let (_, news) = served.listen(&served.news(), "");
        served.book.write(path, text);
        assert_eq!(first_line(news), "data: reload\n", "{path}");
        assert!(served.get("/").contains(shown), "{path}");
    }
}

#[test]
fn a_page_that_is_outdated_before_it_asks_is_told_at_once() {
    let served = Served::from(3560);
    let news = served.news();
    served.book.write("theme/head.hbs", "<!-- a new head -->");
    wait_for(&served.said, "Rebuilt in ");
    assert_ne!(served.news(), news);
    assert_eq!(first_line(served.listen(&news, "").1), "data: reload\n");
}

#[test]
fn a_file_in_the_place_of_another_is_followed_as_well() {
    let served = Served::from(3550);
    let root = served.book.folder.path();
    for title in ["One book", "Another book"] {
        let toml = fs::read_to_string(root.join("book.toml")).expect("book.toml");
        let (_, rest) = toml.split_once("\n[build]").expect("a table");
        let new = format!("[book]\ntitle = \"{title}\"\n[build]{rest}");
        served.book.write("book.toml~", new);
        fs::rename(root.join("book.toml~"), root.join("book.toml")).expect("renamed");
        wait_for(&served.said, "Rebuilt in ");
        assert!(served.get("/").contains(title), "{title}");
    }
    // And what was not there when serving began.
    let measured = Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../benches/languages.json"
    ));
    let measured = fs::read_to_string(measured).expect("the measurements");
    served.book.write("benches/languages.json", &measured);
    wait_for(&served.said, "Rebuilt in ");
    served.book.write("benches/languages.json", measured + "\n");
    wait_for(&served.said, "Rebuilt in ");
}

#[test]
fn a_folder_that_is_made_again_is_followed_as_before() {
    let served = Served::from(3640);
    let root = served.book.folder.path();
    let golden = "examples/tickets-counting.stdout";
    // As another branch leaves it: too fast for anybody to see it gone.
    let program = fs::read(root.join("examples/tickets-counting.rs")).expect("the program");
    fs::remove_dir_all(root.join("examples")).expect("removed");
    served.book.write("examples/tickets-counting.rs", program);
    served.book.write(golden, "4 tickets\n");
    wait_for(&served.said, "Rebuilt in ");
    assert!(served.get("/").contains("4 tickets"));
    for tickets in ["5 tickets", "6 tickets"] {
        served.book.write(golden, format!("{tickets}\n"));
        wait_for(&served.said, "Rebuilt in ");
        assert!(served.get("/").contains(tickets));
    }
}

#[test]
fn a_reader_who_asks_while_it_is_rebuilt_gets_a_page() {
    let mut served = Served::from(3650);
    let ended = AtomicBool::new(false);
    let port = served.port;
    let own = format!("Host: 127.0.0.1:{port}\r\n");
    thread::scope(|scope| {
        let readers: Vec<_> = ["/", "/tickets.html", "/print.html"]
            .map(|path| {
                let (own, ended) = (&own, &ended);
                scope.spawn(move || {
                    let mut answers = 0;
                    while !ended.load(Ordering::Relaxed) {
                        let answer = ask(port, "GET", path, own);
                        assert!(answer.starts_with("HTTP/1.0 200"), "{path}: {answer}");
                        assert!(answer.contains("</html>"), "{path}: {answer}");
                        answers += 1;
                    }
                    answers
                })
            })
            .into();
        for turn in 0..20 {
            let page = format!(
                "# Tickets\n\nTurn {turn}.\n\n{{{{#listing tickets-counting}}}}\n\n{{{{#rejected tickets-lost}}}}\n"
            );
            served.book.write("src/tickets.md", page);
            wait_for(&served.said, "Rebuilt in ");
        }
        ended.store(true, Ordering::Relaxed);
        for reader in readers {
            assert!(reader.join().expect("every answer is a page") > 100);
        }
    });
    assert!(served.get("/").contains("Turn 19."));
    assert_eq!(served.built().len(), 1, "old builds are removed");
    assert!(served.interrupt().success());
    assert_eq!(
        served.built(),
        [""; 0].map(PathBuf::from),
        "the last one too"
    );
}

#[test]
fn a_mistake_leaves_the_last_good_build() {
    let served = Served::from(3600);
    served
        .book
        .write("src/tickets.md", "# Trains\n\n{{#listing trains}}\n");
    wait_for(
        &served.complained,
        "src/tickets.md:3: no listing is named \"trains\"",
    );
    wait_for(
        &served.complained,
        "The last good build is served until this is mended.",
    );
    assert!(served.get("/").contains("3 tickets"));
}

#[test]
fn what_cannot_be_read_is_said_and_built_once_it_can() {
    let served = Served::from(3750);
    let page = served.book.folder.path().join("src/lost.txt");
    // A link to itself, which nobody can read, not even root.
    symlink(&page, &page).expect("a link");
    let line = wait_for(&served.complained, "error: ");
    let expected = format!(
        "error: {}: cannot be read; make it readable",
        page.display()
    );
    assert!(line.starts_with(&expected), "{line}");
    assert!(served.get("/").contains("3 tickets"));
    fs::remove_file(&page).expect("removed");
    wait_for(&served.said, "Rebuilt in ");
}

#[test]
fn ctrl_c_ends_the_first_build_as_well() {
    let book = SmallBook::built();
    // A compiler that takes its time.
    let tools = TempDir::new().expect("a temporary folder");
    let (rustc, started) = (tools.path().join("rustc"), tools.path().join("started"));
    let script = format!("#!/bin/sh\ntouch {}\nexec sleep 20\n", started.display());
    fs::write(&rustc, script).expect("a script");
    fs::set_permissions(&rustc, Permissions::from_mode(0o755)).expect("executable");
    let path = env::var("PATH").expect("a PATH");
    let mut child = Command::new(env!("CARGO_BIN_EXE_book"))
        .args(["--no-open", "--port", "3980"])
        .current_dir(book.folder.path())
        .env("PATH", format!("{}:{path}", tools.path().display()))
        .stdout(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let said = lines(child.stdout.take().expect("a pipe"));
    let since = Instant::now();
    while !started.exists() {
        assert!(since.elapsed() < PATIENCE, "no compiler is asked");
        thread::sleep(Duration::from_millis(10));
    }
    let interrupted = Instant::now();
    let pid = child.id().to_string();
    let status = Command::new("kill").args(["-INT", &pid]).status();
    assert!(status.expect("kill").success());
    assert!(child.wait().expect("it ends").success());
    assert!(interrupted.elapsed() < Duration::from_secs(10));
    assert_eq!(wait_for(&said, ""), "", "an empty line");
    assert_eq!(wait_for(&said, ""), "Stopped.");
}

#[test]
fn ctrl_c_ends_it_cleanly() {
    let mut served = Served::from(3700);
    assert_eq!(served.built().len(), 1);
    assert!(served.interrupt().success());
    assert_eq!(wait_for(&served.said, "Stopped."), "Stopped.");
    assert!(served.built().is_empty());
}

#[test]
fn a_program_is_brought_to_the_workbench_by_its_address() {
    let book = SmallBook::built();
    let temporary = TempDir::new().expect("a temporary folder");
    book.write("mine.rs", "fn main() {\\}\n");
    let mut child = Command::new(env!("CARGO_BIN_EXE_book"))
        .args(["lens", "mine.rs", "--open"])
        .current_dir(book.folder.path())
        .env("TMPDIR", temporary.path())
        // No browser is opened here.
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .stdout(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let said = lines(child.stdout.take().expect("a pipe"));
    let open = wait_for(&said, "Open http://127.0.0.1:");
    // Others see how a browser is started: with a file that they cannot read.
    let target = fs::read_dir(book.folder.path().join("target")).expect("the folder");
    let way = target
        .flatten()
        .find(|entry| entry.file_name().to_string_lossy().starts_with("open-"));
    let way = way.expect("a page that leads there");
    assert_eq!(
        way.metadata().expect("facts").permissions().mode() & 0o077,
        0
    );
    let page = fs::read_to_string(way.path()).expect("a page");
    assert!(
        page.contains(open.strip_prefix("Open ").expect("an address")),
        "{page}"
    );
    _ = child.kill();
    _ = child.wait();
    let (_, rest) = open
        .split_once("/reference/workbench.html#key=")
        .expect("the workbench");
    let (key, text) = rest.split_once("&text=").expect("a text");
    assert_eq!((key.len(), text), (32, "fn%20main%28%29%20%7B%5C%7D%0A"));
}
