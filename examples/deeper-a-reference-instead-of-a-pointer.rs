fn main() {
    let price = Box::new(12);
    let seen = &*price;
    println!("{seen}");
    drop(price);
}
