use std::cell::RefCell;

fn main() {
    let log = RefCell::new(vec!["doors open"]);
    let first = log.borrow();
    log.borrow_mut().push("film begins");
    println!("{first:?}");
}
