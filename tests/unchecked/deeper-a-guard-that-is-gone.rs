use std::cell::RefCell;

fn main() {
    let name = RefCell::new(String::from("Ada"));
    let first = &raw const *name.borrow().as_str();
    name.replace(String::from("Grace"));
    println!("{}", unsafe { &*first });
}
