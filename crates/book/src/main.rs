//! Builds, serves and checks the book. `cargo run -- --help` lists the commands.

mod figures;
mod live;
mod pages;
mod questions;
mod words;

use crate::live::{Key, ask};
use crate::pages::serve::Beside;
use crate::pages::{bless, build, mutate, preprocess, serve, site};
use anyhow::{Context, Result, bail};
use clap::{Parser, Subcommand};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The port to listen on, if nobody names another.
const PORT: u16 = 3000;

/// Builds, serves and checks the book "Memory Management in Rust".
///
/// Without a command it builds the book, serves it on this computer alone and
/// shows every change at once.
#[derive(Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Task>,
    #[command(flatten)]
    serve: ServeOptions,
}

#[derive(clap::Args)]
struct ServeOptions {
    /// The port to listen on; a taken one moves to the next free one
    #[arg(long, default_value_t = PORT)]
    port: u16,
    /// Do not open a browser
    #[arg(long)]
    no_open: bool,
}

#[derive(Subcommand)]
enum Task {
    /// Write the book to book/ (or DIR), or leave what is there if something is wrong
    ///
    /// Each page describes itself, and nothing is written that no page uses. Where the book's
    /// public address is known, each page also names its canonical address and a social card, and
    /// there is a sitemap: set `site-url` below `[output.html]` in book.toml to the whole address,
    /// or set MDBOOK_OUTPUT__HTML__SITE_URL.
    Build {
        /// The folder to write to, in the book's folder: one that is empty or not there, or that holds
        /// a former build and nothing else
        #[arg(value_name = "DIR", default_value = "book")]
        to: PathBuf,
        /// Write the book as an EPUB too, into the same folder; needs nothing else installed
        #[arg(long)]
        epub: bool,
        /// Write the book as a PDF too, into the same folder; needs Chromium or Chrome, on PATH or
        /// named by CHROME_PATH
        #[arg(long)]
        pdf: bool,
    },
    /// Regenerate every golden: what programs print, what rustc says, timelines, memory, the list of
    /// the pages; then read the diff
    Bless,
    /// Break listings and goldens on purpose and count what the tests catch (minutes)
    Mutate,
    /// Ask rustc what each variable of a program may do, line by line
    #[command(after_long_help = words::memory::unseen())]
    Lens(ask::LensArguments),
    /// Answer mdBook, which runs this while it builds the book
    #[command(hide = true)]
    Preprocess {
        #[command(subcommand)]
        question: Option<PreprocessQuestion>,
    },
}

#[derive(Subcommand)]
enum PreprocessQuestion {
    /// Does this preprocessor work for that renderer? It does for every one.
    Supports { renderer: String },
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(status) => status,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> Result<ExitCode> {
    match arguments.command {
        None => {
            let ServeOptions { port, no_open } = arguments.serve;
            serve_live(port, !no_open, None)?;
        }
        Some(Task::Build { to, epub, pdf }) => {
            let root = book_root()?;
            let options = build::Options {
                epub,
                pdf,
                live_reload: None,
            };
            let built = build::build(&root, &to, &options)?;
            println!("The book is in {}", to.display());
            for file in built.downloads {
                println!("{}", to.join(file).display());
            }
            if let Some(error) = built.missing_pdf {
                return Err(error);
            }
        }
        Some(Task::Bless) => bless::bless(&book_root()?)?,
        Some(Task::Mutate) => mutate::mutate(&book_root()?)?,
        Some(Task::Lens(question)) if question.open => {
            serve_live(PORT, true, Some(&question.program()?))?;
        }
        Some(Task::Lens(question)) => return ask::ask(question, book_root().ok().as_deref()),
        Some(Task::Preprocess { question: None }) => preprocess::answer_mdbook()?,
        // Every renderer is supported.
        Some(Task::Preprocess { question: Some(_) }) => {}
    }
    Ok(ExitCode::SUCCESS)
}

/// Serves the book with what answers its pages; on the workbench if there is a program to look at.
fn serve_live(port: u16, open: bool, program: Option<&str>) -> Result<()> {
    let root = book_root()?;
    let key = Key::new().context("there are no random numbers for a key")?;
    let fragment = format!("#key={}", key.text());
    let opens = match program {
        Some(program) => {
            let text = site::percent(program);
            format!("{}{fragment}&text={text}", live::WORKBENCH)
        }
        None => fragment.clone(),
    };
    let routes = live::routes(&root, key);
    serve::serve(
        &root,
        port,
        open,
        Beside {
            routes,
            fragment,
            opens,
        },
    )
}

/// The folder with `book.toml`: this one or the nearest above it.
fn book_root() -> Result<PathBuf> {
    let here = std::env::current_dir().context("the current folder cannot be read")?;
    match here
        .ancestors()
        .find(|folder| folder.join("book.toml").is_file())
    {
        Some(root) => Ok(Path::to_owned(root)),
        None => bail!(
            "no book.toml in {} or above it; run this in the book's folder",
            here.display()
        ),
    }
}
