struct Excerpt<'a> {
    text: &'a str,
}

fn main() {
    let line = String::from("tea and cake");
    let excerpt = Excerpt { text: &line[8..] };
    println!("{}", excerpt.text);
    drop(line);
}
