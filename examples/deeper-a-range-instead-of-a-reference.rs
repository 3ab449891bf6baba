use std::ops::Range;

struct Page {
    text: String,
    title: Range<usize>,
}

fn main() {
    let text = String::from("Tea. How to brew it.");
    let page = Page { title: 0..3, text };
    let moved = Box::new(page);
    println!("{}", &moved.text[moved.title.clone()]);
}
