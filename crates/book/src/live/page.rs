//! One program with its instrument as a page that needs nothing else: for slides, a blog or a report.

use crate::figures::escape::{escaped, with_code};
use crate::live::look;
use crate::words::memory as words;
use lens::{LensError, Options, Patience};

/// How the book's own pages look and step.
const STYLES: [&str; 3] = [
    include_str!("../../../../theme/page.css"),
    include_str!("../../../../theme/listing.css"),
    include_str!("../../../../theme/instrument.css"),
];
const SCRIPT: &str = include_str!("../../../../theme/instrument.js");

/// The page: rustc's messages, then the program with its lanes and, if it runs, its memory.
///
/// # Errors
/// If rustc cannot be asked about the program. One that is refused has a page.
pub fn page(title: &str, program: &str, options: &Options) -> Result<String, LensError> {
    let messages = lens::messages(program, options)?;
    let mut parts = look::rendered(&messages, |_| None);
    match lens::timeline(program, options) {
        Ok(timeline) => {
            let traced = match timeline.refusals.is_empty() {
                true => Some(lens::trace_within(
                    program,
                    Some(&timeline),
                    Patience {
                        stop: options.stop.clone(),
                        ..Patience::default()
                    },
                )),
                false => None,
            };
            let trace = traced.as_ref().and_then(|traced| traced.as_ref().ok());
            let (html, classes) = look::drawn(program, &timeline, trace, None);
            if let Some(Err(error)) = &traced {
                let why = with_code(&words::none(&error.to_string()));
                parts += &format!("<p>{why}.</p>");
            }
            parts = format!("<figure class=\"listing{classes}\">{html}</figure>{parts}");
        }
        Err(LensError::Stopped(_) | LensError::NotRust { .. }) if !messages.is_empty() => {
            let code = crate::figures::colors::lines("rust", program).unwrap_or_default();
            let code = crate::figures::colors::block("rust", &code, &[]);
            parts = format!("{code}{parts}");
        }
        Err(error) => return Err(error),
    }
    let title = escaped(title);
    Ok(format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<style>\n{}body {{ display: block; }}\n</style>\n</head>\n\
         <body>\n<main id=\"content\">\n<h1>{title}</h1>\n{parts}\n</main>\n\
         <script type=\"module\">\n{SCRIPT}</script>\n</body>\n</html>\n",
        STYLES.concat()
    ))
}
