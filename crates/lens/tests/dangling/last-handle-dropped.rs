use std::rc::Rc;
fn main() {
    report!(); let one = Rc::new(8_u64);
    report!(); let other = Rc::clone(&one);
    report!(); let price = Rc::as_ptr(&one);
    report!(price); drop(one);
    report!(price); drop(other);
    report!(price); println!("{}", unsafe { *price });
report!(price); }
// before 8: price -> heap 1+16 Freed { before: 8 }
// before 9: price -> heap 1+16 Freed { before: 8 }
// line 8: Read 8 of heap 1 Freed { before: 8 }
