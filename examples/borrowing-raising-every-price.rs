fn raise(prices: &mut [u32]) {
    for price in prices {
        *price += 1;
    }
}

fn main() {
    let mut prices = vec![3, 4, 5];
    raise(&mut prices[1..]);
    raise(&mut prices);
    println!("{prices:?}");
}
