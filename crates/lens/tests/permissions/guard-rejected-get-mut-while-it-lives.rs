// rustc rejects it: E0502
use std::cell::RefCell;
fn main() {
    let mut names = RefCell::new(vec!["a"]);
    let guard = names.borrow(); //~ names: RWO
    names.get_mut().push("b"); //~ names: R--, guard: R-O
    println!("{}", guard.len()); //~ names: R--, guard: R-O
} //~ names: R--, guard: R-O
