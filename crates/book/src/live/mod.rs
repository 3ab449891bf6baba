//! What a reader may ask of this computer about a program of his or her own: to look at it, to run
//! it, and to be asked about it. The served pages ask under `/live/`.

pub mod ask;
pub mod desk;
mod door;
mod look;
mod page;
mod questions;
mod run;
mod said;

pub use door::Key;

use crate::live::desk::{Busy, Desk, What};
use crate::live::said::Teller;
use axum::Json;
use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use languages::Language;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// The page for a program of the reader's own, below the root of the book.
pub const WORKBENCH: &str = "reference/workbench.html";

/// The longest program, in bytes; the lens takes no longer one.
const LONGEST: usize = 64 << 10;
/// The longest question: a program and its input, with each character written as `\u0000`.
const LONGEST_QUESTION: usize = 16 * LONGEST;

/// What answers.
struct Live {
    desk: Arc<Desk>,
    /// By error code, the address of the section that teaches it.
    sections: BTreeMap<String, String>,
}

/// What a page asks.
#[derive(Deserialize)]
struct Question {
    /// Which page asks: a newer question of the same page takes the place of an older one.
    page: String,
    /// How often it has asked before.
    turn: u64,
    program: String,
    /// What the program reads from its standard input.
    #[serde(default)]
    input: String,
    /// The ending of its files, if it is not Rust: `py`.
    #[serde(default)]
    language: Option<String>,
    /// What leads from the page to the root of the book.
    #[serde(default)]
    to_root: String,
}

/// The addresses under `/live/`, for who has the key, with the sections of the book at `root`.
pub fn routes(root: &Path, key: Key) -> Router {
    let live = Live {
        desk: Arc::new(Desk::default()),
        sections: ask::sections(Some(root)),
    };
    Router::new()
        .route("/live/look", post(look))
        .route("/live/run", post(run))
        .route("/live/page", post(page))
        .route("/live/questions", post(questions))
        .layer(DefaultBodyLimit::max(LONGEST_QUESTION))
        .layer(from_fn_with_state(key, door::with_key))
        .with_state(Arc::new(live))
}

/// Looks at a program: rustc's messages, then its instrument, then the whole one with memory.
async fn look(State(live): State<Arc<Live>>, Json(question): Json<Question>) -> Response {
    let (page, turn) = (question.page.clone(), question.turn);
    answered(
        &live,
        What::Look,
        (&page, turn),
        move |live, teller| async move {
            look::look(
                &live.desk,
                &live.sections,
                question.program,
                question.to_root,
                teller,
            )
            .await;
        },
    )
}

/// Compiles a program and runs it.
async fn run(State(live): State<Arc<Live>>, Json(question): Json<Question>) -> Response {
    let language = question.language.as_deref().filter(|name| *name != "rs");
    let known = |name: &&str| {
        let mut all = Language::ALL.into_iter();
        all.find(|language| language.extension() == *name)
    };
    let language = match language.map(|name| known(&name)) {
        Some(None) => return (StatusCode::BAD_REQUEST, "no such language\n").into_response(),
        language => language.flatten(),
    };
    let (page, turn) = (question.page.clone(), question.turn);
    answered(
        &live,
        What::Run,
        (&page, turn),
        move |live, teller| async move {
            run::run(
                &live.desk,
                language,
                question.program,
                question.input,
                teller,
            )
            .await;
        },
    )
}

/// Makes a page of a program that needs nothing else.
async fn page(State(live): State<Arc<Live>>, Json(question): Json<Question>) -> Response {
    let (page, turn) = (question.page.clone(), question.turn);
    answered(
        &live,
        What::Page,
        (&page, turn),
        move |live, teller| async move {
            look::save(&live.desk, question.program, teller).await;
        },
    )
}

/// Makes questions about a program.
async fn questions(State(live): State<Arc<Live>>, Json(question): Json<Question>) -> Response {
    let (page, turn) = (question.page.clone(), question.turn);
    // It becomes a name on the page.
    let name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if !page.starts_with(|c: char| c.is_ascii_alphabetic()) || !page.chars().all(name) {
        return (StatusCode::BAD_REQUEST, "no such page\n").into_response();
    }
    answered(
        &live,
        What::Questions,
        (&page, turn),
        move |live, teller| async move {
            questions::make(&live.desk, question.program, question.page, teller).await;
        },
    )
}

/// An answer that is told bit by bit, a line of JSON each. It ends early if nobody listens any
/// longer, or if the same page asks anew.
fn answered<F: Future<Output = ()> + Send + 'static>(
    live: &Arc<Live>,
    what: What,
    (page, turn): (&str, u64),
    answer: impl FnOnce(Arc<Live>, Teller) -> F,
) -> Response {
    let asked = match live.desk.ask(page, what, turn) {
        Ok(asked) => asked,
        Err(Busy) => {
            let said =
                "More questions wait already than can be answered soon; try again in a moment.\n";
            return (StatusCode::SERVICE_UNAVAILABLE, said).into_response();
        }
    };
    let (teller, lines) = Teller::new(asked);
    tokio::spawn(answer(Arc::clone(live), teller));
    let kind = [(header::CONTENT_TYPE, "application/x-ndjson")];
    (kind, Body::from_stream(lines)).into_response()
}
