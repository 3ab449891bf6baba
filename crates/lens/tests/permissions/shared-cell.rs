use std::cell::RefCell;
use std::rc::Rc;

fn main() {
    let tally = Rc::new(RefCell::new(0));
    let twin = Rc::clone(&tally); //~ tally: R-O
    *twin.borrow_mut() += 1; //~ tally: R-O, twin: R-O
    let total = *tally.borrow(); //~ tally: R-O, twin: R-O
    drop(tally); //~ tally: R-O, twin: R-O, total: R-C
    println!("{total}"); //~ tally: ---, twin: R-O, total: R-C
} //~ tally: ---, twin: R-O
