use std::cell::RefCell;

fn main() {
    let till = RefCell::new(5);
    let _ = till.borrow_mut();
    println!("free: {}", till.try_borrow().is_ok());
    let _open = till.borrow_mut();
    println!("free: {}", till.try_borrow().is_ok());
}
