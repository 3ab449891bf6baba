// rustc rejects it: E0382
#[derive(Debug)]
struct User {
    name: String,
    id: u32,
}

fn main() {
    let user = User { name: String::from("ada"), id: 7 };
    let name = user.name; //~ user: R-O, user.name: R-O
    println!("{user:?}"); //~ user: ---, user.name: ---, user.id: R-C, name: R-O
    println!("{} {name}", user.id); //~ user: ---, user.name: ---, user.id: R-C
} //~ user: ---, user.id: R-C, name: R-O
