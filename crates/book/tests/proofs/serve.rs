//! `cargo run` serves the book on this computer alone and follows every change.

use crate::support::SmallBook;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tungstenite::stream::MaybeTlsStream;

const PATIENCE: Duration = Duration::from_secs(30);

/// A small book being served, until it is dropped.
struct Served {
    book: SmallBook,
    child: Child,
    lines: Vec<String>,
    port: u16,
}

impl Served {
    fn from(port: u16) -> Served {
        let book = SmallBook::built();
        let mut child = Command::new(env!("CARGO_BIN_EXE_book"))
            .args(["--no-open", "--port", &port.to_string()])
            .current_dir(book.folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the binary starts");
        let mut output = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        let mut lines = Vec::new();
        let address = loop {
            let line = output
                .next()
                .expect("it says where the book is")
                .expect("UTF-8");
            lines.push(line.clone());
            if let Some(rest) = line.strip_prefix("The book is at http://127.0.0.1:") {
                break rest.to_owned();
            }
        };
        let port = address
            .split(' ')
            .next()
            .and_then(|port| port.parse().ok())
            .expect("a port");
        std::thread::spawn(move || output.for_each(drop));
        Served {
            book,
            child,
            lines,
            port,
        }
    }

    /// The whole answer to a request for exactly that path.
    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        write!(stream, "GET {path} HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n").expect("it reads");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("it answers");
        String::from_utf8_lossy(&answer).into_owned()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
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
fn it_listens_on_loopback_only() {
    let served = Served::from(3300);
    let listening = std::fs::read_to_string("/proc/net/tcp").unwrap_or_default();
    let port = format!(":{:04X} ", served.port);
    let addresses: Vec<&str> = listening
        .lines()
        .filter_map(|line| line.split_whitespace().nth(1))
        .filter(|address| format!("{address} ").contains(&port))
        .collect();
    assert!(
        addresses
            .iter()
            .all(|address| address.starts_with("0100007F")),
        "{addresses:?}"
    );
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
        let (mut socket, _) =
            tungstenite::connect(format!("ws://127.0.0.1:{}/__livereload", served.port))
                .expect("it upgrades");
        if let MaybeTlsStream::Plain(stream) = socket.get_ref() {
            stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        }
        served.book.write(path, text);
        assert_eq!(
            socket.read().expect("news").to_text().expect("text"),
            "reload",
            "{path}"
        );
        assert!(served.get("/").contains(shown), "{path}");
    }
}

#[test]
fn a_mistake_leaves_the_last_good_build() {
    let served = Served::from(3600);
    served
        .book
        .write("src/tickets.md", "# Trains\n\n{{#listing trains}}\n");
    std::thread::sleep(Duration::from_millis(1500));
    assert!(served.get("/").contains("3 tickets"));
}

#[test]
fn ctrl_c_ends_it_cleanly() {
    let mut served = Served::from(3700);
    let pid = served.child.id().to_string();
    let status = Command::new("kill")
        .args(["-INT", &pid])
        .status()
        .expect("kill");
    assert!(status.success());
    assert!(served.child.wait().expect("it ends").success());
}
