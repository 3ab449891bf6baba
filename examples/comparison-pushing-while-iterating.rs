fn main() {
    let mut prices = vec![250, 120];
    let deposits: Vec<i32> = prices.iter().map(|price| price / 10).collect();
    prices.extend(deposits);
    println!("{} entries: {prices:?}", prices.len());
}
