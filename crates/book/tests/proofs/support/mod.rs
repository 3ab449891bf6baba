//! A small book to break and to serve, and where the real one is.

#[path = "../../../../lens/tests/proofs/support/part.rs"]
pub mod part;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// A small book, built once, to be broken.
pub struct SmallBook {
    pub folder: TempDir,
}

impl SmallBook {
    /// With one page, one listing and one rejected program.
    pub fn built() -> SmallBook {
        let folder = TempDir::new().expect("a temporary folder");
        let book = SmallBook { folder };
        book.write(
            "book.toml",
            "[book]\ntitle = \"A small book\"\n[build]\nuse-default-preprocessors = false\n",
        );
        book.write("src/SUMMARY.md", "# Summary\n\n- [Tickets](tickets.md)\n");
        book.write(
            "src/tickets.md",
            "# Tickets\n\n{{#listing tickets-counting}}\n\n{{#rejected tickets-lost}}\n",
        );
        book.write(
            "examples/tickets-counting.rs",
            "fn main() {\n    println!(\"3 tickets\");\n}\n",
        );
        book.write("examples/tickets-counting.stdout", "3 tickets\n");
        book.write(
            "tests/compile-fail/tickets-lost.rs",
            "fn main() {\n    let ticket: u8 = \"lost\";\n}\n",
        );
        book.write(
            "tests/compile-fail/tickets-lost.stderr",
            "error[E0308]: mismatched types\n",
        );
        book.write("theme/head.hbs", "");
        let (success, complaint) = book.build();
        assert!(success, "the unbroken book builds: {complaint}");
        book
    }

    /// The same in this book's own theme.
    pub fn in_our_theme() -> SmallBook {
        let book = SmallBook::built();
        let theme = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../theme"));
        for name in ["index.hbs", "card.png", "cover.png", "epub.css"] {
            let bytes = fs::read(theme.join(name)).expect("a file of the theme");
            book.write(&format!("theme/{name}"), bytes);
        }
        book
    }

    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) -> &SmallBook {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        fs::write(path, text).expect("the file is written");
        self
    }

    /// Builds it: whether that went well, and what was said on standard error.
    pub fn build(&self) -> (bool, String) {
        self.build_as(&[], &[])
    }

    /// The same, with options and with variables set in the environment.
    pub fn build_as(&self, options: &[&str], variables: &[(&str, &str)]) -> (bool, String) {
        let output = self.run_as(options, variables);
        (
            output.status.success(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    }

    /// The same: all that came of it.
    pub fn run_as(&self, options: &[&str], variables: &[(&str, &str)]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_book"))
            .arg("build")
            .args(options)
            .env_remove("CHROME_PATH")
            .envs(variables.iter().copied())
            .current_dir(self.folder.path())
            .output()
            .expect("the binary starts")
    }

    /// The build fails, says exactly this, and leaves the last good build as it was.
    pub fn complains(&self, expected: &[&str]) {
        let good = self.folder.path().join("book/tickets.html");
        let before = fs::read(&good).expect("the last good build is there");
        let (success, complaint) = self.build();
        assert!(!success, "the build must fail, and said: {complaint}");
        let said: Vec<&str> = complaint
            .lines()
            .filter(|line| line.contains(':'))
            .collect();
        let said: Vec<&str> = said
            .into_iter()
            .filter(|line| !line.starts_with("error:"))
            .collect();
        assert_eq!(said, expected, "in {complaint}");
        assert_eq!(
            fs::read(&good).ok(),
            Some(before),
            "the last good build stays"
        );
    }
}

/// The folder of the real book.
pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// The files below a folder, sorted.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}
