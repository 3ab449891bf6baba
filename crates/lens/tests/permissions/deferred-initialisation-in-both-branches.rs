fn main() {
    let verbose = std::env::args().count() > 1;
    let mut level; //~ verbose: R-C
    if verbose { //~ verbose: R-C, level: ---
        level = String::from("debug"); //~ level: ---
        level.push('!'); //~ level: RWO
    } else {
        level = String::from("info"); //~ level: ---
    } //~ level: RWO
    println!("{level}"); //~ verbose: R-C, level: RWO
} //~ level: RWO
