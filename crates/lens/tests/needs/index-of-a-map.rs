use std::collections::HashMap;
fn main() {
    let mut ages = HashMap::new(); //? nothing
    let name = String::from("ada"); //? nothing
    ages.insert(name.clone(), 36); //? ages: W, name: R
    let age = ages[&name]; //? ages: R, name: R
    println!("{age}"); //? age: R
}
