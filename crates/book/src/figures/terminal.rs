//! What a terminal shows, as HTML: text in the colors that its codes ask for.
//!
//! ```text
//! \x1b[1m\x1b[91merror\x1b[0m: …     <span class="line"><b class="a9">error</b>: …</span>
//! ```

use crate::figures::escape::escaped;

/// The text of a program or of rustc, with a span for each line and each color; every other code is
/// left out.
pub fn html(text: &str) -> String {
    let mut style = Style::default();
    let lines = text.split_inclusive('\n');
    lines
        .map(|text| format!("<span class=\"line\">{}</span>", line(text, &mut style)))
        .collect()
}

/// A line that begins in a style, and what that is after it.
fn line(text: &str, style: &mut Style) -> String {
    let mut parts = text.split('\u{1b}');
    let mut html = style.around(parts.next().unwrap_or_default());
    for part in parts {
        let rest = match part.strip_prefix('[') {
            // `38;5;9m`; a letter ends the code.
            Some(code) => match code.find(|c: char| c.is_ascii_alphabetic()) {
                Some(end) => {
                    if code[end..].starts_with('m') {
                        style.change(&code[..end]);
                    }
                    &code[end + 1..]
                }
                None => "",
            },
            None => part,
        };
        html += &style.around(rest);
    }
    html
}

/// How text looks.
#[derive(Default)]
struct Style {
    bold: bool,
    /// One of the 16 colors that every terminal has.
    color: Option<u8>,
}

impl Style {
    /// Does what a code asks for.
    fn change(&mut self, code: &str) {
        let mut numbers = code.split(';').map(|number| number.parse::<u8>().ok());
        while let Some(number) = numbers.next() {
            match number.unwrap_or(0) {
                0 => *self = Style::default(),
                1 => self.bold = true,
                22 => self.bold = false,
                // `38;5;9`: a color by its number.
                38 => {
                    let number = numbers.nth(1).flatten();
                    self.color = number.filter(|color| *color < 16);
                }
                39 => self.color = None,
                normal @ 30..=37 => self.color = Some(normal - 30),
                bright @ 90..=97 => self.color = Some(bright - 90 + 8),
                _ => {}
            }
        }
    }

    fn around(&self, text: &str) -> String {
        let text = escaped(text);
        let tag = if self.bold { "b" } else { "span" };
        match self.color {
            _ if text.is_empty() => text,
            Some(color) => format!("<{tag} class=\"a{color}\">{text}</{tag}>"),
            None if self.bold => format!("<b>{text}</b>"),
            None => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::html;

    #[test]
    fn lines_and_colors_are_spans_and_text_is_text() {
        let text = "a \u{1b}[1m\u{1b}[38;5;9merror<b>\u{1b}[0m: x\u{1b}[2K\u{1b}[94m |\n b";
        let shown = "<span class=\"line\">a <b class=\"a9\">error&lt;b&gt;</b>: x<span class=\"a12\"> |&#10;</span></span>\
                     <span class=\"line\"><span class=\"a12\"> b</span></span>";
        assert_eq!(html(text), shown);
    }

    #[test]
    fn what_ends_too_early_ends_quietly() {
        for text in [
            "\u{1b}",
            "\u{1b}[",
            "\u{1b}[38;5",
            "\u{1b}[38m",
            "\u{1b}[;;m",
        ] {
            assert_eq!(html(text), "<span class=\"line\"></span>", "{text:?}");
        }
    }
}
