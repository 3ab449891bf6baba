//! Who may have a program looked at or run: the pages of this book, in the browser of the reader
//! who started it, and nobody else.
//!
//! A page from elsewhere may send requests to this computer too, and so may another user of it. That
//! the name of the host and the origin are the book's own, the server looks at for every request.
//! Here it must be a page's own script that asks (`Sec-Fetch-Site`), with JSON, which no form and no
//! other origin can send unasked, and it must know the key, which stands in the address that
//! `cargo run` prints.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::fmt::Write;

/// The header with the key.
const KEY: &str = "book-key";

/// A secret that is made anew each time the book is served.
#[derive(Clone)]
pub struct Key(String);

impl Key {
    /// A key that nobody has.
    ///
    /// # Errors
    /// If the system has no random numbers.
    pub fn new() -> Result<Key, getrandom::Error> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes)?;
        Ok(Key(bytes.iter().fold(String::new(), |mut key, byte| {
            _ = write!(key, "{byte:02x}");
            key
        })))
    }

    /// The key as text.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Whether that is the key. It takes as long for a wrong one as for the right one, so that the
    /// time tells nothing.
    fn is(&self, other: &[u8]) -> bool {
        let own = self.0.as_bytes();
        let differ = own
            .iter()
            .zip(other)
            .fold(0, |differ, (a, b)| differ | (a ^ b));
        own.len() == other.len() && differ == 0
    }
}

/// Lets through what a page of this book asks with the key.
pub async fn with_key(State(key): State<Key>, request: Request, next: Next) -> Response {
    match refusal(&key, request.headers()) {
        Some(refusal) => refusal.into_response(),
        None => next.run(request).await,
    }
}

fn refusal(key: &Key, headers: &HeaderMap) -> Option<(StatusCode, &'static str)> {
    let is = |name: &str, value: &str| headers.get(name).is_some_and(|found| found == value);
    if !headers.contains_key(header::ORIGIN) || !is("sec-fetch-site", "same-origin") {
        return Some((
            StatusCode::FORBIDDEN,
            "Only a page of this book may ask, in a browser that says where a question comes from.\n",
        ));
    }
    if !is("content-type", "application/json") {
        return Some((
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "A question is JSON: application/json.\n",
        ));
    }
    if !headers
        .get(KEY)
        .is_some_and(|found| key.is(found.as_bytes()))
    {
        return Some((
            StatusCode::UNAUTHORIZED,
            "Not connected: open the address that cargo run printed in the terminal; it ends in #key=….\n",
        ));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn a_key_is_itself_alone() {
        let key = Key::new().expect("random numbers");
        let other = Key::new().expect("random numbers");
        assert_eq!(key.text().len(), 32);
        assert!(key.is(key.text().as_bytes()));
        for wrong in [
            other.text(),
            "",
            &key.text()[..31],
            &format!("{}0", key.text()),
        ] {
            assert!(!key.is(wrong.as_bytes()), "{wrong}");
        }
    }
}
