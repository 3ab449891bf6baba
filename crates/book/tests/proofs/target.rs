//! A build destroys nothing that no build has written.

use crate::support::SmallBook;
use std::fs;
use std::process::{Command, Stdio};

/// The build to that folder fails, says this of it, and everything is as it was.
fn refused(book: &SmallBook, to: &str, why: &str) {
    let before = all(book);
    let (success, complaint) = book.build_as(&[to], &[]);
    assert!(!success, "{to} must be refused");
    assert_eq!(complaint, format!("error: {to}: {why}\n"));
    assert_eq!(all(book), before, "{to}");
}

/// Every file of a small book with its text, links and folders with none.
fn all(book: &SmallBook) -> Vec<(String, Option<Vec<u8>>)> {
    let mut found = Vec::new();
    let mut folders = vec![book.folder.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let entry = entry.expect("an entry");
            let kind = entry.file_type().expect("a kind");
            let path = entry.path();
            let name = path.strip_prefix(book.folder.path()).expect("inside");
            let text = kind.is_file().then(|| fs::read(&path).expect("a file"));
            // What a compiler has said is kept there.
            if name.starts_with("target") {
                continue;
            }
            found.push((name.display().to_string(), text));
            if kind.is_dir() {
                folders.push(path);
            }
        }
    }
    found.sort();
    found
}

const FOREIGN: &str = "which no build of this book has written; name a folder that is empty or not there, or, if mdBook or an older version has built this one, delete it once";

#[test]
fn a_folder_with_anything_else_in_it_is_refused() {
    let book = SmallBook::built();
    book.write("precious/only/copy.txt", "a year's work\n");
    refused(
        &book,
        "precious",
        &format!("holds only/copy.txt, {FOREIGN}"),
    );
    // Nor may anybody's file in a former build be lost.
    book.write("book/CNAME", "books.example\n");
    refused(&book, "book", &format!("holds CNAME, {FOREIGN}"));
    fs::remove_file(book.folder.path().join("book/CNAME")).expect("removed");
    // Older versions and mdBook leave no list.
    fs::remove_file(book.folder.path().join("book/.built-files")).expect("there is a list");
    refused(&book, "book", &format!("holds .nojekyll, {FOREIGN}"));
}

#[test]
fn the_book_itself_its_pages_a_file_and_a_link_are_refused() {
    let book = SmallBook::built();
    let itself = "holds the book itself; name a folder of its own for the build";
    for to in [".", "..", "src/..", "book/../.", "/"] {
        refused(&book, to, itself);
    }
    for to in ["src", "src/new", "src/new/deeper", "./book/../src"] {
        refused(
            &book,
            to,
            "is among the book's pages; name a folder elsewhere",
        );
    }
    refused(
        &book,
        "examples",
        &format!("holds tickets-counting.rs, {FOREIGN}"),
    );
    refused(
        &book,
        "book.toml",
        "is no folder; name one that is empty or not there",
    );
    let not_there = "leads through a folder that is not there; write it without `..`";
    let to = book.folder.path().join("none/../src");
    refused(&book, &to.display().to_string(), not_there);
    #[cfg(unix)]
    for (link, to) in [("link", "book"), ("nowhere", "none")] {
        std::os::unix::fs::symlink(to, book.folder.path().join(link)).expect("a link");
        refused(&book, link, "is a link; name the folder that it leads to");
    }
}

#[test]
fn a_new_an_empty_and_a_built_folder_are_taken_and_nothing_stays_beside_them() {
    let book = SmallBook::built();
    fs::create_dir(book.folder.path().join("empty")).expect("a folder");
    book.write(".new-next/notes.txt", "mine\n")
        .write(".new-last/notes.txt", "mine\n");
    for to in ["empty", "new", "deep/and/new", "new", "book/"] {
        let (success, complaint) = book.build_as(&[to], &[]);
        assert!(success, "{to}: {complaint}");
        assert!(
            book.folder.path().join(to).join("index.html").is_file(),
            "{to}"
        );
    }
    let all = all(&book);
    let texts = |name: &str| all.iter().filter(|(path, _)| path == name).count();
    assert_eq!(
        texts(".new-next/notes.txt") + texts(".new-last/notes.txt"),
        2
    );
    assert!(
        !all.iter().any(|(path, _)| path.contains(".book-")),
        "{all:?}"
    );
}

#[cfg(unix)]
#[test]
fn what_somebody_writes_there_during_a_build_stays() {
    use std::os::unix::fs::PermissionsExt;

    let book = SmallBook::built();
    let built = book.folder.path().join("book");
    let page = fs::read(built.join("index.html")).expect("the page");
    // A browser is run late in a build.
    let script = format!("#!/bin/sh\necho mine > {}/notes.txt\n", built.display());
    book.write("browser", script);
    let browser = book.folder.path().join("browser");
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).expect("executable");
    let browser = browser.display().to_string();
    book.write("theme/head.hbs", "<!-- a new head -->");
    let (success, complaint) = book.build_as(&["--pdf"], &[("CHROME_PATH", &browser)]);
    assert!(!success);
    assert_eq!(
        complaint,
        format!("error: book: holds notes.txt, {FOREIGN}\n")
    );
    assert_eq!(
        fs::read(built.join("notes.txt")).ok().as_deref(),
        Some(&b"mine\n"[..])
    );
    assert_eq!(fs::read(built.join("index.html")).ok(), Some(page));
    assert!(!all(&book).iter().any(|(path, _)| path.contains(".book-")));
}

#[test]
fn builds_at_once_do_not_disturb_each_other() {
    let book = SmallBook::built();
    for _ in 0..5 {
        let builds: Vec<_> = (0..4)
            .map(|_| {
                Command::new(env!("CARGO_BIN_EXE_book"))
                    .arg("build")
                    .current_dir(book.folder.path())
                    .stderr(Stdio::piped())
                    .stdout(Stdio::null())
                    .spawn()
                    .expect("the binary starts")
            })
            .collect();
        for build in builds {
            let output = build.wait_with_output().expect("it ends");
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{said}");
        }
        assert!(book.folder.path().join("book/index.html").is_file());
    }
    assert!(!all(&book).iter().any(|(path, _)| path.contains(".book-")));
}
