// rustc rejects it: E0381
fn main() {
    let loud = std::env::args().count() > 1;
    let banner: &str; //~ loud: R-C
    if loud { //~ loud: R-C, banner: ---
        banner = "HEY"; //~ banner: ---
        println!("{banner}"); //~ banner: R-C, *banner: R--
    } //~ banner: R-C
    println!("{banner}"); //~ loud: R-C, banner: ---
} //~ banner: ---
