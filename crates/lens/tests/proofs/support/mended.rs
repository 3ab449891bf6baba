//! A refused program without the errors that it uses what has moved or has no value, but with every
//! move where it was.
//!
//! rustc reports such an error once, so that one of the program's own would hide what is asked. A
//! refused use gets a value on a way of its own:
//!
//! ```text
//! let n = text.len();
//! let n = (if __any::<bool>() { text = __any(); text.len() } else { __any() });
//! ```
//!
//! What has moved before is gone after it as it was: the other way leads there.

use super::rustc::{Error, errors};
use std::ops::Range;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// What every mended program ends with.
const ANY: &str = "\nconst fn __any<T>() -> T { loop {} }\n";

/// A program, and what it is mended with: at which byte, and what.
pub struct Mended {
    source: String,
    insertions: Vec<(usize, String)>,
}

/// The mended program; `None` if it has other errors than those.
pub fn mended(source: &str) -> Option<Mended> {
    let mut found = errors(source).expect("the program parses");
    if !found.iter().all(is_absence) {
        return None;
    }
    let file = syn::parse_file(source).expect("the program parses");
    let mut parts = Parts(Vec::new());
    parts.visit_file(&file);
    let mut mended = Mended {
        source: source.to_owned(),
        insertions: Vec::new(),
    };
    // A use that another one hid comes to light when that one is mended.
    while found.iter().any(is_absence) {
        let uses = found.iter().filter(|error| is_absence(error));
        let uses: Vec<(usize, &Error)> = uses
            .map(|error| (mended.original(error.at), error))
            .collect();
        for (at, error) in uses {
            mended.mend(at, error, &parts.0);
        }
        assert!(mended.insertions.len() < 200, "{}", mended.text());
        found = errors(&mended.text()).expect("the mended program parses");
    }
    Some(mended)
}

fn is_absence(error: &Error) -> bool {
    matches!(error.code.as_str(), "E0381" | "E0382")
}

impl Mended {
    /// Gives the use at that byte of the program a value on a way of its own.
    fn mend(&mut self, at: usize, error: &Error, parts: &[Range<usize>]) {
        let around = parts.iter().filter(|part| part.contains(&at));
        let part = around.min_by_key(|part| part.len());
        let part = part.unwrap_or_else(|| {
            panic!(
                "no part around {error:?} in
{}",
                self.text()
            )
        });
        let place = error
            .message
            .split('`')
            .nth(1)
            .expect("a place in the message");
        let root = place.trim_start_matches('*');
        let root = root.split('.').next().unwrap_or_default();
        let before = format!("(if __any::<bool>() {{ {root} = __any(); ");
        self.insertions.push((part.start, before));
        self.insertions
            .push((part.end, " } else { __any() })".into()));
    }

    /// The mended text.
    pub fn text(&self) -> String {
        let mut text = self.source.clone();
        let mut insertions: Vec<&(usize, String)> = self.insertions.iter().collect();
        insertions.sort_by_key(|(at, _)| *at);
        for (at, inserted) in insertions.into_iter().rev() {
            text.insert_str(*at, inserted);
        }
        text + ANY
    }

    /// Where in the program a byte of the mended text is.
    fn original(&self, at: usize) -> usize {
        let mut insertions: Vec<&(usize, String)> = self.insertions.iter().collect();
        insertions.sort_by_key(|(at, _)| *at);
        let mut original = at;
        let mut inserted = 0;
        for (start, text) in insertions {
            if start + inserted + text.len() <= at {
                original -= text.len();
            }
            inserted += text.len();
        }
        original
    }

    /// The column, from 1, at which what stands at that one of the program stands now.
    pub fn column(&self, line: usize, column: usize) -> usize {
        let before: usize = self
            .source
            .split_inclusive('\n')
            .take(line - 1)
            .map(str::len)
            .sum();
        let characters = self.source[before..].char_indices();
        let at = before
            + characters
                .map(|(at, _)| at)
                .nth(column - 1)
                .unwrap_or_default();
        let earlier = self
            .insertions
            .iter()
            .filter(|(start, _)| (before..at).contains(start));
        column + earlier.map(|(_, text)| text.chars().count()).sum::<usize>()
    }
}

/// The expressions of a program that stand for themselves: a statement, the value of a `let`, a
/// condition.
struct Parts(Vec<Range<usize>>);

impl Parts {
    fn add(&mut self, part: &impl Spanned) {
        self.0.push(part.span().byte_range());
    }
}

impl<'ast> Visit<'ast> for Parts {
    fn visit_stmt(&mut self, statement: &'ast syn::Stmt) {
        match statement {
            syn::Stmt::Expr(expr, _) => self.add(expr),
            syn::Stmt::Macro(call) => self.add(&call.mac),
            syn::Stmt::Local(local) => {
                local.init.iter().for_each(|init| self.add(&init.expr));
            }
            syn::Stmt::Item(_) => {}
        }
        visit::visit_stmt(self, statement);
    }

    fn visit_expr(&mut self, expr: &'ast syn::Expr) {
        match expr {
            syn::Expr::If(branch) => self.add(&branch.cond),
            syn::Expr::While(looping) => self.add(&looping.cond),
            syn::Expr::ForLoop(looping) => self.add(&looping.expr),
            syn::Expr::Match(matching) => self.add(&matching.expr),
            syn::Expr::Let(binding) => self.add(&binding.expr),
            syn::Expr::Assign(assign) => self.add(&assign.right),
            syn::Expr::Return(back) => back.expr.iter().for_each(|value| self.add(value)),
            _ => {}
        }
        visit::visit_expr(self, expr);
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        self.add(&arm.body);
        visit::visit_arm(self, arm);
    }
}
