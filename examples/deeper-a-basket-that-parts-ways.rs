use std::{cell::RefCell, rc::Rc};

fn main() {
    let mut mine = Rc::new(RefCell::new(vec![3]));
    let yours = Rc::clone(&mine);
    yours.borrow_mut().push(5);
    Rc::make_mut(&mut mine).get_mut().push(7);
    println!("{:?} {:?}", mine.borrow(), yours.borrow());
}
