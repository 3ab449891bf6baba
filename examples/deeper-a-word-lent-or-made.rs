use std::borrow::Cow;

fn first(line: &str) -> Cow<'_, str> {
    match line.split_once(' ') {
        Some((word, _)) => Cow::Borrowed(word),
        None => Cow::Owned(format!("{line}?")),
    }
}

fn main() {
    let order = String::from("tea for two");
    let word = first(&order);
    println!("{word}");
}
