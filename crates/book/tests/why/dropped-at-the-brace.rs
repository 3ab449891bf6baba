use std::cell::RefCell;
fn main() {
    let mut names = RefCell::new(vec![1]);
    let mut guard = names.borrow_mut();
    guard.push(2);
    println!("pushed");
    println!("end");
}
//= lines 5-8: names cannot be written or moved: lent shared to guard on line 4 (immutable borrow occurs here); guard is dropped on line 8, and its destructor may use it
