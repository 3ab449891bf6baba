//! before line 11, first leads to element 0 of the block of `prices`
//! before line 12, first leads to element 0 of the block of `prices`
//! before line 13, first leads to element 0 of the freed block of `prices`
//! before line 14, first leads to element 0 of the freed block of `prices`
fn total(prices: Vec<u32>) -> u32 {
    prices.iter().sum()
}
fn main() {
    let prices = vec![3, 4];
    let first = prices.as_ptr();
    println!("{}", unsafe { *first });
    let sum = total(prices);
    println!("{sum}");
    let _seen = unsafe { *first };
}
