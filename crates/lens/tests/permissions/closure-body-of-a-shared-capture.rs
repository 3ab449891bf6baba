fn main() {
    let mut name = String::from("ada");
    let greet = || { //~ name: RWO
        let size = name.len(); //~ name: R--
        println!("{name} {size}"); //~ name: R--, size: R-C
    };
    greet(); //~ name: R--, greet: R-C
    name.push('!'); //~ name: RWO, greet: R-C
    println!("{name}"); //~ name: RWO, greet: ---
}
