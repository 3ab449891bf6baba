fn discount(prices: &mut [u32]) {
    for price in prices {
        *price -= 1;
    }
}

fn main() {
    let mut prices = vec![5, 8, 9];
    discount(&mut prices[1..]);
    println!("{prices:?}");
}
