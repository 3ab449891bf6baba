fn main() {
    let names = vec![String::from("al"), String::from("bo")]; //? nothing
    let suffix = String::from("!"); //? nothing
    let loud: Vec<String> = names.into_iter().map(|name| name + &suffix).collect(); //? names: O, suffix: R
    println!("{loud:?} {suffix}"); //? loud: R, suffix: R
}
