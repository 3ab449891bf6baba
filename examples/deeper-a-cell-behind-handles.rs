use std::{cell::RefCell, rc::Rc};

fn main() {
    let list = Rc::new(RefCell::new(vec!["tea"]));
    let kitchen = Rc::clone(&list);
    kitchen.borrow_mut().push("cake");
    println!("{:?}", list.borrow());
}
