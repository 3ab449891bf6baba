fn total(prices: &[u32]) -> u32 {
    prices.iter().sum()
}

fn main() {
    let prices = vec![3, 4, 5];
    println!("{} for {} items", total(&prices), prices.len());
}
