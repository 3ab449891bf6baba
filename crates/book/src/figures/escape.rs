//! Text that stands in HTML, SVG or an attribute of theirs.

/// The text with everything that markup would take for its own written otherwise.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\n', "&#10;")
}
