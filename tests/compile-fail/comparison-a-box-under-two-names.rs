fn main() {
    let price = Box::new(250);
    let marked = price;
    println!("marked {marked}");
    println!("price {price}");
}
