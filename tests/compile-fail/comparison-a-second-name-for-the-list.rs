fn main() {
    let first = vec!["bread"];
    let mut second = first;
    second.push("milk");
    println!("{} items", first.len());
}
