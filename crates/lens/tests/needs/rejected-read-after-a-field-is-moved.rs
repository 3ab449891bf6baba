// rustc rejects it: E0382
#[derive(Debug)]
struct User {
    name: String,
    age: u32,
}
fn main() {
    let user = User { name: String::from("ada"), age: 36 }; //? nothing
    let name = user.name; //? user.name: O
    println!("{user:?} {name}"); //? user: R, name: R
}
