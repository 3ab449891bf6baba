use std::cell::RefCell;
fn main() {
    let mut names = RefCell::new(vec!["a"]);
    let Some(first) = names.borrow().first().copied() else { //~ names: RWO
        names.get_mut().push("b"); //~ names: RWO
        return; //~ names: RWO
    };
    names.get_mut().push(first); //~ names: RWO, first: R-C
    println!("{names:?}"); //~ names: RWO, first: R-C
} //~ names: RWO, first: R-C
