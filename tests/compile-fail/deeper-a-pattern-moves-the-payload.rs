fn main() {
    let order = Some(String::from("tea"));
    if let Some(item) = order {
        println!("making {item}");
    }
    println!("{order:?}");
}
