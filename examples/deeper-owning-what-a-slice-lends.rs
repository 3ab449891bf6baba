fn loudest(words: &[String]) -> Vec<String> {
    let loud = words.iter().filter(|word| word.ends_with('!'));
    loud.cloned().collect()
}

fn main() {
    let words = [String::from("tea"), String::from("cake!")];
    println!("{:?} of {}", loudest(&words), words.len());
}
