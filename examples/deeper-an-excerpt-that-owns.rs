struct Excerpt(String);

fn excerpt() -> Excerpt {
    let line = String::from("tea and cake");
    Excerpt(line[8..].to_string())
}

fn main() {
    println!("{}", excerpt().0);
}
