use std::cell::RefCell;
fn main() {
    let mut names = RefCell::new(vec!["a"]);
    {
        let view = &*names.borrow(); //~ names: RWO
        println!("{view:?}"); //~ names: R--, view: R-C, *view: R--
        println!("still lent"); //~ names: R--, view: R-C
    } //~ names: R--, view: R-C
    names.get_mut().push("b"); //~ names: RWO
    println!("{names:?}"); //~ names: RWO
} //~ names: RWO
