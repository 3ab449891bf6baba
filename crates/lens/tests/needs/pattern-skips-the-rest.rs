struct Config {
    path: String,
    owner: String,
    retries: u8,
}
fn main() {
    let config = Config { path: String::new(), owner: String::new(), retries: 3 }; //? nothing
    let Config { path, retries, .. } = config; //? config.path: O, config.retries: R
    println!("{path} {retries} {}", config.owner); //? path: R, retries: R, config.owner: R
}
