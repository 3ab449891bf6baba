struct Page<'a> {
    text: String,
    title: &'a str,
}

fn main() {
    let text = String::from("Tea. How to brew it.");
    let title = &text[..3];
    let page = Page { text, title };
    println!("{} in {}", page.title, page.text);
}
