fn main() {
    let rename = |mut name: String, suffix: &str| {
        name.push_str(suffix); //~ name: RWO, suffix: R-C, *suffix: R--
        let renamed = name; //~ name: RWO, suffix: R-C
        println!("{renamed}"); //~ name: ---, renamed: R-O, suffix: R-C
    };
    rename(String::from("a"), "b"); //~ rename: R-C
    rename(String::from("c"), "d"); //~ rename: R-C
}
