struct View<'a> {
    title: &'a str,
}

fn main() {
    let text = String::from("Tea. How to brew it.");
    let view = View { title: &text[..3] };
    println!("{}", view.title);
}
