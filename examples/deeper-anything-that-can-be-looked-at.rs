fn longest<T: AsRef<str>>(words: &[T]) -> usize {
    let lengths = words.iter().map(|word| word.as_ref().len());
    lengths.max().unwrap_or(0)
}

fn main() {
    let owned = [String::from("tea"), String::from("cake")];
    println!("{} {}", longest(&owned), longest(&["milk", "sugar"]));
}
