fn shout(text: &str) -> String {
    text.to_uppercase()
}

fn main() {
    let owned = String::from("tea");
    let boxed: Box<str> = Box::from("jam");

    println!("{}", shout("milk"));
    println!("{}", shout(&owned));
    println!("{}", shout(&owned[..1]));
    println!("{}", shout(&boxed));
}
