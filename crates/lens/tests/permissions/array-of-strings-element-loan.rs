fn main() {
    let mut names = [String::from("a"), String::from("b")];
    let first = &names[0]; //~ names: RWO
    println!("{first} {}", names[1]); //~ names: R--, first: R-C, *first: R--
    names[1].push('c'); //~ names: RWO, first: R-C
    let [one, two] = names; //~ names: RWO, first: ---
    println!("{one} {two}"); //~ names: ---, first: ---, one: R-O, two: R-O
} //~ names: ---, one: R-O
