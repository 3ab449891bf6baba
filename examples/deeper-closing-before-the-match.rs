use std::cell::RefCell;

fn main() {
    let queue = RefCell::new(vec!["Ada", "Grace"]);
    let next = queue.borrow_mut().pop();
    match next {
        Some(name) => queue.borrow_mut().insert(0, name),
        None => println!("nobody waits"),
    }
    println!("{:?}", queue.borrow());
}
