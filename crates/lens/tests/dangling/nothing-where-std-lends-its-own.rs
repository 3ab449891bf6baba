fn twice(price: &u64) -> u64 {
    let local = [*price; 4];
    local[0] + local[3]
}

fn main() {
    let prices = [8_u64, unsafe { std::ptr::read(&10) }];
    prices.iter().map(twice).inspect(|price| {
        let price: &u64 = price;
        println!("{price}");
    }).for_each(drop);
    report!(prices); println!("{}", prices.len());
report!(prices); }
// nothing
