struct User {
    name: String,
    visits: u32,
}

fn main() {
    let user = User { name: String::from("ada"), visits: 2 };
    let show = move || println!("{}", user.name); //~ user: R-O, user.name: R-O
    show(); //~ user: ---, user.name: ---, user.visits: R-C, show: R-O
    println!("{}", user.visits); //~ user: ---, user.visits: R-C, show: R-O
} //~ user: ---, user.name: ---, show: R-O
