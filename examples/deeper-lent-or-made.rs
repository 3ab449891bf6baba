use std::borrow::Cow;

fn first(names: &[String]) -> Cow<'_, str> {
    match names.first() {
        Some(name) => Cow::Borrowed(name),
        None => Cow::Owned(format!("one of {}", names.len())),
    }
}

fn main() {
    println!("{}, {}", first(&[String::from("Ada")]), first(&[]));
}
