//! What a search engine or a friend is shown of a page: its first sentences.
//!
//! ```text
//! # Scope and drop
//!
//! Two tickets, declared one after the other. In which order are they torn up?
//! ```
//!
//! becomes `Two tickets, declared one after the other. In which order are they torn up?`

use listings::Inline;

/// Search engines show about this many characters.
const LONGEST: usize = 155;
/// A paragraph of as many says enough alone; a shorter one is followed by the next.
const ENOUGH: usize = 45;

/// The first paragraphs of a page as plain text, cut at the end of a sentence or of a word;
/// `measured` says what stands for a measured number.
pub fn description(paragraphs: &[Vec<Inline>], measured: impl Fn(&[String]) -> String) -> String {
    let mut text = String::new();
    for paragraph in paragraphs {
        if text.chars().count() >= ENOUGH {
            break;
        }
        if !text.is_empty() {
            text.push(' ');
        }
        let inlines = paragraph.iter().map(|inline| match inline {
            Inline::Text(text) => text.clone(),
            Inline::Measured(words) => measured(words),
        });
        text += inlines.collect::<String>().trim();
    }
    shortened(&text)
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    // One character more shows whether a sentence or a word ends exactly at the limit.
    let window: String = text.chars().take(LONGEST + 1).collect();
    let sentence = (window.match_indices(['.', '?', '!']))
        .map(|(at, mark)| window.split_at(at + mark.len()))
        .filter(|(_, rest)| rest.starts_with(' '))
        .map(|(sentence, _)| sentence)
        .rfind(|sentence| sentence.chars().count() >= ENOUGH);
    if let Some(sentence) = sentence {
        return sentence.to_owned();
    }
    let room: String = window.chars().take(LONGEST - 1).collect();
    let words = room.rsplit_once(' ').map_or(&*room, |(words, _)| words);
    format!("{} …", words.trim_end_matches([',', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::LONGEST;
    use listings::{Library, Page};

    fn description(markdown: &str) -> String {
        let (page, _) = Page::parse(
            "src/a.md".as_ref(),
            markdown.to_owned(),
            &Library::default(),
        );
        super::description(&page.paragraphs, |words| words.join("-"))
    }

    #[test]
    fn a_measured_number_stands_where_it_is_asked_for() {
        let page = "{{#measured peak trees c}} in C,\nand *{{#measured size trees}}* trees.";
        assert_eq!(
            description(page),
            "peak-trees-c in C, and size-trees trees."
        );
    }

    #[test]
    fn directives_lists_and_marks_are_left_out() {
        let page = "# Drop\n\nWho *cleans* `s` up,\nand [when](x.md)?\n\n{{#chart a}}\n\n- no\n\nThe owner.";
        assert_eq!(description(page), "Who cleans s up, and when? The owner.");
    }

    #[test]
    fn a_long_page_is_cut_at_the_end_of_a_sentence_if_that_leaves_enough() {
        let first = "A sentence that is long enough to be shown alone.";
        let page = format!(
            "{first} {}",
            "Another follows, and goes on and on. ".repeat(9)
        );
        let said = description(&page);
        assert!(
            said.starts_with(first) && said.ends_with("on and on."),
            "{said}"
        );
        assert!(said.chars().count() <= LONGEST, "{said}");
    }

    #[test]
    fn a_sentence_without_end_is_cut_between_two_words() {
        for word in ["länger ", "a, ", "word "] {
            let said = description(&format!("Short. {}", word.repeat(99)));
            assert!(said.chars().count() <= LONGEST, "{said}");
            let word = word.trim_end();
            assert!(
                said.ends_with(&format!("{} …", word.trim_end_matches(','))),
                "{said}"
            );
        }
    }
}
