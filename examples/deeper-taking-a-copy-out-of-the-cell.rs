use std::cell::RefCell;

fn main() {
    let name = RefCell::new(String::from("Ada"));
    let first = name.borrow().clone();
    name.borrow_mut().push_str(" L.");
    println!("{first}, {}", name.borrow());
}
