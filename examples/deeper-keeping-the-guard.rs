use std::cell::RefCell;

fn main() {
    let name = RefCell::new(String::from("Ada"));
    let guard = name.borrow();
    let first = guard.as_str();
    println!("{first} and {}", guard.len());
}
