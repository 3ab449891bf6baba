use std::cell::RefCell;
fn main() {
    let mut left = RefCell::new(1);
    let mut right = RefCell::new(2); //~ left: RWO
    *left.get_mut() += 1; //~ left: RWO, right: RWO
    *right.get_mut() += 1; //~ left: RWO, right: RWO
    let cell = left.borrow(); //~ left: RWO, right: RWO
    println!("{cell}"); //~ left: R--, right: RWO, cell: R-O
    let cell = right.borrow(); //~ left: R--, right: RWO, cell: R-O
    println!("{cell}"); //~ left: R--, right: R--, cell: R-O
} //~ left: R--, right: R--, cell: R-O
