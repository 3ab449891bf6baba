//! mdBook 0.4's names for mdBook 0.5's types.
//!
//! mdbook-admonish 1.20.0 is written for mdBook 0.4; this book is built by mdBook 0.5. Cargo gives
//! mdbook-admonish this crate in the place of mdBook 0.4 (`[patch.crates-io]` in the workspace's
//! Cargo.toml), so that it works on mdBook 0.5's own [`Book`](book::Book), and nobody compiles a
//! second mdBook. Only what mdbook-admonish uses is here. Delete this crate once mdbook-admonish's
//! pull request 235 (mdBook 0.5) is released.

/// The book, as a preprocessor gets and returns it.
pub mod book {
    pub use mdbook_preprocessor::book::{Book, BookItem};
}

/// How things go wrong.
pub mod errors {
    pub use mdbook_preprocessor::errors::Result;
}

/// What a preprocessor is, and what it is told.
pub mod preprocess {
    use crate::book::Book;
    use crate::errors::Result;
    use std::collections::BTreeMap;

    /// Changes a book before it is rendered.
    pub trait Preprocessor {
        /// As `book.toml` has it.
        fn name(&self) -> &str;

        /// The changed book.
        ///
        /// # Errors
        /// Whatever the preprocessor finds wrong.
        fn run(&self, context: &PreprocessorContext, book: Book) -> Result<Book>;

        /// Whether it works for that renderer.
        fn supports_renderer(&self, _renderer: &str) -> bool {
            true
        }
    }

    /// What a preprocessor is told about the build.
    #[derive(Debug, Clone)]
    pub struct PreprocessorContext {
        /// The name of the renderer: `html`.
        pub renderer: String,
        /// The settings.
        pub config: Config,
    }

    /// The settings of one preprocessor: its table in `book.toml`.
    #[derive(Debug, Clone)]
    pub struct Config {
        /// Each key with its value.
        pub table: BTreeMap<String, String>,
    }

    impl Config {
        /// The settings, whoever asks.
        pub fn get_preprocessor(&self, _name: &str) -> Option<&BTreeMap<String, String>> {
            Some(&self.table)
        }
    }
}

/// Helpers of mdBook's own.
pub mod utils {
    use std::collections::HashMap;

    /// An anchor made from a heading, which stands once on its page: letters, digits, `_` and `-`
    /// stay, blanks become `-`, and the second of a name ends with `-1`.
    pub fn unique_id_from_content(
        heading: &str,
        taken: &mut HashMap<String, usize, impl std::hash::BuildHasher>,
    ) -> String {
        let letters = heading.trim().chars().filter_map(|letter| match letter {
            '_' | '-' => Some(letter),
            _ if letter.is_alphanumeric() => Some(letter.to_ascii_lowercase()),
            _ if letter.is_whitespace() => Some('-'),
            _ => None,
        });
        let id: String = letters.collect();
        let before = taken.entry(id.clone()).or_insert(0);
        *before += 1;
        match *before {
            1 => id,
            times => format!("{id}-{}", times - 1),
        }
    }
}
