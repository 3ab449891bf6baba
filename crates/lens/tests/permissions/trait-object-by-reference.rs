use std::fmt::Write;

fn stamp(out: &mut dyn Write, id: u32) {
    let _ = write!(out, "#{id}"); //~ out: R-O, *out: RW-, id: R-C
} //~ out: R-O, *out: RW-

fn main() {
    let mut page = String::new();
    let out: &mut dyn Write = &mut page; //~ page: RWO
    stamp(out, 1); //~ page: ---, out: R-O, *out: RW-
    stamp(out, 2); //~ page: ---, out: R-O, *out: RW-
    println!("{page}"); //~ page: RWO, out: R-O
} //~ page: RWO, out: ---
