struct User {
    name: String,
    age: u32,
}
fn main() {
    let mut user = User { name: String::from("ada"), age: 36 }; //? nothing
    let age = user.age; //? user.age: R
    user.name.push('!'); //? user.name: W
    let name = user.name; //? user.name: O
    println!("{name} {age} {}", user.age); //? name: R, age: R, user.age: R
}
