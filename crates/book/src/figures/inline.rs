//! A sentence of Markdown within HTML: `` `s1` has *moved* `` as `<code>s1</code> has <em>moved</em>`.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html::push_html};

/// The sentence as HTML without a paragraph around it, on one line; HTML in it is text.
pub fn html(markdown: &str) -> String {
    on_one_line(Parser::new_ext(markdown, Options::ENABLE_SMART_PUNCTUATION))
}

/// The same without links, for what is itself pressed or followed.
pub fn label(markdown: &str) -> String {
    let events = Parser::new_ext(markdown, Options::ENABLE_SMART_PUNCTUATION);
    let link = |event: &Event<'_>| {
        matches!(
            event,
            Event::Start(Tag::Link { .. }) | Event::End(TagEnd::Link)
        )
    };
    on_one_line(events.filter(|event| !link(event)))
}

fn on_one_line<'t>(events: impl Iterator<Item = Event<'t>>) -> String {
    let events = events.filter_map(|event| match event {
        Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => None,
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::SoftBreak | Event::HardBreak => Some(Event::Text(" ".into())),
        event => Some(event),
    });
    let mut html = String::new();
    push_html(&mut html, events);
    html.trim().replace('\n', "&#10;")
}

#[cfg(test)]
mod tests {
    use super::{html, label};

    #[test]
    fn a_sentence_is_html_on_one_line() {
        let sentence = "`a < b` has\n*moved*: <b>no</b> \"tag\"";
        let expected = "<code>a &lt; b</code> has <em>moved</em>: &lt;b&gt;no&lt;/b&gt; “tag”";
        assert_eq!(html(sentence), expected);
        assert_eq!(label("[a `b`](c.md)"), "a <code>b</code>");
    }
}
