fn main() {
    let mut first = vec!["bread"];
    let second = &mut first;
    second.push("milk");
    println!("{} items", first.len());
}
