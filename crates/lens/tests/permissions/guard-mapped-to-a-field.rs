use std::cell::{Ref, RefCell};
fn main() {
    let mut entry = RefCell::new((String::from("tea"), 3));
    let whole = entry.borrow(); //~ entry: RWO
    let name = Ref::map(whole, |pair| &pair.0); //~ entry: R--, whole: R-O
    println!("{name}"); //~ entry: R--, whole: ---, name: R-O
    drop(name); //~ entry: R--, whole: ---, name: R-O
    entry.get_mut().1 += 1; //~ entry: RWO, whole: ---, name: ---
} //~ entry: RWO
