//! Whatever a program, a compiler, a report or a measurement says is text on the page: read back
//! with an HTML parser, it is what was said to the byte, and nothing of it has become markup.

use crate::support::SmallBook;
use scraper::{Html, Selector};
use serde_json::json;
use std::fs;
use std::process::Command;

/// Ends every block and every element that it could stand in, if they let it.
const HOSTILE: &str = "\
```
</code></pre></details></figure></svg>\"'><b id=escaped>bold</b>

````
~~~~~
# A heading

    indented & &amp; &#10; \"quoted\"
{{#listing tickets-counting}}
{{#measured cores}}
<!-- <script>alert(1)</script>
<a class=\"admonition-anchor-link\" href=\"x\"></a>
[link](x) *stressed* `code` $x$ ---


";

struct Built(Html);

impl Built {
    /// The page of a book that builds.
    fn page(book: &SmallBook) -> Built {
        let (success, complaint) = book.build();
        assert!(success, "{complaint}");
        let page = fs::read_to_string(book.folder.path().join("book/tickets.html"));
        Built(Html::parse_document(&page.expect("the page")))
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        let selector = Selector::parse(selector).expect("a selector");
        let found = self.0.select(&selector);
        found.map(|element| element.text().collect()).collect()
    }

    fn attributes(&self, selector: &str, name: &str) -> Vec<&str> {
        let selector = Selector::parse(selector).expect("a selector");
        let found = self.0.select(&selector);
        found.filter_map(|element| element.attr(name)).collect()
    }

    /// Nothing that `HOSTILE` writes is an element.
    fn has_no_escaped_element(&self) {
        let escaped =
            "main b, main script, main em, main a[href='x'], main h1:nth-of-type(2), #escaped";
        assert_eq!(self.texts(escaped), [""; 0]);
        let attributes = Selector::parse("main *").expect("a selector");
        for element in self.0.select(&attributes) {
            for (name, _) in element.value().attrs() {
                let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
                assert!(name.chars().all(plain), "{}", element.html());
            }
        }
    }
}

/// Writes the golden that `lens` says of a listing.
fn write_golden(book: &SmallBook, slug: &str, ending: &str, options: &[&str]) {
    let output = Command::new(env!("CARGO_BIN_EXE_book"))
        .args(["lens", &format!("examples/{slug}.rs")])
        .args(options)
        .current_dir(book.folder.path())
        .output()
        .expect("the binary starts");
    assert!(output.status.success(), "{output:?}");
    book.write(&format!("examples/{slug}.{ending}"), output.stdout);
}

#[test]
fn what_a_program_prints_is_text() {
    let book = SmallBook::built();
    book.write("examples/tickets-counting.stdout", HOSTILE)
        .write("examples/tickets-counting.panic", HOSTILE)
        .write("src/tickets.md", "# Tickets\n\n{{#listing tickets-counting panics}}\n\n{{#rejected tickets-lost}}\n\nAfter.\n");
    let page = Built::page(&book);
    assert_eq!(
        page.texts("figure.listing > details.output > pre > code"),
        [HOSTILE]
    );
    let messages = "figure.listing:not(.rejected) > details.message > pre > code";
    assert_eq!(page.texts(messages), [HOSTILE]);
    assert_eq!(page.texts("main > p"), ["After."]);
    page.has_no_escaped_element();
}

#[test]
fn an_output_without_a_last_line_end_or_with_many_stays_as_it_is() {
    let book = SmallBook::built();
    for said in ["3", "\n3\n\n\n", " \t3 \n"] {
        book.write("examples/tickets-counting.stdout", said);
        assert_eq!(Built::page(&book).texts("details.output code"), [said]);
    }
}

#[test]
fn what_rustc_says_is_text_and_its_code_too() {
    let book = SmallBook::built();
    let message = format!("error[E1\"><b id=escaped>]: {HOSTILE}");
    book.write("tests/compile-fail/tickets-lost.stderr", &message);
    let page = Built::page(&book);
    assert_eq!(
        page.texts("figure.rejected > details.message > pre > code"),
        [message]
    );
    assert_eq!(page.texts("figcaption a"), ["E1\"><b id=escaped>"]);
    page.has_no_escaped_element();
}

#[test]
fn a_program_is_text() {
    let program = format!(
        "fn main() {{\n    /*\n{HOSTILE}*/\n    let name = \"</text><b id=escaped>\";\n    println!(\"{{name}}\");\n}}\n"
    );
    let book = SmallBook::built();
    book.write("examples/tickets-counting.rs", &program);
    book.write(
        "src/tickets.md",
        "# Tickets\n\n{{#listing tickets-counting timeline memory}}\n\n{{#rejected tickets-lost}}\n\nAfter.\n",
    );
    write_golden(&book, "tickets-counting", "timeline", &[]);
    write_golden(&book, "tickets-counting", "memory", &["--memory"]);
    let page = Built::page(&book);
    let figure = "figure.listing:not(.rejected) .program";
    let lines = page.texts(&format!("{figure} th[scope='row'] > code"));
    assert_eq!(lines.join("\n") + "\n", program);
    let numbers = page.attributes(&format!("{figure} .number"), "data-n");
    assert_eq!(numbers.len(), lines.len());
    // The picture cuts off what is long.
    let values = page.texts("svg text.value");
    assert!(
        values.contains(&"\"</text><b id=escap…".to_owned()),
        "{values:?}"
    );
    let spoken = page.texts("svg > desc").concat();
    assert!(spoken.contains("</text><b id=escaped>"), "{spoken}");
    assert_eq!(page.texts("main > p"), ["After."]);
    page.has_no_escaped_element();
}

#[test]
fn a_twin_and_its_report_are_text() {
    let twin = format!("// unsafe: `words` <b id=escaped>\n/*\n{HOSTILE}*/\n");
    let book = SmallBook::built();
    book.write("tests/compile-fail/tickets-lost.cpp", &twin)
        .write("tests/compile-fail/tickets-lost.report", HOSTILE)
        .write(
            "tests/compile-fail/tickets-lost.c",
            "// sound but rejected: it is `a<b>` & <b id=escaped>\n",
        )
        .write(
            "src/tickets.md",
            "# Tickets\n\n{{#listing tickets-counting}}\n\n{{#rejected tickets-lost}}\n\nAfter.\n",
        );
    let page = Built::page(&book);
    let blocks = page.texts(".admonish-example pre > code");
    // Both twins have one report.
    assert_eq!(blocks[1..], [HOSTILE, &twin, HOSTILE]);
    let said = page.texts(".admonish-example p");
    assert!(
        said.contains(
            &"It runs, and no sanitizer complains. It is a<b> & <b id=escaped>. It prints:"
                .to_owned()
        ),
        "{said:?}"
    );
    assert_eq!(page.texts(".admonish-example p code"), ["a<b>"]);
    assert_eq!(page.texts("main > p"), ["After."]);
    page.has_no_escaped_element();
}

#[test]
fn programs_and_outputs_in_other_languages_are_text() {
    let program = format!("/*\n{HOSTILE}*/\n");
    let book = SmallBook::built();
    for ending in ["c", "py"] {
        let path = format!("examples/other-languages/tickets-counting/main.{ending}");
        book.write(&path, &program)
            .write(&format!("{path}.out"), HOSTILE);
    }
    book.write(
        "src/tickets.md",
        "# Tickets\n\n{{#in-other-languages tickets-counting}}\n\n{{#rejected tickets-lost}}\n\nAfter.\n",
    );
    let page = Built::page(&book);
    assert_eq!(
        page.texts(".panel > pre > code")[1..],
        [program.clone(), program]
    );
    assert_eq!(
        page.texts(".panel details pre > code")[1..],
        [HOSTILE, HOSTILE]
    );
    assert_eq!(page.texts("main > p"), ["After."]);
    page.has_no_escaped_element();
}

#[test]
fn what_a_machine_calls_itself_is_text() {
    let name = "1. <b id=escaped>A</b> *B* `C` [D](x) -- \"E\" {{#measured cores}} &amp; | \\ _F_";
    let sample = |variant: &str| json!({ "workload": "trees", "variant": variant, "round": 1, "nanoseconds": 2.0, "peak_kib": 1.0, "values": {} });
    let measured = json!({
        "machine": { "processor": name, "cores": 2 },
        "versions": { "rust": name },
        "missing": [name],
        "programs": [
            { "workload": "trees", "variant": "c", "size": "1" },
            { "workload": "trees", "variant": "rust-<b id=escaped>", "size": "1" },
        ],
        "samples": [sample("c"), sample("rust-<b id=escaped>")],
    });
    let book = SmallBook::built();
    book.write("benches/languages.json", measured.to_string()).write(
        "src/tickets.md",
        "# Tickets\n\n{{#measured processor}}\n\nWith {{#measured version rust}} and\n{{#measured missing}}.\n\n\
         ```admonish tip\n{{#measured processor}}\n```\n\n{{#chart time}}\n\n{{#listing tickets-counting}}\n\n{{#rejected tickets-lost}}\n",
    );
    let page = Built::page(&book);
    let said = page.texts("main > p");
    let missing = format!("With {name} and\nMissing on that machine: {name}.");
    assert_eq!(said, [name, &missing]);
    assert!(page.texts(".admonish-tip p").contains(&name.to_owned()));
    assert_eq!(
        page.texts("#chart-time text.name"),
        ["C", "Rust, <b id=escaped>"]
    );
    assert_eq!(
        page.texts("#chart-time td:nth-of-type(2)"),
        ["C", "Rust, <b id=escaped>"]
    );
    let spoken = page.texts("#chart-time desc").concat();
    assert!(spoken.contains("Rust, <b id=escaped> 1.00 ×"), "{spoken}");
    let described = page.attributes("meta[name=description]", "content");
    assert!(described[0].starts_with(name), "{described:?}");
    page.has_no_escaped_element();
}

#[test]
fn code_that_stands_on_the_page_is_text_in_boxes_and_lists_too() {
    let code = "</code></pre><b id=escaped>\n\n```\n{ {#listing tickets-counting}}\n";
    let indented = code.replace('\n', "\n  ").replace("\n  \n", "\n\n");
    let book = SmallBook::built();
    book.write(
        "src/tickets.md",
        format!(
            "# Tickets\n\n~~~text\n{code}~~~\n\n- One:\n\n  ~~~c\n  {}~~~\n\n`````admonish tip\n~~~java\n{code}~~~\n`````\n\n{{{{#listing tickets-counting}}}}\n\n{{{{#rejected tickets-lost}}}}\n",
            indented
        ),
    );
    let page = Built::page(&book);
    assert_eq!(page.texts("main > pre > code.language-text"), [code]);
    assert_eq!(page.texts("main > ul pre > code.language-c"), [code]);
    assert_eq!(page.texts(".admonish-tip pre > code.language-java"), [code]);
    page.has_no_escaped_element();
}
