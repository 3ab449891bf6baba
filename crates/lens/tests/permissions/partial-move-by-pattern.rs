struct Config {
    path: String,
    owner: String,
    retries: u8,
}

fn main() {
    let config = Config { path: String::from("/etc"), owner: String::from("root"), retries: 3 };
    let Config { path, retries, .. } = config; //~ config: R-O, config.path: R-O, config.retries: R-C
    println!("{path} {retries}"); //~ config: ---, config.path: ---, config.owner: R-O, config.retries: R-C
    drop(config.owner); //~ config.owner: R-O, path: R-O, retries: R-C
    println!("{}", config.retries); //~ config: ---, config.owner: ---, config.retries: R-C
} //~ config: ---, path: R-O
