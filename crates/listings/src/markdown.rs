//! One page's Markdown, read once: its code, its boxes and its paragraphs.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// What stands where in the text of a page.
#[derive(Debug, Default)]
pub(crate) struct Markdown {
    /// The code blocks, those in boxes too.
    pub code: Vec<Code>,
    /// The boxes.
    pub boxes: Vec<Code>,
    /// Code within a sentence.
    pub spans: Vec<Range<usize>>,
    /// The paragraphs that stand in no list, box or quotation: their plain text, piece by piece.
    pub paragraphs: Vec<Vec<(Range<usize>, String)>>,
}

/// A block of code, or a box, which Markdown takes for one.
#[derive(Debug)]
pub(crate) struct Code {
    /// From its fence to its fence.
    pub range: Range<usize>,
    /// What stands between the fences.
    pub inside: Range<usize>,
    /// The words on a fence; `None` for an indented block.
    pub info: Option<String>,
    /// The code, without what a list or a quotation writes before its lines.
    pub text: String,
    /// Whether it stands in a box.
    pub boxed: bool,
}

impl Code {
    /// Whether it is prose that mdbook-admonish turns into a box.
    pub fn is_box(&self) -> bool {
        (self.info.as_deref().unwrap_or_default()).starts_with("admonish")
    }
}

impl Markdown {
    /// What stands in a text.
    pub fn read(text: &str) -> Markdown {
        let mut markdown = Markdown::default();
        markdown.read_part(text, 0..text.len(), false);
        markdown
    }

    fn read_part(&mut self, text: &str, part: Range<usize>, boxed: bool) {
        let mut current: Option<Code> = None;
        let mut paragraph = Vec::new();
        // How many lists, quotations and tables are around.
        let mut depth = 0;
        let events = Parser::new_ext(&text[part.clone()], options()).into_offset_iter();
        for (event, range) in events {
            let range = part.start + range.start..part.start + range.end;
            match event {
                Event::Start(Tag::CodeBlock(kind)) => {
                    current = Some(Code {
                        inside: range.end..range.end,
                        range,
                        info: match kind {
                            CodeBlockKind::Fenced(info) => Some(info.into_string()),
                            CodeBlockKind::Indented => None,
                        },
                        text: String::new(),
                        boxed,
                    });
                }
                Event::End(TagEnd::CodeBlock) => {
                    let Some(code) = current.take() else { continue };
                    if code.is_box() && !boxed {
                        self.read_part(text, code.inside.clone(), true);
                        self.boxes.push(code);
                    } else {
                        self.code.push(code);
                    }
                }
                Event::Text(piece) => match &mut current {
                    Some(code) => {
                        code.inside = code.inside.start.min(range.start)..range.end;
                        code.text.push_str(&piece);
                    }
                    None => paragraph.push((range, piece.into_string())),
                },
                Event::Code(piece) => {
                    self.spans.push(range.clone());
                    paragraph.push((range, piece.into_string()));
                }
                Event::SoftBreak | Event::HardBreak => paragraph.push((range, " ".to_owned())),
                Event::Start(Tag::Paragraph) => paragraph.clear(),
                Event::End(TagEnd::Paragraph) if depth == 0 && !boxed => {
                    self.paragraphs.push(std::mem::take(&mut paragraph));
                }
                Event::Start(
                    Tag::List(_) | Tag::BlockQuote(_) | Tag::FootnoteDefinition(_) | Tag::Table(_),
                ) => depth += 1,
                Event::End(
                    TagEnd::List(_)
                    | TagEnd::BlockQuote(_)
                    | TagEnd::FootnoteDefinition
                    | TagEnd::Table,
                ) => depth -= 1,
                _ => {}
            }
        }
    }
}

/// Those with which mdBook reads a page, but for quotes and dashes, which it makes fine.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
}
