use std::cell::RefCell;
fn main() {
    let mut left = RefCell::new(1);
    let mut right = RefCell::new(2); //~ left: RWO
    let mut guard = left.borrow_mut(); //~ left: RWO, right: RWO
    *guard += 1; //~ left: R--, right: RWO, guard: RWO
    guard = right.borrow_mut(); //~ left: R--, right: RWO, guard: RWO
    *guard += 1; //~ left: RWO, right: R--, guard: RWO
    drop(guard); //~ left: RWO, right: R--, guard: RWO
    *left.get_mut() += *right.get_mut(); //~ left: RWO, right: RWO, guard: ---
} //~ left: RWO, right: RWO
