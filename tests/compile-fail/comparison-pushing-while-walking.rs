fn main() {
    let mut prices = vec![12, 3];
    for price in &prices {
        if *price > 10 {
            prices.push(0);
        }
    }
    println!("{prices:?}");
}
