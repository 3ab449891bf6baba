//! Serves the built book on this computer alone, and rebuilds it when a source changes.

use crate::pages::builds::{self, Builds, LIVE_RELOAD, Newest};
use crate::pages::follow::{follow, state_of_sources};
use anyhow::{Context, Result, bail};
use axum::Router;
use axum::body::Body;
use axum::extract::{self, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream::{self, Stream};
use std::io::{self, ErrorKind, Write};
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;
use std::{env, fs, thread};
use tempfile::{NamedTempFile, TempDir};
use tokio::net::TcpListener;
use tokio::sync::watch::error::RecvError;
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::services::fs::{Backend, ServeDir, ServeFile, TokioBackend, TokioFile};
use tower_http::set_header::SetResponseHeaderLayer;

/// How hard to compress: the first step that is much smaller than the one before; the last ones take
/// seconds on the page that holds all others.
const BROTLI: i32 = 5;

/// What is served beside the pages.
pub struct Beside {
    /// More addresses, of which none is kept or compressed.
    pub routes: Router,
    /// What the address that is printed ends with: the key to them.
    pub fragment: String,
    /// What the address that is opened ends with.
    pub opens: String,
}

/// The longest that ending may take.
const ENDING: Duration = Duration::from_secs(2);

/// Builds the book at `root`, serves it and follows every change until Ctrl-C.
pub fn serve(root: &Path, port: u16, open: bool, beside: Beside) -> Result<()> {
    let builds = Arc::new(Builds::new(root.to_owned()));
    let runtime = tokio::runtime::Runtime::new().context("no threads to serve from")?;
    let served = runtime.block_on(build_and_serve(&builds, port, open, beside));
    // Nobody waits for what a build under way still asks of compilers.
    runner::stop_all();
    builds.end();
    // What was looked at or run has been stopped; its folders go within this time.
    runtime.shutdown_timeout(ENDING);
    served?;
    println!("\nStopped.");
    Ok(())
}

async fn build_and_serve(
    builds: &Arc<Builds>,
    port: u16,
    open: bool,
    beside: Beside,
) -> Result<()> {
    // Caught from here on, so that no folder stays behind.
    let mut stop = pin!(stop().context("Ctrl-C cannot be caught")?);
    let seen = state_of_sources(&builds.root)?;
    let first = Arc::clone(builds);
    let first = tokio::task::spawn_blocking(move || first.build());
    tokio::select! {
        built = first => built.context("the build ended early")??,
        () = &mut stop => return Ok(()),
    }
    let listener = listen(port).await?;
    let port = listener.local_addr()?.port();
    let address = format!("http://{}:{port}/", Ipv4Addr::LOCALHOST);
    println!(
        "The book is at {address}{} (Ctrl-C ends it)",
        beside.fragment
    );
    let opened = address + &beside.opens;
    // Kept until serving ends.
    let way = match open {
        true => Some(way_to(&builds.root, &opened).context("target/ cannot be written to")?),
        false => None,
    };
    if let Some(way) = &way
        && !(has_a_browser() && opener::open_browser(way.path()).is_ok())
    {
        println!("Open {opened}");
    }
    let followed = Arc::clone(builds);
    thread::spawn(move || {
        if let Err(error) = follow(&followed, seen) {
            eprintln!("error: changes are not followed: {error:#}");
        }
    });
    tokio::select! {
        ended = axum::serve(listener, router(builds.newest(), beside.routes, port)) => ended.context("serving ended"),
        () = stop => Ok(()),
    }
}

/// A page that leads a browser to an address. Whoever else uses this computer sees with which
/// arguments a browser is started, but cannot read the file.
fn way_to(root: &Path, address: &str) -> io::Result<NamedTempFile> {
    let target = root.join("target");
    fs::create_dir_all(&target)?;
    let mut way = tempfile::Builder::new()
        .prefix("open-")
        .suffix(".html")
        .tempfile_in(target)?;
    // An address has no sign that means something to HTML.
    write!(
        way,
        "<!DOCTYPE html><meta charset=\"utf-8\"><title>The book</title>\
         <script>location.replace(\"{address}\")</script>"
    )?;
    way.flush()?;
    Ok(way)
}

/// Ends at Ctrl-C and, where there are such, at the signals of `kill` and of a closed terminal.
fn stop() -> io::Result<impl Future<Output = ()>> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut interrupted = signal(SignalKind::interrupt())?;
        let mut terminated = signal(SignalKind::terminate())?;
        let mut hung_up = signal(SignalKind::hangup())?;
        Ok(async move {
            tokio::select! {
                _ = interrupted.recv() => {}
                _ = terminated.recv() => {}
                _ = hung_up.recv() => {}
            }
        })
    }
    #[cfg(windows)]
    {
        let mut interrupted = tokio::signal::windows::ctrl_c()?;
        Ok(async move { _ = interrupted.recv().await })
    }
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

fn router(newest: Newest, beside: Router, port: u16) -> Router {
    Router::new()
        .route(&format!("/{LIVE_RELOAD}/{{build}}"), get(live_reload))
        .fallback(page)
        .layer(overriding(header::CACHE_CONTROL, "no-cache"))
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(BROTLI)))
        .with_state(newest)
        .merge(beside)
        // No page from elsewhere frames one of the book, or holds on to a window with one.
        .layer(overriding(
            header::CONTENT_SECURITY_POLICY,
            "frame-ancestors 'none'",
        ))
        .layer(overriding(header::X_FRAME_OPTIONS, "DENY"))
        .layer(overriding(
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ))
        .layer(from_fn_with_state(port, known))
}

fn overriding(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
}

/// Passes on what a page of this book may ask for. A page from elsewhere may have a name of its own
/// lead to this computer, and may ask this server from within the reader's browser.
async fn known(State(port): State<u16>, request: Request, next: Next) -> Response {
    match refusal(port, request.headers()) {
        Some(refusal) => refusal.into_response(),
        None => next.run(request).await,
    }
}

fn refusal(port: u16, headers: &HeaderMap) -> Option<impl IntoResponse + use<>> {
    let hosts = ["127.0.0.1", "localhost"].map(|name| match port {
        80 => name.to_owned(),
        _ => format!("{name}:{port}"),
    });
    let is = |name: HeaderName, own: &dyn Fn(&str) -> bool| {
        let value = headers.get(name).map(HeaderValue::to_str);
        value.map(|value| value.is_ok_and(own))
    };
    let own_host = is(header::HOST, &|host| hosts.iter().any(|own| own == host));
    let own_origin = is(header::ORIGIN, &|origin| {
        let host = origin.strip_prefix("http://");
        hosts.iter().any(|own| Some(own.as_str()) == host)
    });
    let (status, why) = if own_host != Some(true) {
        (StatusCode::MISDIRECTED_REQUEST, "by no other name")
    } else if own_origin == Some(false) {
        (StatusCode::FORBIDDEN, "and to its own pages alone")
    } else {
        return None;
    };
    let said = format!("This book is served at http://{}, {why}.\n", hosts[0]);
    Some((status, said))
}

/// A file of the newest build.
async fn page(State(newest): State<Newest>, request: Request) -> Response {
    // Held until the file is open, so that its folder is there so long.
    let folder = newest.borrow().clone();
    let Some(folder) = folder else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let not_found = ServeFile::new(folder.path().join("404.html"));
    let answer = ServeDir::with_backend(folder.path(), Inside(folder.path().to_owned()))
        .not_found_service(not_found)
        .try_call(request)
        .await;
    match answer {
        Ok(answer) => answer.map(Body::new),
        Err(error) => {
            eprintln!("error: a file of the book cannot be read: {error}");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// The files in a folder, without those to which a link leads out of it.
#[derive(Clone)]
struct Inside(PathBuf);

impl Inside {
    /// The file itself, if it is in the folder.
    fn file(&self, path: &Path) -> io::Result<PathBuf> {
        let file = path.canonicalize()?;
        match file.starts_with(self.0.canonicalize()?) {
            true => Ok(file),
            false => Err(ErrorKind::NotFound.into()),
        }
    }
}

impl Backend for Inside {
    type File = TokioFile;
    type Metadata = fs::Metadata;
    type OpenFuture = Pin<Box<dyn Future<Output = io::Result<TokioFile>> + Send>>;
    type MetadataFuture = Pin<Box<dyn Future<Output = io::Result<fs::Metadata>> + Send>>;

    fn open(&self, path: PathBuf) -> Self::OpenFuture {
        match self.file(&path) {
            Ok(file) => TokioBackend.open(file),
            Err(error) => Box::pin(async { Err(error) }),
        }
    }

    fn metadata(&self, path: PathBuf) -> Self::MetadataFuture {
        match self.file(&path) {
            Ok(file) => TokioBackend.metadata(file),
            Err(error) => Box::pin(async { Err(error) }),
        }
    }
}

/// Tells a page of that build when it is outdated, which it may be before it asks.
async fn live_reload(
    extract::Path(build): extract::Path<String>,
    State(mut newest): State<Newest>,
) -> Sse<impl Stream<Item = Result<Event, RecvError>>> {
    let outdated = move |newest: &Option<Arc<TempDir>>| {
        let newest = newest.as_deref();
        newest.is_some_and(|folder| builds::name(folder) != build)
    };
    Sse::new(stream::once(async move {
        newest.wait_for(outdated).await?;
        Ok(Event::default().data("reload"))
    }))
}

/// On Linux a browser needs a display; without one, `xdg-open` would take over the terminal.
fn has_a_browser() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| env::var_os(name).is_some())
}
