fn main() {
    let mut names = vec![String::from("a")]; //? nothing
    for name in &mut names { //? names: W
        name.push('!'); //? *name: W
    }
    for name in names.iter_mut() { //? names: W
        *name = String::new(); //? *name: W
    }
    println!("{names:?}"); //? names: R
}
