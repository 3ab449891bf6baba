//! Serves the built book on this computer alone, and rebuilds it when a source changes.

use crate::pages::build::{self, LIVE_RELOAD};
use anyhow::{Context, Result, bail};
use axum::Router;
use axum::extract::State;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use axum::routing::get;
use notify::{RecursiveMode, Watcher};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::ErrorKind;
use std::net::Ipv4Addr;
use std::path::Path;
use std::pin::pin;
use std::sync::mpsc;
use std::time::{Duration, Instant};
use std::{env, thread};
use tokio::net::TcpListener;
use tokio::sync::broadcast;
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;

/// What is watched; what is not there yet is left out.
const WATCHED: [&str; 6] = [
    "src",
    "theme",
    "book.toml",
    listings::EXAMPLES,
    listings::COMPILE_FAIL,
    listings::REPORTS,
];
/// An editor writes a file in several steps; wait until it is done.
const QUIET: Duration = Duration::from_millis(50);

/// How hard to compress: the first step that is much smaller than the one before; the last ones take
/// seconds on the page that holds all others.
const BROTLI: i32 = 5;

/// Builds the book at `root`, serves it and follows every change until Ctrl-C.
pub fn serve(root: &Path, port: u16, open: bool) -> Result<()> {
    let built = root.join("book");
    let seen = fingerprint(root);
    if let Err(error) = build::build(root, &built, &build::Options::served()) {
        if !built.join("index.html").is_file() {
            return Err(error);
        }
        eprintln!("error: {error:#}\nThe last good build is served until this is mended.");
    }
    let (reload, _) = broadcast::channel(1);
    let runtime = tokio::runtime::Runtime::new().context("no threads to serve from")?;
    runtime.block_on(async {
        // Asked once before anything is said, so that Ctrl-C is caught from then on.
        let mut stop = pin!(tokio::signal::ctrl_c());
        tokio::select! { biased; early = &mut stop => return early.context("Ctrl-C cannot be caught"), () = std::future::ready(()) => {} }
        let listener = listen(port).await?;
        let address = format!("http://{}", listener.local_addr()?);
        println!("The book is at {address} (Ctrl-C ends it)");
        if open && has_a_browser() && opener::open_browser(&address).is_err() {
            println!("No browser could be opened.");
        }
        let (root, news) = (root.to_owned(), reload.clone());
        thread::spawn(move || {
            if let Err(error) = follow(&root, seen, &news) {
                eprintln!("error: changes are not followed: {error:#}");
            }
        });
        tokio::select! {
            ended = axum::serve(listener, router(&built, reload)) => ended.context("serving ended"),
            stopped = stop => stopped.context("Ctrl-C cannot be caught"),
        }
    })?;
    println!("\nStopped.");
    Ok(())
}

/// The first free port from `port` on, on the loopback address and no other.
async fn listen(port: u16) -> Result<TcpListener> {
    for candidate in port..=port.saturating_add(99) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, candidate)).await {
            Ok(listener) => {
                if candidate != port {
                    println!("Port {port} is taken; using {candidate}.");
                }
                return Ok(listener);
            }
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => {
                return Err(error).with_context(|| format!("cannot listen on port {candidate}"));
            }
        }
    }
    bail!("the ports from {port} on are taken; choose another with --port");
}

fn router(built: &Path, reload: broadcast::Sender<()>) -> Router {
    let not_found = ServeFile::new(built.join("404.html"));
    Router::new()
        .route(&format!("/{LIVE_RELOAD}"), get(live_reload))
        .fallback_service(ServeDir::new(built).not_found_service(not_found))
        .layer(SetResponseHeaderLayer::overriding(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-cache"),
        ))
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(BROTLI)))
        .with_state(reload)
}

async fn live_reload(
    upgrade: WebSocketUpgrade,
    State(reload): State<broadcast::Sender<()>>,
) -> Response {
    let news = reload.subscribe();
    upgrade.on_upgrade(|socket| tell_when_rebuilt(socket, news))
}

async fn tell_when_rebuilt(mut socket: WebSocket, mut news: broadcast::Receiver<()>) {
    if news.recv().await.is_ok() {
        // A reader who has gone does not need the news.
        _ = socket.send(Message::Text("reload".into())).await;
    }
}

/// Rebuilds after every change and tells the open pages; an error leaves the last good build.
/// `built` is the fingerprint of what was built last.
fn follow(root: &Path, mut built: u64, reload: &broadcast::Sender<()>) -> Result<()> {
    let (sender, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // A build reads every file; what is only read has not changed.
        if !event.as_ref().is_ok_and(|event| event.kind.is_access()) {
            _ = sender.send(event.map(|_| ()));
        }
    })?;
    for watched in WATCHED.map(|name| root.join(name)) {
        if watched.exists() {
            watcher.watch(&watched, RecursiveMode::Recursive)?;
        }
    }
    // The first look catches what changed before anything was watched.
    loop {
        let now = fingerprint(root);
        if now != built {
            built = now;
            rebuild(root, reload);
        }
        match changes.recv() {
            Ok(change) => change?,
            Err(_) => return Ok(()),
        }
        thread::sleep(QUIET);
        while changes.try_recv().is_ok() {}
    }
}

fn rebuild(root: &Path, reload: &broadcast::Sender<()>) {
    let started = Instant::now();
    match build::build(root, &root.join("book"), &build::Options::served()) {
        Ok(_) => {
            println!("Rebuilt in {} ms", started.elapsed().as_millis());
            // No page may be open.
            _ = reload.send(());
        }
        Err(error) => {
            eprintln!("error: {error:#}\nThe last good build is served until this is mended.");
        }
    }
}

/// Differs when any watched file does: a watcher also reports files that were saved unchanged.
fn fingerprint(root: &Path) -> u64 {
    let mut hasher = DefaultHasher::new();
    for name in WATCHED {
        hash_files(&root.join(name), &mut hasher);
    }
    hasher.finish()
}

fn hash_files(path: &Path, hasher: &mut DefaultHasher) {
    if path.is_dir() {
        let entries = fs::read_dir(path).into_iter().flatten().flatten();
        let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            hash_files(&path, hasher);
        }
    } else {
        path.hash(hasher);
        fs::read(path).unwrap_or_default().hash(hasher);
    }
}

/// On Linux a browser needs a display; without one, `xdg-open` would take over the terminal.
fn has_a_browser() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| env::var_os(name).is_some())
}
