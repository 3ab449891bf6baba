fn main() {
    let name = String::from(" ada "); //? nothing
    let name = name.trim().to_string(); //? name: R
    let mut name = name; //? name: O
    name.push('!'); //? name: W
    let name = name.len(); //? name: R
    println!("{name}"); //? name: R
}
