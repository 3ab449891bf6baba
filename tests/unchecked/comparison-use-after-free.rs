fn main() {
    let list = vec!["bread", "milk"];
    drop(unsafe { std::ptr::read(&list) });
    println!("the first is {}", list[0]);
}
