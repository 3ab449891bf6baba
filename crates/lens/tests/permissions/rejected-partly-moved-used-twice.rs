// rustc rejects it: E0382
#[derive(Debug)]
struct User {
    name: String,
    id: u32,
}

fn main() {
    let user = User { name: String::from("ada"), id: 7 };
    let name = user.name; //~ user: R-O, user.name: R-O, user.id: R-C
    println!("{user:?}"); //~ user: ---, user.name: ---, user.id: R-C
    println!("{user:?}"); //~ user: ---, user.name: ---, user.id: R-C
    println!("{}", user.name); //~ user: ---, user.name: ---, user.id: R-C
    println!("{} {name}", user.id); //~ user: ---, user.name: ---, user.id: R-C, name: R-O
} //~ user: ---, user.name: ---, user.id: R-C, name: R-O
