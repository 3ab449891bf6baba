fn main() {
    let mut names = vec![String::from("a")]; //? nothing
    let view = &names; //? names: R
    println!("{}", view.len()); //? *view: R
    let list = &mut names; //? names: W
    list.push(String::from("b")); //? *list: W
    println!("{}", list.len()); //? *list: R
    println!("{names:?}"); //? names: R
}
