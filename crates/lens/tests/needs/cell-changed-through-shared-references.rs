use std::cell::{Cell, RefCell};
fn main() {
    let hits = Cell::new(0); //? nothing
    let log = RefCell::new(Vec::new()); //? nothing
    hits.set(hits.get() + 1); //? hits: R
    log.borrow_mut().push(hits.get()); //? log: R, hits: R
    let total: u32 = log.borrow().iter().sum(); //? log: R
    println!("{total} {log:?}"); //? total: R, log: R
}
