fn main() {
    let order = Some(String::from("tea"));
    match order {
        ref whole @ Some(item) => println!("{item} of {whole:?}"),
        None => println!("nothing"),
    }
}
