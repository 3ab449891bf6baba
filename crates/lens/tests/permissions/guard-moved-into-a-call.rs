use std::cell::{RefCell, RefMut};
fn close(mut log: RefMut<Vec<u32>>) {
    log.push(0); //~ log: RWO
} //~ log: RWO
fn main() {
    let mut lines = RefCell::new(vec![1]);
    let guard = lines.borrow_mut(); //~ lines: RWO
    println!("{}", guard.len()); //~ lines: R--, guard: R-O
    close(guard); //~ lines: R--, guard: R-O
    lines.get_mut().push(2); //~ lines: RWO, guard: ---
} //~ lines: RWO, guard: ---
