//! The EPUB holds the whole book, and says what is missing where a PDF cannot be made.
//!
//! `.ci/run` has epubcheck judge the same file; `tests/browser/` looks into the PDF.

use crate::support::SmallBook;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;
use zip::ZipArchive;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn text(epub: &mut ZipArchive<File>, name: &str) -> String {
    let mut text = String::new();
    let mut file = epub.by_name(name).expect("a file of the EPUB");
    file.read_to_string(&mut text).expect("UTF-8");
    text
}

#[test]
fn it_has_every_chapter_in_order_and_as_many_figures_as_the_pages() {
    let folder = TempDir::new().expect("a temporary folder");
    let to = folder.path().join("book");
    let build = || {
        let output = Command::new(env!("CARGO_BIN_EXE_book"))
            .args(["build", "--epub"])
            .arg(&to)
            .env("SOURCE_DATE_EPOCH", "86400")
            .current_dir(root())
            .output()
            .expect("the binary starts");
        assert!(output.status.success(), "{output:?}");
        fs::read(to.join("memory-management-in-rust.epub")).expect("the EPUB")
    };
    assert!(build() == build(), "the same sources make the same file");

    let epub = File::open(to.join("memory-management-in-rust.epub")).expect("the EPUB");
    let mut epub = ZipArchive::new(epub).expect("a zip");
    let package = text(&mut epub, "package.opf");
    for fact in [
        "<dc:title>Memory Management in Rust</dc:title>",
        "<dc:language>en</dc:language>",
        "<meta property=\"dcterms:modified\">1970-01-02T00:00:00Z</meta>",
        "<dc:rights>Text and figures: CC-BY-4.0. Code: MIT or Apache-2.0.</dc:rights>",
        "properties=\"cover-image\"",
    ] {
        assert!(package.contains(fact), "{fact} is missing");
    }
    let nav = text(&mut epub, "nav.xhtml");
    let summary = fs::read_to_string(root().join("src/SUMMARY.md")).expect("the summary");
    let mut last = (0, 0);
    let mut pages = 0;
    for path in summary
        .split(['(', ')'])
        .filter_map(|path| path.strip_suffix(".md"))
    {
        let find = |text: &str| {
            let at = text.find(&format!("href=\"{path}.xhtml\""));
            at.unwrap_or_else(|| panic!("{path} is missing"))
        };
        let now = (find(&nav), find(&package));
        assert!(now > last, "{path} is out of order");
        last = now;
        pages += 1;

        let chapter = text(&mut epub, &format!("{path}.xhtml"));
        let page = fs::read_to_string(to.join(format!("{path}.html"))).expect("the page");
        let main = page
            .split("<main")
            .nth(1)
            .and_then(|rest| rest.split("</main>").next());
        let main = main.expect("a main part");
        for mark in ["<figure", "<svg", "<table", "<pre", "<h2", "class=\"k\""] {
            let count = |text: &str| text.matches(mark).count();
            assert_eq!(count(&chapter), count(main), "{path}: {mark}");
        }
        let own = chapter
            .split("href=\"")
            .filter(|link| !link.starts_with("https://"));
        let to_html = own.filter(|link| {
            link.split('"')
                .next()
                .is_some_and(|link| link.contains(".html"))
        });
        assert_eq!(to_html.count(), 0, "{path} leads to a page");
        assert!(!chapter.contains("<button"), "{path}");
    }
    assert!(pages >= 25, "{pages} pages");
    assert!(epub.by_name("comparison/what-it-costs.xhtml").is_ok());
    // Each page leads to it.
    let page = fs::read_to_string(to.join("ownership/moves.html")).expect("the page");
    assert!(page.contains("<a href=\"../memory-management-in-rust.epub\" download>EPUB</a>"));
}

#[test]
fn what_a_browser_alone_can_use_becomes_text() {
    let book = SmallBook::built();
    book.write(
        "src/tickets.md",
        "# Tickets\n\n<details><summary>Why & how</summary>\n\nBecause.\n\n</details>\n\n\
         <div class=\"tabs\"><input type=\"radio\"><label>C</label><div class=\"panel\">int</div></div>\n\n\
         <svg viewBox=\"0 0 1 1\"><title>A dot</title><rect width=\"1\" height=\"1\"/></svg>\n\n[here](tickets.md#tickets)\n",
    );
    let (success, complaint) = book.build_as(&["--epub"], &[]);
    assert!(success, "{complaint}");
    let epub = File::open(book.folder.path().join("book/a-small-book.epub")).expect("the EPUB");
    let mut epub = ZipArchive::new(epub).expect("a zip");
    let chapter = text(&mut epub, "tickets.xhtml");
    for part in [
        "<div class=\"summary\">Why &amp; how</div>",
        "<p class=\"language\">C</p><div class=\"panel\">int</div>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">",
        "<a href=\"tickets.xhtml#tickets\">here</a>",
    ] {
        assert!(chapter.contains(part), "{part} is missing in {chapter}");
    }
    assert!(
        !chapter.contains("<input") && !chapter.contains("<details"),
        "{chapter}"
    );
}

#[test]
fn what_a_reader_is_to_predict_is_folded_away_on_the_page_alone() {
    let book = SmallBook::built();
    book.write(
        "src/tickets.md",
        "# Tickets\n\n{{#listing tickets-counting predict}}\n\n{{#rejected tickets-lost}}\n",
    );
    let (success, complaint) = book.build_as(&["--epub"], &[]);
    assert!(success, "{complaint}");
    let built = book.folder.path().join("book");
    let page = fs::read_to_string(built.join("tickets.html")).expect("the page");
    for part in [
        "<details class=\"output\"><summary>Output</summary>",
        "<details class=\"message\" open=\"\"><summary>What rustc says</summary>",
    ] {
        assert!(page.contains(part), "{part} is missing in {page}");
    }
    let epub = File::open(built.join("a-small-book.epub")).expect("the EPUB");
    let mut epub = ZipArchive::new(epub).expect("a zip");
    let chapter = text(&mut epub, "tickets.xhtml");
    let output = chapter.split_once("<div class=\"output\"><div class=\"summary\">Output</div>");
    let (_, output) = output.expect("an output");
    let shown = output.split("</pre>").next().unwrap_or_default();
    assert!(shown.contains("3 tickets"), "{shown}");
}

#[test]
fn without_a_browser_a_pdf_is_refused_in_one_sentence_and_the_book_stays() {
    let book = SmallBook::built();
    let before = fs::metadata(book.folder.path().join("book/index.html")).expect("the book");
    let (success, complaint) = book.build_as(&["--pdf"], &[("PATH", "")]);
    assert!(!success);
    assert!(
        complaint.starts_with("error: --pdf: there is no Chromium or Chrome on PATH; install one"),
        "{complaint}"
    );
    assert_eq!(complaint.lines().count(), 1, "{complaint}");
    let after = fs::metadata(book.folder.path().join("book/index.html")).expect("the book");
    assert_eq!(before.modified().ok(), after.modified().ok());

    // A browser that prints nothing is named.
    let (success, complaint) = book.build_as(&["--pdf"], &[("CHROME_PATH", "/bin/false")]);
    assert!(
        !success && complaint.starts_with("error: /bin/false: printed no PDF; name another"),
        "{complaint}"
    );
}
