fn main() {
    let order = Some(String::from("tea"));
    match order {
        Some(_) => println!("one item"),
        None => println!("nothing"),
    }
    println!("{order:?}");
}
