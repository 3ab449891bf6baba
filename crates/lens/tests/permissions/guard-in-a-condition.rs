use std::cell::RefCell;
fn main() {
    let mut names = RefCell::new(vec!["a"]);
    if names.borrow().is_empty() { //~ names: RWO
        names.get_mut().push("b"); //~ names: RWO
    } else {
        names.get_mut().clear(); //~ names: RWO
    }
    while names.borrow().len() < 2 { //~ names: RWO
        names.get_mut().push("c"); //~ names: RW-
    } //~ names: RW-
    println!("{names:?}"); //~ names: RWO
}
