//! The EPUB holds the whole book, and says what is missing where a PDF cannot be made.
//!
//! `.ci/run` has epubcheck judge the same file; `tests/browser/` looks into the PDF.

use crate::support::{SmallBook, root};
use std::fs::{self, File};
use std::io::Read;
use std::process::Command;
use tempfile::TempDir;
use zip::ZipArchive;

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
        // Paper has no workbench.
        let main = main
            .expect("a main part")
            .replace("<figure class=\"listing workbench", "");
        for mark in ["<figure", "<svg", "<table", "<pre", "<h2", "class=\"k\""] {
            let count = |text: &str| text.matches(mark).count();
            assert_eq!(count(&chapter), count(&main), "{path}: {mark}");
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
    let book = SmallBook::in_our_theme();
    book.write(
        "src/tickets.md",
        "# Tickets\n\n<details><summary>Why & how</summary>\n\nBecause.\n\n</details>\n\n\
         <div class=\"tabs\"><input type=\"radio\"><label>C</label><div class=\"panel\">int</div></div>\n\n\
         <svg viewBox=\"0 0 1 1\"><title>A dot</title><rect width=\"1\" height=\"1\"/></svg>\n\n[here](tickets.md#tickets)\n\n{{#paste}}\n",
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
        !chapter.contains("<input") && !chapter.contains("<details") && !chapter.contains("paste"),
        "{chapter}"
    );
}

#[test]
fn what_a_reader_is_to_predict_is_folded_away_on_the_page_alone() {
    let book = SmallBook::in_our_theme();
    book.write(
        "src/tickets.md",
        "# Tickets\n\n{{#listing tickets-counting predict}}\n\n{{#rejected tickets-lost}}\n",
    );
    let (success, complaint) = book.build_as(&["--epub"], &[]);
    assert!(success, "{complaint}");
    let built = book.folder.path().join("book");
    let page = fs::read_to_string(built.join("tickets.html")).expect("the page");
    for part in [
        "<details class=\"outcome\"><summary>What happens</summary>",
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

#[cfg(unix)]
#[test]
fn without_a_browser_the_book_and_the_epub_are_written_and_the_missing_pdf_is_said_in_one_sentence()
{
    let book = SmallBook::in_our_theme();
    book.write(
        "src/tickets.md",
        "# Trains\n\n{{#listing tickets-counting}}\n\n{{#rejected tickets-lost}}\n",
    );
    // A compiler alone is there.
    let folders = std::env::var_os("PATH").expect("a PATH");
    let rustc = std::env::split_paths(&folders)
        .map(|folder| folder.join("rustc"))
        .find(|rustc| rustc.is_file());
    let path = TempDir::new().expect("a temporary folder");
    let link = path.path().join("rustc");
    std::os::unix::fs::symlink(rustc.expect("rustc"), link).expect("a link");
    let path = path.path().to_str().expect("UTF-8");
    let output = book.run_as(&["--epub", "--pdf"], &[("PATH", path)]);
    assert_eq!(output.status.code(), Some(1));
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(
        complaint.starts_with("error: --pdf: there is no Chromium or Chrome on PATH; install one"),
        "{complaint}"
    );
    assert_eq!(complaint.lines().count(), 1, "{complaint}");
    let said = "The book is in book\nbook/a-small-book.epub\n";
    assert_eq!(String::from_utf8_lossy(&output.stdout), said);
    let built = book.folder.path().join("book");
    let page = fs::read_to_string(built.join("tickets.html")).expect("the page");
    assert!(page.contains("<h1 id=\"trains\">"), "{page}");
    assert!(built.join("a-small-book.epub").is_file());
}

/// A program that takes the place of a browser.
#[cfg(unix)]
fn browser(book: &SmallBook, script: &str) -> String {
    use std::os::unix::fs::PermissionsExt;
    book.write("browser", format!("#!/bin/sh\n{script}"));
    let path = book.folder.path().join("browser");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("executable");
    path.display().to_string()
}

#[cfg(unix)]
#[test]
fn a_browser_that_prints_nothing_leaves_the_book_and_the_epub_and_tells_why() {
    let book = SmallBook::in_our_theme();
    let noise = "[3857:3886:1126/012525.36:ERROR:dbus/bus.cc:405] Failed to connect to the bus";
    let words = "[3857:3857:1126/012525.98:FATAL:content/zygote.cc:132] No usable sandbox";
    let script =
        format!("for i in 1 2 3; do echo '{noise}' >&2; done\necho '{words}' >&2\nexit 3\n");
    let browser = browser(&book, &script);
    book.write(
        "src/tickets.md",
        "# Trains\n\n{{#listing tickets-counting}}\n\n{{#rejected tickets-lost}}\n",
    );
    let output = book.run_as(&["--epub", "--pdf"], &[("CHROME_PATH", &browser)]);
    assert_eq!(output.status.code(), Some(1));
    let complaint = format!(
        "error: {browser}: printed no PDF (ended with exit status: 3); name another browser in CHROME_PATH\n{words}\n"
    );
    assert_eq!(String::from_utf8_lossy(&output.stderr), complaint);
    let said = "The book is in book\nbook/a-small-book.epub\n";
    assert_eq!(String::from_utf8_lossy(&output.stdout), said);
    let built = book.folder.path().join("book");
    let page = fs::read_to_string(built.join("tickets.html")).expect("the page");
    assert!(page.contains("<h1 id=\"trains\">"), "{page}");
    assert!(
        page.contains("download>EPUB</a>") && !page.contains("download>PDF</a>"),
        "{page}"
    );
    assert!(built.join("a-small-book.epub").is_file());
    assert!(!built.join("a-small-book.pdf").exists());
}

#[cfg(unix)]
#[test]
fn a_pdf_that_was_printed_is_linked_beside_the_epub() {
    let book = SmallBook::in_our_theme();
    let script = "for option in \"$@\"; do case $option in --print-to-pdf=*) echo PDF > \"${option#*=}\";; esac; done\n";
    let browser = browser(&book, script);
    let (success, complaint) = book.build_as(&["--epub", "--pdf"], &[("CHROME_PATH", &browser)]);
    assert!(success, "{complaint}");
    let built = book.folder.path().join("book");
    let page = fs::read_to_string(built.join("tickets.html")).expect("the page");
    assert!(
        page.contains("download>EPUB</a> <a href=\"a-small-book.pdf\" download>PDF</a>"),
        "{page}"
    );
    assert_eq!(
        fs::read_to_string(built.join("a-small-book.pdf")).expect("the PDF"),
        "PDF\n"
    );
}

/// A page that prints itself when it is loaded ends a browser that was started to print it.
#[test]
fn the_whole_book_is_printed_at_the_readers_wish_alone() {
    let book = SmallBook::in_our_theme();
    let (success, complaint) = book.build();
    assert!(success, "{complaint}");
    let read = |name: &str| {
        fs::read_to_string(book.folder.path().join("book").join(name)).expect("the page")
    };
    let whole = read("print.html");
    assert!(
        whole.contains("id=\"print-button\">Print</button>"),
        "{whole}"
    );
    let scripts: Vec<&str> = whole
        .split("<script")
        .skip(1)
        .filter_map(|rest| rest.split("</script>").next())
        .collect();
    assert!(!scripts.is_empty());
    assert!(
        scripts.iter().all(|script| !script.contains("print(")),
        "{scripts:?}"
    );
    assert!(read("tickets.html").contains("<a class=\"print\" href=\"print.html\">Print</a>"));
    // The one call there is stands behind a click.
    let script = fs::read_to_string(root().join("theme/navigation.js")).expect("the script");
    let calls: Vec<&str> = script
        .lines()
        .filter(|line| line.contains("print()"))
        .collect();
    assert!(
        matches!(calls[..], [call] if call.contains("addEventListener(\"click\"")),
        "{calls:?}"
    );
}

#[test]
fn a_cover_or_style_that_the_theme_lacks_is_asked_for() {
    for name in ["theme/cover.png", "theme/epub.css"] {
        let book = SmallBook::in_our_theme();
        fs::remove_file(book.folder.path().join(name)).expect("removed");
        let (success, complaint) = book.build_as(&["--epub"], &[]);
        let expected = format!("error: {name}: is missing; put it there, or do without theme/\n");
        assert!(!success && complaint == expected, "{complaint}");
    }
    // Without a theme there is a plain book.
    let book = SmallBook::built();
    fs::remove_dir_all(book.folder.path().join("theme")).expect("removed");
    let (success, complaint) = book.build_as(&["--epub"], &[]);
    assert!(success, "{complaint}");
    let epub = File::open(book.folder.path().join("book/a-small-book.epub")).expect("the EPUB");
    let mut epub = ZipArchive::new(epub).expect("a zip");
    assert_eq!(text(&mut epub, "style.css"), "");
    assert!(epub.by_name("cover.png").is_err());
}
