//! What a build says of the book to those who link to it, and only where it knows.

use crate::support::SmallBook;
use scraper::{Html, Selector};
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::process::Command;
use zip::ZipArchive;

const ADDRESS: (&str, &str) = (
    "MDBOOK_OUTPUT__HTML__SITE_URL",
    "https://books.example/tickets",
);

/// A small book with two pages, in this book's own theme.
fn book() -> SmallBook {
    let book = SmallBook::in_our_theme();
    book.write(
        "src/SUMMARY.md",
        "[Tickets](tickets.md)\n\n- [Lost & found](lost/found.md)\n",
    );
    book.write(
        "src/lost/found.md",
        "# Lost\n\nWho says \"it is `<lost>`\" & gone, and who gives it back?\n",
    );
    book
}

fn read(book: &SmallBook, path: &str) -> Option<String> {
    fs::read_to_string(book.folder.path().join("book").join(path)).ok()
}

/// The one value of an attribute, or none.
fn value(html: &str, selector: &str, attribute: &str) -> Option<String> {
    let html = Html::parse_document(html);
    let selector = Selector::parse(selector).expect("a selector");
    let mut found = html.select(&selector);
    let value = found.next()?.attr(attribute).map(str::to_owned);
    assert!(found.next().is_none(), "{selector:?} stands twice");
    value
}

#[test]
fn with_an_address_each_page_has_its_own_and_a_card() {
    let book = book();
    let (success, complaint) = book.build_as(&[], &[ADDRESS]);
    assert!(success, "{complaint}");
    let page = read(&book, "lost/found.html").expect("the page");
    let meta = |name: &str| value(&page, &format!("meta[property='{name}']"), "content");
    let described = "Who says \"it is <lost>\" & gone, and who gives it back?";
    assert_eq!(
        value(&page, "meta[name='description']", "content").as_deref(),
        Some(described)
    );
    assert_eq!(meta("og:description").as_deref(), Some(described));
    assert_eq!(meta("og:title").as_deref(), Some("Lost & found"));
    let own = "https://books.example/tickets/lost/found.html";
    assert_eq!(
        value(&page, "link[rel='canonical']", "href").as_deref(),
        Some(own)
    );
    assert_eq!(meta("og:url").as_deref(), Some(own));
    assert_eq!(
        meta("og:image").as_deref(),
        Some("https://books.example/tickets/card.png")
    );
    assert!(book.folder.path().join("book/card.png").is_file());

    // The first page and the index are one page, known by the address of the book.
    for path in ["index.html", "tickets.html"] {
        let page = read(&book, path).expect("the page");
        let canonical = value(&page, "link[rel='canonical']", "href");
        assert_eq!(
            canonical.as_deref(),
            Some("https://books.example/tickets/"),
            "{path}"
        );
    }
    let sitemap = read(&book, "sitemap.xml").expect("a sitemap");
    assert_eq!(
        sitemap
            .matches("<loc>https://books.example/tickets/")
            .count(),
        2,
        "{sitemap}"
    );
    let robots = read(&book, "robots.txt").expect("robots.txt");
    assert!(
        robots.ends_with("Sitemap: https://books.example/tickets/sitemap.xml\n"),
        "{robots}"
    );
}

#[test]
fn a_card_that_the_theme_lacks_is_asked_for_and_one_without_a_theme_is_not_named() {
    let book = book();
    let theme = book.folder.path().join("theme");
    fs::remove_file(theme.join("card.png")).expect("removed");
    let (success, complaint) = book.build_as(&[], &[ADDRESS]);
    let expected = "error: theme/card.png: is missing; put it there, or do without theme/\n";
    assert!(!success && complaint == expected, "{complaint}");

    fs::remove_dir_all(theme).expect("removed");
    let (success, complaint) = book.build_as(&[], &[ADDRESS]);
    assert!(success, "{complaint}");
    let page = read(&book, "lost/found.html").expect("the page");
    assert!(
        !page.contains("og:image") && !page.contains("card.png"),
        "{page}"
    );
    assert!(value(&page, "meta[property='og:url']", "content").is_some());
}

/// What HTML, XML, Handlebars and addresses each take for their own.
#[cfg(unix)]
const HOSTILE: &str = "Box<T> & \"co\" {{title}} 100% #1";

/// Windows allows no such name of a file.
#[cfg(unix)]
#[test]
fn a_hostile_name_of_a_chapter_and_of_its_file_stays_what_it_is() {
    let book = book();
    book.write("src/SUMMARY.md", "");
    let file = format!("lost/{HOSTILE}.md");
    book.write(&format!("src/{file}"), "# Lost\n\nA page.\n");
    let escaped = |text: &str| {
        text.replace('<', "\\<")
            .replace('>', "\\>")
            .replace('#', "\\#")
    };
    let link = format!("- [{}](<{}>)", escaped(HOSTILE), escaped(&file));
    let summary = format!("[Tickets](tickets.md)\n\n{link}\n- [Found](lost/found.md)\n");
    book.write("src/SUMMARY.md", summary);
    let bless = Command::new(env!("CARGO_BIN_EXE_book"))
        .arg("bless")
        .current_dir(book.folder.path())
        .output()
        .expect("the binary starts");
    // The list of the pages is written first; there is no package to be built here.
    assert!(
        book.folder.path().join("theme/header.hbs").is_file(),
        "{bless:?}"
    );
    let (success, complaint) = book.build_as(&["--epub"], &[ADDRESS]);
    assert!(success, "{complaint}");

    let url = "Box%3CT%3E%20%26%20%22co%22%20%7B%7Btitle%7D%7D%20100%25%20%231";
    let other = read(&book, "tickets.html").expect("the page");
    let own = read(&book, &format!("lost/{HOSTILE}.html")).expect("the page");
    for (page, to_root, current) in [(&other, "", None), (&own, "../", Some("page"))] {
        let html = Html::parse_document(page);
        let links = Selector::parse("#sidebar a").expect("a selector");
        let link = html.select(&links).nth(1).expect("a link");
        assert_eq!(link.text().collect::<String>(), HOSTILE);
        let to = format!("{to_root}lost/{url}.html");
        assert_eq!(link.attr("href"), Some(to.as_str()));
        assert_eq!(link.attr("aria-current"), current);
    }
    let meta = |name: &str| value(&own, &format!("meta[property='{name}']"), "content");
    assert_eq!(meta("og:title").as_deref(), Some(HOSTILE));
    let address = format!("https://books.example/tickets/lost/{url}.html");
    assert_eq!(meta("og:url"), Some(address.clone()));
    let sitemap = read(&book, "sitemap.xml").expect("a sitemap");
    assert!(
        sitemap.contains(&format!("<loc>{address}</loc>")),
        "{sitemap}"
    );

    let epub = File::open(book.folder.path().join("book/a-small-book.epub")).expect("the EPUB");
    let mut epub = ZipArchive::new(epub).expect("a zip");
    let mut text = |name: &str| {
        let mut text = String::new();
        let mut file = epub.by_name(name).expect("a file of the EPUB");
        file.read_to_string(&mut text).expect("UTF-8");
        text
    };
    let name = "Box&lt;T&gt; &amp; &quot;co&quot; {{title}} 100% #1";
    let entry = format!("<a href=\"lost/{url}.xhtml\">{name}</a>");
    let nav = text("nav.xhtml");
    assert!(nav.contains(&entry), "{nav}");
    let package = text("package.opf");
    assert!(
        package.contains(&format!("href=\"lost/{url}.xhtml\"")),
        "{package}"
    );
    let chapter = text(&format!("lost/{HOSTILE}.xhtml"));
    assert!(
        chapter.contains(&format!("<title>{name}</title>")),
        "{chapter}"
    );
}

#[test]
fn without_an_address_nothing_is_invented() {
    let book = book();
    for variables in [&[][..], &[("MDBOOK_OUTPUT__HTML__SITE_URL", "/tickets/")]] {
        let (success, complaint) = book.build_as(&[], variables);
        assert!(success, "{complaint}");
        let page = read(&book, "lost/found.html").expect("the page");
        assert!(value(&page, "meta[name='description']", "content").is_some());
        for selector in [
            "link[rel='canonical']",
            "meta[property='og:url']",
            "meta[property='og:image']",
        ] {
            assert_eq!(value(&page, selector, "content"), None, "{selector}");
        }
        assert!(read(&book, "sitemap.xml").is_none());
        assert!(read(&book, "card.png").is_none());
        assert_eq!(
            read(&book, "robots.txt").expect("robots.txt"),
            "User-agent: *\nAllow: /\n"
        );
    }
}

#[test]
fn a_theme_with_what_finds_has_a_search_and_one_without_shows_none() {
    let book = book();
    let engine = |path: &str| {
        let page = read(&book, path).expect("the page");
        value(&page, "#search-button", "data-engine")
    };
    assert_eq!(engine("tickets.html"), None);

    book.write("theme/search/find.js", "export {};\n");
    let (success, complaint) = book.build();
    assert!(success, "{complaint}");
    let from_root = engine("tickets.html").expect("an address");
    assert_eq!(engine("lost/found.html"), Some(format!("../{from_root}")));
    assert_eq!(engine("print.html"), None);
    let script = read(&book, &format!("{from_root}find.js"));
    assert_eq!(script.as_deref(), Some("export {};\n"));
    let index = read(&book, &format!("{from_root}index.json")).expect("an index");
    assert!(
        index.contains("\"address\":\"lost/found.html#lost\""),
        "{index}"
    );

    // Where anything of it changes, so does the address, and nobody keeps half of the old one.
    book.write("theme/search/find.js", "export default 1;\n");
    let (success, complaint) = book.build();
    assert!(success, "{complaint}");
    assert_ne!(engine("tickets.html").expect("an address"), from_root);
}

#[test]
fn a_page_can_be_edited_where_the_repository_is_known() {
    let book = book();
    let edit = "https://git.example/book/edit/main/{path}";
    let known = [
        ("MDBOOK_OUTPUT__HTML__EDIT_URL_TEMPLATE", edit),
        (
            "MDBOOK_OUTPUT__HTML__GIT_REPOSITORY_URL",
            "https://git.example/book",
        ),
    ];
    for (variables, count) in [(&known[..], 1), (&[], 0)] {
        let (success, complaint) = book.build_as(&[], variables);
        assert!(success, "{complaint}");
        let page = read(&book, "lost/found.html").expect("the page");
        let links = page.matches("href=\"https://git.example/book/edit/main/src/lost/found.md\"");
        assert_eq!(links.count(), count);
        let source = page.matches("<a href=\"https://git.example/book\">Source</a>");
        assert_eq!(source.count(), count);
        assert!(
            !read(&book, "print.html")
                .expect("the page")
                .contains("/edit/")
        );
    }
}

#[test]
fn the_card_has_the_size_that_cards_have_and_the_title_of_the_book() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let toml = fs::read_to_string(root.join("book.toml")).expect("book.toml");
    for (name, width, height, most) in [("card", 1200, 630, 60_000), ("cover", 1200, 1800, 120_000)]
    {
        let png = fs::read(root.join(format!("theme/{name}.png"))).expect("the picture");
        let number =
            |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
        assert_eq!((number(16), number(20)), (width, height), "{name}");
        assert!(png.len() < most, "{name}: {} bytes", png.len());
        let svg = fs::read_to_string(root.join(format!("theme/{name}.svg"))).expect("its source");
        let html = Html::parse_fragment(&svg);
        let texts = Selector::parse("text").expect("a selector");
        let words: Vec<String> = html
            .select(&texts)
            .map(|text| text.text().collect())
            .collect();
        let title = words
            .iter()
            .take_while(|word| !word.contains("tutorial"))
            .cloned();
        let title = title.collect::<Vec<_>>().join(" ");
        assert!(
            toml.contains(&format!("title = \"{title}\"")),
            "{name} is titled {title}"
        );
    }
}
