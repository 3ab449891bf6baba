fn loudest(words: &[String]) -> Vec<String> {
    let mut loud = Vec::new();
    for word in words {
        loud.push(*word);
    }
    loud
}

fn main() {
    let words = [String::from("tea"), String::from("cake!")];
    println!("{:?} of {}", loudest(&words), words.len());
}
