fn main() {
    let order = Some(String::from("tea"));
    if let Some(item) = unsafe { std::ptr::read(&order) } {
        println!("making {item}");
    }
    println!("{order:?}");
}
