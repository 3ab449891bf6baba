use std::cell::RefCell;
fn main() {
    let mut names = RefCell::new(vec!["a"]);
    let size = {
        println!("counting"); //~ names: RWO
        names.borrow().len() //~ names: RWO
    };
    names.get_mut().truncate(size); //~ names: RWO, size: R-C
    println!("{names:?}"); //~ names: RWO, size: R-C
}
