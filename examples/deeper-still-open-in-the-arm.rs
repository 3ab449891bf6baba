use std::cell::RefCell;

fn main() {
    let queue = RefCell::new(vec!["Ada", "Grace"]);
    match queue.borrow_mut().pop() {
        Some(name) => queue.borrow_mut().insert(0, name),
        None => println!("nobody waits"),
    }
}
