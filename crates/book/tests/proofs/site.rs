//! What a build says of the book to those who link to it, and only where it knows.

use crate::support::SmallBook;
use scraper::{Html, Selector};
use std::fs;
use std::path::Path;

const ADDRESS: (&str, &str) = (
    "MDBOOK_OUTPUT__HTML__SITE_URL",
    "https://books.example/tickets",
);

/// A small book with two pages, in this book's own theme.
fn book() -> SmallBook {
    let book = SmallBook::built();
    let theme = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../theme"));
    for name in ["index.hbs", "card.png"] {
        let bytes = fs::read(theme.join(name)).expect("a file of the theme");
        book.write(&format!("theme/{name}"), bytes);
    }
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
