//! before line 9, second leads to element 1 of the block of `prices`
//! before line 10, second leads to element 1 of the block of `prices`
//! before line 11, second leads to element 1 of the freed block of `prices`
//! before line 12, second leads to element 1 of the freed block of `prices`
//! before line 13, second leads to element 1 of the freed block of `prices`
fn main() {
    let mut prices = vec![3, 4];
    let second = &raw const prices[1];
    println!("{}", unsafe { *second });
    prices.push(5);
    println!("{prices:?}");
    let _seen = unsafe { *second };
}
