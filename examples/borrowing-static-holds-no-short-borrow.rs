fn last_words<T: std::fmt::Display + 'static>(value: T) {
    println!("{value}");
}

fn main() {
    let literal: &'static str = "part of the program";
    let owned = String::from("dropped when the call ends");
    last_words(literal);
    last_words(owned);
    println!("{literal}");
}
