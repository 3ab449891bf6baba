use std::cell::RefCell;
use std::rc::Rc;
fn main() {
    let mut tally = Rc::new(RefCell::new(0));
    let twin = Rc::clone(&tally); //~ tally: RWO
    let mut guard = twin.borrow_mut(); //~ tally: RWO, twin: R-O
    *guard += 1; //~ tally: RWO, twin: R--, guard: RWO
    drop(guard); //~ tally: RWO, twin: R--, guard: RWO
    tally = twin; //~ tally: RWO, twin: R-O, guard: ---
    println!("{tally:?}"); //~ tally: RWO, twin: ---
} //~ tally: RWO, twin: ---
