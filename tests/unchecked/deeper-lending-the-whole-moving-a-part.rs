fn main() {
    let order = Some(String::from("tea"));
    match order {
        ref whole @ Some(ref item) => println!("{} of {whole:?}", unsafe { std::ptr::read(item) }),
        None => println!("nothing"),
    }
}
