fn total(prices: Vec<u32>) -> (u32, Vec<u32>) {
    let sum = prices.iter().sum();
    (sum, prices)
}

fn main() {
    let prices = vec![3, 5, 2];
    let buffer = prices.as_ptr();
    let (sum, returned) = total(prices);
    println!("{sum} for {} items", returned.len());
    println!("same buffer: {}", returned.as_ptr() == buffer);
}
