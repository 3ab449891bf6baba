fn words(line: &str) -> impl Iterator<Item = String> + use<> {
    let words: Vec<String> = line.split(' ').map(String::from).collect();
    words.into_iter()
}

fn main() {
    let line = String::from("tea and cake");
    let words = words(&line);
    drop(line);
    println!("{}", words.count());
}
