fn twice(price: &u64) -> u64 {
    let long = [*price; 512];
    long[0] + long[511]
}

fn main() {
    let price = unsafe { std::ptr::read(&10) };
    std::iter::once(twice(&price)).inspect(|price| {
        let price: &u64 = price;
        println!("{price}");
    }).for_each(drop);
    report!(price); println!("{price}");
report!(price); }
// nothing
