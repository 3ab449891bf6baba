//! Text that stands in markup.

/// The text as it stands in HTML, in SVG or in an attribute of theirs: with everything that they,
/// or Markdown's lines around them, would take for their own written otherwise.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\n', "&#10;")
}

/// The text as it stands in a sentence of Markdown. Every sign and digit is written as its number,
/// for at the start of a line even `1` may be markup.
pub fn in_markdown(text: &str) -> String {
    let escaped = |c: char| match c {
        c if c.is_ascii_alphabetic() || !c.is_ascii() => c.to_string(),
        c => format!("&#{};", u32::from(c)),
    };
    text.chars().map(escaped).collect()
}

/// A sentence as HTML, with what stands between backticks as code.
pub fn with_code(sentence: &str) -> String {
    let parts: Vec<&str> = sentence.split('`').collect();
    if parts.len().is_multiple_of(2) {
        // One that has no second is a backtick.
        return escaped(sentence);
    }
    let part = |(number, part): (usize, &&str)| match number % 2 {
        0 => escaped(part),
        _ => format!("<code>{}</code>", escaped(part)),
    };
    parts.iter().enumerate().map(part).collect()
}
