fn main() {
    let loud = std::env::args().count() > 1;
    let banner: String; //~ loud: R-C
    if loud { //~ loud: R-C, banner: ---
        banner = String::from("HEY"); //~ banner: ---
        println!("{banner}"); //~ banner: R-O
    } //~ banner: R-O
    println!("{loud}"); //~ loud: R-C, banner: ---
} //~ banner: ---
