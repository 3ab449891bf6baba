fn main() {
    let mut words = Vec::new();
    {
        let line = String::from("tea for two");
        words.extend(line.split(' '));
    }
    println!("{words:?}");
}
