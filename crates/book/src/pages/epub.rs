//! The book as an EPUB, made from the pages that mdBook has rendered.
//!
//! An EPUB is a zip of XHTML. Each page's `<main>` becomes a chapter: pictures, tables and colors
//! stay, disclosures stand open, tabs stand one below the other, and what only a browser can use
//! (buttons, hints under the mouse) is left out.

use crate::figures::escape::escaped;
use crate::pages::site::{of_the_theme, url};
use anyhow::{Context, Result, bail};
use ego_tree::NodeRef;
use humantime::format_rfc3339_seconds;
use mdbook_driver::book::{BookItem, Chapter};
use mdbook_driver::config::Config;
use scraper::node::Element;
use scraper::{ElementRef, Html, Node, Selector};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

/// What is read of the book's own theme; a book without a theme has no cover and looks plain.
const STYLE: &str = "theme/epub.css";
const COVER: &str = "theme/cover.png";

const CONTAINER: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"#;

struct Xhtml {
    /// Relative to the book's folder, as mdBook's page, with the ending `.xhtml`.
    path: String,
    text: String,
}

/// Writes the book whose pages stand in `folder` to `to`.
pub fn write(
    root: &Path,
    folder: &Path,
    config: &Config,
    items: &[BookItem],
    to: &Path,
) -> Result<()> {
    let language = config.book.language.as_deref().unwrap_or("en");
    let chapters = chapters(items);
    let mut pages = Vec::new();
    for chapter in &chapters {
        let Some(path) = &chapter.path else { continue };
        let html = path.with_extension("html");
        let text = fs::read_to_string(folder.join(&html))
            .with_context(|| format!("{} cannot be read", html.display()))?;
        pages.push(Xhtml {
            path: chapter_path(chapter),
            text: page(&text, &chapter.name, language, &html)?,
        });
    }
    let cover = of_the_theme(root, COVER)?;
    let style = of_the_theme(root, STYLE)?.unwrap_or_default();
    let title = config.book.title.clone().unwrap_or_default();

    let mut archive = Archive {
        zip: ZipWriter::new(
            File::create(to).with_context(|| format!("{}: cannot be written", to.display()))?,
        ),
    };
    // First and as it is, so that the kind of the file can be read at a fixed place.
    archive.add(
        "mimetype",
        b"application/epub+zip",
        CompressionMethod::Stored,
    )?;
    archive.text("META-INF/container.xml", CONTAINER)?;
    archive.text("package.opf", &package(config, &pages, cover.is_some())?)?;
    archive.add("style.css", &style, CompressionMethod::Deflated)?;
    let contents = format!(
        "<nav epub:type=\"toc\"><h1>{}</h1>\n{}</nav>",
        escaped(&title),
        nav(items)
    );
    archive.text(
        "nav.xhtml",
        &document(&title, language, "style.css", &contents),
    )?;
    if let Some(cover) = cover {
        let picture = format!(
            "<p class=\"cover\"><img src=\"cover.png\" alt=\"{}\"/></p>",
            escaped(&title)
        );
        archive.text(
            "cover.xhtml",
            &document(&title, language, "style.css", &picture),
        )?;
        archive.add("cover.png", &cover, CompressionMethod::Stored)?;
    }
    for page in &pages {
        archive.text(&page.path, &page.text)?;
    }
    archive.zip.finish().context("the EPUB cannot be written")?;
    Ok(())
}

struct Archive {
    zip: ZipWriter<File>,
}

impl Archive {
    fn text(&mut self, name: &str, text: &str) -> Result<()> {
        self.add(name, text.as_bytes(), CompressionMethod::Deflated)
    }

    fn add(&mut self, name: &str, bytes: &[u8], method: CompressionMethod) -> Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default());
        self.zip.start_file(name, options)?;
        self.zip.write_all(bytes)?;
        Ok(())
    }
}

fn chapters(items: &[BookItem]) -> Vec<&Chapter> {
    let mut chapters = Vec::new();
    for item in items {
        if let BookItem::Chapter(chapter) = item {
            chapters.push(chapter);
            chapters.extend(self::chapters(&chapter.sub_items));
        }
    }
    chapters
}

fn chapter_path(chapter: &Chapter) -> String {
    let path = chapter.path.as_deref().unwrap_or(Path::new(""));
    path.with_extension("xhtml")
        .display()
        .to_string()
        .replace('\\', "/")
}

/// The list of the chapters, nested as in the summary.
fn nav(items: &[BookItem]) -> String {
    let mut html = String::new();
    for item in items {
        let BookItem::Chapter(chapter) = item else {
            continue;
        };
        let name = escaped(&chapter.name);
        match &chapter.path {
            Some(_) => {
                let link = url(Path::new(&chapter_path(chapter)));
                _ = write!(html, "<li><a href=\"{link}\">{name}</a>");
            }
            None => _ = write!(html, "<li><span>{name}</span>"),
        }
        html += &nav(&chapter.sub_items);
        html += "</li>\n";
    }
    if html.is_empty() {
        return html;
    }
    format!("<ol>\n{html}</ol>\n")
}

/// What the book is, and which files it has in which order.
fn package(config: &Config, pages: &[Xhtml], cover: bool) -> Result<String> {
    let book = &config.book;
    let title = book.title.as_deref().unwrap_or_default();
    let mut metadata = format!(
        "<dc:identifier id=\"id\">{}</dc:identifier>\n<dc:title>{}</dc:title>\n<dc:language>{}</dc:language>\n\
         <meta property=\"dcterms:modified\">{}</meta>\n",
        slug(title),
        escaped(title),
        escaped(book.language.as_deref().unwrap_or("en")),
        modified()?,
    );
    for author in &book.authors {
        _ = writeln!(metadata, "<dc:creator>{}</dc:creator>", escaped(author));
    }
    if let Some(description) = &book.description {
        _ = writeln!(
            metadata,
            "<dc:description>{}</dc:description>",
            escaped(description)
        );
    }
    if let Some(license) = config.get::<String>("preprocessor.listings.license")? {
        _ = writeln!(metadata, "<dc:rights>{}</dc:rights>", escaped(&license));
    }
    for (property, content) in [
        ("accessMode", "textual"),
        ("accessMode", "visual"),
        ("accessModeSufficient", "textual"),
        ("accessibilityFeature", "alternativeText"),
        ("accessibilityFeature", "longDescription"),
        ("accessibilityFeature", "structuralNavigation"),
        ("accessibilityFeature", "tableOfContents"),
        ("accessibilityHazard", "none"),
        (
            "accessibilitySummary",
            "Every picture has a description in words, and no meaning rests on color alone.",
        ),
    ] {
        _ = writeln!(
            metadata,
            "<meta property=\"schema:{property}\">{content}</meta>"
        );
    }
    let mut manifest = String::from(
        "<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n\
         <item id=\"style\" href=\"style.css\" media-type=\"text/css\"/>\n",
    );
    let mut spine = String::new();
    if cover {
        manifest += "<item id=\"cover\" href=\"cover.png\" media-type=\"image/png\" properties=\"cover-image\"/>\n\
             <item id=\"cover-page\" href=\"cover.xhtml\" media-type=\"application/xhtml+xml\"/>\n";
        spine += "<itemref idref=\"cover-page\"/>\n";
    }
    spine += "<itemref idref=\"nav\"/>\n";
    for (number, page) in pages.iter().enumerate() {
        let properties = if page.text.contains("<svg") {
            " properties=\"svg\""
        } else {
            ""
        };
        _ = writeln!(
            manifest,
            "<item id=\"page-{number}\" href=\"{}\" media-type=\"application/xhtml+xml\"{properties}/>",
            url(Path::new(&page.path))
        );
        _ = writeln!(spine, "<itemref idref=\"page-{number}\"/>");
    }
    Ok(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\">\n\
         <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n{metadata}</metadata>\n\
         <manifest>\n{manifest}</manifest>\n<spine>\n{spine}</spine>\n</package>\n"
    ))
}

/// Now, or the moment that `SOURCE_DATE_EPOCH` names, for whoever builds the same file twice.
fn modified() -> Result<String> {
    let moment = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(seconds) => {
            let seconds = seconds.parse().ok().map(Duration::from_secs);
            seconds.and_then(|seconds| UNIX_EPOCH.checked_add(seconds))
        }
        Err(_) => Some(SystemTime::now()),
    };
    let mut text = String::new();
    let written = moment.map(|moment| write!(text, "{}", format_rfc3339_seconds(moment)));
    match written {
        Some(Ok(())) => Ok(text),
        _ => bail!("SOURCE_DATE_EPOCH: is no number of seconds since 1970; unset it"),
    }
}

/// `Memory Management in Rust` as `memory-management-in-rust`; `book` where there is no word.
pub fn slug(title: &str) -> String {
    let words = title.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<_> = words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    if words.is_empty() {
        return "book".to_owned();
    }
    words.join("-")
}

fn document(title: &str, language: &str, style: &str, body: &str) -> String {
    let language = escaped(language);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" xml:lang=\"{language}\" lang=\"{language}\">\n\
         <head><title>{}</title><link rel=\"stylesheet\" type=\"text/css\" href=\"{style}\"/></head>\n\
         <body>\n{body}\n</body>\n</html>\n",
        escaped(title)
    )
}

/// A page of the book as a chapter.
fn page(html: &str, title: &str, language: &str, path: &Path) -> Result<String> {
    let parsed = Html::parse_document(html);
    let main = Selector::parse("main").expect("a selector");
    let Some(main) = parsed.select(&main).next() else {
        bail!(
            "{}: has no <main>; give the theme's index.hbs one",
            path.display()
        );
    };
    let mut body = String::new();
    for child in main.children() {
        node(child, &mut body);
    }
    let up = "../".repeat(path.components().count() - 1);
    Ok(document(title, language, &format!("{up}style.css"), &body))
}

/// What only a browser can use.
fn is_left_out(node: NodeRef<'_, Node>, element: &Element) -> bool {
    let has = |element: &Element, wanted: &[&str]| {
        let mut classes = element.classes();
        classes.any(|class| wanted.contains(&class))
    };
    let parent = node.parent().and_then(ElementRef::wrap);
    let is_tab = parent.is_some_and(|parent| has(parent.value(), &["tabs"]));
    match element.name() {
        "button" | "input" | "script" => true,
        "label" => is_tab,
        _ => has(
            element,
            &[
                "run-tools",
                "suggest",
                "control",
                "legend",
                "commit",
                "told",
                "kept",
                "again",
                "paste",
                "what-if",
                "workbench",
                "bench-picture",
            ],
        ),
    }
}

fn node(node: NodeRef<'_, Node>, to: &mut String) {
    match node.value() {
        Node::Text(text) => *to += &escaped(text),
        Node::Element(element) if !is_left_out(node, element) => {
            self::element(node, element, to);
        }
        _ => {}
    }
}

fn element(node: NodeRef<'_, Node>, element: &Element, to: &mut String) {
    let has = |class: &str| element.classes().any(|own| own == class);
    // Closed on paper is closed for good: a disclosure becomes a box.
    let name = match element.name() {
        "details" | "summary" => "div",
        // A heading's link to itself.
        "a" if has("header") => "span",
        // A question: its options one below the other.
        "form" | "fieldset" => "div",
        "legend" | "label" => "p",
        name => name,
    };
    *to += &format!("<{name}");
    if name == "svg" {
        *to += " xmlns=\"http://www.w3.org/2000/svg\"";
    }
    if element.name() == "summary" && element.attr("class").is_none() {
        *to += " class=\"summary\"";
    }
    if element.name() == "label" {
        *to += " class=\"option\"";
    }
    for (attribute, value) in element.attrs() {
        let value = match attribute {
            "href" => linked(value),
            _ => value.to_owned(),
        };
        let for_browsers = ["tabindex", "open", "aria-hidden", "download", "xmlns"];
        let link_to_itself = name == "span" && attribute == "href";
        if !link_to_itself && !for_browsers.contains(&attribute) {
            _ = write!(to, " {attribute}=\"{}\"", escaped(&value));
        }
    }
    if node.children().next().is_none() {
        *to += "/>";
        return;
    }
    to.push('>');
    let mut names = tab_names(node, has("tabs"));
    for child in node.children() {
        let panel = ElementRef::wrap(child)
            .is_some_and(|child| child.value().classes().any(|class| class == "panel"));
        if panel && let Some(name) = names.next() {
            _ = write!(to, "<p class=\"language\">{}</p>", escaped(&name));
        }
        self::node(child, to);
    }
    _ = write!(to, "</{name}>");
}

/// The words on the tabs, each of which stands above its panel in a book.
fn tab_names(node: NodeRef<'_, Node>, tabs: bool) -> impl Iterator<Item = String> {
    let labels = node.children().filter_map(ElementRef::wrap);
    let names: Vec<String> = labels
        .filter(|child| tabs && child.value().name() == "label")
        .map(|label| label.text().collect())
        .collect();
    names.into_iter()
}

/// A link to a page of the book as one to its chapter.
fn linked(href: &str) -> String {
    if href.contains("://") {
        return href.to_owned();
    }
    let (path, anchor) = match href.split_once('#') {
        Some((path, anchor)) => (path, format!("#{anchor}")),
        None => (href, String::new()),
    };
    match path.strip_suffix(".html") {
        Some(page) => format!("{page}.xhtml{anchor}"),
        None => href.to_owned(),
    }
}
