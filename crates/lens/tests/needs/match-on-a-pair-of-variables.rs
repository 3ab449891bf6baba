fn main() {
    let name = Some(String::from("ada")); //? nothing
    let age = 36; //? nothing
    match (name, age) { //? name: O, age: R
        (Some(name), 18..) => println!("{name}"),
        _ => println!("nobody"),
    }
    println!("{age}"); //? age: R
}
