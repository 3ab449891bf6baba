fn main() {
    let mut name = String::from("ada");
    let greet = || println!("hi {name}"); //~ name: RWO
    greet(); //~ name: R--, greet: R-C
    greet(); //~ name: R--, greet: R-C
    name.push('!'); //~ name: RWO, greet: R-C
    println!("{name}"); //~ name: RWO, greet: ---
} //~ name: RWO, greet: ---
