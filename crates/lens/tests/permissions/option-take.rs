fn main() {
    let mut pending = Some(String::from("mail"));
    let slot = &mut pending; //~ pending: RWO
    let mail = slot.take(); //~ pending: ---, slot: R-O, *slot: RW-
    println!("{mail:?}"); //~ pending: RWO, slot: R-O, mail: R-O
    pending = mail; //~ pending: RWO, slot: R-O, mail: R-O
    println!("{pending:?}"); //~ pending: RWO, mail: ---
} //~ pending: RWO, slot: ---, mail: ---
