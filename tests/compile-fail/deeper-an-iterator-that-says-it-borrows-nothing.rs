fn words(line: &str) -> impl Iterator<Item = String> + use<> {
    line.split(' ').map(String::from)
}

fn main() {
    let line = String::from("tea and cake");
    println!("{}", words(&line).count());
}
