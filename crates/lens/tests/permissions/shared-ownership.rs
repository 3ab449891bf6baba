use std::rc::Rc;

fn main() {
    let config = Rc::new(String::from("dark"));
    let mut other = Rc::clone(&config); //~ config: R-O
    println!("{config} {other}"); //~ config: R-O, other: RWO
    drop(config); //~ config: R-O, other: RWO
    let slot = Rc::get_mut(&mut other); //~ config: ---, other: RWO
    println!("{slot:?}"); //~ config: ---, other: ---, slot: R-O
} //~ config: ---, other: RWO, slot: R-O
