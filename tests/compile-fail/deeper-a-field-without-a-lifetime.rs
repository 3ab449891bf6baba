struct Excerpt {
    text: &str,
}

fn main() {
    let excerpt = Excerpt { text: "cake" };
    println!("{}", excerpt.text);
}
