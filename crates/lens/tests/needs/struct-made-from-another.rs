struct Config {
    path: String,
    owner: String,
    depth: u8,
}
fn main() {
    let base = Config { path: String::new(), owner: String::new(), depth: 2 }; //? nothing
    let path = String::from("/tmp"); //? nothing
    let own = Config { path, ..base }; //? path: O, base.owner: O, base.depth: R
    println!("{} {} {}", own.path, own.owner, own.depth); //? own.path: R, own.owner: R, own.depth: R
    println!("{}", base.path); //? base.path: R
}
