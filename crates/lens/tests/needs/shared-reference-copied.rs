fn main() {
    let page = String::from("text"); //? nothing
    let reader = &page; //? page: R
    let other = reader; //? reader: R
    let again = &*other; //? *other: R
    println!("{reader} {other} {again}"); //? reader: R, other: R, again: R
}
