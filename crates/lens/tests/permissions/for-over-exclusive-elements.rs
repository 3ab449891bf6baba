fn main() {
    let mut names = vec![String::from("a"), String::from("b")];
    for name in names.iter_mut() { //~ names: RWO
        name.push('!'); //~ names: ---, name: R-O, *name: RW-
        println!("{name}"); //~ names: ---, name: R-O, *name: RW-
    } //~ names: ---, name: R-O, *name: RW-
    println!("{names:?}"); //~ names: RWO
} //~ names: RWO
