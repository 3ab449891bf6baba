fn main() {
    let list = vec!["bread", "milk"];
    let second = list.clone();
    println!("own buffer: {}", list.as_ptr() != second.as_ptr());
}
