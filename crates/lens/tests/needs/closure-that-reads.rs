fn main() {
    let name = String::from("ada"); //? nothing
    let greet = || println!("hi {name}"); //? name: R
    greet(); //? greet: R
    println!("{name}"); //? name: R
}
