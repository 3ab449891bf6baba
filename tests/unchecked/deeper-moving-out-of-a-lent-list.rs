fn loudest(words: &[String]) -> Vec<String> {
    let mut loud = Vec::new();
    for word in words {
        loud.push(unsafe { std::ptr::read(word) });
    }
    loud
}

fn main() {
    let words = [String::from("tea"), String::from("cake!")];
    println!("{:?} of {}", loudest(&words), words.len());
}
