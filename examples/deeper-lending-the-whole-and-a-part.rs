fn main() {
    let order = Some(String::from("tea"));
    match &order {
        whole @ Some(item) => println!("{item} of {whole:?}"),
        None => println!("nothing"),
    }
}
