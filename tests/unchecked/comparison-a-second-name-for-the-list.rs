fn main() {
    let first = vec!["bread"];
    let mut second = unsafe { std::ptr::read(&first) };
    second.push("milk");
    println!("{} items", first.len());
}
