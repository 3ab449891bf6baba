//! Every Rust block of every page is compiled and run by skeptic, and nothing else is on a page.

include!(concat!(env!("OUT_DIR"), "/skeptic-tests.rs"));

mod every_block {
    use html5gum::{Token, Tokenizer};
    use listings::{Kind, Sources};
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::Command;

    #[test]
    fn on_the_built_pages_is_one_that_skeptic_ran_or_that_trybuild_holds() {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
        let (sources, problems) = Sources::read(root);
        assert_eq!(problems, []);
        let held: BTreeSet<String> = (sources.library.iter())
            .filter(|listing| listing.kind == Kind::Rejected)
            .map(|listing| without_last_line_end(&listing.source))
            .collect();
        let ran = programs_of_skeptic();

        let book = scratch("built-for-skeptic");
        let status = Command::new(env!("CARGO"))
            .args([
                "run",
                "--quiet",
                "--locked",
                "--package",
                "book",
                "--",
                "build",
            ])
            .arg(&book)
            .current_dir(root)
            .status()
            .expect("cargo starts");
        assert!(status.success(), "the book builds");

        let mut shown = 0;
        let mut unknown = Vec::new();
        for page in html_files(&book) {
            for block in rust_blocks(&fs::read_to_string(&page).expect("a page is UTF-8")) {
                shown += 1;
                if !ran.contains(&block) && !held.contains(&block) {
                    unknown.push(format!("{}:\n{block}", page.display()));
                }
            }
        }
        assert!(
            unknown.is_empty(),
            "no test compiles these:\n{}",
            unknown.join("\n")
        );
        assert!(
            shown >= sources.library.iter().count(),
            "{shown} blocks were found, and the book has more listings than that"
        );
    }

    /// The programs in skeptic's generated tests, read back from there.
    fn programs_of_skeptic() -> BTreeSet<String> {
        const OPEN: &str = "let s = &format!(r####\"\n{}\"####, r####\"";
        let generated = include_str!(concat!(env!("OUT_DIR"), "/skeptic-tests.rs"));
        let programs = generated.split(OPEN).skip(1);
        programs
            .map(|rest| without_last_line_end(rest.split("\"####").next().unwrap_or_default()))
            .collect()
    }

    /// The text of every `<code class="language-rust …">` of a page, and of every program that stands
    /// in a table of its lines: there the first `<code>` of a row's head is the line.
    fn rust_blocks(html: &str) -> Vec<String> {
        let mut blocks = Vec::new();
        let mut block: Option<String> = None;
        let mut lines: Option<Vec<String>> = None;
        let mut line_begins = false;
        for token in Tokenizer::new(html) {
            let Ok(token) = token;
            let attribute = |name: &[u8]| match &token {
                Token::StartTag(tag) => tag.attributes.get(name).map(|value| value.to_vec()),
                _ => None,
            };
            match &token {
                Token::StartTag(tag)
                    if &**tag.name == b"table"
                        && attribute(b"class").as_deref() == Some(b"program") =>
                {
                    lines = Some(Vec::new());
                }
                Token::StartTag(tag) if &**tag.name == b"th" => {
                    line_begins = attribute(b"scope").as_deref() == Some(b"row");
                }
                Token::StartTag(tag)
                    if &**tag.name == b"code" && lines.is_some() && line_begins =>
                {
                    line_begins = false;
                    block = Some(String::new());
                    continue;
                }
                Token::EndTag(tag) if &**tag.name == b"code" && lines.is_some() => {
                    if let Some(lines) = &mut lines {
                        lines.extend(block.take());
                    }
                    continue;
                }
                Token::EndTag(tag) if &**tag.name == b"table" => {
                    blocks.extend(lines.take().map(|lines| lines.join("\n")));
                }
                _ => {}
            }
            match token {
                Token::StartTag(tag) if &**tag.name == b"code" => {
                    let class = tag.attributes.get(&b"class"[..]);
                    let class = class.map_or("".into(), |class| String::from_utf8_lossy(class));
                    if class.split(' ').any(|word| word == "language-rust") {
                        block = Some(String::new());
                    }
                }
                Token::String(text) => {
                    if let Some(block) = &mut block {
                        block.push_str(&String::from_utf8_lossy(&text));
                    }
                }
                Token::EndTag(tag) if &**tag.name == b"code" => {
                    blocks.extend(block.take().map(|block| without_last_line_end(&block)));
                }
                _ => {}
            }
        }
        blocks
    }

    /// mdBook leaves out the line end before the closing fence.
    fn without_last_line_end(program: &str) -> String {
        program.strip_suffix('\n').unwrap_or(program).to_owned()
    }

    fn html_files(folder: &Path) -> Vec<PathBuf> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).expect("the book was built").flatten() {
            let path = entry.path();
            if path.is_dir() {
                found.extend(html_files(&path));
            } else if path
                .extension()
                .is_some_and(|extension| extension == "html")
            {
                found.push(path);
            }
        }
        found
    }

    /// A folder below `target/` for this test alone.
    fn scratch(name: &str) -> PathBuf {
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
    }
}
