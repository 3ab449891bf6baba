//! What must hold of every page as it is built, read with an HTML parser.

use crate::support::{files, root};
use mdbook_driver::config::Config;
use scraper::{ElementRef, Html, Selector};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;
use tempfile::TempDir;

/// The book, built once for all tests of this file.
static BOOK: LazyLock<Built> = LazyLock::new(Built::new);

/// Every address that a page has ever had.
const ADDRESSES: &str = include_str!("addresses.txt");

/// Where pages stood before, as `book.toml` says it, and the page that each leads on to.
static MOVED: LazyLock<BTreeMap<PathBuf, String>> = LazyLock::new(|| {
    let config = Config::from_disk(root().join("book.toml")).expect("book.toml can be read");
    let redirects = config.html_config().expect("a section on HTML").redirect;
    let moved = redirects.into_iter().map(|(from, to)| {
        let from = from.strip_prefix('/').expect("an address from the root");
        (PathBuf::from(from), to)
    });
    moved.collect()
});

/// The text of every page of the book, by its path.
pub fn pages() -> &'static BTreeMap<PathBuf, String> {
    &BOOK.pages
}

struct Built {
    folder: TempDir,
    /// The text of every page, by its path in the book, but for those that only lead on.
    pages: BTreeMap<PathBuf, String>,
    /// The anchors of every page.
    ids: BTreeMap<PathBuf, BTreeSet<String>>,
}

struct Page {
    text: &'static str,
    html: Html,
}

impl Built {
    fn new() -> Built {
        let folder = TempDir::new().expect("a temporary folder");
        let to = folder.path().join("book");
        let output = Command::new(env!("CARGO_BIN_EXE_book"))
            .arg("build")
            .arg(&to)
            .current_dir(root())
            .output()
            .expect("the binary starts");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let pages = files(&to)
            .into_iter()
            .filter(|path| {
                path.extension()
                    .is_some_and(|extension| extension == "html")
            })
            .map(|path| {
                let text = fs::read_to_string(&path).expect("a page is UTF-8");
                let name = path.strip_prefix(&to).expect("a page of the book");
                (name.to_owned(), text)
            })
            .filter(|(name, _)| !MOVED.contains_key(name))
            .collect::<BTreeMap<_, _>>();
        let ids = (pages.iter())
            .map(|(name, text)| (name.clone(), ids(text)))
            .collect();
        Built { folder, pages, ids }
    }

    fn path(&self, page: &Path) -> PathBuf {
        self.folder.path().join("book").join(page)
    }
}

fn ids(text: &str) -> BTreeSet<String> {
    let html = Html::parse_document(text);
    let with_id = Selector::parse("[id]").expect("a selector");
    html.select(&with_id)
        .filter_map(|element| Some(element.attr("id")?.to_owned()))
        .collect()
}

impl Page {
    fn read(text: &'static str) -> Page {
        let html = Html::parse_document(text);
        Page { text, html }
    }

    fn select(&self, selector: &str) -> Vec<ElementRef<'_>> {
        let selector = Selector::parse(selector).expect("a selector");
        self.html.select(&selector).collect()
    }
}

/// Fails with every complaint at once.
fn none(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// Every page but `print.html`, which repeats the others.
fn single_pages() -> impl Iterator<Item = (&'static PathBuf, &'static String)> {
    let single = |name: &PathBuf| name.as_path() != Path::new("print.html");
    BOOK.pages.iter().filter(move |(name, _)| single(name))
}

/// What each page complains of.
fn each_page(mut complain: impl FnMut(&Path, &Page) -> Vec<String>) -> Vec<String> {
    single_pages()
        .flat_map(|(name, page)| {
            let said = complain(name, &Page::read(page));
            said.into_iter()
                .map(|what| format!("{}: {what}", name.display()))
                .collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn every_page_of_the_summary_is_built() {
    let summary = fs::read_to_string(root().join("src/SUMMARY.md")).expect("the summary");
    let pages = summary.matches(".md)").count();
    assert!(pages >= 20, "{pages} pages");
    // index.html repeats the first page; 404 and print stand in no summary.
    assert_eq!(BOOK.pages.len(), pages + 3);
}

/// On paper they lead on as well.
#[test]
fn the_contents_of_the_page_of_all_pages_lead_to_its_own_titles() {
    let whole = Page::read(&BOOK.pages[Path::new("print.html")]);
    let links = whole.select("#sidebar .contents a");
    assert!(links.len() >= 20, "{} links", links.len());
    let title_of = |link: &ElementRef| {
        let id = link.attr("href")?.strip_prefix('#')?;
        let title = whole.select(&format!("h1[id=\"{id}\"]"));
        Some(title.first()?.text().collect::<String>())
    };
    let leads_astray = links.iter().filter(|link| title_of(link).is_none());
    none(leads_astray.map(ElementRef::html).collect());
}

#[test]
fn no_directive_is_left_over() {
    none(each_page(|_, page| {
        let left = page.text.contains("{{#") || !page.select("code[class*='admonish']").is_empty();
        left.then(|| "a directive was not expanded".to_owned())
            .into_iter()
            .collect()
    }));
}

#[test]
fn the_contents_lead_to_every_section_of_the_page_on_which_they_stand() {
    let mut led = 0;
    none(each_page(|_, page| {
        let sections = page.select("main h2[id]");
        let sections = sections.iter().filter_map(|heading| heading.attr("id"));
        let links = page.select("#sidebar [aria-current] + .sections > li > a");
        let links: Vec<_> = links.iter().filter_map(|link| link.attr("href")).collect();
        led += links.len();
        let missing = sections.filter(|id| !links.contains(&format!("#{id}").as_str()));
        missing
            .map(|id| format!("its contents do not lead to #{id}"))
            .collect()
    }));
    assert!(led > 100, "{led} links");
}

/// What the search looks through, as the pages fetch it.
fn index() -> serde_json::Value {
    let page = Page::read(&BOOK.pages[Path::new("index.html")]);
    let button = page.select("#search-button")[0];
    let engine = button.attr("data-engine").expect("an address");
    let index = fs::read_to_string(BOOK.path(&Path::new(engine).join("index.json")));
    serde_json::from_str(&index.expect("an index")).expect("JSON")
}

#[test]
fn every_section_that_search_can_find_is_there_and_no_page_has_none() {
    let index = index();
    let sections = index["sections"].as_array().expect("sections");
    let found = sections.iter().map(|section| &section["address"]);
    let codes = index["codes"].as_object().expect("codes").values();
    let addresses: BTreeSet<&str> = (found.chain(codes))
        .map(|address| address.as_str().expect("an address"))
        .collect();
    none(
        addresses
            .iter()
            .filter_map(|address| broken(Path::new("index.html"), address))
            .collect(),
    );
    none(
        (single_pages().map(|(name, _)| name.display().to_string()))
            .filter(|name| !["404.html", "index.html"].contains(&name.as_str()))
            .filter(|name| !addresses.iter().any(|address| address.starts_with(name)))
            .collect(),
    );
}

#[test]
fn every_internal_link_and_anchor_resolves() {
    none(each_page(|name, page| {
        // Those of the header and of the sidebar too.
        let links = page.select("a[href]");
        let hrefs = links.iter().filter_map(|link| link.attr("href"));
        hrefs.filter_map(|href| broken(name, href)).collect()
    }));
}

#[test]
fn every_address_that_a_page_ever_had_is_a_page_or_leads_to_one() {
    let addresses: BTreeSet<&Path> = (ADDRESSES.lines())
        .filter(|line| !line.starts_with('#'))
        .map(Path::new)
        .collect();
    let lost = addresses.iter().filter_map(|address| {
        if BOOK.pages.contains_key(*address) {
            return None;
        }
        let Some(to) = MOVED.get(*address) else {
            return Some(format!(
                "{}: book.toml does not say where it has gone",
                address.display()
            ));
        };
        let text = fs::read_to_string(BOOK.path(address)).unwrap_or_default();
        let leads_on = text.contains(&format!("URL={to}"));
        let said = || format!("{}: does not lead to {to}", address.display());
        broken(address, to).or_else(|| (!leads_on).then(said))
    });
    let unlisted = BOOK.pages.keys().filter_map(|page| {
        let known = ["index.html", "404.html", "print.html"].map(Path::new);
        let listed = addresses.contains(page.as_path()) || known.contains(&page.as_path());
        (!listed).then(|| format!("{}: add it to addresses.txt", page.display()))
    });
    none(lost.chain(unlisted).collect());
}

fn broken(name: &Path, href: &str) -> Option<String> {
    if href.starts_with("https://") {
        return None;
    }
    let (path, anchor) = href.split_once('#').unwrap_or((href, ""));
    let target = match path {
        "" => name.to_owned(),
        _ => joined(name.parent().unwrap_or(Path::new("")), path),
    };
    if !BOOK.path(&target).is_file() {
        return Some(format!("the link \"{href}\" leads nowhere"));
    }
    // An EPUB leads nobody on.
    if MOVED.contains_key(&target) {
        return Some(format!("the page of the link \"{href}\" has moved"));
    }
    let found = anchor.is_empty() || BOOK.ids.get(&target)?.contains(anchor);
    (!found).then(|| format!("the anchor of \"{href}\" does not exist"))
}

fn joined(folder: &Path, path: &str) -> PathBuf {
    let mut joined = PathBuf::new();
    for part in folder.join(path).components() {
        match part {
            Component::ParentDir => _ = joined.pop(),
            part => joined.push(part),
        }
    }
    joined
}

#[test]
fn every_image_has_a_text_alternative() {
    none(each_page(|_, page| {
        let said = |id: &str| {
            let named = page.select(&format!("[id='{id}']"));
            named
                .iter()
                .any(|element| element.text().any(|text| !text.trim().is_empty()))
        };
        let images = page.select("img, svg");
        let silent = images.iter().filter(|image| {
            let labels = image.attr("aria-labelledby").unwrap_or_default();
            let labelled = !labels.is_empty() && labels.split(' ').all(said);
            image.attr("alt").is_none() && image.attr("aria-label").is_none() && !labelled
        });
        silent
            .map(|image| format!("no text alternative: {}", image.html()))
            .collect()
    }));
}

#[test]
fn every_page_has_one_h1_and_headings_in_order() {
    none(each_page(|_, page| {
        let headings = page.select("main h1, main h2, main h3, main h4, main h5, main h6");
        let levels: Vec<u8> = headings
            .iter()
            .map(|heading| heading.value().name().as_bytes()[1] - b'0')
            .collect();
        let mut complaints = Vec::new();
        if levels.iter().filter(|level| **level == 1).count() != 1 || levels.first() != Some(&1) {
            complaints.push("must begin with its one h1".to_owned());
        }
        if levels.windows(2).any(|pair| pair[1] > pair[0] + 1) {
            complaints.push(format!("skips a heading level: {levels:?}"));
        }
        complaints
    }));
}

#[test]
fn every_page_names_its_language_title_and_description() {
    none(each_page(|_, page| {
        [
            "html[lang='en']",
            "head > title",
            "meta[name='description']",
            "meta[name='viewport']",
        ]
        .into_iter()
        .filter(|selector| page.select(selector).len() != 1)
        .map(|selector| format!("needs one {selector}"))
        .collect()
    }));
}

#[test]
fn every_page_is_described_in_its_own_words() {
    let mut seen = BTreeSet::new();
    let mut complaints = Vec::new();
    for (name, page) in &BOOK.pages {
        // The index is the first page once more.
        if name.as_path() == Path::new("index.html") {
            continue;
        }
        let page = Page::read(page);
        let described = page.select("meta[name='description']");
        let text = described[0].attr("content").unwrap_or_default();
        let repeats = page.select("meta[property='og:description']");
        let longest = if repeats.is_empty() { 300 } else { 155 };
        if !(40..=longest).contains(&text.chars().count()) {
            complaints.push(format!(
                "{}: describes itself as \"{text}\"",
                name.display()
            ));
        }
        if !seen.insert(text.to_owned()) {
            complaints.push(format!("{}: \"{text}\" stands twice", name.display()));
        }
        if text.contains("{{") || text.contains('`') {
            complaints.push(format!("{}: \"{text}\" is not plain", name.display()));
        }
    }
    none(complaints);
    assert!(seen.len() >= 26, "{seen:?}");
}

#[test]
fn every_file_is_named_by_a_page_or_a_script_or_asked_for_by_name() {
    // Asked for by servers, by crawlers and by the next build, by these names.
    const ASKED_FOR: [&str; 5] = [
        "index.html",
        "404.html",
        "robots.txt",
        ".nojekyll",
        ".built-files",
    ];
    let folder = BOOK.path(Path::new(""));
    let named: String = BOOK.pages.values().map(String::as_str).collect();
    let files = files(&folder);
    let scripts = files
        .iter()
        .filter(|path| path.extension().is_some_and(|kind| kind == "js"));
    let in_scripts: String = scripts
        .map(|path| fs::read_to_string(path).expect("a script is UTF-8"))
        .collect();
    // A page names the folder of what finds; what is in it is named there.
    let fetched = |name: &str| {
        let folder = name.rsplit_once('/');
        folder.is_some_and(|(folder, file)| named.contains(folder) && in_scripts.contains(file))
    };
    let strays = files.iter().filter_map(|path| {
        let name = path.strip_prefix(&folder).expect("a file of the book");
        let name = name.to_str().expect("UTF-8");
        let moved = MOVED.contains_key(Path::new(name));
        let known = ASKED_FOR.contains(&name) || moved || named.contains(name) || fetched(name);
        (!known).then(|| format!("{name}: no page names it"))
    });
    none(strays.collect());
    assert!(files.len() > BOOK.pages.len() + 8, "{files:?}");
}

#[test]
fn no_id_stands_twice_on_a_page() {
    none(each_page(|_, page| {
        let mut seen = BTreeSet::new();
        let ids = page.select("[id]");
        let twice = ids
            .iter()
            .filter_map(|element| element.attr("id"))
            .filter(|id| !seen.insert(*id));
        twice
            .map(|id| format!("the id \"{id}\" stands twice"))
            .collect()
    }));
}

#[test]
fn no_page_requests_anything_from_another_origin() {
    none(each_page(|_, page| {
        let loads = page.select("[src], link[href], object[data], source[srcset]");
        let addresses = loads.iter().flat_map(|element| {
            ["src", "href", "data", "srcset"]
                .into_iter()
                .filter_map(|name| element.attr(name))
        });
        let foreign =
            addresses.filter(|address| address.contains("//") || address.starts_with("data:"));
        foreign
            .map(|address| format!("requests {address}"))
            .collect()
    }));
    none(each_page(|name, page| {
        let links = page.select("link[rel='stylesheet']");
        let folder = name.parent().unwrap_or(Path::new(""));
        let styles = links
            .iter()
            .filter_map(|link| Some(joined(folder, link.attr("href")?)));
        styles
            .filter(|path| {
                let style = fs::read_to_string(BOOK.path(path)).expect("a stylesheet is UTF-8");
                style.contains("@import") || style.contains("url(")
            })
            .map(|path| format!("{} requests something", path.display()))
            .collect()
    }));
}

#[test]
fn the_error_code_beside_a_program_is_that_of_its_golden() {
    let mut checked = 0;
    none(each_page(|_, page| {
        page.select("figure.rejected")
            .into_iter()
            .filter_map(|figure| {
                let slug = figure.attr("id")?;
                let golden = root().join(format!("tests/compile-fail/{slug}.stderr"));
                let golden = fs::read_to_string(golden).expect("a golden");
                let code = golden
                    .strip_prefix("error[")
                    .and_then(|rest| rest.split(']').next());
                let link = Selector::parse("figcaption a, .outcome > p > a").expect("a selector");
                let shown = figure
                    .select(&link)
                    .next()
                    .map(|link| link.text().collect::<String>());
                (code != shown.as_deref())
                    .then(|| format!("{slug} shows {shown:?}, rustc says {code:?}"))
            })
            .collect()
    }));
    for page in BOOK.pages.values() {
        checked += Page::read(page).select("figure.rejected").len();
    }
    assert!(checked >= 16, "{checked} rejected programs");
}

#[test]
fn the_message_and_output_on_the_page_are_the_goldens_to_the_byte() {
    none(each_page(|_, page| {
        let figures = page.select("figure.listing");
        figures
            .into_iter()
            .flat_map(|figure| {
                let slug = figure.attr("id").unwrap_or_default().to_owned();
                let block = Selector::parse("details pre > code").expect("a selector");
                let shown: Vec<String> = figure
                    .select(&block)
                    .map(|code| code.text().collect())
                    .collect();
                let others = ["c", "cpp", "java", "py", "js"]
                    .map(|ending| format!("examples/other-languages/SLUG/main.{ending}.out"));
                let own = [
                    "examples/SLUG.stdout",
                    "examples/SLUG.panic",
                    "tests/compile-fail/SLUG.stderr",
                ];
                let goldens: Vec<String> = (own.map(str::to_owned).into_iter().chain(others))
                    .filter_map(|path| {
                        fs::read_to_string(root().join(path.replace("SLUG", &slug))).ok()
                    })
                    .filter(|golden| !golden.is_empty())
                    .collect();
                (shown != goldens).then(|| {
                    format!("{slug}: the page shows {shown:?}, the goldens are {goldens:?}")
                })
            })
            .collect()
    }));
}

#[test]
fn a_program_stands_in_its_figure_once_and_whole() {
    let line = Selector::parse(".program th[scope='row'] > code").expect("a selector");
    let mut checked = 0;
    none(each_page(|_, page| {
        let figures = page.select("figure.listing:has(.program)");
        checked += figures.len();
        let wrong = figures.into_iter().filter_map(|figure| {
            let slug = figure.attr("id").unwrap_or_default();
            let lines = figure.select(&line);
            let shown: String = lines
                .map(|line| line.text().collect::<String>() + "\n")
                .collect();
            let paths = ["examples", "tests/compile-fail"].map(|room| format!("{room}/{slug}.rs"));
            let mut files = paths
                .iter()
                .map(|path| fs::read_to_string(root().join(path)));
            let program = files.find_map(Result::ok);
            (program.as_ref() != Some(&shown)).then(|| format!("{slug} is shown as {shown}"))
        });
        wrong.collect()
    }));
    assert!(checked >= 100, "{checked} programs");
}

#[test]
fn an_instrument_marks_the_line_that_the_message_is_about_and_no_other() {
    let mut checked = 0;
    let row = Selector::parse(".program tr.refused").expect("a selector");
    for (_, page) in single_pages() {
        let page = Page::read(page);
        assert!(
            page.select("figure:not(.rejected) .program tr.refused")
                .is_empty()
        );
        for figure in page.select("figure.rejected.instrument") {
            let slug = figure.attr("id").unwrap_or_default();
            let golden = root().join(format!("tests/compile-fail/{slug}.stderr"));
            let golden = fs::read_to_string(golden).expect("a golden");
            let errors = golden.split("\nerror").map(|error| {
                let mut about = error.split(':').skip_while(|part| !part.ends_with(".rs"));
                about.nth(1).unwrap_or_default()
            });
            let about: BTreeSet<&str> = errors.collect();
            let marked: Vec<_> = figure.select(&row).collect();
            let lines = marked.iter().filter_map(|row| row.attr("data-line"));
            assert_eq!(lines.collect::<BTreeSet<_>>(), about, "{slug}");
            let said: String = marked[0].text().collect();
            assert!(said.contains("rustc refuses this line"), "{slug}: {said}");
            checked += 1;
        }
    }
    assert!(checked >= 10, "{checked} rejected programs with a timeline");
}

#[test]
fn every_label_of_a_message_stands_at_its_line() {
    let mut checked = 0;
    let label = Selector::parse(".program .label:not(.lack)").expect("a selector");
    for (_, page) in single_pages() {
        let page = Page::read(page);
        for figure in page.select("figure.rejected.instrument") {
            let slug = figure.attr("id").unwrap_or_default();
            let golden = root().join(format!("tests/compile-fail/{slug}.stderr"));
            let golden = fs::read_to_string(golden).expect("a golden");
            let labels: Vec<String> = (figure.select(&label))
                .map(|label| label.text().collect())
                .collect();
            assert!(!labels.is_empty(), "{slug} has no label");
            for said in labels {
                // A golden breaks no line, but may speak of a place as trybuild writes it.
                let words = said.replace('`', "");
                assert!(golden.replace('`', "").contains(&words), "{slug}: {said}");
                checked += 1;
            }
        }
    }
    assert!(checked >= 20, "{checked} labels");
}

#[test]
fn a_run_that_rustc_prevents_is_drawn_and_says_so() {
    let mut checked = 0;
    for (name, page) in single_pages() {
        let page = Page::read(page);
        let said = Selector::parse(".prevented").expect("a selector");
        let step = Selector::parse(".step").expect("a selector");
        for figure in page.select("figure.rejected.instrument") {
            let slug = figure.attr("id").unwrap_or_default();
            let twin = root().join(format!("tests/unchecked/{slug}.rs")).is_file();
            let drawn = figure.select(&step).next().is_some();
            let labelled = figure.select(&said).next().is_some();
            let whole = (drawn, labelled) == (twin && lens::CAN_TRACE, drawn);
            assert!(whole, "{}: {slug}", name.display());
            checked += usize::from(drawn);
        }
    }
    assert!(checked >= 5 || !lens::CAN_TRACE, "{checked} prevented runs");
}

#[test]
fn every_rejected_program_is_followed_by_what_it_would_have_done() {
    let mut checked = 0;
    none(each_page(|_, page| {
        let blocks: BTreeSet<String> = (page.select(".admonish-example pre > code").iter())
            .map(|block| block.text().collect())
            .collect();
        let rejected = page.select("figure.rejected");
        let slugs = rejected.iter().filter_map(|figure| figure.attr("id"));
        let missing = slugs.filter(|slug| {
            let beside = |ending| {
                let path = root().join(format!("tests/compile-fail/{slug}.{ending}"));
                fs::read_to_string(path).expect("a twin and its report")
            };
            !blocks.contains(&beside("cpp")) || !blocks.contains(&beside("report"))
        });
        missing
            .map(|slug| format!("{slug} lacks its twin or its report"))
            .collect()
    }));
    for page in BOOK.pages.values() {
        checked += Page::read(page).select(".admonish-example").len();
    }
    assert!(checked >= 16, "{checked} twins");
}

#[test]
fn what_a_twin_adds_to_its_program_is_said_above_it() {
    let mut adding = 0;
    none(each_page(|_, page| {
        let mut complaints = Vec::new();
        for twin in page.select(".admonish-example") {
            let text: String = twin.text().collect();
            let adds = text.contains("// added");
            adding += usize::from(adds);
            if adds != text.contains("What is marked added is not in the program above.") {
                let title = twin.attr("id").unwrap_or_default();
                complaints.push(format!(
                    "{title}: adds lines, or does not, and says otherwise"
                ));
            }
        }
        complaints
    }));
    assert!(adding >= 4, "{adding} twins that add a line");
}
