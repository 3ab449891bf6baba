//! The last step of a build: what mdBook's template cannot say of a page, and what it leaves lying.
//!
//! Each page gets a description of its own and, where the book's public address is known, its
//! canonical address and a social card. `robots.txt` is written; `sitemap.xml` too where the
//! address is known. Files that mdBook writes for its own theme and that no page names are deleted.
//!
//! The public address is mdBook's own setting: `output.html.site-url` in `book.toml`, or
//! `MDBOOK_OUTPUT__HTML__SITE_URL`, if it begins with `https://`. A path such as `/book/` says
//! where on some host the book stands, but not on which.

use crate::figures::escape::escaped;
use anyhow::{Context, Result, bail};
use mdbook_driver::book::{Book, BookItem, Chapter};
use std::fmt::Write;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The card that a link to a page shows, relative to the book's root; `npm run pictures` makes it.
const CARD: &str = "theme/card.png";
/// Where [`link_downloads`] puts its links into a theme's template.
const DOWNLOADS: &str = "<!-- downloads -->";

/// The page that holds all others, to be printed.
const WHOLE: &str = "print.html";
/// What that page would hide, from where it starts to where it ends: what a reader presses or fills
/// in. None holds another of its own kind, so that the first end is its own.
const PART_OF_NO_PAPER: [(&str, &str); 4] = [
    ("<span class=\"run-tools", "</span>"),
    ("<div class=\"control needs-js", "</div>"),
    ("<p class=\"what-if", "</p>"),
    ("<figure class=\"listing workbench", "</figure>"),
];

/// A book as those see it who link to it.
pub struct Site {
    title: String,
    /// Ends with a slash.
    address: Option<String>,
    pages: Vec<Page>,
}

struct Page {
    /// Relative to the book's folder.
    path: PathBuf,
    title: String,
    description: String,
}

impl Site {
    /// The site of a book whose chapters are still Markdown.
    pub fn new(
        title: &str,
        site_url: Option<&str>,
        book: &Book,
        describe: impl Fn(&Chapter) -> String,
    ) -> Site {
        let address = site_url
            .filter(|url| url.starts_with("https://") || url.starts_with("http://"))
            .map(|url| format!("{}/", url.trim_end_matches('/')));
        let chapters = book.iter().filter_map(|item| match item {
            BookItem::Chapter(chapter) => Some(chapter),
            _ => None,
        });
        let pages = chapters
            .filter_map(|chapter| {
                Some(Page {
                    path: chapter.path.as_ref()?.with_extension("html"),
                    title: chapter.name.clone(),
                    description: describe(chapter),
                })
            })
            .collect();
        Site {
            title: title.to_owned(),
            address,
            pages,
        }
    }

    /// The pages, each with its name.
    pub fn pages(&self) -> Vec<(&Path, &str)> {
        let pages = self.pages.iter();
        pages
            .map(|page| (page.path.as_path(), &*page.title))
            .collect()
    }

    /// Finishes the book at `root` that mdBook wrote from `sources` to `folder`.
    pub fn finish(&self, root: &Path, sources: &Path, folder: &Path) -> Result<()> {
        let card = match self.address {
            Some(_) => of_the_theme(root, CARD)?,
            None => None,
        };
        // mdBook writes the first page once more, as the index.
        let first = self
            .pages
            .first()
            .map(|page| (Path::new("index.html"), page));
        let pages = self.pages.iter().map(|page| (page.path.as_path(), page));
        for (path, page) in first.into_iter().chain(pages) {
            let path = folder.join(path);
            let html = read(&path)?;
            let html = with_sections(&html);
            write(&path, with_head(&html, &self.head(page, card.is_some())))?;
        }
        let whole = folder.join(WHOLE);
        if whole.is_file() {
            let html = PART_OF_NO_PAPER
                .iter()
                .fold(read(&whole)?, |html, (start, end)| {
                    without(&html, start, end)
                });
            write(&whole, self.with_own_contents(&html))?;
        }
        let mut robots = "User-agent: *\nAllow: /\n".to_owned();
        if let Some(address) = &self.address {
            write(&folder.join("sitemap.xml"), self.sitemap(address))?;
            robots += &format!("Sitemap: {address}sitemap.xml\n");
            if let Some(card) = card {
                write(&folder.join("card.png"), card)?;
            }
        }
        write(&folder.join("robots.txt"), robots)?;
        remove_unused(sources, folder)
    }

    /// The page of all pages with contents that lead to its own titles, on paper too.
    fn with_own_contents(&self, html: &str) -> String {
        let Some((before, rest)) = html.split_once("<nav id=\"sidebar\"") else {
            return html.to_owned();
        };
        let Some((contents, after)) = rest.split_once("</nav>") else {
            return html.to_owned();
        };
        let titles = after.split("<h1 id=\"").skip(1);
        let titles = titles.filter_map(|title| title.split('"').next());
        let mut contents = contents.to_owned();
        for (page, title) in self.pages.iter().zip(titles) {
            let link = format!("href=\"{}\"", url(&page.path));
            contents = contents.replace(&link, &format!("href=\"#{title}\""));
        }
        format!("{before}<nav id=\"sidebar\"{contents}</nav>{after}")
    }

    /// The first page is known by the address of the book itself.
    fn address_of(&self, page: &Page, address: &str) -> String {
        if std::ptr::eq(page, &self.pages[0]) {
            return address.to_owned();
        }
        format!("{address}{}", url(&page.path))
    }

    fn head(&self, page: &Page, card: bool) -> String {
        let named = |name: &str, content: &str| {
            let kind = if name.starts_with("og:") {
                "property"
            } else {
                "name"
            };
            format!(
                "<meta {kind}=\"{name}\" content=\"{}\">\n",
                escaped(content)
            )
        };
        let mut head = named("description", &page.description)
            + &named("og:type", "article")
            + &named("og:site_name", &self.title)
            + &named("og:title", &page.title)
            + &named("og:description", &page.description);
        if let Some(address) = &self.address {
            let own = self.address_of(page, address);
            _ = writeln!(head, "<link rel=\"canonical\" href=\"{}\">", escaped(&own));
            head += &named("og:url", &own);
            if card {
                head += &named("og:image", &format!("{address}card.png"));
                head += &named("og:image:alt", &self.title);
                head += &named("twitter:card", "summary_large_image");
            }
        }
        head
    }

    fn sitemap(&self, address: &str) -> String {
        let mut xml = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
        );
        for page in &self.pages {
            let address = escaped(&self.address_of(page, address));
            _ = writeln!(xml, "<url><loc>{address}</loc></url>");
        }
        xml + "</urlset>\n"
    }
}

/// The page with links to its sections, below its own name in the contents.
fn with_sections(html: &str) -> String {
    const HERE: &str = "aria-current=\"page\">";
    let headings = html.split("<h2 id=\"").skip(1);
    let sections: String = headings
        .filter_map(|heading| {
            let (id, rest) = heading.split_once('"')?;
            let (_, text) = rest.split_once("class=\"header\"")?.1.split_once('>')?;
            let (text, _) = text.split_once("</a>")?;
            Some(format!("<li><a href=\"#{id}\">{text}</a></li>"))
        })
        .collect();
    let place = html.find(HERE).and_then(|here| {
        let name = html[here..].find("</a>")?;
        Some(here + name + "</a>".len())
    });
    match place {
        Some(place) if !sections.is_empty() => {
            let (before, after) = html.split_at(place);
            format!("{before}<ol class=\"sections\">{sections}</ol>{after}")
        }
        _ => html.to_owned(),
    }
}

/// Links on every page of the book in `folder` to the files there that it can be had as:
/// `("EPUB", "book.epub")`.
pub fn link_downloads(folder: &Path, downloads: &[(&str, String)]) -> Result<()> {
    fill(folder, DOWNLOADS, |to_root| links(downloads, to_root))
}

/// Writes on every page of the book in `folder`, where a theme's template has `place`, what `text`
/// makes of the way from the page to that folder.
pub fn fill(folder: &Path, place: &str, text: impl Fn(&str) -> String) -> Result<()> {
    for path in html_files(folder)? {
        let html = read(&path)?;
        if html.contains(place) {
            let depth = path.strip_prefix(folder)?.components().count() - 1;
            write(&path, html.replace(place, &text(&"../".repeat(depth))))?;
        }
    }
    Ok(())
}

/// Links to the downloads, from a page to which the book's folder is `to_root`.
fn links(downloads: &[(&str, String)], to_root: &str) -> String {
    if downloads.is_empty() {
        return String::new();
    }
    let links: Vec<String> = downloads
        .iter()
        .map(|(kind, file)| format!("<a href=\"{to_root}{file}\" download>{kind}</a>"))
        .collect();
    format!(
        "<p class=\"downloads\">Take it along: {}</p>",
        links.join(" ")
    )
}

/// A file of the theme. A book without `theme/` does without; one with it has all files that a
/// build asks for.
pub fn of_the_theme(root: &Path, path: &str) -> Result<Option<Vec<u8>>> {
    if !root.join("theme").exists() {
        return Ok(None);
    }
    match fs::read(root.join(path)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            bail!("{path}: is missing; put it there, or do without theme/")
        }
        Err(error) => {
            Err(error).with_context(|| format!("{path}: cannot be read; make it readable"))
        }
    }
}

/// A path as a part of an address: `a b/Box<T>.html` as `a%20b/Box%3CT%3E.html`. What is left means
/// nothing to HTML, XML or Handlebars.
pub fn url(path: &Path) -> String {
    percent(&path.to_string_lossy().replace('\\', "/"))
}

/// A text as a part of an address, whatever it holds.
pub fn percent(text: &str) -> String {
    text.bytes().fold(String::new(), |mut url, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                url.push(char::from(byte));
            }
            _ => _ = write!(url, "%{byte:02X}"),
        }
        url
    })
}

/// A page without each part that starts and ends so.
fn without(html: &str, start: &str, end: &str) -> String {
    let mut parts = html.split(start);
    let mut rest = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        rest += part.split_once(end).map_or("", |(_, after)| after);
    }
    rest
}

/// The page with `head` in the place of mdBook's description, which is the same on every page.
fn with_head(html: &str, head: &str) -> String {
    let description = "<meta name=\"description\" content=\"";
    let place = html.find(description).and_then(|start| {
        let end = html[start..].find('>')? + start + 1;
        Some(start..end)
    });
    let mut html = html.to_owned();
    if let Some(place) = place {
        html.replace_range(place, head.trim_end());
    }
    html
}

/// Deletes what stands in no source folder and what no page names: mdBook's own highlighter,
/// fonts, scripts, styles and contents, where the theme does without them.
fn remove_unused(sources: &Path, folder: &Path) -> Result<()> {
    let mut unused = Vec::new();
    let mut named = String::new();
    for path in files(folder)? {
        let relative = path.strip_prefix(folder)?;
        let is = |kind: &&str| path.extension().is_some_and(|extension| extension == *kind);
        // mdBook's list of the pages, for a sidebar without JavaScript.
        if relative == Path::new("toc.html")
            || ["css", "js", "woff2"].iter().any(is) && !sources.join(relative).exists()
        {
            unused.push(path);
        } else if is(&"html") {
            named += &around_the_text(&read(&path)?);
        }
    }
    // What a file that is kept names is kept as well.
    loop {
        let (used, rest): (Vec<_>, Vec<_>) = unused.into_iter().partition(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            named.contains(&*name)
        });
        unused = rest;
        if used.is_empty() {
            break;
        }
        for path in used {
            if path.extension().is_some_and(|kind| kind != "woff2") {
                named += &read(&path)?;
            }
        }
    }
    for path in unused {
        fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
        // An emptied folder goes too; one with files in it stays.
        _ = path.parent().map(fs::remove_dir);
    }
    Ok(())
}

/// What a page loads stands before and after its text, which is the long part.
fn around_the_text(html: &str) -> String {
    let before = html.split("<main").next().unwrap_or_default();
    let after = html.rsplit("</main>").next().unwrap_or_default();
    format!("{before}{after}")
}

fn html_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = files(folder)?;
    files.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "html")
    });
    Ok(files)
}

/// The files in a folder and below it; a link is a file.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let unreadable = || format!("{} cannot be read", folder.display());
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let entry = entry.with_context(unreadable)?;
        let path = entry.path();
        if entry.file_type().with_context(unreadable)?.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

/// The text of the file `path` of the book at `root`, if there is such a file.
pub fn text_if_there(root: &Path, path: &str) -> Result<Option<String>> {
    match fs::read_to_string(root.join(path)) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        text => text.map(Some).with_context(|| {
            format!("{path}: cannot be read; let a file of UTF-8 text stand there")
        }),
    }
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))
}
