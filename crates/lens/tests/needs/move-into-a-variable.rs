fn main() {
    let name = String::from("ada"); //? nothing
    let owner = name; //? name: O
    println!("{owner}"); //? owner: R
}
