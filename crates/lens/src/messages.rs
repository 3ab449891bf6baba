//! What rustc says of a program, message by message: the first answer, before anything is drawn.

use crate::rustc::{self, Deadline, Diagnostic};
use crate::{LensError, Options, program};
use serde::Serialize;

/// A message of rustc about a spot of a program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Message {
    /// `error` or `warning`.
    pub level: String,
    /// `E0382`, or the name of a lint; some have neither.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// rustc's words in one line.
    pub text: String,
    /// rustc's words as a terminal shows them, with its codes for colors.
    pub rendered: String,
    /// Where the spot begins and ends.
    pub from: Spot,
    /// The first character after it.
    pub to: Spot,
}

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Spot {
    /// The line, from 1.
    pub line: usize,
    /// Where on that line, in characters from 1.
    pub column: usize,
}

/// All that rustc says of a program, whether it compiles or not.
///
/// # Errors
/// If the program is too large, reads other files, or rustc cannot be started or takes too long.
pub fn messages(source: &str, options: &Options) -> Result<Vec<Message>, LensError> {
    program::with_room(source, |source| {
        program::ensure_reads_itself_alone(source)?;
        let said = rustc::messages(
            source,
            options.tests,
            &Deadline::after(options.limit, &options.stop),
        )?;
        Ok(said.iter().map(|said| message(source, said)).collect())
    })
}

fn message(source: &str, said: &Diagnostic) -> Message {
    let bytes = said.primary();
    Message {
        level: match said.level.as_str() {
            "warning" => "warning".to_owned(),
            _ => "error".to_owned(),
        },
        code: Some(said.code().to_owned()).filter(|code| !code.is_empty()),
        text: said.message.clone(),
        rendered: said.rendered.clone().unwrap_or_default(),
        from: spot(source, bytes.start),
        to: spot(source, bytes.end),
    }
}

fn spot(source: &str, byte: usize) -> Spot {
    let before = source.get(..byte).unwrap_or(source);
    let (lines, on_line) = before.rsplit_once('\n').unwrap_or(("", before));
    let first = usize::from(before.contains('\n'));
    Spot {
        line: lines.matches('\n').count() + first + 1,
        column: on_line.chars().count() + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spot_is_counted_in_characters() {
        let source = "fn é() {}\nlet ü = x;\n";
        let at = source.find('x').expect("it is there");
        assert_eq!(spot(source, 0), Spot { line: 1, column: 1 });
        assert_eq!(spot(source, at), Spot { line: 2, column: 9 });
        assert_eq!(spot(source, source.len()), Spot { line: 3, column: 1 });
    }
}
