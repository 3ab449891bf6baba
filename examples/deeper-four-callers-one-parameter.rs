fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

fn main() {
    let owned = String::from("tea for 2");
    let boxed: Box<str> = "milk".into();
    println!("{} {}", letters(&owned), letters("cake"));
    println!("{} {}", letters(&owned[..3]), letters(&boxed));
}
