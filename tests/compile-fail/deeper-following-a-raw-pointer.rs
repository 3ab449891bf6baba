fn main() {
    let price = Box::new(12);
    let seen = &raw const *price;
    drop(price);
    println!("{}", *seen);
}
