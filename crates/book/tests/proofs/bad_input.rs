//! Each mistake an author can make stops the build with its place and cure,
//! all of them are said in one run, and the last good build stays.

use crate::support::SmallBook;
use scraper::{Html, Selector};
use std::fs;

impl SmallBook {
    fn remove(&self, path: &str) -> &SmallBook {
        fs::remove_file(self.folder.path().join(path)).expect("the file is removed");
        self
    }

    /// Its listing in C and in Python.
    fn in_other_languages(&self) {
        for ending in ["c", "py"] {
            let program = format!("examples/other-languages/tickets-counting/main.{ending}");
            self.write(&program, "tickets\n");
            self.write(&format!("{program}.out"), "3 tickets\n");
        }
    }

    fn page(&self, text: &str) -> &SmallBook {
        let listings =
            "# Tickets\n\n{{#listing tickets-counting}}\n\n{{#rejected tickets-lost}}\n\n";
        self.write("src/tickets.md", format!("{listings}{text}\n"))
    }
}

#[test]
fn an_unknown_slug_is_answered_with_the_nearest_name() {
    SmallBook::built().page("{{#listing tickets-countign}}").complains(&[
        "src/tickets.md:7: no listing is named \"tickets-countign\"; did you mean \"tickets-counting\"?",
    ]);
}

#[test]
fn an_unknown_option_of_a_directive() {
    SmallBook::built()
        .page("{{#listing tickets-counting loudly}}")
        .complains(&[
            "src/tickets.md:7: unknown option \"loudly\" of `listing`; use `timeline`, `memory`, `memory=3,5`, `panics`, `predict`, or none",
        ]);
}

#[test]
fn a_language_that_is_not_there_cannot_be_the_first() {
    let book = SmallBook::built();
    book.in_other_languages();
    book.page("{{#in-other-languages tickets-counting first=go}}")
        .complains(&[
            "src/tickets.md:7: \"tickets-counting\" is not there in \"go\"; use one of rs, c, py",
        ]);
    book.page("{{#in-other-languages tickets-counting timeline}}").complains(&[
        "src/tickets.md:7: unknown option \"timeline\" of `in-other-languages`; use `first=c`, or none",
    ]);
}

#[test]
fn the_language_that_a_page_names_is_shown_first_and_the_buttons_stand_at_the_rust_program() {
    let book = SmallBook::built();
    book.in_other_languages();
    let tabs = |directive: &str| {
        let page = format!("# Tickets\n\n{directive}\n\n{{{{#rejected tickets-lost}}}}\n");
        book.write("src/tickets.md", page);
        let (success, complaint) = book.build();
        assert!(success, "{complaint}");
        let page = fs::read_to_string(book.folder.path().join("book/tickets.html"));
        let html = Html::parse_document(&page.expect("the page"));
        let texts = |selector: &str| -> Vec<String> {
            let selector = Selector::parse(selector).expect("a selector");
            html.select(&selector)
                .map(|element| element.text().collect())
                .collect()
        };
        // The others run where the book is served by who answers, and nobody edits them.
        assert_eq!(texts("figure.languages .needs-server > .run").len(), 2);
        assert_eq!(texts("figure.languages .edit").len(), 1);
        assert_eq!(
            texts(".panel:first-of-type .command:has(.edit) code"),
            ["cargo run --example tickets-counting"]
        );
        texts(".tabs input[checked] + label").join(" and ")
    };
    assert_eq!(tabs("{{#in-other-languages tickets-counting}}"), "Rust");
    assert_eq!(
        tabs("{{#in-other-languages tickets-counting first=py}}"),
        "Python"
    );
    assert_eq!(
        tabs("{{#in-other-languages tickets-counting first=rs}}"),
        "Rust"
    );
}

#[test]
fn memory_pictures_that_cannot_be_drawn() {
    let book = SmallBook::built();
    book.page("{{#listing tickets-counting memory=two}}").complains(&[
        "src/tickets.md:7: \"memory=two\" names no lines; write the lines of the listing, as in `memory=3,5`",
    ]);
    book.page("{{#rejected tickets-lost memory}}").complains(&[
        "src/tickets.md:7: unknown option \"memory\" of `rejected`; use `timeline`, `predict`, or none",
    ]);
    book.page("{{#listing tickets-counting memory}}").complains(&[
        "examples/tickets-counting.rs:1: has no examples/tickets-counting.memory beside it; run `cargo run -- bless` and read the diff",
    ]);
    book.write("examples/tickets-counting.memory", "yesterday's\n");
    book.page("{{#listing tickets-counting memory=9}}").complains(&[
        "examples/tickets-counting.memory:1: does not say what the program's memory holds now; run `cargo run -- bless` and read the diff",
        "src/tickets.md:7: \"tickets-counting\" has no step before line 9; name one of 2, 3",
    ]);
}

#[test]
fn a_directive_inside_a_code_block() {
    SmallBook::built().page("```text\n{{#listing tickets-counting}}\n```").complains(&[
        "src/tickets.md:8: a directive inside a code block is not expanded; move it out of the block",
    ]);
}

#[test]
fn an_unknown_admonish_kind() {
    SmallBook::built().page("```admonish shout\nTickets.\n```").complains(&[
        "src/tickets.md:7: unknown admonish kind \"shout\"; use one of tip, warning, note, question, example, info",
    ]);
}

#[test]
fn a_listing_that_is_not_utf_8() {
    SmallBook::built()
        .write("examples/tickets-counting.rs", b"fn main() {\n    // \xff\n}\n")
        .complains(&[
            "examples/tickets-counting.rs:2: this line is not UTF-8; save the file as UTF-8",
            "src/tickets.md:3: no listing is named \"tickets-counting\"; create examples/tickets-counting.rs",
        ]);
}

#[test]
fn an_empty_listing() {
    SmallBook::built().write("examples/tickets-none.rs", "\n").complains(&[
        "examples/tickets-none.rs:1: the listing is empty; write the program or delete the file",
    ]);
}

#[test]
fn a_rejected_program_that_compiles() {
    SmallBook::built().write("tests/compile-fail/tickets-lost.rs", "fn main() {}\n").complains(&[
        "tests/compile-fail/tickets-lost.rs:1: the rejected program compiles; give it back its fault, or move it to examples/",
    ]);
}

#[test]
fn a_listing_that_does_not_compile() {
    SmallBook::built()
        .write("examples/tickets-counting.rs", "fn main() {\n    let tickets: u8 = \"\";\n}\n")
        .complains(&[
            "examples/tickets-counting.rs:2: the listing does not compile (error[E0308]: mismatched types); mend it; `cargo build --example tickets-counting` shows the whole message",
        ]);
}

#[test]
fn a_page_missing_from_the_summary() {
    SmallBook::built().write("src/trains.md", "# Trains\n").complains(&[
        "src/trains.md:1: the page is missing from src/SUMMARY.md; add a line for it there or delete it",
    ]);
}

#[test]
fn a_page_of_the_summary_that_does_not_exist() {
    SmallBook::built()
        .write("src/SUMMARY.md", "# Summary\n\n- [Tickets](tickets.md)\n- [Trains](trains.md)\n")
        .complains(&["src/SUMMARY.md:4: the page src/trains.md does not exist; create it or take the line out"]);
}

#[test]
fn two_listings_with_one_slug() {
    SmallBook::built()
        .write("tests/compile-fail/tickets-counting.rs", "fn main() {\n    3\n}\n")
        .complains(&[
            "tests/compile-fail/tickets-counting.rs:1: the slug \"tickets-counting\" is taken by examples/tickets-counting.rs; rename one of the two files",
        ]);
}

#[test]
fn a_golden_with_windows_line_ends() {
    SmallBook::built().write("examples/tickets-counting.stdout", "3 tickets\r\n").complains(&[
        "examples/tickets-counting.stdout:1: Windows line end (CR LF); save the file with Unix line ends (LF)",
    ]);
}

#[test]
fn contents_that_cannot_be_read_are_not_missing() {
    let book = SmallBook::built();
    book.write("theme/header.hbs", b"<ol>\xff</ol>\n");
    let (success, complaint) = book.build();
    let expected =
        "error: theme/header.hbs: cannot be read; let a file of UTF-8 text stand there: ";
    assert!(!success && complaint.starts_with(expected), "{complaint}");
}

#[test]
fn pages_in_another_folder() {
    let book = SmallBook::built();
    let elsewhere = [("MDBOOK_BOOK__SRC", "\"pages\"")];
    let (success, complaint) = book.build_as(&[], &elsewhere);
    let expected = "error: book.toml: `src` is \"pages\", and this book's pages are in src/; take the line out\n";
    assert!(!success && complaint == expected, "{complaint}");
}

#[test]
fn a_missing_golden() {
    SmallBook::built().remove("examples/tickets-counting.stdout").complains(&[
        "examples/tickets-counting.rs:1: has no examples/tickets-counting.stdout beside it; run `cargo run -- bless` and read the diff",
    ]);
}

#[test]
fn blocks_that_no_test_would_see() {
    SmallBook::built()
        .page("```rust,ignore\nfn main() {}\n```\n\n```\nplain\n```\n\n    indented\n\n````admonish tip\n```rust\nfn main() {}\n```\n````")
        .complains(&[
            "src/tickets.md:7: the fence \"rust,ignore\" is not allowed; use rust; rust,no_run; rust,should_panic, or show a file with {{#rejected SLUG}}",
            "src/tickets.md:11: a code block without a language; write ```text or ```rust",
            "src/tickets.md:15: an indented code block, which rustdoc would take for Rust; fence it and name its language",
            "src/tickets.md:18: Rust code inside an admonish box, where no test sees it; put the program before the box",
        ]);
}

#[test]
fn a_directive_of_the_wrong_kind_or_in_the_wrong_place() {
    SmallBook::built()
        .page("{{#listing tickets-lost}}\n\nSee {{#listing tickets-counting}}\n\n{{#include tickets.txt}}")
        .complains(&[
            "src/tickets.md:7: \"tickets-lost\" is tests/compile-fail/tickets-lost.rs; show it with `rejected`",
            "src/tickets.md:9: a directive shares its line with something else; let `{{#listing SLUG}}` stand alone, at the start of a line",
            "src/tickets.md:11: unknown directive \"include\"; use `listing` for a program that runs, `rejected` for one that does not compile",
        ]);
}

#[test]
fn a_file_whose_name_is_no_slug() {
    let book = SmallBook::built();
    let names = [
        "-a", "Tickets", "a b", "a\"b", "a&b", "a'b", "a<b>", "a_b", "a`b", "{{a}}", "ä",
    ];
    let problems = ["examples", "tests/compile-fail"].map(|folder| {
        names.map(|name| {
            let path = format!("{folder}/{name}.rs");
            book.write(&path, "fn main() {}\n");
            format!(
                "{path}:1: the file's name is no slug; rename it: lower-case letters a to z, digits, and hyphens between them"
            )
        })
    });
    let problems: Vec<&str> = problems.as_flattened().iter().map(String::as_str).collect();
    book.complains(&problems);
}

#[cfg(unix)]
#[test]
fn a_file_whose_name_is_not_utf_8_hides_no_other() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let book = SmallBook::built();
    for (folder, ending) in [("examples", "rs"), ("src", "md")] {
        let name = [b"a\xff.", ending.as_bytes()].concat();
        let path = book
            .folder
            .path()
            .join(folder)
            .join(OsStr::from_bytes(&name));
        fs::write(path, "").expect("the file is written");
    }
    book.complains(&[
        "examples/a\u{fffd}.rs:1: the file's name is not UTF-8; rename it",
        "src/a\u{fffd}.md:1: the file's name is not UTF-8; rename it",
    ]);
}

#[test]
fn a_folder_that_cannot_be_read_is_not_an_empty_one() {
    // Whoever runs as root may read every folder, so a file stands for one that cannot be read.
    let book = SmallBook::built();
    let folder = book.folder.path().join("tests/compile-fail");
    fs::remove_dir_all(&folder).expect("the folder is removed");
    fs::write(&folder, "").expect("the file is written");
    book.complains(&[
        "src/tickets.md:5: no listing is named \"tickets-lost\"; create tests/compile-fail/tickets-lost.rs",
        "tests/compile-fail:1: the folder cannot be read (Not a directory (os error 20)); make it a folder that can be read",
    ]);
}

#[test]
fn a_folder_in_the_place_of_a_file() {
    let complain = |path: &str| {
        let book = SmallBook::built();
        fs::create_dir_all(book.folder.path().join(path)).expect("the folder is made");
        let problem = format!(
            "{path}:1: cannot be read (Is a directory (os error 21)); let a file stand there that can be read"
        );
        book.complains(&[&problem]);
    };
    complain("examples/tickets-found.rs");
    complain("examples/other-languages/tickets-counting/main.c");
    complain("tests/compile-fail/tickets-lost.cpp");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere() {
    use std::os::unix::fs::symlink;

    let complain = |path: &str| {
        let book = SmallBook::built();
        let link = book.folder.path().join(path);
        fs::create_dir_all(link.parent().expect("a folder")).expect("the folder is made");
        symlink("nowhere", link).expect("the link is made");
        let problem = format!(
            "{path}:1: cannot be read (No such file or directory (os error 2)); let a file stand there that can be read"
        );
        book.complains(&[&problem]);
    };
    complain("examples/tickets-found.rs");
    complain("examples/other-languages/tickets-counting/main.c");
}

#[test]
fn what_no_page_can_show() {
    SmallBook::built().write("examples/tickets-counting.stdout", "1\n\u{1b}[31m2\n").complains(&[
        "examples/tickets-counting.stdout:2: a control character (U+001B), which no page can show; take it out, or let the program print text alone",
    ]);
    SmallBook::built().write("examples/tickets-counting.stdout", "\0\n").complains(&[
        "examples/tickets-counting.stdout:1: a control character (U+0000), which no page can show; take it out, or let the program print text alone",
    ]);
}

#[test]
fn a_directive_where_nothing_expands_it() {
    SmallBook::built()
        .page("As `{{#measured cores}}`\n\n{{#measured\ncores}}\n\n```admonish tip title=\"{{#measured cores}}\"\n{{#listing tickets-counting}}\n```\n\nSee {{#chart time}}")
        .complains(&[
            "src/tickets.md:7: a directive inside a code block is not expanded; move it out of the block",
            "src/tickets.md:9: a directive does not end on its line; close it with `}}`, and write no other brace in it",
            "src/tickets.md:12: a directive in the title of a box is not expanded; move it into the box",
            "src/tickets.md:13: a listing inside an admonish box, where no test sees it; put it before the box",
            "src/tickets.md:16: a directive shares its line with something else; let `{{#listing SLUG}}` stand alone, at the start of a line",
        ]);
}

#[test]
fn a_box_inside_a_box() {
    SmallBook::built()
        .page("````admonish tip\nTickets.\n\n```admonish note\nMore.\n```\n````")
        .complains(&["src/tickets.md:10: a box inside a box; end the first before the second"]);
}

#[test]
fn every_mistake_is_said_in_one_run() {
    SmallBook::built()
        .page("{{#listing trains}}")
        .write("examples/tickets-none.rs", "")
        .write("src/trains.md", "# Trains\n")
        .write("tests/compile-fail/tickets-lost.rs", "fn main() {}\n")
        .complains(&[
            "examples/tickets-none.rs:1: the listing is empty; write the program or delete the file",
            "src/tickets.md:7: no listing is named \"trains\"; create examples/trains.rs",
            "src/trains.md:1: the page is missing from src/SUMMARY.md; add a line for it there or delete it",
            "tests/compile-fail/tickets-lost.rs:1: the rejected program compiles; give it back its fault, or move it to examples/",
        ]);
}
