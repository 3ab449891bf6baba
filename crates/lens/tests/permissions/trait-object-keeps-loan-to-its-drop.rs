fn main() {
    let mut name = String::from("ada");
    let hello: Box<dyn Fn() + '_> = Box::new(|| println!("hi {name}")); //~ name: RWO
    hello(); //~ name: R--, hello: R-O, *hello: R--
    println!("called"); //~ name: R--, hello: R-O
    drop(hello); //~ name: R--, hello: R-O, *hello: R--
    name.push('!'); //~ name: RWO, hello: ---, *hello: ---
} //~ name: RWO, hello: ---
