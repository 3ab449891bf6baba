use std::cell::RefCell;

fn main() {
    let log = RefCell::new(vec!["doors open"]);
    let first = log.borrow();
    let second = log.borrow();
    println!("{} and {}", first[0], second[0]);
    println!("{}", log.try_borrow_mut().is_err());
    drop((first, second));
    log.borrow_mut().push("film begins");
    println!("{:?}", log.borrow());
}
