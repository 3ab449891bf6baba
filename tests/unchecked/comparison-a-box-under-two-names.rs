fn main() {
    let price = Box::new(250);
    let marked = unsafe { std::ptr::read(&price) };
    println!("marked {marked}");
    println!("price {price}");
}
